"""The verifier as a program: exit codes, languages, and the single file alone in an empty place without network."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cli.main import run as rectify
from tests.libs.translog.sample import AUDIT, GOLDEN, sample
from translog.__main__ import run

ROOT = Path(__file__).parents[3]
BUNDLE, EXPORT, POLICY = (GOLDEN / name for name in ("history.bundle.json", "findings.export", "policy.txt"))

BOOT = """
import runpy, sys
program, packages, forbidden = sys.argv[1:4]
def watch(event, given):
    if event.startswith("socket."):
        raise SystemExit("network: " + event)
    if event == "open" and isinstance(given[0], str) and given[0].startswith(forbidden):
        raise SystemExit("foreign file: " + given[0])
sys.addaudithook(watch)
sys.path.append(packages)
sys.argv = [program, *sys.argv[4:]]
runpy.run_path(program, run_name="__main__")
"""


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The single file, packed."""
    out = tmp_path_factory.mktemp("dist") / "rectify-verify.pyz"
    digest = runpy.run_path(str(ROOT / "scripts" / "verifier.py"))["pack"](out)
    assert digest == hashlib.sha256(out.read_bytes()).hexdigest()
    return out


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `cryptography` and what it loads itself, and nothing else."""
    folder = tmp_path_factory.mktemp("packages")
    for name in ("cryptography", "cffi", "pycparser", "_cffi_backend"):
        found = importlib.util.find_spec(name)
        if found is not None and found.origin is not None:
            path = Path(found.origin)
            path = path.parent if path.name == "__init__.py" else path
            (folder / path.name).symlink_to(path)
    assert (folder / "cryptography").is_dir()
    return folder


class Alone:
    """Runs the single file in an empty folder, without site packages, environment, network and this checkout."""

    def __init__(self, folder: Path, program: Path, packages: Path) -> None:
        self.folder, self.program, self.packages = folder, program, packages

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        boot = [sys.executable, "-I", "-S", "-W", "error", "-c", BOOT]
        command = [*boot, str(self.program), str(self.packages), str(ROOT), *arguments]
        return subprocess.run(command, cwd=self.folder, env={}, capture_output=True, encoding="utf-8", timeout=60, check=False)


@pytest.fixture
def alone(tmp_path: Path, program: Path, packages: Path) -> Alone:
    """The program in an empty folder that holds the golden files."""
    folder = tmp_path / "empty"
    folder.mkdir()
    for path in (BUNDLE, EXPORT, POLICY):
        (folder / path.name).write_bytes(path.read_bytes())
    return Alone(folder, program, packages)


def test_the_single_file_verifies_alone(alone: Alone) -> None:
    done = alone(BUNDLE.name, "--policy", POLICY.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (GOLDEN / "report.en.txt").read_text("utf-8")
    done = alone(EXPORT.name, "--policy", POLICY.name, "--lang", "zh", "--html", "report.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("结论: 有效\n")
    assert '<html lang="zh-CN">' in (alone.folder / "report.html").read_text("utf-8")


def test_the_single_file_names_what_is_wrong_and_what_is_missing(alone: Alone) -> None:
    data = BUNDLE.read_bytes()
    place = data.index(b'"proof":["') + 12
    (alone.folder / "bad.json").write_bytes(data[:place] + (b"B" if data[place] == ord("A") else b"A") + data[place + 1 :])
    done = alone("bad.json", "--policy", POLICY.name)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("Verdict: INVALID")
    assert "[proof-invalid]" in done.stdout
    (alone.folder / "early.json").write_bytes(sample().bundle(AUDIT))
    done = alone("early.json", "--policy", POLICY.name, "--lang=zh")
    assert (done.returncode, done.stderr) == (2, "")
    assert "[no-quorum]" in done.stdout


def test_what_the_single_file_needs_is_said_and_decides_nothing(alone: Alone, tmp_path: Path) -> None:
    alone.packages = tmp_path
    done = alone(BUNDLE.name, "--policy", POLICY.name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the package cryptography" in done.stderr


def test_the_watch_over_the_single_file_sees_network_and_foreign_files(alone: Alone, tmp_path: Path) -> None:
    for line, says in (("import socket; socket.socket()", "network"), (f"open({str(ROOT / 'README.md')!r})", "foreign file")):
        alone.program = tmp_path / "other.py"
        alone.program.write_text(line)
        done = alone()
        assert done.returncode == 1
        assert done.stderr.startswith(says)


def test_the_single_file_is_reproducible_and_holds_the_library_alone(program: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pyz"
    runpy.run_path(str(ROOT / "scripts" / "verifier.py"))["pack"](again)
    assert again.read_bytes() == program.read_bytes()
    assert program.read_bytes().startswith(b"#!/usr/bin/env python3\n")
    assert os.access(program, os.X_OK)
    names = zipfile.ZipFile(program).namelist()
    assert {name.partition("/")[0] for name in names} == {"__main__.py", "translog"}


# --- the same code in this process -----------------------------------------------------------------------------------


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(BUNDLE), "--policy", str(POLICY), "--lang", "en"]) == 0
    assert capsys.readouterr().out == (GOLDEN / "report.en.txt").read_text("utf-8")
    broken = tmp_path / "policy.txt"
    broken.write_bytes(POLICY.read_bytes() + b"quorum none\n")
    assert run([str(BUNDLE), "--policy", str(broken), "--lang", "zh"]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.startswith("[policy-malformed] policy line ")) == ("", True)
    for arguments in (
        [str(tmp_path / "none"), "--policy", str(POLICY)],
        [str(BUNDLE), "--policy", str(tmp_path / "none")],
        [str(tmp_path), "--policy", str(POLICY)],
        [str(BUNDLE), "--policy", str(POLICY), "--html", str(tmp_path / "no" / "folder.html")],
    ):
        assert run(arguments) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert str(tmp_path) in shown.err
    for wrong in ([], [str(BUNDLE)], [str(BUNDLE), "--policy", str(POLICY), "--lang", "fr"]):
        with pytest.raises(SystemExit) as left:
            run(wrong)
        assert left.value.code == 2
        assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "arguments", "says"),
    [
        ({"LANG": "zh_CN.UTF-8"}, [], "结论"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, [], "Verdict"),
        ({"LANG": "zh_CN.UTF-8"}, ["--lang=en"], "Verdict"),
        ({}, ["--lang", "zh"], "结论"),
        ({}, [], "Verdict"),
    ],
)
def test_the_language_is_the_reader_s(
    environment: dict[str, str],
    arguments: list[str],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run([str(EXPORT), "--policy", str(POLICY), *arguments]) == 0
    assert capsys.readouterr().out.startswith(says)


def test_standard_input() -> None:
    command = [sys.executable, "-m", "translog", "-", "--policy", str(POLICY), "--lang", "en"]
    done = subprocess.run(command, input=BUNDLE.read_bytes(), capture_output=True, timeout=60, check=False, env={**os.environ})
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, (GOLDEN / "report.en.txt").read_text("utf-8"))


def test_the_command_line_runs_the_same_code(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert rectify(["verify", str(BUNDLE), "--policy", str(POLICY), "--lang", "zh", "--html", str(page)]) == 0
    assert capfd.readouterr().out == (GOLDEN / "report.zh.txt").read_text("utf-8")
    assert "有效" in page.read_text("utf-8")
    assert rectify(["verify", str(POLICY), "--policy", str(POLICY), "--lang", "en"]) == 1
    assert "[format-unknown]" in capfd.readouterr().out
    assert rectify(["verify", str(BUNDLE), "--policy", str(BUNDLE)]) == 2
    assert rectify(["verify", str(BUNDLE)]) == 2
