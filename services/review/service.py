"""The review service: what it owns, offers, hears, keeps and tells."""

from rectify.review.v1 import review_service_pb2

from chassis.service import Service

SERVICE = Service(
    name="review",
    events=[],
    rpc=review_service_pb2.DESCRIPTOR.services_by_name["ReviewService"],
    commands={},
)
