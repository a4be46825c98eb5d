"""What a new day brings to letters: the day of the reply passes without one."""

from collections.abc import Sequence
from datetime import date

from findings.model.letters import Letter
from findings.policies.days import every
from findings.projections.letters import LETTERS
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from kernel.tables import Rows, Where


def replies_due(day: date, rows: Rows) -> Sequence[str]:
    """Letters whose reply was due before this day, is not there and was not missed aloud yet."""
    missed = [Where("awaited", "<", day.isoformat()), Where("awaited", "!=", "")]
    return list(every(rows, LETTERS, missed, "letter"))


def miss_reply(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """The letter is overdue, or past its target (R-67)."""
    return get(repo, Letter, id).overdue_on(day)
