"""A log whose signed end is nowhere: it refuses, two custodians decide, and it goes on under another origin."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL
from rectify.audit.v1 import audit_service_pb2 as audit
from rectify.log.v1 import log_service_pb2 as log
from rectify.recovery.v1.recovery_service_pb2 import Custodian, ForkLogRequest

from chassis.refusals import Refused
from chassis.rpc.client import Client
from testkit.system import System
from tests.system.conftest import Pool
from tests.system.load import FINDINGS, Load, everything_holds, organisation
from tests.system.test_restoring import copy, history, put_back
from translog.codec import b64encode
from translog.note import ED25519, SignerKey
from translog.record import VerifyState, verify_rows

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

RECOVERY = "rectify.recovery.v1.RecoveryService"
FIRST, SECOND, STRANGER = (SignerKey(f"test/custodian-{n}", ED25519, bytes([n]) * 32) for n in (1, 2, 3))


@pytest.fixture(params=["sqlite", "postgres"])
def system(request: pytest.FixtureRequest, pool: Pool, tmp_path: Path) -> Iterator[System]:
    custodians = {"CUSTODIANS": f"{FIRST.verifier},{SECOND.verifier}"}
    with System(tmp_path / "data", pool.databases(request.param), settings=custodians) as system:
        yield system


def cut_mirror(system: System, source: str, size: int) -> None:
    """The mirror never had, or lost with its database, what lies beyond a size; the witness in it neither."""
    statements = [
        ("DELETE FROM mirror_refs WHERE source = ? AND position > ?", (source, size)),
        ("DELETE FROM mirror_rows WHERE source = ? AND position > ?", (source, size)),
        ("UPDATE mirror_heads SET position = ?, known = ? WHERE source = ?", (size, size, source)),
    ]
    if "audit" in system.databases:
        with psycopg.connect(system.databases["audit"], autocommit=True) as connection:
            for sql, values in statements:
                connection.execute(sql.replace("?", "%s").encode(), values)
        return
    with closing(sqlite3.connect(system.data / "audit" / "store.sqlite", isolation_level=None)) as connection:
        for sql, values in statements:
            connection.execute(sql, values)


def signed(statement: str, *signers: SignerKey) -> ForkLogRequest:
    return ForkLogRequest(
        custodians=[Custodian(vkey=str(one.verifier), signature=b64encode(one.sign(statement).value)) for one in signers]
    )


async def test_a_log_whose_end_is_nowhere_goes_on_under_another_origin(system: System, tmp_path: Path) -> None:
    load = Load(system)
    async with load:
        await load.more(40)
        await load.stop()
        await system.at_rest()
    system.kill("findings")
    copy(system, "findings", tmp_path / "old.sqlite")
    before = kept(system, "findings", tmp_path)
    size = len(before)
    system.launch("findings")
    await system.answering()
    async with load:
        await load.more(20)
        await load.stop()
        await system.at_rest()
    former = (await system.call("findings", "rectify.log.v1.LogService/Head", log.HeadRequest(), "service:audit")).source
    assert former == "test/findings/1"
    # Database, mirror and streams end where the copy ends; what was signed stands in `checkpoint`, and the witness knows it.
    for service in ("findings", "audit"):
        system.kill(service)
    put_back(system, "findings", tmp_path / "old.sqlite")
    cut_mirror(system, former, size)
    system.nats.stop()
    shutil.rmtree(system.nats.data)
    system.nats.start()
    system.launch("findings")
    system.launch("audit")
    await system.answering()
    status = await system.status("findings")
    while not status.held:
        status = await system.status("findings")
    async with Client(system.address("findings"), lambda: system.token("admin"), retries=False) as client:
        with pytest.raises(Refused, match="events are known"):
            await client.call(f"{FINDINGS}/RegisterOrganisation", organisation("LATE"), timeout=10)
    run = await system.call("audit", "rectify.audit.v1.AuditService/RunAudits", audit.RunAuditsRequest(), "auditor", seconds=300)
    assert {one.id for one in run.audits if one.outcome != "PASS"} >= {"I06", "I07"}
    # What would be lost.
    said = await system.call("findings", f"{RECOVERY}/ForkLog", ForkLogRequest(dry_run=True), seconds=60)
    assert (said.former, said.fresh, said.size, said.forked) == (former, "test/findings/2", size, False)
    assert said.known > said.size >= said.sealed > 0
    assert f"\n{said.vkey}\n" in said.statement
    for wrong in ([FIRST], [FIRST, FIRST], [FIRST, STRANGER], []):
        with pytest.raises(Refused, match="custodian"):
            await system.call("findings", f"{RECOVERY}/ForkLog", signed(said.statement, *wrong), seconds=60)
    other = said.statement.replace(f"\n{said.known}\n", f"\n{said.known - 1}\n")
    with pytest.raises(Refused, match=re.escape(FIRST.name)):
        await system.call("findings", f"{RECOVERY}/ForkLog", signed(other, FIRST, SECOND), seconds=60)
    done = await system.call("findings", f"{RECOVERY}/ForkLog", signed(said.statement, FIRST, SECOND), seconds=60)
    assert done.forked
    process = system.processes["findings", 0].process
    assert process is not None
    process.wait(60)
    system.launch("findings")
    await system.answering()
    acknowledged = {key: event for key, event in load.acknowledged.items() if key[0] != former}
    acknowledged |= {("test/findings/2", key[1]): event for key, event in load.acknowledged.items() if key[1] <= size}
    load.acknowledged = acknowledged
    async with load:
        await load.more(40)
        await load.stop()
        await everything_holds(system, load)
    rows = await history(system, "findings")
    assert rows[:size] == before
    state = verify_rows(rows, commitments=True, state=VerifyState(src="test/findings/2"))
    state.check_end()
    head = await system.call("findings", "rectify.log.v1.LogService/Head", log.HeadRequest(), "service:audit")
    assert (head.source, head.position) == ("test/findings/2", state.size)
    answer = await system.call("audit", "rectify.audit.v1.AuditService/RunAudits", audit.RunAuditsRequest(), "auditor", seconds=300)
    notes = {one.id: one.note for one in answer.audits}
    assert f"{former} ended at {size} with {said.known} events known" in notes["I06"]
    assert f"{former} ended at {size} with {said.known} events known" in notes["I07"]
    with pytest.raises(Refused, match="nothing is lost"):
        await system.call("findings", f"{RECOVERY}/ForkLog", ForkLogRequest(dry_run=True), seconds=60)
    # Everything again, from its files.
    for service in system.services:
        system.kill(service)
    for service in system.services:
        system.launch(service)
    await system.answering()
    async with load:
        await load.more(20)
        await load.stop()
        await everything_holds(system, load)
    assert (await history(system, "findings"))[: len(rows)] == rows


def kept(system: System, service: str, tmp_path: Path) -> list[tuple[int, bytes]]:
    """Position and bytes of every event in the database of a service that stands still."""
    sql = "SELECT notification_id, state FROM stored_events ORDER BY notification_id"
    if service in system.databases:
        with psycopg.connect(system.databases[service]) as connection:
            return [(int(position), bytes(state)) for position, state in connection.execute(SQL(sql))]
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as connection:
        return [(int(position), bytes(state)) for position, state in connection.execute(sql)]
