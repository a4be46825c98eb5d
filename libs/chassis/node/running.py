"""One object that runs a declared service with all its roles: RPC, projector, relays, consumers, sweeps, health."""

import asyncio
import os
import socket
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Self

import structlog
from opentelemetry.sdk.trace.export import SpanExporter

from chassis import credentials, telemetry
from chassis.delivery import Delivery
from chassis.delivery_metrics import DeliveryMetrics
from chassis.dispatch import Dispatch
from chassis.files import files_offer, open_files
from chassis.health import Door, Health
from chassis.neighbours import Neighbours
from chassis.node.assembly import (
    WitnessParts,
    access_of,
    business_clock,
    mirror_of,
    prover_of,
    receipts_of,
    sealer_of,
    stand_of,
    store_of,
    trust_of,
    whole,
    witness_of,
    witnessed_of,
)
from chassis.node.beginning import begin
from chassis.node.chores import do_regularly
from chassis.node.evidence import evidence_of
from chassis.node.facilities import Facilities
from chassis.node.guarding import guard_of, verifiers
from chassis.node.parts import Parts
from chassis.node.sweeping import sweep_days
from chassis.pace import Pause, Timing
from chassis.refusals import StartFailed
from chassis.replays import Replays, ReplaysHere
from chassis.rpc.log import log_offer
from chassis.rpc.ops import Operations, ops_offer
from chassis.rpc.recovery import Forks, recovery_offer
from chassis.rpc.server import Offer, Server
from chassis.sealing import Ring, Sealer, log_key, log_key_path, witness_key
from chassis.sealing.epochs import current
from chassis.sealing.trust import Known
from chassis.service import Service
from chassis.settings import Mode, Role, Settings
from chassis.site import Front, Keeper, folder_of
from chassis.store import EventStore, Store
from chassis.store.checkpoints import SEALER
from chassis.store.mirror import MirrorStore
from chassis.store.witnessed import Witnessed
from chassis.streams import Retention
from chassis.sweeps import Sweeper
from chassis.telemetry import Log, Metrics, Tracing
from translog.note import SignerKey

_BROKER = 5.0


class Node:
    """A service, running.

    Args:
        service: its page; settings: of this process; log: where to report.
        timing: of delivery; exporter: where traces go, None for what the settings say.
        replays: who folds the log anew when that is asked; None does it in this process.
    """

    def __init__(
        self,
        service: Service,
        settings: Settings,
        log: Log | None = None,
        *,
        timing: Timing = Timing(),  # noqa: B008 - frozen
        exporter: SpanExporter | None = None,
        batch_traces: bool = True,
        replays: Replays | None = None,
    ) -> None:
        self.service = whole(service)
        self.settings = settings = current(settings)
        self.log: Log = log or structlog.get_logger(service=service.name)
        self.clock = business_clock(settings)
        self.metrics = Metrics()
        exporter = exporter or (telemetry.otlp(settings.otlp) if settings.otlp else None)
        self.tracing = Tracing(service.name, exporter, batch=batch_traces)
        self._timing = timing
        self._holder = settings.holder or f"{socket.gethostname()}-{os.getpid()}"
        self._stop = asyncio.Event()
        self.turned = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._parts: Parts | None = None
        self._ring: Ring | None = None
        self._witness_key: SignerKey | None = None
        self._replays = replays

    # --- what the outside sees -----------------------------------------------------------------------------------------

    @property
    def parts(self) -> Parts:
        """What it is made of, once it has started."""
        if self._parts is None:
            raise RuntimeError(f"{self.service.name} is not started")
        return self._parts

    @property
    def store(self) -> Store:
        """Its store."""
        return self.parts.store

    @property
    def dispatch(self) -> Dispatch:
        """The way through it."""
        return self.parts.dispatch

    @property
    def health(self) -> Health:
        """Whether it is ready."""
        return self.parts.health

    @property
    def sweeper(self) -> Sweeper:
        """Its sweeps."""
        return self.parts.sweeper

    @property
    def port(self) -> int:
        """Where it listens for RPC, 0 when it does not."""
        return self.parts.server.port if self.parts.server is not None else 0

    @property
    def site_port(self) -> int:
        """Where it serves its site, 0 when it has none."""
        front = self.parts.front
        return front.port if front is not None else 0

    @property
    def witness_port(self) -> int:
        """Where logs ask its witness, 0 when it has none."""
        return self.parts.stand.port if self.parts.stand is not None else 0

    @property
    def metrics_port(self) -> int:
        """Where it answers /metrics, /livez and /readyz."""
        return self.parts.door.port

    async def ready(self, within: float) -> None:
        """Return when it is ready, and nothing is missing; without the broker it is ready all the same, after a while.

        An alarm does not keep it waiting: what raised it is mended through the process that runs.

        Raises:
            StartFailed: it is not, after `within` seconds.
        """
        started = time.monotonic()
        while True:
            state = await self.health.look()
            waited = time.monotonic() - started
            if not state.unready and (not state.degraded or waited >= _BROKER):
                return
            if state.unready and (waited >= within or self._stop.is_set()):
                raise StartFailed(part=self.service.name, why=", ".join(state.unready), log=self.settings.log_file or "the log")
            await asyncio.sleep(0.02)

    def followers(self) -> list[tuple[str, int, int]]:
        """(name, position, head) of everything that follows a log here."""
        parts = self.parts
        found = parts.delivery.followers()
        if parts.mirror is not None:
            heads = sorted(parts.mirror.heads(), key=lambda head: (len(head.source), head.source))
            known = {head.source.split("/")[1]: head for head in heads}  # of several epochs the last one
            for name in self.service.mirrors:
                head = known.get(name)
                found.append((f"mirror:{name}", head.position if head else 0, head.known if head else 0))
        if parts.prover is not None:
            found.append(("prover", *parts.prover.reached()))
        return found

    def quarantined(self) -> int:
        """How many events are set aside here."""
        parts = self.parts
        return len(parts.store.quarantined()) + (len(parts.mirror.conflicts()) if parts.mirror is not None else 0)

    # --- life ----------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Open everything and begin; returns when it listens.

        Raises:
            SettingsWrong, PortInUse, NotReadable: as they say.
            DeclarationError: the page and the contracts do not fit each other.
            StoreFault: the database is not migrated, or holds another log.
            Refusal: what is recorded rests on something that is not loaded any more (`Service.admit`).
        """
        verifier = credentials.verifier(self.settings)
        token, tls = credentials.own_token(self.settings), credentials.client_tls(self.settings)
        store, mirror, witnessed = await asyncio.to_thread(self._open)
        try:
            neighbours = Neighbours(self.settings, token, tls=tls, headers=self.tracing.headers)
            self._parts = await self._assemble(store, mirror, witnessed, neighbours)
            await self._listen(verifier)
        except BaseException:
            await asyncio.to_thread(store.close)
            raise
        self._begin()

    def _open(self) -> tuple[Store, MirrorStore | None, Witnessed | None]:
        store = store_of(self.service, self.settings, self.clock)
        mirror = mirror_of(self.service, self.settings)
        witnessed = witnessed_of(self.service, self.settings)
        try:
            if self.settings.migrate:
                store.migrate()
                for more in (mirror, witnessed):
                    if more is not None:
                        more.migrate()
            if isinstance(store, EventStore):
                store.check()
            begin(self.service, self.settings, store, self.metrics.registry)
            if self.service.admit is not None:
                self.service.admit(store.rows())
            key = log_key(self.settings, store.source, sealed=store.tracked(SEALER) > 0)
            if key is not None:
                self._ring = Ring(self.service.name, store, key, log_key_path(self.settings))
                self._ring.refresh()
            if witnessed is not None:
                self._witness_key = witness_key(self.settings, used=bool(witnessed.logs()))
        except BaseException:
            store.close()
            raise
        self.clock.observe(store.head().at)
        return store, mirror, witnessed

    async def _assemble(
        self, store: Store, mirror: MirrorStore | None, witnessed: Witnessed | None, neighbours: Neighbours
    ) -> Parts:
        settings, service = self.settings, self.service
        witness_vkey = str(self._witness_key.verifier) if self._witness_key is not None else ""
        others = [Known(one.key, one.url) for one in settings.witnesses]
        facilities = Facilities(
            service,
            store,
            mirror,
            neighbours,
            self.clock,
            witnessed,
            witness_vkey,
            others,
            settings.quorum,
            self.metrics.registry,
            settings.audit_seconds if settings.mode is not Mode.SANDBOX else 0.0,
        )
        tools = service.tools(facilities) if service.tools is not None else None
        dispatch = Dispatch(
            service,
            store,
            settings,
            neighbours.call,
            clock=self.clock,
            metrics=self.metrics,
            tracing=self.tracing,
            log=self.log,
            tools=tools,
            receipts=receipts_of(settings, store, self._ring),
        )
        sweeper = Sweeper(
            service,
            store,
            self.clock,
            settings.zone,
            holder=self._holder,
            metrics=self.metrics,
            log=self.log,
            policy=dispatch.policy,
            seals=Role.SEALER in settings.roles,
        )
        sealer = sealer_of(settings, store, self._ring, self.clock, self._timing, self.metrics.registry)
        if self._ring is not None:
            self._ring.changed = partial(self._renewed, self._ring, dispatch, sealer)
        delivery_metrics = DeliveryMetrics(self.metrics.registry)
        witness = None
        if mirror is not None and witnessed is not None and self._witness_key is not None:
            kept = WitnessParts(store, mirror, witnessed, self._witness_key)
            witness = witness_of(service, settings, kept, neighbours, self.clock, self._timing, delivery_metrics)
            if witness is not None:
                witness.judge.recalled = False  # its memory may be older than what it signed
        delivery = facilities.delivery = Delivery(
            service,
            store,
            self._holder,
            access=access_of(service, settings),
            fetch={name: partial(neighbours.read_published, name) for name in service.neighbours},
            read_log={name: partial(neighbours.read_log, name) for name in service.mirrors},
            mirror=mirror,
            clock=self.clock,
            sealer=sealer,
            relay=Role.RELAY in settings.roles,
            project=Role.PROJECTOR in settings.roles,
            consume=Role.CONSUMERS in settings.roles,
            retention=Retention(replicas=settings.nats_replicas),
            timing=self._timing,
            metrics=delivery_metrics,
            trace=self.tracing.of,
            taken=witness.taken if witness is not None else lambda _source, _count: None,
        )
        guard = guard_of(
            settings,
            store,
            lambda: verifiers(self._ring),
            neighbours,
            lambda: delivery.client,
            self.clock,
            self._holder,
            self.metrics.registry,
        )
        health = Health(
            store,
            list(service.projections),
            self.clock,
            self.metrics,
            self.log,
            connected=lambda: delivery.connected,
            denied=partial(_total, delivery.metrics.denied),
            alarms=lambda: (*guard.alarms, *(sealer.alarms if sealer is not None else ())),
            changed=self._serving,
        )
        door = Door(settings.metrics_host, settings.metrics_port, self.metrics.registry, lambda: health.state)
        parts = Parts(
            store,
            mirror,
            neighbours,
            dispatch,
            sweeper,
            delivery,
            health,
            door,
            None,
            witnessed=witnessed,
            witness=witness,
            guard=guard,
            tools=tools,
        )
        parts.prover = prover_of(service, settings, store, neighbours, self._timing)
        return parts

    async def _listen(self, verifier: Any) -> None:
        parts, settings, delivery = self.parts, self.settings, self.parts.delivery
        self.metrics.followers(self.followers, self.quarantined)
        await parts.door.start()
        if parts.witness is not None:
            parts.stand = await stand_of(parts.witness.judge, settings)
        if Role.RPC not in settings.roles:
            return
        operations = Operations(
            parts.store,
            self.clock,
            parts.sweeper,
            self.followers,
            delivery.ahead,
            self.quarantined,
            partial(_newest, parts.neighbours),
            self._replays or ReplaysHere(self.service, parts.store),
            partial(evidence_of, self.service, settings, self._ring, self.metrics, lambda: delivery.client),
        )
        offers: list[Offer] = [
            log_offer(parts.dispatch, parts.store, self._vkey, parts.mirror, parts.witnessed),
            ops_offer(parts.dispatch, operations),
        ]
        if parts.guard is not None:
            offers.append(recovery_offer(parts.store.source, parts.guard, parts.dispatch, parts.store, self._ring, self._forks))
        if self.service.files:
            offers.append(files_offer(await open_files(settings.files_url), settings.max_file))
        parts.server = Server(settings, parts.dispatch, verifier, self.log, tuple(offers), credentials.server_tls(settings))
        await parts.server.start()
        if self.service.site is not None:
            parts.front = Front(folder_of(settings), settings.site_host, settings.site_port)
            await parts.front.start()

    def _begin(self) -> None:
        if self.parts.guard is not None:
            self._run("guard", partial(self.parts.guard.run, self._stop))
        if self._ring is not None:
            self._run("keys", partial(self._ring.follow, self._stop))
        if self.parts.witness is not None:
            self._run("recalling", partial(self.parts.witness.recall, self._stop))
        self._run("health", partial(self.parts.health.watch, self._stop))
        self._run("delivery", partial(self.parts.delivery.run, self._stop))
        if self.parts.witness is not None:
            self._run("witness", partial(self.parts.witness.run, self._stop, self._holder))
        if self.parts.front is not None:
            settings = self.settings
            address = settings.site_address or self.parts.front.address
            keeper = Keeper(self.service, self.store, folder_of(settings), self.log, settings.site_templates, address)
            self._run("site", partial(keeper.run, self._stop))
        if self.settings.mode is not Mode.SANDBOX:
            for name, chore in self.service.chores.items():
                once = partial(chore, self.parts.tools)
                self._run(name, partial(do_regularly, name, once, self.store, self._holder, self._timing, self._stop))
        if self.parts.prover is not None:
            self._run("prover", partial(self.parts.prover.run, self._stop, self._holder))
        if Role.SWEEPER in self.settings.roles and self.settings.mode is not Mode.SANDBOX:
            self._run("sweeper", partial(sweep_days, self.sweeper, self.parts.delivery, self.clock, self._stop, self.log))

    def _run(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Keep something going until the node stops; what ends it otherwise is logged, and it is begun again."""

        async def keep() -> None:
            pause = Pause(self._timing)
            while not self._stop.is_set():
                try:
                    await work()
                except Exception as error:  # noqa: BLE001 - one part must not take the others with it
                    self.metrics.faults.labels(name).inc()
                    self.log.error("part-failed", part=name, error=error)
                    await pause.wait(self._stop)
                else:
                    return

        self._tasks.append(asyncio.create_task(keep(), name=name))

    async def stop(self) -> None:
        """Drain in order: no new calls, those in flight finish, then every role, the broker, the store."""
        parts = self._parts
        if parts is None:
            return
        self.log.info("stopping")
        await parts.health.draining()
        if parts.server is not None:
            await parts.server.stop(self.settings.drain_timeout)
        self._stop.set()
        if parts.stand is not None:
            await parts.stand.stop()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=self.settings.drain_timeout)
            for task in late:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await parts.neighbours.close()
        await parts.door.stop()
        if parts.front is not None:
            await parts.front.stop()
        if self._replays is not None:
            self._replays.close()
        await asyncio.to_thread(parts.dispatch.close)
        await asyncio.to_thread(parts.store.close)
        for more in (parts.mirror, parts.witnessed):
            if more is not None:
                await asyncio.to_thread(more.close)
        self.tracing.close()
        self._parts = None
        self.log.info("stopped")

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()

    # --- parts ---------------------------------------------------------------------------------------------------------

    def _vkey(self) -> str:
        return str(self._ring.signer.verifier) if self._ring is not None else ""

    @property
    def _forks(self) -> Forks | None:
        if self._ring is None:
            return None
        return Forks(log_key_path(self.settings), self.settings.custodian_keys, self.turned.set)

    def _renewed(self, ring: Ring, dispatch: Dispatch, sealer: Sealer | None) -> None:
        """Another key signs the log, or is named in it: whoever signs or judges here knows."""
        policy = trust_of(self.settings, ring)
        dispatch.receipts.renew(ring.signer, policy)
        if sealer is not None:
            sealer.renew(policy)

    def _serving(self, ready: bool) -> "asyncio.Future[None] | None":
        server = self._parts.server if self._parts is not None else None
        return asyncio.ensure_future(server.serving(ready)) if server is not None else None


def _total(counter: Any) -> float:
    return float(sum(sample.value for metric in counter.collect() for sample in metric.samples if sample.name.endswith("_total")))


async def _newest(neighbours: Neighbours, name: str) -> int:
    return int((await neighbours.head(name)).pub)
