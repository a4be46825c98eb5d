"""A change of principal: whether the feedback is due again (R-17), and how far that is."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from findings.events import principal as told
from findings.events.parts import Part
from findings.events.principal import ReminderGround
from findings.events.words import PostKind
from findings.model import dates
from findings.model.case import Case
from findings.model.organisation import Organisation, Post
from findings.refusals.case import DateNotYet, DateTooEarly
from findings.refusals.principal import NothingToFeedBackAgain, NotTheNewPrincipal, WrongReFeedbackState
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event, facts
from rulebook import Trigger, WindowCheck, has_due_date, preset, window

RULE = "R-17"


class ReFeedbackState(StrEnum):
    """How far one change of principal is; `REMINDER_ONLY` and `SUPERSEDED` ask for nothing more."""

    CHANGE_RECORDED = "CHANGE_RECORDED"
    REFEEDBACK_DUE = "REFEEDBACK_DUE"
    SCHEDULED = "SCHEDULED"
    DELIVERED = "DELIVERED"
    ACCEPTED = "ACCEPTED"
    REMINDER_ONLY = "REMINDER_ONLY"
    SUPERSEDED = "SUPERSEDED"

    @property
    def pending(self) -> bool:
        """Whether the feedback is still to be given again."""
        return self in (ReFeedbackState.REFEEDBACK_DUE, ReFeedbackState.SCHEDULED, ReFeedbackState.DELIVERED)


class PrincipalChange(Part):
    """One change; `changed_on` decides about the window, from `since` on the new principal counts as one."""

    no: int
    state: ReFeedbackState = ReFeedbackState.CHANGE_RECORDED
    outgoing: str | None = None
    incoming: str | None = None
    changed_on: date
    since: date | None = None
    last_day: date | None = None
    due: date | None = None
    rulebook: str = ""
    ground: ReminderGround | None = None
    superseded_by: int = 0
    scheduled_on: date | None = None
    place: str = ""
    delivered_on: date | None = None
    deliverer: str = ""
    accepted_on: date | None = None
    late: bool = False
    target_passed: bool = False


class ReFeedback(Aggregate):
    """The changes of principal of one case, in order, and the re-feedback that each calls for."""

    KIND = "findings.refeedback"
    CALLED = "再反馈 / re-feedback"

    case: str = ""
    number: str = ""
    changes: tuple[PrincipalChange, ...] = ()

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def newest(self) -> PrincipalChange | None:
        """The newest change, None before the first."""
        return self.changes[-1] if self.changes else None

    @property
    def vacant(self) -> bool:
        """Whether a principal left and nobody who counts has followed."""
        return self.newest is not None and self.newest.state is ReFeedbackState.CHANGE_RECORDED

    def known(self, signer: str) -> str | None:
        """Who is known as principal: who took office last, before any change who signed for the feedback."""
        return signer if self.newest is None else self.newest.incoming

    # --- what the register tells -------------------------------------------------------------------------------------

    def left(self, person: str, day: date, case: Case) -> Changes:
        """The principal left; a re-feedback that was not accepted yet has nobody to sign for it any more.

        Nothing when a vacancy is known, or when a case that is closed would not call for re-feedback anyway.
        """
        known = any(change.outgoing == person and change.changed_on == day for change in self.changes)
        if known or self.vacant or (case.closed and not _inside(case, day)):
            return []
        return self._recorded(person, day, case)

    def took_office(self, person: str, since: date, case: Case, signer: str) -> Changes:
        """Somebody counts as principal from `since` on: re-feedback is due, or a reminder is all there is (R-17, A24, A25).

        What counts for the window is the day on which the former principal left, where that is known.
        """
        changes: Changes = []
        if any(change.incoming == person and change.since == since for change in self.changes):
            return changes
        if self.vacant and self.newest is not None:
            no, changed_on, outgoing = self.newest.no, self.newest.changed_on, self.newest.outgoing
        else:
            outgoing = self.known(signer)
            if person == outgoing or (case.closed and not _inside(case, since)):
                return []
            no, changed_on = len(self.changes) + 1, since
            changes = self._recorded(outgoing, since, case)
        whose = {"refeedback": self.id, "case": case.id, "org": case.holder, "change": no}
        taken = whose | {"incoming": person, "since": since, "changed_on": changed_on, "rulebook": case.rulebook}
        found, ground = _judged(case, changed_on, outgoing == person)
        last_day = found.last_day if found else None
        if ground is not None or last_day is None:
            called = told.ReminderCalled.model_validate({**taken, "ground": ground, "last_day": last_day})
            return [*changes, called.under("R-18", case.rulebook)]
        due = dates.refeedback_due(case.rulebook, since) if has_due_date(preset(case.rulebook), RULE) else None
        wanted = told.ReFeedbackDue.model_validate({**taken, "last_day": last_day, "due": due})
        return [*changes, wanted.under(RULE, case.rulebook)]

    def follow(self, org: Organisation, case: Case, signer: str, act: Act) -> Changes:
        """Every change since the receipt that the register knew before the case did, as with feedback brought from paper."""
        record, changes = self.model_copy(deep=True), Changes()
        for day, post, ended in _moves(org, case.receipt_date, act.today, dates.acting_days(case.rulebook)):
            if ended:
                step = [] if post.person != record.known(signer) else record.left(post.person, day, case)
            else:
                step = record.took_office(post.person, day, case, signer)
            for fact in facts(step):
                record.fold(fact.event, act.now)
            changes += step
        return changes

    # --- the way of a re-feedback ------------------------------------------------------------------------------------

    def schedule(self, day: date, place: str, case: Case) -> Changes:
        """The office fixes a day, or another one.

        Raises:
            NothingToFeedBackAgain, WrongReFeedbackState; DateTooEarly: the new principal is not in office then.
        """
        change = self._in(case, ReFeedbackState.REFEEDBACK_DUE, ReFeedbackState.SCHEDULED)
        self._not_before(change, day)
        planned = told.ReFeedbackScheduled(**self._whose(case, change), day=day, place=place)
        return [planned.under(RULE, case.rulebook)]

    def deliver(self, day: date, place: str, deliverer: str, digest: str, record_sha256: str, case: Case, today: date) -> Changes:
        """The office gives the feedback again, face to face.

        Raises:
            NothingToFeedBackAgain, WrongReFeedbackState, DateNotYet, DateTooEarly.
        """
        change = self._in(case, ReFeedbackState.SCHEDULED)
        if day > today:
            raise DateNotYet(what="re-feedback", day=day.isoformat(), today=today.isoformat())
        self._not_before(change, day)
        given = told.ReFeedbackDelivered(
            **self._whose(case, change),
            day=day,
            place=place or change.place,
            deliverer=deliverer,
            digest=digest,
            record_sha256=record_sha256,
        )
        return [given.under(RULE, case.rulebook)]

    def accept(self, signer: str, day: date, case: Case) -> Changes:
        """The new principal signs; that the signer serves on that day is asked of the register first (SOD-04).

        Raises:
            NothingToFeedBackAgain, WrongReFeedbackState, NotTheNewPrincipal; DateTooEarly: before it was delivered.
        """
        change = self._in(case, ReFeedbackState.DELIVERED)
        if signer != change.incoming:
            raise NotTheNewPrincipal(number=case.number, change=change.no)
        if change.delivered_on is not None and day < change.delivered_on:
            raise DateTooEarly(what="receipt", day=day.isoformat(), other="re-feedback", other_day=change.delivered_on.isoformat())
        signed = told.ReFeedbackAccepted(**self._whose(case, change), signer=signer, accepted_on=day, due=change.due)
        return [signed.under(RULE, case.rulebook)]

    def _recorded(self, outgoing: str | None, day: date, case: Case) -> Changes:
        no = len(self.changes) + 1
        whose = {"refeedback": self.id, "case": case.id, "org": case.holder}
        overtaken: Changes = [
            told.ReFeedbackSuperseded(**whose, change=change.no, by=no).under(RULE, case.rulebook)
            for change in self.changes
            if change.state.pending
        ]
        changed = told.PrincipalChanged(**whose, change=no, number=case.number, outgoing=outgoing, day=day)
        return [*overtaken, changed.under(RULE, case.rulebook)]

    def _in(self, case: Case, *states: ReFeedbackState) -> PrincipalChange:
        newest = self.newest
        if newest is None:
            raise NothingToFeedBackAgain(number=case.number)
        if newest.state not in states:
            raise WrongReFeedbackState(number=case.number, change=newest.no, state=newest.state, needed=" / ".join(states))
        return newest

    def _not_before(self, change: PrincipalChange, day: date) -> None:
        if change.since is not None and day < change.since:
            raise DateTooEarly(what="re-feedback", day=day.isoformat(), other="taking office", other_day=change.since.isoformat())

    def _whose(self, case: Case, change: PrincipalChange) -> dict[str, object]:
        return {"refeedback": self.id, "case": case.id, "org": case.holder, "change": change.no}

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.PrincipalChanged():
                self.case, self.number = event.case, event.number
                self.changes = (*self.changes, PrincipalChange(no=event.change, outgoing=event.outgoing, changed_on=event.day))
            case told.ReFeedbackDue():
                taken = event.model_dump(include={"incoming", "since", "last_day", "due", "rulebook"})
                self._mark(event.change, state=ReFeedbackState.REFEEDBACK_DUE, **taken)
            case told.ReminderCalled():
                taken = event.model_dump(include={"incoming", "since", "last_day", "ground"})
                self._mark(event.change, state=ReFeedbackState.REMINDER_ONLY, **taken)
            case told.ReFeedbackSuperseded():
                self._mark(event.change, state=ReFeedbackState.SUPERSEDED, superseded_by=event.by)
            case told.ReFeedbackScheduled():
                self._mark(event.change, state=ReFeedbackState.SCHEDULED, scheduled_on=event.day, place=event.place)
            case told.ReFeedbackDelivered():
                given = {"delivered_on": event.day, "place": event.place, "deliverer": event.deliverer}
                self._mark(event.change, state=ReFeedbackState.DELIVERED, **given)
            case told.ReFeedbackAccepted():
                judged = dates.judged(self.changes[event.change - 1].rulebook, RULE, event.due, event.accepted_on)
                self._mark(event.change, state=ReFeedbackState.ACCEPTED, accepted_on=event.accepted_on, **judged)

    def _mark(self, no: int, **values: object) -> None:
        marked = self.changes[no - 1].model_copy(update=values)
        self.changes = (*self.changes[: no - 1], marked, *self.changes[no:])


def refeedback_id(case: Case) -> str:
    """The id under which the changes of principal of a case are kept; it can be told from the case's number."""
    return named("refeedback", case.round_code, case.org_code)


def check(reference: str, received: date, changed: date) -> WindowCheck | None:
    """Whether a change of principal falls into the window of R-17, and why; None where the rulebook has no such window."""
    book = preset(reference)
    if RULE not in book or book.rule(RULE).window is None:
        return None
    return window(book, RULE, Trigger(received), Trigger(changed))


def served(org: Organisation, person: str, until: date, acting_days: int) -> bool:
    """Whether somebody whose post ended on `until` counted as principal on the day before (an acting one after a while)."""
    before = org.principal(until - timedelta(days=1), acting_days)
    return before is not None and before.person == person


def stays(org: Organisation, person: str, ended: int, day: date) -> bool:
    """Whether the person goes on as principal in another post, as an acting one who is confirmed does."""
    return any(p.person == person and p.post is PostKind.PRINCIPAL and p.n != ended and p.held(day) for p in org.posts)


def counts_from(post: Post, acting_days: int) -> date:
    """The day from which the holder of a principal's post counts as principal; an acting one once it has lasted longer."""
    return post.since + timedelta(days=acting_days + 1) if post.acting else post.since


def _inside(case: Case, day: date) -> bool:
    found = check(case.rulebook, case.receipt_date, day)
    return found is not None and found.inside


def _judged(case: Case, changed_on: date, same: bool) -> tuple[WindowCheck | None, ReminderGround | None]:
    found = check(case.rulebook, case.receipt_date, changed_on)
    if found is None:
        return None, ReminderGround.NO_RULE
    if not found.inside:
        return found, ReminderGround.OUTSIDE_WINDOW
    if same:
        return found, ReminderGround.SAME_PERSON
    return found, ReminderGround.CASE_CLOSED if case.closed else None


def _moves(org: Organisation, received: date, today: date, acting_days: int) -> Sequence[tuple[date, Post, bool]]:
    """Days after the receipt on which a principal left (True) or began to count (False), in order, leaving first."""
    moves: list[tuple[date, Post, bool]] = []
    for post in org.posts:
        if post.post is not PostKind.PRINCIPAL:
            continue
        counted = counts_from(post, acting_days)
        over = post.until is not None and post.until <= counted
        if not over and received < counted <= today and not (post.acting and _outranked(org, post, counted)):
            moves.append((counted, post, False))
        if post.until is not None and received < post.until <= today and not stays(org, post.person, post.n, post.until):
            moves.append((post.until, post, True))
    return sorted(moves, key=lambda move: (move[0], not move[2], move[1].n))


def _outranked(org: Organisation, post: Post, day: date) -> bool:
    return any(p.post is PostKind.PRINCIPAL and not p.acting and p.n != post.n and p.held(day) for p in org.posts)
