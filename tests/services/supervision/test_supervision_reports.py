"""The report under R-34: its figures are the record's, the leading group accepts it or sends it back."""

from datetime import date

import pytest

from kernel.context import named
from kernel.errors import NotFound
from kernel.messages import facts
from supervision.commands import measures
from supervision.commands import supervision_reports as wish
from supervision.events import supervision_report as told
from supervision.events.case import CaseTakenUp
from supervision.events.measures import ActionKind
from supervision.events.obligation import Deadline, ObligationOpened, ObligationOverdue
from supervision.handlers import measures as measuring
from supervision.handlers import supervision_reports as handle
from supervision.model.case import CaseFile, file_id
from supervision.model.obligation import obligation_id
from supervision.model.supervision_report import CaseStanding, SupervisionReport, report_id
from supervision.refusals.organ import NotOrganOfCase
from supervision.refusals.supervision_reports import NothingDrafted, ReportAcceptedAlready, ReportNotSubmitted, ReportWaits
from testkit.given import Given, act

CASE, ORG, BOOK = named("case", "2026-1", "CGJ"), named("org", "CGJ"), "guangxi-2022@1"
ROOM, LEADERS = act("discipline", "JW"), act("leading_group", "LDXZ")
STANDING = (CaseStanding(phase="continuing", standings={"signed-off": 7, "continuing": 2}),)
DRAFT = wish.DraftSupervisionReport(case=CASE, judgement="总体到位", document="a" * 64)
SUBMIT, ACCEPT = wish.SubmitSupervisionReport(case=CASE), wish.AcceptSupervisionReport(case=CASE)


def county() -> Given:
    repo = Given()
    bodies = {"leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB"}
    ids = {name: named("org", code) for name, code in bodies.items()}
    file = repo.find(CaseFile, file_id(CASE))
    repo.apply(file.take_up(CaseTakenUp(file=file.id, case=CASE, org=ORG, rulebook=BOOK, **ids)))
    return repo


def test_the_figures_are_those_of_the_record() -> None:
    repo = county()
    names = {"obligation": obligation_id(CASE, "R-07"), "case": CASE, "org": ORG}
    days = {"triggered_on": date(2025, 11, 30), "due": date(2026, 2, 28)}
    opened = ObligationOpened(**names, **days, rule_id="R-07", rulebook=BOOK, kind=Deadline.HARD, obligor=ORG)
    repo.apply([opened, ObligationOverdue(**names, due=date(2026, 2, 28))])
    kinds = (ActionKind.INTERVIEW, ActionKind.INQUIRY, ActionKind.INTERVIEW)
    for n, (kind, who) in enumerate(zip(kinds, (ROOM, ROOM, act("org_dept", "ZZB")), strict=True)):
        number = f"监{n}"
        opening = measures.OpenAction(number=number, kind=kind, case=CASE, addressee=ORG, facts="x")
        repo.apply(measuring.open_action(opening, who, repo))
        performing = measures.PerformAction(action=named("action", number))
        repo.apply(measuring.perform_action(performing, who, repo))
    (fact,) = facts(handle.draft_supervision_report(DRAFT, ROOM, repo, STANDING))
    event = fact.event
    assert isinstance(event, told.SupervisionReportDrafted)
    assert fact.rule == "R-34"
    assert {one.kind: one.count for one in event.findings} == {"signed-off": 7, "continuing": 2}
    assert {one.kind: one.count for one in event.actions} == {"inquiry": 1, "interview": 1}  # its own, not the department's
    assert [(one.rule_id, one.state, one.missed) for one in event.duties] == [("R-07", "OVERDUE", True)]


def test_a_report_sent_back_comes_again_and_an_accepted_one_stands() -> None:
    repo = county()
    with pytest.raises(NothingDrafted):
        handle.submit_supervision_report(SUBMIT, ROOM, repo)
    repo.apply(handle.draft_supervision_report(DRAFT, ROOM, repo, STANDING))
    repo.apply(handle.draft_supervision_report(DRAFT.model_copy(update={"judgement": "改"}), ROOM, repo, STANDING))
    assert repo.last(told.SupervisionReportDrafted).version == 1  # a draft is replaced
    with pytest.raises(ReportNotSubmitted):
        handle.accept_supervision_report(ACCEPT, LEADERS, repo)
    repo.apply(handle.submit_supervision_report(SUBMIT, ROOM, repo))
    with pytest.raises(ReportWaits):
        handle.draft_supervision_report(DRAFT, ROOM, repo, STANDING)
    back = wish.SendBackSupervisionReport(case=CASE, reason="缺少评价")
    with pytest.raises(NotOrganOfCase):
        handle.send_back_supervision_report(back, act("leading_group", "OTHER"), repo)
    repo.apply(handle.send_back_supervision_report(back, LEADERS, repo))
    repo.apply(handle.draft_supervision_report(DRAFT, ROOM, repo, STANDING))
    repo.apply(handle.submit_supervision_report(SUBMIT, ROOM, repo))
    repo.apply(handle.accept_supervision_report(ACCEPT, LEADERS, repo))
    versions = repo.find(SupervisionReport, report_id(CASE)).versions
    assert [(one.version, one.state) for one in versions] == [(1, "SENT_BACK"), (2, "ACCEPTED")]
    with pytest.raises(ReportAcceptedAlready):
        handle.draft_supervision_report(DRAFT, ROOM, repo, STANDING)


def test_a_case_that_findings_does_not_know_has_no_figures() -> None:
    with pytest.raises(NotFound):
        handle.draft_supervision_report(DRAFT, ROOM, county(), (None,))
