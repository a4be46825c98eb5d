"""What audits ask of a store besides its rows: that head and sealed fields say what the rows say."""

from datetime import datetime

from chassis.store.contract import Ends, Opened
from chassis.store.database import Session
from chassis.store.records import Records, glance, moment
from translog.errors import TranslogError


def ends(session: Session) -> Ends:
    """Head and rows, both of one moment."""
    row = session.one(
        "SELECT h.position, h.pub, h.at, (SELECT count(*) FROM stored_events), "
        "(SELECT coalesce(max(notification_id), 0) FROM stored_events), "
        "(SELECT count(pub) FROM stored_events), (SELECT coalesce(max(pub), 0) FROM stored_events), "
        "(SELECT state FROM stored_events e WHERE e.notification_id = h.position) FROM log_head h"
    )
    if row is None:
        return Ends(0, 0, None, -1, 0, 0, 0, None)
    position, pub, at, counted, last, published, last_pub, state = row
    return Ends(position, pub, _moment(at), counted, last, published, last_pub, _recorded(state))


def _moment(text: str | None) -> datetime | None:
    try:
        return moment(text) if text else None
    except ValueError:
        return datetime.min  # noqa: DTZ901 - equal to no recorded time


def _recorded(state: bytes | None) -> datetime | None:
    try:
        return None if state is None else glance(bytes(state)).at
    except (ValueError, KeyError):
        return None  # the row itself is named by whoever verifies it


NOTHING = Opened({}, (), {})


def opened(records: Records, state: bytes) -> Opened:
    """Open every sealed field of a row; what does not reproduce its digest is wrong. Rows that cannot be read open nothing."""
    try:
        return Opened(*records.opened(state))
    except (TranslogError, ValueError, KeyError, TypeError):
        return NOTHING
