"""Aggregates: decisions return events, `evolve` alone changes state."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Protocol, Self, TypeVar, get_origin

from pydantic import BaseModel, ConfigDict, PlainSerializer

from kernel.errors import NotFound
from kernel.messages import Event

_T = TypeVar("_T")


def _in_order(members: Iterable[Any]) -> list[Any]:
    return sorted(members)


# A set whose JSON has one order in every process: read models and snapshots are compared between processes.
Members = Annotated[frozenset[_T], PlainSerializer(_in_order, when_used="json")]


class Aggregate(BaseModel):
    """State folded from the events of one stream.

    A subclass holds pydantic fields with defaults (so that an instance with an id alone is the state before the first
    event), decision methods that return `Changes` or raise a `Refusal`, and `evolve`.

    Attributes:
        id: 32 hex digits.
        version: number of events folded; 0 means that it does not exist yet.
        last_effective: the latest effective time folded, None before the first event.
    """

    model_config = ConfigDict(extra="forbid", validate_assignment=False)

    KIND: ClassVar[str] = ""  # `context.aggregate`, with which the topic of its first fact begins; empty admits any
    CALLED: ClassVar[str] = ""  # what people call such a thing, `中文 / English`; empty: as the class

    id: str
    version: int = 0
    last_effective: datetime | None = None

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        for name, field in cls.model_fields.items():
            ordered = any(isinstance(mark, PlainSerializer) for mark in field.metadata)
            if get_origin(field.annotation) in (set, frozenset) and not ordered:
                raise TypeError(f"{cls.__qualname__}.{name}: the order of a set differs between processes; say Members[...]")

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event into the state.

        Args:
            event: a fact of this stream.
            at: its effective time, aware.
        """
        raise NotImplementedError(f"{type(self).__qualname__} folds nothing")

    def fold(self, event: Event, at: datetime) -> Self:
        """`evolve`, and count: what the repository and tests call.

        Raises:
            NotFound: the first fact is one of another kind of thing, so that the id names no such thing.
        """
        if not self.version and self.KIND and not event.TOPIC.startswith(f"{self.KIND}."):
            raise NotFound(what=self.CALLED or type(self).__name__.lower(), id=self.id)
        self.evolve(event, at)
        self.version += 1
        if self.last_effective is None or at > self.last_effective:
            self.last_effective = at
        return self

    @property
    def exists(self) -> bool:
        """Whether at least one event happened."""
        return self.version > 0


A = TypeVar("A", bound=Aggregate)


class Repository(Protocol):
    """Loads aggregates as they are at the moment of the decision (or, for a query, as of the asked time)."""

    def find(self, kind: type[A], id: str) -> A:
        """The aggregate; one with version 0 where nothing happened yet."""
        ...


class BallotBoxes(Repository, Protocol):
    """What a decision about a ballot box gets; a question, which could be asked between two ballots, never does."""

    def tally(self, box: str) -> dict[str, int]:
        """The counters of a box that are not 0, those of this transaction included."""
        ...


def get(repository: Repository, kind: type[A], id: str, **named: Any) -> A:
    """The aggregate, which must exist.

    Raises:
        NotFound: nothing happened under this id. `named` may give `what` and `shown`, the number people know.
    """
    found = repository.find(kind, id)
    if not found.exists:
        raise NotFound(what=named.get("what", kind.CALLED or kind.__name__.lower()), id=named.get("shown", id))
    return found
