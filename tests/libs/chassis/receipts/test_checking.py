"""I13: what is remembered of commands, the log, and the checkpoint over it say the same."""

from uuid import uuid4

import pytest

from chassis.receipts.checking import commands_stand
from testkit.conformance.store import work
from tests.libs.chassis.sealing.conftest import (
    MakeWorld,
    clock,
    database_url,
    keyring,
    make_store,
    make_world,
    postgres_server,
    world,
)
from tests.libs.chassis.sealing.world import SealedWorld, change

__all__ = ["MakeWorld", "clock", "database_url", "keyring", "make_store", "make_world", "postgres_server", "world"]


@pytest.fixture
def whole(world: SealedWorld) -> SealedWorld:
    """A sealed log of commands with one event, with several, and with none."""
    for count in (1, 3, 2):
        world.write(count)
    world.seal()
    world.store.submit(work(lambda act, repo: [])).result()
    return world


def codes(world: SealedWorld) -> list[tuple[str, int]]:
    return [(flaw.code, flaw.position) for flaw in commands_stand(world.store)[2]]


def test_a_whole_log_passes(whole: SealedWorld) -> None:
    name, checked, flaws, note = commands_stand(whole.store)
    assert (name, checked, flaws, note) == ("I13", 7 + 5, [], "")
    whole.write(2)
    assert commands_stand(whole.store)[2:] == ([], "2 events are not sealed yet")


def test_an_event_whose_command_is_forgotten_is_named(whole: SealedWorld) -> None:
    change(whole.store, "DELETE FROM commands WHERE first = 3 AND events = 3")
    assert codes(whole) == [("command-forgotten", 3)]


def test_a_command_with_another_number_of_events_is_named(whole: SealedWorld) -> None:
    change(whole.store, "UPDATE commands SET events = 2 WHERE first = 3 AND events = 3")
    assert ("command-differs", 3) in codes(whole)


def test_a_command_whose_events_were_cut_off_is_named(whole: SealedWorld) -> None:
    for position in (7, 6):
        change(whole.store, "DELETE FROM stored_events WHERE notification_id = ?", position)
    change(whole.store, "UPDATE log_head SET position = 5")
    found = codes(whole)
    assert ("command-lost", 7) in found
    assert ("not-under-checkpoint", 0) in found


def test_a_command_that_has_no_events_of_its_own_is_named(whole: SealedWorld) -> None:
    change(whole.store, "INSERT INTO commands SELECT ?, digest, first, events FROM commands WHERE first = 3", uuid4().hex)
    assert codes(whole) == [("command-replaced", 3)]


def test_what_is_not_under_the_checkpoint_is_named(whole: SealedWorld) -> None:
    change(whole.store, "UPDATE checkpoints SET root = ? WHERE size = 7", bytes(32))
    assert codes(whole) == [("not-under-checkpoint", 0)]
