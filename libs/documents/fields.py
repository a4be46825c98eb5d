"""Checks the expressions of a template against the fields of its document before anything is rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAliasType, get_args, get_origin

from jinja2 import nodes

from documents.paper import Paper, Part


@dataclass(frozen=True, slots=True)
class Each:
    """A list; `of` is what one of its items is."""

    of: "Shape"


# A model by its fields, a list, or something without fields.
type Shape = type[Part] | Each | None


class UnknownField(Exception):
    """An expression names what is not there; `known` are the names that are."""

    def __init__(self, name: str, line: int, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.line, self.known = name, line, known


def shape(annotation: Any) -> Shape:
    """The shape of a field's type."""
    if isinstance(annotation, TypeAliasType):
        return shape(annotation.__value__)
    origin = get_origin(annotation)
    if origin is Annotated:
        return shape(get_args(annotation)[0])
    if origin is tuple:
        return Each(shape(get_args(annotation)[0]))
    return annotation if isinstance(annotation, type) and issubclass(annotation, Part) else None


def members(model: type[Part]) -> Mapping[str, Shape]:
    """The fields of a model with their shapes."""
    return {name: shape(field.annotation) for name, field in model.model_fields.items()}


# What a loop tells of itself.
_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})
# Filters whose result is made of the same items as what they are given.
_KEEPING = frozenset({"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "default", "d"})


def check(tree: nodes.Template, paper: type[Paper], extra: Mapping[str, Shape] | None = None) -> None:
    """Every name and attribute that a template uses, in branches that are not taken too.

    Args:
        tree: the parsed template.
        paper: the document's model.
        extra: more names, as a layout's `row`.

    Raises:
        UnknownField: one is not there.
    """
    _Checker().walk(tree, {**members(paper), **(extra or {})})


class _Checker:
    def walk(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Assign():
                self.walk(node.node, scope)
                for name in _targets(node.target):
                    scope[name] = self.of(node.node, scope)
            case nodes.Getattr() | nodes.Getitem() | nodes.Name():
                self.of(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.walk(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        self.walk(node.iter, scope)
        over = self.of(node.iter, scope)
        inside = dict(scope)
        for name in _targets(node.target):
            inside[name] = over.of if isinstance(over, Each) else None
        inside["loop"] = None
        if node.test is not None:
            self.walk(node.test, inside)
        for child in node.body:
            self.walk(child, inside)
        for child in node.else_:
            self.walk(child, scope)

    def of(self, node: nodes.Node, scope: dict[str, Shape]) -> Shape:
        """The shape of an expression."""
        match node:
            case nodes.Name(name=name):
                if node.ctx == "load" and name not in scope:
                    raise UnknownField(name, node.lineno, tuple(scope))
                return scope.get(name)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=attr):
                if "loop" not in scope or attr not in _LOOP:
                    raise UnknownField(f"loop.{attr}", node.lineno, tuple(sorted(_LOOP)) if "loop" in scope else tuple(scope))
                return None
            case nodes.Getattr(attr=attr):
                return self._member(node, node.node, attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str() as attr)):
                return self._member(node, node.node, attr, scope)
            case nodes.Getitem():
                self.walk(node.arg, scope)
                held = self.of(node.node, scope)
                return held.of if isinstance(held, Each) else None
            case nodes.Filter() if node.node is not None:
                held = self.of(node.node, scope)
                if node.name in ("first", "last") and isinstance(held, Each):
                    return held.of
                return held if node.name in _KEEPING else None
            case nodes.Or() | nodes.And():
                return self.of(node.left, scope) or self.of(node.right, scope)
        self.walk(node, scope)
        return None

    def _member(self, node: nodes.Expr, held: nodes.Expr, attr: str, scope: dict[str, Shape]) -> Shape:
        owner = self.of(held, scope)
        known = members(owner) if isinstance(owner, type) else {}
        if attr not in known:
            raise UnknownField(_said(node), node.lineno, tuple(known))
        return known[attr]


def _targets(target: nodes.Node) -> Iterator[str]:
    if isinstance(target, nodes.Name):
        yield target.name
    for child in target.iter_child_nodes():
        yield from _targets(child)


def _said(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=held, attr=attr):
            return f"{_said(held)}.{attr}"
        case nodes.Getitem(node=held, arg=nodes.Const(value=value)):
            return f"{_said(held)}[{value!r}]"
    return "…"
