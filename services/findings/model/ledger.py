"""The ledger of a case as files brought it: which files, which rows, which numbers."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched

from pydantic import Field

from findings.commands.delivered import Delivered, LedgerRow
from findings.events.ledger import LedgerImported, LedgerLinesKept, Line
from findings.model.digest import digest
from kernel.aggregates import Aggregate, Members
from kernel.messages import Changes, Event

_AT_ONCE = 1000


class Ledger(Aggregate):
    """What files a case's ledger came in, and how their rows were understood."""

    KIND = "findings.ledger"

    files: Members[str] = frozenset()
    lines: dict[str, Line] = Field(default_factory=dict)  # by finding, as it stood in the newest file
    last: int = 0

    def understood(self, rows: Sequence[LedgerRow], present: Iterable[tuple[str, str]]) -> dict[int, str]:
        """The findings of rows without a number, by row.

        First by their words, as they stand now or stood in the newest file, then by 序号, where that row is nobody
        else's; rows that stay unknown are left out.

        Args:
            rows: those without a number.
            present: (finding, key) of every finding of the case, as its words are now.
        """
        by_key = {line.key: finding for finding, line in self.lines.items()} | {key: finding for finding, key in present}
        found = {row.row: by_key[key_of(row)] for row in rows if key_of(row) in by_key}
        taken = set(found.values())
        by_ordinal = {line.ordinal: finding for finding, line in self.lines.items() if line.ordinal and finding not in taken}
        for row in rows:
            if row.row not in found and row.ordinal in by_ordinal:
                found[row.row] = by_ordinal.pop(row.ordinal)
        return found

    def unchanged(self, finding: str, row: LedgerRow) -> bool:
        """Whether the row reads as it did in the newest file, whatever happened to the finding since."""
        known = self.lines.get(finding)
        return known is not None and known.cells == cells_of(row)

    def bring(
        self, case: str, org: str, delivered: Delivered, rows: dict[str, LedgerRow], counts: "Counts", importer: str
    ) -> Changes:
        """The file is known from now on. `rows` are its rows by finding."""
        whose = {"ledger": self.id, "case": case, "org": org, "sha256": delivered.sha256}
        lines = [
            Line(finding=finding, row=row.row, ordinal=row.ordinal, key=key_of(row), cells=cells_of(row))
            for finding, row in rows.items()
        ]
        imported = LedgerImported(
            **whose, name=delivered.name, size=delivered.size, rows=len(delivered.rows), importer=importer, **counts.as_fields()
        )
        kept = [LedgerLinesKept(**whose, lines=tuple(some)) for some in batched(lines, _AT_ONCE, strict=False)]
        return [imported, *kept]

    def evolve(self, event: Event, at: datetime) -> None:  # nothing here depends on the time
        """Fold one fact."""
        match event:
            case LedgerImported():
                self.files |= {event.sha256}
                self.last = event.last
            case LedgerLinesKept():
                self.lines |= {line.finding: line for line in event.lines}


class Counts:
    """What an import did, in numbers."""

    def __init__(self, registered: int, proposed: int, same: int, last: int) -> None:
        self.registered = registered
        self.proposed = proposed
        self.same = same
        self.last = last

    def as_fields(self) -> dict[str, int]:
        """For the fact."""
        return dict(vars(self))


def key_of(row: LedgerRow) -> str:
    """A hash of the row's words, white space apart."""
    return key_of_words(*row.key)


def key_of_words(wording: str, manifestation: str) -> str:
    """A hash of words, white space apart."""
    return digest(["".join(wording.split()), "".join(manifestation.split())])


def cells_of(row: LedgerRow) -> str:
    """A hash of all cells that people may change."""
    return digest({letter: text for letter, text in row.cells.items() if text})
