"""From a file to a resolved rulebook, or to a refusal that names file, line and reason."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from . import checks
from .errors import Fault, RulebookError, UnknownPreset
from .extension import merged
from .model import ExtensionFile, RootFile, Rulebook
from .working_days import Calendar, CalendarExtension
from .yaml_tree import Location, Mark, Node, fault, read, text_node

_DATA = Path(str(files("rulebook")))
_PRESETS = _DATA / "presets"
_CALENDARS = _DATA / "calendars"


def load(path: Path | str) -> Rulebook:
    """The rulebook in a YAML file, with its base and calendar.

    References that start with `./` are files beside it; others name what is shipped.

    Raises:
        RulebookError: the file, its base or its calendar is faulty.
    """
    path = Path(path)
    tree = _resolved(path, path.name if path.parent == _PRESETS else str(path), ())
    rulebook = _validated(Rulebook, tree)
    if faults := [_placed(tree, found) for found in checks.findings(rulebook)]:
        raise RulebookError(_ordered(faults))
    return rulebook


@cache
def preset(ref: str) -> Rulebook:
    """A shipped rulebook by id (its newest version) or by id@version; read once.

    Raises:
        UnknownPreset: none has this name.
    """
    path = _preset_path(ref)
    if path is None:
        raise UnknownPreset(ref=ref, known=", ".join(_preset_refs()))
    return _loaded(path)


def presets() -> list[Rulebook]:
    """All shipped rulebooks, every version, by reference."""
    return [preset(ref) for ref in _preset_refs()]


@cache
def _loaded(path: Path) -> Rulebook:
    return load(path)


@cache
def _preset_refs() -> tuple[str, ...]:
    """References come from file names: `guangxi-2022.1.yaml` holds guangxi-2022@1."""
    names = [path.name.removesuffix(".yaml").rsplit(".", 1) for path in _PRESETS.glob("*.*.yaml")]
    return tuple(f"{name}@{version}" for name, version in sorted(names, key=lambda pair: (pair[0], int(pair[1]))))


def _preset_path(ref: str) -> Path | None:
    known = _preset_refs()
    if "@" not in ref:
        versions = [name for name in known if name.rsplit("@", 1)[0] == ref]
        ref = versions[-1] if versions else ref
    return _PRESETS / f"{ref.replace('@', '.')}.yaml" if ref in known else None


def _resolved(path: Path, name: str, above: tuple[str, ...]) -> Node:
    """The tree of a rulebook merged with its base, its calendar in place of the calendar's name."""
    tree = read(path, name)
    extends = tree.get("extends")
    _validated(ExtensionFile if extends is not None else RootFile, tree)
    ref = f"{tree.scalar('id')}@{tree.items()['version'].value}"
    if extends is None:
        calendar = _calendar(tree.items()["calendar"], path, ())
        root = tree.put("calendar", calendar).put("base", text_node(None, tree.mark))
        origins = {str(rule.scalar("id")): text_node(ref, rule.mark) for rule in tree.items()["rules"].elements()}
        root = root.put("origins", Node(origins, tree.mark, {}))
        return root.put("dropped", Node({}, tree.mark, {}))
    base_node = extends.items()["base"]
    base_name = str(base_node.value)
    base_path = path.parent / base_name if base_name.startswith("./") else _preset_path(base_name)
    if base_path is None or not base_path.exists():
        raise RulebookError([fault("rulebook-base-unknown", base_node.mark, "extends.base", base_name)])
    chain = (*above, str(path.resolve()))
    if str(base_path.resolve()) in chain:
        circle = " → ".join([*chain, str(base_path.resolve())])
        raise RulebookError([fault("rulebook-base-cyclic", base_node.mark, "extends.base", circle)])
    base = _resolved(base_path, base_path.name if base_path.parent == _PRESETS else str(base_path), chain)
    result = merged(base, tree, ref)
    own = tree.get("calendar")
    return result if own is None else result.put("calendar", _calendar(own, path, ()))


def _calendar(reference: Node, beside: Path, above: tuple[Path, ...]) -> Node:
    name = str(reference.value)
    path = beside.parent / name if name.startswith("./") else _CALENDARS / f"{name}.yaml"
    if not path.is_file() or path in above:
        raise RulebookError([fault("rulebook-calendar-unknown", reference.mark, "calendar", name)])
    tree = read(path, path.name if path.parent == _CALENDARS else str(path))
    extends = tree.get("extends")
    if extends is not None:
        _validated(CalendarExtension, tree)
        tree = _calendar_merged(_calendar(extends, path, (*above, path)), tree)
    if found := checks.calendar_findings(_validated(Calendar, tree)):
        raise RulebookError(_ordered(_placed(tree, finding) for finding in found))
    return tree


def _calendar_merged(base: Node, own: Node) -> Node:
    """A regional calendar adds days off and days of work to the years of its base."""
    years = base.items()["years"]
    for number, year in own.items()["years"].items().items():
        known = years.get(number)
        if known is None:
            years = years.put(number, year)
            continue
        for key in ("holidays", "workdays"):
            both = [*known.items()[key].elements(), *year.items()[key].elements()]
            known = known.put(key, Node(both, year.mark, {}))
        years = years.put(number, known)
    value = {key: child for key, child in own.items().items() if key != "extends"}
    return Node(value, own.mark, own.keys).put("years", years)


def _validated[M: BaseModel](model: type[M], tree: Node) -> M:
    try:
        return model.model_validate_json(json.dumps(tree.plain(), ensure_ascii=False))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        raise RulebookError(_ordered(_translated(tree, detail) for detail in details)) from error


def _ordered(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(set(faults), key=lambda found: (found.file, found.line, found.column, found.code))


_CODES = {
    "extra_forbidden": "rulebook-key-unknown",
    "missing": "rulebook-key-missing",
    "deadline_shape": "rulebook-deadline-shape",
    "target_as_rule": "rulebook-target-as-rule",
    "citation_missing": "rulebook-citation-missing",
}

# What pydantic says, in Chinese; kinds that are not listed are shown in its own words.
_ZH = {
    "literal_error": "应为 {expected}",
    "string_pattern_mismatch": "应符合 {pattern}",
    "string_too_short": "不能为空",
    "string_type": "应为文本",
    "int_type": "应为整数",
    "bool_type": "应为 true 或 false",
    "tuple_type": "应为列表",
    "dict_type": "应为键值映射",
    "model_type": "应为键值映射",
    "model_attributes_type": "应为键值映射",
    "date_from_datetime_parsing": "应为 YYYY-MM-DD 形式的日期",
    "date_parsing": "应为 YYYY-MM-DD 形式的日期",
    "date_type": "应为 YYYY-MM-DD 形式的日期",
    "greater_than_equal": "应不小于 {ge}",
    "less_than_equal": "应不大于 {le}",
    "too_short": "至少应有 {min_length} 项",
    "too_long": "至多应有 {max_length} 项",
    "period_units": "期间应恰好给出 years、months、days、workdays 之一",
    "sample": "仅在 mode 为 sampled 时给出 sample_percent",
    "deadline_shape": "{what}",
    "target_as_rule": "T",
    "citation_missing": "非推断的值须写明 source",
}


def _translated(tree: Node, detail: Any) -> Fault:
    location: Location = detail["loc"]
    kind, message = str(detail["type"]), str(detail["msg"])
    last = str(location[-1]) if location else ""
    mark, path = tree.locate(location)
    code = _CODES.get(kind)
    if last == "source" and kind in ("missing", "too_short"):
        return fault("rulebook-citation-missing", mark, path, "source")
    if kind in ("extra_forbidden", "missing"):
        return fault(str(code), mark, path, last)
    if code is None:
        code = "rulebook-type-wrong" if kind.endswith(("_type", "_parsing")) else "rulebook-value-wrong"
    mark, given = _value(tree, location, mark), detail.get("input")
    shown = json.dumps(given, ensure_ascii=False) + " " if isinstance(given, str | int | None) else ""
    zh = _ZH[kind].format_map(detail.get("ctx", {})) if kind in _ZH else message
    return fault(code, mark, path, shown + zh, shown + message)


def _value(tree: Node, location: Location, otherwise: Mark) -> Mark:
    """The place of a value rather than of its key, for faults that lie in the value."""
    node = tree
    for step in location:
        if isinstance(step, int) and step < len(node.elements()):
            node = node.elements()[step]
        elif str(step) in node.items():
            node = node.items()[str(step)]
        else:
            return otherwise
    return node.mark


def _placed(tree: Node, found: checks.Finding) -> Fault:
    mark, path = tree.locate(found.location)
    return fault(found.code, mark, path, found.zh, found.en)
