"""Leads are counted by round without being known; what was reported of a round never changes."""

from datetime import UTC, date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from chassis.store.rows.memory import MemoryRows
from findings.events.round_reports import (
    LeadCounted,
    LeadTotals,
    Rectification,
    ReportBody,
    RoundFigures,
    RoundReportReceived,
    RoundReportSubmitted,
)
from findings.events.words import Bodies, RoundKind, RoundMode
from findings.model.round import Round
from findings.model.round_reports import LeadTally, RoundReport, figures_digest, tally_id
from findings.policies import leads
from findings.projections.round_reports import LEAD_TALLIES, fold
from findings.queries.round_reports import lead_totals
from findings.refusals.round_reports import NotRoundReportBody, RoundReportNumberUsed, RoundReportReceivedAlready
from kernel.context import Act, named
from kernel.envelope import Recorded, Told
from kernel.messages import Changes, News, facts
from testkit.given import Given

NOW = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 6, 1)
ROUND, OTHER = named("round", "R1"), named("round", "R2")
XW, LDXZ, XCB, JW, ZZB = (named("org", code) for code in ("XW", "LDXZ", "XCB", "JW", "ZZB"))


def act(org: str) -> Act:
    return Act(NOW, NOW, uuid4(), "c" * 32, "leading_group", org, ZoneInfo("Asia/Shanghai"))


def told[N: News](news: N) -> Told[N]:
    return Told(news, "x/leads/1", 1, 1, NOW, NOW, "0" * 32, "system", "", "", ())


def recorded(event: LeadCounted) -> Recorded[LeadCounted]:
    return Recorded(event, "x/findings/1", 1, None, event.tally, 1, event.TOPIC, NOW, NOW, "", (), (), "", "", "", "", b"")


def test_leads_are_counted_by_round_and_stage_and_nothing_else_is_kept() -> None:
    repo, rows = Given(), MemoryRows()

    def hear(changes: Changes) -> None:
        repo.apply(changes)
        for fact in facts(changes):
            assert isinstance(fact.event, LeadCounted)
            fold(recorded(fact.event), rows)

    first, second, third = "1" * 32, "2" * 32, "3" * 32
    for lead, inspected in ((first, ROUND), (second, ROUND), (third, OTHER)):
        news = leads.LeadReferred(lead=lead, round=inspected, referred_on=DAY, due=date(2026, 9, 1))
        hear(leads.count_referred(told(news), act(XCB), repo))
    hear(leads.count_accepted(told(leads.LeadAccepted(lead=first, accepted_on=DAY)), act(XCB), repo))
    fed_back = leads.LeadOutcomeFedBack(lead=first, status_class="filed", fed_back_on=date(2026, 9, 9), late=True)
    hear(leads.count_fed_back(told(fed_back), act(XCB), repo))
    hear(leads.count_misdirected(told(leads.LeadMisdirected(lead=second, returned_on=DAY)), act(XCB), repo))
    # One of which nobody heard that it was referred belongs to no round.
    assert leads.count_closed(told(leads.LeadClosed(lead="9" * 32, status_class="closed", closed_on=DAY)), act(XCB), repo) == []
    totals = lead_totals(ROUND, rows)
    assert (totals.referred, totals.fed_back, totals.misdirected, totals.late) == (2, 1, 1, 1)
    assert [(one.status_class, one.leads) for one in totals.classes] == [("filed", 1)]
    assert lead_totals(OTHER, rows).referred == 1
    assert first not in {row["tally"] for row in rows.page(LEAD_TALLIES)}
    assert repo.find(LeadTally, tally_id(first)).due == date(2026, 9, 1)


def figures(signed_off: int) -> RoundFigures:
    counts = dict.fromkeys(Rectification.model_fields, 0) | {"completion_rate": "0.00", "laggards": (), "signed_off": signed_off}
    return RoundFigures(
        rectification=Rectification.model_validate(counts),
        leads=LeadTotals.model_validate(dict.fromkeys(LeadTotals.model_fields, 0) | {"classes": ()}),
    )


def planned() -> Round:
    found = Round(id=ROUND)
    bodies = Bodies(dispatching=XW, leading_group=LDXZ, office=XCB, discipline=JW, org_dept=ZZB)
    for fact in facts(found.plan("R1", "轮次", RoundKind.XUNCHA, RoundMode.ROUTINE, "guangxi-2022", bodies)):
        found.fold(fact.event, datetime(2026, 3, 2, tzinfo=UTC))
    return found


def test_a_report_is_submitted_once_and_taken_by_both_bodies() -> None:
    report = RoundReport(id=named("round_report", "报1"))
    (fact,) = facts(report.submit("报1", planned(), figures(3), None, "guangxi-2022@1", DAY))
    assert isinstance(fact.event, RoundReportSubmitted)
    assert fact.rule == "R-58"
    report.fold(fact.event, NOW)
    assert report.digest == figures_digest("报1", ROUND, figures(3)) != figures_digest("报1", ROUND, figures(4))
    with pytest.raises(RoundReportNumberUsed):
        report.submit("报1", planned(), figures(4), None, "guangxi-2022@1", DAY)
    with pytest.raises(NotRoundReportBody):
        report.receive(act(JW))
    taken = []
    for org in (LDXZ, XW):
        for received in facts(report.receive(act(org))):
            assert isinstance(received.event, RoundReportReceived)
            report.fold(received.event, NOW)
            taken.append((received.event.body, received.event.complete))
    assert taken == [(ReportBody.LEADING_GROUP, False), (ReportBody.DISPATCHING, True)]
    with pytest.raises(RoundReportReceivedAlready):
        report.receive(act(XW))
