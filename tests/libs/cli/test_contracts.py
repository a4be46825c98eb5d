import subprocess
import sys
from pathlib import Path

import pytest

from cli import flags
from cli.contracts import comment, find, verbs
from cli.words import Language, glossary, keys, language, summary

ROOT = Path(__file__).parents[3]


def test_every_call_of_every_context_is_a_verb_with_a_comment() -> None:
    for verb in verbs().values():
        assert comment(verb.method.full_name), verb.text
        for field in verb.fields:
            assert comment(field.full_name), field.full_name
        assert set(verb.positional) <= {field.name for field in verb.fields}, verb.text


def test_one_thing_is_shown_by_one_word() -> None:
    assert find("org get") is find("org show") is verbs()["org show"]
    assert find("org fetch") is None


def test_generated_files_are_up_to_date() -> None:
    command = [sys.executable, "libs/cli/generate.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_everything_is_said_in_both_languages() -> None:
    for key, texts in keys().items():
        assert set(texts) == {"en", "zh"}, key
        assert all(texts.values()), key


@pytest.mark.parametrize("text", sorted(verbs()))
def test_every_verb_has_chinese_help(text: str) -> None:
    assert any("\u4e00" <= character <= "\u9fff" for character in summary(verbs()[text], "zh")), text


def test_chinese_help_names_nothing_that_is_gone() -> None:
    assert set(glossary()["verbs"]) <= set(verbs())


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "C", "RECTIFY_LANG": "zh"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_follows_the_environment(environment: dict[str, str], expected: Language) -> None:
    assert language(environment) == expected


def test_what_a_contract_demands_is_known_before_it_is_sent() -> None:
    register = verbs()["org register"]
    by_name = {field.name: field for field in register.fields}
    assert [name for name, field in by_name.items() if flags.required(field)] == ["code", "name", "level"]
    assert flags.choices(by_name["level"]) == ("centre", "province", "city", "county", "township", "village")
