"""An obligation: a duty with a date, met only when the verifier accepts (domain of every rule with a clock)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from pydantic import Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import obligation as happened
from supervision.refusals.obligations import DueNotLater, NothingSubmitted, ObligationEnded, OwnDuty


class State(StrEnum):
    """Where an obligation stands; a submission that waits for its verdict does not change it."""

    RUNNING = "RUNNING"
    OVERDUE = "OVERDUE"
    MET = "MET"
    MET_LATE = "MET_LATE"
    WAIVED = "WAIVED"
    SUPERSEDED = "SUPERSEDED"


ENDED = frozenset({State.MET, State.MET_LATE, State.WAIVED, State.SUPERSEDED})


def obligation_id(case: str, rule_id: str, subject: str = "") -> str:
    """The id of a case's duty under a rule; opening it twice therefore changes nothing."""
    return named("obligation", case, rule_id, subject)


class Obligation(Aggregate):
    """One duty of one party."""

    case: str = ""
    org: str = ""
    finding: str | None = None
    rule_id: str = ""
    rulebook: str = ""
    kind: happened.Deadline = happened.Deadline.STANDING
    obligor: str = ""
    subject: str = ""
    due: date = date.max
    state: State = State.RUNNING
    submitted_on: date | None = None
    missed: bool = False
    warn_days: tuple[int, ...] = ()
    warned: list[int] = Field(default_factory=list)

    def open(self, *, case: str, org: str, rule_id: str, book: str, trigger: date, subject: str = "") -> Changes:
        """Start the clock by the rulebook; nothing when it runs already.

        Args:
            trigger: the day that starts the clock and is not counted.
        """
        if self.exists:
            return []
        rules = rulebook.preset(book)
        deadline = rulebook.deadline(rules, rule_id, rulebook.Trigger(trigger))
        return self.open_until(
            case=case,
            org=org,
            rule_id=rule_id,
            book=book,
            trigger=trigger,
            subject=subject,
            due=deadline.due,
            kind=happened.Deadline(deadline.kind),
            provisional=deadline.provisional,
        )

    def open_until(
        self,
        *,
        case: str,
        org: str,
        rule_id: str,
        book: str,
        trigger: date,
        due: date,
        kind: happened.Deadline,
        subject: str = "",
        provisional: bool = False,
    ) -> Changes:
        """Start the clock towards a date that the neighbour computed by the same rulebook."""
        if self.exists:
            return []
        rules = rulebook.preset(book)
        opened = happened.ObligationOpened(
            obligation=self.id,
            case=case,
            org=org,
            rule_id=rule_id,
            rulebook=book,
            kind=kind,
            obligor=org,
            subject=subject,
            triggered_on=trigger,
            due=due,
            provisional=provisional,
            warn_days=tuple(reminder.days_before for reminder in rulebook.warnings(rules, due, start=trigger)),
        )
        return [opened.under(rule_id, book)]

    def submit(self, on: date, document: str = "") -> Changes:
        """The obligor handed in; an earlier submission that was not sent back keeps its date."""
        if not self.exists or self.state in ENDED or self.submitted_on is not None:
            return []
        event = happened.ObligationSubmitted(**self._names(), submitted_on=on, document=document)
        return [event.under(self.rule_id, self.rulebook)]

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
        late = (self.submitted_on - self.due).days
        event: Event
        if late > 0 or self.missed:
            event = happened.ObligationMetLate(**self._names(), submitted_on=self.submitted_on, days_late=max(late, 0))
        else:
            event = happened.ObligationMet(**self._names(), submitted_on=self.submitted_on)
        return [event.under(self.rule_id, self.rulebook)]

    def send_back(self, reason: str) -> Changes:
        """The verifier is not satisfied: the duty runs on, its due date unchanged.

        Raises:
            ObligationEnded, NothingSubmitted.
        """
        self._must_run()
        if self.submitted_on is None:
            raise NothingSubmitted(rule=self.rule_id)
        return [happened.ObligationSentBack(**self._names(), reason=reason)]

    def extend(self, due: date, reason: str, act: Act) -> Changes:
        """A new due date from the dispatching side (SOD-13).

        Raises:
            ObligationEnded, OwnDuty, DueNotLater.
        """
        self._must_run()
        if act.org == self.obligor:
            raise OwnDuty(field="obligation")
        if due <= self.due:
            raise DueNotLater(field="due", due=due, former=self.due)
        return [happened.ObligationExtended(**self._names(), former_due=self.due, due=due, reason=reason)]

    def waive(self, reason: str, act: Act) -> Changes:
        """Release by the dispatching side (SOD-13).

        Raises:
            ObligationEnded, OwnDuty.
        """
        self._must_run()
        if act.org == self.obligor:
            raise OwnDuty(field="obligation")
        return [happened.ObligationWaived(**self._names(), reason=reason)]

    def day(self, day: date) -> Changes:
        """What a new day brings: the reminder that is due, and from the day after the due date "overdue".

        Days that were not swept are caught up by the next one: of several reminders passed over only the last is sent.
        """
        if self.state is not State.RUNNING or self.submitted_on is not None:
            return []
        left = (self.due - day).days
        if left < 0:
            if self.kind in (happened.Deadline.HARD, happened.Deadline.PERIODIC):
                overdue = happened.ObligationOverdue(**self._names(), due=self.due)
                return [overdue.under(self.rule_id, self.rulebook)]
            return []
        passed = [days for days in self.warn_days if days >= left and days not in self.warned]
        if not passed:
            return []
        warning = happened.WarningIssued(**self._names(), days_left=min(passed), due=self.due)
        return [warning.under(self.rule_id, self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.ObligationOpened():
                self.case, self.org, self.finding = event.case, event.org, event.finding
                self.rule_id, self.rulebook, self.kind = event.rule_id, event.rulebook, event.kind
                self.obligor, self.subject, self.due = event.obligor, event.subject, event.due
                self.warn_days = event.warn_days
            case happened.ObligationSubmitted():
                self.submitted_on = event.submitted_on
            case happened.ObligationSentBack():
                self.submitted_on = None
            case happened.ObligationMet():
                self.state = State.MET
            case happened.ObligationMetLate():
                self.state = State.MET_LATE
            case happened.ObligationOverdue():
                self.state, self.missed = State.OVERDUE, True
            case happened.WarningIssued():
                self.warned += [days for days in self.warn_days if days >= event.days_left]
            case happened.ObligationExtended():
                self.due, self.warned = event.due, []
                self.state = State.RUNNING
            case happened.ObligationWaived():
                self.state = State.WAIVED
            case happened.ObligationSuperseded():
                self.state = State.SUPERSEDED
            case _:
                raise TypeError(f"an obligation does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, str | None]:
        return {"obligation": self.id, "case": self.case, "org": self.org, "finding": self.finding}

    def _must_run(self) -> None:
        if self.state in ENDED:
            raise ObligationEnded(rule=self.rule_id, state=self.state)


def next_check(due: date, warn_days: tuple[int, ...], warned_from: int | None) -> date:
    """The first day on which a sweep has something to do: the next reminder, or the day after the due date."""
    left = [days for days in warn_days if warned_from is None or days < warned_from]
    return due - timedelta(days=max(left)) if left else due + timedelta(days=1)
