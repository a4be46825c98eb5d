"""Wishes about listed supervision."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Text


class ProposeListing(Command):
    """A supervising body puts a finding forward for listed supervision (R-132)."""

    finding: Id
    reason: Text


class ApproveListing(Command):
    """The leading group puts it on the list."""

    finding: Id
    number: Text
    last_date: date
    document: Hash = ""


class RefuseListing(Command):
    """The leading group does not."""

    finding: Id
    reason: Text


class Delist(Command):
    """The leading group takes it off the list, after the outer sign-off."""

    finding: Id
    reason: str = ""


class ListListings(Question):
    """Findings under listed supervision, or proposed for it."""

    case: Id | None = None
    org: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""


class GetListing(Question):
    """Where a finding stands with listed supervision."""

    finding: Id
