"""Wishes about the report on the department's own supervision."""

from kernel.messages import Command, Id, Question
from review.commands.words import Sha256, Text, Trimmed
from review.events.words import ActionCount


class DraftSupervisionReport(Command):
    """Draft the report (R-41)."""

    case: Id
    status: Trimmed = ""
    actions: tuple[ActionCount, ...] = ()
    problems: Trimmed = ""
    judgement: Trimmed = ""
    suggestions: Trimmed = ""
    document: Sha256


class SubmitSupervisionReport(Command):
    """Hand it to the leading group (R-41)."""

    case: Id


class AcceptSupervisionReport(Command):
    """The leading group accepts it."""

    case: Id


class SendBackSupervisionReport(Command):
    """The leading group wants a new version."""

    case: Id
    reason: Text


class GetSupervisionReport(Question):
    """The report of a case with its versions."""

    case: Id
