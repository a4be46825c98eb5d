"""Counts of findings; the completion rate counts only what is signed off."""

from datetime import date

from findings.events.parts import Part, State
from findings.projections.ledger import LEDGER
from findings.projections.register import ORGANISATIONS
from findings.queries.findings import overdue, whose
from findings.queries.scope import concerns
from kernel.context import Asker
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows, Where

_GROUPS = {"org": "org", "round": "round", "case": "case_id", "category": "category", "track": "track", "severity": "severity"}


class GetStatistics(Question):
    """Counts, in all and by group."""

    round: Id | None = None
    org: Id | None = None
    case: Id | None = None
    on: date | None = None
    by: str = ""


class StatisticsLine(Part):
    """Counts of a group; `completion_rate` is a percentage with two decimals."""

    group: str
    label: str
    findings: int
    signed_off: int
    not_applicable: int
    open: int
    continuing: int
    reopened: int
    overdue: int
    completion_rate: str
    altered: int


class StateCount(Part):
    """Findings in a state."""

    state: str
    findings: int


class Statistics(Answer):
    """Counts."""

    total: StatisticsLine
    groups: tuple[StatisticsLine, ...]
    states: tuple[StateCount, ...]


def get_statistics(question: GetStatistics, rows: Rows, repo: object, *, asker: Asker) -> Statistics:
    """Counts of the ledger as it stands, or stood, as far as it concerns the asker."""
    base = [*whose(question.round, question.org, question.case, rows), *concerns(asker, rows)]
    states = {row["state"]: row["count"] for row in rows.count(LEDGER, base, ["state"])}
    by = _GROUPS.get(question.by)
    groups = _counted(rows, base, question.on, [by]) if by else {}
    lines = [_line(group, _label(question.by, group, rows), counts) for group, counts in groups.items()]
    return Statistics(
        total=_line("", "", _counted(rows, base, question.on, [])[""]),
        groups=tuple(sorted(lines, key=lambda line: (line.label, line.group))),
        states=tuple(StateCount(state=state, findings=states[state]) for state in State if state in states),
    )


def _counted(rows: Rows, base: list[Where], on: date | None, by: list[str]) -> dict[str, dict[str, int]]:
    late = [Where("overdue", "=", True)] if on is None else overdue(on)
    asked: dict[str, list[Where]] = {
        "findings": [],
        "signed_off": [Where("state", "=", State.SIGNED_OFF.value)],
        "not_applicable": [Where("state", "=", State.CLOSED_NOT_APPLICABLE.value)],
        "open": [Where("open", "=", True)],
        "continuing": [Where("continuing", "=", True)],
        "reopened": [Where("reopened", ">", 0)],
        "overdue": late,
        "altered": [Where("altered", "=", True)],
    }
    found: dict[str, dict[str, int]] = {} if by else {"": dict.fromkeys(asked, 0)}
    for name, where in asked.items():
        for row in rows.count(LEDGER, [*base, *where], by):
            group = row[by[0]] if by else ""
            found.setdefault(group, dict.fromkeys(asked, 0))[name] = row["count"]
    return found


def _line(group: str, label: str, counts: dict[str, int]) -> StatisticsLine:
    return StatisticsLine(
        group=group, label=label, completion_rate=completion_rate(counts["signed_off"], counts["findings"]), **counts
    )


def completion_rate(part: int, whole: int) -> str:
    """Percent with two decimals, rounded half up."""
    hundredths = (part * 20000 + whole) // (2 * whole) if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _label(by: str, group: str, rows: Rows) -> str:
    if by == "org":
        known = rows.get(ORGANISATIONS, group)
        return known["name"] if known else group
    if by in ("round", "case"):
        column = "round_code" if by == "round" else "case_number"
        found = rows.page(LEDGER, [Where(_GROUPS[by], "=", group)], limit=1)
        return str(found[0][column]) if found else group
    return group
