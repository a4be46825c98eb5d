"""What a new day brings to findings: phased goals missed, due dates passed."""

from collections.abc import Sequence
from datetime import date

from findings.model.finding import Finding
from findings.policies.days import every
from findings.projections.ledger import LEDGER
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from kernel.tables import Rows, Where


def dates_passed(day: date, rows: Rows) -> Sequence[str]:
    """Findings of which a phased goal or the due date passed before this day and nobody has said so."""
    before = day.isoformat()
    missed = [Where("open", "=", True), Where("next_milestone", ">", ""), Where("next_milestone", "<", before)]
    late = [Where("open", "=", True), Where("overdue", "=", False), Where("due", ">", ""), Where("due", "<", before)]
    return sorted({*every(rows, LEDGER, missed, "finding"), *every(rows, LEDGER, late, "finding")})


def pass_dates(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """What passed is told, once; no date moves (R-20)."""
    found = repo.find(Finding, id)
    return [*found.miss_milestones(day), *found.pass_due(day)]
