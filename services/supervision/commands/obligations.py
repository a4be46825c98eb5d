"""Wishes about duties with a date."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Text


class SubmitObligation(Command):
    """The obligor hands in what shows that the duty is done, where no other act of the system shows it."""

    obligation: Id
    document: Hash = ""
    note: Text


class AcceptObligation(Command):
    """The verifier accepts what was submitted."""

    obligation: Id


class SendBackObligation(Command):
    """The verifier does not accept what was submitted."""

    obligation: Id
    reason: Text


class ExtendObligation(Command):
    """The dispatching side gives a new due date (SOD-13)."""

    obligation: Id
    due: date
    reason: Text


class SuspendObligation(Command):
    """The dispatching side stops the clock (SOD-13)."""

    obligation: Id
    reason: Text


class ResumeObligation(Command):
    """The dispatching side lets the clock go on (SOD-13)."""

    obligation: Id
    reason: Text


class WaiveObligation(Command):
    """The dispatching side releases the obligor (SOD-13)."""

    obligation: Id
    reason: Text


class ListObligations(Question):
    """Obligations by case, organisation, rule or state."""

    case: Id | None = None
    org: Id | None = None
    rule_id: str = ""
    state: str = ""
    kind: str = ""
    obligor: Id | None = None
    supervisors: bool = False
    target_passed: bool = False
    finding: Id | None = None
    round: Id | None = None
    due_before: date | None = None
    limit: int = 100
    after: str = ""


class GetObligation(Question):
    """One obligation with the explanation of its date."""

    obligation: Id
