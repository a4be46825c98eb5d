"""What every store must do, whatever database it stands on."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from chassis.service import Service
from chassis.store import EventStore, MemoryKeyring, StoreSettings, Work, open_store
from testkit.conformance.store_sample import sample_service

MakeStore = Callable[..., EventStore]

PERSON = "a" * 32
ORGAN = "b" * 32


class Clock:
    """A business clock that moves when it is told to, and a microsecond with every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time now."""
        self.now += timedelta(microseconds=1)
        return self.now

    def move(self, **by: float) -> None:
        """Move forwards or back."""
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    """The clock of all stores of a test."""
    return Clock()


@pytest.fixture
def keyring() -> MemoryKeyring:
    """The keyring of all stores of a test."""
    return MemoryKeyring()


@pytest.fixture
def make_store(clock: Clock, keyring: MemoryKeyring) -> Iterator[MakeStore]:
    """A function that opens a store of the sample context: `make_store(url, service=None, migrate=True, **settings)`."""
    made: list[EventStore] = []

    def make(url: str, service: Service | None = None, *, migrate: bool = True, epoch: str = "e1", **settings: Any) -> EventStore:
        store = open_store(
            url,
            service or sample_service(),
            site="test",
            epoch=epoch,
            clock=clock,
            zone=ZoneInfo("Asia/Shanghai"),
            keyring=keyring,
            settings=StoreSettings(**settings),
            digest_of=lambda _: "d" * 64,
        )
        assert isinstance(store, EventStore)
        made.append(store)
        if migrate:
            store.migrate()
        return store

    yield make
    for store in made:
        store.close()


def work(decide: Callable[..., Any], command: UUID | None = None, **given: Any) -> Work:
    """A work of the office; `digest` follows the command unless it is given."""
    values: dict[str, Any] = {"digest": b"\x01" * 32, "actor": PERSON, "role": "office", "org": ORGAN, **given}
    return Work(command=command or uuid4(), decide=decide, **values)
