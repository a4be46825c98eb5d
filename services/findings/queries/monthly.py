"""Questions about months: what came, what was done, what stood at each month's end."""

from collections.abc import Iterator, Sequence
from itertools import batched

from findings.events.parts import Part
from findings.model.dates import month_days, months
from findings.model.returns import Timeliness
from findings.projections.cases import CASES
from findings.projections.filings import RETURNS
from findings.projections.monthly import COUNTERS, MONTHS
from findings.projections.register import ORGANISATIONS
from findings.queries.scope import below, concerns, every
from kernel.context import Asker
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Table, Where

_AT_ONCE = 500


class GetMonthly(Question):
    """Months of a round, or of an organisation with, if wanted, all below it; `first` and `last` as `2026-06`."""

    round: Id | None = None
    org: Id | None = None
    subtree: bool = False
    case: Id | None = None
    first: str = ""
    last: str = ""


class MonthLine(Part):
    """One month: what happened in it, and what stood at its end."""

    month: str
    entered: int
    signed_off: int
    not_applicable: int
    reopened: int
    fell_behind: int
    caught_up: int
    findings: int
    signed_off_in_all: int
    open: int
    overdue: int
    returns: int
    returns_on_time: int
    returns_late: int
    returns_missing: int
    returns_awaited: int


class Monthly(Answer):
    """Months in order."""

    cases: int
    months: tuple[MonthLine, ...]


def get_monthly(question: GetMonthly, rows: Rows, repo: object, *, asker: Asker) -> Monthly:
    """Every month from the first to the last asked for, or to the last in which anything happened; of what concerns the asker."""
    cases = {row["case_id"] for row in _cases(question, concerns(asker, rows), rows)}
    moved, returned = _moved(cases, rows), _returned(cases, rows)
    known = sorted({*moved, *returned})
    first, last = question.first or (known[0] if known else ""), question.last or (known[-1] if known else "")
    if not known or not first or first > last:
        return Monthly(cases=len(cases), months=())
    whole = months(month_days(min(first, known[0]))[0], month_days(last)[0])
    total = dict.fromkeys(COUNTERS, 0)
    lines = []
    for month in whole:
        here = moved.get(month, dict.fromkeys(COUNTERS, 0))
        total = {name: total[name] + here[name] for name in COUNTERS}
        if month >= first:
            lines.append(_line(month, here, total, returned.get(month, {})))
    return Monthly(cases=len(cases), months=tuple(lines))


def _line(month: str, here: dict[str, int], total: dict[str, int], returned: dict[str, int]) -> MonthLine:
    said = {name: here[name] for name in MonthLine.model_fields if name in here}
    return MonthLine(
        month=month,
        **said,
        findings=total["entered"],
        # Reopening takes a sign-off back; what was closed as not applicable never counts as one.
        signed_off_in_all=total["signed_off"] - total["reopened"],
        open=total["opened"] - total["settled"],
        overdue=total["fell_behind"] - total["caught_up"],
        returns=sum(returned.values()),
        returns_on_time=returned.get(Timeliness.ON_TIME.value, 0),
        returns_late=returned.get(Timeliness.FILED_LATE.value, 0),
        returns_missing=returned.get(Timeliness.MISSING.value, 0),
        returns_awaited=returned.get(Timeliness.OPEN.value, 0),
    )


def _cases(question: GetMonthly, seen: Sequence[Where], rows: Rows) -> Iterator[Row]:
    where = [*seen, *([Where("round", "=", question.round)] if question.round is not None else [])]
    where += [Where("case_id", "=", question.case)] if question.case is not None else []
    if question.org is None:
        yield from every(CASES, where, rows)
        return
    for org in below(question.org, rows) if question.subtree else [question.org]:
        # What was merged away keeps what was inspected in it; its successor has that and its own.
        known = rows.get(ORGANISATIONS, org)
        column = "org" if known is not None and known["successor"] else "holder"
        yield from every(CASES, [*where, Where(column, "=", org)], rows)


def _moved(cases: set[str], rows: Rows) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in _of(MONTHS, cases, rows):
        sums = found.setdefault(row["month"], dict.fromkeys(COUNTERS, 0))
        for name in COUNTERS:
            sums[name] += row[name]
    return found


def _returned(cases: set[str], rows: Rows) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for some in batched(sorted(cases), _AT_ONCE):
        for row in rows.count(RETURNS, [Where("case_id", "in", list(some))], ["month", "timeliness"]):
            sums = found.setdefault(row["month"], {})
            sums[row["timeliness"]] = sums.get(row["timeliness"], 0) + row["count"]
    return found


def _of(table: Table, cases: set[str], rows: Rows) -> Iterator[Row]:
    for some in batched(sorted(cases), _AT_ONCE):
        yield from every(table, [Where("case_id", "in", list(some))], rows)
