"""Fuzzed: publication proofs, by any bytes and by any value in the place of another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from tests.fuzz.target import Target
from tests.libs.translog.sample import GOLDEN, POLICY
from translog.codec import canonical_json, parse_json
from translog.errors import TranslogError
from translog.publication import read_publication, verify_publication, write_publication
from translog.report import to_html, to_text
from translog.verdict import Outcome


def publication(data: bytes) -> None:
    """A proof is written as it was read; no other than ours is valid."""
    try:
        found = read_publication(data)
    except TranslogError:
        pass
    else:
        assert write_publication(found) == data
    _verdict(data)


def publication_values(data: bytes) -> None:
    """A value of our proof replaced by another is a lie, wherever it stands."""
    whole = json.loads(_proof())
    places = list(_places(whole))
    place = places[int.from_bytes(data[:2], "big") % len(places)]
    try:
        value: object = parse_json(data[2:])
    except TranslogError:
        value = data[2:].decode("utf-8", "replace")
    inside = whole
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    _verdict(canonical_json(whole))


def _verdict(data: bytes) -> None:
    verdict = verify_publication(data, POLICY, _notice())
    assert verdict.outcome is not Outcome.VALID or data == _proof()
    for language in ("en", "zh"):
        assert to_text(verdict, language)
        assert to_html(verdict, language)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps: Iterable[Any] = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield (*path, step)
        yield from _places(value[step], (*path, step))


@cache
def _proof() -> bytes:
    return (GOLDEN / "publication.proof.json").read_bytes()


@cache
def _notice() -> bytes:
    return (GOLDEN / "published.notice").read_bytes()


def _seeds() -> list[bytes]:
    count = len(list(_places(json.loads(_proof()))))
    return [n.to_bytes(2, "big") + b'"1"' for n in range(0, count, 7)]


TARGETS = [
    Target("publication", publication, lambda: [_proof()], largest=16384),
    Target("publication-values", publication_values, _seeds, largest=1024),
]
