"""The supervision service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from rectify.supervision.v1 import supervision_service_pb2

from chassis.service import Hear, Service, gathered
from supervision.page import (
    accountability,
    cases,
    checks,
    consolidation,
    consultations,
    evaluations,
    ladder,
    listing,
    look_back,
    measures,
    obligations,
    plans,
    records,
    report_reviews,
    supervision_reports,
)
from supervision.queries.insiders import not_of_leads
from supervision.queries.obligations import keep_rules_in_use
from supervision.wire.heard import MESSAGES

TOPICS = (
    cases,
    obligations,
    ladder,
    listing,
    plans,
    records,
    report_reviews,
    checks,
    look_back,
    accountability,
    measures,
    consultations,
    evaluations,
    consolidation,
    supervision_reports,
)


def _hears() -> dict[str, Hear]:
    """By the full name of the neighbour's message: supervision's word for it, who reacts."""
    return {MESSAGES[news]: Hear(news, policies) for news, policies in gathered(TOPICS, "HEARS").items()}


SERVICE = Service(
    name="supervision",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=supervision_service_pb2.DESCRIPTOR.services_by_name["SupervisionService"],
    commands=gathered(TOPICS, "COMMANDS"),
    queries=gathered(TOPICS, "QUERIES"),
    policies=gathered(TOPICS, "POLICIES"),
    hears=_hears(),
    projections=gathered(TOPICS, "PROJECTIONS"),
    sweeps=gathered(TOPICS, "SWEEPS"),
    publishes=gathered(TOPICS, "PUBLISHES"),
    checks=gathered(TOPICS, "CHECKS"),
    admit=keep_rules_in_use,
    shown=not_of_leads,
)
