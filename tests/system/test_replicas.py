"""Two replicas of every service share a database, fall asleep in turn, and no event is lost, doubled or relayed twice."""

import asyncio

import nats
import psycopg
import pytest
from rectify.log.v1.log_service_pb2 import StoredRow

from chassis.streams import evt_stream, log_stream
from testkit.system import System
from tests.system.conftest import Pool
from tests.system.load import Load, everything_holds
from translog.record import leaf_hash, unpack

pytestmark = pytest.mark.faults

# Of each service, the work that only one replica does and others depend on.
LEASES = {"findings": "relay:log", "supervision": "consumer:findings", "audit": "mirror:findings"}
ASLEEP = 9.0
TURNS = 2


@pytest.mark.timeout(300)
async def test_replicas_that_fall_asleep_lose_and_double_nothing(pool: Pool) -> None:
    system = await asyncio.to_thread(pool.make, "postgres", 2)
    try:
        load = Load(system, workers=16)
        async with load:
            await load.more(100)
            for _ in range(TURNS):
                holders = {service: holder(system, service) for service in system.services}
                for service, (number, _token) in holders.items():
                    system.freeze(service, number)
                await asyncio.gather(asyncio.sleep(ASLEEP), load.more(60))
                for service, (number, token) in holders.items():
                    assert holder(system, service) == (1 - number, token + 1), f"{service}: nobody took over"
                    system.thaw(service, number)
                await load.more(100)
            await load.stop()
            events = await everything_holds(system, load)
        assert events > len(load.acknowledged) > 100
        await streams_are_the_log(system)
    finally:
        system.close()


def holder(system: System, service: str) -> tuple[int, int]:
    """Which replica does the service's exclusive work, and the token of its lease."""
    with psycopg.connect(system.databases[service]) as connection:
        row = connection.execute("SELECT holder, token FROM leases WHERE name = %s", (LEASES.get(service, "relay:log"),)).fetchone()
    assert row is not None
    return int(row[0].rpartition("-")[2]), int(row[1])


async def streams_are_the_log(system: System) -> None:
    """Each message once, in its place, whichever replica relayed it: what two relays at once would break."""
    for service in system.services:
        client = await nats.connect(
            system.nats.url(), user=service, password=system.broker_password(service), inbox_prefix=f"_INBOX_{service}"
        )
        js = client.jetstream()
        state = (await js.stream_info(log_stream(service).name)).state
        status = await system.status(service)
        assert (state.first_seq, state.last_seq, state.messages) == (1, status.position, status.position) or not status.position
        for sequence in range(state.first_seq, state.last_seq + 1):
            message = await js.get_msg(log_stream(service).name, sequence)
            row = StoredRow.FromString(message.data or b"")
            assert row.position == sequence
            assert (message.headers or {})["rectify-leaf"] == leaf_hash(unpack(row.state)[0]).hex()
        if status.pub:
            published = (await js.stream_info(evt_stream(service).name)).state
            assert (published.last_seq, published.messages) == (status.pub, status.pub)
            seen = set()
            for sequence in range(published.first_seq, published.last_seq + 1):
                headers = (await js.get_msg(evt_stream(service).name, sequence)).headers or {}
                assert headers["rectify-pub"] == str(sequence)
                seen.add(headers["ce-id"])
            assert len(seen) == status.pub
        await client.close()
