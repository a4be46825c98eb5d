"""Accountability: what it rests on, who decides, what its subject may do; consolidation orders."""

from datetime import date
from typing import Any

import pytest

from kernel.context import named
from kernel.messages import facts
from supervision.commands import accountability as wish
from supervision.commands.consolidation import EndConsolidation, OrderConsolidation
from supervision.events import accountability as told
from supervision.events.accountability import AppealOutcome, Consequence
from supervision.events.case import CaseTakenUp
from supervision.events.obligation import Deadline, ObligationOpened
from supervision.events.words import Defect
from supervision.handlers import accountability as handle
from supervision.handlers import consolidation
from supervision.model.accountability import Accountability, State, Superior, propose
from supervision.model.case import CaseFile, file_id
from supervision.refusals.accountability import (
    AppealOutcomeMissing,
    CitationMissing,
    MatterState,
    NoLevelAbove,
    NotDecider,
    NotDeciderAbove,
    NotSubject,
    ObligationUnknown,
    OwnAccountability,
)
from supervision.refusals.consolidation import ConsolidationOver
from supervision.refusals.measures import NumberUsed
from supervision.refusals.organ import NotOrganOfCase
from testkit.given import Given, act

CASE, ORG = named("case", "2026-1", "CGJ"), named("org", "CGJ")
BODIES = {"leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB"}
DUTY, EVENT = named("obligation", CASE, "R-07", ""), "county/findings/1:42"
OFFICE, ROOM, LEADERS = act("office", "XCB"), act("discipline", "JW"), act("leading_group", "LDXZ")
PRINCIPAL, CITY = act("principal", "CGJ"), act("discipline", "SJW")
MATTER = named("accountability", "问1")


def county() -> Given:
    repo = Given()
    bodies = {name: named("org", code) for name, code in BODIES.items()}
    file = repo.find(CaseFile, file_id(CASE))
    repo.apply(file.take_up(CaseTakenUp(file=file.id, case=CASE, org=ORG, rulebook="guangxi-2022@1", **bodies)))
    duty = ObligationOpened(
        obligation=DUTY,
        case=CASE,
        org=ORG,
        rule_id="R-07",
        rulebook="guangxi-2022@1",
        kind=Deadline.HARD,
        obligor=ORG,
        triggered_on=date(2025, 11, 30),
        due=date(2026, 2, 28),
    )
    repo.apply([duty])
    return repo


def wished(**parts: Any) -> wish.ProposeAccountability:
    said: dict[str, Any] = {
        "number": "问1",
        "subject_class": "a",
        "subject": ORG,
        "case": CASE,
        "grounds": "逾期未报",
        "obligations": (DUTY,),
        "events": (EVENT,),
    }
    return wish.ProposeAccountability(**{**said, **parts})


def proposed(repo: Given, above: str | None = None, **parts: Any) -> None:
    command = wished(**parts)
    repo.apply(handle.propose_accountability(command, OFFICE, repo, (Superior(org=command.subject, above=above),)))


def decided(outcome: str = "admonition") -> Given:
    repo = county()
    proposed(repo, person=PRINCIPAL.actor)
    repo.apply(handle.accept_accountability(wish.AcceptAccountability(accountability=MATTER), ROOM, repo))
    decide = wish.DecideAccountability(accountability=MATTER, outcome=Consequence(outcome), decision_no="决1")
    repo.apply(handle.decide_accountability(decide, ROOM, repo))
    return repo


def test_a_matter_goes_its_way_to_the_end_of_an_appeal() -> None:
    repo = decided()
    with pytest.raises(MatterState):  # before it is served there is nothing to appeal against
        handle.appeal_accountability(wish.AppealAccountability(accountability=MATTER, appeal_sha256="a" * 64), PRINCIPAL, repo)
    served = wish.ServeAccountability(accountability=MATTER, receipt_sha256="b" * 64)
    repo.apply(handle.serve_accountability(served, ROOM, repo))
    repo.apply(handle.effect_accountability(wish.EffectAccountability(accountability=MATTER), ROOM, repo))
    appeal = wish.AppealAccountability(accountability=MATTER, appeal_sha256="a" * 64)
    with pytest.raises(NotSubject):
        handle.appeal_accountability(appeal, act("principal", "YLB"), repo)
    repo.apply(handle.appeal_accountability(appeal, PRINCIPAL, repo))
    close = wish.CloseAccountability(accountability=MATTER, result="维持")
    with pytest.raises(AppealOutcomeMissing):
        handle.close_accountability(close, ROOM, repo)
    repo.apply(handle.close_accountability(close.model_copy(update={"appeal": AppealOutcome.UPHELD}), ROOM, repo))
    assert repo.find(Accountability, MATTER).state is State.CLOSED


def test_a_matter_rests_on_an_obligation_that_exists_and_an_event() -> None:
    repo = county()
    for parts, refusal in (
        ({"obligations": ()}, CitationMissing),
        ({"events": ()}, CitationMissing),
        ({"obligations": (named("obligation", "none"),)}, ObligationUnknown),
    ):
        with pytest.raises(refusal):
            proposed(repo, **parts)
    proposed(repo)
    with pytest.raises(NumberUsed):
        proposed(repo)


def test_a_proposal_that_follows_from_a_verdict_is_accepted_once_it_says_what_it_rests_on() -> None:
    repo = county()
    (fact,) = facts(propose(ROOM, named("finding", "1"), CASE, ORG, "guangxi-2022@1", Defect.FALSE, "造假"))
    assert fact.rule == "R-141"
    repo.apply([fact])
    matter = repo.last(told.AccountabilityProposed).proposal
    with pytest.raises(CitationMissing):
        handle.accept_accountability(wish.AcceptAccountability(accountability=matter), ROOM, repo)
    with pytest.raises(NotDecider):  # its decider is the discipline organ of the case
        handle.accept_accountability(wish.AcceptAccountability(accountability=matter), LEADERS, repo)
    cited = wish.AcceptAccountability(accountability=matter, number="问2", obligations=(DUTY,), events=(EVENT,))
    repo.apply(handle.accept_accountability(cited, ROOM, repo))
    assert repo.find(Accountability, matter).state is State.ACCEPTED_FOR_REVIEW
    assert propose(ROOM, named("finding", "1"), CASE, ORG, "guangxi-2022@1", Defect.PAPER, "纸面") == []


def test_on_a_supervising_organ_the_level_above_decides() -> None:
    repo = county()
    room = named("org", "JW")
    with pytest.raises(NoLevelAbove):
        proposed(repo, subject_class="b", subject=room)
    proposed(repo, above=named("org", "SJW"), subject_class="b", subject=room)
    accept = wish.AcceptAccountability(accountability=MATTER)
    with pytest.raises(OwnAccountability):
        handle.accept_accountability(accept, ROOM, repo)
    with pytest.raises(NotDeciderAbove):
        handle.accept_accountability(accept, LEADERS, repo)
    repo.apply(handle.accept_accountability(accept, CITY, repo))
    decide = wish.DecideAccountability(accountability=MATTER, outcome=Consequence.TALK, decision_no="决2")
    (fact,) = facts(handle.decide_accountability(decide, CITY, repo))
    assert fact.rule == "R-85"


@pytest.mark.parametrize(
    ("subject_class", "subject", "above", "by", "rule"),
    [("c", "FGJ", None, ROOM, "R-86"), ("d", "XCB", None, LEADERS, "R-87"), ("d", "LDXZ", "SLDXZ", None, "R-87")],
)
def test_each_class_of_subject_has_its_decider(subject_class: str, subject: str, above: str | None, by: Any, rule: str) -> None:
    repo = county()
    command = wished(subject_class=subject_class, subject=named("org", subject))
    superior = Superior(org=command.subject, above=above and named("org", above))
    (fact,) = facts(handle.propose_accountability(command, ROOM, repo, (superior,)))
    repo.apply([fact])
    decider = by or act("leading_group", str(above))
    repo.apply(handle.accept_accountability(wish.AcceptAccountability(accountability=MATTER), decider, repo))
    assert fact.rule == rule


def test_its_subject_puts_nothing_forward_and_decides_nothing() -> None:
    repo = county()
    with pytest.raises(OwnAccountability):
        handle.propose_accountability(wished(subject_class="d", subject=named("org", "XCB")), OFFICE, repo, (None,))
    with pytest.raises(NotOrganOfCase):
        handle.propose_accountability(wished(), act("discipline", "CGJ"), repo, (None,))
    proposed(repo, person=ROOM.actor)
    with pytest.raises(OwnAccountability):
        handle.accept_accountability(wish.AcceptAccountability(accountability=MATTER), ROOM, repo)


def test_the_adjustment_of_a_post_is_proposed_to_the_organization_department() -> None:
    repo = decided("post_adjustment")
    event = repo.last(told.AdjustmentProposed)
    assert (event.org, event.person, event.reason) == (ORG, PRINCIPAL.actor, "决1")
    with pytest.raises(AssertionError):
        decided("talk").last(told.AdjustmentProposed)


def test_a_decision_is_announced_once() -> None:
    repo = decided()
    announce = wish.AnnounceAccountability(accountability=MATTER, notice="通报1")
    repo.apply(handle.announce_accountability(announce, ROOM, repo))
    event = repo.last(told.AccountabilityAnnounced)
    assert (event.announced, event.decision_no, event.outcome) == (True, "决1", Consequence.ADMONITION)
    assert handle.announce_accountability(announce, ROOM, repo) == []


def test_a_consolidation_is_ordered_by_the_leading_group_of_the_case_and_ends_once() -> None:
    repo = county()
    order = OrderConsolidation(number="整1", case=CASE, reasons="问题集中", demands=("全面整顿",), decision_no="领1")
    with pytest.raises(NotOrganOfCase):
        consolidation.order_consolidation(order, act("leading_group", "OTHER"), repo)
    (fact,) = facts(consolidation.order_consolidation(order, LEADERS, repo))
    assert fact.rule == "R-101"
    repo.apply([fact])
    end = EndConsolidation(consolidation=named("consolidation", "整1"), result="已整顿")
    repo.apply(consolidation.end_consolidation(end, LEADERS, repo))
    with pytest.raises(ConsolidationOver):
        consolidation.end_consolidation(end, LEADERS, repo)
