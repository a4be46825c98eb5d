"""OpsService: how far everything is, the sandbox clock, sweeps and checks."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from google.protobuf.message import Message as Proto
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.ops.v1 import ops_service_pb2
from rectify.ops.v1.ops_service_pb2 import (
    CheckFinding,
    CheckResult,
    Follower,
    GetStatusResponse,
    RunChecksResponse,
    RunSweepsResponse,
    SetClockResponse,
)

from chassis.auth import Caller
from chassis.checks import finding, run_checks
from chassis.clock import Business
from chassis.dispatch import Dispatch
from chassis.examining import Evidence, examinations
from chassis.refusals import Refused
from chassis.replays import Replays
from chassis.rpc.replaying import differing, replayed
from chassis.rpc.server import Offer
from chassis.store import Store
from chassis.sweeps import Sweeper
from kernel.errors import InvalidField, Refusal

_MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class Operations:
    """What OpsService works on: the store, the clock, the sweeper, followers as (name, position, head), those of them that
    wait for an event to take effect, a way to ask a neighbour for its newest published ordinal, who replays, and what is
    examined besides the store.
    """

    store: Store
    clock: Business
    sweeper: Sweeper
    followers: Callable[[], Iterable[tuple[str, int, int]]]
    ahead: Callable[[], Mapping[str, datetime]]
    quarantined: Callable[[], int]
    neighbour_head: Callable[[str], Awaitable[int]]
    replays: Replays
    evidence: Callable[[], Awaitable[Evidence]]


def ops_offer(dispatch: Dispatch, operations: Operations) -> Offer:
    """OpsService over these."""

    async def get_status(request: Any, caller: Caller, deadline: float) -> Proto:
        del request, caller
        return await dispatch.aside(partial(status, operations), deadline)

    async def set_clock(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller, deadline
        if not request.HasField("now"):
            raise InvalidField(field="now", field_name="now", why="必填 / is required")
        try:
            now = request.now.ToDatetime(tzinfo=UTC)
        except (ValueError, OverflowError) as error:
            raise InvalidField(
                field="now", field_name="now", why="时间超出公元 1 至 9999 年 / the time lies outside the years 1 to 9999"
            ) from error
        await asyncio.to_thread(operations.clock.set, now)
        return SetClockResponse()

    async def run_sweeps(request: Any, caller: Caller, deadline: float) -> Proto:
        del request, caller
        swept = await operations.sweeper.run(deadline)
        return RunSweepsResponse(days=[day.isoformat() for day in swept.days], events=swept.events)

    async def checks(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        heads: dict[str, int] = {}
        for name in dispatch.service.neighbours:
            try:
                heads[name] = await operations.neighbour_head(name)
            except (Refusal, Refused):
                continue  # the check's note says which neighbour did not answer
        more = examinations(dispatch.service, operations.store, await operations.evidence())
        run = partial(run_checks, dispatch.service, operations.store, list(request.ids), heads.get, operations.replays, more)
        results = await dispatch.aside(run, deadline)
        return RunChecksResponse(
            results=[
                CheckResult(
                    id=name,
                    checked=checked,
                    findings=[CheckFinding(**finding(flaw)) for flaw in flaws[:_MOST_FINDINGS]],
                    note=note if len(flaws) <= _MOST_FINDINGS else f"{note} {len(flaws)} in all".strip(),
                )
                for name, checked, flaws, note in results
            ]
        )

    async def replay(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        return await dispatch.aside(partial(replayed, dispatch.service, operations, request), deadline)

    async def diff(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        return await dispatch.aside(partial(differing, dispatch.service, operations, request), deadline)

    service = ops_service_pb2.DESCRIPTOR.services_by_name["OpsService"]
    plain = {"GetStatus": get_status, "SetClock": set_clock, "RunSweeps": run_sweeps, "RunChecks": checks}
    plain |= {"Replay": replay, "Diff": diff}
    return Offer(service, plain=plain)


def status(operations: Operations) -> GetStatusResponse:
    """How far everything is, now."""
    store, clock = operations.store, operations.clock
    head = store.head()
    swept, ahead = operations.sweeper.swept(), operations.ahead()
    return GetStatusResponse(
        source=store.source,
        position=head.position,
        pub=head.pub,
        followers=[
            Follower(name=name, position=position, head=end, waits_for=_stamp(ahead[name]) if name in ahead else None)
            for name, position, end in operations.followers()
        ],
        now=_stamp(clock()),
        sandbox=clock.sandbox,
        quarantined=operations.quarantined(),
        swept=swept.isoformat() if swept else "",
        clock_behind=bool(clock.behind),
        held=store.held.code if store.held is not None else "",
    )


def _stamp(moment: datetime) -> Timestamp:
    made = Timestamp()
    made.FromDatetime(moment)
    return made
