"""No bit of an event row changes unseen: 200 random flips over all columns, on both databases, each named."""

import asyncio

import pytest

from tests.system.conftest import Pool
from tests.system.flips import every_flip_is_named
from tests.system.load import Load, everything_holds

pytestmark = pytest.mark.faults

FLIPS, COMMANDS = 200, 150


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_every_flipped_bit_is_named(kind: str, pool: Pool) -> None:
    system = await asyncio.to_thread(pool.make, kind)
    try:
        load = Load(system)
        async with load:
            await load.more(COMMANDS)
            await load.stop()
        await system.at_rest()
        done = await every_flip_is_named(system, FLIPS, 20260302)
        assert done.total() == FLIPS
        assert len(done) == 6
        await everything_holds(system, load)  # the system went on living with all of it
    finally:
        system.close()
