"""The short form of the fault campaign, for every run of the tests: a kill -9 under load, and a few flipped bits."""

import pytest

from tests.system.conftest import Shared
from tests.system.flips import every_flip_is_named
from tests.system.load import everything_holds

COMMANDS, FLIPS = 40, 20


@pytest.mark.timeout(180)
@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_a_kill_loses_nothing_and_no_bit_changes_unseen(shared: Shared) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(COMMANDS)
        system.kill("findings")
        system.launch("findings")
        await load.more(COMMANDS)
        await load.stop()
        await everything_holds(system, load)
    assert (await every_flip_is_named(system, FLIPS, 1)).total() == FLIPS
    shared.whole = True
