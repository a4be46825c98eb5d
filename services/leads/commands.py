"""Wishes about leads."""

from datetime import date

from kernel.messages import Command, Id
from leads.events import AddresseeKind, Sha256, StatusClass


class RegisterLead(Command):
    """Register a lead; until it is approved, the same person words it anew under the same number.

    `accepted_on` None means today; `sealed_to` names the only person at the addressee who may ever read it.
    """

    number: str
    round: Id
    addressee: Id
    addressee_kind: AddresseeKind
    person: str
    post: str
    unit: Id
    source: str
    summary: str
    accepted_on: date | None = None
    attachments: tuple[Sha256, ...] = ()
    sealed_to: Id | None = None


class ApproveReferral(Command):
    """Approve the referral of a lead."""

    lead: Id
    approval: str


class SignHandOver(Command):
    """Sign the handing over, for the side that the signer is on."""

    lead: Id


class AcceptLead(Command):
    """Take a lead as one's own."""

    lead: Id


class ReturnMisdirected(Command):
    """Give a lead back that belongs elsewhere."""

    lead: Id
    reason: str


class RerouteLead(Command):
    """Send a misdirected lead to the right organ; `unit` is the organisation of the person reported."""

    lead: Id
    unit: Id
    addressee: Id
    addressee_kind: AddresseeKind
    sealed_to: Id | None = None


class SetStatus(Command):
    """Say how a lead is handled."""

    lead: Id
    status_class: StatusClass
    note: str = ""


class ReplyInterim(Command):
    """Say how far the handling is."""

    lead: Id
    reply: str


class ExtendLead(Command):
    """Give more time."""

    lead: Id
    due: date
    reason: str


class FeedBackOutcome(Command):
    """Give the outcome back; `status_class` None means the class that it is handled in."""

    lead: Id
    status_class: StatusClass | None = None
    result: str
    decision_no: str = ""


class CloseLead(Command):
    """Close a lead whose outcome is known."""

    lead: Id
