"""Under load, on both databases: each fault ends by itself with everything acknowledged in place and all audits green.

The faults of a kind of database follow each other in one system, in any order: what one left behind would show in the next.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable

import nats
import pytest
from nats.aio.client import Client

from chassis.streams import Declared, Retention, Stream, evt_stream, log_stream
from testkit.system import System
from tests.system.conftest import Shared
from tests.system.load import Load, everything_holds

pytestmark = pytest.mark.faults

BEFORE, DURING, AFTER = 60, 80, 100
LEASE = 8.0
"""Seconds that no lease outlives."""

HOLE = 25
OWN = (log_stream("findings"), evt_stream("findings"))


async def kill_findings(system: System, load: Load) -> None:
    system.kill("findings")
    system.launch("findings")


async def kill_supervision(system: System, load: Load) -> None:
    system.kill("supervision")
    await load.more(DURING)
    system.launch("supervision")


async def kill_audit(system: System, load: Load) -> None:
    system.kill("audit")
    await load.more(DURING)
    system.launch("audit")


async def kill_everything(system: System, load: Load) -> None:
    system.nats.kill()
    for service in system.services:
        system.kill(service)
    await asyncio.to_thread(system.nats.start)
    for service in system.services:
        system.launch(service)


async def kill_nats(system: System, load: Load) -> None:
    system.nats.kill()
    await load.more(DURING)
    await asyncio.to_thread(system.nats.start)


async def stop_findings_past_its_leases(system: System, load: Load) -> None:
    system.freeze("findings")
    await asyncio.sleep(LEASE)
    system.thaw("findings")


async def stop_audit_past_its_leases(system: System, load: Load) -> None:
    system.freeze("audit")
    await load.more(DURING)
    await asyncio.sleep(LEASE)
    system.thaw("audit")


async def delete_streams(system: System, load: Load) -> None:
    client = await owner(system)
    for declared in OWN:
        await client.jetstream().delete_stream(declared.name)
    await client.close()


async def make_streams_anew_with_a_hole(system: System, load: Load) -> None:
    """What was recorded while the broker was away is more than what the new streams leave out: nobody can see from the
    streams alone that messages are missing.
    """
    client = await owner(system)
    ends = [await last(client, declared) for declared in OWN]
    await client.close()
    system.nats.kill()
    await load.more(2 * DURING)  # every tenth opens a case, which publishes several events
    system.freeze("findings")
    await asyncio.to_thread(system.nats.start)
    client = await owner(system)
    for declared, end in zip(OWN, ends, strict=True):
        stream = Stream(client.jetstream(), declared, Retention())
        await stream.delete()
        await stream.create(end + HOLE)
    await client.close()
    system.thaw("findings")


async def make_streams_anew_beyond_the_log(system: System, load: Load) -> None:
    client = await owner(system)
    for declared in OWN:
        stream = Stream(client.jetstream(), declared, Retention())
        end = await last(client, declared)
        await stream.delete()
        await stream.create(end + 1_000_000)
    await client.close()


async def put_an_older_copy_of_the_streams_back(system: System, load: Load) -> None:
    await asyncio.to_thread(system.nats.stop)
    copy = system.data / "older"
    shutil.copytree(system.nats.data, copy)
    await asyncio.to_thread(system.nats.start)
    await load.more(DURING)
    system.nats.kill()
    shutil.rmtree(system.nats.data)
    shutil.move(copy, system.nats.data)
    await asyncio.to_thread(system.nats.start)


async def owner(system: System) -> Client:
    """A connection with the rights of the service that owns the streams."""
    return await nats.connect(
        system.nats.url(), user="findings", password=system.broker_password("findings"), inbox_prefix="_INBOX_findings"
    )


async def last(client: Client, declared: Declared) -> int:
    return (await client.jetstream().stream_info(declared.name)).state.last_seq


FAULTS: list[Callable[[System, Load], Awaitable[None]]] = [
    kill_findings,
    kill_supervision,
    kill_audit,
    kill_everything,
    kill_nats,
    stop_findings_past_its_leases,
    stop_audit_past_its_leases,
    delete_streams,
    make_streams_anew_with_a_hole,
    make_streams_anew_beyond_the_log,
    put_an_older_copy_of_the_streams_back,
]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
async def test_nothing_is_lost(fault: Callable[[System, Load], Awaitable[None]], shared: Shared) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(BEFORE)
        await fault(system, load)
        await load.more(AFTER, 120)
        await load.stop()
        events = await everything_holds(system, load)
    assert events >= len(load.acknowledged) > AFTER
    shared.whole = True
