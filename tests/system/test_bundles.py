"""From a running system to a file that verifies in an empty folder, with every server stopped."""

import os
import re
import runpy
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from translog.note import COSIGNATURE, SignerKey
from translog.policy import Group, Policy, Witness

ROOT = Path(__file__).resolve().parents[2]
FINDING, CASE = "2026-1-CGJ-05", "2026-1/CGJ"

pytestmark = [pytest.mark.live, pytest.mark.timeout(600)]


class Taken(NamedTuple):
    """What was taken along before everything was stopped, in a folder of its own."""

    folder: Path

    def verify(self, bundle: str, policy: str = "policy.txt") -> tuple[int, str]:
        """Exit code and report of the program that is one file, run where nothing of this project is to be found."""
        done = subprocess.run(
            [sys.executable, "-I", "rectify-verify.pyz", bundle, "--policy", policy, "--lang", "en"],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    data, folder = tmp_path_factory.mktemp("system") / "data", tmp_path_factory.mktemp("elsewhere")
    environment = {**os.environ, "RECTIFY_DATA": str(data), "RECTIFY_AS": "office@XCB", "PYTHONIOENCODING": "utf-8"}

    def rectify(*words: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "cli.main", *words], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

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
            rectify("clock", "advance", "1d")
            rectify("finding", "bundle", FINDING, "--out", str(folder / "finding.bundle.json"))
            rectify("case", "bundle", CASE, "--out", str(folder / "case.bundle.json"))
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()
    (folder / "policy.txt").write_bytes((data / "policy.txt").read_bytes())
    runpy.run_path(str(ROOT / "scripts" / "verifier.py"))["pack"](folder / "rectify-verify.pyz")
    return Taken(folder)


@pytest.mark.parametrize("bundle", ["finding.bundle.json", "case.bundle.json"])
def test_a_bundle_is_valid_where_nothing_else_is(taken: Taken, bundle: str) -> None:
    code, report = taken.verify(bundle)
    assert (code, report.splitlines()[0]) == (0, "Verdict: VALID"), report


def test_the_history_of_the_finding_is_complete_up_to_the_nights_seal(taken: Taken) -> None:
    _, report = taken.verify("finding.bundle.json")
    assert "State seal of 2026-03-03" in report
    assert "complete up to the state seal" in report
    assert "findings.finding.registered.v1" in report


def test_any_changed_byte_is_named(taken: Taken) -> None:
    whole = (taken.folder / "finding.bundle.json").read_bytes()
    for place in (len(whole) // 7, len(whole) // 3, len(whole) // 2, len(whole) - 40):
        (taken.folder / "changed.json").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        code, report = taken.verify("changed.json")
        assert (code, report.startswith("Verdict: INVALID")) == (1, True), f"byte {place}: {report}"
        assert re.search(r"\[[a-z0-9-]+\] ", report), report


def test_a_policy_that_demands_another_witness_too_leaves_it_undecided(taken: Taken) -> None:
    own = Policy.parse((taken.folder / "policy.txt").read_bytes())
    other = Witness("another", SignerKey("another.example/witness", COSIGNATURE, bytes(range(32))).verifier)
    members = [*(witness.name for witness in own.witnesses), other.name]
    stricter = Policy.make(own.logs, [*own.witnesses, other], [Group("both", len(members), tuple(members))], "both")
    (taken.folder / "stricter.txt").write_bytes(stricter.text())
    code, report = taken.verify("finding.bundle.json", "stricter.txt")
    assert code == 2, report
    assert report.startswith("Verdict: CANNOT DECIDE"), report
