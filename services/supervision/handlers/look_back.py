"""Look-backs."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Answer, Changes
from supervision.commands.look_back import ReopenByLookBack
from supervision.handlers.organ import judges
from supervision.model.look_back import LookBack


class FindingStanding(Answer):
    """What the findings service answers about a finding right now."""

    finding: str
    case: str
    org: str
    rulebook: str
    state: str


def reopen_by_look_back(
    command: ReopenByLookBack, act: Act, repo: Repository, answers: tuple[FindingStanding | None, ...]
) -> Changes:
    """A look-back overturns a sign-off; what the finding is right now, its owner says."""
    (standing,) = answers
    if standing is not None:
        judges(standing.case, act, repo)
    look_back = repo.find(LookBack, act.new_id("look-back"))
    return look_back.reopen(
        act,
        finding=command.finding,
        case=standing.case if standing else "",
        org=standing.org if standing else "",
        book=standing.rulebook if standing else "",
        state=standing.state if standing else "unknown",
        ground=command.ground,
        defect=command.defect,
        reason=command.reason,
        decision=command.decision,
        evidence=command.evidence,
    )
