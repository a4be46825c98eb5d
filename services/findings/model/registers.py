"""Registers of results: rules abolished, amended or adopted; money recovered; people dealt with, as counts only."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from findings.events import registers as told
from findings.events.parts import Part
from findings.model.case import Case
from findings.refusals.registers import (
    FindingOfOtherCase,
    NoSuchEntry,
    NothingToCount,
    RecordedAlready,
    ResultNotYet,
    WithdrawnAlready,
)
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Changes, Event

_INSPECTED = ("handler", "member", "principal")


class EntryState(StrEnum):
    """Whether an entry of a register counts."""

    RECORDED = "RECORDED"
    WITHDRAWN = "WITHDRAWN"


class RegisterKind(StrEnum):
    """Which register of a case."""

    REFORM = "reform"
    MONEY = "money"
    PEOPLE = "people"

    def of(self, case: str) -> str:
        """The id of this register of a case."""
        return named("results", self.value, case)


class RegisterEntry(Part):
    """One entry: `what` is the action, kind or measure; `amount` is 1 for a rule, fen for money, heads for people."""

    no: int
    state: EntryState = EntryState.RECORDED
    finding: str = ""
    what: str
    title: str = ""
    amount: int
    day: date
    sha256: str = ""

    def same(self, other: "RegisterEntry") -> bool:
        """Whether both say the same, so that counting both would count it twice."""
        return self.model_copy(update={"no": other.no}) == other


class Register(Aggregate):
    """One register of one case as its facts made it."""

    KIND = "findings.results"

    entries: tuple[RegisterEntry, ...] = ()

    # --- decisions ---------------------------------------------------------------------------------------------------

    def record_reform(
        self, case: Case, finding: str | None, action: told.ReformAction, title: str, day: date, sha256: str, today: date
    ) -> Changes:
        """A rule was repealed, amended or adopted (R-139).

        Raises:
            FindingOfOtherCase, ResultNotYet, RecordedAlready.
        """
        entry = self._next(case, finding, today, what=action.value, title=title, amount=1, day=day, sha256=sha256)
        recorded = told.ReformRecorded(**self._whose(case, entry), action=action, title=title, day=day, document_sha256=sha256)
        return [recorded.under("R-139", case.rulebook)]

    def record_money(
        self, case: Case, finding: str | None, kind: told.MoneyKind, fen: int, day: date, sha256: str, today: date
    ) -> Changes:
        """Money was recovered.

        Raises:
            NothingToCount, FindingOfOtherCase, ResultNotYet, RecordedAlready.
        """
        entry = self._next(case, finding, today, what=kind.value, amount=fen, day=day, sha256=sha256)
        return [told.MoneyRecorded(**self._whose(case, entry), kind=kind, fen=fen, day=day, evidence_sha256=sha256)]

    def record_people(
        self, case: Case, finding: str | None, measure: told.PeopleMeasure, people: int, day: date, sha256: str | None, today: date
    ) -> Changes:
        """People were dealt with; two equal counts of one day are told apart by their document only.

        Raises:
            NothingToCount, FindingOfOtherCase, ResultNotYet, RecordedAlready.
        """
        entry = self._next(case, finding, today, what=measure.value, amount=people, day=day, sha256=sha256 or "")
        return [told.PeopleRecorded(**self._whose(case, entry), measure=measure, people=people, day=day, evidence_sha256=sha256)]

    def withdraw_reform(self, case: Case, no: int, reason: str) -> Changes:
        """An entry no longer counts.

        Raises:
            NoSuchEntry, WithdrawnAlready.
        """
        return [told.ReformWithdrawn(**self._whose(case, self._standing(case, no)), reason=reason)]

    def withdraw_money(self, case: Case, no: int, reason: str) -> Changes:
        """An entry no longer counts.

        Raises:
            NoSuchEntry, WithdrawnAlready.
        """
        return [told.MoneyWithdrawn(**self._whose(case, self._standing(case, no)), reason=reason)]

    def withdraw_people(self, case: Case, no: int, reason: told.PeopleCorrection) -> Changes:
        """An entry no longer counts.

        Raises:
            NoSuchEntry, WithdrawnAlready.
        """
        return [told.PeopleWithdrawn(**self._whose(case, self._standing(case, no)), reason=reason)]

    def _whose(self, case: Case, entry: RegisterEntry) -> dict[str, Any]:
        whose = {"results": self.id, "case": case.id, "org": case.holder, "entry": entry.no}
        return {**whose, "finding": entry.finding or None}

    def _next(self, case: Case, finding: str | None, today: date, **content: Any) -> RegisterEntry:
        entry = RegisterEntry(no=len(self.entries) + 1, finding=finding or "", **content)
        if entry.amount <= 0:
            raise NothingToCount(what=entry.what, amount=entry.amount)
        if finding is not None and finding not in case.findings:
            raise FindingOfOtherCase(field="finding", finding=finding, number=case.number)
        if entry.day > today:
            raise ResultNotYet(field="day", day=entry.day.isoformat(), today=today.isoformat())
        for known in self.entries:
            if known.same(entry):
                raise RecordedAlready(number=case.number, entry=known.no)
        return entry

    def _standing(self, case: Case, no: int) -> RegisterEntry:
        if not 0 < no <= len(self.entries):
            raise NoSuchEntry(field="entry", entry=no, number=case.number)
        if self.entries[no - 1].state is EntryState.WITHDRAWN:
            raise WithdrawnAlready(field="entry", entry=no, number=case.number)
        return self.entries[no - 1]

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.ReformRecorded() | told.MoneyRecorded() | told.PeopleRecorded():
                self.entries = (*self.entries, entry_of(event))
            case told.ReformWithdrawn() | told.MoneyWithdrawn() | told.PeopleWithdrawn():
                changed = self.entries[event.entry - 1].model_copy(update={"state": EntryState.WITHDRAWN})
                self.entries = (*self.entries[: event.entry - 1], changed, *self.entries[event.entry :])


def entry_of(event: told.ReformRecorded | told.MoneyRecorded | told.PeopleRecorded) -> RegisterEntry:
    """The entry that a fact makes."""
    shared: dict[str, Any] = {"no": event.entry, "finding": event.finding or "", "day": event.day}
    match event:
        case told.ReformRecorded():
            return RegisterEntry(**shared, what=event.action.value, title=event.title, amount=1, sha256=event.document_sha256)
        case told.MoneyRecorded():
            return RegisterEntry(**shared, what=event.kind.value, amount=event.fen, sha256=event.evidence_sha256)
        case told.PeopleRecorded():
            return RegisterEntry(**shared, what=event.measure.value, amount=event.people, sha256=event.evidence_sha256 or "")


def may_write(case: Case, act: Act, *bodies: str) -> None:
    """The organisation that answers for the case writes its registers; others as one of `bodies`, for which they act in it.

    Raises:
        NotYourCase, NotBodyOfCase.
    """
    if act.role in _INSPECTED:
        case.require_holder(act.org)
    else:
        case.require_organ(act.org, *bodies)


def register(repo: Repository, kind: RegisterKind, case: str) -> Register:
    """A register of a case; one that is empty where nothing was recorded yet."""
    return repo.find(Register, kind.of(case))
