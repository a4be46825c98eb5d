"""Random commands of all bodies, beginning anywhere in any scenario: nothing that must not happen ever does."""

from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chassis.refusals import Refused
from kernel.errors import Refusal
from testkit.pure import PureWorld
from tests.properties.histories import Moment, Move, moments
from tests.properties.invariants import doubled, early, flaws, illegal
from tests.properties.invent import invented, mutated

# Four runs share the work, so that the machine's cores do.
SHARES, EXAMPLES, STEPS = 4, 500, 8

SETTINGS = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)

SEEDS = st.integers(0, 2**32)


class Bodies(RuleBasedStateMachine):
    """Everybody does what comes to mind."""

    share = 0

    def __init__(self) -> None:
        super().__init__()
        self.moment: Moment | None = None
        self.world: PureWorld | None = None
        self.seen: dict[str, int] = {}

    @initialize(where=st.integers(0, 2**16))
    def begin(self, where: int) -> None:
        """Somewhere in a scenario of this share."""
        mine = moments()[self.share :: SHARES]
        self.moment = mine[where % len(mine)]
        self.world = self.moment.world.fork()
        self.seen = dict(self.world.mark())

    @rule(seed=SEEDS)
    def go_on(self, seed: int) -> None:
        """Something like what came next in the scenario."""
        assert self.world is not None
        assert self.moment is not None
        self._do(mutated(self.moment, self.world, Random(seed)))

    @rule(seed=SEEDS)
    def invent(self, seed: int) -> None:
        """Anything."""
        assert self.world is not None
        self._do(invented(self.world, Random(seed)))

    @rule(days=st.sampled_from((1, 1, 2, 5, 14, 31)))
    def wait(self, days: int) -> None:
        """Days pass, each with its sweep."""
        assert self.world is not None
        self.world.advance(self.world.now + timedelta(days=days))

    def _do(self, move: Move) -> None:
        assert self.world is not None
        with suppress(Refusal, Refused):
            self.world.call(move.service, move.method, move.request, move.caller)

    @invariant()
    def nothing_happens_that_must_not(self) -> None:
        """After every step, of what it touched."""
        if self.world is None:
            return
        touched = {
            (service, recorded.aggregate) for service, known in self.seen.items() for recorded in self.world.log(service)[known:]
        }
        self.seen = dict(self.world.mark())
        assert list(illegal(self.world, touched)) == []
        assert list(early(self.world, touched)) == []
        assert list(doubled(self.world, touched)) == []

    def teardown(self) -> None:
        """Over the whole history: separation of duties, and every date from its rule."""
        if self.world is not None:
            assert list(flaws(self.world, "I14", "I23")) == []


@pytest.mark.timeout(600)
@pytest.mark.parametrize("share", range(SHARES))
def test_whatever_bodies_do(share: int) -> None:
    machine = type(f"Bodies{share}", (Bodies,), {"share": share})
    run_state_machine_as_test(machine, settings=SETTINGS)


def test_the_moves_reach_beyond_the_scenarios() -> None:
    """Enough of what is tried is done: a machine whose every command is refused would prove nothing."""
    chance, done, tried = Random(7), 0, 0
    for moment in moments()[::10]:
        world = moment.world.fork()
        for _ in range(STEPS):
            move = mutated(moment, world, chance) if chance.random() < 0.7 else invented(world, chance)
            tried += 1
            before = world.mark()
            with suppress(Refusal, Refused):
                world.call(move.service, move.method, move.request, move.caller)
            done += any(not one.topic.endswith("refusal.recorded.v1") for one in world.since(before))
    assert done > tried / 10
