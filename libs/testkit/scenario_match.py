"""Compares an answer with what a scenario expects, and says where they differ."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from cli.names import KINDS, Names, NotAPost
from translog.policy import Policy
from translog.publication import verify_publication
from translog.verdict import Outcome

_ID = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OPERATORS = frozenset(
    {"is", "not", "contains", "count", "empty", "matches", "some", "none", "all", "in", "at_least", "at_most", "only", "proves"}
)


class Matcher:
    """Compares.

    Args:
        names: numbers to ids; zone: in which days begin.
    """

    def __init__(self, names: Names, zone: tzinfo) -> None:
        self._names, self._zone = names, zone

    def differences(self, expected: Any, got: Any, path: str = "", key: str = "") -> Iterator[str]:
        """One line per difference, none when the answer is as expected.

        A mapping expects these fields of a thing (others may be there); of a list or a plain value it holds operators:
        `is`, `not`, `in`, `contains`, `matches`, `empty`, `at_least`, `at_most`, and for lists `count`, `some` (a member is
        like this), `none` (no member is), `all` (every member is), `only` (some, and there is just one). Of a publication
        proof, `proves` names `policy` and `notice`, of which it must be valid. A list expects as many members, each like its
        own.
        """
        here = path or "the answer"
        if isinstance(expected, Mapping):
            if isinstance(got, Mapping) and not (set(expected) <= OPERATORS and not set(expected) & set(got)):
                yield from self._fields(expected, got, path)
            elif unknown := set(expected) - OPERATORS:
                yield f"{here}: expected something with {', '.join(sorted(map(str, unknown)))}, got {_short(got)}"
            else:
                for name, wanted in expected.items():
                    yield from self._operator(name, wanted, got, here, key)
        elif isinstance(expected, list):
            if not isinstance(got, list) or len(got) != len(expected):
                size = f"{len(got)} members" if isinstance(got, list) else _short(got)
                yield f"{here}: expected {len(expected)} members, got {size}: {_short(got)}"
                return
            for n, (one, other) in enumerate(zip(expected, got, strict=True)):
                yield from self.differences(one, other, f"{path}[{n}]", key)
        elif not self.same(expected, got, key):
            yield f"{here}: expected {expected!r}, got {_short(got)}"

    def matches(self, expected: Any, got: Any, key: str = "") -> bool:
        """Whether there is no difference."""
        return next(self.differences(expected, got, key=key), None) is None

    def _fields(self, expected: Mapping[str, Any], got: Mapping[str, Any], path: str) -> Iterator[str]:
        for name, wanted in expected.items():
            field = str(name).replace("-", "_")
            where = f"{path}.{field}" if path else field
            if field in got:
                yield from self.differences(wanted, got[field], where, field)
            elif wanted not in (None, "", []):
                yield f"{where}: expected {wanted!r}, but there is no such field; there are: {', '.join(map(str, got))}"

    def _operator(self, name: str, wanted: Any, got: Any, here: str, key: str) -> Iterator[str]:
        members = got if isinstance(got, list) else [got]
        holds, note = True, _short(got)
        match name:
            case "is":
                holds = self.matches(wanted, got, key)
            case "not":
                holds = not self.matches(wanted, got, key)
            case "in":
                holds = any(self.matches(one, got, key) for one in wanted)
            case "contains":
                parts = wanted if isinstance(wanted, list) else [wanted]
                holds = all(
                    (str(one) in got) if isinstance(got, str) else any(self.matches(one, member, key) for member in members)
                    for one in parts
                )
            case "matches":
                holds = re.search(str(wanted), str(got)) is not None
            case "empty":
                holds = (got in (None, "", [], {}, 0, False)) == bool(wanted)
            case "count":
                holds, note = isinstance(got, list) and len(got) == wanted, f"{len(members)} members: {_short(got)}"
            case "at_least":
                holds = _number(got) >= _number(wanted)
            case "at_most":
                holds = _number(got) <= _number(wanted)
            case "some":
                holds = any(self.matches(wanted, member, key) for member in members)
            case "only":
                holds = len(members) == 1 and self.matches(wanted, members[0], key)
            case "none":
                holds = not any(self.matches(wanted, member, key) for member in members)
            case "proves":
                holds, note = _proves(str(got), **wanted)
            case "all":
                holds = all(self.matches(wanted, member, key) for member in members)
        if not holds:
            yield f"{here}: expected {name} {wanted!r}, got {note}"

    def same(self, expected: Any, got: Any, key: str = "") -> bool:
        """Whether a plain value is as expected: times as instants, days within times, numbers of things for their ids."""
        if expected is None:
            return got in (None, "", [], {}, 0, False)
        if isinstance(got, datetime):
            return self._same_time(expected, got)
        if isinstance(expected, bool) or isinstance(got, bool):
            return expected is got
        if str(expected) == str(got):
            return True
        if isinstance(expected, str) and isinstance(got, str) and _ID.fullmatch(got) and expected:
            try:
                return self._names.id(key if key in KINDS else _kind(key), expected) == got
            except NotAPost:
                return False
        return False

    def _same_time(self, expected: Any, got: datetime) -> bool:
        text = str(expected)
        if _DAY.fullmatch(text):
            return got.astimezone(self._zone).date() == date.fromisoformat(text)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return False
        moment = moment if moment.tzinfo else moment.replace(tzinfo=self._zone)
        return moment.astimezone(UTC) == got.astimezone(UTC)


def _proves(proof: str, policy: str, notice: str) -> tuple[bool, str]:
    verdict = verify_publication(proof.encode(), Policy.parse(policy.encode()), notice.encode())
    return verdict.outcome is Outcome.VALID, ", ".join([verdict.outcome.name, *(one.code for one in verdict.problems)])


def _kind(key: str) -> str:
    """What an id in a field of this name is likely the id of; `org:CGJ` in the expectation overrides it."""
    return {"actor": "person", "verifier": "person", "holder": "org", "parent": "org"}.get(key, key or "finding")


def _number(value: Any) -> int:
    return len(value) if isinstance(value, list) else int(value)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 600 else text[:600] + " …"
