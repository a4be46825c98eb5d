"""A large log that nobody touched, recorded, mirrored, sealed and cosigned: no audit may say anything of it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks import verification
from chassis.node import whole
from chassis.sealing import LocalTiles, SealedLog
from chassis.store import MemoryKeyring, StoredRow, open_store
from chassis.store.mirror import open_mirror
from chassis.store.witnessed import open_witnessed
from findings.service import SERVICE
from tests.tamper.desk import FAR, ZONE, Desk, Here
from translog.checkpoint import Checkpoint, cosign
from translog.note import COSIGNATURE, ED25519, SignerKey, parse_note, write_note
from translog.record.envelope import read_envelope
from translog.record.stored import unpack

ORIGIN = verification.SRC
AGGREGATES = 40_000
PAGE = 10_000
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
AUDITS = ("I01", "I02", "I03", "I05", "I06", "I07", "I08", "I11", "I12")
"""Those that read every event of a log; the others are about what was recorded."""


class Large(Desk):
    """A desk with one log on it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.data, self.pages = folder, {"findings": whole(SERVICE)}
        site, _, epoch = ORIGIN.split("/")
        url = f"sqlite:///{folder / 'findings.sqlite'}"
        keyring = MemoryKeyring()
        store = open_store(url, self.pages["findings"], site=site, epoch=epoch, clock=lambda: FAR, zone=ZONE, keyring=keyring)
        store.migrate()
        self.stores, self.services = {"findings": store}, ("findings",)
        self.mirror = open_mirror(f"sqlite:///{folder / 'audit.sqlite'}")
        self.witnessed = open_witnessed(f"sqlite:///{folder / 'audit.sqlite'}")
        self.mirror.migrate()
        self.witnessed.migrate()
        self.key = SignerKey(ORIGIN, ED25519, bytes(32))
        self.witness = SignerKey("bench/witness/audit", COSIGNATURE, bytes(range(32)))
        self.witness_key = str(self.witness.verifier)
        self.keys, self.found = {"findings": self.key.verifier}, {"findings": (None, None)}

    def tiles(self, name: str) -> Path:
        return self.data / "tiles"

    def fill(self, count: int) -> None:
        """Record so many events as fast as the disk takes them, mirror them, seal and cosign them page by page."""
        sealed = SealedLog(self.stores["findings"], LocalTiles(self.tiles("findings")), self.key, lambda: NOW)
        made = verification.rows(count, AGGREGATES)
        with closing(sqlite3.connect(self.data / "findings.sqlite", isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous=OFF")
            while page := list(islice(made, PAGE)):
                rows = [_stored(position, state) for position, state in page]
                self._record(connection, rows)
                self.mirror.append(ORIGIN, rows, NOW)
                while sealed.seal():
                    continue
                self._cosign()

    @staticmethod
    def _record(connection: sqlite3.Connection, rows: Sequence[StoredRow]) -> None:
        connection.execute("BEGIN")
        columns = "notification_id, pub, originator_id, originator_version, topic, state"
        connection.executemany(f"INSERT INTO stored_events ({columns}) VALUES (?, ?, ?, ?, ?, ?)", rows)
        at = read_envelope(unpack(rows[-1].state)[0]).at
        connection.execute("UPDATE log_head SET position = ?, at = ?", (rows[-1].position, at))
        connection.execute("COMMIT")

    def _cosign(self) -> None:
        newest = self.stores["findings"].checkpoint()
        assert newest is not None
        point = Checkpoint(ORIGIN, newest.size, newest.root)

        def sign(last: int) -> tuple[int, bytes]:
            at = max(last, int(NOW.timestamp()))
            own = parse_note(newest.note).signatures
            return at, write_note(point.text, [*own, cosign(point, self.witness, at)])

        last = self.witnessed.newest(ORIGIN)
        base = 0 if last is None else last.size
        self.witnessed.accept(ORIGIN, str(self.key.verifier), base, newest.size, newest.root, sign)


def _stored(position: int, state: bytes) -> StoredRow:
    head = read_envelope(unpack(state)[0])
    return StoredRow(position, None, head.agg, int(head.ver), head.type, state)


def alarms(folder: Path, count: int) -> Iterator[str]:
    """What the audits say of so many clean events: nothing."""
    desk = Large(folder)
    try:
        desk.fill(count)
        with asyncio.Runner(loop_factory=Here) as runner:
            for name, found in runner.run(desk.wrong(AUDITS, ("findings",))).items():
                yield f"{name} of {count} clean events: {found[:3]}"
    finally:
        desk.close()
