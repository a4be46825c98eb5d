"""The mirror's tables: rows of other origins' logs as they came, found again by origin and by what they concern."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from chassis.store.contract import StoredRow, StoreSettings
from chassis.store.database import Database, Dialect, Session
from chassis.store.engine import open_database
from chassis.store.records import envelope_of, glance, moment, stamp
from chassis.store.trees import Trees
from translog.errors import ForkContradicts, RecordError, Words
from translog.merkle import NodeReader
from translog.record import Envelope, Verified, leaf_hash, read_envelope, verify_record
from translog.record.forks import akin, is_fork, read_fork

_KINDS = {
    "source": "text",
    "position": "int",
    "pub": "int",
    "aggregate": "text",
    "version": "int",
    "topic": "text",
    "state": "blob",
    "leaf": "blob",
}
_COLUMNS = ", ".join(_KINDS)
_PAGE = 20_000


class MirrorRow(NamedTuple):
    """A mirrored row: what the source sent, and the leaf (32 bytes) that was computed when it arrived."""

    source: str
    position: int
    pub: int | None
    aggregate: str
    version: int
    topic: str
    state: bytes
    leaf: bytes


class MirrorHead(NamedTuple):
    """How far the mirror of one origin is: `at` is the recorded time of its newest row, `known` the newest position heard
    of, `heard` when the last heartbeat came.
    """

    source: str
    position: int
    known: int
    at: datetime | None
    heard: datetime | None


class Conflict(NamedTuple):
    """A row that was not taken: it differs from the one kept at its position, or is no record of that origin."""

    source: str
    position: int
    leaf: bytes
    why: str
    state: bytes
    at: datetime


class Mirrored(NamedTuple):
    """What became of rows offered: the position reached, how many were new, and the conflicts found."""

    position: int
    taken: int
    conflicts: tuple[Conflict, ...]


class OutOfTurn(Exception):
    """The rows offered do not follow what is kept; `position` is the last one kept."""

    def __init__(self, source: str, position: int, offered: int) -> None:
        self.position = position
        super().__init__(f"{source}: {offered} was offered after {position}")


class MirrorStore:
    """Keeps the logs of all origins. What is kept is never changed and never removed; thread-safe.

    Args:
        database: of the service that mirrors.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._trees = Trees(self.leaves)

    def migrate(self) -> None:
        """Make the tables when they are missing; safe from several processes at once."""
        with self._database.writing() as session:
            self._database.migration_lock(session)
            if not self._database.columns(session, "mirror_rows"):
                for statement in _tables(self._database.dialect):
                    session.run(statement)
            session.run("CREATE INDEX IF NOT EXISTS mirror_refs_position ON mirror_refs (source, position)")

    def append(self, source: str, rows: Sequence[StoredRow], now: datetime) -> Mirrored:
        """Keep rows of one origin that follow those kept; rows kept already are compared.

        Every row is verified by its bytes before it is kept: framing, canonical envelope, commitment, and that the
        envelope says what the row says. At the first row that fails, or that differs from the one kept, the rest is not
        looked at: nothing is kept beyond a conflict.

        Args:
            source: origin `<site>/<context>/<epoch>`. rows: in order of position, contiguous.
            now: business time of the finding, should there be a conflict.

        Raises:
            OutOfTurn: a row does not follow the one before it, or those kept.
        """
        with self._database.writing() as session:
            position = self._lock(session, source)
            for expected, row in enumerate(rows, min(rows[0].position, position + 1) if rows else 0):
                if row.position != expected:
                    raise OutOfTurn(source, position, row.position)
            start, kept = position, self._kept(session, source, rows, position)
            fresh: list[tuple[StoredRow, Envelope, bytes]] = []
            conflict: Conflict | None = None
            before = self._before(session, source, rows)
            for row in rows:
                if kept.get(row.position) == (row.aggregate, row.version, row.topic, row.state):
                    before = _src(row.state)
                    continue  # verified when it came
                looked = self._look(source, row, row.position <= start, now, before)
                if isinstance(looked, Conflict):
                    conflict = looked
                    break
                if looked[0]["src"] != source and not self._same(session, looked[0]["src"], row.position, looked[1]):
                    why = "another event was kept at its position of the former log"
                    conflict = Conflict(source, row.position, looked[1], why, row.state, now)
                    break
                before = looked[0]["src"]
                fresh.append((row, *looked))
                position = row.position
            if fresh:
                self._keep(session, source, fresh)
            if conflict is not None:
                session.run(
                    "INSERT INTO mirror_conflicts VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    (source, conflict.position, conflict.leaf, conflict.why, conflict.state, stamp(now)),
                )
        return Mirrored(position, len(fresh), (conflict,) if conflict is not None else ())

    def _lock(self, session: Session, source: str) -> int:
        sql = "SELECT position FROM mirror_heads WHERE source = ?" + self._database.dialect.for_update  # noqa: S608 - no values
        found = session.one(sql, (source,))
        if found is None:
            session.run("INSERT INTO mirror_heads VALUES (?, 0, 0, NULL, NULL) ON CONFLICT DO NOTHING", (source,))
            found = session.one(sql, (source,))
        return int(found[0]) if found is not None else 0

    def _kept(self, session: Session, source: str, rows: Sequence[StoredRow], upto: int) -> dict[int, tuple[str, int, str, bytes]]:
        """Aggregate, version, topic and state of those positions that are kept; without those whose leaf is not their own."""
        if not rows or rows[0].position > upto:
            return {}
        sql = (
            "SELECT position, aggregate, version, topic, state, leaf FROM mirror_rows WHERE source = ? AND position BETWEEN ? AND ?"
        )
        found = session.all(sql, (source, rows[0].position, min(upto, rows[-1].position)))
        return {
            row[0]: (row[1], row[2], row[3], bytes(row[4]))
            for row in found
            if leaf_hash(envelope_of(bytes(row[4]))) == bytes(row[5])
        }

    def _before(self, session: Session, source: str, rows: Sequence[StoredRow]) -> str:
        """The origin in the envelope of the row before these, "" where none is kept."""
        sql = "SELECT state FROM mirror_rows WHERE source = ? AND position = ?"
        found = session.one(sql, (source, rows[0].position - 1)) if rows else None
        return _src(bytes(found[0])) if found is not None else ""

    def _same(self, session: Session, source: str, position: int, leaf: bytes) -> bool:
        """Whether a row of a former epoch is the one that was kept of it, should one be."""
        sql = "SELECT leaf FROM mirror_rows WHERE source = ? AND position = ?"
        found = session.one(sql, (source, position))
        return found is None or bytes(found[0]) == leaf

    def _look(self, source: str, row: StoredRow, kept: bool, now: datetime, before: str) -> Conflict | tuple[Envelope, bytes]:
        """Envelope and leaf of a new row, or why it is not taken; `kept` says that another one stands in its place.

        `before` is the origin of the row before: those of a former epoch stand before the event that names it.
        """
        try:
            verified = verify_record(row.state, where=f"{source}:{row.position}")
        except RecordError as error:
            return Conflict(source, row.position, b"", str(error), row.state, now)
        envelope, leaf = verified.envelope, verified.leaf
        try:
            expected = _expected(source, row.position, verified, before)
        except RecordError as error:
            return Conflict(source, row.position, leaf, str(error), row.state, now)
        said = (envelope["src"], envelope["agg"], envelope["ver"], envelope["type"])
        if said != (expected, row.aggregate, str(row.version), row.topic):
            why = "its envelope names another origin, aggregate, version or topic than its row"
            return Conflict(source, row.position, leaf, why, row.state, now)
        if kept:
            return Conflict(source, row.position, leaf, "another event is kept at its position", row.state, now)
        return envelope, leaf

    def _keep(self, session: Session, source: str, fresh: Sequence[tuple[StoredRow, Envelope, bytes]]) -> None:
        session.insert(
            "mirror_rows",
            _KINDS,
            [(source, row.position, row.pub, row.aggregate, row.version, row.topic, row.state, leaf) for row, _, leaf in fresh],
        )
        session.insert(
            "mirror_refs",
            {"ref": "text", "source": "text", "position": "int"},
            [(ref, source, row.position) for row, envelope, _ in fresh for ref in sorted({*envelope["refs"], row.aggregate})],
        )
        last, envelope, _ = fresh[-1]
        session.run(
            "UPDATE mirror_heads SET position = ?, known = CASE WHEN known < ? THEN ? ELSE known END, at = ? WHERE source = ?",
            (last.position, last.position, last.position, envelope["at"], source),
        )

    def note(self, source: str, known: int, heard: datetime) -> None:
        """Keep what a heartbeat said: how far the origin's log goes, and when it was heard."""
        with self._database.writing() as session:
            self._lock(session, source)
            session.run(
                "UPDATE mirror_heads SET known = CASE WHEN known < ? THEN ? ELSE known END, heard = ? WHERE source = ?",
                (known, known, stamp(heard), source),
            )

    def sources(self) -> list[str]:
        """Every origin, sorted."""
        return [head.source for head in self.heads()]

    def heads(self) -> list[MirrorHead]:
        """Every origin, sorted."""
        found = self._database.read(
            lambda session: session.all("SELECT source, position, known, at, heard FROM mirror_heads ORDER BY source")
        )
        return [_head(row) for row in found]

    def head(self, source: str) -> MirrorHead:
        """One origin; at position 0 when nothing of it is kept."""
        sql = "SELECT source, position, known, at, heard FROM mirror_heads WHERE source = ?"
        found = self._database.read(lambda session: session.one(sql, (source,)))
        return _head(found) if found is not None else MirrorHead(source, 0, 0, None, None)

    def rows(self, source: str, after: int, limit: int) -> list[MirrorRow]:
        """Rows of one origin after a position, in order."""
        sql = f"SELECT {_COLUMNS} FROM mirror_rows WHERE source = ? AND position > ? ORDER BY position LIMIT ?"  # noqa: S608
        found = self._database.read(lambda session: session.all(sql, (source, after, limit)))
        return [_row(row) for row in found]

    def aggregate(self, source: str, aggregate: str) -> list[MirrorRow]:
        """Rows of one aggregate of one origin, in order."""
        sql = f"SELECT {_COLUMNS} FROM mirror_rows WHERE source = ? AND aggregate = ? ORDER BY position"  # noqa: S608
        return [_row(row) for row in self._read(sql, (source, aggregate))]

    def position_at(self, source: str, moment: datetime) -> int:
        """The newest position of one origin recorded not after a moment; recorded time never falls, so that halving finds it."""
        low, high = 0, self.head(source).position
        while low < high:
            middle = (low + high + 1) // 2
            (row,) = self.rows(source, middle - 1, 1)
            low, high = (middle, high) if glance(row.state).at <= moment else (low, middle - 1)
        return low

    def leaves(self, source: str, after: int, limit: int) -> list[bytes]:
        """Leaf hashes (32 bytes) of one origin after a position, in order: those that were computed when the rows arrived."""
        sql = "SELECT leaf FROM mirror_rows WHERE source = ? AND position > ? ORDER BY position LIMIT ?"
        found = self._database.read(lambda session: session.all(sql, (source, after, limit)))
        return [bytes(leaf) for (leaf,) in found]

    def nodes(self, source: str, size: int) -> NodeReader:
        """The nodes of the tree of one origin's first `size` events; hashes few leaves but for the first time."""
        return self._trees.nodes(source, size)

    def ends(self, source: str, position: int) -> list[tuple[str, int, bytes]]:
        """Of every aggregate of one origin its newest event up to a position: aggregate, version, leaf (32 bytes)."""
        sql = (
            "SELECT aggregate, version, leaf FROM mirror_rows WHERE source = ? AND position > ? AND position <= ? "
            "ORDER BY position LIMIT ?"
        )
        found: dict[str, tuple[str, int, bytes]] = {}
        after = 0
        while page := self._read(sql, (source, after, position, _PAGE)):
            found |= {aggregate: (aggregate, int(version), bytes(leaf)) for aggregate, version, leaf in page}
            after += len(page)
        return list(found.values())

    def refs(self, source: str, after: int, upto: int) -> dict[int, frozenset[str]]:
        """The ids by which the rows of one origin with positions after one and up to another are found, by position."""
        sql = "SELECT position, ref FROM mirror_refs WHERE source = ? AND position > ? AND position <= ?"
        found: dict[int, set[str]] = {}
        for position, ref in self._read(sql, (source, after, upto)):
            found.setdefault(int(position), set()).add(str(ref))
        return {position: frozenset(refs) for position, refs in found.items()}

    def _read(self, sql: str, params: tuple[object, ...]) -> list[tuple[Any, ...]]:
        return self._database.read(lambda session: session.all(sql, params))

    def concerning(self, ref: str) -> list[MirrorRow]:
        """Rows of all origins whose envelope names this id among its refs or as its aggregate, by origin and position."""
        columns = ", ".join(f"r.{name}" for name in _KINDS)
        sql = (
            f"SELECT {columns} FROM mirror_refs f JOIN mirror_rows r ON r.source = f.source AND r.position = f.position "  # noqa: S608
            "WHERE f.ref = ? ORDER BY r.source, r.position"
        )
        found = self._database.read(lambda session: session.all(sql, (ref,)))
        return latest([_row(row) for row in found])

    def conflicts(self) -> list[Conflict]:
        """What was not taken, by origin and position."""
        found = self._database.read(
            lambda session: session.all(
                "SELECT source, position, leaf, why, state, at FROM mirror_conflicts ORDER BY source, position, at"
            )
        )
        return [Conflict(row[0], row[1], bytes(row[2]), row[3], bytes(row[4]), moment(row[5])) for row in found]

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _src(state: bytes) -> str:
    """The origin in an envelope, "" where it cannot be read."""
    try:
        return read_envelope(envelope_of(state)).src
    except RecordError:
        return ""


def _expected(source: str, position: int, verified: Verified, before: str) -> str:
    """The origin that the envelope of a row must name.

    Raises:
        RecordError: it begins a log in the place of another one, and says something else than what stands before it.
    """
    src = verified.envelope["src"]
    if not is_fork(src, verified.envelope["type"]):
        # The first one may be of any epoch: the event that ends it names it.
        return before or (src if akin(src, source) else source)
    fork = read_fork(position, src, verified.clear, f"{source}:{position}")
    if before == source or (before and fork.former != before) or not (src == source or akin(src, source)):
        raise ForkContradicts(f"{source}:{position}", why=Words(f"before it stands {before}", f"此前为 {before}"))
    return src


def latest(rows: Sequence[MirrorRow]) -> list[MirrorRow]:
    """The same without what a later epoch of the same log holds too."""
    held: dict[bytes, MirrorRow] = {}
    for row in rows:
        known = held.get(row.leaf)
        if known is None or (akin(known.source, row.source) and _epoch(known.source) < _epoch(row.source)):
            held[row.leaf] = row
    return [row for row in rows if held[row.leaf] is row]


def _epoch(source: str) -> tuple[int, str]:
    """Later epochs have greater numbers at their end, so longer names."""
    return len(source), source


def open_mirror(url: str, settings: StoreSettings | None = None) -> MirrorStore:
    """The mirror in a service's own database; nothing is changed in it before `migrate`.

    Args:
        url: as for `open_store`.
        settings: limits of waiting; None takes the defaults.
    """
    return MirrorStore(open_database(url, settings or StoreSettings()))


def _row(found: tuple[object, ...]) -> MirrorRow:
    row = MirrorRow(*found)  # type: ignore[arg-type]  # the columns have these types
    return row._replace(state=bytes(row.state), leaf=bytes(row.leaf))


def _head(found: tuple[object, ...]) -> MirrorHead:
    source, position, known, at, heard = found
    return MirrorHead(
        str(source),
        int(str(position)),
        int(str(known)),
        moment(str(at)) if at else None,
        moment(str(heard)) if heard else None,
    )


def _tables(dialect: Dialect) -> tuple[str, ...]:
    text, number, blob = dialect.text, dialect.number, dialect.blob
    return (
        (
            f"CREATE TABLE mirror_rows (source {text} NOT NULL, position {number} NOT NULL, pub {number}, "
            f"aggregate {text} NOT NULL, version {number} NOT NULL, topic {text} NOT NULL, state {blob} NOT NULL, "
            f"leaf {blob} NOT NULL, PRIMARY KEY (source, position))"
        ),
        (
            f"CREATE TABLE mirror_refs (ref {text} NOT NULL, source {text} NOT NULL, position {number} NOT NULL, "
            "PRIMARY KEY (ref, source, position))"
        ),
        (
            f"CREATE TABLE mirror_heads (source {text} PRIMARY KEY, position {number} NOT NULL, known {number} NOT NULL, "
            f"at {text}, heard {text})"
        ),
        (
            f"CREATE TABLE mirror_conflicts (source {text} NOT NULL, position {number} NOT NULL, leaf {blob} NOT NULL, "
            f"why {text} NOT NULL, state {blob} NOT NULL, at {text} NOT NULL, PRIMARY KEY (source, position, leaf))"
        ),
    )
