"""Plays made-up rounds into a running sandbox, as fast as it takes them."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import takewhile
from typing import Any
from uuid import uuid5

from rectify.ops.v1.ops_service_pb2 import GetStatusRequest

from chassis.auth import Issuer
from chassis.refusals import Refused
from chassis.rpc.client import Client
from chassis.sandbox import advance
from cli.contracts import verbs
from cli.names import Names, Post
from cli.request import Builder
from cli.volumes.shape import Stage, Step, stages
from kernel.context import NAMES, SYSTEM, named

_STATUS = "rectify.ops.v1.OpsService/GetStatus"
# Whose token a call carries; each lane runs in a context of its own.
_acting: ContextVar[str] = ContextVar("acting")
# Commands begin at this hour of a day.
MORNING = timedelta(hours=9)


@dataclass
class Played:
    """How it went: commands recorded, seconds they took, seconds in which days passed."""

    commands: int = 0
    seconds: float = 0.0
    waiting: float = 0.0

    @property
    def rate(self) -> float:
        """Commands a second, passing days left out."""
        return self.commands / self.seconds if self.seconds else 0.0


@dataclass
class Player:
    """Gives commands for everybody who acts in made-up rounds.

    Args:
        endpoints: `host:port` by service. issuer: vouches for whoever acts. zone: in which days begin.
        in_flight: how many lanes run beside each other. pace: commands a second at most, 0 as many as are taken.
        told: called with a stage's name, and how many of its commands are done of how many.
        waits: called before time moves to a stage, with the stage and its moment.
    """

    endpoints: Mapping[str, str]
    issuer: Issuer
    zone: tzinfo
    in_flight: int = 32
    pace: float = 0.0
    told: Callable[[str, int, int], None] | None = None
    waits: Callable[[Stage, datetime], Awaitable[None]] | None = None
    people: dict[str, str] = field(default_factory=dict)
    _seed: int = 0
    _slot: float = 0.0

    async def play(self, orgs: int, seed: int, until: str = "") -> Played:
        """All stages, each when its day has come; those before the one named `until`.

        Raises:
            Refused: the system refuses a step: it is no sandbox, or this seed was played before.
        """
        self._seed = seed
        _acting.set(self.issuer.issue(SYSTEM, "operator"))
        clients = {name: Client(address, _acting.get) for name, address in self.endpoints.items()}
        played, builder = Played(), Builder(Names(person=self._person), self.zone)
        try:
            now = max((await self._clocks(clients)).values())
            for stage in takewhile(lambda one: one.name != until, stages(orgs, seed, now.astimezone(self.zone).date())):
                moment = datetime.combine(stage.day, datetime.min.time(), self.zone) + MORNING
                began = time.monotonic()
                if self.waits is not None:
                    await self.waits(stage, moment)
                if moment > min((await self._clocks(clients)).values()):
                    await advance(moment, clients, self.zone, patience=600.0)
                acting = time.monotonic()
                await self._stage(stage, clients, builder)
                played.commands += stage.size
                played.seconds += time.monotonic() - acting
                played.waiting += acting - began
        finally:
            for client in clients.values():
                await client.close()
        return played

    async def _clocks(self, clients: Mapping[str, Client]) -> dict[str, datetime]:
        """The business clock of each service."""
        statuses = await asyncio.gather(*(client.call(_STATUS, GetStatusRequest()) for client in clients.values()))
        return {name: status.now.ToDatetime(tzinfo=UTC) for name, status in zip(clients, statuses, strict=True)}

    async def _stage(self, stage: Stage, clients: Mapping[str, Client], builder: Builder) -> None:
        gate, done = asyncio.Semaphore(self.in_flight), 0
        self._tell(stage, 0)

        async def lane(number: int, steps: Sequence[Step]) -> None:
            nonlocal done
            async with gate:
                for n, step in enumerate(steps):
                    await self._do(step, f"{self._seed}/{stage.day}/{stage.name}/{number}/{n}", clients, builder)
                    done += 1
                    self._tell(stage, done)

        try:
            async with asyncio.TaskGroup() as tasks:
                for number, steps in enumerate(stage.lanes):
                    tasks.create_task(lane(number, steps))
        except* Refused as refusals:
            # The first says enough: the other lanes were stopped by it.
            raise _first(refusals) from None

    async def _do(self, step: Step, called: str, clients: Mapping[str, Client], builder: Builder) -> None:
        await self._turn()
        verb, post = verbs()[step.verb], Post.parse(step.who)
        _acting.set(self.issuer.issue(self._person(step.who), post.role, named("org", post.org) if post.org else ""))
        request: Any = builder.build(verb.method.input_type, step.fields)
        request.meta.command_id = str(uuid5(NAMES, called))  # the same step of the same seed is the same command
        receipt: Any = await clients[verb.service].call(verb.method, request)
        if step.verb == "person register":
            self.people[f"{step.fields['post']}@{step.fields['org']}"] = receipt.events[0].aggregate

    async def _turn(self) -> None:
        """Wait until the pace admits one more command; what was late is not made up for."""
        if self.pace:
            now = time.monotonic()
            self._slot = max(self._slot + 1 / self.pace, now)
            await asyncio.sleep(self._slot - now)

    def _tell(self, stage: Stage, done: int) -> None:
        if self.told is not None:
            self.told(stage.name, done, stage.size)

    def _person(self, text: str) -> str:
        """Whoever was registered for the post; for roles without one somebody invented."""
        return self.people.get(text) or named("volume-person", text)


def _first(group: BaseExceptionGroup[Refused]) -> Refused:
    found: BaseException = group
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    assert isinstance(found, Refused)  # noqa: S101 - the group holds nothing else
    return found
