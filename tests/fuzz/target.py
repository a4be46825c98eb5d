"""What is fuzzed: a function of bytes that raises when something is wrong, and the bytes to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

FOUND = Path(__file__).parent / "found"
"""Bytes that once did what they must not, a folder a target; every run of the tests repeats them."""


@dataclass(frozen=True, slots=True)
class Target:
    """A parser under test.

    Attributes:
        name: of the target.
        run: takes any bytes; an exception that gets out is a finding.
        seeds: good inputs, from which others are made.
        largest: most bytes tried.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    largest: int = 4096

    @property
    def folder(self) -> Path:
        """Where its findings lie."""
        return FOUND / self.name

    def found(self) -> list[Path]:
        """What was found with it before."""
        return sorted(path for path in self.folder.glob("*") if path.is_file())
