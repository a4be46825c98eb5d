"""Wishes about common problems."""

from datetime import date

from findings.events.common_problems import Effect, Governance
from findings.events.parts import Sha256
from findings.events.registers import RuleChange
from kernel.messages import Command, Id


class ProposeProblem(Command):
    """Propose that findings are one common problem; `office` None means that of the first finding's case."""

    topic: str
    office: Id | None = None
    findings: tuple[Id, ...]
    reason: str


class ConfirmProblem(Command):
    """Confirm a candidate."""

    problem: Id
    statement: str
    departments: tuple[Id, ...] = ()


class DismissProblem(Command):
    """Dismiss a candidate."""

    problem: Id
    reason: str


class NotifyProblem(Command):
    """Tell departments of a confirmed problem; `reply_due` None takes the date of the rulebook."""

    problem: Id
    departments: tuple[Id, ...]
    content: str
    suggestions: tuple[str, ...] = ()
    document_sha256: Sha256
    reply_due: date | None = None


class AcknowledgeProblem(Command):
    """Sign for a notified problem."""

    problem: Id


class AnalyseProblem(Command):
    """Hand in the analysis."""

    problem: Id
    causes: str
    document_sha256: Sha256


class PlanGovernance(Command):
    """Say what the department will do."""

    problem: Id
    kind: Governance
    title: str
    due: date | None = None
    document_sha256: Sha256


class AdoptGovernanceRule(Command):
    """Record the rules in which an action ended; `adopted_on` None means today."""

    problem: Id
    action: int
    rule_changes: tuple[RuleChange, ...]
    result: str = ""
    document_sha256: Sha256
    adopted_on: date | None = None


class CheckEffect(Command):
    """Record a check of the effect."""

    problem: Id
    effect: Effect
    assessment: str
    document_sha256: Sha256


class CloseProblem(Command):
    """Close a problem."""

    problem: Id
    reason: str
