"""The publicity service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from rectify.publicity.v1 import publicity_service_pb2

from chassis.service import Hear, Service, gathered
from publicity.page import cases, disclosure, ideology, survey, typical
from publicity.page.site import SITE
from publicity.wire.heard import MESSAGES

TOPICS = (cases, disclosure, typical, survey, ideology)


def _hears() -> dict[str, Hear]:
    """By the full name of the neighbour's message: publicity's word for it, who reacts."""
    return {MESSAGES[news]: Hear(news, policies) for news, policies in gathered(TOPICS, "HEARS").items()}


SERVICE = Service(
    name="publicity",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=publicity_service_pb2.DESCRIPTOR.services_by_name["PublicityService"],
    commands=gathered(TOPICS, "COMMANDS"),
    queries=gathered(TOPICS, "QUERIES"),
    hears=_hears(),
    projections=gathered(TOPICS, "PROJECTIONS"),
    publishes=gathered(TOPICS, "PUBLISHES"),
    checks=gathered(TOPICS, "CHECKS"),
    site=SITE,
    proves=disclosure.PROVES,
)
