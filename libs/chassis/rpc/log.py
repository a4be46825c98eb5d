"""LogService: a service's own log, for mirrors and for consumers that missed something."""

from collections.abc import Callable
from functools import partial
from typing import Any

from google.protobuf.message import Message as Proto
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.log.v1 import log_service_pb2
from rectify.log.v1.log_service_pb2 import (
    Former,
    GetCheckpointResponse,
    GetMentionsResponse,
    GetMirroredResponse,
    HeadResponse,
    Mention,
    ReadLogResponse,
    ReadPublishedResponse,
    StoredRow,
)

from chassis.auth import Caller
from chassis.dispatch import Dispatch
from chassis.published import published
from chassis.receipts import Wait
from chassis.rpc.server import Offer
from chassis.store import Store
from chassis.store.contract import SealedTree
from chassis.store.mirror import MirrorStore
from chassis.store.witnessed import Witnessed
from kernel.errors import InvalidField, RoleDenied, Unavailable
from translog.errors import RecordError
from translog.record import read_envelope, unpack
from translog.record.envelope import items

_MOST = 1000
_DEFAULT = 200
# An answer stays below gRPC's default limit of 4 MiB for receivers.
_BYTES = 3 * 1024 * 1024


def log_offer(
    dispatch: Dispatch,
    store: Store,
    vkey: Callable[[], str] = str,
    mirror: MirrorStore | None = None,
    witnessed: Witnessed | None = None,
) -> Offer:
    """LogService over this store; `vkey` gives its checkpoints' public key, the others are there where it mirrors others."""

    async def head(request: Any, caller: Caller, deadline: float) -> Proto:
        del request, caller
        return await dispatch.aside(partial(_head, store), deadline)

    async def get_checkpoint(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        newest = partial(dispatch.receipts.tide.newest, Wait.WITNESSED) if request.witnessed else store.checkpoint
        return await dispatch.aside(partial(_checkpoint, store, vkey(), newest), deadline)

    async def read_log(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        return await dispatch.aside(partial(_read_log, store, *_page(request)), deadline)

    async def read_published(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        return await dispatch.aside(partial(_read_published, dispatch, store, *_page(request)), deadline)

    async def get_mirrored(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        return await dispatch.aside(partial(_mirrored, dispatch.service.name, mirror, witnessed, request.source), deadline)

    async def read_mirror(request: Any, caller: Caller, deadline: float) -> Proto:
        _, _, name = caller.role.partition(":")
        if request.source.count("/") != 2 or request.source.split("/")[1] != name:
            raise RoleDenied(role=caller.role, command="ReadMirror", allowed="service of that log")
        return await dispatch.aside(partial(_read_mirror, dispatch.service.name, mirror, request.source, *_page(request)), deadline)

    async def get_mentions(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller
        return await dispatch.aside(partial(_mentions, dispatch.service.name, mirror, request.source, request.after), deadline)

    service = log_service_pb2.DESCRIPTOR.services_by_name["LogService"]
    plain = {
        "Head": head,
        "GetCheckpoint": get_checkpoint,
        "ReadLog": read_log,
        "ReadPublished": read_published,
        "GetMirrored": get_mirrored,
        "ReadMirror": read_mirror,
        "GetMentions": get_mentions,
    }
    return Offer(service, plain=plain)


def _page(request: Any) -> tuple[int, int]:
    for name in ("after", "limit"):
        if getattr(request, name) < 0:
            raise InvalidField(field=name, field_name=name, why="不能为负数 / must not be negative")
    return request.after, min(request.limit or _DEFAULT, _MOST)


def _head(store: Store) -> Proto:
    head = store.head()
    answer = HeadResponse(source=store.source, position=head.position, pub=head.pub)
    if head.at is not None:
        stamp = Timestamp()
        stamp.FromDatetime(head.at)
        answer.at.CopyFrom(stamp)
    return answer


def _checkpoint(store: Store, vkey: str, find: Callable[[], SealedTree | None]) -> Proto:
    if not store.steady:
        # One that is older than what was signed would look like another log.
        raise Unavailable(what="the checkpoint", why="it is not known yet that all of this log is here")
    answer = GetCheckpointResponse(source=store.source, vkey=vkey)
    newest = find()
    if newest is not None:
        answer.size = newest.size
        answer.note = (newest.cosigned or newest.note).decode()
        answer.at.FromDatetime(newest.at)
    return answer


def _read_log(store: Store, after: int, limit: int) -> Proto:
    rows = [
        StoredRow(
            position=row.position,
            pub=row.pub or 0,
            aggregate=row.aggregate,
            version=row.version,
            topic=row.topic,
            state=row.state,
        )
        for row in store.read(after, limit)
    ]
    return ReadLogResponse(source=store.source, rows=_fitting(rows, lambda row: len(row.state)), head=store.head().position)


def _read_published(dispatch: Dispatch, store: Store, after: int, limit: int) -> Proto:
    events = [
        published(dispatch.service, store.decode(row), dispatch.tracing.of(row.position))
        for row in store.read_published(after, limit)
    ]
    return ReadPublishedResponse(
        source=store.source,
        events=_fitting(events, lambda event: len(event.payload)),
        head=store.head().pub,
        formers=[Former(source=one.former, size=one.size, pub=store.published_at(one.size)) for one in store.forks()],
    )


def _mirrored(service: str, mirror: MirrorStore | None, witnessed: Witnessed | None, source: str) -> Proto:
    if mirror is None:
        raise Unavailable(what="the mirror", why=f"{service} keeps none")
    newest = witnessed.newest(source) if witnessed is not None else None
    return GetMirroredResponse(
        source=source, position=mirror.head(source).position, note=newest.note.decode() if newest is not None else ""
    )


def _read_mirror(service: str, mirror: MirrorStore | None, source: str, after: int, limit: int) -> Proto:
    if mirror is None:
        raise Unavailable(what="the mirror", why=f"{service} keeps none")
    rows = [
        StoredRow(
            position=row.position,
            pub=row.pub or 0,
            aggregate=row.aggregate,
            version=row.version,
            topic=row.topic,
            state=row.state,
        )
        for row in mirror.rows(source, after, limit)
    ]
    return ReadLogResponse(source=source, rows=_fitting(rows, lambda row: len(row.state)), head=mirror.head(source).position)


def _mentions(service: str, mirror: MirrorStore | None, source: str, after: int) -> Proto:
    """Mirrored events that name a later event of a log as their cause, whether that one is there or not."""
    if mirror is None:
        raise Unavailable(what="the mirror", why=f"{service} keeps none")
    answer = GetMentionsResponse()
    needle = f'"{source}:'.encode()
    for head in mirror.heads():
        position = 0
        while rows := mirror.rows(head.source, position, _MOST):
            position = rows[-1].position
            for row in rows:
                if needle in row.state and len(answer.mentions) < _MOST:
                    answer.mentions.extend(
                        Mention(source=row.source, position=row.position, topic=row.topic, cause=cause)
                        for cause in _causes(row.state)
                        if cause.rpartition(":")[0] == source and int(cause.rpartition(":")[2]) > after
                    )
    return answer


def _causes(state: bytes) -> list[str]:
    try:
        return items(read_envelope(unpack(state)[0]).caus)
    except RecordError:
        return []  # audits name it


def _fitting(items: list[Any], size: Callable[[Any], int]) -> list[Any]:
    """As many as fit into one answer, at least one: the reader asks on from the last."""
    room = _BYTES
    for n, item in enumerate(items):
        room -= size(item) + 512
        if room < 0 and n:
            return items[:n]
    return items
