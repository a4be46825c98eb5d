"""The consumer: applies a neighbour's published events, each once and in order, from whatever source they can be had."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog
from rectify.log.v1.log_service_pb2 import Former, Published, ReadPublishedResponse

from chassis.delivery_metrics import DeliveryMetrics
from chassis.pace import Pause, Timing, either
from chassis.published import Notice, Unreadable, known, notice, told
from chassis.reactions import EPOCH, Decide, NotYet, Outcome, Reactor, Step, described
from chassis.service import Handler, Service
from chassis.store.contract import OutOfOrder, Store
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.errors import Refusal
from kernel.messages import Changes, News

log = structlog.get_logger(__name__)

# ReadPublished of the neighbour: (after, limit) to its response; raises whatever the transport raises.
Fetch = Callable[[int, int], Awaitable[ReadPublishedResponse]]

PAGE = 500

# So many messages waiting on the stream make fetching the faster way.
BEHIND = 8


class SourceFault(Exception):
    """What the neighbour answered cannot be: a hole, another context's log, a log that became shorter."""


class Consumer:
    """Follows one neighbour. A message on the stream is a doorbell and a copy; the neighbour's own log is the truth.

    The follower is named `consumer:<origin>`, by the neighbour's origin, so that a new epoch of the neighbour begins at
    its beginning.

    Args:
        service: who hears. store: where effects go. neighbour: the context that is heard.
        fetch: reads published events from the neighbour itself; further ones are asked when the first fails.
        timing, metrics: see there.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        neighbour: str,
        *fetch: Fetch,
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: DeliveryMetrics | None = None,
    ) -> None:
        self.neighbour = neighbour
        self._service = service
        self._store = store
        self._fetches = fetch
        self._timing = timing
        self._metrics = metrics or DeliveryMetrics()
        self._reactor: Reactor | None = None
        self._formers: dict[str, int] = {}
        self._lock = asyncio.Lock()
        self._wanted = asyncio.Event()
        self._head = 0
        self._page = PAGE
        self._beaten = asyncio.get_running_loop().time()
        self._stuck_at = -1
        self._shorter = False
        self._fetch_from = 0.0
        self._level = False

    # --- what the outside sees -----------------------------------------------------------------------------------------

    @property
    def follower(self) -> str:
        """Its name in the store; before the neighbour's origin is known, with the context in its place."""
        return self._reactor.follower if self._reactor else f"consumer:{self.neighbour}"

    async def position(self) -> int:
        """The ordinal of the last event taken; 0 before the neighbour's origin is known."""
        return await self._reactor.tracked() if self._reactor else 0

    @property
    def head(self) -> int:
        """The neighbour's newest ordinal, as far as known."""
        return self._head

    @property
    def ahead(self) -> datetime | None:
        """When the next event takes effect, where that lies in the future of this service's clock."""
        return self._reactor.ahead if self._reactor else None

    @property
    def level(self) -> bool:
        """Whether it has had, once since it began to run, everything that the neighbour had published by then."""
        return self._level

    @property
    def silent(self) -> bool:
        """Whether the neighbour has sent no heartbeat for a while."""
        return asyncio.get_running_loop().time() - self._beaten > self._timing.silent

    async def apply(self, message: Published, pending: int = 0) -> Outcome:
        """Take one message from the stream; what became of it. `WAIT` means: offer it again in a moment.

        Args:
            message: with its ordinal, which is its sequence on the stream.
            pending: how many more the stream has for us. Many are fetched from the neighbour instead, by pages, whose
                events share transactions; the stream's copies are then seen already.
        """
        async with self._lock:
            if pending >= BEHIND and asyncio.get_running_loop().time() >= self._fetch_from:
                try:
                    await self._catch_up(None)
                except Exception as error:  # noqa: BLE001 - the stream serves as well, one by one
                    self._fetch_from = asyncio.get_running_loop().time() + self._timing.lonely
                    log.info("catch-up-failed", neighbour=self.neighbour, why=repr(error))
            try:
                return await self._apply(message)
            except (NotYet, OutOfOrder, SourceFault) as error:
                log.info("event-waits", neighbour=self.neighbour, pub=message.pub, why=str(error))
                return Outcome.WAIT

    async def heard(self, beat: bytes) -> None:
        """A heartbeat of the neighbour: when nothing moved between two of them though there is more, it is fetched."""
        try:
            said = json.loads(beat)
            source, pub = str(said["source"]), int(said["pub"])
        except (ValueError, KeyError, TypeError):
            log.warning("heartbeat-unreadable", neighbour=self.neighbour)
            return
        self._beaten = asyncio.get_running_loop().time()
        self._head = max(self._head, pub)
        if self._reactor is None or source != self._reactor.source:
            self._wanted.set()
            return
        position = await self._reactor.tracked()
        if pub > position and self._stuck_at == position:
            self._wanted.set()
        self._stuck_at = position if pub > position else -1

    async def catch_up(self, upto: int | None = None) -> int:
        """Fetch from the neighbour and take everything, or everything up to an ordinal; how many events.

        Raises:
            NotYet, OutOfOrder: as `Reactor.take`. SourceFault: the answer cannot be. Exception: what every fetch raises.
        """
        async with self._lock:
            return await self._catch_up(upto)

    async def run(self, stop: asyncio.Event, connected: Callable[[], bool]) -> None:
        """Fetch when a heartbeat shows that something is missing, and now and then without; until `stop`.

        Args:
            stop: ends it. connected: whether NATS answers; without it, or without heartbeats, fetching is all there is.
        """
        pause = Pause(self._timing)
        while not stop.is_set():
            self._wanted.clear()
            try:
                await self.catch_up()
            except Exception as error:  # noqa: BLE001 - the neighbour may be down for as long as it likes
                self._metrics.retries.labels(self.follower).inc()
                log.info("catch-up-failed", neighbour=self.neighbour, why=repr(error))
                await pause.wait(stop)
                continue
            pause.reset()
            self._level = True
            self._metrics.silent.labels(self.neighbour).set(self.silent)
            alone = self.silent or not connected()
            await either(stop, self._wanted, self._timing.lonely if alone else self._timing.head)

    async def release(self, pub: int, give_up: bool = False) -> list[int]:
        """Apply an event that was set aside, and those behind it; see `Reactor.release`."""

        async def load(ordinal: int) -> Step:
            (message,) = (await self._fetch(ordinal - 1, 1)).events
            return self._step(message, notice(message))

        if self._reactor is None:
            await self._learn()
        return await self._known().release(pub, load, give_up)

    # --- in order ------------------------------------------------------------------------------------------------------

    async def _apply(self, message: Published) -> Outcome:
        try:
            read = notice(message)
        except Unreadable as error:
            # The copy is damaged, the truth is at the source: once that is taken, this copy is an old one.
            log.warning("copy-unreadable", neighbour=self.neighbour, pub=message.pub, why=str(error))
            await self._catch_up(message.pub)
            return Outcome.SEEN if await self.position() >= message.pub else Outcome.WAIT
        if self._reactor is None:
            await self._learn(read)
        reactor = self._known()
        if read.source != reactor.source and not self._of_former(read):
            await self._learn()  # the neighbour itself knows which of the two is its own
            reactor = self._known()
            if read.source != reactor.source and not self._of_former(read):
                self._metrics.alarm(reactor.follower, "foreign")
                log.error("event-foreign", neighbour=self.neighbour, source=read.source, position=read.position)
                return Outcome.FOREIGN
        tracked = await reactor.tracked()
        if read.pub <= tracked:
            return Outcome.SEEN
        self._head = max(self._head, read.pub)
        if read.pub > tracked + 1:
            log.warning("gap", neighbour=self.neighbour, tracked=tracked, pub=read.pub)
            await self._catch_up(read.pub)
            return Outcome.SEEN if await reactor.tracked() >= read.pub else Outcome.WAIT
        return await reactor.take([self._step(message, read)])

    async def _catch_up(self, upto: int | None) -> int:
        taken = 0
        if self._reactor is None:
            await self._learn()
        while True:
            after = await self.position()
            if upto is not None and self._reactor is not None and after >= upto:
                return taken
            answer = await self._fetch(after, self._page)
            reactor = await self._follow(answer.source, answer.formers)
            if await reactor.tracked() != after:
                continue  # only now is it known whom we follow
            self._check_head(after, answer.head)
            if not answer.events:
                return taken
            await reactor.take(self._steps(answer.events, after))
            taken += len(answer.events)
            self._metrics.refetched.labels(self.neighbour).inc(len(answer.events))
            if after + len(answer.events) == answer.head == await self.position():
                return taken

    def _steps(self, events: Sequence[Published], after: int) -> list[Step]:
        steps = []
        source = self._known().source
        for expected, message in enumerate(events, after + 1):
            if message.pub != expected:
                raise SourceFault(f"{self.neighbour} answered #{message.pub} where #{expected} was asked for")
            try:
                read = notice(message)
            except Unreadable as error:
                steps.append(Step(expected, source, expected, "", "", EPOCH, problem=str(error), parks=False))
                continue
            if read.source != source and not self._of_former(read):
                raise SourceFault(f"{self.neighbour} answered an event of {read.source} in the log {source}")
            steps.append(self._step(message, read))
        return steps

    def _check_head(self, after: int, head: int) -> None:
        """A log does not become shorter, unless the neighbour's database was put back: two answers in a row say so."""
        self._head = max(head, after)
        if head >= after:
            self._shorter = False
            return
        if self._shorter:
            self._metrics.alarm(self.follower, "shorter")
        self._shorter = True
        raise SourceFault(f"{self.neighbour} has {head} published events, {after} were taken")

    async def _fetch(self, after: int, limit: int) -> ReadPublishedResponse:
        """A page from the first that answers; it is smaller after a failure, for it may have been too large."""
        failure: Exception | None = None
        for fetch in self._fetches:
            try:
                answer = await fetch(after, limit)
            except Exception as error:  # noqa: BLE001 - the last one is raised
                failure = error
                continue
            self._page = min(self._page * 2, PAGE)
            return answer
        self._page = max(self._page // 4, 1)
        raise failure or SourceFault(f"there is no way to ask {self.neighbour}")

    # --- whom we follow ------------------------------------------------------------------------------------------------

    def _known(self) -> Reactor:
        if self._reactor is None:
            raise NotYet(f"the origin of {self.neighbour} is not known yet")
        return self._reactor

    async def _learn(self, read: Notice | None = None) -> None:
        """Ask the neighbour for its origin; when it does not answer, a first message of our own site is believed."""
        try:
            answer = await self._fetch(await self.position(), 1)
            await self._follow(answer.source, answer.formers)
        except Exception as error:
            if read is None or self._foreign(read.source) or await asyncio.to_thread(self._elsewhere, read.source):
                raise NotYet(f"{self.neighbour} does not say what its origin is") from error
            await self._follow(read.source)

    def _of_former(self, read: Notice) -> bool:
        """Whether an event was recorded in a former epoch of the log that is followed, before that one ended."""
        return read.pub <= self._formers.get(read.source, 0)

    def _foreign(self, source: str) -> bool:
        site, context, _ = source.split("/")
        return site != self._store.source.split("/")[0] or context != self.neighbour

    def _elsewhere(self, source: str) -> bool:
        """Whether another epoch of the neighbour is followed already: where it begins is the neighbour's to say."""
        begin = f"consumer:{source.rpartition('/')[0]}/"
        return any(name.startswith(begin) and name != f"consumer:{source}" for name in self._store.followers())

    def _take_over(self, source: str, formers: Sequence[Former]) -> None:
        """Where the log goes on in the place of a former one: what was taken of that one is not taken again."""
        if self._store.tracked(f"consumer:{source}"):
            return
        upto = 2**62
        for former in reversed(formers):
            upto = min(upto, former.pub)
            taken = self._store.tracked(f"consumer:{former.source}")
            if taken:
                self._store.succeed(f"consumer:{former.source}", f"consumer:{source}", min(upto, taken))
                log.warning("neighbour-forked", neighbour=self.neighbour, was=former.source, now=source, at=min(upto, taken))
                return

    async def _follow(self, source: str, formers: Sequence[Former] = ()) -> Reactor:
        if self._reactor is None or self._reactor.source != source:
            if source.count("/") != 2 or self._foreign(source):
                raise SourceFault(f"{self.neighbour} says that its origin is {source}")
            if self._reactor is not None:
                log.warning("neighbour-began-anew", neighbour=self.neighbour, was=self._reactor.source, now=source)
            await asyncio.to_thread(self._take_over, source, formers)
            self._formers = {former.source: former.pub for former in formers}
            self._reactor = Reactor(self._store, f"consumer:{source}", source, self._timing, self._metrics)
        return self._reactor

    # --- what to do about an event -------------------------------------------------------------------------------------

    def _step(self, message: Published, read: Notice) -> Step:
        hear = self._service.hears.get(read.type)
        problem, parks = "", True
        policies: list[tuple[str, Decide]] = []
        if hear is not None:
            try:
                heard = told(hear, message, read)
            except (Unreadable, Refusal, ValueError, TypeError) as error:
                problem = f"{read.type}: {described(error)}"
            else:
                policies = [(policy.__name__, _bound(policy, heard)) for policy in hear.policies]
        elif known(read.type) is None:
            # Of a newer contract than ours: kept visibly until this program knows it. It holds nothing else up.
            problem, parks = f"{read.type} is in no contract here", False
        return Step(
            ordinal=read.pub,
            source=read.source,
            position=read.position,
            aggregate=read.aggregate,
            org=read.org,
            effective=read.effective,
            policies=policies,
            problem=problem,
            parks=parks,
        )


def _bound(policy: Handler, heard: Told[News]) -> Decide:
    def decide(act: Act, repo: Repository) -> Changes:
        changes: Changes = policy(heard, act, repo)
        return changes

    return decide
