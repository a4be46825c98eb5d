"""Wishes about reports on supervision (R-34)."""

from kernel.messages import Command, Id, Question
from supervision.commands.words import Sha256, Text


class DraftSupervisionReport(Command):
    """The discipline organ drafts its report; the figures come from the record (R-34)."""

    case: Id
    problems: tuple[Text, ...] = ()
    judgement: Text
    suggestions: tuple[Text, ...] = ()
    document: Sha256


class SubmitSupervisionReport(Command):
    """The discipline organ hands it to the leading group (R-34)."""

    case: Id


class AcceptSupervisionReport(Command):
    """The leading group accepts it."""

    case: Id
    minutes_no: str = ""


class SendBackSupervisionReport(Command):
    """The leading group sends it back."""

    case: Id
    reason: Text


class GetSupervisionReport(Question):
    """The report of a case with its versions."""

    case: Id


class ListSupervisionReports(Question):
    """Reports on supervision by organ and state."""

    by: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""
