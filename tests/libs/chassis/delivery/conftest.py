"""Stores of the two contexts, a server, and a connection to it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from nats.aio.client import Client

from chassis.natsserver import NatsServer
from chassis.store import Store
from testkit.nats import connect, nats_server, nats_servers
from tests.libs.chassis.delivery.world import ALPHA_SERVICE, BETA_SERVICE, FAULTS, Clock, opened

__all__ = ["nats_server", "nats_servers"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def alpha(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with opened(ALPHA_SERVICE, tmp_path, clock) as store:
        yield store


@pytest.fixture
def beta(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with opened(BETA_SERVICE, tmp_path, clock) as store:
        yield store


@pytest.fixture
async def nc(nats_server: NatsServer) -> AsyncIterator[Client]:
    client = await connect(nats_server)
    yield client
    await client.close()


@pytest.fixture(autouse=True)
def no_faults() -> Iterator[None]:
    FAULTS.clear()
    yield
    FAULTS.clear()
