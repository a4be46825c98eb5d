"""From a rule and the day its clock starts to the day it ends, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .errors import DateOutOfRange, NaiveMoment, NoDueDate, NoWindow, TriggerMismatch
from .explanation import Explanation, Step, day_text, month_text, step
from .model import Rulebook
from .period import Period, count, roll
from .rules import Kind, Rule
from .text import Data


@dataclass(frozen=True, slots=True)
class Trigger:
    """When something happened, and what; `what` is an event code, by default the one the rule counts from.

    `when` is a date in the rulebook's zone, or an aware datetime, whose day in that zone is taken.
    """

    when: date | datetime
    what: str | None = None

    def day(self, zone: ZoneInfo) -> date:
        """The day in `zone`.

        Raises:
            NaiveMoment: a datetime without a zone.
        """
        if not isinstance(self.when, datetime):
            return self.when
        if self.when.utcoffset() is None:
            raise NaiveMoment(moment=self.when.isoformat())
        return self.when.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A rule's date.

    `due` is the last day; `due_at` the instant, in UTC, at which it is over (24:00 in the rulebook's zone): an act at
    or after it is late. `start` is the day from which the last count ran. `latest` is an outer limit where the rule
    has one; `stricter` the earlier date that a second event would give, shown but not applied. `inference` says that
    no source states the date; `provisional` that it was computed through a year without published holidays.
    """

    rulebook: str
    rule: str
    kind: Kind
    start: date
    due: date
    due_at: datetime
    explanation: Explanation
    provisional: bool
    inference: bool
    latest: date | None = None
    stricter: date | None = None

    @property
    def target(self) -> bool:
        """Whether the date is a service target of a timely duty (T): to pass it is no breach, and never called late."""
        return self.kind == "T"

    def is_late(self, at: datetime) -> bool:
        """Whether an act at this moment (aware) is late.

        Raises:
            NaiveMoment: a datetime without a zone.
        """
        if at.utcoffset() is None:
            raise NaiveMoment(moment=at.isoformat())
        return at >= self.due_at

    def as_data(self) -> dict[str, Data]:
        """All of it as JSON values, the explanation in both languages."""
        return {
            "rulebook": self.rulebook,
            "rule": self.rule,
            "kind": self.kind,
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "due_at": self.due_at.isoformat(),
            "latest": self.latest.isoformat() if self.latest else None,
            "stricter": self.stricter.isoformat() if self.stricter else None,
            "provisional": self.provisional,
            "inference": self.inference,
            "explanation": {
                "zh": self.explanation.text("zh"),
                "en": self.explanation.text("en"),
                "steps": self.explanation.as_data(),
            },
        }


@dataclass(frozen=True, slots=True)
class WindowCheck:
    """Whether an event falls into a rule's window; `last_day` is still inside."""

    inside: bool
    last_day: date
    explanation: Explanation
    inference: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """A calculation on its way: the last day so far and how it came about."""

    start: date
    due: date
    steps: tuple[Step, ...]
    unpublished: frozenset[int] = field(default_factory=frozenset)
    latest: date | None = None
    stricter: date | None = None


def deadline(rulebook: Rulebook, rule_id: str, trigger: Trigger, *, also: Trigger | None = None) -> Deadline:
    """The date of a rule whose clock was started by `trigger`.

    For a rule that counts from the end of another one's period (R-34, R-41), the trigger is either the end itself or
    the event that started the other rule. For a periodic rule it is any day of the period reported on. `also` is the
    second event of a rule that compares two (R-01, R-07: receipt and feedback meeting); the earlier of the two dates
    is shown, the trigger's applies.

    Raises:
        UnknownRule, NoDueDate, TriggerMismatch, NaiveMoment, DateOutOfRange.
    """
    rule = rulebook.rule(rule_id)
    run = _run(rulebook, rule, trigger)
    if also is not None:
        run = _compared(rulebook, rule, run, also)
    spec = rule.deadline
    inference = any(
        rulebook.rule(link).inference or rulebook.rule(link).deadline.inference for link in _used(rulebook, rule, trigger)
    )
    notes = [step("expires", due=run.due, zone=rulebook.zone)]
    if rulebook.origins[rule.id] != rulebook.ref:
        notes.append(step("inherited", origin=rulebook.origins[rule.id]))
    if spec.type == "T":
        notes.append(step("target"))
    elif inference:
        notes.append(step("default"))
    if spec.note is not None:
        notes.append(step("note", note=spec.note))
    if run.unpublished:
        notes.append(step("provisional", years=", ".join(str(year) for year in sorted(run.unpublished))))
    return Deadline(
        rulebook=rulebook.ref,
        rule=rule.id,
        kind=spec.type,
        start=run.start,
        due=run.due,
        due_at=end_of_day(rulebook, run.due),
        explanation=Explanation((*run.steps, *notes)),
        provisional=bool(run.unpublished),
        inference=inference,
        latest=run.latest,
        stricter=run.stricter,
    )


def is_target(rulebook: Rulebook, rule_id: str) -> bool:
    """Whether the rule asks for something timely (T): to pass the number given to it is no breach, and never called late.

    Raises:
        UnknownRule.
    """
    return rulebook.rule(rule_id).deadline.type == "T"


def has_due_date(rulebook: Rulebook, rule_id: str) -> bool:
    """Whether `deadline` can answer for this rule; standing duties have no date."""
    return rulebook.rule(rule_id).deadline.dated


def end_of_day(rulebook: Rulebook, day: date) -> datetime:
    """24:00 of `day` in the rulebook's zone, as an instant in UTC."""
    try:
        midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=rulebook.zoneinfo)
        return midnight.astimezone(UTC)
    except OverflowError as error:
        raise DateOutOfRange(start=day.isoformat(), period="1 day") from error


def last_day(rulebook: Rulebook, start: date, period: Period) -> date:
    """The last day of any period from `start`, e.g. of the recusal window from the day a post ended."""
    return count(start, period, rulebook.calendar).due


def window(rulebook: Rulebook, rule_id: str, since: Trigger, event: Trigger) -> WindowCheck:
    """Whether `event` falls into the window that `since` opened; the last day is inside (R-17: one year of feedback).

    Raises:
        UnknownRule, NoWindow, TriggerMismatch, NaiveMoment, DateOutOfRange.
    """
    rule = rulebook.rule(rule_id)
    if rule.window is None:
        raise NoWindow(rulebook=rulebook.ref, rule=rule.id)
    for given, expected in ((since.what, rule.window.since), (event.what, rule.trigger)):
        if given not in (None, expected):
            raise TriggerMismatch(rulebook=rulebook.ref, rule=rule.id, given=str(given), expected=expected)
    start, day = since.day(rulebook.zoneinfo), event.day(rulebook.zoneinfo)
    counted = count(start, rule.window.period, rulebook.calendar)
    inside = start <= day <= counted.due
    steps = [
        step(
            "window",
            start=start,
            event=rulebook.event(rule.window.since),
            period=rule.window.period,
            last=counted.due,
            rulebook=rulebook.ref,
            rule=rule.id,
        ),
        step("inside" if inside else "outside", day=day),
    ]
    if counted.absent_day is not None:
        steps.insert(1, _absent(counted.due, counted.absent_day))
    inference = rule.inference or rule.window.inference
    if inference:
        steps.append(step("default"))
    return WindowCheck(inside, counted.due, Explanation(tuple(steps)), inference)


def chain(rulebook: Rulebook, rule_id: str) -> tuple[str, ...]:
    """The rules whose dates this one rests on, itself first; a circle ends with the rule it returns to."""
    links = [rule_id]
    while links[-1] in rulebook and links[-1] not in links[:-1]:
        spec = rulebook.rule(links[-1]).deadline
        onward = spec.after or spec.within
        if onward is None:
            break
        links.append(onward)
    return tuple(links)


def outlasting(lead: Deadline, assisting: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Assisting opinions that fall due after the lead reviewer's own; worth a warning, never a change."""
    return tuple(opinion for opinion in assisting if opinion.due > lead.due)


def _own_event(rule: Rule) -> str:
    spec = rule.deadline
    return spec.since or spec.at or spec.before or rule.trigger


def _accepted(rulebook: Rulebook, rule: Rule) -> tuple[str, ...]:
    """The events whose date starts this rule's calculation, its own first."""
    spec = rule.deadline
    if spec.within is not None:
        return _accepted(rulebook, rulebook.rule(spec.within))
    if spec.after is not None:
        return (_own_event(rule), *_accepted(rulebook, rulebook.rule(spec.after)))
    return (_own_event(rule),)


def _used(rulebook: Rulebook, rule: Rule, trigger: Trigger) -> tuple[str, ...]:
    """The rules that the calculation goes through: a chain is cut where the trigger enters it."""
    if rule.deadline.within is not None:
        return (rule.id, *_used(rulebook, rulebook.rule(rule.deadline.within), trigger))
    if rule.deadline.after is not None and trigger.what not in (None, _own_event(rule)):
        return (rule.id, *_used(rulebook, rulebook.rule(rule.deadline.after), trigger))
    return (rule.id,)


def _run(rulebook: Rulebook, rule: Rule, trigger: Trigger) -> _Run:
    spec = rule.deadline
    if not spec.dated:
        raise NoDueDate(rulebook=rulebook.ref, rule=rule.id)
    accepted = _accepted(rulebook, rule)
    if trigger.what is not None and trigger.what not in accepted:
        raise TriggerMismatch(rulebook=rulebook.ref, rule=rule.id, given=trigger.what, expected=", ".join(accepted))
    day = trigger.day(rulebook.zoneinfo)
    if spec.within is not None:
        inner = _run(rulebook, rulebook.rule(spec.within), trigger)
        first = step("within", rule=rule.id, base=spec.within, rulebook=rulebook.ref)
        return replace(inner, steps=(first, *inner.steps))
    if spec.at is not None:
        name = rulebook.event(spec.at)
        return _Run(day, day, (step("at", rule=rule.id, event=name, due=day, rulebook=rulebook.ref),))
    if spec.before is not None:
        due = _day_before(day)
        name = rulebook.event(spec.before)
        return _Run(day, due, (step("before", rule=rule.id, event=name, day=day, due=due, rulebook=rulebook.ref),))
    if spec.period is None:
        return _periodic(rulebook, rule, day)
    if spec.after is not None and trigger.what not in (None, _own_event(rule)):
        inner = _run(rulebook, rulebook.rule(spec.after), trigger)
        link = step("chained", rule=rule.id, base=spec.after, start=inner.due)
        run = _counted(rulebook, rule, spec.period, inner.due)
        return replace(run, steps=(*inner.steps, link, *run.steps), unpublished=inner.unpublished | run.unpublished)
    return _counted(rulebook, rule, spec.period, day)


def _counted(rulebook: Rulebook, rule: Rule, period: Period, start: date) -> _Run:
    latest_period = rule.deadline.latest
    event = rulebook.event(_own_event(rule))
    counted = count(start, period, rulebook.calendar)
    first = step(
        "count",
        period=period,
        event=event,
        start=start,
        due=counted.due,
        rulebook=rulebook.ref,
        rule=rule.id,
    )
    steps = [first]
    if counted.absent_day is not None:
        steps.append(_absent(counted.due, counted.absent_day))
    if counted.holidays:
        steps.append(step("holidays", days=counted.holidays))
    if counted.make_up:
        steps.append(step("make_up", days=counted.make_up))
    unpublished = _unpublished(rulebook, start, counted.due) if counted.provisional else frozenset()
    run = _rolled(rulebook, _Run(start, counted.due, tuple(steps), unpublished))
    if latest_period is not None:
        latest = _rolled(rulebook, _Run(start, count(start, latest_period, rulebook.calendar).due, ()))
        run = replace(
            run,
            latest=latest.due,
            steps=(*run.steps, step("latest", period=latest_period, due=latest.due)),
            unpublished=run.unpublished | latest.unpublished,
        )
    return run


def _rolled(rulebook: Rulebook, run: _Run) -> _Run:
    """Applies the roll-over switch; off, it only tells the reader that the day is no working day."""
    calendar = rulebook.calendar
    if rulebook.settings.roll_over.value == "off":
        if calendar.is_working(run.due) or calendar.is_provisional(run.due):
            return run
        return replace(run, steps=(*run.steps, step("not_rolled", day=run.due)))
    rolled = roll(run.due, calendar)
    unpublished = run.unpublished
    if rolled.provisional:
        unpublished = unpublished | _unpublished(rulebook, run.due, rolled.due)
    if rolled.due == run.due:
        return replace(run, unpublished=unpublished)
    moved = step("rolled", day=run.due, due=rolled.due)
    return replace(run, due=rolled.due, steps=(*run.steps, moved), unpublished=unpublished)


def _periodic(rulebook: Rulebook, rule: Rule, day: date) -> _Run:
    spec = rule.deadline
    match spec.every:
        case "month":
            first, months = day.replace(day=1), 1
        case "half_year":
            first, months = day.replace(month=1 if day.month <= 6 else 7, day=1), 6
        case _:
            first, months = day.replace(month=1, day=1), 12
    following = count(first, Period(months=months), rulebook.calendar).due
    last = following - timedelta(days=1)
    due = last if spec.day is None else following.replace(day=spec.day)
    shown = step("periodic", rule=rule.id, first=first, last=last, due=due, rulebook=rulebook.ref)
    return _rolled(rulebook, _Run(first, due, (shown,)))


def _compared(rulebook: Rulebook, rule: Rule, run: _Run, also: Trigger) -> _Run:
    spec = rule.deadline
    if spec.compare is None or spec.period is None or also.what not in (None, spec.compare):
        raise TriggerMismatch(
            rulebook=rulebook.ref,
            rule=rule.id,
            given=also.what or "a second event",
            expected=spec.compare or "one event only",
        )
    start = also.day(rulebook.zoneinfo)
    other = _counted(rulebook, rule, spec.period, start)
    if other.due >= run.due:
        return run
    shown = step("stricter", start=start, event=rulebook.event(spec.compare), due=other.due, used=run.due)
    return replace(run, stricter=other.due, steps=(*run.steps, shown))


def _absent(due: date, number: int) -> Step:
    return step("absent_day", month=month_text(due), day=day_text(number), due=due)


def _unpublished(rulebook: Rulebook, first: date, last: date) -> frozenset[int]:
    years = range(first.year, last.year + 1)
    return frozenset(year for year in years if year not in rulebook.calendar.years)


def _day_before(day: date) -> date:
    try:
        return day - timedelta(days=1)
    except OverflowError as error:
        raise DateOutOfRange(start=day.isoformat(), period="-1 day") from error
