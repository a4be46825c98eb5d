"""What a replay of the log finds: differences from the live read models, and between two dates."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of a read model that a fold from zero does not give; either side is None where the row is missing."""

    table: str
    key: tuple[Any, ...]
    live: dict[str, Any] | None
    folded: dict[str, Any] | None

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns that differ; none where a side has no such row."""
        if self.live is None or self.folded is None:
            return ()
        return tuple(name for name, value in self.folded.items() if self.live.get(name) != value)


@dataclass(frozen=True, slots=True)
class ReplayedModel:
    """A read model folded from zero, and the live one beside it.

    Attributes:
        name: its name; position: up to which it was folded, or of the event that it cannot take.
        rows, digest: how many rows the fold has, and their SHA-256 (hex).
        live_rows, live_digest: the same of the live one; None and "" where nothing was compared.
        different: how many rows differ; first: the first of them, by table and key.
        failed: why it cannot be folded, "" when it can.
    """

    name: str
    position: int
    rows: int
    digest: str
    live_rows: int | None
    live_digest: str
    different: int
    first: tuple[Difference, ...]
    failed: str

    @property
    def equal(self) -> bool:
        """Whether it could be folded and nothing differs."""
        return not self.failed and not self.different


@dataclass(frozen=True, slots=True)
class Replayed:
    """A replay: the origin, the position of its log then, each read model by name."""

    source: str
    position: int
    models: tuple[ReplayedModel, ...]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a read model that differs between two dates.

    Attributes:
        model, table, key: which row; kind: added, removed or changed.
        columns: by name before and after, those that differ; None where there is none.
    """

    model: str
    table: str
    key: dict[str, Any]
    kind: str
    columns: dict[str, tuple[Any, Any]]
