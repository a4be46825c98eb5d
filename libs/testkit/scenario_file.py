"""Reads scenario files: YAML to steps, refused with file, line and reason where they are not in order."""

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import jsonschema
import xlsxwriter
import yaml

from cli.contracts import Verb, find
from cli.plain import PlainLoader

SCHEMA = Path(__file__).parent / "scenario.schema.json"
FIXTURES = "fixtures"
PHASES = ("given", "when", "then", "steps")
# Each step has exactly one of these; all other keys are circumstances.
KINDS = ("do", "ask", "expect", "history", "events", "advance", "set back", "tamper", "use", "each", "set")

Path_ = tuple[str | int, ...]


class BadScenario(ValueError):
    """A scenario file is not in order.

    Attributes:
        file, line: where (1-based); why: the reason.
    """

    def __init__(self, file: Path, line: int, why: str) -> None:
        self.file, self.line, self.why = file, line, why
        super().__init__(f"{file}:{line}: {why}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file and line."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Step:
    """One step as written.

    Attributes:
        kind: one of KINDS, or "at" for a step that only sets the clock.
        body: the whole mapping; place: where it stands; steps: inner steps of `each`.
    """

    kind: str
    body: Mapping[str, Any]
    place: Place
    steps: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Fixture:
    """Steps with parameters, used by name."""

    name: str
    parameters: Mapping[str, Any]
    steps: tuple[Step, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario in order.

    Attributes:
        name: what it shows; file: where it stands.
        covers: ids of acceptance scenarios; left: parts that need what is not built yet.
        clock: where time begins, aware; zone: in which days begin.
        only: the worlds it can run in ("memory", "live").
        values: names with values, `rulebook` among them.
        steps: in order, with the phase each stands in.
        fixtures: by name.
    """

    name: str
    file: Path
    covers: tuple[str, ...]
    left: tuple[str, ...]
    clock: datetime
    zone: ZoneInfo
    only: tuple[str, ...]
    values: Mapping[str, Any]
    steps: tuple[tuple[str, Step], ...]
    fixtures: Mapping[str, Fixture] = field(default_factory=dict)


class _Lines:
    """Which line each part of a YAML document stands on."""

    def __init__(self, file: Path, node: yaml.Node) -> None:
        self.file, self._node = file, node

    def place(self, path: Path_) -> Place:
        """The nearest part that a path leads to."""
        node = self._node
        for part in path:
            inner = _child(node, part)
            if inner is None:
                break
            node = inner
        return Place(self.file, node.start_mark.line + 1)

    def bad(self, path: Path_, why: str) -> BadScenario:
        """A refusal that names the place."""
        return BadScenario(self.file, self.place(path).line, why)


def _child(node: yaml.Node, part: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found: yaml.Node = node.value[part]
        return found
    return None


@cache
def _validator(kind: str) -> jsonschema.Draft202012Validator:
    """The schema of one of the two kinds of file: "scenario" or "fixtures"."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})


def load(file: Path) -> Scenario:
    """A scenario from its file, with the fixtures that stand beside it.

    Raises:
        BadScenario: it is not in order.
    """
    content, lines = _read(file, file.read_text(encoding="utf-8"))
    _check(content, lines)
    if "scenario" not in content:
        raise lines.bad((), "this file holds fixtures; a scenario begins with `scenario:`")
    fixtures = _fixtures(file.parent / FIXTURES)
    zone = ZoneInfo(content.get("zone", "Asia/Shanghai"))
    clock = _clock(content["clock"], lines)
    steps = [(phase, step) for phase in content if phase in PHASES for step in _steps(content[phase], (phase,), lines, fixtures)]
    return Scenario(
        content["scenario"],
        file,
        tuple(content.get("covers", ())),
        tuple(content.get("left", ())),
        clock if clock.tzinfo else clock.replace(tzinfo=zone),
        zone,
        tuple(content.get("only", ("memory", "live"))),
        {**content.get("values", {}), "rulebook": content.get("rulebook", "guangxi-2022")},
        tuple(steps),
        fixtures,
    )


def _read(file: Path, text: str) -> tuple[dict[str, Any], _Lines]:
    try:
        loader = PlainLoader(text)
        node = loader.get_single_node()
        if node is None:
            raise BadScenario(file, 1, "the file is empty")
        _no_twins(node, file)
        return loader.construct_document(node), _Lines(file, node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadScenario(file, line, f"not YAML: {error.problem}") from error


def _no_twins(node: yaml.Node, file: Path) -> None:
    """YAML takes the last of two equal keys without a word; here it is a mistake."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise BadScenario(file, key.start_mark.line + 1, f"{key.value!r} is given twice")
            seen.add(key.value)
            _no_twins(value, file)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _no_twins(item, file)


def _check(content: Any, lines: _Lines) -> None:
    if not isinstance(content, Mapping):
        raise lines.bad((), "a file holds names with values")
    validator = _validator("fixtures" if "fixtures" in content else "scenario")
    errors = sorted(validator.iter_errors(content), key=lambda error: list(map(str, error.absolute_path)))
    for error in errors:
        best = jsonschema.exceptions.best_match([error])
        path: Path_ = tuple(best.absolute_path)
        where = ".".join(map(str, path)) or "the file"
        raise lines.bad(path, f"{where}: {best.message}")


def _clock(text: str, lines: _Lines) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise lines.bad(("clock",), f"clock: {error}") from error


def _fixtures(folder: Path) -> Mapping[str, Fixture]:
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return _fixtures_of(tuple((file, file.read_text(encoding="utf-8")) for file in files))


@lru_cache(maxsize=4)
def _fixtures_of(files: Sequence[tuple[Path, str]]) -> Mapping[str, Fixture]:
    """Fixtures of some files with their texts; every scenario beside them has the same."""
    found: dict[str, Fixture] = {}
    read = [_read(file, text) for file, text in files]
    for content, lines in read:
        _check(content, lines)
        for n, block in enumerate(content.get("fixtures", ())):
            name = block["fixture"]
            if name in found:
                raise lines.bad(("fixtures", n, "fixture"), f"the fixture {name!r} is defined twice")
            place = lines.place(("fixtures", n))
            found[name] = Fixture(name, block.get("with", {}), (), place)
    for content, lines in read:
        for n, block in enumerate(content.get("fixtures", ())):
            steps = tuple(_steps(block["steps"], ("fixtures", n, "steps"), lines, found))
            shell = found[block["fixture"]]
            found[block["fixture"]] = Fixture(shell.name, shell.parameters, steps, shell.place)
    return MappingProxyType(found)


def _steps(content: Sequence[Mapping[str, Any]], path: Path_, lines: _Lines, fixtures: Mapping[str, Fixture]) -> Iterator[Step]:
    for n, body in enumerate(content):
        here = (*path, n)
        kinds = [kind for kind in KINDS if kind in body]
        if len(kinds) > 1:
            raise lines.bad(here, f"a step does one thing; this one has {' and '.join(kinds)}")
        if not kinds and "at" not in body:
            raise lines.bad(here, f"a step has one of: {', '.join(KINDS)}, at")
        kind = kinds[0] if kinds else "at"
        _check_step(kind, body, here, lines, fixtures)
        inner = tuple(_steps(body["steps"], (*here, "steps"), lines, fixtures)) if kind == "each" else ()
        yield Step(kind, body, lines.place(here), inner)


def _check_step(kind: str, body: Mapping[str, Any], path: Path_, lines: _Lines, fixtures: Mapping[str, Fixture]) -> None:
    if kind in ("do", "ask"):
        verb = find(body[kind])
        if verb is None:
            raise lines.bad((*path, kind), f"there is no verb {body[kind]!r}; `rectify --help` lists them")
        if verb.query != (kind == "ask"):
            raise lines.bad(
                (*path, kind), f"{body[kind]!r} {'changes nothing: ask it' if verb.query else 'records something: do it'}"
            )
        _check_fields(verb, body.get("with", {}), (*path, "with"), lines)
    elif kind == "use":
        fixture = fixtures.get(body["use"])
        if fixture is None:
            raise lines.bad(
                (*path, "use"), f"there is no fixture {body['use']!r}; there are: {', '.join(sorted(fixtures)) or 'none'}"
            )
        for name in body.get("with", {}):
            if name not in fixture.parameters:
                raise lines.bad((*path, "with", name), f"{fixture.name!r} takes: {', '.join(fixture.parameters) or 'nothing'}")
    elif kind == "expect":
        noun = next(iter(body["expect"]))
        wanted = f"{noun} list" if isinstance(body["expect"][noun], Mapping) else f"{noun} show"
        if find(wanted) is None:
            raise lines.bad((*path, "expect"), f"the first key names what is looked at, and there is no verb {wanted!r}")


def _check_fields(verb: Verb, given: Mapping[str, Any], path: Path_, lines: _Lines) -> None:
    known = {field.name for field in verb.fields}
    for name in given:
        if str(name).replace("-", "_") not in known:
            raise lines.bad((*path, name), f"{verb.text!r} has no field {name!r}; it has: {', '.join(sorted(known))}")


_NAME = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(:[^}]*)?\}")


class Unnamed(KeyError):
    """A value is asked for by a name that nothing has."""


def fill(value: Any, names: Mapping[str, Any]) -> Any:
    """A value with every `${name}` in it replaced; `${n:02d}` formats.

    Further forms: `{repeat: N, as: n, of: X}` is a list of N times X with n from 1; `{sha256 of: text}` is the hash of a
    text; `{xlsx of: {sheet: rows}}` is a workbook, a row being a list of cells or headers with cells; text that is nothing
    but `${name}` keeps the type of the value.

    Raises:
        Unnamed: nothing has this name.
    """
    if isinstance(value, str):
        return _fill_text(value, names)
    if isinstance(value, Mapping):
        if "repeat" in value and "of" in value:
            count, name = int(fill(value["repeat"], names)), value.get("as", "n")
            return [fill(value["of"], {**names, name: n}) for n in range(1, count + 1)]
        if set(value) == {"sha256 of"}:
            return hashlib.sha256(str(fill(value["sha256 of"], names)).encode()).hexdigest()
        if set(value) == {"xlsx of"}:
            return workbook(fill(value["xlsx of"], names))
        return {fill(key, names): fill(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [fill(item, names) for item in value]
    return value


def workbook(sheets: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of an xlsx file, the same for the same cells; rows that are mappings get a row of their headers first."""
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001 - a file's date has no zone
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            headers = list(dict.fromkeys(header for row in rows if isinstance(row, Mapping) for header in row))
            table = [[row.get(header) for header in headers] if isinstance(row, Mapping) else row for row in rows]
            for r, cells in enumerate([headers, *table] if headers else table):
                for c, cell in enumerate(cells):
                    if cell is not None:
                        sheet.write(r, c, cell)
    return memory.getvalue()


def _fill_text(text: str, names: Mapping[str, Any]) -> Any:
    def one(match: re.Match[str]) -> Any:
        if match[1] not in names:
            raise Unnamed(f"nothing is named {match[1]!r}; there are: {', '.join(sorted(names))}")
        return names[match[1]]

    whole = _NAME.fullmatch(text)
    if whole and not whole[2]:
        return one(whole)
    return _NAME.sub(lambda match: format(one(match), (match[2] or ":")[1:]), text)
