"""Wishes about monthly returns."""

from findings.events.returns import ReturnText
from kernel.messages import Command, Id


class PrepareReturn(Command):
    """Make a return from the ledger."""

    case: Id
    month: str
    texts: tuple[ReturnText, ...] = ()


class EndorseReturn(Command):
    """Sign for it."""

    case: Id
    month: str


class SubmitReturn(Command):
    """Hand it in."""

    case: Id
    month: str


class AcceptReturn(Command):
    """Accept it."""

    case: Id
    month: str


class SendBackReturn(Command):
    """Send it back."""

    case: Id
    month: str
    reason: str
