"""The data of a stopped system on an auditor's desk: its stores, mirror and witness, read by the same code as when it runs."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from google.protobuf.message import DecodeError
from rectify.log.v1 import log_service_pb2 as log
from rectify.ops.v1 import ops_service_pb2 as ops

from audit.audits import AUDITS, run_audits
from audit.tools import StreamProbe
from chassis.checks import finding, run_checks
from chassis.examining import Evidence, examinations, on_streams
from chassis.examining.evidence import Found
from chassis.main import find
from chassis.natsserver import NatsServer, accounts
from chassis.node import whole
from chassis.sealing import LocalTiles
from chassis.sealing.rotation import chain, keys_of, rotations
from chassis.service import Service
from chassis.store import Store, open_store
from chassis.store.keyring import LocalKeyring
from chassis.store.mirror import open_mirror
from chassis.store.witnessed import open_witnessed
from chassis.up import SERVICES
from kernel.aggregates import Repository
from testkit.nats import connect
from translog.note import SignerKey, VerifierKey
from translog.record import RecordError, leaf_hash, unpack

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Shanghai")
FAR = datetime(2100, 1, 1, tzinfo=UTC)

Streams = Mapping[str, tuple[Found | None, Found | None]]
"""What a service's own two streams held, by service."""


class Desk:
    """A copy of a data directory, with what audits ask of a running system.

    Args:
        data: the copy, which may be changed; streams: what the broker held.

    Attributes:
        services: those that are looked at; keys: public keys as the logs show them; found: messages by service.
    """

    def __init__(self, data: Path, streams: Streams) -> None:
        self.data = data
        said = json.loads((data / "instance.json").read_text())
        self.site, self.epoch = str(said["site"]), str(said["epoch"])
        self.pages: dict[str, Service] = {name: whole(find(name)) for name in SERVICES}
        self.stores: dict[str, Store] = {name: self.opened(name) for name in SERVICES}
        self.mirror = open_mirror(f"sqlite:///{self.path('audit')}")
        self.witnessed = open_witnessed(f"sqlite:///{self.path('audit')}")
        self.witness_key = (data / "keys" / "audit.witness.vkey").read_text("ascii").strip()
        self.services: Sequence[str] = SERVICES
        self.keys = {name: self.signer(name).verifier for name in SERVICES}
        self.found: dict[str, tuple[Found | None, Found | None]] = dict(streams)

    def opened(self, name: str) -> Store:
        """Its store, opened."""
        keyring = LocalKeyring(self.data / "keys" / f"{name}.keys")
        url = f"sqlite:///{self.path(name)}"
        site, epoch = self.site, self.epoch
        return open_store(url, self.pages[name], site=site, epoch=epoch, clock=lambda: FAR, zone=ZONE, keyring=keyring)

    def path(self, name: str) -> Path:
        """The database of a service."""
        return self.data / name / "store.sqlite"

    def origin(self, name: str) -> str:
        return self.stores[name].source

    def tiles(self, name: str) -> Path:
        return self.data / name / "tiles"

    def signer(self, name: str) -> SignerKey:
        """The private key of a log: who has the machine has it too."""
        return SignerKey.parse((self.data / "keys" / f"{name}.log.key").read_text("ascii").strip())

    def close(self) -> None:
        for store in self.stores.values():
            store.close()
        self.mirror.close()
        self.witnessed.close()

    # --- what audits ask -----------------------------------------------------------------------------------------------

    async def head(self, service: str) -> log.HeadResponse:
        head = self.stores[service].head()
        return log.HeadResponse(source=self.origin(service), position=head.position, pub=head.pub)

    async def checkpoint(self, service: str) -> log.GetCheckpointResponse:
        answer = log.GetCheckpointResponse(source=self.origin(service), vkey=str(self.keys[service]))
        newest = self.stores[service].checkpoint()
        if newest is not None:
            answer.size, answer.note = newest.size, (newest.cosigned or newest.note).decode("utf-8", "replace")
        return answer

    def followers_of(self, origin: str, vkey: str) -> list[str]:
        rows = self.mirror.aggregate(origin, keys_of(origin.split("/")[1]))
        return [str(one.fresh) for one in chain(VerifierKey.parse(vkey), rotations(origin, rows))]

    async def read(self, service: str, after: int, limit: int) -> log.ReadLogResponse:
        rows = self.stores[service].read(after, limit)
        fields = ("position", "aggregate", "version", "topic", "state")
        return log.ReadLogResponse(
            rows=[log.StoredRow(pub=row.pub or 0, **{name: getattr(row, name) for name in fields}) for row in rows]
        )

    async def status(self, service: str) -> ops.GetStatusResponse:
        store = self.stores[service]
        followers = [ops.Follower(name=name, position=position) for name, position in store.followers().items()]
        return ops.GetStatusResponse(
            source=store.source, position=store.head().position, followers=followers, quarantined=len(store.quarantined())
        )

    async def checks(self, service: str, ids: Sequence[str]) -> ops.RunChecksResponse:
        store = self.stores[service]
        evidence = Evidence(LocalTiles(self.tiles(service)), (self.keys[service],), (), bytes, *self.found[service])
        more = examinations(self.pages[service], store, evidence)
        answers = run_checks(self.pages[service], store, ids, self._pub, more=more)
        return ops.RunChecksResponse(
            results=[
                ops.CheckResult(id=name, checked=checked, findings=[ops.CheckFinding(**finding(flaw)) for flaw in flaws])
                for name, checked, flaws, _ in answers
            ]
        )

    def _pub(self, name: str) -> int | None:
        return self.stores[name].head().pub if name in self.stores else None

    async def stream(self, service: str, last: int) -> Sequence[StreamProbe]:
        kept = self.found[service][0]
        if kept is None:
            return []
        probes = []
        for sequence, (_, message) in sorted(kept.messages.items())[-last:]:
            try:
                leaf = leaf_hash(unpack(log.StoredRow.FromString(message.payload).state)[0])
            except (DecodeError, RecordError):
                leaf = b""
            probes.append(StreamProbe(sequence, leaf))
        return probes

    async def quarantined(self) -> Sequence[Any]:
        return []

    def repository(self) -> Repository:
        return self.stores["audit"].repository()

    async def aside(self, work: Callable[[], T]) -> T:
        return work()

    # --- what they say -------------------------------------------------------------------------------------------------

    async def wrong(self, ids: Iterable[str], services: Sequence[str] = SERVICES) -> dict[str, list[str]]:
        """Run these audits over these services; of each that fails, what it names."""
        self.services = services
        try:
            results = await run_audits(self, [one for one in ids if one in AUDITS])
        finally:
            self.services = SERVICES
        return {
            name: [f"{one.source}:{one.position} {one.code}: {one.why}" for one in result.wrong]
            for name, result in results.items()
            if result.wrong
        }


class Here(asyncio.SelectorEventLoop):
    """Does at once what would be handed to another thread: nobody else is here to wait for it."""

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - it is the caller's, as it would be from a thread
            done.set_exception(error)
        return done


def checkpointed(data: Path) -> None:
    """Bring what a write-ahead log still holds into the databases, so that each is one file to be copied."""
    for path in data.glob("*/store.sqlite"):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


async def streams_of(data: Path) -> Streams:
    """What the broker of a stopped system holds: it is started on its own files once more."""
    secrets = {name: (data / "keys" / f"{name}.nats").read_text("ascii").strip() for name in SERVICES}
    server = NatsServer(data / "nats", accounts_text=accounts([find(name) for name in SERVICES], secrets))
    server.start()
    try:
        found = {}
        for name in SERVICES:
            client = await connect(server, name, secrets[name])
            found[name] = await on_streams(client, name)
            await client.close()
        return found
    finally:
        server.stop()
