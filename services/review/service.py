"""The review service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from typing import Any

from rectify.review.v1 import review_service_pb2

from chassis.service import Hear, Service
from review.page import adjustment, assessment, cases, leadership, opinions, supervision_report

TOPICS = (cases, opinions, leadership, assessment, adjustment, supervision_report)


def _all(name: str) -> dict[Any, Any]:
    """The tables of this name of all topics."""
    return {key: value for topic in TOPICS for key, value in getattr(topic, name, {}).items()}


SERVICE = Service(
    name="review",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=review_service_pb2.DESCRIPTOR.services_by_name["ReviewService"],
    commands=_all("COMMANDS"),
    queries=_all("QUERIES"),
    hears={name: Hear(news, policies) for name, (news, policies) in _all("HEARS").items()},
    projections=_all("PROJECTIONS"),
    publishes=_all("PUBLISHES"),
)
