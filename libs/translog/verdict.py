"""The outcome of a verification, with all that a report says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum

from translog.codec import Json
from translog.errors import TranslogError
from translog.index import Seal
from translog.policy import Cosigned
from translog.record import Envelope


class Outcome(IntEnum):
    """The verdict; its value is the exit code of the verifier."""

    VALID = 0
    INVALID = 1
    UNDECIDED = 2


class Kind(StrEnum):
    """What was verified."""

    HISTORY = "history"
    EXPORT = "export"
    UNKNOWN = "unknown"


class Standing(Enum):
    """How much of an aggregate a history shows."""

    COMPLETE = "complete"
    """From version 1 to the newest that a state seal names, or beyond."""

    UNBROKEN = "unbroken"
    """From version 1 on without a gap; whether more followed is not shown."""

    SELECTED = "selected"
    """Single events; others of the same aggregate were left out."""


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """One event: `clear` are its readable fields, `sealed` the paths of its encrypted ones."""

    position: int
    envelope: Envelope
    clear: Mapping[str, Json]
    sealed: tuple[str, ...]
    leaf: bytes


@dataclass(frozen=True, slots=True)
class SeenChain:
    """What a history shows of one aggregate: versions `first` to `last`, `count` of them."""

    agg: str
    first: int
    last: int
    count: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class SeenLog:
    """One log: its checkpoint, who vouches for it, and what was shown of it.

    Attributes:
        origin: which log.
        size: events under the checkpoint.
        root: root of the checkpoint.
        signed: whether the log's key is known and its signature verified.
        cosigned: witnesses whose cosignatures verified.
        quorum: whether they are enough for the policy.
        since: POSIX time from which on they were.
        events: events shown, in order of position (of an export none: there are too many).
        count: events checked.
        aggregates: aggregates they belong to.
        chains: what is shown of each aggregate (history).
        seal: the state seal by which ends are shown, with its position; None without.
        first_at, last_at: recorded times of the first and last event checked.
    """

    origin: str
    size: int
    root: bytes
    signed: bool = False
    cosigned: tuple[Cosigned, ...] = ()
    quorum: bool = False
    since: int | None = None
    events: tuple[SeenEvent, ...] = ()
    count: int = 0
    aggregates: int = 0
    chains: tuple[SeenChain, ...] = ()
    seal: tuple[int, Seal] | None = None
    first_at: str = ""
    last_at: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something verifies, and what it shows.

    Attributes:
        outcome: valid, invalid or undecided.
        kind: what was verified.
        digest: SHA-256 of the bytes verified, in hex.
        problems: why it is not valid: exactly one refusal when invalid, one or more when undecided.
        about: id that a history is about.
        logs: what it shows; empty when invalid, for nothing of it may be believed.
        demanded: the policy's quorum in words, by language.
    """

    outcome: Outcome
    kind: Kind
    digest: str
    problems: tuple[TranslogError, ...] = ()
    about: str = ""
    logs: tuple[SeenLog, ...] = ()
    demanded: Mapping[str, str] = field(default_factory=dict)
