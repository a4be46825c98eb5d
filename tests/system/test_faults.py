"""Under load, on both databases: each fault ends by itself with everything acknowledged in place and all audits green."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path

import nats
import pytest

from chassis.streams import evt_stream, log_stream
from testkit.postgres import PostgresServer
from testkit.system import SERVICES, System
from tests.system.load import Load, everything_holds

pytestmark = pytest.mark.faults

BEFORE, AFTER = 150, 300


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    server = PostgresServer(fsync=True).start()
    yield server
    server.close()


@pytest.fixture(params=["sqlite", "postgres"])
def databases(request: pytest.FixtureRequest) -> Mapping[str, str]:
    if request.param == "sqlite":
        return {}
    server: PostgresServer = request.getfixturevalue("server")
    return {name: server.create_database() for name in SERVICES}


async def kill_findings(system: System, load: Load) -> None:
    system.kill("findings")
    system.launch("findings")


async def kill_supervision(system: System, load: Load) -> None:
    system.kill("supervision")
    await load.more(BEFORE)
    system.launch("supervision")


async def kill_audit(system: System, load: Load) -> None:
    system.kill("audit")
    await load.more(BEFORE)
    system.launch("audit")


async def kill_nats(system: System, load: Load) -> None:
    system.nats.kill()
    await load.more(BEFORE)
    system.nats.start()


async def stop_findings_past_its_leases(system: System, load: Load) -> None:
    system.freeze("findings")
    await asyncio.sleep(20)
    system.thaw("findings")


async def stop_audit_past_its_leases(system: System, load: Load) -> None:
    system.freeze("audit")
    await load.more(BEFORE)
    await asyncio.sleep(20)
    system.thaw("audit")


async def delete_streams(system: System, load: Load) -> None:
    client = await nats.connect(root(system))
    for stream in (log_stream("findings").name, evt_stream("findings").name):
        await client.jetstream().delete_stream(stream)
    await client.close()


async def put_an_older_copy_of_the_streams_back(system: System, load: Load) -> None:
    system.nats.stop()
    copy = system.data / "older"
    shutil.copytree(system.nats.data, copy)
    system.nats.start()
    await load.more(BEFORE)
    system.nats.kill()
    shutil.rmtree(system.nats.data)
    shutil.move(copy, system.nats.data)
    system.nats.start()


def root(system: System) -> str:
    """A connection with the rights of the service that owns the streams."""
    return system.nats.url("findings", "secret-findings")


FAULTS: list[Callable[[System, Load], Awaitable[None]]] = [
    kill_findings,
    kill_supervision,
    kill_audit,
    kill_nats,
    stop_findings_past_its_leases,
    stop_audit_past_its_leases,
    delete_streams,
    put_an_older_copy_of_the_streams_back,
]


@pytest.mark.timeout(400)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
async def test_nothing_is_lost(
    fault: Callable[[System, Load], Awaitable[None]], databases: Mapping[str, str], tmp_path: Path
) -> None:
    system = System(tmp_path / "data", databases)
    try:
        await start(system)
        async with Load(system) as load:
            await load.more(BEFORE)
            await fault(system, load)
            await load.more(AFTER, 120)
            await load.stop()
            events = await everything_holds(system, load)
        assert events > len(load.acknowledged) > AFTER
    finally:
        system.close()


async def start(system: System) -> None:
    await asyncio.to_thread(system.start)
