"""Wishes about look-backs."""

from kernel.messages import Command, Id, Question
from supervision.commands.words import Sha256, Text
from supervision.events.look_back import Outcome
from supervision.events.words import Defect, Ground


class ReopenByLookBack(Command):
    """A look-back, spot check, petition or recurrence reopens a signed-off finding (R-108, R-152)."""

    finding: Id
    ground: Ground
    reason: Text
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[Sha256, ...] = ()


class DrawLookBack(Command):
    """Signed-off findings are drawn at random (R-108)."""

    number: Text
    title: Text
    round: Id
    cases: tuple[Id, ...] = ()
    percent: int = 0
    seed: str = ""
    seed_source: str = ""


class RecordLookBackResult(Command):
    """A drawn finding was visited: its sign-off holds, or is overturned."""

    lookback: Id
    finding: Id
    outcome: Outcome
    note: Text
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[Sha256, ...] = ()


class ReportLookBack(Command):
    """The report on a look-back (R-108)."""

    lookback: Id
    summary: Text
    document_sha256: Sha256


class GetLookBack(Question):
    """One look-back with what was drawn and what was found."""

    lookback: Id


class ListLookBacks(Question):
    """Look-backs, all or of a round."""

    round: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""


class RecomputeLookBack(Question):
    """The draw once more, from the population that was frozen."""

    lookback: Id
