"""Wishes about signing off inside the inspected organisation."""

from kernel.messages import Command, Id


class RequestSignOff(Command):
    """Ask for sign-off."""

    finding: Id
    note: str = ""


class ApproveSignOff(Command):
    """Approve, as a member or then as the principal."""

    finding: Id
    opinion: str = ""


class RejectSignOff(Command):
    """Send the request back."""

    finding: Id
    reason: str
