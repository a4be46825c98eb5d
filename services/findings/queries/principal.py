"""Questions about re-feedback."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from findings.events.parts import Part
from findings.model.case import Case
from findings.model.principal import RULE, PrincipalChange, ReFeedback, check, refeedback_id
from findings.projections.principal import CHANGES
from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where
from rulebook import Trigger, deadline, preset

PAGE = 200


class GetReFeedback(Question):
    """The changes of principal of one case."""

    case: Id


class PrincipalChangeView(Part):
    """One change of principal, with the reasons of what it calls for."""

    change: int
    state: str
    outgoing: str
    incoming: str
    changed_on: date
    since: date | None
    inside: bool
    last_day: date | None
    window_zh: str
    window_en: str
    due: date | None
    due_zh: str
    due_en: str
    ground: str
    superseded_by: int
    scheduled_on: date | None
    place: str
    delivered_on: date | None
    deliverer: str
    accepted_on: date | None
    late: bool
    target_passed: bool


class ReFeedbackAnswer(Answer):
    """The changes of principal of one case."""

    case: str
    number: str
    received_on: date
    rulebook: str
    changes: tuple[PrincipalChangeView, ...]


class ListReFeedback(Question):
    """Changes of principal in order of case and number."""

    case: str = ""
    org: str = ""
    state: str = ""
    due_before: date | None = None
    limit: int = 0


class ReFeedbackLine(Part):
    """One change of principal in a list."""

    case: str
    org: str
    number: str
    change: int
    state: str
    incoming: str
    changed_on: date
    due: date | None
    late: bool
    target_passed: bool


class ReFeedbackList(Answer):
    """Changes of principal."""

    changes: tuple[ReFeedbackLine, ...]


def get_refeedback(question: GetReFeedback, rows: Rows, repo: Repository) -> ReFeedbackAnswer:
    """What each change of principal calls for, and why."""
    case = get(repo, Case, question.case)
    changes = repo.find(ReFeedback, refeedback_id(case)).changes
    return ReFeedbackAnswer(
        case=case.id,
        number=case.number,
        received_on=case.receipt_date,
        rulebook=case.rulebook,
        changes=tuple(_view(change, case) for change in changes),
    )


def list_refeedback(question: ListReFeedback, rows: Rows, repo: Repository) -> ReFeedbackList:
    """Changes of principal in order of case and number."""
    columns = {"case_id": question.case, "org": question.org, "state": question.state}
    where = [Where(column, "=", value) for column, value in columns.items() if value]
    if question.due_before is not None:
        where += [Where("due", "<", question.due_before.isoformat()), Where("due", "!=", "")]
    found = rows.page(CHANGES, where, [("number", "asc"), ("change", "asc")], question.limit or PAGE)
    return ReFeedbackList(changes=tuple(_line(row) for row in found))


def of_refeedback(question: GetReFeedback, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    case = repo.find(Case, question.case)
    return [question.case, refeedback_id(case)]


def _view(change: PrincipalChange, case: Case) -> PrincipalChangeView:
    found = check(case.rulebook, case.receipt_date, change.changed_on)
    fields: dict[str, Any] = change.model_dump(exclude={"no", "outgoing", "incoming", "last_day", "ground", "state", "rulebook"})
    fields |= {"inside": False, "last_day": None, "window_zh": "", "window_en": "", "due_zh": "", "due_en": ""}
    if found is not None:
        zh, en = found.explanation.text("zh"), found.explanation.text("en")
        fields |= {"inside": found.inside, "last_day": found.last_day, "window_zh": zh, "window_en": en}
    if change.due is not None and change.since is not None:
        reason = deadline(preset(case.rulebook), RULE, Trigger(change.since)).explanation
        fields |= {"due_zh": reason.text("zh"), "due_en": reason.text("en")}
    return PrincipalChangeView(
        change=change.no,
        state=change.state,
        outgoing=change.outgoing or "",
        incoming=change.incoming or "",
        ground=change.ground or "",
        **fields,
    )


def _line(row: Row) -> ReFeedbackLine:
    fields = {name: row[name] for name in ReFeedbackLine.model_fields if name != "case"}
    judged = {name: bool(row[name]) for name in ("late", "target_passed")}
    return ReFeedbackLine(**{**fields, **judged, "case": row["case_id"], "due": row["due"] or None})
