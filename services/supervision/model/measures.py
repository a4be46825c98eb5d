"""Supervision measures, from their opening to their end (R-32, R-40)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import measures as happened
from supervision.events.measures import ActionKind
from supervision.model.rule import resting
from supervision.refusals.measures import (
    ActionState,
    NotAddressed,
    NotOpener,
    NumberUsed,
    PerformedLater,
    RecordedByAddressed,
    ResponseDuePast,
)

# Who has to wait for the leading group: others open a measure at once.
PROPOSING = ("office", "team_leader")


class State(StrEnum):
    """How far a measure is."""

    PROPOSED = "PROPOSED"
    OPENED = "OPENED"
    PERFORMED = "PERFORMED"
    RESPONSE_DUE = "RESPONSE_DUE"
    RESPONDED = "RESPONDED"
    CLOSED = "CLOSED"


# The rule by which a measure is taken, where its kind says so; otherwise who takes it says so.
_BY_KIND = {ActionKind.TASK_FORCE: "R-109", ActionKind.CONCENTRATED_CHECK: "R-102"}


def rule_of(kind: ActionKind, role: str, case: str | None, principal_leader: bool = False) -> str:
    """The rule that a measure rests on.

    A task force is R-109, a concentrated check R-102, an interview by a principal leader R-70, by another leader R-71, a
    meeting that the organization department calls beyond a single case R-112; else R-32 for the discipline organ, R-40 for
    the organization department, R-154 for the inspection office.
    """
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if kind is ActionKind.INTERVIEW and (principal_leader or role == "leader"):
        return "R-70" if principal_leader else "R-71"
    if role == "org_dept":
        return "R-112" if kind is ActionKind.PROMOTION_MEETING and case is None else "R-40"
    return "R-154" if role in PROPOSING else "R-32"


class SupervisionAction(Aggregate):
    """One measure of a supervising body towards one organ."""

    KIND = "supervision.action"
    CALLED = "监督举措 / supervision measure"

    kind: ActionKind = ActionKind.INTERVIEW
    number: str = ""
    case: str | None = None
    org: str | None = None
    addressee: str = ""
    person: str | None = None
    opener_org: str = ""
    opener_role: str = ""
    principal_leader: bool = False
    rulebook: str = ""
    response_due: date | None = None
    state: State | None = None

    def open(self, opened: happened.ActionOpened, act: Act) -> Changes:
        """Open, or propose, a measure.

        Raises:
            NumberUsed: the number belongs to another one.
            RecordedByAddressed: the actor is the person addressed or acts for the organ addressed (SOD-10).
            ResponseDuePast: the response would be due before the day of the opening.
        """
        if self.exists:
            raise NumberUsed(field="number", number=opened.number)
        _not_by_addressed(act, opened.addressee, opened.org, opened.person)
        _not_past(opened.response_due, act.effective_day)
        rule = rule_of(opened.kind, opened.opener_role, opened.case, opened.principal_leader)
        return [resting(opened, rule, opened.rulebook)]

    def approve(self, approval: str, act: Act) -> Changes:
        """The leading group approves what was proposed.

        Raises:
            ActionState.
        """
        self._must_be(State.PROPOSED)
        return [happened.ActionApproved(**self._names(), approval=approval, approver=act.actor)]

    def perform(
        self, act: Act, *, on: date, place: str, present: tuple[str, ...], record: str, response_due: date | None
    ) -> Changes:
        """It was performed; a response may now be due.

        Args:
            response_due: a new day for the response; None keeps the one stated when it was opened.

        Raises:
            ActionState, NotOpener, RecordedByAddressed, PerformedLater, ResponseDuePast.
        """
        self._must_be(State.OPENED)
        self._by_opener(act)
        if on > act.today:
            raise PerformedLater(field="performed_on", day=on)
        due = response_due or self.response_due
        _not_past(due, on)
        performed = happened.ActionPerformed(
            **self._names(),
            performed_on=on,
            place=place,
            present=present,
            record_sha256=record,
            response_due=due,
            recorder=act.actor,
        )
        rule = rule_of(self.kind, self.opener_role, self.case, self.principal_leader)
        return [resting(performed, rule, self.rulebook)]

    def respond(self, response: str, document: str, act: Act) -> Changes:
        """The party addressed responds: that is all it may do (SOD-10).

        Raises:
            ActionState, NotAddressed.
        """
        self._must_be(State.PERFORMED, State.RESPONSE_DUE)
        if act.org != self.addressee:
            raise NotAddressed(number=self.number)
        on = act.effective_day
        responded = happened.ActionResponded(
            **self._names(),
            response=response,
            document_sha256=document,
            responder=act.actor,
            responded_on=on,
            late=self.response_due is not None and on > self.response_due,
        )
        return [responded]

    def close(self, result: str, act: Act) -> Changes:
        """Who opened it closes it; one whose response is due only with the response.

        Raises:
            ActionState, NotOpener, RecordedByAddressed.
        """
        self._must_be(State.PERFORMED, State.RESPONDED)
        self._by_opener(act)
        return [happened.ActionClosed(**self._names(), result=result, closer=act.actor)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.ActionOpened():
                self.kind, self.number, self.case, self.org = event.kind, event.number, event.case, event.org
                self.addressee, self.person, self.rulebook = event.addressee, event.person, event.rulebook
                self.opener_org, self.opener_role = event.opener_org, event.opener_role
                self.response_due, self.principal_leader = event.response_due, event.principal_leader
                self.state = State.PROPOSED if event.proposed else State.OPENED
            case happened.ActionApproved():
                self.state = State.OPENED
            case happened.ActionPerformed():
                self.response_due = event.response_due
                self.state = State.RESPONSE_DUE if event.response_due else State.PERFORMED
            case happened.ActionResponded():
                self.state = State.RESPONDED
            case happened.ActionClosed():
                self.state = State.CLOSED
            case _:
                raise TypeError(f"a supervision measure does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, Any]:
        return {"action": self.id, "kind": self.kind, "case": self.case, "org": self.org, "addressee": self.addressee}

    def _must_be(self, *states: State) -> None:
        if self.state not in states:
            raise ActionState(number=self.number, state=self.state or "-", wanted=", ".join(states))

    def _by_opener(self, act: Act) -> None:
        _not_by_addressed(act, self.addressee, self.org, self.person)
        if (act.org, act.role) != (self.opener_org, self.opener_role):
            raise NotOpener(number=self.number)


def log_id(case: str) -> str:
    """The id of the log of measures performed in a case."""
    return named("action-log", case)


class ActionLog(Aggregate):
    """How many measures of each kind were performed in a case, by the role that took them."""

    KIND = "supervision.action-log"

    counts: dict[str, dict[str, int]] = Field(default_factory=dict)

    def enter(self, action: SupervisionAction, on: date) -> Changes:
        """Count a measure that is performed now; nothing for one that belongs to no single case."""
        if action.case is None or action.org is None:
            return []
        return [
            happened.ActionLogged(
                log=self.id,
                case=action.case,
                org=action.org,
                action=action.id,
                kind=action.kind,
                role=action.opener_role,
                performed_on=on,
            )
        ]

    def of(self, role: str) -> dict[str, int]:
        """Measures by kind that this role took."""
        return dict(sorted(self.counts.get(role, {}).items()))

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.ActionLogged():
                own = self.counts.setdefault(event.role, {})
                own[event.kind.value] = own.get(event.kind.value, 0) + 1
            case _:
                raise TypeError(f"a log of measures does not fold {event.TOPIC} of {at}")


def _not_by_addressed(act: Act, addressee: str, org: str | None, person: str | None) -> None:
    if act.actor == person or act.org in (addressee, org):
        raise RecordedByAddressed()


def _not_past(due: date | None, day: date) -> None:
    if due is not None and due < day:
        raise ResponseDuePast(field="response_due", due=due, day=day)
