"""Wishes about a later date."""

from datetime import date

from kernel.messages import Command, Id


class RequestExtension(Command):
    """Ask for a later date."""

    finding: Id
    wanted: date
    reason: str


class GrantExtension(Command):
    """Set a later date; None takes the one asked for."""

    finding: Id
    due: date | None = None
    reason: str = ""


class RefuseExtension(Command):
    """Leave the date as it is."""

    finding: Id
    reason: str
