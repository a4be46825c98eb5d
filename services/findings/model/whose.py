"""Whose finding is it, and who may decide about it: what the register knows, asked before a decision."""

from findings.model import dates
from findings.model.case import Case
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.refusals.finding import NotItsOrganisation
from kernel.aggregates import Repository, get
from kernel.context import Act

DISPATCHING = ("office", "leading_group", "dispatching")
INSPECTED = ("handler", "member", "principal")
_TEAM = ("team", "team_leader")


def finding(repo: Repository, id: str) -> Finding:
    """The finding, which must exist.

    Raises:
        NotFound.
    """
    return get(repo, Finding, id, what="问题 / finding")


def ours(repo: Repository, id: str, act: Act) -> Finding:
    """The finding of the organisation that the caller acts for.

    Raises:
        NotFound; NotItsOrganisation: another organisation answers for it.
    """
    found = finding(repo, id)
    if act.org != holder(repo, found):
        raise NotItsOrganisation(number=found.number)
    return found


def theirs(repo: Repository, id: str, act: Act) -> Finding:
    """The finding, for the dispatching side: its team, office, leading group or committee in this case.

    Raises:
        NotFound; OwnFinding: it is the caller's own (SOD-13); NotBodyOfCase: the organ has no part in the case.
    """
    found = finding(repo, id)
    found.by_another_organ(act.org, "派出方职权 / this")
    case = repo.find(Case, found.case)
    if case.exists and act.role not in _TEAM:
        case.require_organ(act.org, *DISPATCHING)
    return found


def holder(repo: Repository, found: Finding) -> str:
    """The organisation that answers for it now: after a merger not the one that was inspected."""
    case = repo.find(Case, found.case)
    return case.holder if case.exists else found.org


def serving(repo: Repository, org: str, rulebook: str, act: Act) -> str | None:
    """The person who serves as principal of an organisation on the day of the act, None when the register knows none."""
    post = repo.find(Organisation, org).principal(act.effective_day, dates.acting_days(rulebook))
    return post.person if post else None
