"""The publicity service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from typing import Any

from rectify.publicity.v1 import publicity_service_pb2

from chassis.service import Hear, Service
from publicity.page import cases, disclosure, ideology, survey, typical
from publicity.page.site import SITE
from publicity.wire.heard import READERS

TOPICS = (cases, disclosure, typical, survey, ideology)


def _all(name: str) -> dict[Any, Any]:
    """The tables of this name of all topics; what two of them react to, both do."""
    whole: dict[Any, Any] = {}
    for topic in TOPICS:
        for key, value in getattr(topic, name, {}).items():
            whole[key] = [*whole.get(key, []), *value] if isinstance(value, list) else value
    return whole


def _hears() -> dict[str, Hear]:
    """By the full name of the neighbour's message: publicity's word for it, how to read it, who reacts."""
    return {READERS[news][0]: Hear(news, policies, READERS[news][1]) for news, policies in _all("HEARS").items()}


SERVICE = Service(
    name="publicity",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=publicity_service_pb2.DESCRIPTOR.services_by_name["PublicityService"],
    commands=_all("COMMANDS"),
    queries=_all("QUERIES"),
    hears=_hears(),
    projections=_all("PROJECTIONS"),
    publishes=_all("PUBLISHES"),
    checks=_all("CHECKS"),
    site=SITE,
)
