"""Questions about the report on the department's own supervision."""

from collections.abc import Sequence

from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Rows
from review.commands.supervision_report import GetSupervisionReport
from review.events.words import ActionCount, Part
from review.model.case import CaseFile, file_id
from review.model.ruled import due
from review.model.supervision_report import RULE, SupervisionReport, Version, supervision_report_id
from review.queries.allowed import INSPECTED, STRANGERS


class ReportVersionView(Part):
    """One version."""

    version: int
    state: str
    status: str
    actions: tuple[ActionCount, ...]
    problems: str
    judgement: str
    suggestions: str
    document: str
    submitted_on: str
    accepted_on: str
    late: bool
    reason: str


class SupervisionReportView(Answer):
    """The report with its versions."""

    case: str
    org: str
    rule_id: str
    state: str
    due: str
    first_submitted_on: str
    versions: tuple[ReportVersionView, ...]


def get_supervision_report(question: GetSupervisionReport, rows: Rows, repo: Repository, *, asker: Asker) -> SupervisionReportView:
    """What the department reports of one case; not for whom it is about, be it the department itself (SOD-12)."""
    if asker.role in (*INSPECTED, *STRANGERS) or asker.org == repo.find(CaseFile, file_id(question.case)).org:
        raise NotFound(what=SupervisionReport.CALLED, id=question.case)
    found = get(repo, SupervisionReport, supervision_report_id(question.case), shown=question.case)
    file = repo.find(CaseFile, file_id(question.case))
    limit = due(file.rulebook, RULE, file.phase_end) if file.phase_end else None
    return SupervisionReportView(
        case=found.case,
        org=found.org,
        rule_id=RULE,
        state=found.state or "",
        due=str(limit or ""),
        first_submitted_on=str(found.first_submitted_on or ""),
        versions=tuple(map(_version, found.versions)),
    )


def of_report(question: GetSupervisionReport, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [supervision_report_id(question.case), file_id(question.case)]


def _version(known: Version) -> ReportVersionView:
    days = {name: str(getattr(known, name) or "") for name in ("submitted_on", "accepted_on")}
    same = {name: getattr(known, name) for name in ("version", "state", "late", "reason")}
    return ReportVersionView(**same, **days, **{name: getattr(known.content, name) for name in type(known.content).model_fields})
