"""The witness's door: `POST /add-checkpoint`, the newest cosigned checkpoints for whoever asks, and whether it lives."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import NamedTuple, Protocol
from urllib.parse import parse_qs

import h11

from translog.errors import OldSizeStale, RootConflict, TranslogError
from translog.witness import MAX_REQUEST, PATH, SIZE, TEXT
from witness.cosigner import Outcome, Witness
from witness.errors import MemoryUnavailable, PortTaken
from witness.http1 import Closed, Line, Request, TooLarge

_LOG = logging.getLogger("witness")
_LINGER = 256 * 1024


class Limits(NamedTuple):
    """Patience and room, of a server that anybody may call.

    Attributes:
        message: seconds for a request to arrive whole, and for an answer to be taken.
        idle: seconds that a connection may stay silent between requests.
        connections: how many may be open; one more is told to come again.
    """

    message: float = 10.0
    idle: float = 75.0
    connections: int = 512


class Answer(NamedTuple):
    """What is sent back."""

    status: int
    kind: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Shelf(Protocol):
    """What a witness shows of what it cosigned; both may block."""

    def newest(self, origin: str) -> bytes | None:
        """The newest checkpoint of a log that it cosigned."""
        ...

    def origins(self) -> list[str]:
        """The logs of which it has cosigned a checkpoint."""
        ...


type Judge = Callable[[bytes], Awaitable[Outcome]]
"""Decides on a submission; what is cosigned is kept before it returns."""


class Server:
    """Serves one witness over HTTP/1.1 with keep-alive.

    Args:
        witness: what is shown of; it decides on submissions too, unless `judge` does, which may wait for something.
        alive: whether the process does what it is for; if not, `/livez` says so and whoever watches starts it again.
        host, port: where to listen; port 0 lets the system choose.
    """

    def __init__(
        self,
        witness: Shelf,
        host: str,
        port: int,
        *,
        judge: Judge | None = None,
        alive: Callable[[], bool] = lambda: True,
        limits: Limits | None = None,
    ) -> None:
        self._witness = witness
        if judge is None:
            if not isinstance(witness, Witness):
                raise TypeError("this witness cannot judge by itself")
            judge = partial(self._aside, witness)
        self._judge = judge
        self._host = host
        self._wanted = port
        self._alive = alive
        self._limits = limits or Limits()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle: set[asyncio.StreamWriter] = set()
        self._stopping = False
        # One writer: the memory takes one step at a time, and the loop never waits for the disk.
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="witness")
        self.port = 0

    @property
    def address(self) -> str:
        """Where logs find it: the submission and the monitoring prefix."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}"

    async def start(self) -> int:
        """Listen; the port.

        Raises:
            PortTaken: the address is taken or not this machine's.
        """
        try:
            self._server = await asyncio.start_server(self._accept, self._host, self._wanted, backlog=1024)
        except OSError as error:
            raise PortTaken(f"{self._host}:{self._wanted}", why=error.strerror or str(error)) from error
        self.port = self._server.sockets[0].getsockname()[1]
        return self.port

    async def stop(self) -> None:
        """Listen no more, finish what was begun, hang up."""
        self._stopping = True
        if self._server is not None:
            self._server.close()
        for writer in tuple(self._idle):
            writer.close()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=self._limits.message)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()
        self._desk.shutdown()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line.of(h11.SERVER, reader, writer)
        try:
            if len(self._tasks) > self._limits.connections:
                await self._hang_up(line, _said(503, "too many connections", "连接过多", ("Retry-After", "1")))
                return
            while not self._stopping and await self._begun(line) and await self._exchange(line):
                pass
        except (TimeoutError, OSError, Closed, h11.ProtocolError):
            return  # who asked has gone, or takes no answer
        finally:
            writer.close()

    async def _begun(self, line: Line) -> bool:
        """Whether another request begins in time."""
        if line.state.trailing_data[0]:
            return True  # sent ahead, and taken in with the one before
        self._idle.add(line.writer)
        try:
            async with asyncio.timeout(self._limits.idle):
                return await line.fill()
        finally:
            self._idle.discard(line.writer)

    async def _exchange(self, line: Line) -> bool:
        """One request and its answer; whether another may follow."""
        try:
            async with asyncio.timeout(self._limits.message):
                request = await line.request(MAX_REQUEST)
        except TimeoutError:
            await self._hang_up(line, _said(408, "the request did not arrive in time", "请求未及时到达"))
            return False
        except TooLarge:
            await self._hang_up(line, _said(413, f"a request has at most {MAX_REQUEST} bytes", f"请求最多 {MAX_REQUEST} 字节"))
            return False
        except h11.RemoteProtocolError as error:
            await self._hang_up(line, _said(error.error_status_hint, "not HTTP/1.1", "不是 HTTP/1.1"))
            return False
        answer = await self._answer(request)
        await self._send(line, answer, close=self._stopping, bodiless=request.method == "HEAD")
        return line.reusable

    async def _send(self, line: Line, answer: Answer, *, close: bool, bodiless: bool = False) -> None:
        headers = [
            ("Date", formatdate(usegmt=True)),
            ("Content-Type", answer.kind),
            ("Content-Length", str(len(answer.body))),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
            *answer.headers,
            *([("Connection", "close")] if close else []),
        ]
        body = [] if bodiless or not answer.body else [h11.Data(data=answer.body)]
        async with asyncio.timeout(self._limits.message):
            await line.send(
                h11.Response(status_code=answer.status, reason=HTTPStatus(answer.status).phrase, headers=headers),
                *body,
                h11.EndOfMessage(),
            )

    async def _hang_up(self, line: Line, answer: Answer) -> None:
        """Answer where no whole request was read, and let the answer arrive: closing on unread data would reset it away."""
        if line.state.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return
        await self._send(line, answer, close=True)
        line.writer.write_eof()
        read = 0
        async with asyncio.timeout(1.0):
            while read < _LINGER and (data := await line.reader.read(65536)):
                read += len(data)

    async def _answer(self, request: Request) -> Answer:
        method = request.method
        path, _, query = request.target.partition("?")
        try:
            if path == PATH:
                if method != "POST":
                    return _said(405, "POST only", "仅支持 POST", ("Allow", "POST"))
                return await self._add(request.body)
            if method not in ("GET", "HEAD"):
                return _said(405, "GET only", "仅支持 GET", ("Allow", "GET, HEAD"))
            if path == "/livez":
                if self._alive():
                    return _said(200, "alive", "")
                return _said(503, "what it holds could not be written; start this process again", "记录无法写入，请重启本进程")
            if path == "/checkpoint" or path.endswith("/checkpoint"):
                return await self._newest(path, query)
            return _said(404, "/add-checkpoint, /checkpoint?origin=…, /<sha256 of origin>/checkpoint, /livez", "无此地址")
        except MemoryUnavailable as error:
            _LOG.error("%s: %s", error.code, error)
            return _refused(503, error, ("Retry-After", "5"))
        except Exception:  # noqa: BLE001 - whatever it is, this request fails alone and is told so
            _LOG.exception("%s %s failed", method, path)
            return _said(500, "this witness failed; nothing was cosigned", "见证方内部错误，未作联署")

    async def _add(self, body: bytes) -> Answer:
        status, cosignature, error = await self._judge(body)
        if cosignature is not None:
            return Answer(status, TEXT, cosignature.line.encode())
        if error is None:
            raise TypeError("neither a cosignature nor a refusal")
        _LOG.log(logging.ERROR if status >= 500 or isinstance(error, RootConflict) else logging.INFO, "%s: %s", error.code, error)
        if isinstance(error, OldSizeStale):
            return Answer(status, SIZE, f"{error.facts['known']}\n".encode())
        return _refused(status, error, *([("Retry-After", "1")] if status == 503 else []))

    async def _aside(self, witness: Witness, body: bytes) -> Outcome:
        return await asyncio.get_running_loop().run_in_executor(self._desk, witness.add_checkpoint, body)

    async def _newest(self, path: str, query: str) -> Answer:
        """The newest note of the log asked for: `/checkpoint?origin=…` by name, `/<hex>/checkpoint` by the name's SHA-256."""
        if path == "/checkpoint":
            try:
                said = parse_qs(query, strict_parsing=True, errors="strict", max_num_fields=4).get("origin", [])
            except ValueError:  # another syntax
                said = []
            if len(said) != 1:
                return _said(400, "exactly one ?origin=… is needed", "须给出且仅给出一个 ?origin=…")
            find = partial(self._witness.newest, said[0])
        else:
            find = partial(self._by_hash, path.removeprefix("/").removesuffix("/checkpoint"))
        note = await asyncio.get_running_loop().run_in_executor(self._desk, find)
        if note is None:
            return _said(404, "this witness has cosigned no checkpoint of that log", "本见证方未联署该日志的检查点")
        return Answer(200, TEXT, note)

    def _by_hash(self, asked: str) -> bytes | None:
        found = [origin for origin in self._witness.origins() if sha256(origin.encode()).hexdigest() == asked]
        return self._witness.newest(found[0]) if found else None


def _refused(status: int, error: TranslogError, *headers: tuple[str, str]) -> Answer:
    return Answer(status, TEXT, f"{error.code}: {error}\n{error.text('zh')}\n".encode(), headers)


def _said(status: int, en: str, zh: str, *headers: tuple[str, str]) -> Answer:
    return Answer(status, TEXT, "".join(f"{text}\n" for text in (en, zh) if text).encode(), headers)
