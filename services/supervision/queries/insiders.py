"""What supervisors say among themselves is not for the inspected organisation, whatever it is elsewhere (SOD-06, SOD-12)."""

from collections.abc import Iterable

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.tables import Row, Where
from supervision.model.case import CaseFile, file_id
from supervision.model.duties.leads import WALLED

# Roles of the bodies that take part in reviews; everybody else reads what was issued.
REVIEWING = frozenset(
    {"discipline", "org_dept", "publicity", "office", "leading_group", "team", "team_leader", "auditor", "leader"}
)


# Whose questions are those of the inspected organisation.
INSPECTED = frozenset({"handler", "member", "principal"})


def own_case(asker: Asker, cases: Iterable[str], repo: Repository) -> bool:
    """Whether one of the cases is of the asker's own organisation: inspected in it, or answering for it since a merger.

    A supervising body can itself be inspected; its people are no supervisors of that case, whatever their role.
    """
    files = (repo.find(CaseFile, file_id(case)) for case in cases)
    return any(asker.org in (file.org, file.holder) for file in files)


def outside(asker: Asker, cases: Iterable[str], repo: Repository) -> bool:
    """Whether what supervisors say to each other about these cases is shown to the asker."""
    return asker.role not in INSPECTED and not own_case(asker, cases, repo)


def reads_unissued(asker: Asker, org: str) -> bool:
    """Whether opinions between the bodies are shown to this person."""
    return asker.role in REVIEWING and asker.org != org


def knows_of_leads(asker: Asker) -> bool:
    """Whether the asker is of the dispatching side, which follows leads by date and class."""
    return asker.role in ("office", "leading_group")


def not_of_leads(table: str, row: Row) -> bool:
    """Whether a row is of no duty about a lead: what anybody who compares the record of two dates may see."""
    del table
    return row.get("rule_id") not in WALLED


def without_leads(asker: Asker) -> list[Where]:
    """What keeps duties about leads from everybody else."""
    return [] if knows_of_leads(asker) else [Where("rule_id", "!=", rule) for rule in sorted(WALLED)]
