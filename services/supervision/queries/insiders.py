"""Who may read opinions that were not issued, and know that there is a lead: never the inspected organisation (SOD-06)."""

from kernel.context import Asker
from kernel.tables import Where
from supervision.model.duties.leads import WALLED

# Roles of the bodies that take part in reviews; everybody else reads what was issued.
REVIEWING = frozenset(
    {"discipline", "org_dept", "publicity", "office", "leading_group", "team", "team_leader", "auditor", "leader"}
)


def reads_unissued(asker: Asker, org: str) -> bool:
    """Whether opinions between the bodies are shown to this person."""
    return asker.role in REVIEWING and asker.org != org


def knows_of_leads(asker: Asker) -> bool:
    """Whether the asker is of the dispatching side, which follows leads by date and class."""
    return asker.role in ("office", "leading_group")


def without_leads(asker: Asker) -> list[Where]:
    """What keeps duties about leads from everybody else."""
    return [] if knows_of_leads(asker) else [Where("rule_id", "!=", rule) for rule in sorted(WALLED)]
