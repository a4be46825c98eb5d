"""What a new day brings to cases: the end of their concentrated phases, by date."""

from collections.abc import Iterator, Sequence
from datetime import date

from findings.events.case import ConcentratedPhaseEnded, SupplementPhaseEnded
from findings.model.case import Case
from findings.model.finding import Finding
from findings.projections.cases import CASES
from kernel.aggregates import Repository, get
from kernel.context import Act
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
        after = [page[-1][key]]
