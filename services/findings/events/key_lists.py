"""Facts about key-finding lists: what leaders and departments are asked to keep an eye on (R-114)."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Sha256
from kernel.messages import Event, Id, Ref


class KeyCapacity(StrEnum):
    """As what somebody gets the list: the leader in charge, or a department."""

    LEADER = "leader"
    DEPARTMENT = "department"


class KeyProgress(StrEnum):
    """How a recipient, or the office, finds a key finding when it looks."""

    ON_TRACK = "on-track"
    LAGGING = "lagging"
    DONE = "done"


class KeyRecipient(Part):
    """Who gets the list; `person` where it is meant for one person of the organ."""

    capacity: KeyCapacity
    org: Id
    person: Id | None = None


class KeyEntry(Part):
    """A key finding as it stood when the list was issued."""

    finding: Id
    number: str
    org: Id
    state: str
    due: date | None = None
    wording_sha256: Sha256


class OfKeyList(Event):
    """A fact about a key-finding list."""

    STREAM = "key_list"

    key_list: Ref
    number: str


class KeyListIssued(OfKeyList):
    """The office issued the list of a round; `digest` is over its entries (R-114)."""

    TOPIC = "findings.key-list.issued.v1"

    round: Ref
    office: Id
    entries: tuple[KeyEntry, ...]
    recipients: tuple[KeyRecipient, ...]
    digest: Sha256
    issued_on: date
    rulebook: str


class KeyListReceived(OfKeyList):
    """One recipient signed for it; `complete` says that it was the last one."""

    TOPIC = "findings.key-list.received.v1"

    org: Ref
    signer: Id
    received_on: date
    complete: bool


class KeyFindingFollowed(OfKeyList):
    """Somebody who has the list, or the office, looked how one of its findings is (R-114)."""

    TOPIC = "findings.key-list.followed.v1"

    finding: Ref
    case: Ref
    org: Ref
    by: Id
    progress: KeyProgress
    note: str
    followed_on: date
