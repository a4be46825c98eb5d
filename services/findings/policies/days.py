"""What a new day brings: the end of concentrated phases by date, returns that are expected, returns that are missing."""

from collections.abc import Iterator, Sequence
from datetime import date

from findings.events.case import ConcentratedPhaseEnded, ReturnCalled, SupplementPhaseEnded
from findings.model import dates
from findings.model.case import Case
from findings.model.finding import Finding
from findings.model.returns import MonthlyReturn, Timeliness
from findings.projections.cases import CASES
from findings.projections.filings import RETURNS
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes, facts
from kernel.tables import Rows, Table, Where

_PAGE = 500


def phases_due(day: date, rows: Rows) -> Sequence[str]:
    """Cases of which a concentrated phase ended before this day."""
    ended = [Where("next_end", "<", day.isoformat()), Where("next_end", "!=", "")]
    return list(every(rows, CASES, ended, "case_id"))


def end_phases(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """The phase ends, and each unfinished finding goes on as continuing (R-01, R-15).

    What is settled is asked of the findings themselves: the case may not have heard of the last sign-off yet.
    """
    case = get(repo, Case, id)
    findings = {f.finding: repo.find(Finding, f.finding) for f in case.unfinished}
    settled = [key for key, f in findings.items() if f.state is not None and not f.state.open]
    ended = case.end_phases(day, settled)
    changes: Changes = list(ended)
    for fact in facts(ended):
        match fact.event:
            case ConcentratedPhaseEnded() | SupplementPhaseEnded() as event:
                for finding in event.unfinished:
                    changes += findings[finding].continues(event.phase_end)
    return changes


def every(rows: Rows, table: Table, where: Sequence[Where], key: str) -> Iterator[str]:
    """The keys of all rows that match, page by page."""
    after: list[str] | None = None
    while page := rows.page(table, where, [], _PAGE, after):
        yield from (row[key] for row in page)
        if len(page) < _PAGE:
            return
        after = [page[-1][key]]


def returns_to_call(day: date, rows: Rows) -> Sequence[str]:
    """Cases past their phase with something unfinished, for which this month's return was not called."""
    wanted = [Where("phase", "=", "continuing"), Where("unfinished", ">", 0), Where("last_month", "<", dates.month_of(day))]
    return list(every(rows, CASES, wanted, "case_id"))


def call_returns(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """A return is expected for each month in which something was unfinished (R-15)."""
    case = get(repo, Case, id)
    changes: Changes = []
    for month in case.call_returns(day):
        changes += repo.find(MonthlyReturn, named("return", id, month)).call(case, month)
        changes.append(ReturnCalled(case=id, org=case.holder, month=month))
    return changes


def returns_overdue(day: date, rows: Rows) -> Sequence[str]:
    """Returns whose date passed before this day without them."""
    passed = [Where("timeliness", "=", Timeliness.OPEN.value), Where("due", "<", day.isoformat())]
    return list(every(rows, RETURNS, passed, "monthly_return"))


def miss_return(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """The return is missing, for ever (A14)."""
    return get(repo, MonthlyReturn, id).miss(day)
