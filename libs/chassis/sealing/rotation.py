"""The change of a log's key, said in the log itself and signed by both keys (R7): what is signed, and who may follow whom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol

from chassis.sealing.refusals import RotationRefused
from chassis.service import Service
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Changes, Event, Id
from translog.codec import b64decode, b64encode
from translog.errors import TranslogError
from translog.note import ED25519, SignerKey, VerifierKey
from translog.record import verify_record

_FORM = "rectify/key-rotation/1"


class KeyRotated(Event):
    """The log's checkpoints are signed by another key from the first one on that covers this event; that one by both.

    Fields: `id` of the log's keys; `former` and `fresh`, both verifier keys; `size` and `root` (hex) of the newest checkpoint
    before; `by_former` and `by_fresh`, the signatures (base64) of both keys over `statement`.
    """

    id: Id
    former: str
    fresh: str
    size: int
    root: str
    by_former: str
    by_fresh: str


@cache
def rotated_event(service: str) -> type[KeyRotated]:
    """The event class of one service, stored as `<service>.log.key-rotated.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": KeyRotated.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.log.key-rotated.v1",
        "STREAM": "id",
    }
    return type("KeyRotated", (KeyRotated,), space)


def keys_of(service: str) -> str:
    """The id under which the changes of a log's key stand in it."""
    return named("log-keys", service)


def with_rotation(service: Service) -> Service:
    """The same service, which can also record that its log's key changed."""
    event = rotated_event(service.name)
    return service if event in service.events else replace(service, events=[*service.events, event])


def statement(origin: str, former: str, fresh: str, size: int, root: str) -> str:
    """What both keys sign: six lines."""
    return "".join(f"{line}\n" for line in (_FORM, origin, former, fresh, size, root))


def rotation_of(service: str, former: SignerKey, fresh: SignerKey, size: int, root: bytes) -> KeyRotated:
    """The event by which `fresh` takes the place of `former` after a checkpoint."""
    text = statement(former.name, str(former.verifier), str(fresh.verifier), size, root.hex())
    return rotated_event(service)(
        id=keys_of(service),
        former=str(former.verifier),
        fresh=str(fresh.verifier),
        size=size,
        root=root.hex(),
        by_former=b64encode(former.sign(text).value),
        by_fresh=b64encode(fresh.sign(text).value),
    )


class LogKeys(Aggregate):
    """The key that was named last."""

    fresh: str = ""

    def evolve(self, event: Event, at: datetime) -> None:
        """Keep the key."""
        del at
        assert isinstance(event, KeyRotated)  # noqa: S101 - the stream holds nothing else
        self.fresh = event.fresh


def rotating(event: KeyRotated) -> Callable[[Act, Repository], Changes]:
    """The decision to record a change; none where the same one is recorded.

    Raises:
        RotationRefused: the log's key is another than the one that is to be replaced.
    """

    def decide(act: Act, repo: Repository) -> Changes:
        del act
        last = repo.find(LogKeys, event.id).fresh
        if last == event.fresh:
            return []
        origin = event.former.partition("+")[0]
        if last.partition("+")[0] == origin and last != event.former:  # one of a former epoch is no key of this log
            raise RotationRefused(why=f"日志现用公钥为 {last} / the log's key is {last}")
        return [event]

    return decide


# --- what the log says -----------------------------------------------------------------------------------------------------


class Rotation(NamedTuple):
    """A change that both keys signed, at its position in the log."""

    position: int
    former: VerifierKey
    fresh: VerifierKey


class Row(Protocol):
    """A row of a log, of its own store or of a mirror."""

    @property
    def position(self) -> int:
        """Its place."""

    @property
    def topic(self) -> str:
        """Type of its event."""

    @property
    def state(self) -> bytes:
        """Envelope and body."""


def rotations(origin: str, rows: Iterable[Row]) -> list[Rotation]:
    """The changes among rows of a log, in their order; one that does not verify or that both keys did not sign is none."""
    topic = f"{origin.split('/')[1]}.log.key-rotated.v1"
    found = (_read(origin, row, topic) for row in rows if row.topic == topic)
    return sorted((one for one in found if one is not None), key=lambda one: one.position)


def _read(origin: str, row: Row, topic: str) -> Rotation | None:
    try:
        record = verify_record(row.state)
        said = {name: str(value) for name, value in record.clear.items()}
        if (record.envelope["src"], record.envelope["type"]) != (origin, topic):
            return None
        former, fresh = VerifierKey.parse(said["former"]), VerifierKey.parse(said["fresh"])
        text = statement(origin, said["former"], said["fresh"], int(said["size"]), said["root"])
        former.check(text, b64decode(said["by_former"], "by_former"))
        fresh.check(text, b64decode(said["by_fresh"], "by_fresh"))
    except (TranslogError, KeyError, ValueError):
        return None  # audits name a row that does not verify
    if any(key.name != origin or key.kind != ED25519 for key in (former, fresh)):
        return None
    return Rotation(row.position, former, fresh)


def chain(key: VerifierKey, changes: Sequence[Rotation]) -> list[Rotation]:
    """The changes that lead on from a key, one after the other, by their order in the log."""
    found: list[Rotation] = []
    for one in changes:
        if one.former == (found[-1].fresh if found else key):
            found.append(one)
    return found


def line(key: VerifierKey, changes: Sequence[Rotation]) -> list[Rotation]:
    """The changes of the one line of keys in which a key stands, those before it and those after it."""
    before: list[Rotation] = []
    for one in reversed(changes):
        if one.fresh == (before[-1].former if before else key):
            before.append(one)
    return [*reversed(before), *chain(key, changes)]
