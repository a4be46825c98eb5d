"""Replays of a running system: equal, twice, in two processes; what root planted in a read model is found and named."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from rectify.ops.v1.ops_service_pb2 import ReplayRequest, ReplayResponse, RunChecksRequest, RunChecksResponse

from chassis.rpc.client import Client
from tests.system.conftest import Shared

pytestmark = pytest.mark.campaign

ROOT = Path(__file__).resolve().parents[2]
FINDING = "2026-1-CGJ-05"

Rectify = Callable[..., tuple[int, str, str]]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("shared", ["sqlite", "postgres"], indirect=True)
async def test_a_fold_from_zero_equals_the_live_read_models_in_two_processes(shared: Shared) -> None:
    """On either database, while the service goes on."""
    system, load = shared.system, shared.load
    async with load:
        await load.more(40)
        await load.stop()
    await system.at_rest(60)
    token = system.token("auditor", "d" * 32)
    async with Client(system.address("findings"), lambda: token) as client:
        found: ReplayResponse = await client.call("rectify.ops.v1.OpsService/Replay", ReplayRequest(twice=True), timeout=120)
        checks: RunChecksResponse = await client.call(
            "rectify.ops.v1.OpsService/RunChecks", RunChecksRequest(ids=["I15", "I16"]), timeout=120
        )
    assert found.ok
    assert found.note.startswith("hash seeds ")
    assert {model.name for model in found.models} >= {"ledger", "cases", "rounds"}
    for model in found.models:
        assert model.digest == model.live_digest == model.again, model.name
    assert sum(model.rows for model in found.models) > 0
    assert [(one.id, list(one.findings), one.checked > 0) for one in checks.results] == [("I15", [], True), ("I16", [], True)]
    assert checks.results[1].note.startswith("seed ")
    assert "one process" not in checks.results[1].note


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Rectify]]:
    """A sandbox with the play of A01, and the command line over it."""
    data = tmp_path_factory.mktemp("system") / "data"
    environment = {
        **os.environ,
        "RECTIFY_DATA": str(data),
        "RECTIFY_AS": "auditor",
        "RECTIFY_LANG": "en",
        "PYTHONIOENCODING": "utf-8",
    }

    def rectify(*words: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "cli.main", *words], env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout, done.stderr

    play = str(ROOT / "tests/acceptance/A01.yaml")
    command = [sys.executable, "-m", "cli.main", "up", "--data", str(data), "--port", "0", "--play", play]
    errors = data.with_name("up.err")
    with (
        errors.open("w") as err,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, text=True, env=environment) as process,
    ):
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("ready "), errors.read_text("utf-8")
            yield data, rectify
        finally:
            process.terminate()
            process.communicate()


@pytest.mark.live
@pytest.mark.timeout(300)
def test_a_planted_difference_is_named_and_goes_again(played: tuple[Path, Rectify]) -> None:
    data, rectify = played
    code, _, err = rectify("audit", "replay")
    assert code == 0, err
    assert "nothing differs" in err
    with closing(sqlite3.connect(data / "findings" / "store.sqlite", timeout=30)) as connection:
        with connection:
            connection.execute("UPDATE view_ledger SET wording = 'forged' WHERE number = ?", (FINDING,))
        code, _, err = rectify("audit", "replay", "--service", "findings", "--model", "ledger")
        assert code == 1
        assert "of ledger differs in wording" in err
        assert "forged" not in err
        code, _, err = rectify("audit", "run", "--ids", "I15")
        assert (code, "row-differs" in err) == (1, True)
        wording = rectify("finding", "show", FINDING, "-o", "json")[1]
        assert "forged" not in wording  # one thing is answered from its own events
        with connection:
            connection.execute("DELETE FROM view_ledger WHERE number = ?", (FINDING,))
    assert "of ledger is missing" in rectify("audit", "replay", "--service", "findings")[2]


@pytest.mark.live
@pytest.mark.timeout(300)
def test_dates_are_compared_explained_and_exported(played: tuple[Path, Rectify], tmp_path: Path) -> None:
    _, rectify = played
    code, out, err = rectify("audit", "explain", FINDING)
    assert code == 0, err
    assert "started by findings:" in out
    assert "REGISTERED" in out
    code, out, err = rectify("audit", "diff", "2026-01-01", "2026-03-02T09:00", "--service", "findings", "--about", FINDING)
    assert code == 0, err
    assert "findings: " in err
    code, out, err = rectify("audit", "export", "--out", str(tmp_path / "parquet"))
    assert code == 0, err
    assert not list((tmp_path / "parquet").glob("*.leads.*"))
    files = f"read_parquet('{tmp_path}/parquet/*.parquet')"
    sql = f"SELECT DISTINCT split_part(source, '/', 2) FROM {files} WHERE octet_length(state) > 0"
    assert {"audit", "findings", "supervision"} <= {service for (service,) in duckdb.connect().execute(sql).fetchall()}
