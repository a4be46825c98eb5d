"""Where rows that a database lost are still to be had: the mirror, and the log's own stream."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from google.protobuf.message import DecodeError
from nats.aio.client import Client
from nats.js.errors import NotFoundError
from rectify.log.v1.log_service_pb2 import ReadLogResponse
from rectify.log.v1.log_service_pb2 import StoredRow as WireRow

from chassis.relay import SOURCE
from chassis.store import StoredRow
from chassis.streams import ANSWER, log_stream

_PAGE = 100

Read = Callable[[int], Awaitable[Sequence[StoredRow]]]
"""The rows that follow a position, in order, as many as come at once; none where there are none."""


class Source(NamedTuple):
    """A copy of a log; `tail` says that it may be taken beyond what was signed, as far as its rows form chains."""

    name: str
    read: Read
    tail: bool


def stored(row: WireRow) -> StoredRow:
    """A row as it travels, as it is stored."""
    return StoredRow(row.position, row.pub or None, row.aggregate, row.version, row.topic, row.state)


def mirrored(name: str, ask: Callable[[int], Awaitable[ReadLogResponse]]) -> Source:
    """The mirror of a service that keeps this log; it took each row while this log's own store had it."""

    async def read(after: int) -> Sequence[StoredRow]:
        return [stored(row) for row in (await ask(after)).rows]

    return Source(name, read, tail=True)


def streamed(client: Callable[[], Client | None], context: str, origin: str, *, tail: bool) -> Source:
    """The log's own stream, as far back as it goes."""
    name = log_stream(context).name

    async def read(after: int) -> Sequence[StoredRow]:
        connection = client()
        if connection is None or not connection.is_connected:
            return []
        js = connection.jetstream(timeout=ANSWER)
        rows: list[StoredRow] = []
        try:
            last = (await js.stream_info(name)).state.last_seq
            for sequence in range(after + 1, min(last, after + _PAGE) + 1):
                kept = await js.get_msg(name, sequence)
                row = WireRow.FromString(kept.data or b"")
                if (kept.headers or {}).get(SOURCE) != origin or row.position != sequence:
                    break
                rows.append(stored(row))
        except (NotFoundError, DecodeError):
            return rows  # a hole, or something that is no row: what lies before it is what there is
        return rows

    return Source(name, read, tail)


async def length(client: Client | None, context: str, origin: str) -> int | None:
    """The last sequence of the log's own stream, 0 where it carries another log or there is none; None without the broker."""
    if client is None or not client.is_connected:
        return None
    js, stream = client.jetstream(timeout=ANSWER), log_stream(context)
    try:
        last = await js.get_last_msg(stream.name, stream.subjects)
    except NotFoundError:
        return 0
    return int(last.seq or 0) if (last.headers or {}).get(SOURCE) == origin else 0
