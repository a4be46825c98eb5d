"""Listed supervision of one finding: proposed, approved by the leading group, taken off after an outer check."""

from datetime import date, datetime
from enum import StrEnum

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import listing as happened
from supervision.events.listing import ListingGround
from supervision.refusals.listing import AlreadyListed, LastDatePassed, NotListed, NotProposed, OuterCheckMissing


def listing_id(finding: str) -> str:
    """The id of the listings of a finding."""
    return named("listing", finding)


class ListingState(StrEnum):
    """Where a finding stands with listed supervision."""

    NONE = "NONE"
    PROPOSED = "PROPOSED"
    LISTED = "LISTED"
    REFUSED = "REFUSED"
    DELISTED = "DELISTED"


class Listing(Aggregate):
    """The listings of a finding, one after the other."""

    KIND = "supervision.listing"
    CALLED = "挂牌督办 / listing"

    finding: str = ""
    case: str = ""
    org: str = ""
    rulebook: str = ""
    state: ListingState = ListingState.NONE
    number: str = ""
    last_date: date | None = None
    checked: bool = False
    missed: bool = False

    def propose(self, proposed: happened.ListingProposed) -> Changes:
        """Put the finding forward; nothing when it is proposed or listed."""
        if self.state in (ListingState.PROPOSED, ListingState.LISTED):
            return []
        return [proposed.under("R-132", proposed.rulebook)]

    def propose_by_person(self, proposed: happened.ListingProposed) -> Changes:
        """A person puts the finding forward.

        Raises:
            AlreadyListed: it is proposed or listed.
        """
        if self.state in (ListingState.PROPOSED, ListingState.LISTED):
            raise AlreadyListed(field="finding", state=self.state)
        return self.propose(proposed)

    def approve(self, act: Act, number: str, last_date: date, document: str) -> Changes:
        """The leading group puts the finding on the list.

        Raises:
            NotProposed, LastDatePassed.
        """
        if self.state is not ListingState.PROPOSED:
            raise NotProposed(field="finding", state=self.state)
        if last_date <= act.effective_day:
            raise LastDatePassed(field="last_date", day=last_date)
        listed = happened.FindingListed(
            **self._names(),
            number=number,
            last_date=last_date,
            approved_on=act.effective_day,
            approver=act.actor,
            document=document,
        )
        return [listed.under("R-132", self.rulebook)]

    def refuse(self, reason: str) -> Changes:
        """The leading group does not.

        Raises:
            NotProposed.
        """
        if self.state is not ListingState.PROPOSED:
            raise NotProposed(field="finding", state=self.state)
        return [happened.ListingRefused(**self._names(), reason=reason)]

    def checked_outside(self, signoff: int, verifier: str) -> Changes:
        """The finding was signed off after an outer check; nothing when it is not listed."""
        if self.state is not ListingState.LISTED or self.checked or not verifier:
            return []
        return [happened.OuterChecked(**self._names(), signoff=signoff, verifier=verifier)]

    def overturned(self, count: int) -> Changes:
        """The sign-off did not last."""
        if self.state is not ListingState.LISTED or not self.checked:
            return []
        return [happened.OuterOverturned(**self._names(), count=count)]

    def delist(self, act: Act, reason: str) -> Changes:
        """The leading group takes the finding off the list, after the outer sign-off only.

        Raises:
            NotListed, OuterCheckMissing.
        """
        if self.state is not ListingState.LISTED:
            raise NotListed(field="finding", state=self.state)
        if not self.checked:
            raise OuterCheckMissing(field="finding", number=self.number)
        delisted = happened.FindingDelisted(
            **self._names(), number=self.number, delisted_on=act.effective_day, approver=act.actor, reason=reason
        )
        return [delisted.under("R-132", self.rulebook)]

    def day(self, day: date) -> Changes:
        """The last date passed without an outer sign-off."""
        if self.state is not ListingState.LISTED or self.checked or self.missed or self.last_date is None or day <= self.last_date:
            return []
        return [happened.ListedDateMissed(**self._names(), last_date=self.last_date).under("R-132", self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.ListingProposed():
                self.finding, self.case, self.org, self.rulebook = event.finding, event.case, event.org, event.rulebook
                self.state = ListingState.PROPOSED
            case happened.FindingListed():
                self.state, self.number, self.last_date = ListingState.LISTED, event.number, event.last_date
                self.checked = self.missed = False
            case happened.ListingRefused():
                self.state = ListingState.REFUSED
            case happened.OuterChecked():
                self.checked = True
            case happened.OuterOverturned():
                self.checked = False
            case happened.ListedDateMissed():
                self.missed = True
            case happened.FindingDelisted():
                self.state = ListingState.DELISTED
            case _:
                raise TypeError(f"a listing does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, str]:
        return {"listing": self.id, "finding": self.finding, "case": self.case, "org": self.org}


def proposal(
    finding: str, case: str, org: str, book: str, ground: ListingGround, reason: str, month: str = ""
) -> happened.ListingProposed:
    """The proposal to list a finding."""
    return happened.ListingProposed(
        listing=listing_id(finding), finding=finding, case=case, org=org, rulebook=book, ground=ground, reason=reason, month=month
    )
