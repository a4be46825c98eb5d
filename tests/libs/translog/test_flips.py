"""No byte of anything that is handed to others can be changed: a sample of positions here, every bit in the campaign."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import pytest

from tests.libs.translog.artefacts import ARTEFACTS, Artefact

POSITIONS = 1500
"""How many positions of an artefact are tried in every run of the tests; of a shorter one all."""

LARGE = 20_000
"""From so many bytes on, each verification takes long: fewer positions are tried, and in the campaign one bit of each."""

NAMED = {"ids": lambda artefact: artefact.name}


def flipped(artefact: Artefact, place: int, bit: int) -> bytes:
    data = artefact.data
    return data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def accepted(artefact: Artefact, flips: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The (position, bit) whose flip is accepted."""
    return [flip for flip in flips if artefact.accepts(flipped(artefact, *flip))]


@pytest.mark.parametrize("artefact", ARTEFACTS, **NAMED)
def test_no_byte_can_be_changed(artefact: Artefact) -> None:
    assert artefact.accepts(artefact.data)
    size = len(artefact.data)
    wanted = POSITIONS if size < LARGE else POSITIONS // 10
    step = -(-size // wanted)
    flips = [
        (place, bit) for place in range(size) if (place + zlib.crc32(artefact.name.encode())) % step == 0 for bit in (place % 8,)
    ]
    assert len(flips) >= min(size, wanted) // 2
    assert not accepted(artefact, flips)


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("bit", range(8))
@pytest.mark.parametrize("artefact", ARTEFACTS, **NAMED)
def test_no_bit_can_be_flipped(artefact: Artefact, bit: int) -> None:
    large = len(artefact.data) >= LARGE
    assert not accepted(artefact, ((place, bit) for place in range(len(artefact.data)) if not large or place % 8 == bit))
