"""Wishes about typical cases."""

from kernel.messages import Command, Id
from publicity.events.parts import Scope


class ProposeTypicalCase(Command):
    """Put one forward."""

    number: str
    case: Id
    scope: Scope
    title: str
    text: str
    suggestion: Id | None = None


class ApproveTypicalCase(Command):
    """Approve it."""

    typical: Id
    approval_no: str


class RejectTypicalCase(Command):
    """Do not want it."""

    typical: Id
    reason: str


class PublishTypicalCase(Command):
    """Notify or expose it."""

    typical: Id


class WithdrawTypicalCase(Command):
    """Take it back."""

    typical: Id
    reason: str
    decision_no: str = ""
