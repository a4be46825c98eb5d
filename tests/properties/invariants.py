"""What must hold after anything that anybody does, told from the events alone and independently of the code that made them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from findings.events.words import PostKind
from findings.model.case import Case
from findings.model.organisation import Organisation
from findings.model.state import FindingState
from kernel.aggregates import Aggregate
from kernel.envelope import Recorded
from supervision.events.obligation import Deadline
from supervision.model.obligation import Obligation
from testkit.pure import PureWorld

Edges = Mapping[str, frozenset[tuple[str, str]]]


def _edges(*lines: str) -> Edges:
    """`topic: A>B C>D` each; a state that stays is legal everywhere."""
    found = {}
    for line in lines:
        topic, _, pairs = line.partition(":")
        found[topic] = frozenset((pair.split(">")[0], pair.split(">")[1]) for pair in pairs.split())
    return found


# The lifecycles as the requirements draw them: which fact may move a thing from where to where. Facts that are not named
# move nothing.
FINDING = _edges(
    "registered: None>REGISTERED",
    "immediate-notice-served: None>IN_PROGRESS REGISTERED>IN_PROGRESS PLANNED>IN_PROGRESS",
    "claimed: REGISTERED>PLANNED",
    "plan-item-adopted: REGISTERED>IN_PROGRESS PLANNED>IN_PROGRESS REOPENED>IN_PROGRESS REOPENED>CONTINUING "
    "PLANNED>CONTINUING REGISTERED>CONTINUING",
    "plan-item-returned: PLANNED>REGISTERED",
    "continued: IN_PROGRESS>CONTINUING",
    "signoff-requested: IN_PROGRESS>SIGNOFF_REQUESTED CONTINUING>SIGNOFF_REQUESTED",
    "inner-signed: SIGNOFF_REQUESTED>INNER_SIGNED",
    "signoff-rejected: SIGNOFF_REQUESTED>IN_PROGRESS SIGNOFF_REQUESTED>CONTINUING",
    "signoff-check-failed: INNER_SIGNED>IN_PROGRESS INNER_SIGNED>CONTINUING",
    "signed-off: INNER_SIGNED>SIGNED_OFF",
    "reopened: SIGNED_OFF>REOPENED",
    "closed-not-applicable: REGISTERED>CLOSED_NOT_APPLICABLE PLANNED>CLOSED_NOT_APPLICABLE IN_PROGRESS>CLOSED_NOT_APPLICABLE "
    "CONTINUING>CLOSED_NOT_APPLICABLE SIGNOFF_REQUESTED>CLOSED_NOT_APPLICABLE INNER_SIGNED>CLOSED_NOT_APPLICABLE "
    "REOPENED>CLOSED_NOT_APPLICABLE",
)

CASE = _edges(
    "opened: None>OPENED",
    "planning-begun: OPENED>PLANNING",
    "plan-settled: PLANNING>CONCENTRATED",
    "concentrated-phase-ended: OPENED>REPORT_DUE PLANNING>REPORT_DUE CONCENTRATED>REPORT_DUE CONCENTRATED>REVIEWING "
    "PLANNING>REVIEWING OPENED>REVIEWING CONCENTRATED>CONTINUING CONCENTRATED>ALL_SIGNED_OFF PLANNING>ALL_SIGNED_OFF "
    "OPENED>ALL_SIGNED_OFF OPENED>CONTINUING PLANNING>CONTINUING",
    "progress-report-submitted: REPORT_DUE>REVIEWING CONTINUING>REVIEWING",
    "progress-report-settled: REVIEWING>CONTINUING REVIEWING>REPORT_DUE",
    "finding-settled: REPORT_DUE>ALL_SIGNED_OFF REVIEWING>ALL_SIGNED_OFF CONTINUING>ALL_SIGNED_OFF",
    "finding-reopened: ALL_SIGNED_OFF>REPORT_DUE ALL_SIGNED_OFF>REVIEWING ALL_SIGNED_OFF>CONTINUING COMPLETED>REPORT_DUE "
    "COMPLETED>REVIEWING COMPLETED>CONTINUING",
    "completed: ALL_SIGNED_OFF>COMPLETED",
    "closed: COMPLETED>CLOSED",
    "reopened: CLOSED>REPORT_DUE CLOSED>REVIEWING CLOSED>CONTINUING COMPLETED>CONTINUING COMPLETED>REPORT_DUE",
)

_RUNS = ("RUNNING", "EXTENDED")


def _from(*states: str) -> Callable[[str], str]:
    return lambda to: " ".join(f"{state}>{to}" for state in states)


_OPEN = _from("SCHEDULED", "RUNNING", "EXTENDED", "OVERDUE", "SUSPENDED")

OBLIGATION = _edges(
    "scheduled: None>SCHEDULED",
    "opened: None>RUNNING SCHEDULED>RUNNING",
    f"overdue: {_from(*_RUNS)('OVERDUE')}",
    f"met: {_from(*_RUNS)('MET')}",
    f"met-late: {_from(*_RUNS, 'OVERDUE')('MET_LATE')}",
    f"extended: {_from(*_RUNS, 'OVERDUE')('EXTENDED')}",
    f"redated: {_from(*_RUNS, 'OVERDUE')('RUNNING')}",
    f"suspended: {_from('SCHEDULED', *_RUNS, 'OVERDUE')('SUSPENDED')}",
    "resumed: SUSPENDED>RUNNING SUSPENDED>EXTENDED SUSPENDED>OVERDUE SUSPENDED>SCHEDULED",
    f"waived: {_OPEN('WAIVED')}",
    f"superseded: {_OPEN('SUPERSEDED')}",
)

LIFECYCLES: Mapping[str, tuple[type[Aggregate], Edges]] = {
    "findings.finding": (FindingState, FINDING),
    "findings.case": (Case, CASE),
    "supervision.obligation": (Obligation, OBLIGATION),
}


def illegal(world: PureWorld, streams: set[tuple[str, str]]) -> Iterator[str]:
    """Steps of these streams (service, aggregate) that no lifecycle knows."""
    for service, stream in sorted(streams):
        history = [recorded for recorded in world.log(service) if recorded.aggregate == stream]
        kind = ".".join(history[0].topic.split(".")[:2])
        if kind not in LIFECYCLES:
            continue
        cls, edges = LIFECYCLES[kind]
        thing: Any = cls(id=stream)
        for recorded in history:
            before = str(thing.state) if thing.exists else "None"
            thing.fold(recorded.event, recorded.effective)
            step = (before, str(thing.state))
            what = recorded.topic.split(".")[2]
            if step[0] != step[1] and step not in edges.get(what, frozenset()):
                yield f"{recorded.topic} moved {stream} from {step[0]} to {step[1]}"


def early(world: PureWorld, streams: set[tuple[str, str]]) -> Iterator[str]:
    """Duties that were met without a submission that waited, or whose lateness is not what their dates say."""
    for service, stream in sorted(streams):
        history = [recorded for recorded in world.log(service) if recorded.aggregate == stream]
        if not history[0].topic.startswith("supervision.obligation."):
            continue
        if history[0].event.kind not in (Deadline.HARD, Deadline.PERIODIC):
            continue  # a target of service is no date that can be missed
        due, submitted, missed = date.min, None, False
        for recorded in history:
            event: Any = recorded.event
            match recorded.topic.split(".")[2]:
                case "opened" | "extended" | "redated":
                    due = event.due
                case "submitted":
                    submitted = event.submitted_on
                case "sent-back":
                    submitted = None
                case "overdue":
                    missed = True
                case "met":
                    if submitted is None or submitted > due or missed:
                        yield f"{event.obligation} was met in time: submitted {submitted}, due {due}, missed {missed}"
                case "met-late":
                    if submitted is None or not (submitted > due or missed):
                        yield f"{event.obligation} was met late: submitted {submitted}, due {due}, missed {missed}"


def doubled(world: PureWorld, streams: set[tuple[str, str]]) -> Iterator[str]:
    """Two principals at once; a read model that says another state than the events."""
    today = world.now.astimezone(world.zone).date()
    for service, stream in sorted(streams):
        topic = _first(world, service, stream).topic
        if topic.startswith("findings.organisation."):
            org = world.repository("findings").find(Organisation, stream)
            serving = [p for p in org.posts if p.post is PostKind.PRINCIPAL and p.held(today) and not p.acting]
            if len(serving) > 1:
                yield f"{org.code} has {len(serving)} principals on {today}"
        elif topic.startswith("findings.finding."):
            yield from _differs(world, "findings", "ledger", stream, world.repository("findings").find(FindingState, stream).state)
        elif topic.startswith("supervision.obligation."):
            state = world.repository("supervision").find(Obligation, stream).state
            yield from _differs(world, "supervision", "obligations", stream, state)


def _differs(world: PureWorld, service: str, name: str, stream: str, state: Any) -> Iterator[str]:
    tables = [t for p in world.pages()[service].projections.values() for t in p.tables if t.name == name]
    row = world.rows(service).get(tables[0], stream)
    if row is not None and row["state"] != str(state):
        yield f"{name} says {stream} is {row['state']}, its events say {state}"


def _first(world: PureWorld, service: str, stream: str) -> Recorded[Any]:
    return next(recorded for recorded in world.log(service) if recorded.aggregate == stream)


def flaws(world: PureWorld, *audits: str) -> Iterator[str]:
    """What the services' own executable audits say of the whole history."""
    for name, page in world.pages().items():
        for audit in audits:
            if audit in page.checks:
                _, found = page.checks[audit].run(world.rows(name), world.repository(name), iter(world.log(name)))
                yield from (f"{audit} {name}:{flaw.position} {flaw.code}: {flaw.why}" for flaw in found)
