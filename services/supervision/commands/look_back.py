"""Wishes about look-backs."""

from kernel.messages import Command, Id
from supervision.commands.words import Sha256, Text
from supervision.events.words import Defect, Ground


class ReopenByLookBack(Command):
    """A look-back, spot check, petition or recurrence reopens a signed-off finding (R-108, R-152)."""

    finding: Id
    ground: Ground
    reason: Text
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[Sha256, ...] = ()
