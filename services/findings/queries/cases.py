"""Questions about cases."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.events.words import Bodies, SpecialCheck
from findings.model import dates
from findings.model.case import Case
from findings.projections.cases import CASES
from kernel.aggregates import Repository, get
from kernel.context import named
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200


class GetCase(Question):
    """One case."""

    case: Id


class CaseDue(Part):
    """A date and why it is what it is."""

    what: str
    rule: str
    due: date
    stricter: date | None
    inference: bool
    why_zh: str
    why_en: str


class CaseFindingLine(Part):
    """A finding as its case knows it."""

    finding: str
    number: str
    standing: str
    received_on: date
    due: date
    special_check: str
    supplement: int
    settled_on: date | None


class CaseRecord(Part):
    """A mechanism, meeting or procedure."""

    kind: str
    day: date
    sha256: str
    rule: str


class CaseAnswer(Answer):
    """One case."""

    case: str
    number: str
    round: str
    org: str
    holder: str
    feedback: str
    state: str
    phase: str
    rulebook: str
    meeting_on: date
    received_on: date
    phase_end: date
    dues: tuple[CaseDue, ...]
    findings: tuple[CaseFindingLine, ...]
    bodies: Bodies
    special_checks: tuple[SpecialCheck, ...]
    records: tuple[CaseRecord, ...]
    unfinished: int
    reopened: int


class ListCases(Question):
    """Cases in order of round and organisation."""

    round: str = ""
    org: str = ""
    state: str = ""
    after: str = ""
    limit: int = 0


class CaseLine(Part):
    """One case in a list."""

    case: str
    number: str
    round: str
    org: str
    holder: str
    state: str
    phase: str
    received_on: date
    phase_end: date
    findings: int
    unfinished: int
    rulebook: str


class CaseList(Answer):
    """Cases."""

    cases: tuple[CaseLine, ...]


def get_case(question: GetCase, rows: Rows, repo: Repository) -> CaseAnswer:
    """One case as it is, or was, with the reason of each date."""
    found = get(repo, Case, question.case)
    return CaseAnswer(
        case=found.id,
        number=found.number,
        round=found.round,
        org=found.org,
        holder=found.holder,
        feedback=found.feedback,
        state=found.state,
        phase=found.phase,
        rulebook=found.rulebook,
        meeting_on=found.feedback_date,
        received_on=found.receipt_date,
        phase_end=found.phase_end,
        dues=tuple(_dues(found)),
        findings=tuple(
            CaseFindingLine(**entry.model_dump(exclude={"turns"}), settled_on=entry.settled_on)
            for entry in sorted(found.findings.values(), key=lambda f: f.number)
        ),
        bodies=found.organs,
        special_checks=found.checks,
        records=tuple(CaseRecord(**note.model_dump()) for note in found.notes),
        unfinished=len(found.unfinished),
        reopened=found.reopened,
    )


def list_cases(question: ListCases, rows: Rows, repo: Repository) -> CaseList:
    """Cases in order of number; those of an organisation are the ones it was inspected in and the ones it answers for."""
    where = [Where(column, "=", value) for column in ("round", "state") if (value := getattr(question, column))]
    after = (question.after, named("case", *question.after.split("/", 1))) if question.after else None
    limit = question.limit or PAGE
    columns = ("org", "holder") if question.org else ("",)
    found: dict[str, Row] = {}
    for column in columns:
        mine = [Where(column, "=", question.org)] if column else []
        found |= {row["number"]: row for row in rows.page(CASES, [*where, *mine], [("number", "asc")], limit, after)}
    return CaseList(cases=tuple(_line(found[number]) for number in sorted(found)[:limit]))


def of_case(question: GetCase, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.case]


def _dues(case: Case) -> list[CaseDue]:
    reasons = [dates.explain(case.rulebook, due.rule, case.receipt_date, case.feedback_date) for due in case.dues]
    return [CaseDue(**due.model_dump(), why_zh=zh, why_en=en) for due, (zh, en) in zip(case.dues, reasons, strict=True)]


def _line(row: Row) -> CaseLine:
    return CaseLine(case=row["case_id"], **{name: row[name] for name in CaseLine.model_fields if name != "case"})
