"""Consolidation orders (R-101), and cases put forward as typical (R-83)."""

from datetime import date, datetime

from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events import consolidation as happened
from supervision.refusals.consolidation import ConsolidationOver, ConsolidationPast
from supervision.refusals.measures import NumberUsed


class Consolidation(Aggregate):
    """One consolidation order."""

    KIND = "supervision.consolidation"
    CALLED = "整顿决定 / consolidation order"

    number: str = ""
    case: str = ""
    org: str = ""
    ended: bool = False

    def order(self, ordered: happened.ConsolidationOrdered, book: str) -> Changes:
        """Order a consolidation.

        Raises:
            NumberUsed, ConsolidationPast.
        """
        if self.exists:
            raise NumberUsed(field="number", number=ordered.number)
        if ordered.until is not None and ordered.until <= ordered.ordered_on:
            raise ConsolidationPast(field="until", until=ordered.until)
        return [ordered.under("R-101", book)]

    def end(self, result: str, document: str, on: date, act: Act) -> Changes:
        """End it.

        Raises:
            ConsolidationOver.
        """
        if self.ended:
            raise ConsolidationOver(number=self.number)
        ended = happened.ConsolidationEnded(
            order=self.id,
            case=self.case,
            org=self.org,
            result=result,
            document_sha256=document,
            ended_on=on,
            by=act.actor,
        )
        return [ended]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.ConsolidationOrdered():
                self.number, self.case, self.org = event.number, event.case, event.org
            case happened.ConsolidationEnded():
                self.ended = True
            case _:
                raise TypeError(f"a consolidation does not fold {event.TOPIC} of {at}")


class TypicalCase(Aggregate):
    """One suggestion that a case be made known as typical."""

    KIND = "supervision.typical-case"

    case: str = ""

    def suggest(self, suggested: happened.TypicalCaseSuggested, book: str) -> Changes:
        """Put a case forward."""
        return [suggested.under("R-83", book)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.TypicalCaseSuggested():
                self.case = event.case
            case _:
                raise TypeError(f"a suggestion of a typical case does not fold {event.TOPIC} of {at}")
