"""Wishes about reports on a round."""

from findings.events.parts import Sha256
from kernel.messages import Command, Id


class SubmitRoundReport(Command):
    """Report a round with its figures as they stand."""

    number: str
    round: Id
    document_sha256: Sha256 | None = None


class ReceiveRoundReport(Command):
    """Take a report on a round."""

    round_report: Id
