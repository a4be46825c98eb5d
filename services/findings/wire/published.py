"""Published words whose fields are not those of the fact by name."""

from rectify.findings.v1 import findings_events_pb2 as events_pb2

from findings.events.plan import PlanSubmitted
from findings.events.signoff import InnerSigned
from kernel.envelope import Recorded


def inner_signed(recorded: Recorded[InnerSigned]) -> events_pb2.InnerSigned:
    """Who must not verify, and whether anybody has to."""
    event = recorded.event
    inner = sorted({event.requester, event.member, event.principal or ""} - {""})
    return events_pb2.InnerSigned(
        finding=event.finding,
        case=event.case,
        org=event.org,
        signoff=event.signoff,
        number=event.number,
        involved=inner,
        barred=event.barred,
        after_reopening=event.reopened > 0,
        outer=event.route.outer,
        route=event.route.value,
        percent=event.percent,
        seed=event.seed,
        drawn=event.drawn,
        document=event.digest,
        special_check=event.special_check,
        rulebook=event.rulebook,
    )


def plan_submitted(recorded: Recorded[PlanSubmitted]) -> events_pb2.PlanSubmitted:
    """A version with everything in it, by hash."""
    event = recorded.event
    return events_pb2.PlanSubmitted(
        plan=event.plan,
        case=event.case,
        org=event.org,
        version=event.version,
        amendment=event.amendment,
        items=[events_pb2.PlanItemHash(finding=i.finding, number=i.number, sha256=i.sha256) for i in event.items],
        document=event.digest,
        special_checks=event.special_checks,
        rulebook=event.rulebook,
    )
