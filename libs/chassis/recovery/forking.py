"""A log whose signed end is nowhere goes on under another origin: what two custodians sign, and the event that begins it (R6)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol

from chassis.service import Service
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.errors import Kind, Refusal
from kernel.messages import Changes, Event, Id
from translog.codec import b64decode, b64encode
from translog.errors import TranslogError
from translog.note import ED25519, SignerKey, VerifierKey
from translog.record import verify_record
from translog.record.forks import Fork, akin, is_fork, read_fork

_FORM = "rectify/log-fork/1"
NEEDED = 2
"""How many custodians sign."""


class ForkRefused(Refusal):
    """No new log is begun."""

    code = "fork-refused"
    kind = Kind.BLOCKED
    en = "the log {origin} is not gone on with under another origin: {why}"
    zh = "日志 {origin} 未改用新源名延续：{why}"
    next_en = "two different custodians whose public keys the setting `custodians` names must sign the same loss"
    next_zh = "须由设置 `custodians` 所列的两位不同保管人就同一损失分别签署"


class Loss(NamedTuple):
    """What is lost of a log.

    Attributes:
        former: origin of the log that ends; fresh: that of the one that goes on; vkey: verifier key of the latter.
        size, root: how many events are still there, and their root (hex).
        known: the greatest size that anybody knows; what lies between is lost.
    """

    former: str
    fresh: str
    vkey: str
    size: int
    root: str
    known: int

    @property
    def statement(self) -> str:
        """What custodians sign: seven lines."""
        lines = (_FORM, self.former, self.fresh, self.vkey, self.size, self.root, self.known)
        return "".join(f"{line}\n" for line in lines)


class LogForked(Event):
    """The first event of a log that goes on in the place of another one.

    Fields: `id` of the log's beginning; `former` origin, `size` and `root` (hex) of its events that are still there, and stand
    before this one; `known`, the greatest size that anybody knew of; `vkey`, the verifier key of the log from here on;
    `custodians`, two verifier keys, and `signatures` (base64), one of each in the same order, over the statement of the loss.
    """

    id: Id
    former: str
    size: int
    root: str
    known: int
    vkey: str
    custodians: tuple[str, ...]
    signatures: tuple[str, ...]


@cache
def forked_event(service: str) -> type[LogForked]:
    """The event class of one service, stored as `<service>.log.forked.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": LogForked.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.log.forked.v1",
        "STREAM": "id",
    }
    return type("LogForked", (LogForked,), space)


def beginning_of(service: str) -> str:
    """The id under which the beginnings of a service's log stand in it."""
    return named("log-beginning", service)


def with_fork(service: Service) -> Service:
    """The same service, which can also record that its log goes on in the place of another one."""
    event = forked_event(service.name)
    return service if event in service.events else replace(service, events=[*service.events, event])


def following(origin: str) -> str:
    """The origin after this one: its last number and one more, or a first one."""
    before, slash, epoch = origin.rpartition("/")
    found = re.search(r"[0-9]+$", epoch)
    after = f"{epoch[: found.start()]}{int(found[0]) + 1}" if found else f"{epoch}.2"
    return f"{before}{slash}{after}"


def forked(service: str, loss: Loss, signers: Sequence[SignerKey], known: Iterable[VerifierKey]) -> LogForked:
    """The event by which a log goes on under its new origin, signed here.

    Raises:
        ForkRefused: not two different custodians sign, or the loss is none.
    """
    signed = [(str(one.verifier), b64encode(one.sign(loss.statement).value)) for one in signers]
    return forked_by(service, loss, signed, known)


def forked_by(service: str, loss: Loss, signed: Sequence[tuple[str, str]], known: Iterable[VerifierKey]) -> LogForked:
    """The event by which a log goes on, from verifier keys and signatures (base64) of custodians over the loss.

    Raises:
        ForkRefused: as for `forked`.
    """
    event = forked_event(service)(
        id=beginning_of(service),
        former=loss.former,
        size=loss.size,
        root=loss.root,
        known=loss.known,
        vkey=loss.vkey,
        custodians=tuple(vkey for vkey, _ in signed),
        signatures=tuple(signature for _, signature in signed),
    )
    check(event, loss.fresh, known)
    return event


def check(event: LogForked, origin: str, known: Iterable[VerifierKey]) -> Loss:
    """What an event at the beginning of the log `origin` says, signed by two different custodians of those that are known.

    Raises:
        ForkRefused: it is not.
    """
    loss = Loss(event.former, origin, event.vkey, event.size, event.root, event.known)
    if loss.known <= loss.size:
        raise ForkRefused(origin=loss.former, why="无损失 / nothing is lost")
    if not akin(loss.former, origin):
        why = f"{origin} 不是其后续源名 / {origin} is no other epoch of it"
        raise ForkRefused(origin=loss.former, why=why)
    try:
        key = VerifierKey.parse(loss.vkey)
    except TranslogError as error:
        raise ForkRefused(origin=loss.former, why=f"{error.text('zh')} / {error.text('en')}") from error
    if key.name != origin or key.kind != ED25519:
        raise ForkRefused(origin=loss.former, why=f"{loss.vkey} 不是 {origin} 的公钥 / {loss.vkey} is no key of {origin}")
    _check_signed(event, loss, known)
    return loss


def _check_signed(event: LogForked, loss: Loss, known: Iterable[VerifierKey]) -> None:
    trusted = {str(key): key for key in known if key.kind == ED25519}
    signed = set()
    for vkey, signature in zip(event.custodians, event.signatures, strict=False):
        key = trusted.get(vkey)
        if key is None:
            raise ForkRefused(origin=loss.former, why=f"{vkey} 不是保管人 / {vkey} is no custodian")
        try:
            key.check(loss.statement, b64decode(signature, "signature"))
        except TranslogError as error:
            raise ForkRefused(origin=loss.former, why=f"{key.name}：{error.text('zh')} / {error.text('en')}") from error
        signed.add(key.public)
    if len(signed) < NEEDED or len(event.custodians) != len(event.signatures):
        raise ForkRefused(origin=loss.former, why=f"{len(signed)} 位保管人签署 / {len(signed)} custodians have signed")


# --- what the log says -----------------------------------------------------------------------------------------------------


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


class Begun(NamedTuple):
    """An event that begins a log: what it says, and the verifier key that it names."""

    fork: Fork
    event: LogForked


def begun(service: str, rows: Iterable[Row]) -> list[Begun]:
    """The forks that rows of a log state, in order; what does not verify is none. Whether custodians signed says `check`."""
    found = []
    for row in rows:
        try:
            record = verify_record(row.state)
            origin = record.envelope["src"]
            if not is_fork(origin, record.envelope["type"]) or record.envelope["agg"] != beginning_of(service):
                continue
            fork = read_fork(row.position, origin, record.clear, f"{origin}:{row.position}")
            found.append(
                Begun(fork, forked_event(service).model_validate({**record.clear, "size": fork.size, "known": fork.known}))
            )
        except (TranslogError, ValueError):
            continue  # audits name a row that does not verify
    return sorted(found, key=lambda one: one.fork.position)


class LogBeginning(Aggregate):
    """The origin that ended last."""

    former: str = ""

    def evolve(self, event: Event, at: datetime) -> None:
        """Keep it."""
        del at
        assert isinstance(event, LogForked)  # noqa: S101 - the stream holds nothing else
        self.former = event.former


def forking(event: LogForked) -> Callable[[Act, Repository], Changes]:
    """The decision to begin a log; none where it is begun."""

    def decide(act: Act, repo: Repository) -> Changes:
        del act
        return [] if repo.find(LogBeginning, event.id).former == event.former else [event]

    return decide
