"""Outer checks: which body checks what, and who sits on the panel without a vote (SOD-14)."""

from typing import Any

import pytest

from kernel.context import named
from kernel.envelope import Told
from supervision.commands.checks import FailSignOffCheck, PassSignOffCheck
from supervision.events.case import CaseTakenUp
from supervision.events.heard.findings import InnerSigned
from supervision.events.signoff_check import PanelMember, SignOffCheckFailed, SignOffCheckPassed, Vote
from supervision.events.words import Defect
from supervision.handlers import checks as handle
from supervision.model.case import CaseFile, file_id
from supervision.policies.checks import open_check
from supervision.refusals.verdicts import InspectedVotes, WrongVerifyingBody
from testkit.given import MORNING, Given, act

CASE, ORG, BOOK = named("case", "2026-1", "CGJ"), named("org", "CGJ"), "guangxi-2022@1"
FINDING = named("finding", "2026-1-CGJ-01")
SYSTEM = act("system", "")


def signed(special_check: str = "", signoff: int = 1, repo: Given | None = None, publicity: str = "") -> Given:
    if repo is None:
        repo = Given()
        bodies = {"leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB", "publicity": publicity}
        ids = {name: named("org", code) for name, code in bodies.items() if code}
        file = repo.find(CaseFile, file_id(CASE))
        repo.apply(file.take_up(CaseTakenUp(file=file.id, case=CASE, org=ORG, rulebook=BOOK, **ids)))
    news = InnerSigned(
        finding=FINDING, case=CASE, org=ORG, signoff=signoff, involved=(), special_check=special_check, rulebook=BOOK
    )
    told = Told(news, "x/findings/1", 1, 1, MORNING, MORNING, "0" * 32, "principal", ORG, "", ())
    repo.apply(open_check(told, SYSTEM, repo))
    return repo


def passing(**parts: Any) -> PassSignOffCheck:
    return PassSignOffCheck(finding=FINDING, **parts)


@pytest.mark.parametrize(
    ("special_check", "publicity", "role", "org"),
    [
        ("", "", "discipline", "JW"),
        ("personnel_selection", "", "org_dept", "ZZB"),
        ("ideology", "XCHB", "publicity", "XCHB"),
        ("local_inspection_work", "", "office", "XCB"),
        ("ideology", "", "discipline", "JW"),  # the case has no publicity department
    ],
)
def test_each_part_is_checked_by_the_body_it_belongs_to(special_check: str, publicity: str, role: str, org: str) -> None:
    repo = signed(special_check, publicity=publicity)
    other = act("discipline", "JW") if role != "discipline" else act("office", "XCB")
    with pytest.raises(WrongVerifyingBody):
        handle.pass_sign_off_check(passing(), other, repo, (None,))
    repo.apply(handle.pass_sign_off_check(passing(), act(role, org), repo, (None,)))
    assert repo.last(SignOffCheckPassed).verifier == act(role, org).actor


def test_the_inspected_organisation_attends_the_panel_and_never_votes() -> None:
    repo, room = signed(), act("discipline", "JW")
    voting = PanelMember(org=ORG, vote=Vote.FOR)
    with pytest.raises(InspectedVotes):
        handle.pass_sign_off_check(passing(panel=(PanelMember(org=room.org, vote=Vote.FOR), voting)), room, repo, (None,))
    attending = voting.model_copy(update={"vote": Vote.ATTENDS})
    repo.apply(handle.pass_sign_off_check(passing(panel=(attending,)), room, repo, (None,)))
    assert repo.last(SignOffCheckPassed).panel == (attending,)


def test_failures_in_a_row_are_counted_until_it_passes() -> None:
    repo, room = signed(), act("discipline", "JW")
    fail = FailSignOffCheck(finding=FINDING, shortcomings="未到位", defect=Defect.HALF_WAY)
    for n in (1, 2):
        repo.apply(handle.fail_sign_off_check(fail, room, repo, (None,)))
        assert repo.last(SignOffCheckFailed).failures == n
        signed(signoff=n + 1, repo=repo)
    repo.apply(handle.pass_sign_off_check(passing(), room, repo, (None,)))
    signed(signoff=4, repo=repo)
    repo.apply(handle.fail_sign_off_check(fail, room, repo, (None,)))
    assert repo.last(SignOffCheckFailed).failures == 1
