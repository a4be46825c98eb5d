"""Moves a sandbox through time: over each midnight, its sweeps, and only on when everything has come to rest."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Protocol

from google.protobuf.message import Message as Proto
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.ops.v1.ops_service_pb2 import GetStatusRequest, GetStatusResponse, RunSweepsRequest, SetClockRequest

from chassis.refusals import ClockBackwards, NotASandbox, NotIdle
from chassis.store.checkpoints import SEALER

_OPS = "rectify.ops.v1.OpsService"
_SWEEPS = 600.0
_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.2


class Caller(Protocol):
    """A way to call one service: `chassis.rpc.Client` with a token of an operator."""

    async def call(self, method: str, request: Proto, *, timeout: float | None = None) -> Any:  # noqa: ASYNC109 - the call's deadline
        """Call a method by its full name."""
        ...


@dataclass(frozen=True, slots=True)
class Advanced:
    """What happened on the way: midnights passed, in order, and events recorded by sweeps."""

    days: tuple[date, ...]
    events: int
    now: datetime


def midnights(start: datetime, end: datetime, zone: tzinfo) -> list[datetime]:
    """Every midnight in the zone after `start`, up to and including `end`, aware."""
    day = start.astimezone(zone).date() + timedelta(days=1)
    found: list[datetime] = []
    while (midnight := datetime.combine(day, datetime.min.time(), zone)) <= end:
        found.append(midnight)
        day += timedelta(days=1)
    return found


async def advance(
    to: datetime,
    clients: Mapping[str, Caller],
    zone: tzinfo,
    *,
    patience: float = 60.0,
    passed: Callable[[date], None] = lambda _: None,
) -> Advanced:
    """Move all services to a later moment, day by day, as time itself would.

    What is pending now is swept first. For each midnight: all clocks are set to it, every service sweeps, and the next
    comes when all followers of all services hold everything. An advance that was interrupted goes on where it stopped.

    Args:
        to: aware, not before any service's present time.
        clients: every service of the sandbox by name.
        zone: in which days begin; patience: seconds for everything to come to rest after each midnight.
        passed: told each day that is done.

    Raises:
        NotASandbox, ClockBackwards: before anything is moved.
        NotIdle: something does not come to rest in time.
        Refused: a service refused.
    """
    to = to.astimezone(UTC)
    statuses = await _statuses(clients)
    for name, status in statuses.items():
        if not status.sandbox:
            raise NotASandbox(service=name)
        now = _moment(status.now)
        if to < now:
            raise ClockBackwards(field="to", now=now.isoformat(), asked=to.isoformat())
    # After an interrupted advance, or days away, some services are ahead of the others.
    start = min(_moment(status.now) for status in statuses.values())
    events = await _settle(clients, patience)
    days: list[date] = []
    for midnight in midnights(start, to, zone):
        await _set(clients, midnight)
        events += await _settle(clients, patience)
        days.append(midnight.date())
        passed(midnight.date())
    await _set(clients, to)
    await idle(clients, patience)
    return Advanced(tuple(days), events, to)


async def _settle(clients: Mapping[str, Caller], patience: float) -> int:
    """Sweep and rest; what the sweeps made due elsewhere on the same day was swept there or is due tomorrow."""
    await idle(clients, patience)
    swept = await asyncio.gather(
        *(client.call(f"{_OPS}/RunSweeps", RunSweepsRequest(), timeout=_SWEEPS) for client in clients.values())
    )
    await idle(clients, patience)
    return sum(int(one.events) for one in swept)


async def _set(clients: Mapping[str, Caller], moment: datetime) -> None:
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    statuses = await _statuses(clients)
    await asyncio.gather(
        *(
            client.call(f"{_OPS}/SetClock", SetClockRequest(now=stamp))
            for name, client in clients.items()
            if _moment(statuses[name].now) < moment
        )
    )


async def idle(clients: Mapping[str, Caller], patience: float = 60.0) -> None:
    """Return when nothing is under way anywhere: twice in a row every follower holds all there is, and nothing is new.

    Raises:
        NotIdle: not after `patience` seconds; it names who is behind.
    """
    end = time.monotonic() + patience
    before: dict[str, tuple[int, int]] | None = None
    pause = _FIRST_PAUSE
    while True:
        statuses = await _statuses(clients)
        behind = lagging(statuses)
        heads = {name: (int(status.position), int(status.pub)) for name, status in statuses.items()}
        if not behind and heads == before:
            return
        before = None if behind else heads
        if time.monotonic() >= end:
            raise NotIdle(behind="; ".join(behind) or "events keep coming")
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)


def lagging(statuses: Mapping[str, GetStatusResponse]) -> Sequence[str]:
    """Who does not hold everything yet, with what there is; by the sources' own heads, not by what followers believe.

    The sealer is not among them: it comes a moment later by design, and nothing that happens rests on it.

    Who waits for an event to take effect holds everything that has happened by its own clock: after an interrupted advance,
    or days away, its neighbours are ahead of it.
    """
    found = []
    for name, status in statuses.items():
        for follower in status.followers:
            kind, _, other = follower.name.partition(":")
            if kind == SEALER:
                continue
            head = int(follower.head)
            if other in statuses and kind == "consumer":
                head = int(statuses[other].pub)
            elif other in statuses and kind == "mirror":
                head = int(statuses[other].position)
            waits = follower.HasField("waits_for") and _moment(follower.waits_for) > _moment(status.now)
            if follower.position < head and not waits:
                found.append(f"{name} {follower.name} at {follower.position} of {head}")
    return found


async def _statuses(clients: Mapping[str, Caller]) -> dict[str, GetStatusResponse]:
    answers = await asyncio.gather(*(client.call(f"{_OPS}/GetStatus", GetStatusRequest()) for client in clients.values()))
    return dict(zip(clients, answers, strict=True))


def _moment(stamp: Timestamp) -> datetime:
    return stamp.ToDatetime(tzinfo=UTC)
