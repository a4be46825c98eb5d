"""Fits rows into a terminal: identifying columns stay whole, texts fold, and what finds no room is named instead of squeezed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.table import Table
from rich.text import Text

# A column up to this wide is never folded; a wider one is text and may shrink to FOLDED.
WHOLE = 26
FOLDED = 18
# Longer texts are cut in a table; `wide` and the other forms have all of it.
LONGEST = 72
GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: field.
        heading: what stands above it.
        cells: its texts, in order of rows.
    """

    name: str
    heading: str
    cells: tuple[str, ...]

    @property
    def widest(self) -> int:
        """Terminal cells that its longest value takes; a heading folds at its spaces."""
        return max([*(cell_len(cell) for cell in self.cells), *(cell_len(word) for word in self.heading.split())], default=1)

    @property
    def names_things(self) -> bool:
        """Whether its values are single words, such as numbers and dates: cut in two they cannot be copied."""
        return not any(" " in cell for cell in self.cells) and self.name in IDENTIFYING

    @property
    def least(self) -> int:
        """Terminal cells without which it cannot be read."""
        return self.widest if self.widest <= WHOLE or self.names_things else FOLDED


IDENTIFYING = frozenset({"number", "code", "id", "case", "finding", "case_number", "source", "what"})


def fitting(columns: Sequence[Column], width: int) -> list[Column]:
    """The columns that have room side by side, from the left; at least one."""
    shown: list[Column] = []
    used = 0
    for column in columns:
        used += column.least + (GAP if shown else 0)
        if shown and used > width:
            break
        shown.append(column)
    return shown


def shortened(text: str) -> str:
    """A text of at most LONGEST terminal cells, in one line."""
    line = " ".join(text.split())
    return line if cell_len(line) <= LONGEST else set_cell_size(line, LONGEST - 1).rstrip() + "…"


def table(columns: Sequence[Column]) -> Table:
    """Rows under headings."""
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0))
    for column in columns:
        made.add_column(Text(column.heading), overflow="fold", min_width=column.least)
    for row in zip(*(column.cells for column in columns), strict=True):
        made.add_row(*(Text(cell) for cell in row))
    return made
