"""Digests of read models that outlive the keys of personal fields: what the log gives to whoever holds no key."""

from collections.abc import Callable
from hashlib import sha256

import orjson

from chassis.service import Service
from chassis.store import log
from chassis.store.database import Database
from chassis.store.keyring import Key
from chassis.store.records import Records
from chassis.store.rows import MemoryRows
from kernel.tables import Row, Table

MOST = 20_000
"""Most events that are folded for it, some two seconds' work; of a longer log no read model is digested."""

_PAGE = 1000


class NoKeys:
    """A keyring that never had a key: every personal text reads as if it were shredded."""

    def obtain(self, subject: str) -> Key:
        """Nothing is written by whoever holds no key; KeyError."""
        raise KeyError(subject)

    def flush(self) -> None:
        """There is nothing to keep."""

    def find(self, key_id: str) -> bytes | None:
        """None, whatever the id."""
        del key_id
        return None

    def shred(self, subject: str) -> tuple[str, ...]:
        """There is nothing to destroy."""
        del subject
        return ()


def digests(database: Database, records: Records, service: Service, upto: int) -> dict[str, str]:
    """SHA-256 (hex) of each read model, by name: folded from zero up to a position, its tables by name, rows in key order.

    Empty for a log of more than `MOST` events.

    Args:
        records: reads without any key.
    """
    if upto > MOST:
        return {}
    rows = MemoryRows()
    position = 0
    while position < upto:
        page = database.read(lambda session, after=position: log.after(session, after, _PAGE, upto))  # type: ignore[misc]  # bound now
        if not page:
            break
        for row in page:
            recorded = records.decode(row)
            for projection in service.projections.values():
                projection.fold(recorded, rows)
        position = page[-1].position
    found = {}
    for name, projection in sorted(service.projections.items()):
        digest = sha256()
        for table in sorted(projection.tables, key=lambda table: table.name):
            _add(digest.update, rows, table)
        found[name] = digest.hexdigest()
    return found


def line(table: Table, row: Row) -> bytes:
    """A row as it is digested: its table's name and its columns by name, in JSON."""
    return orjson.dumps([table.name, row], option=orjson.OPT_SORT_KEYS) + b"\n"


def _add(update: Callable[[bytes], None], rows: MemoryRows, table: Table) -> None:
    after: list[object] | None = None
    while page := rows.page(table, limit=_PAGE, after=after):
        for row in page:
            update(line(table, row))
        after = [page[-1][name] for name in table.key]
