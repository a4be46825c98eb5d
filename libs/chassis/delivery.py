"""Delivery of one service, put together: projector, relays, heartbeat, sealer, consumers and mirror, as its page asks."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime

import structlog
from nats.aio.client import Client

from chassis.bus import Access, Subscription, connect
from chassis.consumer import Consumer, Fetch
from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.mirror import MirrorFeed, ReadLog
from chassis.pace import Doorbell, Timing, sleep
from chassis.projector import POLICIES, Projector
from chassis.published import check_contracts
from chassis.relay import Heartbeat, Kind, Relay
from chassis.sealing import Sealer
from chassis.service import Service
from chassis.store.checkpoints import SEALER
from chassis.store.contract import Store
from chassis.store.mirror import MirrorStore
from chassis.streams import PASSING, Retention

RELAYED: tuple[Kind, ...] = ("log", "evt")

log = structlog.get_logger(__name__)


class Delivery:
    """Everything that follows a service's log, and everything by which it follows others.

    Args:
        service, store: whose. holder: name of this process in leases.
        access: how NATS is reached; None delivers by asking neighbours alone.
        fetch: how each neighbour's published events are read from itself, by name.
        read_log: how the log of each mirrored service is read from itself, by name.
        mirror: where mirrored rows are kept; needed when the service mirrors others.
        clock: business time.
        sealer: seals the log, None where another process does. relay, project, consume: which parts of the work this process takes.
        retention, timing, metrics: see there. trace: as in `Relay`; taken: as in `MirrorFeed`.

    Raises:
        DeclarationError: the page and the contracts do not fit each other.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        holder: str,
        *,
        access: Access | None = None,
        fetch: Mapping[str, Fetch] | None = None,
        read_log: Mapping[str, ReadLog] | None = None,
        mirror: MirrorStore | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sealer: Sealer | None = None,
        relay: bool = True,
        project: bool = True,
        consume: bool = True,
        retention: Retention = Retention(),  # noqa: B008 - frozen
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: DeliveryMetrics | None = None,
        trace: Callable[[int], str] = lambda _: "",
        taken: Callable[[str, int], None] = lambda _source, _count: None,
    ) -> None:
        check_contracts(service)
        self.metrics = metrics or DeliveryMetrics()
        self.client: Client | None = None
        self._service, self._store, self._holder = service, store, holder
        self._access, self._retention, self._timing, self._trace = access, retention, timing, trace
        self._sealer, self._relays_wanted, self._project = sealer, relay, project
        self._relays: list[Relay] = []
        self.projector = Projector(service, store, timing=timing, metrics=self.metrics)
        fetch, read_log = fetch or {}, read_log or {}
        self.consumers = {
            name: Consumer(service, store, name, *_ways(fetch, name), timing=timing, metrics=self.metrics)
            for name in (service.neighbours if consume else ())
        }
        self.feeds = [
            MirrorFeed(store, mirror, name, read_log[name], clock, timing=timing, metrics=self.metrics, taken=taken)
            for name in service.mirrors
            if consume and mirror is not None
        ]

    @property
    def connected(self) -> bool:
        """Whether NATS answers the relay; true when there is nothing to answer."""
        return self._access is None or not self._relays_wanted or (self.client is not None and self.client.is_connected)

    def followers(self) -> list[tuple[str, int, int]]:
        """Name, position and, as far as known, what there is: of projections, policies, the sealer, relays and consumers."""
        head = self._store.head()
        positions = self._store.followers()
        found = [
            (f"projection:{name}", positions.get(f"projection:{name}", 0), head.position) for name in self._service.projections
        ]
        found.append((POLICIES, positions.get(POLICIES, 0), head.position))
        if self._sealer is not None:
            found.append((SEALER, positions.get(SEALER, 0), head.position))
        for relay, end in zip(self._relays, (head.position, head.pub), strict=False):
            found.append((f"relay:{relay.kind}", relay.position, end))
        for name, consumer in self.consumers.items():
            position = positions.get(consumer.follower, 0)
            found.append((f"consumer:{name}", position, max(position, consumer.head)))
        return found

    def ahead(self) -> dict[str, datetime]:
        """Followers that wait for an event to take effect, by the name that `followers` gives them."""
        return {f"consumer:{name}": consumer.ahead for name, consumer in self.consumers.items() if consumer.ahead is not None}

    def unheard(self) -> list[str]:
        """Neighbours of whom not everything has been taken yet that they published before this process began."""
        return [name for name, consumer in self.consumers.items() if not consumer.level]

    async def release(self, follower: str, position: int, give_up: bool = False) -> list[int]:
        """Apply an event that a follower set aside, and those that wait behind it; the ordinals released.

        Args:
            follower: `policies` or `consumer:…`, as the quarantine names it.
            position: as the quarantine gives it: of an own event its position, of a neighbour's its published ordinal.
            give_up: leave this one event out for ever; those behind it are applied.

        Raises:
            KeyError: there is no such follower here, or it has not set this event aside.
            Exception: what the policy raises when it fails again; then nothing more is released.
        """
        if follower == POLICIES:
            return await self.projector.release(position, give_up)
        for name, consumer in self.consumers.items():
            if follower in (consumer.follower, f"consumer:{name}"):
                return await consumer.release(position, give_up)
        raise KeyError(f"{self._service.name} has no follower {follower}")

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop`; nothing that fails in one part stops another."""
        bell = Doorbell(self._store)
        try:
            async with asyncio.TaskGroup() as tasks:
                if self._project:
                    tasks.create_task(self.projector.run(stop, self._holder, bell))
                if self._sealer is not None:
                    tasks.create_task(self._sealer.run(stop, self._holder, bell))
                for consumer in self.consumers.values():
                    tasks.create_task(self._consume(consumer, stop))
                for feed in self.feeds:
                    tasks.create_task(feed.run(stop, self._holder, self._access, self._service.name))
                if self._access is not None and self._relays_wanted:
                    tasks.create_task(self._relay(self._access, stop, bell))
        finally:
            bell.close()

    async def _consume(self, consumer: Consumer, stop: asyncio.Event) -> None:
        if self._access is not None:
            subscription = Subscription(self._access, self._service.name, consumer, timing=self._timing, metrics=self.metrics)
            await subscription.run(stop, self._store, self._holder)
            return

        async def work() -> None:
            await consumer.run(stop, lambda: False)

        await hold(self._store, f"consumer:{consumer.neighbour}", self._holder, self._timing, stop, work)

    async def _relay(self, access: Access, stop: asyncio.Event, bell: Doorbell) -> None:
        """What publishes: on one connection, once it stands."""
        client = await _unless(stop, connect(access, self.metrics, f"rectify-{self._service.name}"))
        if client is None:
            return
        self.client = client
        try:
            async with asyncio.TaskGroup() as tasks:
                for kind in RELAYED if self._service.publishes else RELAYED[:1]:
                    relay = Relay(
                        self._service,
                        self._store,
                        client,
                        kind,
                        retention=self._retention,
                        timing=self._timing,
                        metrics=self.metrics,
                        trace=self._trace,
                    )
                    self._relays.append(relay)
                    tasks.create_task(relay.run(stop, self._holder, bell))
                beat = Heartbeat(self._service, self._store, client, timing=self._timing)
                tasks.create_task(beat.run(stop, self._holder))
                tasks.create_task(self._watch(client, stop))
        finally:
            with suppress(*PASSING):
                await client.close()

    async def _watch(self, client: Client, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self.metrics.connected.set(client.is_connected)
            await sleep(stop, 1.0)


def _ways(fetch: Mapping[str, Fetch], name: str) -> tuple[Fetch, ...]:
    return (fetch[name],) if name in fetch else ()


async def _unless[T](stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """The result, or None when `stop` comes first; the work is cancelled then."""
    task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait([task, stopped], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if task.done():
        return task.result()
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task
    return None
