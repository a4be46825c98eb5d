"""A lead as its facts made it: what is known of it, and how each fact changes that."""

from datetime import date, datetime
from enum import StrEnum
from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from kernel.aggregates import Aggregate
from kernel.messages import Event
from leads import events as told
from leads.events import NOBODY, AddresseeKind, Side, StatusClass


class LeadState(StrEnum):
    """How far a lead is."""

    REGISTERED = "REGISTERED"
    APPROVED_FOR_REFERRAL = "APPROVED_FOR_REFERRAL"
    HANDED_OVER = "HANDED_OVER"
    ACCEPTED = "ACCEPTED"
    MISDIRECTED = "MISDIRECTED"
    IN_HANDLING = "IN_HANDLING"
    OUTCOME_FED_BACK = "OUTCOME_FED_BACK"
    CLOSED = "CLOSED"

    @property
    def owes_outcome(self) -> bool:
        """Whether the addressee's clock runs."""
        return self in (LeadState.HANDED_OVER, LeadState.ACCEPTED, LeadState.IN_HANDLING)

    @property
    def addressed(self) -> bool:
        """Whether the lead channel of the addressee knows of it."""
        return self not in (LeadState.REGISTERED, LeadState.MISDIRECTED)

    @property
    def held(self) -> bool:
        """Whether the addressee has it in its hands."""
        return self.addressed and self is not LeadState.APPROVED_FOR_REFERRAL


class Sheet(BaseModel):
    """What a lead says, decrypted; only in memory."""

    model_config = ConfigDict(frozen=True)

    person: str
    post: str
    unit: str
    source: str
    summary: str
    attachments: tuple[str, ...]
    sealed_to: str

    @property
    def sealed(self) -> bool:
        """Whether one person alone may read it."""
        return self.sealed_to != NOBODY


class Stay(BaseModel):
    """The time that a misdirected lead lay at an organ that it did not belong to."""

    model_config = ConfigDict(frozen=True)

    addressee: str
    addressee_kind: AddresseeKind
    referred_on: date
    due: date
    returned_on: date
    days: int


class Note(BaseModel):
    """Something that the lead channel, or the office for an extension, said on a day."""

    model_config = ConfigDict(frozen=True)

    on: date
    what: str
    text: str


# What is said about a lead is left out of every dump of its state, so that a store keeps no snapshot of it in clear: a class
# whose state does not survive being written is folded from its encrypted facts each time.
Said = partial(Field, exclude=True)


class LeadRecord(Aggregate):
    """The state of a lead."""

    KIND = "leads.lead"
    CALLED = "线索 / lead"

    state: LeadState = LeadState.REGISTERED
    number: str = ""
    round: str = ""
    round_code: str = ""
    round_rulebook: str = ""
    office: str = ""
    leading_group: str = ""
    addressee: str = ""
    addressee_kind: AddresseeKind = AddresseeKind.DISCIPLINE
    registrant: str = ""
    accepted_by_team_on: date | None = None
    registered_on: date | None = None
    sheet: Sheet | None = Said(None)
    approval: str = ""
    approved_on: date | None = None
    giver: str = ""
    receiver: str = ""
    referral: str = ""
    referred_on: date | None = None
    accepted_on: date | None = None
    due: date | None = None
    first_due: date | None = None
    rule_id: str = ""
    rulebook: str = ""
    inference: bool = False
    target: bool = False
    stays: tuple[Stay, ...] = ()
    status_class: StatusClass | None = None
    status_on: date | None = None
    replied_since_extension: bool = False
    extensions: int = 0
    fed_back_on: date | None = None
    late: bool = False
    after_target: bool = False
    result: str = Said("")
    decision_no: str = Said("")
    closed_on: date | None = None
    notes: tuple[Note, ...] = Said(())

    @property
    def said(self) -> Sheet:
        """What it says; every registered lead says something."""
        if self.sheet is None:
            raise ValueError(f"lead {self.id} was never registered")
        return self.sheet

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.LeadRegistered():
                self.number, self.registrant, self.registered_on = event.number, event.registrant, event.registered_on
                self.round, self.round_code, self.round_rulebook = event.round, event.round_code, event.round_rulebook
                self.office, self.leading_group = event.office, event.leading_group
                self._worded(event)
            case told.LeadReworded():
                self._worded(event)
            case told.LeadApproved():
                self.state = LeadState.APPROVED_FOR_REFERRAL
                self.approval, self.approved_on = event.approval, event.approved_on
            case told.HandOverSigned(side=Side.GIVING):
                self.giver = event.signer
            case told.HandOverSigned():
                self.receiver = event.signer
            case told.LeadHandedOver():
                self.state, self.referral, self.referred_on = LeadState.HANDED_OVER, event.referral, event.referred_on
                self.due = self.first_due = event.due
                self.rule_id, self.rulebook, self.inference = event.rule_id, event.rulebook, event.inference
                self.target = event.target
            case told.LeadMisdirected():
                self._misdirected(event)
            case told.LeadRerouted():
                self._rerouted(event)
            case _:
                self._handled(event)

    def _worded(self, event: told.LeadRegistered | told.LeadReworded) -> None:
        self.addressee, self.addressee_kind = event.addressee, event.addressee_kind
        self.accepted_by_team_on = event.accepted_on
        self.sheet = Sheet(**{name: getattr(event, name) for name in Sheet.model_fields})

    def _misdirected(self, event: told.LeadMisdirected) -> None:
        self.state, self.accepted_on = LeadState.MISDIRECTED, None
        if self.referred_on is not None and self.due is not None:
            stay = Stay(
                addressee=self.addressee,
                addressee_kind=self.addressee_kind,
                referred_on=self.referred_on,
                due=self.due,
                returned_on=event.returned_on,
                days=event.days,
            )
            self.stays = (*self.stays, stay)
        self.referred_on = self.due = self.first_due = None  # nothing is owed there; the stay keeps what was
        self._noted(event.returned_on, "misdirected", event.reason)

    def _rerouted(self, event: told.LeadRerouted) -> None:
        self.state, self.addressee, self.addressee_kind = LeadState.APPROVED_FOR_REFERRAL, event.addressee, event.addressee_kind
        self.sheet = self.said.model_copy(update={"unit": event.unit, "sealed_to": event.sealed_to})
        self.giver = self.receiver = ""
        self.extensions, self.replied_since_extension = 0, False

    def _handled(self, event: Event) -> None:
        match event:
            case told.LeadAccepted():
                self.state, self.accepted_on = LeadState.ACCEPTED, event.accepted_on
            case told.StatusChanged():
                self.state, self.status_class, self.status_on = LeadState.IN_HANDLING, event.status_class, event.changed_on
                self._noted(event.changed_on, event.status_class, event.note)
            case told.InterimReplied():
                self.replied_since_extension = True
                self._noted(event.replied_on, "interim-reply", event.reply)
            case told.LeadExtended():
                self.due, self.extensions, self.replied_since_extension = event.due, self.extensions + 1, False
                self._noted(event.extended_on, "extension", event.reason)
            case told.OutcomeFedBack():
                self.state, self.status_class, self.status_on = LeadState.OUTCOME_FED_BACK, event.status_class, event.fed_back_on
                self.fed_back_on, self.late, self.after_target = event.fed_back_on, event.late, event.target_passed
                self.result, self.decision_no = event.result, event.decision_no
            case told.LeadClosed():
                self.state, self.closed_on = LeadState.CLOSED, event.closed_on
            case _:
                raise TypeError(f"a lead does not fold {event.TOPIC}")

    def _noted(self, on: date, what: str, text: str) -> None:
        self.notes = (*self.notes, Note(on=on, what=what, text=text))
