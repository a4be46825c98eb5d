"""Checkpoints of the log: sizes that only grow, each with the one root that was signed for it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from chassis.store import sums
from chassis.store.contract import OutOfOrder, SealedTree
from chassis.store.database import Database, Dialect, Session
from chassis.store.following import hold, move
from chassis.store.records import stamp, told

SEALER = "sealer"
"""The follower under whose name the newest checkpoint's size is tracked."""

_COLUMNS = "size, root, note, at, cosigned"


def table(dialect: Dialect) -> str:
    """The statement that makes the table."""
    text, number, blob = dialect.text, dialect.number, dialect.blob
    return (
        f"CREATE TABLE checkpoints (size {number} PRIMARY KEY, root {blob} NOT NULL, note {blob} NOT NULL, "
        f"at {text} NOT NULL, cosigned {blob})"
    )


def newest(session: Session) -> SealedTree | None:
    """The checkpoint of the greatest size."""
    row = session.one(f"SELECT {_COLUMNS} FROM checkpoints ORDER BY size DESC LIMIT 1")  # noqa: S608 - no values
    return None if row is None else _sealed(row)


def after(session: Session, size: int, limit: int) -> list[SealedTree]:
    """Checkpoints of greater sizes, in order."""
    sql = f"SELECT {_COLUMNS} FROM checkpoints WHERE size > ? ORDER BY size LIMIT ?"  # noqa: S608 - no values
    return [_sealed(row) for row in session.all(sql, (size, limit))]


def cosigned(session: Session, after: int, below: int, limit: int) -> list[SealedTree]:
    """Checkpoints that carry cosignatures, of sizes between two, the greatest first."""
    sql = (
        f"SELECT {_COLUMNS} FROM checkpoints WHERE size > ? AND size < ? AND cosigned IS NOT NULL "  # noqa: S608 - no values
        "ORDER BY size DESC LIMIT ?"
    )
    return [_sealed(row) for row in session.all(sql, (after, below, limit))]


def seal(
    database: Database, session: Session, base: int, size: int, root: bytes, at: datetime, sign: Callable[[], bytes]
) -> SealedTree:
    """Sign and keep a checkpoint that follows the one of size `base`, which nobody else can follow meanwhile."""
    tracked = hold(database, session, SEALER)
    last = newest(session)
    known = 0 if last is None else last.size
    if tracked != base or known != base or size <= base:
        raise OutOfOrder(SEALER, max(tracked, known), size)
    made = SealedTree(size, root, sign(), at, None)
    row = (made.size, made.root, made.note, stamp(at))
    session.insert("checkpoints", {"size": "int", "root": "blob", "note": "blob", "at": "text"}, [row])
    sums.move(session, "checkpoints", [(*row, None)])
    move(session, SEALER, base, size)
    return made


def cosign(database: Database, session: Session, size: int, note: bytes) -> bool:
    """Keep the note with the signatures of witnesses beside the checkpoint of a size; whether there is one."""
    sql = f"SELECT {', '.join(sums.SUMMED['checkpoints'].columns)} FROM checkpoints WHERE size = ?"  # noqa: S608 - no values
    before = session.one(sql + database.dialect.for_update, (size,))
    if before is None:
        return False
    session.run("UPDATE checkpoints SET cosigned = ? WHERE size = ?", (note, size))
    sums.move(session, "checkpoints", [before, (*before[:-1], note)])
    return True


def _sealed(row: tuple[Any, ...]) -> SealedTree:
    size, root, note, at, cosigned = row
    return SealedTree(int(size), bytes(root), bytes(note), told(at), None if cosigned is None else bytes(cosigned))
