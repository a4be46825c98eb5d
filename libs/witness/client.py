"""A witness as a log sees it: asked for a cosignature, proved to from where it stands, and never believed unverified."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import quote, urlsplit

import h11

from translog.checkpoint import Checkpoint, OpenedCheckpoint, open_checkpoint, parse_checkpoint
from translog.errors import ResponseMalformed, SignatureInvalid, TranslogError, Words
from translog.merkle import NodeReader, consistency_proof
from translog.note import COSIGNATURE, Signature, VerifierKey, parse_note
from translog.witness import PATH, SIZE, build_request, read_response, read_size
from witness.errors import CosignatureMissing, Refused, Unreachable, UrlMalformed, WitnessAhead, WitnessForked
from witness.http1 import Closed, Line, Response, TooLarge

_ANSWER = 64 * 1024
_TRIES = 8

type Prove = Callable[[int, int], Awaitable[Sequence[bytes]]]
"""(old size, size), 0 < old size < size, to the hashes of the consistency proof."""


class Cosigned(NamedTuple):
    """A cosignature that verified.

    Attributes:
        signature: the line that goes below the checkpoint.
        time: POSIX time at which the witness signed, seconds.
        old: the size that the witness held before.
    """

    signature: Signature
    time: int
    old: int


def proofs(read: NodeReader) -> Prove:
    """Proofs from the hashes of complete subtrees, read in a thread: `read` may wait for a disk."""

    async def prove(old: int, size: int) -> Sequence[bytes]:
        return await asyncio.to_thread(consistency_proof, old, size, read)

    return prove


async def submit(
    url: str,
    verifier: VerifierKey,
    note: bytes,
    old: int,
    prove: Prove,
    *,
    patience: float = 5.0,
    tls: ssl.SSLContext | None = None,
) -> Cosigned:
    """One submission over a connection of its own; see `Client`."""
    async with Client(url, verifier, patience=patience, tls=tls) as client:
        return await client.submit(note, old, prove)


class Client:
    """One witness; the connection is kept between submissions, which take turns.

    Args:
        url: the submission prefix, http or https.
        verifier: the witness's key, which the policy knows it by.
        patience: seconds for a whole submission or question.
        tls: for https; the system's certificates when None.

    Raises:
        UrlMalformed: the address is none.
    """

    def __init__(self, url: str, verifier: VerifierKey, *, patience: float = 5.0, tls: ssl.SSLContext | None = None) -> None:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise UrlMalformed(url) from error
        host = parts.hostname
        foreign = parts.query or parts.fragment or parts.username or " " in url or not url.isascii() or not url.isprintable()
        if parts.scheme not in ("http", "https") or not host or foreign:
            raise UrlMalformed(url)
        if verifier.kind != COSIGNATURE:
            raise CosignatureMissing(
                url, key=verifier.name, why=Words("the key given is a log's, not a witness's", "所给密钥属于日志，不属于见证方")
            )
        self.url = url.rstrip("/")
        self.verifier = verifier
        self._host, self._port = host, port or (443 if parts.scheme == "https" else 80)
        self._authority = parts.netloc
        self._prefix = parts.path.rstrip("/")
        self._tls = (tls or ssl.create_default_context()) if parts.scheme == "https" else None
        self._patience = patience
        self._turn = asyncio.Lock()
        self._line: Line | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    async def close(self) -> None:
        """Hang up."""
        line, self._line = self._line, None
        if line is not None:
            line.writer.close()
            try:
                await line.writer.wait_closed()
            except OSError:
                return  # the other side was faster

    async def submit(self, note: bytes, old: int, prove: Prove) -> Cosigned:
        """The witness's cosignature on a checkpoint.

        If the witness does not hold `old`, it says what it holds, and is asked again with a proof from there; with `old` 0
        that is how its size is found out.

        Args:
            note: the checkpoint, signed by its log.
            old: the size that the witness is believed to hold.
            prove: makes the proof.

        Raises:
            WitnessForked: it holds another root at this size. WitnessAhead: it holds a greater size. Either means that the log
                must stop, if `newest` shows it: these answers themselves are not signed.
            Refused: it answers otherwise. CosignatureMissing: it answers without its signature, or a false one.
            Unreachable: it does not answer in time.
        """
        checkpoint = parse_checkpoint(parse_note(note).text)
        size, asked = checkpoint.size, -1
        old = min(old, size)
        async with self._turn, _in_time(self.url, self._patience):
            for _ in range(_TRIES):
                proof = await prove(old, size) if 0 < old < size else ()
                answer = await self._ask("POST", PATH, build_request(old, proof, note))
                if answer.status == 200:
                    return self._cosignature(checkpoint, answer.body, old)
                held = self._held(answer, size if old == size else None)
                if held > size:
                    raise WitnessAhead(self.url, held=held, size=size)
                if held == old == size:
                    raise WitnessForked(self.url, size=size)
                if held <= asked:
                    break  # it says now this, now that
                asked, old = held, held
        raise Refused(self.url, status=409, why=Words("the size it holds does not settle", "所持长度前后不一"))

    async def newest(self, origin: str, keys: Sequence[VerifierKey] = ()) -> tuple[bytes, OpenedCheckpoint] | None:
        """The newest checkpoint of a log that the witness cosigned, its cosignature verified; None when there is none.

        Args:
            keys: the log's own, to be verified too.

        Raises:
            CosignatureMissing: what it shows does not carry its signature. Refused, Unreachable: see `submit`.
        """
        async with self._turn, _in_time(self.url, self._patience):
            answer = await self._ask("GET", f"/checkpoint?origin={quote(origin, safe='')}", b"")
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise Refused(self.url, status=answer.status, why=_excerpt(answer.body))
        try:
            opened = open_checkpoint(answer.body, [self.verifier, *keys], origin)
        except TranslogError as error:
            raise CosignatureMissing(self.url, key=self.verifier.name, why=error.code) from error
        if all(one.key_id != self.verifier.key_id or one.name != self.verifier.name for one in opened.signed):
            raise CosignatureMissing(
                self.url, key=self.verifier.name, why=Words("other keys signed, this one did not", "由其他密钥签名，而非此密钥")
            )
        return answer.body, opened

    def _held(self, answer: Response, offered: int | None) -> int:
        """The size that a refusal names; any other refusal is raised. `offered`: the size, if that was said to be held."""
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if answer.status == 409 and kind == SIZE:
            try:
                return read_size(answer.body)
            except ResponseMalformed as error:
                why = Words("the size it holds cannot be read", "所持长度无法读取")
                raise Refused(self.url, status=answer.status, why=why) from error
        if answer.status == 409 and offered is not None:
            raise WitnessForked(self.url, size=offered)
        raise Refused(self.url, status=answer.status, why=_excerpt(answer.body))

    def _cosignature(self, checkpoint: Checkpoint, body: bytes, old: int) -> Cosigned:
        """The line of this witness's key in an answer, verified; lines of other keys are ignored."""
        try:
            signature = read_response(body, checkpoint, [self.verifier], self.url)[0]
            time = self.verifier.check(checkpoint.text, signature.value).time
        except (ResponseMalformed, SignatureInvalid) as error:
            raise CosignatureMissing(self.url, key=self.verifier.name, why=error.code) from error
        if not time:
            raise CosignatureMissing(self.url, key=self.verifier.name, why=Words("it has no time", "没有时间"))
        return Cosigned(signature, time, old)

    async def _ask(self, method: str, target: str, body: bytes) -> Response:
        """One request; a kept connection that has gone meanwhile is made anew, once."""
        kept = self._line is not None
        try:
            try:
                return await self._exchange(method, target, body)
            except (OSError, Closed):
                if not kept:
                    raise
            return await self._exchange(method, target, body)
        except Closed as error:
            raise Unreachable(self.url, why=Words("it hung up", "连接被对方关闭")) from error
        except TooLarge as error:
            raise Unreachable(self.url, why=Words("its answer is too large", "应答过大")) from error
        except h11.ProtocolError as error:
            raise Unreachable(self.url, why=Words("it does not speak HTTP/1.1", "不是 HTTP/1.1")) from error
        except OSError as error:
            raise Unreachable(self.url, why=error.strerror or str(error) or type(error).__name__) from error

    async def _exchange(self, method: str, target: str, body: bytes) -> Response:
        line, self._line = self._line, None
        if line is None:
            line = Line.of(h11.CLIENT, *await asyncio.open_connection(self._host, self._port, ssl=self._tls))
        try:
            headers = [("Host", self._authority), ("User-Agent", "rectify-witness"), ("Content-Length", str(len(body)))]
            if body:
                headers.append(("Content-Type", "text/plain; charset=utf-8"))
            data = [h11.Data(data=body)] if body else []
            await line.send(h11.Request(method=method, target=self._prefix + target, headers=headers), *data, h11.EndOfMessage())
            answer = await line.response(_ANSWER)
            if line.reusable:
                self._line, line = line, None
            return answer
        finally:
            if line is not None:
                line.writer.transport.abort()  # nothing more is said on it, and what was not sent yet need not arrive


@asynccontextmanager
async def _in_time(url: str, seconds: float) -> AsyncIterator[None]:
    """So long and no longer."""
    try:
        async with asyncio.timeout(seconds) as limit:
            yield
    except TimeoutError as late:
        if not limit.expired():
            raise  # of whoever makes the proof
        raise Unreachable(url, why=Words(f"no answer in {seconds:g} s", f"{seconds:g} 秒内无应答")) from late


def _excerpt(body: bytes) -> str:
    """The first line of what somebody else wrote, short and printable."""
    line = body[:200].decode("utf-8", "replace").split("\n")[0]
    return "".join(c if c.isprintable() else "?" for c in line) or "no reason given"
