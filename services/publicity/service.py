"""The publicity service: what it owns, offers, hears, keeps and tells."""

from rectify.publicity.v1 import publicity_service_pb2

from chassis.service import Service

SERVICE = Service(
    name="publicity",
    events=[],
    rpc=publicity_service_pb2.DESCRIPTOR.services_by_name["PublicityService"],
    commands={},
)
