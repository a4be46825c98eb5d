"""The findings service: what it owns, offers, hears, keeps and tells."""

from rectify.findings.v1 import findings_service_pb2

from chassis.service import Service
from findings.page import cases, register, rounds

_MINE = (register, rounds, cases)

SERVICE = Service(
    name="findings",
    events=[event for topic in _MINE for event in topic.EVENTS],
    rpc=findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"],
    commands=register.COMMANDS | rounds.COMMANDS | cases.COMMANDS,
    queries=register.QUERIES | rounds.QUERIES | cases.QUERIES,
    policies=rounds.POLICIES | cases.POLICIES,
    projections=register.PROJECTIONS | rounds.PROJECTIONS | cases.PROJECTIONS,
    sweeps=cases.SWEEPS,
)
