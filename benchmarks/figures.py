"""A measured figure, its target, and the line it prints."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """A value against a target; `at_least` says on which side the good lies."""

    name: str
    value: float
    unit: str
    target: float
    at_least: bool
    detail: str = ""

    @property
    def ok(self) -> bool:
        return self.value >= self.target if self.at_least else self.value <= self.target

    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        verdict = "ok" if self.ok else "SHORT"
        detail = f"  [{self.detail}]" if self.detail else ""
        return f"{self.name}: {self.value:,.2f}{self.unit} (target {sign} {self.target:,g}{self.unit}) {verdict}{detail}"


def median_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Median wall time of a few rounds."""
    times = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return statistics.median(times)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
