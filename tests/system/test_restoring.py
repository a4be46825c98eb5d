"""Databases put back to an older copy, or lost wholly: they are whole again, event by event, and nothing was recorded meanwhile."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from rectify.log.v1 import log_service_pb2 as log
from rectify.recovery.v1.recovery_service_pb2 import RecoverSuffixRequest, RotateKeyRequest

from chassis.refusals import Refused
from chassis.rpc.client import Client
from testkit.system import System
from tests.system.conftest import Shared
from tests.system.load import FINDINGS, everything_holds, organisation

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

RECOVERY = "rectify.recovery.v1.RecoveryService"

Rows = list[tuple[int, bytes]]


async def history(system: System, service: str) -> Rows:
    """Position and bytes of every event."""
    found: Rows = []
    while True:
        request = log.ReadLogRequest(after=len(found), limit=1000)
        page = await system.call(service, "rectify.log.v1.LogService/ReadLog", request, "service:audit")
        if not page.rows:
            return found
        found += [(row.position, row.state) for row in page.rows]


def copy(system: System, service: str, target: Path) -> None:
    """A copy of a service's database, taken while it runs or stands still."""
    if service in system.databases:
        url = system.databases[service]
        _postgres(url, "DROP DATABASE IF EXISTS {old}", "CREATE DATABASE {old} TEMPLATE {live}")
        return
    with (
        closing(sqlite3.connect(system.data / service / "store.sqlite")) as live,
        closing(sqlite3.connect(target)) as kept,
    ):
        live.backup(kept)


def put_back(system: System, service: str, kept: Path) -> None:
    """The older copy in the place of the database."""
    if service in system.databases:
        _postgres(system.databases[service], "DROP DATABASE {live}", "CREATE DATABASE {live} TEMPLATE {old}")
        return
    lose(system, service)
    shutil.copy(kept, system.data / service / "store.sqlite")


def lose(system: System, service: str) -> None:
    """No database at all."""
    if service in system.databases:
        _postgres(system.databases[service], "DROP DATABASE {live}", "CREATE DATABASE {live}")
        return
    for name in ("store.sqlite", "store.sqlite-wal", "store.sqlite-shm"):
        (system.data / service / name).unlink(missing_ok=True)


def _postgres(url: str, *statements: str) -> None:
    name = url.rpartition("/")[2].partition("?")[0]
    names = {"live": Identifier(name), "old": Identifier(f"{name}_old")}
    with psycopg.connect(url.replace(f"/{name}", "/postgres", 1), autocommit=True) as connection:
        for statement in statements:
            connection.execute(SQL(statement).format(**names))


async def hurt(shared: Shared, tmp_path: Path, service: str, harm: Callable[[System, str, Path], None]) -> None:
    """Load, a copy, more load, the harm while the service stands still, and then everything must be there."""
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(40)
        await load.stop()
        await system.at_rest()
    system.kill(service)
    copy(system, service, tmp_path / "old.sqlite")
    system.launch(service)
    await system.answering()
    async with load:
        await load.more(60)
        await load.stop()
        await system.at_rest()
    before = await history(system, service)
    system.kill(service)
    harm(system, service, tmp_path / "old.sqlite")
    system.launch(service)
    await system.answering()
    async with load:
        await load.more(20)
        await load.stop()
        await everything_holds(system, load)
    after = await history(system, service)
    assert after[: len(before)] == before
    shared.whole = True


@pytest.mark.parametrize("service", ["findings", "supervision"])
async def test_an_older_database_is_made_whole_from_the_mirror(shared: Shared, tmp_path: Path, service: str) -> None:
    await hurt(shared, tmp_path, service, put_back)


@pytest.mark.parametrize("service", ["findings", "audit"])
async def test_a_database_of_before_another_key_is_made_whole_under_that_key(shared: Shared, tmp_path: Path, service: str) -> None:
    """The copy knows no other key than the former one, whose private half is no more."""
    copied = tmp_path / "before.sqlite"
    shared.whole = False
    shared.system.kill(service)
    copy(shared.system, service, copied)
    shared.system.launch(service)
    await shared.system.answering()
    answer = await shared.system.call(service, f"{RECOVERY}/RotateKey", RotateKeyRequest(), "operator")
    assert answer.sealed >= answer.position > 0
    assert answer.present == answer.fresh != answer.former
    async with shared.load as load:
        await load.more(20)
        await load.stop()
        await shared.system.at_rest()
    before = await history(shared.system, service)
    shared.system.kill(service)
    put_back(shared.system, service, copied)
    shared.system.launch(service)
    await shared.system.answering()
    async with shared.load as load:
        await load.more(20)
        await load.stop()
        await everything_holds(shared.system, load)
    assert (await history(shared.system, service))[: len(before)] == before
    shared.whole = True


async def test_a_database_that_is_lost_is_made_whole_from_the_mirror(shared: Shared, tmp_path: Path) -> None:
    await hurt(shared, tmp_path, "findings", lambda system, service, _: lose(system, service))


@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_an_older_folder_with_tiles_and_all_is_made_whole_from_the_mirror(shared: Shared, tmp_path: Path) -> None:
    def older(system: System, service: str, kept: Path) -> None:
        put_back(system, service, kept)
        shutil.rmtree(system.data / service / "tiles")

    await hurt(shared, tmp_path, "findings", older)


@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_while_events_are_missing_nothing_is_recorded_and_questions_are_answered(shared: Shared, tmp_path: Path) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(40)
        await load.stop()
        await system.at_rest()
    before = await history(system, "findings")
    system.kill("audit")
    system.kill("findings")
    lose(system, "findings")
    system.nats.stop()  # no copy is to be had
    system.launch("findings")
    await system.answering()
    status = await system.status("findings")
    while not status.held:
        status = await system.status("findings")
    assert (status.held, status.position) == ("store-behind-checkpoint", 0)
    async with Client(system.address("findings"), lambda: system.token("admin"), retries=False) as client:
        with pytest.raises(Refused, match="events are known"):
            await client.call(f"{FINDINGS}/RegisterOrganisation", organisation("LATE"), timeout=10)
    said = await system.call("findings", f"{RECOVERY}/RecoverSuffix", RecoverSuffixRequest(dry_run=True), seconds=60)
    assert (said.position, said.known >= said.proven > 0, said.restored) == (0, True, 0)
    assert "no copy holds 1 and later" in said.why
    system.nats.start()
    system.launch("audit")
    await system.answering()
    async with load:
        await load.more(20)
        await load.stop()
        await everything_holds(system, load)
    assert (await history(system, "findings"))[: len(before)] == before
    shared.whole = True


@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_the_mirror_s_own_database_is_made_again_from_all_sources(shared: Shared, tmp_path: Path) -> None:
    await hurt(shared, tmp_path, "audit", lambda system, service, _: lose(system, service))


async def test_an_older_database_of_the_mirror_is_made_whole(shared: Shared, tmp_path: Path) -> None:
    await hurt(shared, tmp_path, "audit", put_back)


@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_an_older_folder_of_the_broker_loses_nothing(shared: Shared, tmp_path: Path) -> None:
    """R1: the streams are extended again from the stores, and every follower has what it missed."""
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(40)
        await load.stop()
        await system.at_rest()
    system.nats.stop()
    shutil.copytree(system.nats.data, tmp_path / "nats")
    system.nats.start()
    async with load:
        await load.more(60)
        await load.stop()
        await system.at_rest()
    system.nats.stop()
    shutil.rmtree(system.nats.data)
    shutil.copytree(tmp_path / "nats", system.nats.data)
    system.nats.start()
    async with load:
        await load.more(20)
        await load.stop()
        await everything_holds(system, load)
    shared.whole = True
