"""The JetStream streams of the logs: how they are declared, read and extended; nats-py alone."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

import nats.errors
from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import DiscardPolicy, Header, RetentionPolicy, StorageType, StreamConfig, StreamInfo
from nats.js.errors import APIError, NotFoundError

STREAM_NOT_FOUND = 10059
STREAM_EXISTS = 10058
MESSAGE_NOT_FOUND = 10037
WRONG_LAST_SEQUENCE = 10071

# What a publisher or reader may meet while a server stops, starts or elects; the work is repeated, never given up.
# `NoStreamResponseError` and API errors are nats errors; nats-py lets the builtin TimeoutError through as well, and raw
# answers that are cut show as JSON errors.
PASSING = (nats.errors.Error, OSError, TimeoutError, json.JSONDecodeError)

# nats-py does not fail the requests in flight when its connection breaks: they wait for their whole time.
ANSWER = 2.0  # seconds, of JetStream's API
COMMIT = 5.0  # seconds, of an append

MAX_BATCH = 500  # messages; the server's limit is 1000
MAX_BATCH_BYTES = 2**21
MAX_MESSAGE = 2**20 + 2**18  # a body of 2^20 bytes, its envelope and headers

_LAST = re.compile(r"wrong last sequence: (\d+)")


class WrongLast(Exception):
    """Somebody else extended the stream, or it was rolled back: `last` is the sequence it really has."""

    def __init__(self, last: int) -> None:
        self.last = last
        super().__init__(f"the stream is at {last}")


@dataclass(frozen=True, slots=True)
class Declared:
    """A stream as this system declares it: its name, and the subjects it holds."""

    name: str
    subjects: str


def log_stream(context: str) -> Declared:
    """Stored facts as they are; for `audit` alone."""
    return Declared(f"LOG_{context.upper()}", f"rectify.log.{context}.>")


def evt_stream(context: str) -> Declared:
    """Published events; for the other services."""
    return Declared(f"EVT_{context.upper()}", f"rectify.evt.{context}.>")


def beat_subject(context: str) -> str:
    """Where a service says every few seconds how far its log goes; held by no stream."""
    return f"rectify.beat.{context}"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be appended."""

    subject: str
    payload: bytes
    headers: dict[str, str]

    @property
    def size(self) -> int:
        """Bytes, about."""
        return len(self.payload) + sum(len(key) + len(value) + 4 for key, value in self.headers.items())


@dataclass(frozen=True, slots=True)
class Kept:
    """A message that a stream holds."""

    sequence: int
    payload: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Retention:
    """How a stream keeps its messages: replicas (1 embedded, 3 in production) and seconds."""

    replicas: int = 1
    max_age: float = 30 * 86400.0


class Stream:
    """One stream. Every method raises one of `PASSING` when the server does not answer as it should.

    Args:
        js: JetStream of a connection that may administer this stream.
        declared: which.
        retention: how it keeps its messages.
    """

    def __init__(self, js: JetStreamContext, declared: Declared, retention: Retention) -> None:
        self._js = js
        self._nc: Client = js._nc  # noqa: SLF001 - batches need plain requests on the same connection
        self.declared = declared
        self._retention = retention

    async def info(self) -> StreamInfo | None:
        """What the server says of it; None when it says that there is none."""
        try:
            return await self._js.stream_info(self.declared.name)
        except NotFoundError as error:
            if error.err_code == STREAM_NOT_FOUND:
                return None
            raise

    async def create(self, first: int) -> None:
        """Make it, to begin with sequence `first`; one that exists, even one that differs, is left as it is."""
        config = StreamConfig(
            name=self.declared.name,
            subjects=[self.declared.subjects],
            retention=RetentionPolicy.LIMITS,
            storage=StorageType.FILE,
            discard=DiscardPolicy.OLD,
            num_replicas=self._retention.replicas,
            max_age=self._retention.max_age,
            max_msg_size=MAX_MESSAGE,
            first_seq=first,
            deny_delete=True,
            deny_purge=True,
            allow_atomic=True,
            allow_direct=False,  # direct reads are stale under load
        )
        try:
            await self._js.add_stream(config)
        except APIError as error:
            if error.err_code != STREAM_EXISTS:
                raise

    async def adjust(self, info: StreamInfo) -> None:
        """Bring an existing stream to the retention that is set now."""
        config = info.config
        if (config.num_replicas, config.max_age) != (self._retention.replicas, self._retention.max_age):
            await self._js.update_stream(config.evolve(num_replicas=self._retention.replicas, max_age=self._retention.max_age))

    async def delete(self) -> None:
        """Remove it with its messages; one that is gone already is no fault."""
        try:
            await self._js.delete_stream(self.declared.name)
        except NotFoundError as error:
            if error.err_code != STREAM_NOT_FOUND:
                raise

    async def last(self) -> Kept | None:
        """The last message it still holds; None when all are gone, though its sequence may remain."""
        try:
            found = await self._js.get_last_msg(self.declared.name, self.declared.subjects)
        except NotFoundError as error:
            if error.err_code == MESSAGE_NOT_FOUND:
                return None
            raise
        return Kept(int(found.seq or 0), found.data or b"", dict(found.headers or {}))

    async def append(self, after: int, messages: Sequence[Outgoing]) -> int:
        """Append all messages or none, provided that the last sequence is `after`; the new last sequence.

        Raises:
            WrongLast: it is not.
        """
        if len(messages) == 1:
            answer = await self._ask(messages[0], {Header.EXPECTED_LAST_SEQUENCE.value: str(after)})
        else:
            batch = uuid4().hex
            for number, message in enumerate(messages, 1):
                headers = {Header.BATCH_ID.value: batch, Header.BATCH_SEQUENCE.value: str(number)}
                if number == 1:
                    # Answered at once: a server that refuses the batch says so before all of it is sent.
                    headers[Header.EXPECTED_LAST_SEQUENCE.value] = str(after)
                    answer = await self._ask(message, headers)
                elif number < len(messages):
                    await self._nc.publish(message.subject, message.payload, headers={**message.headers, **headers})
                else:
                    headers[Header.BATCH_COMMIT.value] = "1"
                    answer = await self._ask(message, headers)
        last = int(answer.get("seq", 0))
        if last != after + len(messages):
            raise WrongLast(last)
        return last

    async def _ask(self, message: Outgoing, headers: dict[str, str]) -> dict[str, int]:
        """Publish and wait for the answer; raw answers carry errors as JSON, and nothing raises by itself."""
        expected = {Header.EXPECTED_STREAM.value: self.declared.name}
        answer = await self._nc.request(
            message.subject, message.payload, timeout=COMMIT, headers={**message.headers, **headers, **expected}
        )
        if not answer.data:
            return {}
        told = json.loads(answer.data)
        if "error" in told:
            error = told["error"]
            if error.get("err_code") == WRONG_LAST_SEQUENCE:
                found = _LAST.search(error.get("description", ""))
                raise WrongLast(int(found.group(1)) if found else 0)
            raise APIError.from_error(error)
        return dict(told)
