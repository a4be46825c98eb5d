"""Who may see what is not issued yet: working papers and feedback before its delivery (SOD-06)."""

from findings.events.words import PostKind
from findings.model.organisation import Organisation
from findings.model.round import Round
from kernel.aggregates import Repository
from kernel.context import Asker

_TEAM = (PostKind.TEAM, PostKind.TEAM_LEADER)

# Whose organ must be the one that acts in the round under this name.
_ORGANS = {PostKind.OFFICE: "office", PostKind.LEADING_GROUP: "leading_group", PostKind.DISCIPLINE: "discipline"}


def belongs(repo: Repository, org: str, asker: Asker) -> bool:
    """Whether the asker acts for the organisation, or holds a post in it today under whatever other name."""
    posts = repo.find(Organisation, org).posts
    return asker.org == org or any(post.person == asker.person and post.held(asker.today) for post in posts)


def inspects(repo: Repository, inspected: Round, org: str, asker: Asker) -> bool:
    """Whether the asker is of the team that inspects the organisation, or of an organ that acts in its round.

    Where no mandate was issued every team counts. Nobody of the inspected organisation ever does.
    """
    if not inspected.exists or org not in inspected.orgs or belongs(repo, org, asker):
        return False
    if asker.role in _TEAM:
        own = [team for team in inspected.teams if org in team.orgs]
        return not inspected.teams or any(asker.person in (team.leader, *team.members) for team in own)
    body = _ORGANS.get(PostKind(asker.role)) if asker.role in PostKind else None
    return body is not None and getattr(inspected.organs, body) == asker.org
