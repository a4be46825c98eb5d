"""Wishes about amendments of ledger rows."""

from findings.events.parts import Part
from kernel.messages import Command, Id


class Cell(Part):
    """A cell that is to change, by its column's header or letter."""

    column: str
    text: str


class ProposeAmendment(Command):
    """Propose other cells."""

    finding: Id
    cells: tuple[Cell, ...]
    reason: str


class AcceptAmendment(Command):
    """Let the proposed cells stand."""

    finding: Id
    amendment: int
    reason: str = ""


class RejectAmendment(Command):
    """Leave the row as it is."""

    finding: Id
    amendment: int
    reason: str
