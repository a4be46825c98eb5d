"""Every authenticated refusal is an event, on an aggregate of its own per actor and day, counted above a rate."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, tzinfo
from functools import cache
from typing import Any, ClassVar, Protocol
from uuid import uuid4

from google.protobuf.message import Message as Proto
from pydantic import Field

from chassis.auth import Caller
from chassis.service import Service, guarded
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.errors import Kind, Refusal
from kernel.messages import Changes, Event, Id, MaybeRef

# What is not recorded: nobody is known, or the store itself may be what failed.
_UNRECORDED = frozenset({Kind.UNAUTHENTICATED, Kind.UNAVAILABLE, Kind.INTERNAL})
_ID = re.compile(r"[0-9a-f]{32}")
_ABOUT = 4
_REMEMBERED = 10_000


class RefusalRecorded(Event):
    """Somebody who is known was refused; `actor`, `role` and `org` are the envelope's.

    Fields: `id` of the actor's day, the `day`, the `rpc`, the refusal's `code` and the `field` at fault; `count` of
    refusals with this code since the day began; `counted` when those since the previous such event were counted and
    not recorded one by one; the ids that the request named, so that a history can show who was refused about it.
    """

    id: Id
    day: date
    rpc: str
    code: str
    field: str
    count: int
    counted: bool
    about_1: MaybeRef = None
    about_2: MaybeRef = None
    about_3: MaybeRef = None
    about_4: MaybeRef = None


@cache
def refusal_event(service: str) -> type[RefusalRecorded]:
    """The event class of one service, stored as `<service>.refusal.recorded.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": RefusalRecorded.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.refusal.recorded.v1",
        "STREAM": "id",
    }
    return type("RefusalRecorded", (RefusalRecorded,), space)


def with_refusals(service: Service) -> Service:
    """The same service, which can also store its refusals."""
    event = refusal_event(service.name)
    return service if event in service.events else replace(service, events=[*service.events, event])


class RefusalDay(Aggregate):
    """What one actor was refused on one day: the count by code."""

    counts: dict[str, int] = Field(default_factory=dict)

    def evolve(self, event: Event, at: datetime) -> None:
        """Keep the newest count."""
        del at
        assert isinstance(event, RefusalRecorded)  # noqa: S101 - the stream holds nothing else
        self.counts = {**self.counts, event.code: event.count}


class Submit(Protocol):
    """Gives work to the store and waits for it."""

    async def __call__(self, decide: Callable[[Act, Repository], Changes], caller: Caller, digest: bytes) -> None:
        """Record what `decide` returns, in the caller's name."""
        ...


class RefusalLog:
    """Records refusals for one service.

    Args:
        service: its name; limit: refusals recorded one by one per actor, code and day; above it only every 2^k-th.
        submit: gives work to the store.
        now: the business clock; zone: in which days begin.
    """

    def __init__(self, service: str, limit: int, submit: Submit, now: Callable[[], datetime], zone: tzinfo) -> None:
        self._event = refusal_event(service)
        self._limit = limit
        self._submit = submit
        self._now = now
        self._zone = zone
        self._seen: dict[tuple[str, date, str], int] = {}

    async def record(self, caller: Caller, rpc: str, refusal: Refusal, request: Proto | None) -> None:
        """Record or count one refusal. What the store cannot take is not recorded: the refusal itself still stands.

        Raises:
            Refusal: the store could not record.
        """
        if refusal.kind in _UNRECORDED:
            return
        if caller.role.startswith("service:") and refusal.kind is Kind.NOT_FOUND:
            return  # a neighbour that asks whether there is such a thing, and there is none, did nothing that it may not
        day = self._now().astimezone(self._zone).date()
        key = (caller.person, day, refusal.code)
        seen = self._seen[key] = self._seen.pop(key, 0) + 1
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        if seen > self._limit and seen & (seen - 1):
            return
        stream = named("refusals", caller.person, day.isoformat())
        about = {f"about_{n}": named_id for n, named_id in enumerate(concerned(request), 1)}

        def decide(act: Act, repo: Repository) -> Changes:
            del act
            before = repo.find(RefusalDay, stream).counts.get(refusal.code, 0)
            count = max(before + 1, seen)
            self._seen[key] = max(count, self._seen.get(key, 0))
            if count > self._limit and count & (count - 1):
                return []
            return [
                self._event(
                    id=stream,
                    day=day,
                    rpc=rpc,
                    code=refusal.code,
                    field=refusal.field[:128],
                    count=count,
                    counted=count - before > 1,
                    **about,
                )
            ]

        # A command of its own each time: the refused command may come again and be refused again.
        await self._submit(decide, caller, hashlib.sha256(uuid4().bytes).digest())


def concerned(request: Proto | None) -> list[str]:
    """At most four different ids (32 hex) that the fields of a request name, in order of its fields; guarded ones never."""
    found: dict[str, None] = {}
    if request is not None:
        hidden = guarded(request.DESCRIPTOR)
        for field, value in request.ListFields():
            if field.name == "meta" or field.name in hidden:
                continue
            for item in value if field.is_repeated else (value,):
                if isinstance(item, str) and _ID.fullmatch(item):
                    found[item] = None
    return list(found)[:_ABOUT]
