"""Listed supervision: proposed, decided by the leading group, ended only after an outer check."""

from datetime import date

import pytest

from kernel.context import named
from supervision.events.listing import FindingDelisted, FindingListed, ListedDateMissed, ListingGround
from supervision.model.listing import Listing, ListingState, listing_id, proposal
from supervision.refusals.listing import AlreadyListed, LastDatePassed, NotListed, NotProposed, OuterCheckMissing
from testkit.given import Given, act

CASE, ORG, FINDING = named("case", "2026-1", "CGJ"), named("org", "CGJ"), named("finding", "2026-1-CGJ-01")
LISTING = listing_id(FINDING)
PROPOSED = proposal(FINDING, CASE, ORG, "guangxi-2022@1", ListingGround.STAGNANT, "no progress", "2026-08")
GROUP = act("leading_group", "LDXZ")
LAST = date(2026, 5, 31)


def listed() -> Given:
    repo = Given()
    repo.apply(repo.find(Listing, LISTING).propose(PROPOSED))
    repo.apply(repo.find(Listing, LISTING).approve(GROUP, "挂牌1号", LAST, ""))
    return repo


def test_nothing_is_listed_without_a_proposal_and_a_date_ahead() -> None:
    repo = Given()
    with pytest.raises(NotProposed):
        repo.find(Listing, LISTING).approve(GROUP, "挂牌1号", LAST, "")
    repo.apply(repo.find(Listing, LISTING).propose(PROPOSED))
    with pytest.raises(LastDatePassed):
        repo.find(Listing, LISTING).approve(GROUP, "挂牌1号", date(2026, 3, 2), "")


def test_a_second_proposal_changes_nothing_and_of_a_person_is_refused() -> None:
    repo = listed()
    assert repo.last(FindingListed).last_date == LAST
    assert repo.find(Listing, LISTING).propose(PROPOSED) == []
    with pytest.raises(AlreadyListed):
        repo.find(Listing, LISTING).propose_by_person(PROPOSED)


def test_only_an_outer_check_that_holds_lets_it_off_the_list() -> None:
    repo = listed()
    with pytest.raises(OuterCheckMissing):
        repo.find(Listing, LISTING).delist(GROUP, "")
    assert repo.find(Listing, LISTING).checked_outside(1, "") == []
    repo.apply(repo.find(Listing, LISTING).checked_outside(1, "d" * 32))
    repo.apply(repo.find(Listing, LISTING).overturned(1))
    with pytest.raises(OuterCheckMissing):
        repo.find(Listing, LISTING).delist(GROUP, "")
    repo.apply(repo.find(Listing, LISTING).checked_outside(2, "e" * 32))
    repo.apply(repo.find(Listing, LISTING).delist(GROUP, ""))
    assert repo.last(FindingDelisted).number == "挂牌1号"
    with pytest.raises(NotListed):
        repo.find(Listing, LISTING).delist(GROUP, "")


def test_the_last_date_is_missed_once() -> None:
    repo = listed()
    assert repo.find(Listing, LISTING).day(LAST) == []
    repo.apply(repo.find(Listing, LISTING).day(date(2026, 6, 1)))
    assert repo.last(ListedDateMissed).last_date == LAST
    assert repo.find(Listing, LISTING).day(date(2026, 6, 2)) == []


def test_what_was_refused_can_be_proposed_again() -> None:
    repo = Given()
    repo.apply(repo.find(Listing, LISTING).propose(PROPOSED))
    repo.apply(repo.find(Listing, LISTING).refuse("已有进展"))
    assert repo.find(Listing, LISTING).state is ListingState.REFUSED
    assert repo.find(Listing, LISTING).propose(PROPOSED)
