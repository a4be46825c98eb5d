"""Parquet files of logs: one a month, whole, read by DuckDB and Polars, and enough to verify everything again."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from cli import exporting
from cli.exporting import Row, write_months
from translog.record import Sealing, build, leaf_hash, random_sealing, random_seed, unpack, verify_rows

SOURCE = "test/findings/1"
AGG = "a" * 32


def log(count: int, months: int = 3) -> Iterator[Row]:
    """A log of one aggregate, spread over months; every third event has a sealed name."""
    previous = ""
    for n in range(1, count + 1):
        month = 1 + (n - 1) * months // count
        fields: dict[str, Any] = {
            "v": "1", "src": SOURCE, "agg": AGG, "ver": str(n), "type": "findings.finding.registered.v1",
            "at": f"2026-{month:02d}-28T23:59:59.000001Z", "eff": f"2026-{month:02d}-27T16:00:00.000000Z",
            "cmd": f"00000000-0000-4000-8000-{n:012d}", "caus": [f"test/leads/1:{n}"], "refs": [AGG],
            "actor": "b" * 32, "role": "office", "org": "c" * 32, "pol": "d" * 64, "rule": "", "prev": previous,
        }  # fmt: skip
        sealed: dict[str, Sealing] = {"name": random_sealing("key-1", bytes(32), "办公室主任甲")} if n % 3 == 0 else {}
        made = build(fields, {"number": str(n), "wording": "资金滞留"}, sealed, random_seed())
        previous = made.leaf.hex()
        yield Row(n, n if n % 2 else None, made.state, made.leaf)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[exporting.Written]:
    monkeypatch.setattr(exporting, "LOT", 7)
    return list(write_months(SOURCE, log(100), tmp_path / "out"))


def test_one_file_a_month_and_nothing_else_in_the_folder(files: list[exporting.Written]) -> None:
    assert [(one.file.name, one.month, one.first, one.last, one.events) for one in files] == [
        ("test.findings.1.2026-01.parquet", "2026-01", 1, 34, 34),
        ("test.findings.1.2026-02.parquet", "2026-02", 35, 67, 33),
        ("test.findings.1.2026-03.parquet", "2026-03", 68, 100, 33),
    ]
    folder = files[0].file.parent
    assert sorted(path.name for path in folder.iterdir()) == [one.file.name for one in files]
    assert all(len(one.sha256) == 64 for one in files)


def test_duckdb_and_polars_read_the_same(files: list[exporting.Written]) -> None:
    pattern = str(files[0].file.parent / "*.parquet")
    sql = (
        "SELECT count(*), min(position), max(position), count(pub), epoch_us(min(recorded)), max(len(causes)), "
        f"sum(CAST(json_extract_string(body, '$.number') AS INTEGER)) FROM read_parquet('{pattern}')"
    )
    found = duckdb.connect().execute(sql).fetchone()
    assert found is not None
    assert found[:4] == (100, 1, 100, 50)
    assert found[4] == int(datetime(2026, 1, 28, 23, 59, 59, tzinfo=UTC).timestamp()) * 1_000_000 + 1
    assert found[5:] == (1, 5050)
    frame = pl.read_parquet(pattern)
    assert frame.schema == exporting.SCHEMA
    assert (frame.height, frame["position"].to_list()) == (100, list(range(1, 101)))
    assert frame["refs"].to_list()[0] == [AGG]
    assert frame["body"][2] == '{"name":{"sealed":"A256GCM"},"number":"3","wording":"资金滞留"}'


def test_what_is_exported_verifies_again(files: list[exporting.Written]) -> None:
    frame = pl.read_parquet(str(files[0].file.parent / "*.parquet"))
    found = verify_rows(frame.select("position", "state").iter_rows(), commitments=True)
    assert (found.size, found.broken) == (100, [])
    for state, leaf in frame.select("state", "leaf").iter_rows():
        assert leaf_hash(unpack(state)[0]) == leaf


def test_nothing_sealed_is_readable(files: list[exporting.Written]) -> None:
    for one in files:
        assert "办公室主任甲".encode() not in one.file.read_bytes()


def test_an_empty_log_has_no_file(tmp_path: Path) -> None:
    assert list(write_months(SOURCE, [], tmp_path / "out")) == []


@pytest.mark.campaign
def test_a_million_events_need_bounded_memory(tmp_path: Path) -> None:
    """In a process of its own, whose peak is its own: 10^6 events of one month in at most 500 MB."""
    program = (
        "import sys; from pathlib import Path; from tests.libs.cli.test_exporting import log, SOURCE;"
        "from cli.exporting import Row, write_months; from itertools import cycle, islice;"
        "rows = list(log(1000, 1));"
        "many = (Row(n, None, r.state, r.leaf) for n, r in enumerate(islice(cycle(rows), 1_000_000), 1));"
        "(one,) = write_months(SOURCE, many, Path(sys.argv[1]));"
        "assert one.events == 1_000_000;"
        "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) * 1024 <= 500_000_000
