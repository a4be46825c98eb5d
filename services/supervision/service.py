"""The supervision service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from typing import Any

from rectify.supervision.v1 import supervision_service_pb2

from chassis.service import Hear, Service
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
from supervision.queries.obligations import keep_rules_in_use
from supervision.wire.heard import READERS

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


def _all(name: str) -> dict[Any, Any]:
    """The tables of this name of all topics; what two of them react to, both do."""
    whole: dict[Any, Any] = {}
    for topic in TOPICS:
        for key, value in getattr(topic, name, {}).items():
            whole[key] = [*whole.get(key, []), *value] if isinstance(value, list) else value
    return whole


def _hears() -> dict[str, Hear]:
    """By the full name of the neighbour's message: supervision's word for it, how to read it, who reacts."""
    return {READERS[news][0]: Hear(news, policies, READERS[news][1]) for news, policies in _all("HEARS").items()}


SERVICE = Service(
    name="supervision",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=supervision_service_pb2.DESCRIPTOR.services_by_name["SupervisionService"],
    commands=_all("COMMANDS"),
    queries=_all("QUERIES"),
    policies=_all("POLICIES"),
    hears=_hears(),
    projections=_all("PROJECTIONS"),
    sweeps=_all("SWEEPS"),
    publishes=_all("PUBLISHES"),
    checks=_all("CHECKS"),
    admit=keep_rules_in_use,
)
