"""Reactions to events: each applied once, in order, in one transaction with the follower's position; poison set aside."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate, takewhile
from pathlib import Path
from uuid import UUID, uuid5

import structlog

from chassis.delivery_metrics import DeliveryMetrics
from chassis.pace import Timing
from chassis.store.contract import Appended, OutOfOrder, Store, Track, Work
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act
from kernel.errors import EffectiveInFuture, Kind, Refusal
from kernel.messages import Changes

log = structlog.get_logger(__name__)

NAMESPACE = UUID("0f1c8f6e-3a2b-5d4c-8f0e-5b9d2c7a6e14")

# Works in flight at once while a follower catches up: they share transactions.
WINDOW = 200

# The effective time of a step that nothing is done about.
EPOCH = datetime.fromtimestamp(0, UTC)

Decide = Callable[[Act, Repository], Changes]


class Outcome(StrEnum):
    """What became of an event."""

    APPLIED = "applied"
    SKIPPED = "skipped"  # nobody here reacts to it
    SEEN = "seen"  # it was taken before
    PARKED = "parked"  # it waits behind an earlier event of its aggregate that is set aside
    SET_ASIDE = "set-aside"
    FOREIGN = "foreign"  # of another origin than its stream's owner
    WAIT = "wait"  # not yet: offer it again


class NotYet(Exception):
    """The event cannot be taken at present through no fault of its own; it is offered again later."""


@dataclass(frozen=True, slots=True)
class Step:
    """One event as a follower meets it.

    Attributes:
        ordinal: its place in the order that the follower counts: the position of an own event, `pub` of a neighbour's.
        source, position: how reactions name their cause.
        aggregate: of the event, at its source; org, effective: what reactions take over from it.
        policies: names and decisions, in order; none when nobody reacts.
        problem: why it can only be set aside; parks: whether later events of its aggregate wait behind it then.
    """

    ordinal: int
    source: str
    position: int
    aggregate: str
    org: str
    effective: datetime
    policies: Sequence[tuple[str, Decide]] = ()
    problem: str = ""
    parks: bool = True

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do about it."""
        return not self.policies and not self.problem


@dataclass(slots=True)
class Reactor:
    """Takes the events of one source, strictly in order, for one follower.

    Attributes:
        store: where effects and the follower's position are recorded, together.
        follower: its name in the store; source: the origin whose events it follows.
        ahead: when the next event takes effect, where that lies in the future of this service's clock.
    """

    store: Store
    follower: str
    source: str
    timing: Timing
    metrics: DeliveryMetrics
    ahead: datetime | None = None
    _tracked: int | None = None
    _parked: set[str] | None = None
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def tracked(self) -> int:
        """The ordinal of the last event taken."""
        if self._tracked is None:
            self._tracked = await asyncio.to_thread(self.store.tracked, self.follower)
        return self._tracked

    async def take(self, steps: Sequence[Step]) -> Outcome:
        """Take consecutive events, the first of which follows the last one taken; what became of the last.

        Raises:
            NotYet: the store does not answer, or an event lies in the future of this service's clock; the events before
                it are taken.
            OutOfOrder: another process took them.
        """
        async with self._lock:
            try:
                return await self._take(list(steps))
            except BaseException:
                self._tracked = None  # to be read again: a transaction may have been committed unheard
                raise

    async def _take(self, steps: list[Step]) -> Outcome:
        outcome = Outcome.SEEN
        base = await self.tracked()
        if self._parked is None:
            held = await asyncio.to_thread(self.store.quarantined, self.follower)
            self._parked = {one.aggregate for one in held if one.aggregate}
        while steps:
            active = [step for step in steps if not step.idle]
            if not active:
                await asyncio.to_thread(self.store.advance, Track(self.follower, steps[-1].ordinal, after=base))
                self._tracked, self.ahead = steps[-1].ordinal, None
                self._count(Outcome.SKIPPED, len(steps))
                return Outcome.SKIPPED
            together = [*takewhile(self._plain, active)][:WINDOW]
            done = await self._together(together, base) if len(together) > 1 else 0
            if done:
                outcome, base = Outcome.APPLIED, together[done - 1].ordinal
            else:  # the first is alone, or fails: alone, with patience
                outcome, base = await self._singly(active[0], base), active[0].ordinal
            self._tracked, self.ahead = base, None
            self._count(outcome, max(done, 1))
            steps = [step for step in steps if step.ordinal > base]
        return outcome

    def _plain(self, step: Step) -> bool:
        return not step.problem and step.aggregate not in (self._parked or ())

    def _count(self, outcome: Outcome, number: int) -> None:
        self.metrics.outcomes.labels(self.follower, outcome.value).inc(number)

    async def _together(self, steps: Sequence[Step], base: int) -> int:
        """Submit all at once; how many were applied before the first that was not. Those after it cannot be: their base
        is not reached.
        """
        works: list[Work] = []
        for step in steps:
            works += self._works(step, base)
            base = step.ordinal
        futures = [asyncio.wrap_future(self.store.submit(work)) for work in works]
        answers = await asyncio.gather(*futures, return_exceptions=True)
        applied = sum(1 for _ in takewhile(lambda answer: isinstance(answer, Appended), answers))
        ends = accumulate(len(step.policies) for step in steps)
        return sum(1 for _ in takewhile(lambda end: end <= applied, ends))

    async def _singly(self, step: Step, base: int) -> Outcome:
        track = Track(self.follower, step.ordinal, after=base)
        if step.problem:
            await self._set_aside(step, step.problem, track)
            return Outcome.SET_ASIDE
        if await self._is_parked(step.aggregate):
            await self._set_aside(step, "waits behind an earlier event that is set aside", track)
            return Outcome.PARKED
        while True:
            try:
                await self._apply(step, base)
            except (NotYet, OutOfOrder):
                raise
            except Exception as error:  # noqa: BLE001 - whatever a policy raises is counted, logged and at last set aside
                why = described(error)
                failures = await asyncio.to_thread(self.store.failed, self.follower, step.source, step.ordinal, step.aggregate, why)
                log.warning("reaction-failed", follower=self.follower, position=step.position, failures=failures, error=why)
                if failures > len(self.timing.failures):
                    await self._set_aside(step, why, track)
                    return Outcome.SET_ASIDE
                await asyncio.sleep(self.timing.failures[failures - 1])
            else:
                return Outcome.APPLIED

    async def _apply(self, step: Step, base: int | None) -> None:
        """All reactions to an event. Repeating them repeats nothing."""
        for work in self._works(step, base):
            try:
                await asyncio.wrap_future(self.store.submit(work))
            except EffectiveInFuture as error:
                self.ahead = step.effective
                raise NotYet(f"{step.source}:{step.position} lies in the future of this clock") from error
            except Refusal as error:
                if error.kind is Kind.UNAVAILABLE:
                    raise NotYet(error.code) from error
                raise

    def _works(self, step: Step, base: int | None) -> list[Work]:
        """The reactions to an event, none without the one before it; the last moves the follower, from `base` if given."""
        works: list[Work] = []
        for number, (name, decide) in enumerate(step.policies, 1):
            last = number == len(step.policies)
            track = None if base is None else Track(self.follower, step.ordinal, after=base, moves=last)
            works.append(self._work(step, name, decide, track, works[-1].command if works else None))
        return works

    def _work(self, step: Step, name: str, decide: Decide, track: Track | None, after: UUID | None) -> Work:
        cause = f"{step.source}:{step.position}"
        reaction = f"{cause}:{name}"
        return Work(
            command=uuid5(NAMESPACE, reaction),
            digest=sha256(reaction.encode()).digest(),
            actor=SYSTEM,
            role="system",
            org=step.org,
            decide=decide,
            effective=step.effective,
            causes=(cause,),
            # A reaction follows a fact that stands: it cannot come too late, nor be put off because its own aggregate
            # went on in the meantime.
            historical=True,
            track=track,
            after=after,
        )

    async def _set_aside(self, step: Step, why: str, track: Track) -> None:
        aggregate = step.aggregate if step.parks else ""
        log.error("event-set-aside", follower=self.follower, source=step.source, position=step.position, why=why)
        await asyncio.to_thread(self.store.quarantine, self.follower, step.source, step.ordinal, aggregate, why, track)
        if aggregate and self._parked is not None:
            self._parked.add(aggregate)

    async def _is_parked(self, aggregate: str) -> bool:
        if aggregate not in (self._parked or ()):
            return False
        if await asyncio.to_thread(self.store.parked, self.follower, aggregate):
            return True
        self._parked = None  # released, perhaps by another replica
        return False

    async def release(self, ordinal: int, load: Callable[[int], Awaitable[Step]], give_up: bool = False) -> list[int]:
        """Apply an event that was set aside, then those of its aggregate that wait behind it.

        Args:
            ordinal: of the event, as this follower counts.
            load: brings an event by its ordinal.
            give_up: do not apply this one; those behind it are applied.

        Returns:
            The ordinals taken out of quarantine.

        Raises:
            KeyError: it is not set aside.
            Exception: what its policy raises when it fails again; it stays set aside, and so do those behind it.
        """
        async with self._lock:
            held = await asyncio.to_thread(self.store.quarantined, self.follower)
            found = next((one for one in held if one.position == ordinal and one.source == self.source), None)
            if found is None:
                raise KeyError(f"{self.follower} has not set aside {ordinal}")
            # What is set aside without parking its aggregate stands alone.
            behind = [one.position for one in held if one.aggregate == found.aggregate and one.position > ordinal]
            released: list[int] = []
            try:
                for waiting in [ordinal, *(sorted(behind) if found.aggregate else ())]:
                    if not (give_up and waiting == ordinal):
                        step = await load(waiting)
                        if step.problem:
                            raise NotYet(step.problem)
                        await self._apply(step, None)
                    await asyncio.to_thread(self.store.release, self.follower, self.source, waiting)
                    released.append(waiting)
            finally:
                self._parked = None
            return released


def described(error: BaseException) -> str:
    """What may be kept of a fault: its kind and place; only a refusal's text, for others may quote contents."""
    if isinstance(error, Refusal):
        return f"{error.code}: {error}"
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
