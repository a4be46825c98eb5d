"""A log whose signed end is nowhere: it refuses, two custodians decide, and it goes on under another origin."""

import json
import os
import re
import runpy
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL
from rectify.audit.v1 import audit_service_pb2 as audit
from rectify.log.v1 import log_service_pb2 as log
from rectify.recovery.v1.recovery_service_pb2 import Custodian, ForkLogRequest

from chassis.refusals import Refused
from chassis.rpc.client import Client
from cli.failure import Exit
from testkit.system import System
from tests.system.conftest import Pool
from tests.system.load import FINDINGS, Load, everything_holds, organisation
from tests.system.test_restoring import copy, history, put_back
from translog.codec import b64encode
from translog.note import ED25519, SignerKey
from translog.policy import Policy
from translog.record import VerifyState, verify_rows

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

ROOT = Path(__file__).resolve().parents[2]
FINDING = "2026-1-CGJ-05"
EXIT_BLOCKED = int(Exit.FAILED)
RECOVERY = "rectify.recovery.v1.RecoveryService"
FIRST, SECOND, STRANGER = (SignerKey(f"test/custodian-{n}", ED25519, bytes([n]) * 32) for n in (1, 2, 3))


@pytest.fixture(params=["sqlite", "postgres"])
def system(request: pytest.FixtureRequest, pool: Pool, tmp_path: Path) -> Iterator[System]:
    custodians = {"CUSTODIANS": f"{FIRST.verifier},{SECOND.verifier}"}
    with System(tmp_path / "data", pool.databases(request.param), settings=custodians) as system:
        yield system


def cut(source: str, size: int) -> list[tuple[str, tuple[object, ...]]]:
    """What takes from a mirror the rows of a log beyond a size."""
    return [
        ("DELETE FROM mirror_refs WHERE source = ? AND position > ?", (source, size)),
        ("DELETE FROM mirror_rows WHERE source = ? AND position > ?", (source, size)),
        ("UPDATE mirror_heads SET position = ?, known = ? WHERE source = ?", (size, size, source)),
    ]


def cut_mirror(system: System, source: str, size: int) -> None:
    """The mirror never had, or lost with its database, what lies beyond a size; the witness in it neither."""
    statements = cut(source, size)
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


# --- by the program ----------------------------------------------------------------------------------------------------------


@contextmanager
def up(data: Path, *more: str) -> Iterator[None]:
    """A system that runs."""
    command = [sys.executable, "-m", "cli.main", "up", "--data", str(data), *more]
    errors = data.with_name("up.err")
    with errors.open("a") as err, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("ready "), errors.read_text("utf-8")
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def rectify(data: Path, *words: str, code: int = 0) -> str:
    """The program, beside a system that runs."""
    environment = {**os.environ, "RECTIFY_DATA": str(data), "RECTIFY_AS": "office@XCB", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "cli.main", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return re.sub(r"\s+", " ", done.stdout + done.stderr)


def test_by_the_program_it_goes_on_and_its_bundles_verify_without_it(tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    elsewhere.mkdir()
    vkeys = [rectify(data, "recover", "custodian", f"county.example/{n}", "--out", str(tmp_path / n)).strip() for n in "ab"]
    rectify(data, "recover", "custodian", "county.example/c", "--out", str(tmp_path / "c"))
    clock = ["--clock", "2026-03-02T09:00+08:00"]
    named = [word for vkey in vkeys for word in ("--custodian", vkey)]
    with up(data, "--port", "0", "--play", str(ROOT / "tests/acceptance/A01.yaml"), *named):
        rectify(data, "finding", "bundle", FINDING, "--out", str(elsewhere / "before.json"))
    shutil.copy(data / "findings" / "store.sqlite", tmp_path / "old.sqlite")
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as connection:
        ((size,),) = connection.execute("SELECT max(notification_id) FROM stored_events")
    with up(data, *clock):
        rectify(data, "clock", "advance", "1d")
        former = (data / "keys" / "findings.log.vkey").read_text().partition("+")[0]
    shutil.copy(tmp_path / "old.sqlite", data / "findings" / "store.sqlite")
    with closing(sqlite3.connect(data / "audit" / "store.sqlite", isolation_level=None)) as connection:
        for sql, values in cut(former, size):
            connection.execute(sql, values)
    shutil.rmtree(data / "nats")
    with up(data, *clock):
        rectify(data, "recover", "suffix", "findings", code=1)
        said = rectify(data, "recover", "fork", "findings", "--dry-run", "--lang", "en")
        assert f"{former} ends at {size}" in said
        first, second, third = ([f"--custodian={tmp_path / n}"] for n in "abc")
        for wrong in ([], first, first * 2, first + third):
            rectify(data, "recover", "fork", "findings", *wrong, code=EXIT_BLOCKED)
        said = rectify(data, "recover", "fork", "findings", *first, *second, "--lang", "en")
        fresh = f"{former[:-1]}2"
        assert f"it goes on as {fresh}" in said
        await_policy(data, fresh)
        rectify(data, "clock", "advance", "1d")
        rectify(data, "finding", "bundle", FINDING, "--out", str(elsewhere / "after.json"))
        assert "FAIL" not in rectify(data, "audit", "run", "--as", "auditor", "--lang", "en")
        assert "nothing is lost" in rectify(data, "recover", "fork", "findings", "--dry-run", "--lang", "en", code=EXIT_BLOCKED)
        rectify(data, "audit", "replay", "--service", "findings", "--as", "auditor")
    policy = Policy.parse((data / "policy.txt").read_bytes())
    assert policy.keys_of(former)
    assert policy.keys_of(fresh)
    with up(data, *clock):
        rectify(data, "clock", "advance", "1d")
        assert "FAIL" not in rectify(data, "audit", "run", "--as", "auditor", "--lang", "en")
    shutil.copy(data / "policy.txt", elsewhere)
    runpy.run_path(str(ROOT / "scripts" / "verifier.py"))["pack"](elsewhere / "verify.pyz")
    for bundle in ("before.json", "after.json"):
        command = [sys.executable, "-I", "verify.pyz", bundle, "--policy", "policy.txt", "--lang", "en"]
        done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Verdict: VALID"), f"{bundle}: {done.stdout}{done.stderr}"
    logs = {log["origin"] for log in json.loads((elsewhere / "after.json").read_text())["logs"]}
    assert fresh in logs
    assert former not in logs


def await_policy(data: Path, origin: str, seconds: float = 60.0) -> None:
    """Until the system's policy knows a log, whose process began again."""
    end = time.monotonic() + seconds
    while not Policy.parse((data / "policy.txt").read_bytes()).keys_of(origin):
        assert time.monotonic() < end
        time.sleep(0.05)
