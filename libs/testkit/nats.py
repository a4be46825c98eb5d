"""Real NATS servers for tests: each isolated in a directory of its own, to be killed, rolled back and robbed."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nats
import pytest
from nats.aio.client import Client

from chassis.natsserver import NatsServer

MakeServer = Callable[..., NatsServer]


@pytest.fixture(scope="session")
def nats_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeServer]:
    """A function that starts another isolated server: `nats_servers(accounts_text="")`; all end with the session."""
    made: list[NatsServer] = []

    def make(accounts_text: str = "") -> NatsServer:
        server = NatsServer(tmp_path_factory.mktemp("nats"), accounts_text=accounts_text)
        server.start()
        made.append(server)
        return server

    yield make
    for server in made:
        server.kill()


@pytest.fixture
def nats_server(nats_servers: MakeServer) -> Iterator[NatsServer]:
    """A fresh server for one test."""
    server = nats_servers()
    yield server
    server.kill()


async def connect(server: NatsServer, user: str = "", password: str = "") -> Client:
    """A connection that finds its server again after a restart."""
    return await nats.connect(
        server.url(user, password),
        reconnect_time_wait=0.05,
        max_reconnect_attempts=-1,
        inbox_prefix=f"_INBOX_{user}" if user else "_INBOX",
        error_cb=_quiet,
    )


async def _quiet(_: Exception) -> None:
    """Connections break in these tests on purpose."""


def crash(server: NatsServer) -> None:
    """`kill -9`, then start again on the same data."""
    server.kill()
    server.start()


def copy(server: NatsServer, target: Path) -> Path:
    """A copy of its JetStream directory, taken while it stands still; it runs again afterwards."""
    server.stop()
    shutil.copytree(server.data, target)
    server.start()
    return target


def restore(server: NatsServer, kept: Path) -> None:
    """Put an older JetStream directory back under a running server's feet."""
    server.kill()
    shutil.rmtree(server.data)
    shutil.copytree(kept, server.data)
    server.start()


async def delete_stream(server: NatsServer, name: str) -> None:
    """Remove a stream with everything in it."""
    client = await connect(server)
    try:
        await client.jetstream().delete_stream(name)
    finally:
        await client.close()
