"""An obligation: a duty with a date, met only when the verifier accepts (domain of every rule with a clock)."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from pydantic import Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import obligation as happened
from supervision.events.obligation import Deadline
from supervision.model.days import begins, day_of, escalation_days
from supervision.refusals.obligations import (
    AlreadySubmitted,
    DueNotLater,
    NothingSubmitted,
    NotSuspended,
    ObligationEnded,
    ObligationStopped,
    OwnDuty,
)


class State(StrEnum):
    """Where an obligation stands; a submission that waits for its verdict does not change it."""

    SCHEDULED = "SCHEDULED"
    RUNNING = "RUNNING"
    EXTENDED = "EXTENDED"
    SUSPENDED = "SUSPENDED"
    OVERDUE = "OVERDUE"
    MET = "MET"
    MET_LATE = "MET_LATE"
    WAIVED = "WAIVED"
    SUPERSEDED = "SUPERSEDED"


ENDED = frozenset({State.MET, State.MET_LATE, State.WAIVED, State.SUPERSEDED})

# The clock runs towards a date that has not passed, as far as is known.
RUNS = frozenset({State.RUNNING, State.EXTENDED})

# Only a number in a source can be missed; what is asked for "timely" has a service target.
CAN_BE_MISSED = frozenset({Deadline.HARD, Deadline.PERIODIC})


# From the day after one of these the clock runs as it does then.
_STARTS = (
    happened.ObligationScheduled,
    happened.ObligationOpened,
    happened.ObligationSentBack,
    happened.ObligationExtended,
    happened.ObligationRedated,
    happened.ObligationResumed,
)


def obligation_id(scope: str, rule_id: str, subject: str = "") -> str:
    """The id of a duty under a rule in a case, a round or another matter; opening it twice therefore changes nothing."""
    return named("obligation", scope, rule_id, subject)


class Obligation(Aggregate):
    """One duty of one party."""

    KIND = "supervision.obligation"
    CALLED = "期限义务 / obligation"

    case: str | None = None
    org: str | None = None
    finding: str | None = None
    round: str | None = None
    matter: str | None = None
    rule_id: str = ""
    rulebook: str = ""
    kind: Deadline = Deadline.STANDING
    party: str = ""
    obligor: str = ""
    subject: str = ""
    triggered_on: date = date.max
    runs_from: date = date.max
    due: date = date.max
    state: State = State.RUNNING
    submitted_on: date | None = None
    first_submitted_on: date | None = None
    first_counts: bool = False
    missed: date | None = None
    target_passed: bool = False
    suspended_on: date | None = None
    before_suspension: State = State.RUNNING
    warn_days: tuple[int, ...] = ()
    warned: list[int] = Field(default_factory=list)

    def open(
        self, *, rule_id: str, book: str, trigger: date, due: date | None = None, today: date | None = None, **about: Any
    ) -> Changes:
        """Start the clock; nothing when it runs already.

        Args:
            trigger: the day that starts the clock and is not counted.
            due: a date that the trigger itself states; None has the rulebook compute it.
            today: the day on which this becomes known; reminders that lie before it and before the trigger are left out.
            about: fields of ObligationOpened that say whose duty it is, and of what.
        """
        if self.exists and self.state is not State.SCHEDULED:
            return []
        rules = rulebook.preset(book)
        computed = rulebook.deadline(rules, rule_id, rulebook.Trigger(trigger))
        last = due or computed.due
        start = min(trigger, today) if today else trigger
        opened = happened.ObligationOpened(
            obligation=self.id,
            rule_id=rule_id,
            rulebook=book,
            kind=Deadline(computed.kind),
            triggered_on=trigger,
            due=last,
            stated=last != computed.due,
            provisional=computed.provisional,
            warn_days=tuple(reminder.days_before for reminder in rulebook.warnings(rules, last, start=start)),
            **{"obligor": about.get("org"), **about},
        )
        return [opened.under(rule_id, book)]

    def schedule(self, *, rule_id: str, book: str, trigger: date, **about: Any) -> Changes:
        """Foresee a clock that starts on a day to come; nothing when it is known."""
        if self.exists:
            return []
        computed = rulebook.deadline(rulebook.preset(book), rule_id, rulebook.Trigger(trigger))
        foreseen = happened.ObligationScheduled(
            obligation=self.id,
            rule_id=rule_id,
            rulebook=book,
            kind=Deadline(computed.kind),
            triggered_on=trigger,
            due=computed.due,
            provisional=computed.provisional,
            **about,
        )
        return [foreseen.under(rule_id, book)]

    def submit(self, on: date, document: str = "") -> Changes:
        """The obligor handed in; an earlier submission that was not sent back keeps its date."""
        if not self.exists or self.state in ENDED or self.submitted_on is not None:
            return []
        return [self._submitted(on, document)]

    def hand_in(self, act: Act, document: str, note: str) -> Changes:
        """The obligor itself hands in what no other act of the system shows.

        Raises:
            ObligationEnded, AlreadySubmitted.
        """
        self._must_run()
        if self.submitted_on is not None:
            raise AlreadySubmitted(rule=self.rule_id, day=self.submitted_on)
        return [self._submitted(act.effective_day, document, note)]

    @property
    def waits(self) -> bool:
        """Whether a submission waits for the verifier's word; once the outcome stands, none does."""
        return self.submitted_on is not None and self.state not in ENDED

    def accept(self) -> Changes:
        """The verifier is satisfied; the submission's date decides between met and met late.

        Raises:
            ObligationEnded, NothingSubmitted.
        """
        self._must_run()
        if self.submitted_on is None:
            raise NothingSubmitted(rule=self.rule_id)
        return [self._met((self.first_submitted_on if self.first_counts else None) or self.submitted_on)]

    def meet(self, on: date, document: str = "") -> Changes:
        """The act that the duty asks for is on the record, which is its own proof; what waited was handed in before."""
        if not self.exists or self.state in ENDED:
            return []
        if self.submitted_on is not None:
            return [self._met(self.submitted_on)]
        return [self._submitted(on, document), self._met(on)]

    def send_back(self, reason: str, first_counts: bool = False) -> Changes:
        """The verifier is not satisfied: the duty runs on, its due date unchanged.

        Args:
            first_counts: what was handed in first decides whether it was in time.

        Raises:
            ObligationEnded, NothingSubmitted.
        """
        self._must_run()
        if self.submitted_on is None:
            raise NothingSubmitted(rule=self.rule_id)
        back = happened.ObligationSentBack(**self._names(), reason=reason, first_counts=first_counts)
        return [back.under(self.rule_id, self.rulebook)]

    def extend(self, due: date, reason: str, act: Act) -> Changes:
        """A new due date from the dispatching side (SOD-13).

        Raises:
            ObligationEnded, OwnDuty, DueNotLater.
        """
        self._must_run()
        self._not_own(act)
        if due <= self.due:
            raise DueNotLater(field="due", due=due, former=self.due)
        return self.extend_to(due, reason)

    def extend_to(self, due: date, reason: str) -> Changes:
        """A new due date that another decision brought; nothing when the duty has ended or the date is the same."""
        if not self.exists or self.state in ENDED or due == self.due:
            return []
        return [happened.ObligationExtended(**self._names(), former_due=self.due, due=due, reason=reason)]

    def redate(self, trigger: date, reason: str, due: date | None = None) -> Changes:
        """The trigger lay on another day; nothing when the duty has ended or nothing moves."""
        if not self.exists or self.state in ENDED:
            return []
        last = due or rulebook.deadline(rulebook.preset(self.rulebook), self.rule_id, rulebook.Trigger(trigger)).due
        if last == self.due and trigger == self.triggered_on:
            return []
        moved = happened.ObligationRedated(
            **self._names(),
            former_triggered_on=self.triggered_on,
            triggered_on=trigger,
            former_due=self.due,
            due=last,
            reason=reason,
        )
        return [moved.under(self.rule_id, self.rulebook)]

    def suspend(self, reason: str, act: Act) -> Changes:
        """The dispatching side stops the clock (SOD-13).

        Raises:
            ObligationEnded, OwnDuty, ObligationStopped.
        """
        self._must_run()
        self._not_own(act)
        if self.state not in RUNS:
            raise ObligationStopped(rule=self.rule_id, state=self.state)
        return [happened.ObligationSuspended(**self._names(), suspended_on=act.effective_day, reason=reason)]

    def resume(self, reason: str, act: Act) -> Changes:
        """The clock goes on; the days for which it stood still are added (SOD-13).

        Raises:
            ObligationEnded, OwnDuty, NotSuspended.
        """
        self._must_run()
        self._not_own(act)
        if self.suspended_on is None:
            raise NotSuspended(rule=self.rule_id, state=self.state)
        days = max((act.effective_day - self.suspended_on).days, 0)
        resumed = happened.ObligationResumed(
            **self._names(),
            resumed_on=act.effective_day,
            days=days,
            extended=days > 0 or self.before_suspension is State.EXTENDED,
            former_due=self.due,
            due=self.due + timedelta(days=days),
            reason=reason,
        )
        return [resumed]

    def waive(self, reason: str, act: Act) -> Changes:
        """Release by the dispatching side (SOD-13).

        Raises:
            ObligationEnded, OwnDuty.
        """
        self._must_run()
        self._not_own(act)
        return [happened.ObligationWaived(**self._names(), reason=reason)]

    def supersede(self, by: str, reason: str) -> Changes:
        """Another duty takes this one's place; nothing when it has ended."""
        if not self.exists or self.state in ENDED:
            return []
        return [happened.ObligationSuperseded(**self._names(), by=by, reason=reason)]

    def day(self, day: date) -> Changes:
        """What the days up to this one bring: the reminders that are due, and after the due date "overdue".

        Each takes effect on its own day. Days that were not swept, or passed before the neighbour that knew of the duty
        told of it, are caught up: the record is what it would be had nobody been away.
        """
        if self.state not in RUNS or self.submitted_on is not None:
            return []
        left = (self.due - day).days
        changes: Changes = []
        for days in sorted(self.warn_days, reverse=True):
            when = self.due - timedelta(days=days)
            if days >= left and days not in self.warned and when >= self.runs_from - timedelta(days=1):
                warning = happened.WarningIssued(**self._names(), days_left=days, due=self.due)
                moment = begins(self.rulebook, max(when, self.runs_from))
                changes.append(warning.under(self.rule_id, self.rulebook).on(moment))
        return changes if left >= 0 else [*changes, *self._passed()]

    def after_due(self, days: int) -> datetime:
        """When so many days past the due date begin; not before the first day on which the clock ran as it does now."""
        return begins(self.rulebook, max(self.due + timedelta(days=days), self.runs_from))

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        self._fold(event, at)
        if isinstance(event, _STARTS):
            self.runs_from = day_of(self.rulebook, at) + timedelta(days=1)

    def _fold(self, event: Event, at: datetime) -> None:
        match event:
            case happened.ObligationScheduled() | happened.ObligationOpened():
                self.case, self.org, self.finding = event.case, event.org, event.finding
                self.round, self.matter = event.round, event.matter
                self.rule_id, self.rulebook, self.kind = event.rule_id, event.rulebook, event.kind
                self.party, self.obligor, self.subject = event.party, event.obligor, event.subject
                self.triggered_on, self.due = event.triggered_on, event.due
                opened = isinstance(event, happened.ObligationOpened)
                self.state = State.RUNNING if opened else State.SCHEDULED
                self.warn_days = event.warn_days if isinstance(event, happened.ObligationOpened) else ()
            case happened.ObligationSubmitted():
                self.submitted_on = event.submitted_on
                self.first_submitted_on = self.first_submitted_on or event.submitted_on
            case happened.ObligationSentBack():
                self.submitted_on, self.first_counts = None, event.first_counts
            case happened.ObligationMet():
                self.state = State.MET
            case happened.ObligationMetLate():
                self.state = State.MET_LATE
            case happened.ObligationOverdue():
                self.state, self.missed = State.OVERDUE, self.missed or event.due
            case happened.TargetPassed():
                self.target_passed = True
            case happened.WarningIssued():
                self.warned += [days for days in self.warn_days if days >= event.days_left]
            case happened.ObligationExtended():
                self.due, self.warned, self.target_passed = event.due, [], False
                self.before_suspension = State.EXTENDED
                self.state = self.state if self.state is State.SUSPENDED else State.EXTENDED
            case happened.ObligationRedated():
                self._redated(event)
            case happened.ObligationSuspended():
                self.suspended_on, self.before_suspension, self.state = event.suspended_on, self.state, State.SUSPENDED
            case happened.ObligationResumed():
                self.suspended_on, self.due = None, event.due
                self.state = State.EXTENDED if event.extended else State.RUNNING
            case happened.ObligationWaived():
                self.state = State.WAIVED
            case happened.ObligationSuperseded():
                self.state = State.SUPERSEDED
            case _:
                raise TypeError(f"an obligation does not fold {event.TOPIC} of {at}")

    def _redated(self, event: happened.ObligationRedated) -> None:
        """A date corrected before it was missed, or missed only by the wrong count, leaves no miss."""
        self.triggered_on, self.due, self.warned, self.target_passed = event.triggered_on, event.due, [], False
        if self.state is State.OVERDUE and event.due > event.former_due:
            self.state = State.RUNNING
            self.missed = None if self.missed == event.former_due else self.missed

    def _passed(self) -> Changes:
        if self.kind in CAN_BE_MISSED:
            days = escalation_days(self.rulebook, self.rule_id)
            overdue = happened.ObligationOverdue(**self._names(), due=self.due, ladder_days=days)
            return [overdue.under(self.rule_id, self.rulebook).on(self.after_due(1))]
        if self.target_passed:
            return []
        passed = happened.TargetPassed(**self._names(), due=self.due)
        return [passed.under(self.rule_id, self.rulebook).on(self.after_due(1))]

    def _submitted(self, on: date, document: str, note: str = "") -> Any:
        event = happened.ObligationSubmitted(**self._names(), submitted_on=on, document=document, note=note)
        return event.under(self.rule_id, self.rulebook)

    def _met(self, on: date) -> Any:
        # A date that was once missed stays missed, unless the act lay before it and was only recorded later.
        last = min(self.due, self.missed or self.due)
        late = max((on - last).days, 0)
        event: Event
        if late and self.kind in CAN_BE_MISSED:
            event = happened.ObligationMetLate(**self._names(), submitted_on=on, days_late=late)
        else:
            event = happened.ObligationMet(**self._names(), submitted_on=on, after_target=late)
        return event.under(self.rule_id, self.rulebook)

    def _names(self) -> dict[str, str | None]:
        return {
            "obligation": self.id,
            "case": self.case,
            "org": self.org,
            "finding": self.finding,
            "round": self.round,
            "matter": self.matter,
        }

    def _must_run(self) -> None:
        if self.state in ENDED:
            raise ObligationEnded(rule=self.rule_id, state=self.state)

    def _not_own(self, act: Act) -> None:
        if act.org == self.obligor:
            raise OwnDuty(field="obligation")
