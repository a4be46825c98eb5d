"""Whether the acting organ judges in a case."""

from kernel.aggregates import Repository
from kernel.context import Act
from supervision.model.case import CaseFile, file_id


def judges(case: str, act: Act, repo: Repository) -> None:
    """Go on only for the organ of this role in the case (SOD-12)."""
    repo.find(CaseFile, file_id(case)).require_organ(act)
