from pathlib import Path

import pytest

from cli.contexts import load
from cli.failure import Failure

CONFIG = """\
current: local
contexts:
  local: {data: /data/one, as: office@XCB, output: wide, lang: zh}
  city: {endpoints: {findings: "city:7401"}, token_file: ~/token, zone: Asia/Urumqi}
"""


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "config.yaml"
    file.write_text(CONFIG, encoding="utf-8")
    return str(file)


def test_the_file_is_before_the_environment_and_flags_win(config: str) -> None:
    found = load({"config": config}, {})
    assert (str(found.data), found.as_, found.output, found.lang) == ("/data/one", "office@XCB", "wide", "zh")
    found = load({"config": config}, {"RECTIFY_DATA": "/data/two", "RECTIFY_AS": "team@XCZ", "RECTIFY_LANG": "en"})
    assert (str(found.data), found.as_, found.output, found.lang) == ("/data/two", "team@XCZ", "wide", "en")
    found = load({"config": config, "data": "/data/three", "output": "json", "lang": "zh"}, {"RECTIFY_DATA": "/data/two"})
    assert (str(found.data), found.output, found.lang) == ("/data/three", "json", "zh")


def test_another_context_by_flag_or_environment(config: str) -> None:
    for found in (load({"config": config, "context": "city"}, {}), load({"config": config}, {"RECTIFY_CONTEXT": "city"})):
        assert dict(found.endpoints) == {"findings": "city:7401"}
        assert found.data is None
        assert found.zone == "Asia/Urumqi"


def test_a_folder_named_nearer_beats_addresses_of_the_file(config: str) -> None:
    assert not load({"config": config, "context": "city", "data": "/data/here"}, {}).endpoints


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert load({"config": str(tmp_path / "none.yaml")}, {}).data is None


@pytest.mark.parametrize(
    ("content", "context", "says"),
    [
        (CONFIG, "village", "has no context village; it has: local, city"),
        ("contexts: {x: {dta: /}}\ncurrent: x\n", "", "unknown dta"),
        ("contexts: [", "", "cannot be read"),
        ("- 1", "", "cannot be read"),
    ],
)
def test_a_faulty_file_is_told(tmp_path: Path, content: str, context: str, says: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Failure) as caught:
        load({"config": str(file), "context": context}, {})
    assert says in caught.value.what


def test_secrets_are_not_shown(config: str) -> None:
    assert "hush" not in repr(load({"config": config}, {"RECTIFY_TOKEN": "hush"}))
