"""Facts about leads: what leaves this service is in clear, everything else is stored encrypted from the first fact on."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from kernel.messages import Event, Id, Personal, Ref

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

# Stands for nobody where the presence of an id would itself tell something: encrypted, it looks like any other id.
NOBODY = "0" * 32


class AddresseeKind(StrEnum):
    """What kind of organ a lead goes to (F-06); each has its own rule (R-62, R-63)."""

    DISCIPLINE = "discipline"
    ORG_DEPT = "org_dept"


class Side(StrEnum):
    """Who signs a handing over."""

    GIVING = "giving"
    RECEIVING = "receiving"


class StatusClass(StrEnum):
    """How a lead is, or was, handled (F-05, F-30): the only word about its handling that leaves the lead channel."""

    TALK_INQUIRY = "talk_inquiry"
    PRELIMINARY_CHECK = "preliminary_check"
    FILED = "filed"
    ORGANISATIONAL = "organisational"
    PENDING = "pending"
    CLOSED = "closed"


class RoundNoted(Event):
    """Findings planned a round: who acts in it."""

    TOPIC = "leads.round.noted.v1"
    STREAM = "file"

    file: Id
    round: Ref
    code: str
    rulebook: str
    office: Id
    leading_group: Id


class TeamsNoted(Event):
    """Findings told the mandate of a round: who leads its teams."""

    TOPIC = "leads.round.teams-noted.v1"
    STREAM = "file"

    file: Id
    round: Ref
    leaders: tuple[Id, ...]


class OfLead(Event):
    """A fact about a lead; it names no organisation but the addressee, no case, no finding and no person concerned."""

    STREAM = "lead"

    lead: Ref
    number: str
    addressee: Ref


class Content(OfLead):
    """What a lead says; `unit` is the organisation of the person reported, `sealed_to` the only reader or `NOBODY`."""

    person: Personal[str]
    post: Personal[str]
    unit: Personal[Id]
    source: Personal[str]
    summary: Personal[str]
    attachments: Personal[tuple[Sha256, ...]] = ()
    sealed_to: Personal[Id] = NOBODY


class LeadRegistered(Content):
    """A team leader registered a lead and proposed where it goes; `accepted_on` is the day on which the team accepted it."""

    TOPIC = "leads.lead.registered.v1"

    round: Ref
    round_code: str
    round_rulebook: str
    office: Id
    leading_group: Id
    addressee_kind: AddresseeKind
    registrant: Id
    accepted_on: date
    registered_on: date


class LeadReworded(Content):
    """Its registrant worded it anew before it was approved."""

    TOPIC = "leads.lead.reworded.v1"

    addressee_kind: AddresseeKind
    accepted_on: date


class LeadApproved(OfLead):
    """The leading group approved its referral; from now on its registrant reads it no longer."""

    TOPIC = "leads.lead.approved.v1"

    approval: str
    approver: Id
    approved_on: date


class HandOverSigned(OfLead):
    """One of the two signed the handing over."""

    TOPIC = "leads.lead.hand-over-signed.v1"

    side: Side
    signer: Id
    signed_on: date


class LeadHandedOver(OfLead):
    """Both signed (R-50): the addressee has it, and its clock runs from this day (R-62, R-63).

    `referral` is a random id of this handing over: what others keep of it is found by no number that could be guessed.
    `target`: the date is a service target, which no source makes a limit.
    """

    TOPIC = "leads.lead.handed-over.v1"

    referral: Id
    round: Ref
    addressee_kind: AddresseeKind
    giver: Id
    receiver: Id
    referred_on: date
    due: date
    rule_id: str
    rulebook: str
    inference: bool
    target: bool = False


class LeadAccepted(OfLead):
    """The addressee takes it as its own; the date does not move."""

    TOPIC = "leads.lead.accepted.v1"

    accepted_on: date
    due: date
    rule_id: str
    rulebook: str


class LeadMisdirected(OfLead):
    """The addressee gave it back as not its own; `days` is how long it lay there since it was handed over."""

    TOPIC = "leads.lead.misdirected.v1"

    referral: Id
    reason: Personal[str]
    returned_on: date
    days: int


class LeadRerouted(OfLead):
    """It goes to another organ, by the cadre-management authority over the person's organisation."""

    TOPIC = "leads.lead.rerouted.v1"

    former: Id
    addressee_kind: AddresseeKind
    unit: Personal[Id]
    authority: Personal[Id]
    sealed_to: Personal[Id] = NOBODY
    rerouted_on: date


class StatusChanged(OfLead):
    """The addressee handles it in this way; `note` is its own."""

    TOPIC = "leads.lead.status-changed.v1"

    status_class: StatusClass
    changed_on: date
    note: Personal[str] = ""


class InterimReplied(OfLead):
    """The addressee said how far it is, before asking for more time."""

    TOPIC = "leads.lead.interim-replied.v1"

    reply: Personal[str]
    replied_on: date


class LeadExtended(OfLead):
    """The dispatching side gave it more time; the former date stays visible."""

    TOPIC = "leads.lead.extended.v1"

    referral: Id
    due: date
    former_due: date
    reason: Personal[str]
    extended_on: date


class OutcomeFedBack(OfLead):
    """The addressee's lead channel gave the outcome back, the only way there is (R-69); once late it is late for ever.

    After a date that is a service target it is not late: the target is passed.
    """

    TOPIC = "leads.lead.outcome-fed-back.v1"

    referral: Id
    status_class: StatusClass
    fed_back_on: date
    due: date
    late: bool
    target_passed: bool = False
    result: Personal[str]
    decision_no: Personal[str] = ""


class LeadClosed(OfLead):
    """The office took note of the outcome's class and date; nothing remains to be done."""

    TOPIC = "leads.lead.closed.v1"

    referral: Id
    status_class: StatusClass
    closed_on: date
