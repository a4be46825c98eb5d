"""Whatever people try, in whatever order: the rules hold, and the ledger's row says what the aggregate says."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chassis.store.rows import MemoryRows
from findings.commands import amendments as amendments_wish
from findings.commands import finding as wish
from findings.commands import measures as measures_wish
from findings.commands import plan as plan_wish
from findings.commands import signoff as signoff_wish
from findings.events.parts import State, Track
from findings.handlers import amendments as amendments_act
from findings.handlers import finding as act_on
from findings.handlers import measures as measures_act
from findings.handlers import plan as plan_act
from findings.handlers import signoff as signoff_act
from findings.model.finding import Finding
from findings.policies.ledger_days import dates_passed, pass_dates
from findings.projections import ledger
from findings.projections.ledger import LEDGER
from findings.queries.finding import GetFinding, get_finding
from findings.queries.findings import ListFindings, line, list_findings, persons
from kernel.context import Asker, named
from kernel.envelope import Recorded
from kernel.errors import Refusal
from kernel.messages import Event


def recorded(event: Event, at: datetime) -> Recorded[Event]:
    """The event as the store would hand it to a projection."""
    moment = at.astimezone(UTC)
    who = ("0" * 32, "system", "0" * 32, "", b"")
    return Recorded(event, "t", 1, None, event.stream, 1, event.TOPIC, moment, moment, "", (), (), *who)


class Mirror:
    """The read model that follows the world's facts."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.rows = MemoryRows()
        self.seen = 0

    def follow(self) -> None:
        for event in self.world.events[self.seen :]:
            ledger.fold(recorded(event, self.world.now), self.rows)
        self.seen = len(self.world.events)

    def agrees(self, found: Finding) -> None:
        """The row against the aggregate, and the list's line against the whole finding's."""
        row = self.rows.get(LEDGER, found.id)
        assert row is not None
        assert row["state"] == found.state
        assert row["open"] is (found.state is not None and found.state.open)
        assert row["due"] == (found.due.isoformat() if found.due else "")
        assert row["first_due"] == (found.first_due.isoformat() if found.first_due else "")
        assert row["reopened"] == found.reopened
        assert row["track"] == (found.track or "")
        assert row["cause"] == found.cause
        assert row["goal"] == found.goal
        assert row["plan_version"] == found.plan_version
        assert row["phase_over"] is (found.phase_end is not None)
        assert [c["text"] for c in row["criteria"]] == [c.text for c in found.criteria]
        assert {m["no"]: (m["text"], m["percent"], m["done"], m["dropped"]) for m in row["measures"]} == {
            m.no: (m.text, m.percent, m.done, m.dropped) for m in found.measures.values()
        }
        assert {s["no"]: (s["day"], bool(s["met"]), s["missed"]) for s in row["milestones"]} == {
            s.no: (s.day.isoformat(), s.met is not None, s.missed) for s in found.milestones.values()
        }
        assert [(p["no"], p["sha256"]) for p in row["evidence"]] == [(p.no, p.newest.sha256) for p in found.evidence.values()]
        assert row["amendments"] == sum(a.outcome == "proposed" for a in found.amendments)
        whole = get_finding(GetFinding(finding=found.id), self.rows, self.world, OFFICE)
        assert line(row, persons([row], self.rows), None) == whole.line


OFFICE = Asker(named("person", "办公室干部甲"), "office", named("org", "XCB"), date(2026, 3, 2))
N = 2
FINDING = st.integers(1, N)


def command(handler: Callable[..., Any], made: Callable[[Any, int], Any], role: str, org: str = "CGJ") -> Callable[[Any, int], Any]:
    return lambda world, n: world.do(handler, made(world, n), role, org)


ACTIONS: dict[str, Callable[[Any, int], Any]] = {
    "claim": lambda world, n: world.claim(n),
    "claim long": lambda world, n: world.claim(n, Track.LONG_TERM),
    "draft": lambda world, n: world.draft(n),
    "draft otherwise": lambda world, n: world.draft(n, goal="另一目标", measures=[{"text": "退缴款项"}, {"text": "新措施"}]),
    "draft long": lambda world, n: world.draft(
        n, track=Track.LONG_TERM, due=date(2026, 12, 31), milestones=[{"day": date(2026, 3, 20), "goal": "清查"}]
    ),
    "submit": lambda world, n: world.submit(),
    "amend": command(plan_act.amend_plan, lambda w, n: plan_wish.AmendPlan(case=w.case, reason="调整"), "handler"),
    "pass": lambda world, n: world.pass_plan(),
    "return": lambda world, n: world.return_plan(),
    "report": command(
        measures_act.report_measure,
        lambda w, n: measures_wish.ReportMeasure(finding=w.id(n), measure=1, percent=50, note="一半"),
        "handler",
    ),
    "meet": command(
        measures_act.meet_milestone, lambda w, n: measures_wish.MeetMilestone(finding=w.id(n), milestone=1, result="到"), "handler"
    ),
    "finish": lambda world, n: world.finish(n),
    "request": lambda world, n: world.request(n),
    "request as member": command(signoff_act.request_signoff, lambda w, n: signoff_wish.RequestSignOff(finding=w.id(n)), "member"),
    "approve": lambda world, n: world.approve(n),
    "approve as principal": lambda world, n: world.approve(n, "principal"),
    "reject": command(signoff_act.reject_signoff, lambda w, n: signoff_wish.RejectSignOff(finding=w.id(n), reason="x"), "member"),
    "verdict": lambda world, n: world.verdict(n),
    "verdict of another": lambda world, n: world.verdict(n, person="b"),
    "fail": lambda world, n: world.verdict(n, passed=False, defect="paper"),
    "reopen": lambda world, n: world.reopen(n),
    "phase": lambda world, n: world.continue_(n),
    "day": lambda world, n: world.later(20),
    "extend": lambda world, n: world.extend(date(2026, 12, 31)) if n == 1 else None,
    "grant": lambda world, n: world.grant() if n == 1 else None,
    "notice": command(
        act_on.serve_immediate_notice,
        lambda w, n: wish.ServeImmediateNotice(finding=w.id(n), demand="x", due=w.now.date(), served_to=w.who("principal").actor),
        "office",
        "XCB",
    ),
    "propose": command(
        amendments_act.propose_amendment,
        lambda w, n: amendments_wish.ProposeAmendment(finding=w.id(n), cells=({"column": "备注", "text": "注"},), reason="x"),
        "handler",
    ),
    "accept": command(
        amendments_act.accept_amendment, lambda w, n: amendments_wish.AcceptAmendment(finding=w.id(n), amendment=1), "member"
    ),
    "close": command(
        act_on.close_not_applicable,
        lambda w, n: wish.CloseNotApplicable(finding=w.id(n), ground="impossible", reason="x", proof=("d" * 64,)),
        "office",
        "XCB",
    ),
}


def holds(found: Finding) -> None:
    """The rules that no order of acts may break."""
    assert [s.no for s in found.signoffs] == list(range(1, len(found.signoffs) + 1))
    for signoff in found.signoffs:
        taken = [p for p in (signoff.requester, signoff.member, signoff.principal, signoff.verifier) if p]
        assert len(taken) == len(set(taken)) or signoff.outcome == "failed"
        if signoff.outcome in ("signed-off", "overturned"):
            assert signoff.verifier
            assert all(proof.evidence for proof in signoff.matrix)
    assert found.reopened == sum(s.outcome == "overturned" for s in found.signoffs)
    if found.state is State.SIGNED_OFF:
        assert found.current.outcome == "signed-off"
        assert found.current.verifier not in found.overturned_verifiers
    assert sum(e.outcome == "granted" for e in found.extensions) <= 1


def refused(action: Callable[[Any, int], Any], world: Any, n: int) -> bool:
    """Whether the action is refused; anything but a refusal is a fault."""
    try:
        action(world, n)
    except Refusal:
        return True
    return False


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_in_any_order(make: Callable[..., Any], data: st.DataObject) -> None:
    world = make(items=N)
    mirror = Mirror(world)
    # Most random orders die in front of the first gate: some begin behind it.
    if data.draw(st.booleans()):
        world.begin(*range(1, N + 1))
    for name, n in data.draw(st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), FINDING), max_size=30)):
        before = len(world.events)
        if refused(ACTIONS[name], world, n) and name not in ("finish", "submit"):  # these two are several commands
            assert len(world.events) == before
        mirror.follow()
        for due in dates_passed(world.now.date(), mirror.rows):
            world.apply(pass_dates(due, world.now.date(), world.who("system"), world), world.now)
        mirror.follow()
        assert dates_passed(world.now.date(), mirror.rows) == []
        for number in range(1, N + 1):
            holds(world.finding(number))
            mirror.agrees(world.finding(number))


def test_the_long_way_with_everything(world: Any) -> None:
    mirror = Mirror(world)
    names = (
        "claim long/draft long/claim 2/draft 2/submit/return/claim/draft long/claim 2/draft 2/submit/pass/report/day/meet/"
        "phase/finish/request/approve/approve as principal/fail/request/approve/approve as principal/verdict/reopen/amend/"
        "draft otherwise/submit/pass/finish/request/approve/approve as principal/verdict/verdict of another"
    )
    world.claim(3)
    world.draft(3)
    for step in names.split("/"):
        name, n = (step[:-2], 2) if step.endswith(" 2") else (step, 1)
        ACTIONS[name](world, n)
        if name == "return":
            world.claim(3)
        mirror.follow()
        for number in (1, 2, 3):
            mirror.agrees(world.finding(number))
    assert world.finding().state is State.SIGNED_OFF
    assert [s.outcome for s in world.finding().signoffs] == ["failed", "overturned", "signed-off"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"descending": True}, [6, 5, 4, 3, 2, 1]),
        ({"states": ["SIGNED_OFF"]}, [2]),
        ({"open": True}, [1, 3, 4, 5, 6]),
        ({"text": "问题4"}, [4]),
        ({"text": "CGJ-05"}, [5]),
        ({"reopened": True}, [3]),
        ({"key": True}, [6]),
        ({"overdue_on": date(2026, 6, 3)}, [1, 3, 4, 5, 6]),
        ({"overdue_on": date(2026, 6, 2)}, []),
        ({"due_before": date(2026, 6, 2)}, []),
        ({"track": "concentrated"}, [1, 2, 3, 4, 5, 6]),
        ({"category": "没有"}, []),
    ],
)
def test_lists_filter_sort_and_page(make: Callable[..., Any], asked: dict[str, Any], expected: list[int]) -> None:
    world = make(items=6)
    world.begin(*range(1, 7))
    world.sign_off(2)
    world.sign_off(3)
    world.reopen(3)
    flag = wish.FlagKeyFinding(finding=world.id(6), key=True, reason="重点")
    world.do(act_on.flag_key_finding, flag, "office", "XCB")
    mirror = Mirror(world)
    mirror.follow()
    found: list[str] = []
    after = ""
    while True:
        page = list_findings(ListFindings(case=world.case, limit=2, after=after, **asked), mirror.rows, None, asker=OFFICE)
        assert len(page.findings) <= 2
        found += [one.number for one in page.findings]
        after = page.next
        if not after:
            break
    assert found == [f"R1-CGJ-{n:02d}" for n in expected]


def test_whose_findings(world: Any) -> None:
    world.begin()
    mirror = Mirror(world)
    mirror.follow()
    mine = list_findings(ListFindings(responsible=world.who("member").actor), mirror.rows, None, asker=OFFICE)
    assert len(mine.findings) == 3
    assert list_findings(ListFindings(responsible="e" * 32), mirror.rows, None, asker=OFFICE).findings == ()
    with pytest.raises(Refusal) as refused:
        list_findings(ListFindings(after="unsinn"), mirror.rows, None, asker=OFFICE)
    assert refused.value.code == "page-unknown"
