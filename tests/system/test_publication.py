"""From a running system to a notice that verifies with every server stopped and the network cut (A30)."""

import os
import runpy
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.chromium import Verifier, verifier
from tests.services.publicity.published import Published, of_site, steps
from tests.services.publicity.test_verify_page import policies

ROOT = Path(__file__).resolve().parents[2]
CASE = "2026-1/CGJ"
CUT = """
import runpy, sys
def watch(event, given):
    if event.startswith("socket."):
        raise SystemExit("network: " + event)
sys.addaudithook(watch)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

pytestmark = [pytest.mark.campaign, pytest.mark.live, pytest.mark.timeout(600)]


class Taken(NamedTuple):
    """What was taken along before everything was stopped, in a folder of its own."""

    folder: Path
    site: Published

    def verify(self, proof: str, policy: str = "policy.txt", notice: str = "notice.json") -> tuple[int, str]:
        """Exit code and report of the program that is one file, where neither this project nor a network is to be found."""
        program = [sys.executable, "-I", "-c", CUT, "rectify-verify.pyz"]
        done = subprocess.run(
            [*cut(), *program, proof, "--policy", policy, "--notice", notice, "--lang", "en"],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@cache
def cut() -> tuple[str, ...]:
    """A command that runs another one in a network of its own, which leads nowhere; none where that is not allowed."""
    command = ("unshare", "-n") if os.geteuid() == 0 else ("unshare", "-rn")
    allowed = shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    return command if allowed else ()


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    data, folder = tmp_path_factory.mktemp("system") / "data", tmp_path_factory.mktemp("elsewhere")
    environment = {**os.environ, "RECTIFY_DATA": str(data), "RECTIFY_AS": "public", "PYTHONIOENCODING": "utf-8"}
    play = str(steps(tmp_path_factory.mktemp("play") / "steps"))
    command = [sys.executable, "-m", "cli.main", "up", "--data", str(data), "--port", "0", "--play", play]
    errors = data.with_name("up.err")
    with (
        errors.open("w") as err,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, text=True, env=environment) as process,
    ):
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("ready "), errors.read_text("utf-8")
            ask = [sys.executable, "-m", "cli.main", "disclosure", "proof", CASE, "public", "--out", str(folder)]
            done = subprocess.run(ask, env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
            audits = [sys.executable, "-m", "cli.main", "audit", "run", "--ids", "I17", "--as", "auditor"]
            done = subprocess.run(audits, env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()
    shutil.copytree(data / "publicity" / "site" / "current", folder / "site")
    site = of_site(folder / "site")
    (folder / "proof.json").write_bytes(site.proof.read_bytes())
    (folder / "notice.json").write_bytes(site.notice.read_bytes())
    runpy.run_path(str(ROOT / "scripts" / "verifier.py"))["pack"](folder / "rectify-verify.pyz")
    shutil.rmtree(data)
    return Taken(folder, site)


def test_the_command_line_gives_what_the_site_shows(taken: Taken) -> None:
    assert (taken.folder / taken.site.proof.name).read_bytes() == taken.site.proof.read_bytes()
    assert (taken.folder / taken.site.notice.name).read_bytes() == taken.site.notice.read_bytes()
    assert (taken.folder / "policy.txt").read_bytes() == taken.site.policy.text()
    assert taken.site.proof.stat().st_size <= 8192


def test_a_published_notice_is_valid_where_nothing_else_is(taken: Taken) -> None:
    code, report = taken.verify("proof.json")
    assert (code, report.splitlines()[0]) == (0, "Verdict: VALID"), report
    assert "byte for byte" in report
    assert "published_on: 2026-05-20" in report
    assert "What this does not prove" in report


def test_an_altered_notice_or_proof_is_named(taken: Taken) -> None:
    (taken.folder / "other.json").write_bytes((taken.folder / "notice.json").read_bytes().replace(b":2,", b":3,", 1))
    code, report = taken.verify("proof.json", notice="other.json")
    assert (code, "[notice-mismatch]" in report) == (1, True), report
    whole = (taken.folder / "proof.json").read_bytes()
    for place in range(5, len(whole), len(whole) // 6):
        (taken.folder / "changed.json").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        code, report = taken.verify("changed.json")
        assert (code, report.startswith("Verdict: INVALID")) == (1, True), f"byte {place}: {report}"


def test_without_quorum_or_with_unknown_keys_it_cannot_decide(taken: Taken) -> None:
    for name, (policy, code) in policies(taken.site.policy).items():
        (taken.folder / "other.txt").write_bytes(policy.text())
        left, report = taken.verify("proof.json", "other.txt")
        assert f"[{code}]" in report, name
        assert left == (1 if code == "signature-stray" else 2), report


@pytest.fixture(scope="module")
def page(taken: Taken) -> Iterator[Verifier]:
    with verifier(taken.site.verify) as opened:
        yield opened


def test_the_page_says_the_same_in_a_browser_without_network(taken: Taken, page: Verifier, tmp_path: Path) -> None:
    site = taken.site
    assert page.show([site.notice, site.proof]).outcome == "valid"
    assert page.show([site.page, site.proof]).outcome == "valid"

    def changed(file: Path, change: Callable[[bytes], bytes]) -> Path:
        (tmp_path / file.name).write_bytes(change(file.read_bytes()))
        return tmp_path / file.name

    assert page.show([changed(site.notice, lambda data: data.replace(b":2,", b":3,", 1)), site.proof]).codes == ["notice-mismatch"]
    assert page.show(
        [site.notice, changed(site.proof, lambda data: data.replace(b',"2026-05-20"]', b',"2026-05-21"]', 1))]
    ).codes == ["commitment-mismatch"]
    for name, (policy, code) in policies(site.policy).items():
        shown = page.show([site.notice, site.proof], policy.text())
        assert shown.codes[0] == code, name
        assert shown.outcome == ("invalid" if code == "signature-stray" else "undecided"), name
