"""Every target takes what it begins with, what was found with it before, and simple mutations of both."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.target import FOUND, Target
from tests.fuzz.targets import TARGETS

MUTATIONS = 300


def mutated(data: bytes, chance: Random) -> bytes:
    start, end = sorted((chance.randrange(len(data) + 1), min(len(data), chance.randrange(len(data) + 1))))
    match chance.randrange(4):
        case 0 if data:
            place = start % len(data)
            return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:start] + data[start:end] * 2 + data[end:]
        case _:
            return data[:start] + chance.randbytes(chance.randrange(1, 9)) + data[start:]


@pytest.mark.parametrize("target", TARGETS.values(), ids=lambda target: target.name)
def test_nothing_but_refusals_gets_out(target: Target) -> None:
    known = [*target.seeds(), *(path.read_bytes() for path in target.found())]
    assert known
    for data in known:
        target.run(data)
    chance = Random(target.name)
    for _ in range(MUTATIONS):
        target.run(mutated(chance.choice(known)[: target.largest], chance))


def test_what_was_found_is_of_a_target() -> None:
    assert {path.name for path in FOUND.iterdir() if path.is_dir()} <= TARGETS.keys()
