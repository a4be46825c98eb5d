"""The import contracts catch what they are for: each planted violation is named."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Contract, file, the line planted in it, and the import as the contract's report names it.
PLANTED = [
    ("services-never-meet", "services/findings/model/case.py", "import supervision.model", "findings.model.case -> supervision.model"),
    ("services-never-meet", "services/supervision/policies/obligations.py", "import findings.events", "supervision.policies.obligations -> findings.events"),
    ("kernel", "libs/kernel/errors.py", "import orjson", "kernel.errors -> orjson"),
    ("kernel", "libs/kernel/tables.py", "import chassis.service", "kernel.tables -> chassis.service"),
    ("translog", "libs/translog/codec.py", "import kernel.errors", "translog.codec -> kernel.errors"),
    ("translog", "libs/translog/merkle.py", "import pydantic", "translog.merkle -> pydantic"),
    ("witness", "libs/witness/client.py", "import chassis.clock", "witness.client -> chassis.clock"),
    ("witness", "libs/witness/memory.py", "import pydantic", "witness.memory -> pydantic"),
    ("rulebook", "libs/rulebook/period.py", "import chinese_calendar", "rulebook.period -> chinese_calendar"),
    ("chassis", "libs/chassis/mapping.py", "import findings.events", "chassis.mapping -> findings.events"),
    ("testkit", "libs/chassis/clock.py", "import testkit", "chassis.clock -> testkit"),
    ("services-and-cli", "services/audit/history.py", "import cli.main", "audit.history -> cli.main"),
    ("rooms", "services/supervision/events/case.py", "import supervision.model.case", "supervision.events.case -> supervision.model"),
    ("rooms", "services/supervision/model/case.py", "import supervision.handlers.organ", "supervision.model.case -> supervision.handlers"),
    ("only-service-knows-the-chassis", "services/findings/handlers/case.py", "import chassis.clock", "findings.handlers.case -> chassis.clock"),
    ("only-wire-knows-protobuf", "services/supervision/handlers/organ.py", "import google.protobuf", "supervision.handlers.organ -> google"),
    ("only-wire-knows-protobuf", "services/findings/model/finding.py", "import rectify.log.v1", "findings.model.finding -> rectify"),
    ("frameworks", "services/audit/verify.py", "import nats", "audit.verify -> nats"),
    ("frameworks", "libs/cli/render.py", "import psycopg", "cli.render -> psycopg"),
    ("domain-does-no-io", "services/supervision/model/obligation.py", "import time", "supervision.model.obligation -> time"),
    ("domain-does-no-io", "services/findings/policies/case.py", "import random", "findings.policies.case -> random"),
    ("store-names-the-databases", "libs/chassis/dispatch/way.py", "import sqlite3", "chassis.dispatch.way -> sqlite3"),
]  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say about a copy of the code with every violation planted in it."""
    copy = tmp_path_factory.mktemp("planted")
    for room in ("libs", "services"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    for _, file, line, _ in PLANTED:
        path = copy / file
        path.write_text(f"{path.read_text()}\n\ndef _planted() -> None:\n    {line}\n")
    # A module that belongs to no room.
    (copy / "services/findings/helpers.py").write_text('"""Planted."""\n')
    environment = {
        "PYTHONPATH": f"{copy / 'libs'}:{copy / 'libs/contracts'}:{copy / 'services'}",
        "PATH": "/usr/bin:/bin",
        "COLUMNS": "400",
    }
    tool = Path(sys.executable).with_name("lint-imports")
    command = [str(tool), "--config", str(ROOT / ".importlinter"), "--no-cache", "--verbose"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=copy, env=environment)
    assert done.returncode != 0
    return re.sub(r"\s+", " ", done.stdout + done.stderr)


@pytest.mark.parametrize(("contract", "file", "line", "named"), PLANTED, ids=[f"{c}: {n}" for c, _, _, n in PLANTED])
def test_a_planted_import_is_named(report: str, contract: str, file: str, line: str, named: str) -> None:
    assert named in report


def test_a_room_that_is_not_declared_is_named(report: str) -> None:
    assert "findings.helpers" in report


def test_the_code_itself_keeps_every_contract() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts/arch.py")], capture_output=True, text=True, check=False, cwd=ROOT)
    assert re.fullmatch(r"arch: \d+ kept, 0 broken\n", done.stdout), done.stdout + done.stderr


def test_a_check_that_did_not_run_is_no_pass(tmp_path: Path) -> None:
    config = tmp_path / "importlinter"
    config.write_text("[importlinter]\nroot_packages =\n    no_such_package\n")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/arch.py"), str(config)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode != 0
