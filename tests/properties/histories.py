"""Where random histories begin: every moment of every scenario, and everything that was ever asked for in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from chassis.auth import Caller
from testkit.pure import PureWorld
from testkit.scenario import Scenario, load, run

SCENARIOS = sorted((Path(__file__).resolve().parents[1] / "acceptance").glob("*.yaml"))

# A world is kept after each so many commands of a scenario.
EVERY = 3


@dataclass(frozen=True, slots=True)
class Move:
    """A command as somebody gave it."""

    service: str
    method: MethodDescriptor
    request: Message
    caller: Caller


@dataclass(frozen=True, slots=True)
class Moment:
    """A world as it was after some commands of a scenario, and the commands that came next there."""

    scenario: str
    after: int
    world: PureWorld
    next: Sequence[Move]


@dataclass
class History:
    """One scenario played without its expectations mattering."""

    name: str
    moves: list[Move] = field(default_factory=list)
    worlds: dict[int, PureWorld] = field(default_factory=dict)

    def moments(self) -> list[Moment]:
        """The worlds that were kept, in order."""
        return [Moment(self.name, after, world, self.moves[after : after + 12]) for after, world in sorted(self.worlds.items())]


def play(scenario: Scenario) -> History:
    """A scenario in a pure world. What it expects is proved elsewhere; here its commands matter, as far as they go."""
    history = History(scenario.file.stem)

    def seen(world: PureWorld, called: str, request: Message, caller: Caller) -> None:
        service, _, name = called.partition("/")
        method = world.pages()[service].rpc.methods_by_name[name]
        history.moves.append(Move(service, method, request, caller))
        if len(history.moves) % EVERY == 0:
            history.worlds[len(history.moves)] = world.fork()

    run(scenario, PureWorld(scenario.clock, scenario.zone, seen=seen))
    return history


@cache
def moments() -> Sequence[Moment]:
    """All of them, in order of scenario."""
    scenarios = (load(file) for file in SCENARIOS)
    return [moment for scenario in scenarios if "memory" in scenario.only for moment in play(scenario).moments()]


@cache
def callers() -> Mapping[str, Sequence[Caller]]:
    """Everybody who ever gave a command, by role."""
    found: dict[str, dict[Caller, None]] = {}
    for moment in moments():
        for move in moment.next:
            found.setdefault(move.caller.role, {})[move.caller] = None
    return {role: tuple(known) for role, known in sorted(found.items())}
