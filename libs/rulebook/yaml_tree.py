"""YAML read into a tree that remembers where every key and value stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from .errors import Fault, RulebookError

MAX_DEPTH = 24

# The core schema of YAML 1.2: `off`, `no` and `24:00` are text here, which the 1.1 rules would turn into other types.
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"

type Plain = bool | int | str | list["Plain"] | dict[str, "Plain"] | None
type Location = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place; `keys` are the places of a mapping's keys."""

    value: "bool | int | str | list[Node] | dict[str, Node] | None"
    mark: Mark
    keys: Mapping[str, Mark]

    def plain(self) -> Plain:
        """The value without places."""
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        return self.value

    def items(self) -> "dict[str, Node]":
        """A mapping's entries; empty for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    def elements(self) -> "list[Node]":
        """A list's elements; empty for anything else."""
        return self.value if isinstance(self.value, list) else []

    def get(self, key: str) -> "Node | None":
        """The value under `key` of a mapping."""
        return self.items().get(key)

    def scalar(self, key: str) -> str | None:
        """The text under `key`, or None when there is none or it is not text."""
        child = self.get(key)
        return child.value if child is not None and isinstance(child.value, str) else None

    def put(self, key: str, child: "Node", key_mark: Mark | None = None) -> "Node":
        """A mapping like this one with `key` set."""
        return replace(self, value={**self.items(), key: child}, keys={**self.keys, key: key_mark or child.mark})

    def locate(self, location: Location) -> tuple[Mark, str]:
        """The place and readable path of `location`; steps that lead nowhere stop at the last place known.

        List elements that carry an `id` are named by it: `rules.R-01.deadline`.
        """
        node, mark, path = self, self.mark, []
        for step in location:
            if isinstance(step, int) and step < len(node.elements()):
                node = node.elements()[step]
                path.append(node.scalar("id") or str(step))
                mark = node.mark
            elif str(step) in node.items():
                mark = node.keys[str(step)]
                node = node.items()[str(step)]
                path.append(str(step))
            elif str(step) in node.keys:
                return node.keys[str(step)], ".".join([*path, str(step)])
            else:
                break
        return mark, ".".join(path)


def text_node(value: bool | int | str | None, mark: Mark) -> Node:
    """A scalar that no file holds, placed at `mark`."""
    return Node(value, mark, {})


def fault(code: str, mark: Mark, path: str, zh: str, en: str | None = None) -> Fault:
    """A fault at a place; `en` is by default the same as `zh`, for names and codes."""
    return Fault(code, mark.file, mark.line, mark.column, path, zh, zh if en is None else en)


def read(path: Path, name: str | None = None) -> Node:
    """The single document of a YAML file, named `name` in faults.

    Raises:
        RulebookError: it cannot be read, is not YAML, or uses aliases, tags or several documents.
    """
    file = name or str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise RulebookError([fault("rulebook-unreadable", Mark(file, 0, 0), "", detail)]) from error
    return parse(text, file)


def parse(text: str, file: str) -> Node:
    """The single document in `text`; `file` names it in faults.

    Raises:
        RulebookError: as `read`.
    """
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER), file).document()
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        mark = Mark(file, at.line + 1, at.column + 1) if at else Mark(file, 0, 0)
        raise RulebookError([fault("rulebook-yaml-syntax", mark, "", error.problem or str(error))]) from error
    except yaml.YAMLError as error:
        raise RulebookError([fault("rulebook-yaml-syntax", Mark(file, 0, 0), "", str(error))]) from error


class _Builder:
    def __init__(self, events: Iterator[yaml.Event], file: str) -> None:
        self._events = events
        self._file = file

    def document(self) -> Node:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.StreamStartEvent | yaml.DocumentEndEvent | yaml.StreamEndEvent):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._refused(event, "rulebook-yaml-not-plain", "多个文档", "a second document")
                continue
            root = self._node(event, ())
        return root if root is not None else text_node(None, Mark(self._file, 1, 1))

    def _mark(self, event: yaml.Event) -> Mark:
        at = event.start_mark
        return Mark(self._file, at.line + 1, at.column + 1) if at else Mark(self._file, 0, 0)

    def _refused(self, event: yaml.Event, code: str, zh: str, en: str, path: Sequence[str] = ()) -> RulebookError:
        return RulebookError([fault(code, self._mark(event), ".".join(path), zh, en)])

    def _node(self, event: yaml.Event, path: tuple[str, ...]) -> Node:
        if len(path) > MAX_DEPTH:
            raise self._refused(event, "rulebook-too-deep", str(MAX_DEPTH), str(MAX_DEPTH))
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(event, "rulebook-yaml-not-plain", "别名", f"the alias *{event.anchor}", path)
        mark = self._mark(event)
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in ("!", _TEXT_TAG):
            raise self._refused(event, "rulebook-yaml-not-plain", f"标签 {tag}", f"the tag {tag}", path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(mark, path)
        if isinstance(event, yaml.SequenceStartEvent):
            elements: list[Node] = []
            while not isinstance(child := next(self._events), yaml.SequenceEndEvent):
                elements.append(self._node(child, (*path, str(len(elements)))))
            return Node(elements, mark, {})
        # Nothing else begins a node.
        style, value = getattr(event, "style", None), str(getattr(event, "value", ""))
        return text_node(_resolve(value) if tag is None and not style else value, mark)

    def _mapping(self, mark: Mark, path: tuple[str, ...]) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Mark] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self._refused(key, "rulebook-yaml-not-plain", "非文本的键", "a key that is not text", path)
            if key.value in values:
                raise self._refused(key, "rulebook-key-duplicate", key.value, key.value, (*path, key.value))
            keys[key.value] = self._mark(key)
            values[key.value] = self._node(next(self._events), (*path, key.value))
        return Node(values, mark, keys)


def _resolve(text: str) -> bool | int | str | None:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    # Longer numbers are no amounts of anything here, and int() refuses very long ones.
    return int(text) if len(text) < 19 and _INT.fullmatch(text) else text
