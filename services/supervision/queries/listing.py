"""Questions about listed supervision."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.listing import GetListing, ListListings
from supervision.model.listing import listing_id
from supervision.projections.listing import LISTINGS
from supervision.queries.pages import following


class ListingView(Answer):
    """Where a finding stands with listed supervision."""

    finding: str
    case: str
    org: str
    state: str
    ground: str
    reason: str
    proposed_on: str
    number: str | None
    last_date: str | None
    listed_on: str | None
    outer_checked: bool
    missed: bool
    delisted_on: str | None


class Listings(Answer):
    """A page of listings."""

    listings: tuple[ListingView, ...]
    next: str


def list_listings(question: ListListings, rows: Rows, repo: Repository) -> Listings:
    """A page of listings, the oldest proposal first."""
    filters = (("case_id", question.case), ("org", question.org), ("state", question.state))
    where = [Where(column, "=", value) for column, value in filters if value]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(LISTINGS, where, (("proposed_on", "asc"),), limit, after)
    return Listings(listings=tuple(_view(row) for row in page), next=following(page, limit, "proposed_on", "listing"))


def get_listing(question: GetListing, rows: Rows, repo: Repository) -> ListingView:
    """The newest listing of a finding."""
    row = rows.get(LISTINGS, listing_id(question.finding))
    if row is None:
        raise NotFound(what="挂牌督办 / listing", id=question.finding)
    return _view(row)


def due_listings(day: date, rows: Rows) -> Sequence[str]:
    """Ids of the listings whose last date passed."""
    return [row["listing"] for row in rows.page(LISTINGS, [Where("open_until", "<", day.isoformat())], limit=1_000_000)]


def _view(row: Row) -> ListingView:
    return ListingView(case=row["case_id"], **{name: row[name] for name in ListingView.model_fields if name != "case"})
