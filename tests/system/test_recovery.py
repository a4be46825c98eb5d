"""The short form of the fault campaign: each database through one kill -9 under load, and a few flipped bits."""

import asyncio

import pytest

from tests.system.conftest import Shared
from tests.system.flips import every_flip_is_named
from tests.system.load import everything_holds

COMMANDS, FLIPS = 40, 20


@pytest.mark.timeout(180)
async def test_a_kill_loses_nothing_and_no_bit_changes_unseen(shared: Shared) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(COMMANDS)
        system.kill("findings")
        if system.databases:
            system.nats.kill()
            await asyncio.to_thread(system.nats.start)
        system.launch("findings")
        await load.more(COMMANDS)
        await load.stop()
        await everything_holds(system, load)
    if not system.databases:
        assert (await every_flip_is_named(system, FLIPS, 1)).total() == FLIPS
    shared.whole = True
