"""A report of a case: drafted from the record, endorsed in person, submitted to the right body, version by version."""

from collections.abc import Sequence
from datetime import date, datetime

from findings.events import reports as told
from findings.events.parts import Part
from findings.events.reports import FindingAccount, ReportKind, ReportState, ReportTotals
from findings.events.words import Standing
from findings.model import dates
from findings.model.case import Case
from findings.model.cycle import Entry
from findings.model.digest import digest
from findings.refusals.reports import (
    AccountsForeign,
    AccountsMissing,
    FindingsUnfinished,
    Misaddressed,
    NotAddressee,
    NotEndorsed,
    OpinionForAnotherVersion,
    ReportNotAsked,
    ReportReviewed,
    WrongReportState,
)
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from rulebook import has_due_date, preset

# Parties of the rulebook and the organs of a case that they are.
_ORGANS = {
    "discipline_organ": "discipline",
    "org_dept": "org_dept",
    "publicity_dept": "publicity",
    "office": "office",
    "leading_group": "leading_group",
    "dispatching_committee": "dispatching",
}

# Special checks that a department of their own settles by a written opinion: the organ of the case, and its verb.
_OPINIONS = {"personnel_selection": ("org_dept", "check-opinion issue"), "ideology": ("publicity", "ideology opinion")}

# The rule of the addressee that reviews a report itself, by the rule of the report: personnel selection, local inspection work.
REVIEWED_UNDER = {"R-08": "R-43", "R-10": "R-56"}


class Results(Part):
    """What the registers say that rectification brought: rules changed, money recovered in fen, people dealt with."""

    reforms: int = 0
    money_fen: int = 0
    people: int = 0


class Opinion(Part):
    """What the reviewers' opinion comes to; `reason` is what falls short and is demanded, `rule` what it rests on."""

    accepts: bool
    opinion_no: str
    reason: str = ""
    rule: str = ""


class Version(Part):
    """A version of a report."""

    version: int
    state: ReportState
    leading: str
    accounts: tuple[FindingAccount, ...]
    totals: ReportTotals
    document_sha256: str
    digest: str
    endorser: str = ""
    text: str = ""
    submitted_on: date | None = None
    addressee: str = ""
    opinion: str = ""
    reason: str = ""


class Report(Aggregate):
    """A report as its facts made it."""

    KIND = "findings.report"
    CALLED = "整改报告 / report"

    case: str = ""
    org: str = ""
    kind: ReportKind = ReportKind.PROGRESS
    special_check: str = ""
    rule: str = ""
    due: date | None = None
    versions: tuple[Version, ...] = ()
    first_submitted_on: date | None = None
    late: bool = False
    target_passed: bool = False

    @property
    def newest(self) -> Version:
        """The version that counts now.

        Raises:
            WrongReportState: nothing was drafted.
        """
        if not self.versions:
            raise WrongReportState(state="unknown", needed=ReportState.DRAFT)
        return self.versions[-1]

    # --- decisions ---------------------------------------------------------------------------------------------------

    def draft(
        self,
        case: Case,
        results: Results,
        kind: ReportKind,
        check: str,
        leading: str,
        accounts: Sequence[FindingAccount],
        document_sha256: str,
        correction: str,
        act: Act,
    ) -> Changes:
        """A version with its numbers taken from the record; anew until it is submitted, the next one once it was returned.

        An accepted version stands; with a `correction`, which says what was wrong with it, the next one goes the same way.

        Raises:
            CaseEnded, ReportNotAsked, AccountsForeign, AccountsMissing, WrongReportState.
        """
        case.require_open()
        rule, due = asked_for(case, kind, check)
        version = self.newest.version if self.versions else 1
        corrects = correction and self.versions and self.newest.state is ReportState.ACCEPTED
        if self.versions and (self.newest.state is ReportState.RETURNED or corrects):
            version += 1
        elif self.versions:
            self._in(ReportState.DRAFT, ReportState.ENDORSED)
        scope = _scope(case, kind, check)
        _accounted(scope, accounts, kind)
        totals = _totals(scope, results)
        drafted = told.ReportDrafted(
            **self._whose(case, kind, check, version),
            drafter=act.actor,
            leading=leading,
            accounts=tuple(accounts),
            totals=totals,
            document_sha256=document_sha256,
            rule=rule,
            due=due,
            digest=digest([kind, check, version, leading, accounts, totals, document_sha256]),
            correction=correction if corrects else "",
        )
        return [drafted.under(rule, case.rulebook)]

    def endorse(self, case: Case, principal: str, text: str) -> Changes:
        """The serving principal signs; that it is the serving one is checked by the organisation (R-137, SOD-04).

        Raises:
            WrongReportState.
        """
        self._in(ReportState.DRAFT)
        endorsed = told.ReportEndorsed(**self._same(case), principal=principal, text=text, digest=self.newest.digest)
        return [endorsed.under("R-137", case.rulebook)]

    def submit(self, case: Case, addressee: str | None, act: Act) -> Changes:
        """It goes to the body that the rulebook names, and to nobody else (A13).

        Raises:
            CaseEnded, NotEndorsed, WrongReportState, Misaddressed, FindingsUnfinished.
        """
        case.require_open()
        if self.newest.state is ReportState.DRAFT:
            raise NotEndorsed
        self._in(ReportState.ENDORSED)
        if self.kind is ReportKind.FINAL and case.unfinished:
            raise FindingsUnfinished(unfinished=", ".join(entry.number for entry in case.unfinished))
        right = addressees(case, self.rule, self.special_check)
        if addressee is not None and addressee not in right:
            what = dates.report_key(self.kind, self.special_check)
            raise Misaddressed(field="addressee", report=what, expected=" / ".join(right), rule=self.rule, given=addressee)
        day = act.effective_day
        submitted = told.ReportSubmitted(
            **self._same(case),
            addressee=addressee or right[0],
            submitted_on=day,
            due=self.due,
            **dates.judged(case.rulebook, self.rule, self.due, self.first_submitted_on or day),
            document=self.newest.document_sha256,
            digest=self.newest.digest,
            endorser=self.newest.endorser,
        )
        return [submitted.under(self.rule, case.rulebook)]

    def accept(self, case: Case, by: str, opinion: str, day: date) -> Changes:
        """Its addressee accepts it.

        Raises:
            ReportReviewed, WrongReportState, NotAddressee.
        """
        self._direct(case)
        self._with(by)
        accepted = told.ReportAccepted(**self._same(case), opinion=opinion, day=day, totals=self.newest.totals)
        return [accepted.under(self._review_rule, case.rulebook)]

    def send_back(self, case: Case, by: str, opinion: str, reason: str) -> Changes:
        """Its addressee wants a new version; the day of the first submission stays.

        Raises:
            ReportReviewed, WrongReportState, NotAddressee.
        """
        self._direct(case)
        self._with(by)
        sent_back = told.ReportSentBack(**self._same(case), opinion=opinion, reason=reason)
        return [sent_back.under(self._review_rule, case.rulebook)]

    def settle(self, case: Case, version: int, opinion: Opinion, day: date) -> Changes:
        """The reviewers' written opinion is out: it accepts the version or sends it back (R-30).

        Raises:
            WrongReportState, OpinionForAnotherVersion.
        """
        self._in(ReportState.SUBMITTED)
        if version != self.newest.version:
            raise OpinionForAnotherVersion(given=version, newest=self.newest.version)
        settled: Event
        if opinion.accepts:
            totals = self.newest.totals
            settled = told.ReportAccepted(**self._same(case), opinion=opinion.opinion_no, day=day, totals=totals)
        else:
            settled = told.ReportSentBack(**self._same(case), opinion=opinion.opinion_no, reason=opinion.reason)
        return [settled.under(opinion.rule or self._review_rule, case.rulebook)]

    @property
    def _review_rule(self) -> str:
        """The rule under which the addressee reviews it; where none is its own, the one under which it was handed in."""
        return REVIEWED_UNDER.get(self.rule, self.rule)

    def _direct(self, case: Case) -> None:
        if verb := reviewed_by(case, self.kind, self.special_check, self.newest.addressee if self.versions else ""):
            raise ReportReviewed(report=dates.report_key(self.kind, self.special_check), verb=verb)

    def require_addressee(self, by: str) -> None:
        """Go on only for the organ that the report was submitted to.

        Raises:
            NotAddressee.
        """
        if self.newest.addressee != by:
            raise NotAddressee

    def _with(self, addressee: str) -> None:
        self._in(ReportState.SUBMITTED)
        self.require_addressee(addressee)

    def _in(self, *states: ReportState) -> None:
        if self.newest.state not in states:
            raise WrongReportState(state=self.newest.state, needed=" / ".join(states))

    def _whose(self, case: Case, kind: ReportKind, check: str, version: int) -> dict[str, str | int]:
        whose = {"report": self.id, "case": case.id, "org": case.holder}
        return {**whose, "kind": kind, "special_check": check, "version": version}

    def _same(self, case: Case) -> dict[str, str | int]:
        return self._whose(case, self.kind, self.special_check, self.newest.version)

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        del at
        match event:
            case told.ReportDrafted():
                self.case, self.org, self.kind, self.special_check = event.case, event.org, event.kind, event.special_check
                self.rule, self.due = event.rule, event.due
                names = ("version", "leading", "accounts", "totals", "document_sha256", "digest")
                drafted = Version(state=ReportState.DRAFT, **{name: getattr(event, name) for name in names})
                self.versions = (*self.versions[: event.version - 1], drafted)
            case told.ReportEndorsed():
                self._mark(state=ReportState.ENDORSED, endorser=event.principal, text=event.text)
            case told.ReportSubmitted():
                self._mark(state=ReportState.SUBMITTED, submitted_on=event.submitted_on, addressee=event.addressee)
                self.first_submitted_on = self.first_submitted_on or event.submitted_on
                self.late, self.target_passed = event.late, event.target_passed
            case told.ReportAccepted():
                self._mark(state=ReportState.ACCEPTED, opinion=event.opinion)
            case told.ReportSentBack():
                self._mark(state=ReportState.RETURNED, opinion=event.opinion, reason=event.reason)

    def _mark(self, **values: object) -> None:
        self.versions = (*self.versions[:-1], self.newest.model_copy(update=values))


def reviewed_by(case: Case, kind: ReportKind, check: str, addressee: str) -> str:
    """The verb by which the reviewers of such a report settle it; "" when its addressee decides directly.

    The report of the concentrated phase and the principal's own are reviewed by several bodies; a special one like them
    where the discipline organ led its check; one that goes to a department with a written opinion of its own by that.
    """
    several = kind in (ReportKind.PROGRESS, ReportKind.PRINCIPAL)
    ours = kind is ReportKind.SPECIAL and addressee == case.organs.discipline
    if several or ours:
        return "report-review issue"
    organ, verb = _OPINIONS.get(check, ("", ""))
    return verb if kind is ReportKind.SPECIAL and organ and addressee == getattr(case.organs, organ) else ""


def asked_for(case: Case, kind: ReportKind, check: str) -> tuple[str, date | None]:
    """(rule, date) under which the case owes a report; no date where the rule sets none, or before its trigger.

    Raises:
        ReportNotAsked: the case owes no such report.
    """
    key, book = dates.report_key(kind, check), preset(case.rulebook)
    if kind is ReportKind.FINAL:
        settled = max((entry.settled_on for entry in case.findings.values() if entry.settled_on), default=None)
        return "R-16", dates.final_report_due(case.rulebook, settled) if settled and not case.unfinished else None
    rules = dates.report_rules(book, case.checks)
    if key not in rules:
        known = ", ".join([*rules, dates.report_key(dates.FINAL)])
        raise ReportNotAsked(rulebook=case.rulebook, report=key, number=case.number, known=known)
    found = [due.due for due in case.dues if due.what == key]
    return rules[key], found[0] if found and has_due_date(book, rules[key]) else None


def addressees(case: Case, rule: str, check: str) -> list[str]:
    """The organs to which a report under this rule goes; the first one unless another is named."""
    led_by = [item.led_by for item in case.checks if item.check == check and item.led_by]
    if check and led_by:
        return [organ for organ in led_by if organ]
    named = preset(case.rulebook).rule(rule).addressee
    parties = named.parties if named else ("discipline_organ",)
    organs = [getattr(case.organs, _ORGANS[party]) for party in parties if party in _ORGANS]
    return [organ for organ in organs if organ] or [case.organs.office]


def _scope(case: Case, kind: ReportKind, check: str) -> list[Entry]:
    entries = sorted(case.findings.values(), key=lambda entry: entry.number)
    return [entry for entry in entries if kind is not ReportKind.SPECIAL or entry.special_check == check]


def _accounted(scope: Sequence[Entry], accounts: Sequence[FindingAccount], kind: ReportKind) -> None:
    inside, given = {entry.finding: entry.number for entry in scope}, {account.finding for account in accounts}
    if foreign := sorted(given - set(inside)):
        raise AccountsForeign(field="accounts", findings=", ".join(foreign))
    missing = [number for finding, number in inside.items() if finding not in given]
    if missing and kind is not ReportKind.PRINCIPAL:
        raise AccountsMissing(field="accounts", missing=", ".join(missing))


def _totals(scope: Sequence[Entry], results: Results) -> ReportTotals:
    return ReportTotals(
        findings=len(scope),
        signed_off=sum(entry.standing is Standing.SIGNED_OFF for entry in scope),
        not_applicable=sum(entry.standing is Standing.NOT_APPLICABLE for entry in scope),
        unfinished=sum(not entry.standing.settled for entry in scope),
        **results.model_dump(),
    )


def scope_of(case: Case, kind: ReportKind, check: str) -> list[str]:
    """The findings on which a report speaks: all of the case, or those of its special check."""
    return [entry.finding for entry in _scope(case, kind, check)]
