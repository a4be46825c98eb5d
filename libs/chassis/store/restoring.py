"""Puts back what a database lost: rows as they were kept elsewhere, what is remembered of their commands, and checkpoints."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from chassis.store import sums
from chassis.store.checkpoints import SEALER
from chassis.store.contract import OutOfOrder, StoredRow, StoreFault
from chassis.store.database import Database, NewRow, Session
from chassis.store.following import hold, move
from chassis.store.records import glance, stamp
from kernel.errors import Kind, Refusal

_COMMANDS = {"command": "text", "digest": "blob", "first": "int", "events": "int"}


class StoreBehind(Refusal):
    """The database is older than a checkpoint of its log: what was signed is not there, and nothing may take its place."""

    code = "store-behind-checkpoint"
    kind = Kind.UNAVAILABLE
    en = "the database of {origin} ends at {found}, and {known} events are known: nothing is recorded before they are back"
    zh = "{origin} 的数据库止于 {found}，而已知有 {known} 个事件：补回之前不作任何记录"
    next_en = "what is missing is copied from the mirror by itself; where that fails, `rectify recover suffix` says what is missing"
    next_zh = "系统会自动从镜像补回；若未能补回，请执行 rectify recover suffix 查明缺失"


def restore(database: Database, rows: Sequence[StoredRow]) -> int:
    """Append rows that follow the last one here, with their positions and published ordinals; the last position.

    The head is first set back to the last row that is there, should rows be missing below it. What was remembered of the
    rows' commands is made again without the digest of the request, which no row holds: their ids alone decide.

    Raises:
        OutOfOrder: they do not follow.
        StoreFault: their published ordinals are not those that follow.
    """
    with database.log_writing() as session:
        head, _ = database.begin(session, [])
        last = session.one("SELECT coalesce(max(notification_id), 0), coalesce(max(pub), 0) FROM stored_events")
        position, pub = (int(last[0]), int(last[1])) if last is not None else (0, 0)
        if position < head.position:
            session.run("UPDATE log_head SET position = ?, pub = ?", (position, pub))
            head = head._replace(position=position, pub=pub)
        if not rows:
            return position
        if rows[0].position != position + 1:
            raise OutOfOrder("log", position, rows[0].position)
        for row in rows:
            pub += row.pub is not None
            if row.pub is not None and row.pub != pub:
                raise StoreFault(f"position {row.position} was published as {row.pub}, here follows {pub}")
        fresh = [NewRow(row.aggregate, row.version, row.topic, row.state, row.pub is not None) for row in rows]
        database.append(session, head, fresh, [], stamp(glance(rows[-1].state).at))
        _remember(database, session, rows)
    return rows[-1].position


def _remember(database: Database, session: Session, rows: Sequence[StoredRow]) -> None:
    """The commands of these rows, where they are not remembered: whole ones, for a command's events stand side by side."""
    commands = []
    for command, group in groupby(rows, key=lambda row: glance(row.state).command):
        events = list(group)
        commands.append((UUID(command).hex, b"", events[0].position, len(events)))
    asked = database.list_parameter([command[0] for command in commands])
    known = {row[0] for row in session.all(f"SELECT command FROM commands WHERE command{database.dialect.among}", (asked,))}  # noqa: S608 - a dialect's words
    lost = list({command[0]: command for command in reversed(commands) if command[0] not in known}.values())
    if lost:
        session.insert("commands", _COMMANDS, lost)
        sums.move(session, "commands", lost)


def adopt(database: Database, session: Session, size: int, root: bytes, note: bytes, at: datetime) -> bool:
    """Keep a checkpoint that this log signed and its database lost; whether it is newer than those that are kept."""
    tracked = hold(database, session, SEALER)
    newest = session.one("SELECT coalesce(max(size), 0) FROM checkpoints")
    if newest is None or size <= int(newest[0]):
        return False
    columns = {"size": "int", "root": "blob", "note": "blob", "at": "text"}
    row = (size, root, note, stamp(at))
    session.insert("checkpoints", columns, [row])
    sums.move(session, "checkpoints", [(*row, None)])
    move(session, SEALER, tracked, size)
    return True
