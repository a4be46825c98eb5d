"""How far a log is sealed and witnessed: one look at the database for all who wait, as long as somebody does."""

import asyncio
import time
from enum import IntEnum

import structlog

from chassis.store.contract import SealedTree, Store
from kernel.errors import Refusal
from translog.errors import TranslogError
from translog.policy import Policy

log = structlog.get_logger(__name__)

_EVERY = 0.05
_PAGE = 50
_ENDLESS = 2**62


class Wait(IntEnum):
    """What an answer waits for, by the numbers of `rectify.envelope.v1.Wait`."""

    UNSPECIFIED = 0
    COMMITTED = 1
    SEALED = 2
    WITNESSED = 3


class Tide:
    """The newest checkpoint, and the newest that has its quorum.

    Args:
        store: of the log; policy: its key, its witnesses and their quorum; None where this process does not know them.
    """

    def __init__(self, store: Store, policy: Policy | None) -> None:
        self._store, self._policy = store, policy
        self._waiting: dict[int, tuple[int, Wait]] = {}
        self._moved = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self._sealed: SealedTree | None = None
        self._witnessed: SealedTree | None = None
        self._short: dict[int, bytes] = {}

    def renew(self, policy: Policy | None) -> None:
        """Another key signs the log; the policy knows all of them."""
        self._policy = policy
        self._short.clear()

    async def reach(self, position: int, wait: Wait, deadline: float) -> SealedTree | None:
        """A checkpoint of at least this size, as far as `wait` demands; None when `deadline` (monotonic) passes before."""
        ticket = max(self._waiting, default=0) + 1
        self._waiting[ticket] = position, wait
        if self._looking is None:
            self._looking = asyncio.create_task(self._look())
        try:
            while (found := self._covering(position, wait)) is None:
                left = deadline - time.monotonic()
                if left <= 0:
                    return None
                moved = self._moved
                try:
                    async with asyncio.timeout(left):
                        await moved.wait()
                except TimeoutError:
                    return self._covering(position, wait)
            return found
        finally:
            del self._waiting[ticket]

    def newest(self, wait: Wait) -> SealedTree | None:
        """The newest one that a look at the database finds now. Blocks."""
        self._see({wait}, 0)
        return self._sealed if wait is Wait.SEALED else self._witnessed

    def _covering(self, position: int, wait: Wait) -> SealedTree | None:
        found = self._sealed if wait is Wait.SEALED else self._witnessed
        # Size 0 has no checkpoint of its own: any one speaks of the empty log's first moment too.
        return found if found is not None and found.size >= max(position, 1) else None

    async def _look(self) -> None:
        try:
            while self._waiting:
                waits = {wait for _, wait in self._waiting.values()}
                floor = min(position for position, _ in self._waiting.values())
                try:
                    await asyncio.to_thread(self._see, waits, floor)
                except Refusal as error:  # a database that does not answer is asked again until the deadlines
                    log.warning("checkpoints-unanswered", error=repr(error))
                moved, self._moved = self._moved, asyncio.Event()
                moved.set()
                await asyncio.sleep(_EVERY)
        finally:
            self._looking = None

    def _see(self, waits: set[Wait], floor: int) -> None:
        if Wait.SEALED in waits:
            self._sealed = self._store.checkpoint()
        if Wait.WITNESSED in waits and self._policy is not None:
            self._witnessed = self._quorate(self._policy, floor)

    def _quorate(self, policy: Policy, floor: int) -> SealedTree | None:
        """The newest checkpoint with its quorum, above the one that is known and not below `floor`."""
        known = self._witnessed
        after = max(floor - 1, 0 if known is None else known.size)
        below = _ENDLESS
        while page := self._store.cosigned(after, below, _PAGE):
            for one in page:
                if self._has_quorum(policy, one):
                    self._short.clear()
                    return one
            below = page[-1].size
        return known

    def _has_quorum(self, policy: Policy, one: SealedTree) -> bool:
        note = one.cosigned or b""
        if self._short.get(one.size) == note:
            return False  # as it was looked at before
        try:
            judged = policy.judge(note, self._store.source)
        except TranslogError as error:
            log.error("cosigned-note-invalid", source=self._store.source, size=one.size, why=str(error))
            self._short[one.size] = note
            return False
        if not judged.quorum or (judged.checkpoint.size, judged.checkpoint.root) != (one.size, one.root):
            self._short[one.size] = note
            return False
        return True
