"""The key of a log changes while the system runs: what was proved before and what is proved after verify by one policy."""

import json
import os
import re
import runpy
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translog.note import VerifierKey
from translog.policy import Policy

ROOT = Path(__file__).resolve().parents[2]
FINDING = "2026-1-CGJ-05"

pytestmark = [pytest.mark.campaign, pytest.mark.live, pytest.mark.timeout(600)]

Rectify = Callable[..., str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def rectify(data: Path) -> Iterator[Rectify]:
    """The program, beside a system that runs."""
    environment = {**os.environ, "RECTIFY_DATA": str(data), "RECTIFY_AS": "office@XCB", "PYTHONIOENCODING": "utf-8"}
    play = str(ROOT / "tests/acceptance/A01.yaml")
    command = [sys.executable, "-m", "cli.main", "up", "--data", str(data), "--port", "0", "--play", play]
    errors = data.with_name("up.err")

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "cli.main", *words], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    with (
        errors.open("w") as err,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, text=True, env=environment) as process,
    ):
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("ready "), errors.read_text("utf-8")
            yield run
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def test_what_both_keys_signed_verifies_and_every_audit_holds(rectify: Rectify, data: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    former = VerifierKey.parse((data / "keys" / "findings.log.vkey").read_text().strip())
    rectify("clock", "advance", "1d")
    rectify("finding", "bundle", FINDING, "--out", str(elsewhere / "before.json"))
    rectify("recover", "rotate-key", "findings", "--dry-run")
    assert VerifierKey.parse((data / "keys" / "findings.log.vkey").read_text().strip()) == former
    said = rectify("recover", "rotate-key", "findings", "--lang", "en")
    fresh = VerifierKey.parse((data / "keys" / "findings.log.vkey").read_text().strip())
    assert fresh != former
    assert f"{fresh} signs from now on in the place of {former}" in re.sub(r"\s+", " ", said)
    rectify("finding", "bundle", FINDING, "--out", str(elsewhere / "both.json"))
    # The log of the witness itself, whose mirror lies in its own database, and one key after another.
    for service in ("audit", "publicity", "publicity"):
        assert "signs from now on" in rectify("recover", "rotate-key", service, "--lang", "en")
    rectify("clock", "advance", "1d")
    rectify("finding", "bundle", FINDING, "--out", str(elsewhere / "after.json"))
    audits = rectify("audit", "run", "--as", "auditor", "--lang", "en")
    assert "I06" in audits
    assert "FAIL" not in audits, audits
    policy = Policy.parse((data / "policy.txt").read_bytes())
    assert set(policy.keys_of(fresh.name)) == {former, fresh}
    assert len(policy.keys_of(fresh.name.replace("/findings/", "/publicity/"))) == 3
    (elsewhere / "policy.txt").write_bytes(policy.text())
    runpy.run_path(str(ROOT / "scripts" / "verifier.py"))["pack"](elsewhere / "verify.pyz")
    for bundle in ("before.json", "both.json", "after.json"):
        done = subprocess.run(
            [sys.executable, "-I", "verify.pyz", bundle, "--policy", "policy.txt", "--lang", "en"],
            cwd=elsewhere,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Verdict: VALID"), f"{bundle}: {done.stdout}{done.stderr}"
    # By the former key alone nothing that came after verifies.
    checkpoint = next(log for log in json.loads((elsewhere / "after.json").read_text())["logs"] if log["origin"] == fresh.name)
    assert former.key_id.hex() != fresh.key_id.hex()
    assert f"— {fresh.name} " in checkpoint["checkpoint"]
    old = Policy.make([log for log in policy.logs if log.key != fresh], policy.witnesses, policy.groups, policy.quorum)
    (elsewhere / "old.txt").write_bytes(old.text())
    done = subprocess.run(
        [sys.executable, "-I", "verify.pyz", "after.json", "--policy", "old.txt", "--lang", "en"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0, done.stdout
