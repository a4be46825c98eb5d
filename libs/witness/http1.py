"""HTTP/1.1 over a pair of streams, by h11: whole messages with limits, for server and client alike."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import h11

HEAD = 16 * 1024
"""Most bytes of a message's head."""

_CHUNK = 16 * 1024


class TooLarge(Exception):
    """A body above the limit."""


class Closed(Exception):
    """The other side has gone before a message, or in the midst of one."""


class Request(NamedTuple):
    """A request with its whole body."""

    method: str
    target: str
    body: bytes


class Response(NamedTuple):
    """A response with its whole body; header names are lower-case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Line:
    """One connection, seen from one side.

    Attributes:
        state: what h11 knows of it; its role says which side this is.
    """

    state: h11.Connection
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    def of(cls, role: type[h11.CLIENT] | type[h11.SERVER], reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> "Line":
        """A line over streams just opened."""
        return cls(h11.Connection(role, max_incomplete_event_size=HEAD), reader, writer)

    async def fill(self) -> bool:
        """Take in what the other side sends next; False when it has gone."""
        data = await self.reader.read(_CHUNK)
        self.state.receive_data(data)
        return bool(data)

    async def request(self, limit: int) -> Request:
        """The next request, whole, for a server.

        Raises:
            TooLarge: its body has more than `limit` bytes. Closed: the other side has gone. h11.RemoteProtocolError: it does
                not speak HTTP.
        """
        head = await self._event()
        if not isinstance(head, h11.Request):
            raise Closed
        body = await self._body(_fields(head), limit)
        return Request(head.method.decode("latin-1"), head.target.decode("latin-1"), body)

    async def response(self, limit: int) -> Response:
        """The next response, whole, for a client; raises as `request` does."""
        head = await self._event()
        while isinstance(head, h11.InformationalResponse):
            head = await self._event()
        if not isinstance(head, h11.Response):
            raise Closed
        fields = _fields(head)
        return Response(head.status_code, fields, await self._body(fields, limit))

    async def _event(self) -> h11.Event:
        while True:
            found = self.state.next_event()
            if found is h11.NEED_DATA:
                if self.state.they_are_waiting_for_100_continue:
                    await self.send(h11.InformationalResponse(status_code=100, headers=[]))
                await self.fill()
            elif isinstance(found, h11.Event) and not isinstance(found, h11.ConnectionClosed):
                return found
            else:
                raise Closed

    async def _body(self, fields: Mapping[str, str], limit: int) -> bytes:
        if int(fields.get("content-length", "0")) > limit:
            raise TooLarge
        body = bytearray()
        while isinstance(part := await self._event(), h11.Data):
            body += part.data
            if len(body) > limit:
                raise TooLarge
        return bytes(body)

    async def send(self, *events: h11.Event) -> None:
        """Send, and wait until the other side takes it."""
        for event in events:
            data = self.state.send(event)
            if data:
                self.writer.write(data)
        await self.writer.drain()

    @property
    def reusable(self) -> bool:
        """Whether another message may follow; then it is made ready for it."""
        if self.state.our_state is h11.DONE and self.state.their_state is h11.DONE:
            self.state.start_next_cycle()
            return True
        return False


def _fields(head: h11.Request | h11.Response) -> Mapping[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in head.headers}
