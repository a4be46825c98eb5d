"""Facts and wishes: `Event`, which states its stored name for ever, and `Command`."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

_TOPIC = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9][0-9]*")

PERSONAL = "rectify:personal"
REF = "rectify:ref"

_T = TypeVar("_T")

# A field that names or describes a natural person: encrypted in the record from the first event on.
Personal = Annotated[_T, PERSONAL]

# An opaque id (32 hex digits) of something the event concerns; histories of all services are joined by it.
Ref = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$"), REF]

# The same where there may be none; a Ref inside an optional type would hide its mark.
MaybeRef = Annotated[Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None, REF]

# An opaque id that is not used for joining histories.
Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class Event(BaseModel):
    """A fact that happened, in the past tense.

    A subclass states TOPIC, its stored name (`context.aggregate.happened.v1`), and STREAM, the field that holds the id
    of the aggregate it belongs to. SUBJECT names the field whose value selects the key for `Personal` fields (default:
    the stream). FORMER maps retired topics to functions that lift their decoded fields to the present ones; stored
    bytes never change.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    TOPIC: ClassVar[str]
    STREAM: ClassVar[str]
    SUBJECT: ClassVar[str] = ""
    FORMER: ClassVar[Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "TOPIC" not in cls.__dict__:
            return  # an intermediate base that shares fields; only what states a topic can be stored
        if not _TOPIC.fullmatch(cls.TOPIC):
            raise TypeError(f"{cls.__qualname__}: the topic {cls.TOPIC!r} is not context.aggregate.happened.vN")
        if getattr(cls, "STREAM", "") not in cls.model_fields:
            raise TypeError(f"{cls.__qualname__}: STREAM names the field that holds the aggregate's id")
        if cls.SUBJECT and cls.SUBJECT not in cls.model_fields:
            raise TypeError(f"{cls.__qualname__}: SUBJECT {cls.SUBJECT!r} is not a field")
        if len(cls.model_fields) > 64:
            raise TypeError(f"{cls.__qualname__}: more than 64 fields cannot be committed to")

    @property
    def stream(self) -> str:
        """Id of the aggregate this fact belongs to."""
        return str(getattr(self, self.STREAM))

    @classmethod
    def personal_fields(cls) -> frozenset[str]:
        """Names of the fields that are stored encrypted."""
        return frozenset(_marked(cls, PERSONAL))

    @classmethod
    def ref_fields(cls) -> tuple[str, ...]:
        """Names of the fields by which histories are joined, in order of declaration."""
        return _marked(cls, REF)

    def on(self, effective: datetime) -> "Fact":
        """This event with an effective time of its own instead of the command's."""
        return Fact(self, effective=effective)

    def under(self, rule: str, rulebook: str = "") -> "Fact":
        """This event with the rule it rests on (`R-30`) and the reference of the rulebook in force for the case."""
        return Fact(self, rule=rule, rulebook=rulebook)


@cache
def _marked(cls: type[Event], mark: str) -> tuple[str, ...]:
    return tuple(n for n, f in cls.model_fields.items() if mark in f.metadata)


@dataclass(frozen=True, slots=True)
class Fact:
    """An event together with what its envelope says beyond the command's own.

    Attributes:
        effective: aware datetime, when it happened; None takes the command's effective time.
        rule: id of the rule it rests on (`R-30`); "" when none.
        rulebook: reference `id@version#digest` of the rulebook in force for the case; "" when none.
    """

    event: Event
    effective: datetime | None = None
    rule: str = ""
    rulebook: str = ""

    def on(self, effective: datetime) -> "Fact":
        """The same fact at another effective time."""
        return Fact(self.event, effective, self.rule, self.rulebook)

    def under(self, rule: str, rulebook: str = "") -> "Fact":
        """The same fact resting on this rule, of this rulebook."""
        return Fact(self.event, self.effective, rule, rulebook or self.rulebook)


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a decision puts into a ballot box: counters move in the transaction of its events, and nothing says whose they were.

    No event carries it, no row stands for one answer, and no order is kept: a box is a sum. It is not part of the record
    and cannot be folded from it; `BallotBoxes.tally` reads it within a decision, which records what the sum was.

    Attributes:
        box: which box, an id of the context's own.
        counters: by how much each counter moves; one that comes to 0 is kept no longer.
    """

    box: str
    counters: Mapping[str, int]


# What a decision returns: plain events, facts where an event differs from its command in time or rule, and ballots.
Changes = list[Event | Fact | Ballot]


def facts(changes: Changes) -> Iterator[Fact]:
    """Each event among the changes as a fact, in order."""
    for change in changes:
        if not isinstance(change, Ballot):
            yield change if isinstance(change, Fact) else Fact(change)


def ballots(changes: Changes) -> Iterator[Ballot]:
    """The ballots among the changes."""
    return (change for change in changes if isinstance(change, Ballot))


class Message(BaseModel):
    """What comes from outside: text is normalised to NFC once, here, so that hashes of equal text are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _normalise(cls, data: Any) -> Any:
        return _nfc(data)


class Command(Message):
    """A wish, in the imperative. HISTORICAL commands bring old facts with their source and may be back-dated freely."""

    HISTORICAL: ClassVar[bool] = False


class Question(Message):
    """What a query asks."""


class Answer(BaseModel):
    """What a query, or a neighbour, answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class News(Message):
    """A neighbour's published event, in this context's own words."""

    @classmethod
    def of(cls, **fields: Any) -> Self:
        """Built by name; for tests and wire functions."""
        return cls(**fields)


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() or unicodedata.is_normalized("NFC", value) else unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {key: _nfc(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_nfc(item) for item in value]
    return value
