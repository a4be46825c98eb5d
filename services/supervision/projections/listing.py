"""Findings under listed supervision, or proposed for it."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import listing as told

LISTINGS = Table(
    name="listings",
    key=("listing",),
    columns={
        "listing": "text",
        "finding": "text",
        "case_id": "text",
        "org": "text",
        "state": "text",
        "ground": "text",
        "reason": "text",
        "proposed_on": "text",
        "number": "text",
        "last_date": "text",
        "listed_on": "text",
        "outer_checked": "bool",
        "missed": "bool",
        "delisted_on": "text",
        "open_until": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org", "state"), ("state", "last_date"), ("open_until",)],
)


def listings(recorded: Recorded[Any], rows: Rows) -> None:
    """The newest listing of each finding; `open_until` is the last date that still has to be watched."""
    event = recorded.event
    match event:
        case told.ListingProposed():
            rows.put(
                LISTINGS,
                {
                    "listing": event.listing,
                    "finding": event.finding,
                    "case_id": event.case,
                    "org": event.org,
                    "state": "PROPOSED",
                    "ground": event.ground.value,
                    "reason": event.reason,
                    "proposed_on": recorded.effective.date().isoformat(),
                    "outer_checked": False,
                    "missed": False,
                    "position": recorded.position,
                },
            )
        case told.FindingListed():
            last = event.last_date.isoformat()
            day = event.approved_on.isoformat()
            _change(rows, recorded, state="LISTED", number=event.number, last_date=last, listed_on=day, open_until=last)
        case told.ListingRefused():
            _change(rows, recorded, state="REFUSED")
        case told.OuterChecked():
            _change(rows, recorded, outer_checked=True, open_until=None)
        case told.OuterOverturned():
            row = rows.get(LISTINGS, event.listing) or {}
            _change(rows, recorded, outer_checked=False, open_until=None if row["missed"] else row["last_date"])
        case told.ListedDateMissed():
            _change(rows, recorded, missed=True, open_until=None)
        case told.FindingDelisted():
            _change(rows, recorded, state="DELISTED", delisted_on=event.delisted_on.isoformat(), open_until=None)
        case _:
            pass


def _change(rows: Rows, recorded: Recorded[Any], **columns: Any) -> None:
    rows.update(LISTINGS, (recorded.event.listing,), position=recorded.position, **columns)
