"""Wishes about consolidation orders and typical cases."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Sha256, Text


class OrderConsolidation(Command):
    """The leading group orders a consolidation (R-101)."""

    number: Text
    case: Id
    findings: tuple[Id, ...] = ()
    reasons: Text
    demands: tuple[Text, ...]
    decision_no: Text
    until: date | None = None


class EndConsolidation(Command):
    """The leading group ends a consolidation."""

    consolidation: Id
    result: Text
    document_sha256: Hash = ""


class SuggestTypicalCase(Command):
    """A case is put forward as typical (R-83)."""

    case: Id
    title: Text
    reason: Text
    facts_sha256: Sha256


class ListConsolidations(Question):
    """Consolidation orders by case, organisation or state."""

    case: Id | None = None
    org: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""


class GetConsolidation(Question):
    """One consolidation order."""

    consolidation: Id
