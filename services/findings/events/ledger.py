"""Facts about ledgers that came in files."""

from findings.events.parts import Part, Sha256
from kernel.messages import Event, Id, Ref


class Line(Part):
    """Where a finding stood in a file: its row, its 序号, hashes of its words (`key`) and of all its cells (`cells`)."""

    finding: Id
    row: int
    ordinal: int
    key: Sha256
    cells: Sha256


class OfLedger(Event):
    """A fact about the ledger of a case."""

    STREAM = "ledger"

    ledger: Ref
    case: Ref
    org: Ref


class LedgerImported(OfLedger):
    """A file was brought; the same file again changes nothing. `last` is the highest number assigned so far."""

    TOPIC = "findings.ledger.imported.v1"

    sha256: Sha256
    name: str
    size: int
    rows: int
    registered: int
    proposed: int
    same: int
    last: int
    importer: Id


class LedgerLinesKept(OfLedger):
    """The rows of the file, a thousand at a time, by which the same rows are known when they come again."""

    TOPIC = "findings.ledger.lines-kept.v1"

    sha256: Sha256
    lines: tuple[Line, ...]
