"""What is generated and committed is what would be generated today."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import rulebook
from rulebook.schema import json_schema
from rulebook.yaml_tree import read

ROOM = Path(str(rulebook.__file__)).parent


def test_schema() -> None:
    assert (ROOM / "schema.json").read_text(encoding="utf-8") == json_schema()


@pytest.mark.parametrize("path", sorted((ROOM / "presets").iterdir()), ids=lambda path: path.name)
def test_every_preset_satisfies_the_schema(path: Path) -> None:
    validator = Draft202012Validator(json.loads(json_schema()))
    assert [error.message for error in validator.iter_errors(read(path).plain())] == []


@pytest.mark.parametrize("path", sorted((ROOM / "presets").iterdir()), ids=lambda path: path.name)
def test_presets_read_the_same_in_every_yaml(path: Path) -> None:
    """Words that older YAML takes for truth values are quoted, so that other tools agree with this one."""
    older = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(older, default=str)) == read(path).plain()


def test_the_schema_refuses_an_unknown_key() -> None:
    validator = Draft202012Validator(json.loads(json_schema()))
    assert not validator.is_valid({"id": "x", "version": 1})
    assert not validator.is_valid([])


def test_calendar() -> None:
    path = ROOM / "tools" / "calendar_data.py"
    spec = spec_from_file_location("calendar_data", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOM / "calendars" / "cn.yaml").read_text(encoding="utf-8") == module.text()
