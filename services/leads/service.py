"""The leads service: what it owns, offers, hears, keeps and tells."""

from rectify.leads.v1 import leads_service_pb2

from chassis.service import Service

SERVICE = Service(
    name="leads",
    events=[],
    rpc=leads_service_pb2.DESCRIPTOR.services_by_name["LeadsService"],
    commands={},
)
