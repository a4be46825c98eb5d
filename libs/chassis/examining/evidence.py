"""What an examination looks at besides the store."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.errors import NotFoundError

from chassis.sealing import TileStore
from chassis.streams import ANSWER, Declared, Kept, evt_stream, log_stream
from translog.note import VerifierKey

NEWEST = 20_000
"""Messages of each stream that are looked at."""

_ASKED = 100


@dataclass(frozen=True, slots=True)
class Found:
    """The newest messages of a stream, with their subjects; `first` and `last` are the sequences it should hold between."""

    first: int
    last: int
    messages: Mapping[int, tuple[str, Kept]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a service's log left traces outside its database.

    Attributes:
        tiles: of its log, None where this process does not know them.
        keys: public keys of its log, the present one last; empty where it has none.
        logs: files that its processes log to.
        scrape: what it shows as metrics.
        log, evt: its own streams, None where the broker does not answer or there is none.
    """

    tiles: TileStore | None = None
    keys: Sequence[VerifierKey] = ()
    logs: Sequence[Path] = ()
    scrape: Callable[[], bytes] = field(default=bytes)
    log: Found | None = None
    evt: Found | None = None

    @property
    def carried(self) -> Sequence[str]:
        """Subject and headers of every message that was found."""
        return [
            "\n".join([subject, *(f"{name}: {value}" for name, value in kept.headers.items())])
            for stream in (self.log, self.evt)
            if stream is not None
            for subject, kept in stream.messages.values()
        ]


async def on_streams(client: Client | None, service: str) -> tuple[Found | None, Found | None]:
    """What `LOG_<CTX>` and `EVT_<CTX>` hold; None where the broker does not answer."""
    if client is None or not client.is_connected:
        return None, None
    js = client.jetstream(timeout=ANSWER)
    return await _on(js, log_stream(service)), await _on(js, evt_stream(service))


async def _on(js: JetStreamContext, stream: Declared) -> Found | None:
    try:
        state = (await js.stream_info(stream.name)).state
    except NotFoundError:
        return None
    first = max(state.first_seq, state.last_seq - NEWEST + 1, 1)
    found: dict[int, tuple[str, Kept]] = {}

    async def one(sequence: int) -> None:
        try:
            kept = await js.get_msg(stream.name, sequence)
        except NotFoundError:
            return
        found[sequence] = (kept.subject or "", Kept(sequence, kept.data or b"", dict(kept.headers or {})))

    for start in range(first, state.last_seq + 1, _ASKED):
        await asyncio.gather(*(one(sequence) for sequence in range(start, min(start + _ASKED, state.last_seq + 1))))
    return Found(first, state.last_seq if state.messages else 0, found)
