"""What happens in listed supervision: a finding is put on the list by the leading group, and comes off it after an outer check."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Ref


class ListingGround(StrEnum):
    """Why a finding is to be listed."""

    STAGNANT = "stagnant"
    LADDER = "ladder"
    DECIDED = "decided"


class ListingEvent(Event):
    """What every event of a listing names."""

    STREAM = "listing"

    listing: Ref
    finding: Ref
    case: Ref
    org: Ref


class ListingProposed(ListingEvent):
    """The finding is put forward for listed supervision: by the system after stagnant returns, or by a person."""

    TOPIC = "supervision.listing.proposed.v1"

    ground: ListingGround
    reason: str
    month: str = ""
    rulebook: str


class FindingListed(ListingEvent):
    """The leading group approved: the finding is on the list, with a number and a last date."""

    TOPIC = "supervision.listing.listed.v1"

    number: str
    last_date: date
    approved_on: date
    approver: str
    document: str = ""


class ListingRefused(ListingEvent):
    """The leading group did not approve."""

    TOPIC = "supervision.listing.refused.v1"

    reason: str


class OuterChecked(ListingEvent):
    """The listed finding passed its outer check and is signed off: it may come off the list."""

    TOPIC = "supervision.listing.outer-checked.v1"

    signoff: int
    verifier: str


class OuterOverturned(ListingEvent):
    """The listed finding is open again before it came off the list."""

    TOPIC = "supervision.listing.outer-overturned.v1"

    count: int


class ListedDateMissed(ListingEvent):
    """The last date of a listed finding passed."""

    TOPIC = "supervision.listing.date-missed.v1"

    last_date: date


class FindingDelisted(ListingEvent):
    """The leading group took the finding off the list."""

    TOPIC = "supervision.listing.delisted.v1"

    number: str
    delisted_on: date
    approver: str
    reason: str = ""
