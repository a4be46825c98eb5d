"""A person: a random id, and a name that stays in the encrypted record."""

from datetime import datetime

from findings.events.person import PersonRegistered
from kernel.aggregates import Aggregate
from kernel.messages import Changes, Event


class Person(Aggregate):
    """A person as the register knows one."""

    KIND = "findings.person"
    CALLED = "人员 / person"

    name: str = ""

    def register(self, name: str, contact: str) -> Changes:
        """The person enters the register under the id that the command gave."""
        return [PersonRegistered(person=self.id, name=name, contact=contact)]

    def evolve(self, event: Event, at: datetime) -> None:  # nothing here depends on the time
        """Fold one fact."""
        match event:
            case PersonRegistered():
                self.name = event.name
