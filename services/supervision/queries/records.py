"""Questions about what persons did under standing duties."""

from kernel.aggregates import Repository
from kernel.messages import Answer
from kernel.tables import Rows, Where
from supervision.commands.records import ListDutyRecords
from supervision.projections.records import RECORDS
from supervision.queries.pages import following


class DutyRecordView(Answer):
    """One record."""

    record: str
    rule_id: str
    rulebook: str
    case: str | None
    round: str | None
    org: str
    done_on: str
    what: str
    document_sha256: str
    recorder_role: str


class DutyRecords(Answer):
    """A page of records."""

    records: tuple[DutyRecordView, ...]
    next: str


def list_duty_records(question: ListDutyRecords, rows: Rows, repo: Repository) -> DutyRecords:
    """A page of records, the oldest first."""
    asked = (("rule_id", question.rule_id), ("case_id", question.case), ("org", question.org))
    where = [Where(column, "=", value) for column, value in asked if value]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(RECORDS, where, (("done_on", "asc"),), limit, after)
    views = (
        DutyRecordView(case=row["case_id"], **{name: row[name] for name in DutyRecordView.model_fields if name != "case"})
        for row in page
    )
    return DutyRecords(records=tuple(views), next=following(page, limit, "done_on", "record"))
