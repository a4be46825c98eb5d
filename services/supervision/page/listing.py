"""The page's lines about listed supervision."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Projection, Query, Rpc, Sweep
from supervision.commands import listing as wish
from supervision.events import listing as told
from supervision.events.heard import findings
from supervision.handlers import listing as act
from supervision.page import Heard
from supervision.page.look_back import FINDING
from supervision.policies import pressing as then
from supervision.projections import listing
from supervision.queries import listing as ask

EVENTS = [
    told.ListingProposed,
    told.FindingListed,
    told.ListingRefused,
    told.OuterChecked,
    told.OuterOverturned,
    told.ListedDateMissed,
    told.FindingDelisted,
]


COMMANDS = {
    "ProposeListing": Rpc(wish.ProposeListing, act.propose_listing, asks=[FINDING]),
    "ApproveListing": Rpc(wish.ApproveListing, act.approve_listing),
    "RefuseListing": Rpc(wish.RefuseListing, act.refuse_listing),
    "Delist": Rpc(wish.Delist, act.delist),
}


QUERIES = {
    "ListListings": Query(wish.ListListings, ask.list_listings),
    "GetListing": Query(wish.GetListing, ask.get_listing),
}


HEARS: Heard = {
    findings.FindingSignedOff: [then.check_listed],
    findings.FindingReopened: [then.keep_listed],
}


PROJECTIONS = {"listings": Projection([listing.LISTINGS], listing.listings)}


SWEEPS = {"listings": Sweep(ask.due_listings, act.listing_day)}


PUBLISHES = {
    told.FindingListed: published.FindingListed,
    told.FindingDelisted: published.FindingDelisted,
}
