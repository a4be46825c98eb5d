"""Questions about reports on supervision; the inspected side does not see them."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.supervision_reports import GetSupervisionReport, ListSupervisionReports
from supervision.events.supervision_report import Count, DutyStanding
from supervision.model.case import file_id
from supervision.model.supervision_report import ReportVersion, SupervisionReport, report_id
from supervision.projections.supervision_reports import REPORTS
from supervision.queries.insiders import INSPECTED, outside
from supervision.queries.pages import following


class ReportVersionView(Answer):
    """One version of a report."""

    version: int
    state: str
    drafted_on: date
    submitted_on: date | None
    phase: str
    findings: tuple[Count, ...]
    duties: tuple[DutyStanding, ...]
    actions: tuple[Count, ...]
    problems: tuple[str, ...]
    judgement: str
    suggestions: tuple[str, ...]
    document: str
    minutes_no: str
    reason: str


class SupervisionReportView(Answer):
    """The report of a case with its versions."""

    report: str
    case: str
    org: str
    by: str
    rule_id: str
    state: str
    versions: tuple[ReportVersionView, ...]


class SupervisionReportLine(Answer):
    """One report in a list."""

    report: str
    case: str
    org: str
    by: str
    version: int
    state: str
    drafted_on: str
    submitted_on: str


class SupervisionReports(Answer):
    """A page of reports."""

    reports: tuple[SupervisionReportLine, ...]
    next: str


def get_supervision_report(question: GetSupervisionReport, rows: Rows, repo: Repository, asker: Asker) -> SupervisionReportView:
    """The report of a case with its versions; not for whom it is about, whatever their role (SOD-12)."""
    report = repo.find(SupervisionReport, report_id(question.case))
    newest = report.newest
    if newest is None or not outside(asker, [report.case], repo):
        raise NotFound(what=SupervisionReport.CALLED, id=question.case)
    return SupervisionReportView(
        report=report.id,
        case=report.case,
        org=report.org,
        by=report.by,
        rule_id="R-34",
        state=newest.state,
        versions=tuple(_version(known) for known in report.versions),
    )


def of_supervision_report(question: GetSupervisionReport, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [report_id(question.case), file_id(question.case)]


def list_supervision_reports(question: ListSupervisionReports, rows: Rows, repo: Repository, asker: Asker) -> SupervisionReports:
    """Reports in order of the day they were drafted; none on a case of the asker's own organisation."""
    if asker.role in INSPECTED:
        return SupervisionReports(reports=(), next="")
    where = [Where(column, "=", value) for column, value in (("by", question.by), ("state", question.state)) if value]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(REPORTS, where, (("drafted_on", "asc"),), limit, after)
    known = tuple(_line(row) for row in page if outside(asker, [row["case_id"]], repo))
    return SupervisionReports(reports=known, next=following(page, limit, "drafted_on", "report"))


def _version(known: ReportVersion) -> ReportVersionView:
    said = {name: getattr(known, name) for name in type(known).model_fields if name != "figures"}
    return ReportVersionView(**said, **{name: getattr(known.figures, name) for name in type(known.figures).model_fields})


def _line(row: Row) -> SupervisionReportLine:
    return SupervisionReportLine(
        case=row["case_id"], **{name: row[name] for name in SupervisionReportLine.model_fields if name != "case"}
    )
