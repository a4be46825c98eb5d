"""The examples in the guides run."""

import re
from pathlib import Path

import pytest

import rulebook
from rulebook import load

ROOM = Path(str(rulebook.__file__)).parent
GUIDES = [ROOM / "README.md", ROOM.parent.parent / "docs" / "architecture" / "rulebooks.md"]


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_python(guide: Path) -> None:
    found = blocks(guide, "python")
    assert found
    for block in found:
        exec(compile(block, str(guide), "exec"), {})  # noqa: S102 - the guide's own code


def test_the_rulebook_in_the_guide(tmp_path: Path) -> None:
    text = next(block for block in blocks(GUIDES[1], "yaml") if block.startswith("# sample-county.yaml"))
    path = tmp_path / "sample-county.yaml"
    path.write_text(text, encoding="utf-8")
    book = load(path)
    assert book.ref == "sample-county@1"
    assert len(book.examples) == 3
    assert "L-01" in book
    assert "R-117" not in book


def test_the_rule_in_the_guide_is_the_shipped_one() -> None:
    fragment = next(block for block in blocks(GUIDES[1], "yaml") if block.startswith("# a fragment"))
    shipped = (ROOM / "presets" / "guangxi-2022.1.yaml").read_text(encoding="utf-8")
    rule = fragment.split("\n", 1)[1]
    assert "".join(f"  {line}\n" for line in rule.splitlines()) in shipped
