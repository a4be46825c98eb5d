"""Who may read opinions that were not issued: never the inspected organisation (SOD-06)."""

from kernel.context import Asker

# Roles of the bodies that take part in reviews; everybody else reads what was issued.
REVIEWING = frozenset(
    {"discipline", "org_dept", "publicity", "office", "leading_group", "team", "team_leader", "auditor", "leader"}
)


def reads_unissued(asker: Asker, org: str) -> bool:
    """Whether opinions between the bodies are shown to this person."""
    return asker.role in REVIEWING and asker.org != org
