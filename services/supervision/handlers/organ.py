"""Whether the acting organ judges in a case."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from supervision.model.case import CaseFile, file_id
from supervision.model.round import RoundFile, round_file_id


def judges(case: str, act: Act, repo: Repository) -> None:
    """Go on only for the organ of this role in the case (SOD-12)."""
    repo.find(CaseFile, file_id(case)).require_organ(act)


def judged_case(case: str, act: Act, repo: Repository) -> CaseFile:
    """What is noted of a case that is known, for the organ of this role in it (SOD-12)."""
    file = get(repo, CaseFile, file_id(case), what="整改事项 / case", shown=case)
    file.require_organ(act)
    return file


def judged_round(round: str, act: Act, repo: Repository) -> RoundFile:
    """What is noted of a round that is known, for the organ of this role in it."""
    file = get(repo, RoundFile, round_file_id(round), what="轮次 / round", shown=round)
    file.require_organ(act)
    return file
