"""The redaction of a published event: what becomes of every path of its body, and the hash by which it is approved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import NamedTuple

from translog.codec import Json, canonical_json
from translog.errors import RedactionWrong, Words

PATH = "redaction"
"""The path of the source under which its redaction stands."""

APPROVES = "approves"
"""The path of an approval under which the hash of what it approves of stands."""

BOUND = ("content", PATH, "sha256", "version")
"""Paths that a source must disclose."""


class Withheld(NamedTuple):
    """A path that is not shown, and the code of the reason; `sealed` when it is encrypted in the record."""

    path: str
    reason: str
    sealed: bool


class Masked(NamedTuple):
    """A path of which `text` is shown in place of the value, made by `rule`; the proof does not bind the two."""

    path: str
    rule: str
    text: str


class Redaction(NamedTuple):
    """Every path of an event once."""

    disclosed: tuple[str, ...]
    masked: tuple[Masked, ...]
    withheld: tuple[Withheld, ...]

    @property
    def paths(self) -> list[str]:
        """All paths."""
        return [*self.disclosed, *(one.path for one in self.masked), *(one.path for one in self.withheld)]

    @property
    def hidden(self) -> int:
        """How many digests of the commitment stay as they are: one a clear path, two a sealed one."""
        return len(self.masked) + sum(2 if one.sealed else 1 for one in self.withheld)


def read_redaction(value: Json, where: str) -> Redaction:
    """Read the value of the path `redaction`; refuses (`RedactionWrong`) another shape, order, or a path named twice."""
    disclosed, masked, withheld = (_list(part, where) for part in _members(value, ("disclosed", "masked", "withheld"), where))
    found = Redaction(
        tuple(_text(one, where) for one in disclosed),
        tuple(Masked(*(_text(part, where) for part in _members(one, ("path", "rule", "text"), where))) for one in masked),
        tuple(_withheld(one, where) for one in withheld),
    )
    for part in (found.disclosed, [one.path for one in found.masked], [one.path for one in found.withheld]):
        if list(part) != sorted(part):
            raise RedactionWrong(where, why=Words("paths must be in ascending order", "路径须按升序排列"))
    if len(set(found.paths)) != len(found.paths):
        raise RedactionWrong(where, why=Words("a path is named more than once", "有路径重复列出"))
    return found


def check_accounts(redaction: Redaction, clear: Collection[str], sealed: Collection[str], where: str) -> None:
    """Refuse (`RedactionWrong`) a redaction that does not name every path of a body once, as clear or sealed as it is."""
    named = {one.path for one in redaction.withheld if one.sealed}
    if sorted(redaction.paths) != sorted([*clear, *sealed]) or named != set(sealed):
        why = Words("it does not name every path of the body once", "未将正文的每个路径恰好列出一次")
        raise RedactionWrong(where, why=why)


def approves(disclosed: Mapping[str, Json]) -> str:
    """What an approval of a source with these fields names: SHA-256 (hex) of the JCS of content, redaction and version."""
    return sha256(canonical_json({name: disclosed[name] for name in ("content", PATH, "version")})).hexdigest()


def _withheld(value: Json, where: str) -> Withheld:
    path, reason, sealed = _members(value, ("path", "reason", "sealed"), where)
    if not isinstance(sealed, bool):
        raise _shape(where)
    return Withheld(_text(path, where), _text(reason, where), sealed)


def _members(value: Json, names: tuple[str, ...], where: str) -> list[Json]:
    if not isinstance(value, dict) or sorted(value) != list(names):
        raise _shape(where)
    return [value[name] for name in names]


def _list(value: Json, where: str) -> list[Json]:
    if not isinstance(value, list):
        raise _shape(where)
    return value


def _text(value: Json, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise _shape(where)
    return value


def _shape(where: str) -> RedactionWrong:
    why = Words("it must list disclosed, masked and withheld paths in their form", "须按规定形式列出公开、遮蔽和保留的路径")
    return RedactionWrong(where, why=why)
