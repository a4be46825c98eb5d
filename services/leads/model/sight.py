"""Who knows of a lead, who reads it and whose move it is; to everybody else it does not exist (SOD-06, SOD-07)."""

from enum import StrEnum
from typing import NamedTuple, Self

from kernel.aggregates import Repository
from kernel.context import Act, Asker
from kernel.errors import NotFound
from leads.events import NOBODY
from leads.model.lead import Lead
from leads.model.record import LeadRecord, LeadState


class Duty(StrEnum):
    """In what capacity somebody has to do with a lead."""

    REGISTRANT = "team_leader"
    LEADING_GROUP = "leading_group"
    OFFICE = "office"
    CHANNEL = "lead_channel"


class Viewer(NamedTuple):
    """Who looks, or acts."""

    person: str
    role: str
    org: str

    @classmethod
    def acting(cls, act: Act) -> Self:
        """Who gives a command."""
        return cls(act.actor, act.role, act.org)

    @classmethod
    def asking(cls, asker: Asker) -> Self:
        """Who asks a question."""
        return cls(asker.person, asker.role, asker.org)

    def has(self, duty: Duty, lead: LeadRecord) -> bool:
        """Whether the lead is this one's in that capacity; a sealed one is the channel's through one person only."""
        if self.role != duty:
            return False
        match duty:
            case Duty.REGISTRANT:
                return self.person == lead.registrant
            case Duty.LEADING_GROUP:
                return self.org == lead.leading_group
            case Duty.OFFICE:
                return self.org == lead.office
            case Duty.CHANNEL:
                only = lead.said.sealed_to
                return lead.state.addressed and self.org == lead.addressee and only in (NOBODY, self.person)

    def knows(self, lead: LeadRecord) -> bool:
        """Whether number, addressee, dates and status class are for this one."""
        return lead.exists and any(self.has(duty, lead) for duty in Duty)

    def reads(self, lead: LeadRecord) -> bool:
        """Whether the content is: its registrant's until the referral is approved, then the channel's that holds it."""
        if not lead.exists:
            return False
        if lead.state is LeadState.REGISTERED:
            return self.has(Duty.REGISTRANT, lead)
        return lead.state.held and self.has(Duty.CHANNEL, lead)


def none(id: str) -> NotFound:
    """What everybody hears to whom a lead is not known, whether or not there is one."""
    return NotFound(what=Lead.CALLED, id=id)


def due_from(repo: Repository, id: str, act: Act, *duties: Duty) -> Lead:
    """The lead, for who has one of these duties in it.

    Raises:
        NotFound: there is none, or none for this person.
    """
    lead = repo.find(Lead, id)
    if not lead.exists or not any(Viewer.acting(act).has(duty, lead) for duty in duties):
        raise none(id)
    return lead
