"""Numbers that must never stand in anything published; what lies behind them is not known here."""

from enum import StrEnum

from kernel.messages import Event, Id


class Guard(StrEnum):
    """Of what a number is."""

    LEAD = "lead"
    PAPER = "working-paper"
    CASE = "undisclosed-case"


class ShelfBegun(Event):
    """A shelf of guarded numbers is looked through from now on; the catalogue names all of them."""

    TOPIC = "publicity.guard.shelf-begun.v1"
    STREAM = "catalogue"

    catalogue: Id
    shelf: Id


class NumberGuarded(Event):
    """A number must not be published."""

    TOPIC = "publicity.guard.number-guarded.v1"
    STREAM = "shelf"

    shelf: Id
    kind: Guard
    number: str


class NumberFreed(Event):
    """What a number stands for was made public by those who may: it is guarded no longer."""

    TOPIC = "publicity.guard.number-freed.v1"
    STREAM = "shelf"

    shelf: Id
    number: str
