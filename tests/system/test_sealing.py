"""Every service seals its log, is killed while it does, and shows one line of checkpoints that its rows and tiles prove."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from rectify.log.v1 import log_service_pb2 as log

from chassis.sealing import LocalTiles, entries_of, hashes_of
from testkit.system import System
from tests.system.conftest import Pool, Shared
from tests.system.load import Load
from translog.checkpoint import open_checkpoint
from translog.merkle import consistency_proof, inclusion_proof, leaf_hash, root_of, verify_consistency, verify_inclusion
from translog.note import VerifierKey
from translog.record import unpack
from translog.tile import bundles, node_reader

LOG = "rectify.log.v1.LogService"
KILLS = 3
ASLEEP = 9.0


@pytest.mark.timeout(240)
@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_every_log_is_sealed_whoever_is_killed(shared: Shared) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        for _ in range(KILLS):
            await load.more(15)
            system.kill("findings")
            system.launch("findings")
        await load.more(15)
        await load.stop()
        await system.at_rest()
    for service in system.services:
        await whole(system, service)
    shared.whole = True


@pytest.mark.faults
@pytest.mark.timeout(300)
async def test_replicas_that_fall_asleep_while_they_seal_sign_one_line(pool: Pool) -> None:
    system = await asyncio.to_thread(pool.make, "postgres", 2)
    try:
        async with Load(system, workers=16) as load:
            await load.more(50)
            for _ in range(2):
                number = holder(system)
                system.freeze("findings", number)
                await asyncio.gather(asyncio.sleep(ASLEEP), load.more(50))
                assert holder(system) != number, "nobody took over"
                system.thaw("findings", number)
                await load.more(50)
            await load.stop()
            await system.at_rest()
        for service in system.services:
            await whole(system, service)
    finally:
        system.close()


def holder(system: System) -> int:
    """Which replica of findings seals."""
    with psycopg.connect(system.databases["findings"]) as connection:
        row = connection.execute("SELECT holder FROM leases WHERE name = 'sealer'").fetchone()
    assert row is not None
    return int(row[0].rpartition("-")[2])


async def whole(system: System, service: str) -> None:
    """All that was recorded is under a checkpoint, and every checkpoint is of these rows and of these tiles."""
    end = time.monotonic() + 30.0
    while True:
        status = await system.status(service)
        shown = await system.call(service, f"{LOG}/GetCheckpoint", log.GetCheckpointRequest(), role="auditor")
        if shown.size == status.position:
            break
        assert time.monotonic() < end, f"{service} is sealed up to {shown.size} of {status.position}"
        await asyncio.sleep(0.05)
    if not shown.size:
        return
    vkey = (system.data / "keys" / f"{service}.log.vkey").read_text("ascii").strip()
    newest = open_checkpoint(shown.note.encode(), [VerifierKey.parse(vkey)], shown.source).checkpoint
    assert (newest.size, shown.vkey) == (shown.size, vkey)
    leaves: list[bytes] = []
    while len(leaves) < newest.size:
        request = log.ReadLogRequest(after=len(leaves), limit=min(1000, newest.size - len(leaves)))
        page = await system.call(service, f"{LOG}/ReadLog", request, role="service:audit")
        leaves += [leaf_hash(unpack(row.state)[0]) for row in page.rows]
    assert root_of(leaves) == newest.root
    tiles = LocalTiles(system.data / service / "tiles")
    assert tiles.read("checkpoint") == shown.note.encode()
    read = node_reader(newest.size, hashes_of(tiles))
    for index in range(0, newest.size, 7):
        verify_inclusion(leaves[index], index, newest.size, inclusion_proof(index, newest.size, read), newest.root)
    entries = [entry for bundle in bundles(newest.size) for entry in entries_of(tiles, bundle)]
    assert list(map(leaf_hash, entries)) == leaves
    for size, root in kept(system, service):
        assert root_of(leaves[:size]) == root
        verify_consistency(size, newest.size, root, newest.root, consistency_proof(size, newest.size, read))


def kept(system: System, service: str) -> list[tuple[int, bytes]]:
    """Size and root of every checkpoint in a service's database."""
    sql = "SELECT size, root FROM checkpoints ORDER BY size"
    if service in system.databases:
        with psycopg.connect(system.databases[service]) as connection:
            return [(int(size), bytes(root)) for size, root in connection.execute(sql)]
    path: Path = system.data / service / "store.sqlite"
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        return [(int(size), bytes(root)) for size, root in connection.execute(sql)]
