"""What is missing at the end of a log: found in its copies, proved by what was signed, and put back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

import structlog

from chassis.recovery.knowing import Held, Known
from chassis.recovery.sources import Source
from chassis.store import Store, StoredRow
from chassis.store.records import glance
from translog.errors import TranslogError
from translog.merkle import EMPTY_ROOT
from translog.record import VerifyState, verify_rows

_PAGE = 1000

log = structlog.get_logger(__name__)


class Cannot(Exception):
    """The missing events cannot be put back; `lost` is the first position that nobody gives, 0 where something else is wrong."""

    def __init__(self, why: str, lost: int = 0) -> None:
        self.lost = lost
        super().__init__(why)


@dataclass(slots=True)
class Plan:
    """What can be put back.

    Attributes:
        here: the last position that is here; upto: the last one that can be had; proven: the greatest size signed.
        digests: SHA-256 of each page of the rows, by which they are known again; sources: how many rows came from whom.
    """

    here: int
    upto: int
    proven: int
    digests: list[bytes] = field(default_factory=list)
    sources: dict[str, int] = field(default_factory=dict)

    @property
    def beyond(self) -> int:
        """How many of them lie beyond what was signed: their chains hold, no root says more of them."""
        return max(0, self.upto - max(self.proven, self.here))


async def plan(store: Store, held: Held, sources: Sequence[Source]) -> Plan:
    """Read everything once: own rows, then the rows that copies give, up to the greatest size that is known.

    Raises:
        Cannot: own rows or copies do not give a root that was signed, or events that were signed are nowhere.
    """
    roots = {one.size: one for one in held.signed}
    state = VerifyState(src=store.source)
    await asyncio.to_thread(_own, store, state, roots)
    made = Plan(state.size, state.size, held.proven)
    async for name, rows in _missing(made.here, held, sources):
        _take(state, rows, roots, name)
        made.upto = state.size
        made.digests.append(_digest(rows))
        made.sources[name] = made.sources.get(name, 0) + len(rows)
    if made.upto < held.proven:
        first = made.upto + 1
        why = f"自 {first} 起的已签署事件无副本 / of {held.proven} events that were signed no copy holds {first} and later"
        raise Cannot(why, first)
    return made


async def put_back(store: Store, held: Held, sources: Sequence[Source], made: Plan, clock: Callable[[], datetime]) -> int:
    """Do what a plan says, with the same rows; the last position.

    Raises:
        Cannot: the copies give other rows than before.
    """
    digests = iter(made.digests)
    waiting: list[StoredRow] = []
    async for name, rows in _missing(made.here, held, sources, made.upto):
        if next(digests, b"") != _digest(rows):
            raise Cannot(f"{name} 前后内容不一 / {name} gives other rows than a moment ago")
        # The events of one command go back together: what is remembered of it counts them.
        waiting += rows
        last = glance(waiting[-1].state).command
        whole = [row for row in waiting if glance(row.state).command != last]
        if whole:
            await asyncio.to_thread(store.restore, whole)
            waiting = waiting[len(whole) :]
    # Also where no row is missing: the head may say otherwise.
    position = await asyncio.to_thread(store.restore, waiting)
    for one in sorted({one.size: one for one in held.signed if one.size <= position}.values(), key=lambda one: one.size):
        await asyncio.to_thread(store.adopt, one.size, one.root, one.note, clock())
    return position


def standing(store: Store, held: Held) -> tuple[bytes, int]:
    """The root of the rows that are here, and the greatest size below their end that was signed and that they give.

    Raises:
        Cannot: they do not verify, or give another root than was signed.
    """
    state = VerifyState(src=store.source)
    _own(store, state, {one.size: one for one in held.signed})
    kept = [one.size for one in held.signed if one.size <= state.size]
    after = 0
    while page := store.checkpoints(after, _PAGE):
        after = page[-1].size
        kept += [one.size for one in page if one.size <= state.size]
    return state.root or EMPTY_ROOT, max(kept, default=0)


def _own(store: Store, state: VerifyState, roots: dict[int, Known]) -> None:
    after = 0
    while rows := store.read(after, _PAGE):
        _take(state, rows, roots, "database", commitments=False)
        after = rows[-1].position


def _take(state: VerifyState, rows: Sequence[StoredRow], roots: dict[int, Known], where: str, *, commitments: bool = True) -> None:
    """Verify rows that follow, and the root at every size that was signed.

    Raises:
        Cannot: a row does not verify, or the root is another.
    """
    for row in rows:
        try:
            verify_rows([(row.position, row.state)], commitments=commitments, state=state)
        except TranslogError as error:
            why = f"{where}：位置 {row.position} 核验不通过 / {where} does not verify at position {row.position}: {error.code}"
            raise Cannot(why) from error
        one = roots.get(state.size)
        if one is not None and state.root != one.root:
            why = f"{where} 与大小 {one.size} 处签署的根不符 / {where} does not give the root signed at size {one.size} ({one.who})"
            raise Cannot(why)


async def _missing(
    here: int, held: Held, sources: Sequence[Source], upto: int | None = None
) -> AsyncIterator[tuple[str, Sequence[StoredRow]]]:
    """Pages of rows after `here` from the first source that gives them; beyond what was signed from those whose tail counts."""
    after = here
    for source in sources:
        limit = held.size if source.tail else held.proven
        limit = limit if upto is None else min(limit, upto)
        while after < limit:
            try:
                rows = [row for row in await source.read(after) if row.position <= limit]
            except Exception as error:  # noqa: BLE001 - one that is down has nothing to give now; the next one may
                log.warning("copy-unread", source=source.name, after=after, error=repr(error))
                break
            if not rows or rows[0].position != after + 1:
                break
            yield source.name, rows
            after = rows[-1].position


def _digest(rows: Sequence[StoredRow]) -> bytes:
    made = sha256()
    for row in rows:
        made.update(repr(tuple(row)).encode())
    return made.digest()
