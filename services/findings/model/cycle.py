"""The words for how far a case is, and a finding as its case sees it: when it was open and when not."""

from datetime import date
from enum import StrEnum
from typing import Self

from findings.events.parts import Part
from findings.events.words import CaseFinding, Standing


class CaseState(StrEnum):
    """The states of a case."""

    OPENED = "OPENED"
    PLANNING = "PLANNING"
    CONCENTRATED = "CONCENTRATED"
    REPORT_DUE = "REPORT_DUE"
    REVIEWING = "REVIEWING"
    CONTINUING = "CONTINUING"
    ALL_SIGNED_OFF = "ALL_SIGNED_OFF"
    COMPLETED = "COMPLETED"
    CLOSED = "CLOSED"


class CasePhase(StrEnum):
    """Which phase of rectification runs; it ends by date, whatever the findings are."""

    CONCENTRATED = "concentrated"
    CONTINUING = "continuing"
    DONE = "done"


class Turn(Part):
    """A day on which a finding was settled, or opened again."""

    day: date
    open: bool


class Entry(CaseFinding):
    """A finding of the case."""

    standing: Standing = Standing.OPEN
    turns: tuple[Turn, ...] = ()

    @property
    def settled_on(self) -> date | None:
        """The day on which it was settled last; None while something remains to be done."""
        return self.turns[-1].day if self.standing.settled and self.turns else None

    def open_between(self, first: date, last: date) -> bool:
        """Whether something remained to be done at any time from the beginning of `first` to the end of `last`."""
        if first > last or last < self.received_on:
            return False
        before = [turn for turn in self.turns if turn.day < first]
        if before[-1].open if before else True:
            return True
        return any(turn.open and first <= turn.day <= last for turn in self.turns)

    def goes_on(self) -> Self:
        """Its concentrated phase ended with something to do."""
        standing = Standing.CONTINUING if self.standing is Standing.OPEN else self.standing
        return self.model_copy(update={"standing": standing})

    def settled(self, standing: Standing, day: date) -> Self:
        """Nothing remains to be done."""
        return self.model_copy(update={"standing": standing, "turns": (*self.turns, Turn(day=day, open=False))})

    def opened_again(self, day: date) -> Self:
        """Something remains to be done again."""
        return self.model_copy(update={"standing": Standing.REOPENED, "turns": (*self.turns, Turn(day=day, open=True))})
