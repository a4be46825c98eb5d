"""What the README tells people to type works on the sample, and answers what the README shows."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Told(NamedTuple):
    """A command of a guide: the line and what the guide shows as its answer."""

    line: str
    answer: tuple[str, ...]

    @property
    def refused(self) -> str:
        """The code with which it is refused, or ""."""
        found = re.match(r"error\[([a-z0-9-]+)\]", self.answer[0]) if self.answer else None
        return found[1] if found else ""


def told(guide: Path) -> Iterator[Told]:
    """The commands of a guide that need nothing but the sample."""
    for block in re.findall(r"^```\n(.*?)^```$", guide.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        lines = block.splitlines()
        for n, line in enumerate(lines):
            if found := re.match(r"(?:\$ )?(rectify .*)", line):
                rest = lines[n + 1 :] if line.startswith("$") else []
                end = next((i for i, other in enumerate(rest) if other.startswith("$")), len(rest))
                yield Told(re.sub(r"\s+#.*", "", found[1]), tuple(rest[:end]))


def words(line: str) -> str:
    return " ".join(line.split())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which `rectify` speaks to a running system with the sample."""
    folder = tmp_path_factory.mktemp("guides")
    program = folder / "bin" / "rectify"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m cli.main "$@"\n')
    program.chmod(0o755)
    data = folder / "data"
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "RECTIFY_DATA": str(data), "RECTIFY_AS": "office@XCB", "PYTHONIOENCODING": "utf-8"}
    command = [
        sys.executable,
        "-m",
        "cli.main",
        "up",
        "--data",
        str(data),
        "--port",
        "0",
        "--play",
        str(ROOT / "samples/play.yaml"),
    ]
    with (folder / "up.err").open("w") as err, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, text=True) as process:
        assert process.stdout is not None
        try:
            first = process.stdout.readline()
            assert first.startswith("ready "), first + (folder / "up.err").read_text("utf-8")
            assert (data / "played").exists(), (folder / "up.err").read_text("utf-8")
            assert process.stdout.readline().startswith("site publicity http://127.0.0.1:")
            yield environment | {"FOLDER": str(folder)}
        finally:
            process.terminate()
            process.communicate()


@pytest.mark.live
@pytest.mark.campaign
@pytest.mark.timeout(1200)
def test_every_command_of_the_readme_answers_what_it_shows(sample: dict[str, str]) -> None:
    english = list(told(ROOT / "README.md"))
    refused = {one.line: one.refused for one in english}
    assert len(english) > 20
    wrong = []
    for one in [*english, *told(ROOT / "README.zh-CN.md")]:
        ran = subprocess.run(
            ["bash", "-o", "pipefail", "-c", one.line],
            env=sample,
            cwd=sample["FOLDER"],
            capture_output=True,
            text=True,
            check=False,
        )
        said = ran.stdout + ran.stderr
        code = refused.get(one.line, "")
        if bool(code) != bool(ran.returncode) or (code and f"error[{code}]" not in said):
            wrong.append(f"{one.line}\n  exit {ran.returncode}: {said[:400]}")
        lines = [words(line) for line in said.splitlines()]
        for line in one.answer:
            start = words(line.partition("…")[0])
            # Origins are a sandbox's own.
            if start and not start.startswith(("─", "sandbox-")) and not any(other.startswith(start) for other in lines):
                wrong.append(f"{one.line}\n  does not say: {line}")
    assert not wrong, "\n".join(wrong)
