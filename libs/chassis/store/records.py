"""From a fact to the bytes of its row, and from a row back to the event."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

import orjson

from chassis.service import Service
from chassis.store.contract import StoredRow, Work
from chassis.store.keyring import Keyring
from chassis.store.shapes import Shape, plain, shape_of
from kernel.envelope import Recorded
from kernel.messages import Event, Fact
from translog import record
from translog.codec import b64decode
from translog.errors import TranslogError

LENGTH = 4


def stamp(at: datetime) -> str:
    """A moment as envelopes write it: UTC, six decimals, Z."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


def moment(text: str) -> datetime:
    """The moment of a stamp, in UTC."""
    return datetime.fromisoformat(text)


_NEVER = datetime.min.replace(tzinfo=UTC)


def told(text: str) -> datetime:
    """The same, of text that another hand may have written: the beginning of time where it is no stamp, which audits name."""
    try:
        at = moment(text)
    except (TypeError, ValueError):
        return _NEVER
    return at if at.tzinfo is not None else _NEVER


_moment = datetime.fromisoformat


class Glance(NamedTuple):
    """What the writer needs of a stored row without decoding it: leaf (32 bytes), effective time, command (UUID text)."""

    leaf: bytes
    effective: datetime
    at: datetime
    command: str


def glance(state: bytes) -> Glance:
    """Leaf and times of a stored state."""
    envelope = envelope_of(state)
    fields = orjson.loads(envelope)
    return Glance(sha256(b"\x00" + envelope).digest(), moment(fields["eff"]), moment(fields["at"]), fields["cmd"])


def envelope_of(state: bytes) -> bytes:
    """The envelope's bytes of a stored state."""
    return state[LENGTH : LENGTH + int.from_bytes(state[:LENGTH], "big")]


@dataclass(frozen=True, slots=True)
class Stem:
    """What all events of one work have in common."""

    work: Work
    at: datetime

    def fields(self) -> dict[str, Any]:
        """The envelope's values of the work."""
        work = self.work
        return {
            "at": stamp(self.at),
            "caus": sorted(set(work.causes)),
            "cmd": str(work.command),
            "actor": work.actor,
            "role": work.role,
            "org": work.org,
            "pol": work.policy_hash,
        }


class Records:
    """Builds and reads the rows of one origin.

    Args:
        digest_of: the SHA-256 (hex) of a rulebook's content and calendar by its reference `id@version`.
    """

    def __init__(self, service: Service, source: str, keyring: Keyring, digest_of: Callable[[str], str]) -> None:
        self.source = source
        self._keyring = keyring
        self._digest_of = digest_of
        self._registry = {topic: (shape_of(event), lift) for topic, (event, lift) in service.by_topic.items()}
        self._shapes = {event: shape_of(event) for event in service.events}
        self.published = frozenset(service.publishes)

    def shape(self, event: Event) -> Shape:
        """The shape of an event of this service; TypeError for another's."""
        shape = self._shapes.get(type(event))
        if shape is None:
            raise TypeError(f"{type(event).__qualname__} is not among the events that the service owns")
        return shape

    def build(self, fact: Fact, common: Mapping[str, Any], version: int, effective: str, previous: str) -> record.Record:
        """The record of a fact at its place in its aggregate; `effective` is a stamp, `previous` the leaf (hex) before it.

        Raises a `translog.RecordError` where the event exceeds what a record holds.
        """
        event = fact.event
        shape = self.shape(event)
        stream = event.stream
        values = event.__dict__
        fields = {
            "v": "1",
            "src": self.source,
            "agg": stream,
            "ver": str(version),
            "type": shape.topic,
            "eff": effective,
            "refs": _refs(shape, values, stream),
            "rule": self._rule(fact),
            "prev": previous,
            **common,
        }
        clear = {name: plain(values[name]) for name in shape.clear}
        sealed: dict[str, record.Sealing] = {}
        if shape.sealed:
            for name in shape.sealed:
                if values[name] is None:  # that something is absent tells nothing of a person
                    clear[name] = None
                    continue
                key = self._keyring.obtain(str(values[shape.subject]))
                sealed[name] = record.random_sealing(key.id, key.secret, plain(values[name]))
        return record.build(fields, clear, sealed, record.random_seed())

    def _rule(self, fact: Fact) -> str:
        if not fact.rule:
            return ""
        if not fact.rulebook:
            raise TypeError(f"{fact.rule}: a rule is stated with the rulebook it belongs to")
        reference, _, digest = fact.rulebook.partition("#")
        return f"{reference}:{fact.rule}#{digest or self._digest_of(reference)}"

    def decode(self, row: StoredRow) -> Recorded[Event]:
        """The event of a row in its present form."""
        position, pub, aggregate, version, topic, state = row
        shape, lift = self._registry[topic]
        end = LENGTH + int.from_bytes(state[:LENGTH], "big")
        envelope = state[LENGTH:end]
        head = orjson.loads(envelope)
        body = orjson.loads(state[end:])
        fields = body["clear"]
        lost = self._open(head, body["sealed"], fields) if body["sealed"] else ()
        if lift is not None:
            fields = lift(fields | dict.fromkeys(lost))
            lost = [name for name in lost if name in fields]
        event = shape.read(fields, lost)
        # By place, in the order of the class: this runs for every event of every fold.
        return Recorded(
            event,
            head["src"],
            position,
            pub,
            aggregate,
            version,
            topic,
            _moment(head["at"]),
            _moment(head["eff"]),
            head["cmd"],
            tuple(head["caus"]),
            tuple(head["refs"]),
            head["actor"],
            head["role"],
            head["org"],
            head["rule"],
            sha256(b"\x00" + envelope).digest(),
        )

    def opened(self, state: bytes) -> tuple[dict[str, Any], tuple[str, ...], dict[str, str]]:
        """The sealed fields of a stored state: values by path, paths without a key, and by path the code of what is wrong.

        Raises:
            RecordError: it is no record.
        """
        envelope, body = record.unpack(state)
        head = record.read_envelope(envelope)
        place = record.Place(head.src, head.agg, head.ver)
        values: dict[str, Any] = {}
        lost: list[str] = []
        wrong: dict[str, str] = {}
        for path, sealed in record.read_body(body).sealed.items():
            secret = self._keyring.find(sealed.key_id)
            if secret is None:
                lost.append(path)
                continue
            try:
                values[path] = record.open_field(place, path, sealed, secret)[1]
            except TranslogError as error:
                wrong[path] = error.code
        return values, tuple(lost), wrong

    def _open(self, head: Mapping[str, str], sealed: Mapping[str, Mapping[str, str]], fields: dict[str, Any]) -> list[str]:
        """Decrypt sealed fields into `fields`; the names of those whose key is gone."""
        place = record.Place(head["src"], head["agg"], head["ver"])
        lost: list[str] = []
        for name, found in sealed.items():
            secret = self._keyring.find(found["k"])
            if secret is None:
                lost.append(name)
            else:
                entry = record.Sealed(found["a"], b64decode(found["c"]), found["d"], found["k"], b64decode(found["n"]))
                fields[name] = record.open_field(place, name, entry, secret)[1]
        return lost


def _refs(shape: Shape, values: Mapping[str, Any], stream: str) -> list[str]:
    found = {stream: None}
    for name, gather in shape.refs:
        for ref in gather(values[name]):
            found[ref] = None
    # The aggregate first, then in order of declaration: what does not fit is named by the event's own fields.
    return sorted(list(found)[: record.MAX_LINKS])
