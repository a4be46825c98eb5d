"""How a scenario went, for people; the same in every world."""

from dataclasses import dataclass

from testkit.scenario_file import Place, Scenario


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step went.

    Attributes:
        phase: given, when, then or steps; title: what the step does; place: where it stands.
        problems: what is not as expected, one line each; empty when all is.
    """

    phase: str
    title: str
    place: Place
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether all is as expected."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Report:
    """How a scenario went in a world; it ends with the first step that is not as expected."""

    scenario: Scenario
    world: str
    outcomes: tuple[Outcome, ...]

    @property
    def ok(self) -> bool:
        """Whether every step went as expected."""
        return bool(self.outcomes) and all(outcome.ok for outcome in self.outcomes)

    def text(self) -> str:
        """For people; the same in every world but for the world's name."""
        lines = [f"{'PASS' if self.ok else 'FAIL'} {self.scenario.name} [{self.world}]: {len(self.outcomes)} steps"]
        for outcome in self.outcomes:
            if not outcome.ok:
                lines.append(f"  {outcome.place} ({outcome.phase}) {outcome.title}")
                lines += [f"    {problem}" for problem in outcome.problems]
        lines += [f"  left: {part}" for part in self.scenario.left]
        return "\n".join(lines)
