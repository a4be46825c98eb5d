"""The findings service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from rectify.findings.v1 import findings_service_pb2

from chassis.service import Service, gathered
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
from findings.queries.round_reports import not_of_leads

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


SERVICE = Service(
    name="findings",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"],
    commands=gathered(TOPICS, "COMMANDS"),
    queries=gathered(TOPICS, "QUERIES"),
    policies=gathered(TOPICS, "POLICIES"),
    hears=gathered(TOPICS, "HEARS"),
    projections=gathered(TOPICS, "PROJECTIONS"),
    sweeps=gathered(TOPICS, "SWEEPS"),
    publishes=gathered(TOPICS, "PUBLISHES"),
    checks=gathered(TOPICS, "CHECKS"),
    shown=not_of_leads,
    files=True,  # evidence: the bytes lie with the service that records their hash
)
