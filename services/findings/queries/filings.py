"""Questions about monthly returns and reports."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.events.reports import FindingAccount, ReportTotals
from findings.events.returns import ReturnRow, ReturnTotals
from findings.model.reports import Report
from findings.model.returns import MonthlyReturn
from findings.projections.filings import REPORTS, RETURNS
from kernel.aggregates import Repository, get
from kernel.context import named
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200


class GetReturn(Question):
    """One return."""

    case: Id
    month: str


class ReturnAnswer(Answer):
    """One return."""

    case: str
    org: str
    month: str
    due: date
    state: str
    timeliness: str
    submitted_on: date | None
    compiler: str
    endorser: str
    totals: ReturnTotals | None
    rows: tuple[ReturnRow, ...]
    sha256: str
    sent_back: str


class ListReturns(Question):
    """Returns in order of month and case."""

    case: str = ""
    org: str = ""
    month: str = ""
    state: str = ""
    timeliness: str = ""
    limit: int = 0


class ReturnLine(Part):
    """One return in a list."""

    case: str
    number: str
    org: str
    month: str
    due: date
    state: str
    timeliness: str
    submitted_on: date | None


class ReturnList(Answer):
    """Returns."""

    returns: tuple[ReturnLine, ...]


class GetReport(Question):
    """One report."""

    case: Id
    kind: str
    special_check: str = ""


class ReportVersion(Part):
    """One version."""

    version: int
    state: str
    leading: str
    accounts: tuple[FindingAccount, ...]
    totals: ReportTotals
    document_sha256: str
    sha256: str
    endorser: str
    endorsement: str
    submitted_on: date | None
    addressee: str
    opinion: str
    reason: str


class ReportAnswer(Answer):
    """One report with its versions."""

    report: str
    case: str
    kind: str
    special_check: str
    state: str
    rule: str
    due: date | None
    first_submitted_on: date | None
    late: bool
    target_passed: bool
    versions: tuple[ReportVersion, ...]


class ListReports(Question):
    """Reports."""

    case: str = ""
    org: str = ""
    kind: str = ""
    state: str = ""
    limit: int = 0


class ReportLine(Part):
    """One report in a list."""

    report: str
    case: str
    org: str
    kind: str
    special_check: str
    version: int
    state: str
    due: date | None
    first_submitted_on: date | None
    late: bool
    target_passed: bool


class ReportList(Answer):
    """Reports."""

    reports: tuple[ReportLine, ...]


def get_return(question: GetReturn, rows: Rows, repo: Repository) -> ReturnAnswer:
    """One return as it is, or was."""
    shown = f"{question.month} {question.case}"
    found = get(repo, MonthlyReturn, named("return", question.case, question.month), what="return", shown=shown)
    return ReturnAnswer(
        **{name: getattr(found, name) for name in ReturnAnswer.model_fields if name != "sha256"}, sha256=found.digest
    )


def list_returns(question: ListReturns, rows: Rows, repo: Repository) -> ReturnList:
    """Returns in order of month and case."""
    where = _where(question, ("org", "month", "state", "timeliness"))
    found = rows.page(RETURNS, where, [("month", "asc"), ("number", "asc")], question.limit or PAGE)
    return ReturnList(returns=tuple(ReturnLine(**_line(row, ReturnLine)) for row in found))


def get_report(question: GetReport, rows: Rows, repo: Repository) -> ReportAnswer:
    """One report with all its versions."""
    (key,) = of_report(question, repo)
    found = get(repo, Report, key, shown=f"{question.kind} {question.special_check}".strip())
    same = ("case", "kind", "special_check", "rule", "due", "first_submitted_on", "late", "target_passed")
    return ReportAnswer(
        report=found.id,
        **{name: getattr(found, name) for name in same},
        state=found.newest.state,
        versions=tuple(
            ReportVersion(**v.model_dump(exclude={"digest", "text"}), sha256=v.digest, endorsement=v.text) for v in found.versions
        ),
    )


def list_reports(question: ListReports, rows: Rows, repo: Repository) -> ReportList:
    """Reports in order of case and kind."""
    where = _where(question, ("org", "kind", "state"))
    found = rows.page(REPORTS, where, [("case_id", "asc"), ("kind", "asc")], question.limit or PAGE)
    return ReportList(reports=tuple(ReportLine(**_line(row, ReportLine)) for row in found))


def of_return(question: GetReturn, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [named("return", question.case, question.month)]


def of_report(question: GetReport, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [named("report", question.case, question.kind, question.special_check)]


def _where(question: ListReturns | ListReports, columns: Sequence[str]) -> list[Where]:
    where = [Where(column, "=", value) for column in columns if (value := getattr(question, column))]
    return [*where, *([Where("case_id", "=", question.case)] if question.case else [])]


def _line(row: Row, kind: type[Part]) -> dict[str, object]:
    """The row's columns that the line has; an empty date is none."""
    days = ("submitted_on", "first_submitted_on", "due")
    line = {name: row[name] for name in kind.model_fields if name != "case"}
    return {"case": row["case_id"], **{name: value or None if name in days else value for name, value in line.items()}}
