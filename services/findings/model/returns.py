"""The monthly return of a case: called for, made from the ledger, endorsed, filed, or missing for ever."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from findings.events import returns as told
from findings.events.words import Standing
from findings.model import dates
from findings.model.case import Case
from findings.model.cycle import Entry
from findings.model.digest import digest
from findings.model.finding import Finding
from findings.refusals.returns import FindingNotInReturn, ReturnNotExpected, ReturnTooEarly, WrongReturnState
from kernel.aggregates import Aggregate, Members
from kernel.context import Act
from kernel.messages import Changes, Event


class ReturnState(StrEnum):
    """How far a return is."""

    EXPECTED = "EXPECTED"
    DRAFT = "DRAFT"
    ENDORSED = "ENDORSED"
    SUBMITTED = "SUBMITTED"
    ACCEPTED = "ACCEPTED"
    RETURNED = "RETURNED"


class Timeliness(StrEnum):
    """Whether it came in time; the last two never become the second."""

    OPEN = "open"
    ON_TIME = "on-time"
    MISSING = "missing"
    FILED_LATE = "filed-late"


class MonthlyReturn(Aggregate):
    """A return as its facts made it."""

    KIND = "findings.return"
    CALLED = "月报表 / monthly return"

    state: ReturnState | None = None
    case: str = ""
    org: str = ""
    number: str = ""
    month: str = ""
    due: date = date.max
    rulebook: str = ""
    compiler: str = ""
    endorser: str = ""
    rows: tuple[told.ReturnRow, ...] = ()
    totals: told.ReturnTotals | None = None
    digest: str = ""
    missing: bool = False
    late: bool = False
    submitted_on: date | None = None
    no_progress: Members[str] = frozenset()
    sent_back: str = ""

    @property
    def timeliness(self) -> Timeliness:
        """Whether it came in time."""
        if self.submitted_on is None:
            return Timeliness.MISSING if self.missing else Timeliness.OPEN
        return Timeliness.FILED_LATE if self.late else Timeliness.ON_TIME

    def call(self, case: Case, month: str) -> Changes:
        """The month is to be reported on (R-15); nothing when it is known."""
        if self.exists:
            return []
        expected = told.ReturnExpected(
            monthly_return=self.id,
            case=case.id,
            org=case.holder,
            month=month,
            number=case.number,
            due=dates.return_due(case.rulebook, month),
            rulebook=case.rulebook,
        )
        return [expected.under("R-15", case.rulebook)]

    def draft(self, case: Case, ledger: Mapping[str, Finding], texts: Sequence[told.ReturnText], act: Act) -> Changes:
        """Rows from the ledger, words from the handler; no row can be left out, a finding without words has no progress.

        Raises:
            WrongReturnState, FindingNotInReturn.
        """
        self._in(ReturnState.EXPECTED, ReturnState.DRAFT, ReturnState.ENDORSED, ReturnState.RETURNED)
        entries = case.reported_in(self.month, act.today)
        if foreign := {text.finding for text in texts} - {entry.finding for entry in entries}:
            known = {f: case.findings[f].number if f in case.findings else f for f in foreign}
            raise FindingNotInReturn(field="texts", month=self.month, findings=", ".join(sorted(known.values())))
        said = {text.finding: text for text in texts}
        _, last = dates.month_days(self.month)
        rows = tuple(_row(entry, ledger[entry.finding], said.get(entry.finding)) for entry in entries)
        totals = _totals(case, rows, self.month, min(last, act.today))
        sealed = digest([self.month, rows, totals])
        return [told.ReturnDrafted(**self._whose(case), compiler=act.actor, rows=rows, totals=totals, digest=sealed)]

    def endorse(self, case: Case, principal: str) -> Changes:
        """The serving principal signs for it as it stands; that it is the serving one is checked by the organisation.

        Raises:
            WrongReturnState.
        """
        self._in(ReturnState.DRAFT)
        return [told.ReturnEndorsed(**self._whose(case), principal=principal, digest=self.digest)]

    def submit(self, case: Case, before: "MonthlyReturn", act: Act) -> Changes:
        """It goes in; `before` is the return of the month before, which shows what did not move for two months.

        Raises:
            WrongReturnState, ReturnTooEarly.
        """
        self._in(ReturnState.ENDORSED)
        _, last = dates.month_days(self.month)
        if act.effective_day <= last:
            raise ReturnTooEarly(month=self.month, first=(last + timedelta(days=1)).isoformat(), due=self.due.isoformat())
        still = tuple(row.finding for row in self.rows if row.no_progress)
        submitted = told.ReturnSubmitted(
            **self._whose(case),
            submitted_on=act.effective_day,
            due=self.due,
            late=self.missing or (self.submitted_on or act.effective_day) > self.due,
            digest=self.digest,
            no_progress=still,
            stagnant=tuple(finding for finding in still if finding in before.no_progress),
        )
        return [submitted.under("R-15", self.rulebook)]

    def miss(self, today: date) -> Changes:
        """Its date passed; nothing when it was filed or is known to be missing (A14)."""
        if not self.exists or self.missing or self.submitted_on is not None or today <= self.due:
            return []
        missing = told.ReturnMissing(monthly_return=self.id, case=self.case, org=self.org, month=self.month, due=self.due)
        return [missing.under("R-15", self.rulebook)]

    def accept(self, case: Case, by: str) -> Changes:
        """It is accepted.

        Raises:
            WrongReturnState.
        """
        self._in(ReturnState.SUBMITTED)
        return [told.ReturnAccepted(**self._whose(case), by=by)]

    def send_back(self, case: Case, reason: str) -> Changes:
        """It is to be made anew.

        Raises:
            WrongReturnState.
        """
        self._in(ReturnState.SUBMITTED)
        return [told.ReturnSentBack(**self._whose(case), reason=reason)]

    def require_expected(self, case: Case, month: str) -> "MonthlyReturn":
        """It must have been called for.

        Raises:
            ReturnNotExpected.
        """
        if not self.exists:
            raise ReturnNotExpected(month=month, number=case.number)
        return self

    def _whose(self, case: Case) -> dict[str, str]:
        return {"monthly_return": self.id, "case": self.case, "org": case.holder, "month": self.month}

    def _in(self, *states: ReturnState) -> None:
        if self.state not in states:
            raise WrongReturnState(month=self.month, state=self.state or "unknown", needed=" / ".join(states))

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        del at
        match event:
            case told.ReturnExpected():
                self.state = ReturnState.EXPECTED
                for name in ("case", "org", "number", "month", "due", "rulebook"):
                    setattr(self, name, getattr(event, name))
            case told.ReturnDrafted():
                self.state, self.compiler, self.endorser, self.org = ReturnState.DRAFT, event.compiler, "", event.org
                self.rows, self.totals, self.digest = event.rows, event.totals, event.digest
            case told.ReturnEndorsed():
                self.state, self.endorser = ReturnState.ENDORSED, event.principal
            case told.ReturnSubmitted():
                self.state, self.submitted_on = ReturnState.SUBMITTED, self.submitted_on or event.submitted_on
                self.late, self.no_progress = event.late, frozenset(event.no_progress)
            case told.ReturnMissing():
                self.missing = True
            case told.ReturnAccepted():
                self.state = ReturnState.ACCEPTED
            case told.ReturnSentBack():
                self.state, self.sent_back = ReturnState.RETURNED, event.reason


def _row(entry: Entry, finding: Finding, text: told.ReturnText | None) -> told.ReturnRow:
    said = text or told.ReturnText(finding=entry.finding)
    return told.ReturnRow(
        number=entry.number,
        wording=finding.wording,
        standing=entry.standing,
        milestones="；".join(_goal(m.day, m.goal, m.met, m.missed) for _, m in sorted(finding.milestones.items())),
        due=finding.due,
        responsible=finding.member or None,
        no_progress=not said.progress and not entry.standing.settled,
        **said.model_dump(),
    )


def _goal(day: date, goal: str, met: date | None, missed: bool) -> str:
    outcome = f"{met} 完成" if met else "未按期完成" if missed else "未到期"
    return f"{day} {goal}：{outcome}"


def _totals(case: Case, rows: Sequence[told.ReturnRow], month: str, day: date) -> told.ReturnTotals:
    first, last = dates.month_days(month)
    unfinished = case.unfinished
    dues = {row.finding: row.due for row in rows}
    return told.ReturnTotals(
        findings=len(case.findings),
        signed_off=sum(entry.standing is Standing.SIGNED_OFF for entry in case.findings.values()),
        signed_off_now=sum(
            entry.standing is Standing.SIGNED_OFF and entry.settled_on is not None and first <= entry.settled_on <= last
            for entry in case.findings.values()
        ),
        unfinished=len(unfinished),
        overdue=sum((dues.get(entry.finding) or entry.due) < day for entry in unfinished),
        reopened=sum(entry.standing is Standing.REOPENED for entry in unfinished),
    )
