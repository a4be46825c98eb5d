"""Consolidation orders, and cases put forward as typical."""

from datetime import date

from kernel.messages import Event, Id, Ref


class ConsolidationEvent(Event):
    """What every event of a consolidation names."""

    STREAM = "order"

    order: Ref
    case: Ref
    org: Ref


class ConsolidationOrdered(ConsolidationEvent):
    """The leading group ordered that a unit in which problems concentrate rectify by way of consolidation (R-101)."""

    TOPIC = "supervision.consolidation.ordered.v1"

    number: str
    findings: tuple[Ref, ...] = ()
    reasons: str
    demands: tuple[str, ...]
    decision_no: str
    ordered_on: date
    until: date | None = None
    orderer: Id


class ConsolidationEnded(ConsolidationEvent):
    """The consolidation ended, with what it came to."""

    TOPIC = "supervision.consolidation.ended.v1"

    result: str
    document_sha256: str = ""
    ended_on: date
    by: Id


class TypicalCaseSuggested(Event):
    """A case is put forward for notice and exposure; the publicity department handles it (R-83)."""

    TOPIC = "supervision.typical-case.suggested.v1"
    STREAM = "suggestion"

    suggestion: Ref
    case: Ref
    org: Ref
    title: str
    reason: str
    facts_sha256: str
    suggested_on: date
    by: Id
