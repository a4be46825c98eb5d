"""Shelves of numbers that must not be published: of leads and working papers by round, of undisclosed cases by year."""

from datetime import datetime

from pydantic import Field

from kernel.aggregates import Aggregate, Repository
from kernel.context import named
from kernel.messages import Changes, Event
from publicity.events.guarded import Guard, NumberFreed, NumberGuarded, ShelfBegun

CATALOGUE = named("publicity-guarded", "catalogue")


def shelf_id(kind: Guard, part: str) -> str:
    """The id of a shelf: numbers of one kind of one round or year."""
    return named("publicity-guarded", kind.value, part)


class Catalogue(Aggregate):
    """All shelves there are."""

    KIND = "publicity.guard"

    shelves: list[str] = Field(default_factory=list)

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case ShelfBegun():
                self.shelves = [*self.shelves, event.shelf]
            case _:
                raise TypeError(f"a catalogue does not fold {event.TOPIC} of {at}")


class Shelf(Aggregate):
    """Guarded numbers with what each is of."""

    KIND = "publicity.guard"

    numbers: dict[str, Guard] = Field(default_factory=dict)

    def guard(self, kind: Guard, number: str, catalogue: Catalogue) -> Changes:
        """Keep a number from being published; nothing when it is kept already."""
        if not number or number in self.numbers:
            return []
        begun = [] if self.id in catalogue.shelves else [ShelfBegun(catalogue=catalogue.id, shelf=self.id)]
        return [*begun, NumberGuarded(shelf=self.id, kind=kind, number=number)]

    def free(self, number: str) -> Changes:
        """What it stands for is announced."""
        return [NumberFreed(shelf=self.id, number=number)] if number in self.numbers else []

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case NumberGuarded():
                self.numbers = {**self.numbers, event.number: event.kind}
            case NumberFreed():
                self.numbers = {number: kind for number, kind in self.numbers.items() if number != event.number}
            case _:
                raise TypeError(f"a shelf does not fold {event.TOPIC} of {at}")


def guarded(repo: Repository) -> dict[str, Guard]:
    """Every number that is guarded now, with what it is of."""
    shelves = repo.find(Catalogue, CATALOGUE).shelves
    return {number: kind for shelf in shelves for number, kind in repo.find(Shelf, shelf).numbers.items()}
