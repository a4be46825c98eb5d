"""Refusals: stable codes, two languages, and the library's own independence."""

from __future__ import annotations

import ast
import pickle
import re
import string
import sys
from pathlib import Path

import translog
from translog import errors
from translog.errors import EnvelopeField, TranslogError

FOLDER = Path(str(translog.__file__)).parent
CLASSES = [kind for kind in vars(errors).values() if isinstance(kind, type)]
KINDS = [kind for kind in CLASSES if issubclass(kind, TranslogError) and kind is not TranslogError]


def test_codes_are_distinct_and_well_formed() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) > 30
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_every_refusal_speaks_both_languages_with_the_same_facts() -> None:
    for kind in KINDS:
        en, zh = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (kind.en, kind.zh))
        assert en == zh, kind
        assert "where" in en
        if "en" in vars(kind):
            assert "zh" in vars(kind)
            assert any("\u4e00" <= character <= "\u9fff" for character in kind.zh)


def test_a_refusal_survives_pickling() -> None:
    error = EnvelopeField("position 7", field="at", form="a time", value="'x'")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), again.where, again.facts, str(again)) == (EnvelopeField, error.where, error.facts, str(error))
    assert again.text("zh") == "position 7：`at` 的形式必须为 a time；实际为 'x'。"


def test_only_the_standard_library_and_cryptography_are_imported() -> None:
    allowed = set(sys.stdlib_module_names) | {"cryptography", "translog"}
    files = list(FOLDER.rglob("*.py"))
    assert len(files) > 10
    for path in files:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0
                names = [node.module or ""]
            assert {name.partition(".")[0] for name in names} <= allowed, path
