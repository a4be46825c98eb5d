"""Steps of a round as others hear of them: flat, so that each takes the organs that it deals with."""

from collections.abc import Mapping
from typing import Any

from rectify.findings.v1 import findings_events_pb2 as events_pb2

from findings.events.round import RoundHeard, RoundReported, RoundStep, StayEnded
from kernel.envelope import Recorded

_ORGANS = ("dispatching", "leading_group", "office", "discipline", "org_dept", "publicity")


def round_ended(recorded: Recorded[StayEnded]) -> events_pb2.RoundEnded:
    """The teams left."""
    return events_pb2.RoundEnded(**_about(recorded.event), ended_on=recorded.event.day.isoformat())


def round_reported(recorded: Recorded[RoundReported]) -> events_pb2.RoundReported:
    """The report is complete."""
    event = recorded.event
    day = event.day.isoformat() if event.day else ""
    return events_pb2.RoundReported(**_about(event), reported_on=day, document=event.report_sha256)


def round_heard(recorded: Recorded[RoundHeard]) -> events_pb2.RoundHeard:
    """A body heard it."""
    event = recorded.event
    heard: Mapping[str, Any] = {"body": event.body.value, "heard_on": event.day.isoformat(), "document": event.minutes_sha256}
    return events_pb2.RoundHeard(**_about(event), **heard)


def _about(event: RoundStep) -> Mapping[str, Any]:
    organs = {name: getattr(event.bodies, name, None) or "" for name in _ORGANS}
    teams = [events_pb2.RoundTeam(name=team.name, leader=team.leader, org_ids=team.orgs) for team in event.teams]
    return {
        "round": event.round,
        "code": event.code,
        "rulebook": event.rulebook,
        "org_ids": event.orgs,
        **organs,
        "teams": teams,
    }
