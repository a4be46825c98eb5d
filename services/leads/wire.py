"""What leads asks and hears, between protobuf and its own words."""

from datetime import date

from rectify.findings.v1 import findings_events_pb2, register_pb2
from rectify.leads.v1 import leads_events_pb2

from kernel.context import Act
from kernel.envelope import Recorded
from leads.commands import RerouteLead
from leads.events import StatusChanged
from leads.model.authority import Parent, Registered
from leads.policies import MandateIssued, RoundPlanned


def ask_unit(command: RerouteLead, act: Act) -> register_pb2.GetOrganisationRequest:
    """Who manages the cadres of the organisation?"""
    return register_pb2.GetOrganisationRequest(org=command.unit)


def ask_organ(command: RerouteLead, act: Act) -> register_pb2.GetOrganisationRequest:
    """Who leads the organ that is to receive it?"""
    return register_pb2.GetOrganisationRequest(org=command.addressee)


def hear_parents(answer: register_pb2.GetOrganisationResponse) -> Registered:
    """Its parents by date."""
    parents = tuple(
        Parent(relation=r.relation, parent=r.parent, since=date.fromisoformat(r.since), until=_maybe(r.until))
        for r in answer.relations
    )
    return Registered(org=answer.org, parents=parents)


def round_planned(message: findings_events_pb2.RoundPlanned) -> RoundPlanned:
    """The organs that refer."""
    bodies = message.bodies
    return RoundPlanned(
        round=message.round,
        code=message.code,
        rulebook=message.rulebook,
        office=bodies.office,
        leading_group=bodies.leading_group,
    )


def mandate_issued(message: findings_events_pb2.MandateIssued) -> MandateIssued:
    """The team leaders."""
    return MandateIssued(round=message.round, leaders=tuple(team.leader for team in message.teams))


def status_changed(recorded: Recorded[StatusChanged]) -> leads_events_pb2.LeadStatusChanged:
    """The class and the day, without the channel's own note."""
    event = recorded.event
    return leads_events_pb2.LeadStatusChanged(
        lead=event.lead,
        number=event.number,
        addressee=event.addressee,
        status_class=event.status_class,
        on=event.changed_on.isoformat(),
    )


def _maybe(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
