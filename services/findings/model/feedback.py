"""Feedback: worded, approved and frozen, delivered, signed for, supplemented."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from findings.events import feedback as told
from findings.events.words import (
    Attendance,
    CopyRecipient,
    FeedbackItem,
    FeedbackState,
    SpecialCheck,
    SupplementState,
    WordingCorrection,
)
from findings.model.digest import digest
from findings.model.wording import Content, Origin, Supplement, require_listed
from findings.refusals.case import DateNotYet, DateTooEarly
from findings.refusals.feedback import (
    ImmediateUnknown,
    NoSuchSupplement,
    NumberUnknown,
    SameApprover,
    SupplementEmpty,
    SupplementPending,
    WrongFeedbackState,
)
from kernel.aggregates import Aggregate, Members
from kernel.context import named
from kernel.messages import Changes, Event

# Whose presence at the feedback meeting is a duty: both persons of.
ASKED_FOR = ("leader_in_charge", "supervision_room_head", "org_dept")


class Feedback(Aggregate):
    """The feedback to one organisation of one round as its facts made it."""

    KIND = "findings.feedback"
    CALLED = "反馈意见 / feedback"

    state: FeedbackState | None = None
    round: str = ""
    org: str = ""
    round_code: str = ""
    org_code: str = ""
    overall: str = ""
    items: tuple[FeedbackItem, ...] = ()
    special_checks: tuple[SpecialCheck, ...] = ()
    drafters: Members[str] = frozenset()
    approval: str = ""
    numbers: tuple[str, ...] = ()
    digest: str = ""
    imported: bool = False
    meeting_on: date | None = None
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    missing: tuple[str, ...] = ()
    received_on: date | None = None
    signer: str = ""
    case: str = ""
    copies: tuple[CopyRecipient, ...] = ()
    supplements: tuple[Supplement, ...] = ()

    # --- what is asked of it -----------------------------------------------------------------------------------------

    def number(self, items: Sequence[FeedbackItem], given: Mapping[str, str]) -> tuple[str, ...]:
        """`ROUND-ORG-NN` for each item, counting on from what was numbered before.

        A finding served during the stay keeps its number, which `given` holds by its id.

        Raises:
            ImmediateUnknown: an item continues a finding that `given` does not hold.
        """
        before = len([n for n in (*self.numbers, *(n for s in self.supplements for n in s.numbers)) if self._ours(n)])
        numbers: list[str] = []
        for place, item in enumerate(items, 1):
            if item.immediate is None:
                before += 1
                numbers.append(f"{self.round_code}-{self.org_code}-{before:02d}")
            elif item.immediate in given:
                numbers.append(given[item.immediate])
            else:
                raise ImmediateUnknown(field=f"items.{place - 1}.immediate", n=place)
        return tuple(numbers)

    def numbered(self) -> list[tuple[str, str, FeedbackItem, int]]:
        """(finding id, number, item, supplement) of everything approved, in order."""
        whole = [(n, i, 0) for n, i in zip(self.numbers, self.items, strict=False)]
        whole += [(n, i, s.no) for s in self.supplements for n, i in zip(s.numbers, s.items, strict=False)]
        return [(item.immediate or named("finding", number), number, item, no) for number, item, no in whole]

    def supplement(self, no: int, needed: SupplementState) -> Supplement:
        """The supplement, which must be in this state.

        Raises:
            NoSuchSupplement: it is in another one, or there is none.
        """
        found = self.supplements[no - 1] if 0 < no <= len(self.supplements) else None
        if found is None or found.state is not needed:
            raise NoSuchSupplement(supplement=no, state=found.state if found else "unknown", needed=needed)
        return found

    def _ours(self, number: str) -> bool:
        prefix = f"{self.round_code}-{self.org_code}-"
        return number.startswith(prefix) and number.removeprefix(prefix).isdigit()

    # --- decisions ---------------------------------------------------------------------------------------------------

    def draft(
        self,
        origin: Origin,
        drafter: str,
        overall: str,
        items: Sequence[FeedbackItem],
        special_checks: Sequence[SpecialCheck],
    ) -> Changes:
        """The team words it, or words it anew.

        Raises:
            WrongFeedbackState, CheckNotListed.
        """
        if self.exists:
            self._in(FeedbackState.DRAFT)
        require_listed(items, special_checks)
        return [
            told.FeedbackDrafted(
                feedback=self.id,
                round=origin.round,
                org=origin.org,
                round_code=origin.round_code,
                org_code=origin.org_code,
                drafter=drafter,
                overall=overall,
                items=tuple(items),
                special_checks=tuple(special_checks),
            )
        ]

    def set_checks(self, special_checks: Sequence[SpecialCheck]) -> Changes:
        """The special checks are named.

        Raises:
            WrongFeedbackState, CheckNotListed.
        """
        self._in(FeedbackState.DRAFT)
        require_listed(self.items, special_checks)
        return [told.SpecialChecksSet(**self._whose, special_checks=tuple(special_checks))]

    def submit(self, submitter: str) -> Changes:
        """The draft goes to the leading group.

        Raises:
            WrongFeedbackState.
        """
        self._in(FeedbackState.DRAFT)
        return [told.FeedbackSubmitted(**self._whose, submitter=submitter)]

    def send_back(self, reason: str) -> Changes:
        """The leading group wants it worded anew.

        Raises:
            WrongFeedbackState.
        """
        self._in(FeedbackState.UNDER_APPROVAL)
        return [told.FeedbackSentBack(**self._whose, reason=reason)]

    def approve(self, approval: str, approver: str, given: Mapping[str, str], rulebook: str) -> Changes:
        """The leading group approves: wording, order and numbers are frozen (R-44).

        Raises:
            WrongFeedbackState, ImmediateUnknown; SameApprover: the approver worded it.
        """
        self._in(FeedbackState.UNDER_APPROVAL)
        if approver in self.drafters:
            raise SameApprover
        numbers = self.number(self.items, given)
        sealed = digest([self.overall, self.items, self.special_checks, numbers])
        approved = told.FeedbackApproved(**self._whose, approval=approval, approver=approver, numbers=numbers, digest=sealed)
        return [approved.under("R-44", rulebook)]

    def bring(self, origin: Origin, content: Content, approval: str, document_sha256: str, given: Mapping[str, str]) -> Changes:
        """Feedback that was approved on paper.

        Raises:
            WrongFeedbackState: it exists already; CheckNotListed, ImmediateUnknown.
        """
        if self.exists:
            raise WrongFeedbackState(state=self.state or "", needed="nothing on record")
        require_listed(content.items, content.special_checks)
        blank = Feedback(id=self.id, round_code=origin.round_code, org_code=origin.org_code)
        numbers = blank.number(content.items, given)
        return [
            told.FeedbackImported(
                feedback=self.id,
                **origin.model_dump(),
                overall=content.overall,
                items=content.items,
                special_checks=content.special_checks,
                approval=approval,
                numbers=numbers,
                digest=digest([content.overall, content.items, content.special_checks, numbers]),
                document_sha256=document_sha256,
            )
        ]

    def deliver(
        self, meeting_on: date, place: str, attendance: Sequence[Attendance], record_sha256: str, today: date, rulebook: str
    ) -> Changes:
        """The feedback meeting took place; who was missing is on record and voids nothing (R-24, R-36, R-47).

        Raises:
            WrongFeedbackState, DateNotYet.
        """
        self._in(FeedbackState.APPROVED)
        if meeting_on > today:
            raise DateNotYet(what="feedback meeting", day=meeting_on.isoformat(), today=today.isoformat())
        there = {someone.duty for someone in attendance if someone.present}
        delivered = told.FeedbackDelivered(
            **self._whose,
            meeting_on=meeting_on,
            place=place,
            attendance=tuple(attendance),
            missing=tuple(duty for duty in ASKED_FOR if duty not in there),
            record_sha256=record_sha256,
        )
        return [delivered.under("R-47", rulebook)]

    def receive(self, case: str, signer: str, received_on: date, rulebook: str, receipt_sha256: str = "") -> Changes:
        """The principal signs: day 0.

        Raises:
            WrongFeedbackState; DateTooEarly: before the meeting.
        """
        self._in(FeedbackState.DELIVERED)
        if self.meeting_on is not None and received_on < self.meeting_on:
            raise DateTooEarly(
                what="receipt", day=received_on.isoformat(), other="feedback meeting", other_day=self.meeting_on.isoformat()
            )
        whose = {**self._whose, "case": case, "signer": signer}
        received = told.FeedbackReceived(**whose, received_on=received_on, receipt_sha256=receipt_sha256)
        return [received.under("R-01", rulebook)]

    def copy_to(self, recipients: Sequence[CopyRecipient]) -> Changes:
        """Copies go out.

        Raises:
            WrongFeedbackState.
        """
        self._in(FeedbackState.DELIVERED, FeedbackState.RECEIVED)
        return [told.FeedbackCopied(**self._whose, recipients=tuple(recipients))]

    def add_supplement(
        self, drafter: str, items: Sequence[FeedbackItem], corrections: Sequence[WordingCorrection], reason: str
    ) -> Changes:
        """The team drafts the next supplement.

        Raises:
            WrongFeedbackState, SupplementEmpty, SupplementPending, CheckNotListed, NumberUnknown.
        """
        self._in(FeedbackState.RECEIVED)
        if not items and not corrections:
            raise SupplementEmpty
        if self.supplements and self.supplements[-1].state is not SupplementState.RECEIVED:
            raise SupplementPending(supplement=self.supplements[-1].no, state=self.supplements[-1].state)
        require_listed(items, self.special_checks)
        known = {number for _, number, _, _ in self.numbered()}
        for correction in corrections:
            if correction.number not in known:
                raise NumberUnknown(number=correction.number)
        return [
            told.SupplementDrafted(
                **self._whose,
                supplement=len(self.supplements) + 1,
                drafter=drafter,
                items=tuple(items),
                corrections=tuple(corrections),
                reason=reason,
            )
        ]

    def approve_supplement(self, no: int, approval: str, approver: str, given: Mapping[str, str], rulebook: str) -> Changes:
        """The leading group approves a supplement; numbers count on.

        Raises:
            NoSuchSupplement, SameApprover, ImmediateUnknown.
        """
        pending = self.supplement(no, SupplementState.DRAFT)
        if approver == pending.drafter:
            raise SameApprover
        numbers = self.number(pending.items, given)
        approved = told.SupplementApproved(
            **self._whose,
            supplement=no,
            approval=approval,
            approver=approver,
            numbers=numbers,
            digest=digest([pending.items, pending.corrections, numbers]),
        )
        return [approved.under("R-44", rulebook)]

    def receive_supplement(self, no: int, signer: str, received_on: date) -> Changes:
        """The principal signs for a supplement.

        Raises:
            NoSuchSupplement.
        """
        self.supplement(no, SupplementState.APPROVED)
        return [told.SupplementReceived(**self._whose, case=self.case, supplement=no, signer=signer, received_on=received_on)]

    @property
    def _whose(self) -> dict[str, str]:
        return {"feedback": self.id, "round": self.round, "org": self.org}

    def _in(self, *states: FeedbackState) -> None:
        if self.state not in states:
            raise WrongFeedbackState(state=self.state or "unknown", needed=" / ".join(states))

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.FeedbackDrafted() | told.FeedbackImported():
                self._worded(event)
            case told.SpecialChecksSet():
                self.special_checks = event.special_checks
            case told.FeedbackSubmitted():
                self.state, self.drafters = FeedbackState.UNDER_APPROVAL, self.drafters | {event.submitter}
            case told.FeedbackSentBack():
                self.state = FeedbackState.DRAFT
            case told.FeedbackApproved():
                self.state, self.approval = FeedbackState.APPROVED, event.approval
                self.numbers, self.digest = event.numbers, event.digest
            case told.FeedbackDelivered():
                self.state, self.meeting_on, self.place = FeedbackState.DELIVERED, event.meeting_on, event.place
                self.attendance, self.missing = event.attendance, event.missing
            case told.FeedbackReceived():
                self.state, self.case = FeedbackState.RECEIVED, event.case
                self.received_on, self.signer = event.received_on, event.signer
            case told.FeedbackCopied():
                self.copies = (*self.copies, *event.recipients)
            case _:
                self._supplemented(event)

    def _worded(self, event: told.FeedbackDrafted | told.FeedbackImported) -> None:
        self.round, self.org, self.round_code, self.org_code = event.round, event.org, event.round_code, event.org_code
        self.overall, self.items, self.special_checks = event.overall, event.items, event.special_checks
        match event:
            case told.FeedbackDrafted():
                self.state, self.drafters = FeedbackState.DRAFT, self.drafters | {event.drafter}
            case told.FeedbackImported():
                self.state, self.imported = FeedbackState.APPROVED, True
                self.approval, self.numbers, self.digest = event.approval, event.numbers, event.digest

    def _supplemented(self, event: Event) -> None:
        match event:
            case told.SupplementDrafted():
                drafted = Supplement(
                    no=event.supplement,
                    state=SupplementState.DRAFT,
                    drafter=event.drafter,
                    items=event.items,
                    corrections=event.corrections,
                    reason=event.reason,
                )
                self.supplements = (*self.supplements, drafted)
            case told.SupplementApproved():
                self._mark(event.supplement, state=SupplementState.APPROVED, numbers=event.numbers)
            case told.SupplementReceived():
                self._mark(event.supplement, state=SupplementState.RECEIVED, received_on=event.received_on)

    def _mark(self, no: int, **values: object) -> None:
        changed = self.supplements[no - 1].model_copy(update=values)
        self.supplements = (*self.supplements[: no - 1], changed, *self.supplements[no:])
