"""Every command that the guides show exists, with the options that they give it."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cli.main import build

ROOT = Path(__file__).resolve().parents[3]
GUIDES = sorted(
    [*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/architecture/*.md"), *ROOT.glob("*/*/README.md")]
)
# Written by a program from the same commands.
MADE = {"commands.md", "rules.md"}


def shown(text: str) -> Iterator[str]:
    """The command lines in blocks, without what follows a pipe."""
    for block in re.findall(r"^```[a-z]*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        for line in re.findall(r"^(?:\$ )?(rectify .*)$", block, re.MULTILINE):
            if "…" not in line:
                yield line.split("|")[0].strip()


LINES = [(guide.relative_to(ROOT), line) for guide in GUIDES if guide.name not in MADE for line in shown(guide.read_text("utf-8"))]


@pytest.fixture(scope="module")
def root() -> click.Group:
    return build("en")


@pytest.mark.parametrize(("guide", "line"), LINES, ids=[f"{guide}: {line}" for guide, line in LINES])
def test_a_command_of_a_guide_is_one(root: click.Group, guide: Path, line: str) -> None:
    arguments = shlex.split(line, comments=True)[1:]
    command: click.Command = root
    context = click.Context(root, info_name="rectify")
    while isinstance(command, click.Group):
        name, found, arguments = command.resolve_command(context, arguments)
        assert found is not None, f"{guide}: {line}"
        command, context = found, click.Context(found, info_name=name, parent=context)
    command.make_context(context.info_name, arguments, parent=context.parent)


def test_the_guides_show_commands() -> None:
    assert {guide.name for guide, _ in LINES} >= {"README.md", "README.zh-CN.md", "scenarios.md"}
