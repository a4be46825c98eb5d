"""The outcome of a verification, with all that a report says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum
from typing import NamedTuple

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
    PUBLICATION = "publication"
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


class NoticeSeen(Enum):
    """Whether the file of a notice was compared with what was published."""

    MISSING = "missing"
    SAME = "same"


class SeenApproval(NamedTuple):
    """An approval of what was published: its position and envelope."""

    position: int
    envelope: Envelope


class SeenPublication(NamedTuple):
    """What a publication proof shows.

    Attributes:
        position, source: of the event by which it was published, and its envelope.
        sha256: of the notice's bytes, in hex.
        disclosed: fields that are shown, by path.
        masked: (path, rule, text shown in its place).
        withheld: (path, code of the reason).
        approvals: who had approved of it, in order.
        notice: whether the notice itself was compared.
    """

    position: int
    source: Envelope
    sha256: str
    disclosed: Mapping[str, Json]
    masked: tuple[tuple[str, str, str], ...]
    withheld: tuple[tuple[str, str], ...]
    approvals: tuple[SeenApproval, ...]
    notice: NoticeSeen = NoticeSeen.MISSING


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something verifies, and what it shows.

    Attributes:
        outcome: valid, invalid or undecided.
        kind: what was verified.
        digest: SHA-256 of the bytes verified, in hex.
        problems: why it is not valid: exactly one refusal when invalid, one or more when undecided.
        about: id that a history or publication is about.
        logs: what it shows; empty when invalid, for nothing of it may be believed.
        demanded: the policy's quorum in words, by language.
        publication: what a publication proof shows; None of anything else, and when invalid.
    """

    outcome: Outcome
    kind: Kind
    digest: str
    problems: tuple[TranslogError, ...] = ()
    about: str = ""
    logs: tuple[SeenLog, ...] = ()
    demanded: Mapping[str, str] = field(default_factory=dict)
    publication: SeenPublication | None = None
