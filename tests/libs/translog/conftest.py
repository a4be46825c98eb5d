"""Samples of this library's tests: envelope fields, keys, and the folder of public test vectors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translog.record import Place, Record, Sealing, build

KEY = bytes(range(32))
SEED = bytes(range(100, 132))


@pytest.fixture
def vectors() -> Path:
    """Folder of vectors beside the checkout; the tests that need it are skipped without it."""
    folder = Path(__file__).parents[4] / "shared" / "vectors"
    if not folder.is_dir():
        pytest.skip(f"public test vectors are not beside the checkout ({folder})")
    return folder


@pytest.fixture
def fields() -> dict[str, Any]:
    """Envelope fields of an event of version 2, without `body`."""
    return {
        "v": "1",
        "src": "sandbox-1/findings/1",
        "agg": "0a" * 16,
        "ver": "2",
        "type": "findings.finding.signed-off.v1",
        "at": "2026-03-02T01:00:00.000001Z",
        "eff": "2026-02-28T09:30:00.000000Z",
        "cmd": "0f0e0d0c-0b0a-4908-8706-050403020100",
        "caus": ["sandbox-1/findings/1:9", "sandbox-1/supervision/2:17"],
        "refs": ["0b" * 16, "0c" * 16],
        "actor": "0d" * 16,
        "role": "office-director",
        "org": "0e" * 16,
        "pol": "1f" * 32,
        "rule": "village-2026@3:R-30#" + "2e" * 32,
        "prev": "3d" * 32,
    }


@pytest.fixture
def clear() -> dict[str, object]:
    """Clear values of every allowed kind."""
    return {
        "title": "整改完成，申请销号",
        "note": 'quotes " and \\ and \n and \u2028',
        "complete": True,
        "reopened": None,
        "criteria": ["a", "b"],
        "score": {"value": "97.5", "unit": "分", "parts": [True, None, {"x": []}]},
        "empty": "",
        "amount": "1200.00",
    }


@pytest.fixture
def sealed() -> dict[str, Sealing]:
    """Two fields to seal."""
    return {
        "person": Sealing("case/7", KEY, "办公室主任甲", b"n" * 12, b"s" * 16),
        "lead": Sealing("case/7", KEY, {"text": "线索内容", "about": ["村主任乙"]}, b"m" * 12, b"t" * 16),
    }


@pytest.fixture
def record(fields: dict[str, Any], clear: dict[str, object], sealed: dict[str, Sealing]) -> Record:
    """A record with clear and sealed fields."""
    return build(fields, clear, sealed, SEED)


@pytest.fixture
def place() -> Place:
    """Where `record` belongs."""
    return Place("sandbox-1/findings/1", "0a" * 16, "2")


type LogMaker = Callable[[int, int], list[tuple[int, bytes]]]


@pytest.fixture
def make_log(fields: dict[str, Any]) -> LogMaker:
    """(rows, aggregates) → a clean log; the aggregates take turns."""

    def make(count: int, aggregates: int) -> list[tuple[int, bytes]]:
        heads: dict[str, tuple[int, str]] = {}
        rows: list[tuple[int, bytes]] = []
        for number in range(count):
            aggregate = f"{number % aggregates:032x}"
            version, prev = heads.get(aggregate, (0, ""))
            made = build(
                {
                    **fields,
                    "agg": aggregate,
                    "ver": str(version + 1),
                    "prev": prev,
                    "at": f"2026-03-02T01:00:{number // 2:02d}.000000Z",
                },
                {"title": f"第{number}条"},
                {},
                number.to_bytes(32, "big"),
            )
            heads[aggregate] = (version + 1, made.leaf.hex())
            rows.append((number + 1, made.state))
        return rows

    return make
