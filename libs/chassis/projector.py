"""The projector: folds a service's own events into its read models and lets its own policies react to them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache

import structlog

from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.pace import Doorbell, Pause, Timing
from chassis.reactions import EPOCH, Decide, NotYet, Outcome, Reactor, Step
from chassis.service import Handler, Service
from chassis.store.contract import OutOfOrder, Store, StoredRow
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Recorded
from kernel.errors import Refusal
from kernel.messages import Changes, Event

log = structlog.get_logger(__name__)

POLICIES = "policies"
PAGE = 500

# A chain of own reactions longer than this is a circle of policies.
DEEPEST = 16


class ProjectionsFailed(Exception):
    """These read models cannot take the next event; the others went on."""


class Projector:
    """Follows the service's own log: each projection, and the policies, by a position of its own.

    Args:
        service: whose page names projections and policies. store: its log.
        timing, metrics: see there.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        *,
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: DeliveryMetrics | None = None,
    ) -> None:
        self._service = service
        self._store = store
        self._timing = timing
        self.reactor = Reactor(store, POLICIES, store.source, timing, metrics or DeliveryMetrics())
        self._depth = lru_cache(maxsize=4096)(self._measure)

    async def run_once(self) -> int:
        """Fold and react until nothing is left, reactions to reactions included; the position reached.

        Raises:
            NotYet: a policy cannot be run now. Exception: what a fold raises.
        """
        while True:
            head = await asyncio.to_thread(self._store.head)
            await self.fold([*self._service.projections], head.position)
            await self.react(head.position)
            if (await asyncio.to_thread(self._store.head)).position == head.position:
                return head.position

    async def run(self, stop: asyncio.Event, holder: str, bell: Doorbell) -> None:
        """Follow the log while this process holds the lease, until `stop`: folds and policies each at its own pace."""

        async def work() -> None:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._follow(self._fold_all, stop, bell))
                tasks.create_task(self._follow(self.react, stop, bell))

        await hold(self._store, "projector", holder, self._timing, stop, work)

    async def _follow(self, act: Callable[[int], Awaitable[object]], stop: asyncio.Event, bell: Doorbell) -> None:
        pause = Pause(self._timing)
        reached = 0
        while not stop.is_set():
            if not await bell.wait(reached, self._timing.verify, stop):
                reached = min(reached, bell.position)
                continue
            head = bell.position
            try:
                await act(head)
            except (NotYet, OutOfOrder, Refusal) as error:
                log.warning("projector-waits", error=repr(error))
                await pause.wait(stop)
            except Exception as error:
                log.error("projector-failed", exc_info=error)
                await pause.wait(stop)
            else:
                reached = head
                pause.reset()

    async def fold(self, names: Sequence[str], upto: int) -> None:
        """Bring some projections to a position, together."""
        reached = await asyncio.to_thread(self._store.projected, *names) if names else upto
        while reached < upto:
            before, reached = reached, await asyncio.to_thread(self._store.project, *names)
            if reached == before:
                return  # there is less than was heard of: a row that somebody put into the log is gone again

    async def _fold_all(self, upto: int) -> None:
        names = [*self._service.projections]
        try:
            await self.fold(names, upto)
        except Refusal:
            raise
        except Exception as error:
            # A fold that fails stops its own read model alone: it is behind, visibly, until the program is mended.
            log.error("projections-failed", exc_info=error)
            apart = await asyncio.gather(*(self.fold([name], upto) for name in names), return_exceptions=True)
            failures = {name: failure for name, failure in zip(names, apart, strict=True) if isinstance(failure, BaseException)}
            if failures:
                raise ProjectionsFailed(*failures) from next(iter(failures.values()))

    async def react(self, upto: int) -> Outcome:
        """Let the policies have every event up to a position; what became of the last."""
        outcome = Outcome.SEEN
        while (after := await self.reactor.tracked()) < upto and (steps := await asyncio.to_thread(self._steps, after)):
            outcome = await self.reactor.take(steps)
        return outcome

    async def release(self, position: int, give_up: bool = False) -> list[int]:
        """Apply an own event that was set aside, and those behind it; see `Reactor.release`."""

        async def load(ordinal: int) -> Step:
            (row,) = await asyncio.to_thread(self._store.read, ordinal - 1, 1)
            return await asyncio.to_thread(self._step, row)

        return await self.reactor.release(position, load, give_up)

    def _steps(self, after: int) -> list[Step]:
        return [self._step(row) for row in self._store.read(after, PAGE)]

    def _step(self, row: StoredRow) -> Step:
        found = self._service.by_topic.get(row.topic)
        policies = self._service.policies.get(found[0], ()) if found else ()
        if not policies:
            return Step(row.position, self._store.source, row.position, row.aggregate, "", EPOCH)
        recorded = self._store.decode(row)
        deep = self._depth(row.position) > DEEPEST
        decisions: list[tuple[str, Decide]] = [(policy.__name__, _bound(policy, recorded)) for policy in policies]
        return Step(
            ordinal=row.position,
            source=recorded.source,
            position=row.position,
            aggregate=row.aggregate,
            org=recorded.org,
            effective=recorded.effective,
            policies=() if deep else decisions,
            problem=f"the last of more than {DEEPEST} reactions to each other: policies in a circle" if deep else "",
            parks=False,
        )

    def _measure(self, position: int) -> int:
        """How many own reactions, one after the other, led to this event; 0 for what somebody commanded."""
        (row,) = self._store.read(position - 1, 1)
        own = f"{self._store.source}:"
        causes = [int(cause.removeprefix(own)) for cause in self._store.decode(row).causes if cause.startswith(own)]
        return 1 + max(self._depth(cause) for cause in causes) if causes else 0


def _bound(policy: Handler, recorded: Recorded[Event]) -> Decide:
    def decide(act: Act, repo: Repository) -> Changes:
        changes: Changes = policy(recorded, act, repo)
        return changes

    return decide
