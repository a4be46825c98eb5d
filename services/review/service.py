"""The review service: what it owns, offers, hears, keeps and tells, put together from the topics of its page."""

from rectify.review.v1 import review_service_pb2

from chassis.service import Hear, Service, gathered
from review.page import adjustment, assessment, cases, leadership, opinions, supervision_report

TOPICS = (cases, opinions, leadership, assessment, adjustment, supervision_report)


SERVICE = Service(
    name="review",
    events=[event for topic in TOPICS for event in topic.EVENTS],
    rpc=review_service_pb2.DESCRIPTOR.services_by_name["ReviewService"],
    commands=gathered(TOPICS, "COMMANDS"),
    queries=gathered(TOPICS, "QUERIES"),
    hears={name: Hear(news, policies) for name, (news, policies) in gathered(TOPICS, "HEARS").items()},
    projections=gathered(TOPICS, "PROJECTIONS"),
    publishes=gathered(TOPICS, "PUBLISHES"),
)
