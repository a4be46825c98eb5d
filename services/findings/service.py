"""The findings service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from typing import Any

from rectify.findings.v1 import findings_service_pb2

from chassis.service import Service
from findings.page import (
    appointments,
    cases,
    common_problems,
    filings,
    finding,
    handover,
    inspection,
    key_lists,
    ledger,
    letters,
    monthly,
    plan,
    principal,
    register,
    registers,
    round_reports,
    rounds,
    similarity,
)

TOPICS = (
    register,
    appointments,
    rounds,
    cases,
    finding,
    plan,
    ledger,
    filings,
    letters,
    monthly,
    registers,
    round_reports,
    principal,
    handover,
    inspection,
    key_lists,
    common_problems,
    similarity,
)


def _all(name: str) -> dict[Any, Any]:
    """The tables of this name of all topics; what two of them react to, both do."""
    whole: dict[Any, Any] = {}
    for topic in TOPICS:
        for key, value in getattr(topic, name, {}).items():
            whole[key] = [*whole.get(key, []), *value] if isinstance(value, list) else value
    return whole


SERVICE = Service(
    name="findings",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"],
    commands=_all("COMMANDS"),
    queries=_all("QUERIES"),
    policies=_all("POLICIES"),
    hears=_all("HEARS"),
    projections=_all("PROJECTIONS"),
    sweeps=_all("SWEEPS"),
    publishes=_all("PUBLISHES"),
    checks=_all("CHECKS"),
    files=True,  # evidence: the bytes lie with the service that records their hash
)
