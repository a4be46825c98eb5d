"""Whether a process lives, is ready, or works at half strength; and the small HTTP door through which that is asked."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from chassis.clock import Business
from chassis.refusals import PortInUse
from chassis.store import Store
from chassis.telemetry import Log, Metrics

_EVERY = 1.0
_STALE = 30.0
_DENIED = 60.0
_REQUEST = 8192
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class State:
    """Unready with reasons, or ready; degraded names what is missing that commands can do without.

    Alarms are reasons too, and no waiting mends them: a process that starts serves whoever comes to look.
    """

    unready: tuple[str, ...] = ("starting",)
    degraded: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether commands and questions are welcome."""
        return not self.unready and not self.alarms


class Health:
    """Looks once a second at what readiness rests on.

    The store must answer and the projections must not be behind for long. Without the broker a process is degraded and
    stays ready: commands are recorded, and what others miss is delivered later. A permission that the broker refuses is
    a fault of the deployment, which nothing but somebody's attention mends: unready.

    Args:
        projections: names of the read models that questions rest on.
        connected: whether the broker answers; None when there is none.
        denied: how many permissions the broker has refused so far.
        alarms: what is wrong with the record itself.
        changed: told every new readiness.
    """

    def __init__(
        self,
        store: Store,
        projections: Sequence[str],
        clock: Business,
        metrics: Metrics,
        log: Log,
        *,
        connected: Callable[[], bool] | None,
        denied: Callable[[], float] = lambda: 0.0,
        alarms: Callable[[], tuple[str, ...]] = tuple,
        changed: Callable[[bool], "asyncio.Future[None] | None"] | None = None,
    ) -> None:
        self.state = State()
        self._store = store
        self._projections = tuple(projections)
        self._clock = clock
        self._metrics = metrics
        self._log = log
        self._connected = connected
        self._denied = denied
        self._alarms = alarms
        self._changed = changed
        self._target = (0, time.monotonic())  # a position, and since when the read models have not held it
        self._refused = (0.0, -_DENIED)
        self._behind = False
        self._stopping = False

    async def watch(self, stop: asyncio.Event) -> None:
        """Look until `stop`."""
        while not stop.is_set():
            await self.look()
            try:
                async with asyncio.timeout(_EVERY):
                    await stop.wait()
            except TimeoutError:
                continue
        await self.draining()

    async def draining(self) -> None:
        """Say that no new work is welcome."""
        self._stopping = True
        await self._tell(State(unready=("stopping",)))

    async def look(self) -> State:
        """Look once."""
        unready: list[str] = []
        degraded: list[str] = []
        try:
            async with asyncio.timeout(_PATIENCE):
                position, projected = await asyncio.to_thread(self._read)
        except Exception as error:  # noqa: BLE001 - whatever the database raises means the same here
            unready.append("the store does not answer")
            self._log.warning("store-unanswered", error=error)
        else:
            if self._stale(position, projected):
                unready.append("the read models are behind")
        if self._connected is not None and not self._connected():
            degraded.append("the broker does not answer")
        if self._refusing():
            unready.append("the broker refuses a permission")
        self._watch_clock()
        await self._tell(State(tuple(unready), tuple(degraded), self._alarms()))
        return self.state

    def _read(self) -> tuple[int, int]:
        head = self._store.head()
        self._clock.observe(head.at)
        return head.position, self._store.projected(*self._projections) if self._projections else head.position

    def _stale(self, position: int, projected: int) -> bool:
        now = time.monotonic()
        target, since = self._target
        if projected >= target:
            self._target = (position, now)
            return False
        return now - since > _STALE

    def _refusing(self) -> bool:
        now, count = time.monotonic(), self._denied()
        known, when = self._refused
        if count > known:
            self._refused = (count, now)
            return True
        return now - when < _DENIED

    def _watch_clock(self) -> None:
        gap = self._clock.behind
        self._metrics.clock_behind.set(gap.total_seconds())
        if bool(gap) != self._behind:
            self._behind = bool(gap)
            if gap > timedelta():
                self._log.error("clock-behind", seconds=gap.total_seconds())
            else:
                self._log.info("clock-caught-up")

    async def _tell(self, state: State) -> None:
        before, self.state = self.state, state
        self._metrics.ready.set(state.ready)
        if before != state:
            self._log.info("health", ready=state.ready, unready=[*state.unready, *state.alarms], degraded=list(state.degraded))
        if before.ready != state.ready and self._changed is not None:
            told = self._changed(state.ready)
            if told is not None:
                await told


class Door:
    """`/metrics` for Prometheus, `/livez` and `/readyz` for whoever restarts and routes; GET only.

    Args:
        host, port: where to listen; port 0 lets the system choose.
    """

    def __init__(self, host: str, port: int, registry: CollectorRegistry, state: Callable[[], State]) -> None:
        self._host = host
        self._wanted = port
        self._registry = registry
        self._state = state
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self) -> int:
        """Listen; the port.

        Raises:
            PortInUse: somebody else listens there.
        """
        try:
            self._server = await asyncio.start_server(self._serve, self._host, self._wanted, limit=_REQUEST)
        except OSError as error:
            raise PortInUse(port=self._wanted, what="metrics") from error
        self.port = self._server.sockets[0].getsockname()[1]
        return self.port

    async def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.close_clients()
            await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                request = await reader.readuntil(b"\r\n\r\n")
            status, kind, body = await self._answer(request.split(b"\r\n", 1)[0].decode("latin-1"))
            head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return  # who asked has gone, or did not speak HTTP
        finally:
            writer.close()

    async def _answer(self, line: str) -> tuple[str, str, bytes]:
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "GET":
            return "405 Method Not Allowed", "text/plain", b"GET only\n"
        path = parts[1].partition("?")[0]
        if path == "/metrics":
            return "200 OK", CONTENT_TYPE_LATEST, await asyncio.to_thread(generate_latest, self._registry)
        if path == "/livez":
            return "200 OK", "text/plain", b"alive\n"
        if path == "/readyz":
            state = self._state()
            said = {"ready": state.ready, "unready": [*state.unready, *state.alarms], "degraded": state.degraded}
            return "200 OK" if state.ready else "503 Service Unavailable", "application/json", json.dumps(said).encode() + b"\n"
        return "404 Not Found", "text/plain", b"/metrics, /livez, /readyz\n"
