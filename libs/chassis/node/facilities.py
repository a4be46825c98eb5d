"""What a node gives to a service that answers from bytes and from other services: mirror, sources, streams, checks."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar
from uuid import UUID, uuid5

import structlog
from prometheus_client import CollectorRegistry, Gauge
from rectify.log.v1.log_service_pb2 import (
    GetCheckpointRequest,
    GetCheckpointResponse,
    HeadRequest,
    HeadResponse,
    ReadLogRequest,
    ReadLogResponse,
)
from rectify.ops.v1.ops_service_pb2 import GetStatusRequest, GetStatusResponse, RunChecksRequest, RunChecksResponse

from chassis.delivery import Delivery
from chassis.mirror import newest
from chassis.neighbours import Neighbours
from chassis.refusals import Refused
from chassis.sealing.rotation import chain, keys_of, rotations
from chassis.sealing.trust import Known, policy_of
from chassis.service import Service
from chassis.store import Store, Work
from chassis.store.mirror import MirrorStore
from chassis.store.witnessed import Witnessed
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act
from kernel.errors import Refusal, Unavailable
from kernel.messages import Changes
from translog.note import VerifierKey
from translog.policy import Policy

T = TypeVar("T")

log = structlog.get_logger(__name__)

_NAMES = UUID("c3a8f8c0-6a55-5c55-8f8e-3a0f3f1d9b21")

_LOG = "rectify.log.v1.LogService"
_OPS = "rectify.ops.v1.OpsService"
_READ = 30.0
_CHECKS = 600.0


class Probe(NamedTuple):
    """A message found on a LOG stream: its sequence and the leaf (32 bytes) that its payload gives."""

    sequence: int
    leaf: bytes


class SetAside(NamedTuple):
    """An event that a follower could not apply, or that the mirror did not take."""

    follower: str
    source: str
    position: int
    aggregate: str
    why: str
    since: datetime


class Quorate(NamedTuple):
    """A checkpoint that has its quorum: events under it, and the note with its signatures."""

    size: int
    note: bytes


class Facilities:
    """The machine's side of a service's natives.

    Args:
        service: its page; store: its own log; mirror: the kept logs, None when the page mirrors nothing.
        neighbours: the other services, and this one, by gRPC; clock: business time.
        witnessed: what its witness remembers; witness_key: that one's verifier key, empty where it has none.
        witnesses: all that the logs of the system are shown to, and the quorum that is demanded of them (0: more than half).
        registry: for metrics; every: seconds between two whole runs of the audits, 0 for none by itself.
        delivery: of this node, for its connection to the broker; set when the node has begun.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        mirror: MirrorStore | None,
        neighbours: Neighbours,
        clock: Callable[[], datetime],
        witnessed: Witnessed | None = None,
        witness_key: str = "",
        witnesses: Sequence[Known] = (),
        quorum: int = 0,
        registry: CollectorRegistry | None = None,
        every: float = 0.0,
    ) -> None:
        self._service = service
        self._store = store
        self._mirror = mirror
        self._neighbours = neighbours
        self.clock = clock
        self.witness_key = witness_key
        self._witnessed = witnessed
        self.audit_seconds = every
        self._audits = None
        if registry is not None and mirror is not None:
            self._audits = Gauge("rectify_audits_failed", "Audits that failed in the last whole run", registry=registry)
        self._witnesses = witnesses or ([Known(VerifierKey.parse(witness_key))] if witness_key else [])
        self._quorum = quorum
        self.delivery: Delivery | None = None

    @property
    def mirror(self) -> MirrorStore:
        """The kept logs.

        Raises:
            Unavailable: the page mirrors nothing.
        """
        if self._mirror is None:
            raise Unavailable(what="the mirror", why=f"{self._service.name} keeps none")
        return self._mirror

    @property
    def witnessed(self) -> Witnessed:
        """What the witness of this service remembers.

        Raises:
            Unavailable: it has none.
        """
        if self._witnessed is None or not self.witness_key:
            raise Unavailable(what="the witness", why=f"{self._service.name} has none")
        return self._witnessed

    @property
    def policy(self) -> Policy:
        """By which others verify what comes from here: the logs that were cosigned, the witnesses, their quorum. Blocks."""
        known = [*self.witnessed.logs().values(), *(vkey for _, vkey in self.witnessed.former())]
        return policy_of(map(VerifierKey.parse, dict.fromkeys(known)), self._witnesses, self._quorum)

    def followers_of(self, origin: str, vkey: str) -> list[str]:
        """The keys that follow one of a log, by the changes that its mirrored events state. Blocks."""
        rows = self.mirror.aggregate(origin, keys_of(origin.split("/")[1]))
        return [str(one.fresh) for one in chain(VerifierKey.parse(vkey), rotations(origin, rows))]

    async def quorate(self, origin: str) -> Quorate | None:
        """The newest checkpoint of a log that has its quorum: as its service has it, or as the own witness remembers it."""
        own = await self.aside(lambda: self._of_own(origin))
        if len(self._witnesses) <= 1:
            return own
        try:
            request = GetCheckpointRequest(witnessed=True)
            answer = await self._ask(origin.split("/")[1], f"{_LOG}/GetCheckpoint", request, _READ)
        except (Refusal, Refused):
            return own  # it does not answer now
        found = Quorate(answer.size, answer.note.encode()) if answer.note and answer.source == origin else None
        return found if own is None or (found is not None and found.size >= own.size) else own

    def _of_own(self, origin: str) -> Quorate | None:
        found = self.witnessed.newest(origin)
        return Quorate(found.size, found.note) if found is not None and self.policy.judge(found.note).quorum else None

    @property
    def services(self) -> Sequence[str]:
        """Names of the services whose logs are mirrored."""
        return tuple(self._service.mirrors)

    async def head(self, service: str) -> HeadResponse:
        """A source's own head."""
        found: HeadResponse = await self._ask(service, f"{_LOG}/Head", HeadRequest(), _READ)
        return found

    async def checkpoint(self, service: str) -> GetCheckpointResponse:
        """A source's own newest checkpoint.

        Raises:
            Unavailable: it shows none at present.
        """
        try:
            found: GetCheckpointResponse = await self._ask(service, f"{_LOG}/GetCheckpoint", GetCheckpointRequest(), _READ)
        except Refused as refused:
            raise Unavailable(what=service, why=refused.text("en")) from refused
        return found

    async def read(self, service: str, after: int, limit: int) -> ReadLogResponse:
        """A source's own rows."""
        found: ReadLogResponse = await self._ask(service, f"{_LOG}/ReadLog", ReadLogRequest(after=after, limit=limit), _READ)
        return found

    async def status(self, service: str) -> GetStatusResponse:
        """How far a service's followers are."""
        found: GetStatusResponse = await self._ask(service, f"{_OPS}/GetStatus", GetStatusRequest(), _READ)
        return found

    async def checks(self, service: str, ids: Sequence[str]) -> RunChecksResponse:
        """The executable audits that a service runs itself."""
        found: RunChecksResponse = await self._ask(service, f"{_OPS}/RunChecks", RunChecksRequest(ids=ids), _CHECKS)
        return found

    async def _ask(self, service: str, rpc: str, request: Any, seconds: float) -> Any:
        return await self._neighbours.call(service, rpc, request, seconds)

    async def stream(self, service: str, last: int) -> Sequence[Probe]:
        """The newest messages of a service's LOG stream, at most `last`, in order; empty when there is none.

        Raises:
            Unavailable: the broker does not answer.
        """
        client = self.delivery.client if self.delivery is not None else None
        if client is None or not client.is_connected:
            raise Unavailable(what="the broker", why="not connected")
        return [Probe(sequence, leaf) for sequence, leaf in await newest(client.jetstream(), service, last)]

    async def quarantined(self) -> Sequence[SetAside]:
        """What was set aside here: events that could not be applied, and rows that the mirror did not take."""
        return await asyncio.to_thread(self._quarantined)

    def _quarantined(self) -> list[SetAside]:
        found = [
            SetAside(one.follower, one.source, one.position, one.aggregate, one.error, one.at) for one in self._store.quarantined()
        ]
        if self._mirror is not None:
            found += [
                SetAside(f"mirror:{one.source.split('/')[1]}", one.source, one.position, "", one.why, one.at)
                for one in self._mirror.conflicts()
            ]
        return found

    def repository(self) -> Repository:
        """The service's own aggregates."""
        return self._store.repository()

    async def enter(self, name: str, decide: Callable[[Act, Repository], Changes]) -> None:
        """Record something of the service's own accord; the same name again records nothing more.

        Raises:
            Refusal: the store does not take it.
        """
        full = f"{self._store.source}:{name}"
        work = Work(
            command=uuid5(_NAMES, full),
            digest=sha256(full.encode()).digest(),
            actor=SYSTEM,
            role="system",
            org="",
            decide=decide,
        )
        await asyncio.wrap_future(self._store.submit(work))

    def failing(self, audits: Sequence[str]) -> None:
        """Say which audits failed when they were last run all together: metric and log."""
        if self._audits is not None:
            self._audits.set(len(audits))
        if audits:
            log.error("audits-failed", audits=list(audits))

    async def aside(self, work: Callable[[], T]) -> T:
        """Run what reads or computes for long in a thread."""
        return await asyncio.to_thread(work)
