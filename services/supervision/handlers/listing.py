"""Bodies propose and decide on listed supervision; what a new day brings to it."""

from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.errors import NotFound
from kernel.messages import Changes
from supervision.commands.listing import ApproveListing, Delist, ProposeListing, RefuseListing
from supervision.events.ladder import Ground
from supervision.events.listing import ListingGround
from supervision.handlers.look_back import FindingStanding
from supervision.handlers.organ import judges
from supervision.model.ladder import Ladder, about_finding, ladder_id
from supervision.model.listing import Listing, listing_id, proposal


def propose_listing(command: ProposeListing, act: Act, repo: Repository, answers: tuple[FindingStanding | None, ...]) -> Changes:
    """A person puts a finding forward."""
    (standing,) = answers
    if standing is None:
        raise NotFound(what="问题 / finding", id=command.finding)
    judges(standing.case, act, repo)
    proposed = proposal(command.finding, standing.case, standing.org, standing.rulebook, ListingGround.DECIDED, command.reason)
    return repo.find(Listing, listing_id(command.finding)).propose_by_person(proposed)


def approve_listing(command: ApproveListing, act: Act, repo: Repository) -> Changes:
    """The leading group approves: the step of the ladder that listing is, where it was not taken before."""
    found = _listing(command.finding, act, repo)
    listed = found.approve(act, command.number, command.last_date, command.document)
    ladder = repo.find(Ladder, ladder_id(found.finding))
    about = about_finding(found.finding, found.case, found.org, found.rulebook)
    return [*listed, *ladder.listed(about, act, command.number)]


def refuse_listing(command: RefuseListing, act: Act, repo: Repository) -> Changes:
    """The leading group does not approve."""
    return _listing(command.finding, act, repo).refuse(command.reason)


def delist(command: Delist, act: Act, repo: Repository) -> Changes:
    """The leading group takes it off the list."""
    return _listing(command.finding, act, repo).delist(act, command.reason)


def listing_day(listing: str, day: date, act: Act, repo: Repository) -> Changes:
    """The last date of a listed finding passed: the highest step of the ladder is put to a person."""
    found = repo.find(Listing, listing)
    changes = found.day(day)
    if not changes:
        return []
    ladder = repo.find(Ladder, ladder_id(found.finding))
    about = about_finding(found.finding, found.case, found.org, found.rulebook)
    return [*changes, *ladder.propose_highest(about, Ground.LISTED_DATE_MISSED, found.number)]


def _listing(finding: str, act: Act, repo: Repository) -> Listing:
    """The listing of a finding, when the acting organ may decide on it."""
    found = get(repo, Listing, listing_id(finding), shown=finding)
    judges(found.case, act, repo)
    return found
