"""Files: kept whole or not at all, found by their hash, verified again when they are read."""

import asyncio
import errno
import hashlib
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from obstore.exceptions import GenericError
from rectify.files.v1.files_service_pb2 import GetFileRequest, PutFileRequest

from chassis.files import CHUNK, Files, Obstore, files_offer, open_files, place
from chassis.refusals import FileDamaged, FileNotKept, NotReadable, Refused
from kernel.errors import InvalidField, NotFound, Refusal, StorageFull, TooLarge, Unavailable
from tests.libs.chassis.program.conftest import Serve
from tests.libs.chassis.program.test_rpc import refusal

PUT, GET = "rectify.files.v1.FilesService/PutFile", "rectify.files.v1.FilesService/GetFile"
BODY = os.urandom(CHUNK * 3 + 17)
LIMIT = 2 * 1024 * 1024


def sha(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


async def parts(
    body: bytes, *, size: int | None = None, digest: str = "", cut: int | None = None, step: int = 100_000
) -> AsyncIterator[Any]:
    header = PutFileRequest.Header(sha256=digest or sha(body), size=len(body) if size is None else size)
    yield PutFileRequest(header=header)
    for start in range(0, len(body) if cut is None else cut, step):
        yield PutFileRequest(chunk=body[start : start + step])


@pytest.fixture
async def files(tmp_path: Path) -> Files:
    return Files(await open_files(f"file://{tmp_path}/files"), LIMIT)


def kept(tmp_path: Path) -> list[str]:
    return sorted(str(p.relative_to(tmp_path / "files")) for p in (tmp_path / "files").rglob("*") if p.is_file())


async def whole(files: Files, digest: str) -> list[bytes]:
    return [part.chunk async for part in files.get(digest)]


@pytest.mark.parametrize("body", [b"", b"x", BODY, b"y" * CHUNK], ids=["empty", "one", "large", "one chunk"])
async def test_a_file_comes_back_as_it_was(files: Files, tmp_path: Path, body: bytes) -> None:
    answer = await files.put(parts(body))
    assert (answer.sha256, answer.size) == (sha(body), len(body))
    assert kept(tmp_path) == [place(sha(body))]
    found = await whole(files, sha(body))
    assert b"".join(found) == body
    assert max(map(len, found)) <= CHUNK


async def test_the_same_file_again_is_no_fault(files: Files, tmp_path: Path) -> None:
    await files.put(parts(BODY))
    await files.put(parts(BODY))
    assert kept(tmp_path) == [place(sha(BODY))]


@pytest.mark.parametrize(
    ("stream", "refused"),
    [
        (lambda: parts(BODY, cut=200_000), FileNotKept),
        (lambda: parts(BODY, size=len(BODY) - 1), FileNotKept),
        (lambda: parts(BODY, size=len(BODY) + 1), FileNotKept),
        (lambda: parts(BODY, digest=sha(b"another")), FileNotKept),
        (lambda: parts(BODY, digest="ABC"), InvalidField),
        (lambda: parts(BODY, size=-1), InvalidField),
        (lambda: parts(BODY, size=LIMIT + 1), TooLarge),
    ],
    ids=["cut off", "too long", "too short", "other hash", "no hash", "negative", "too large"],
)
async def test_what_is_not_as_announced_leaves_nothing(files: Files, tmp_path: Path, stream: Any, refused: type[Refusal]) -> None:
    with pytest.raises(refused):
        await files.put(stream())
    assert kept(tmp_path) == []


async def test_the_header_comes_first_and_once(files: Files, tmp_path: Path) -> None:
    async def headless() -> AsyncIterator[Any]:
        yield PutFileRequest(chunk=b"x")

    async def twice() -> AsyncIterator[Any]:
        header = PutFileRequest(header=PutFileRequest.Header(sha256=sha(b"xx"), size=2))
        yield header
        yield PutFileRequest(chunk=b"x")
        yield header

    for stream, field in ((headless(), "header"), (twice(), "chunk")):
        with pytest.raises(InvalidField) as caught:
            await files.put(stream)
        assert caught.value.field == field
    assert kept(tmp_path) == []


async def test_a_stream_that_breaks_leaves_nothing(files: Files, tmp_path: Path) -> None:
    async def breaking() -> AsyncIterator[Any]:
        async for part in parts(BODY, cut=200_000):
            yield part
        raise ConnectionResetError

    with pytest.raises(Unavailable):
        await files.put(breaking())
    assert kept(tmp_path) == []


async def test_an_upload_that_is_cancelled_leaves_nothing(files: Files, tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def endless() -> AsyncIterator[Any]:
        async for part in parts(BODY, cut=200_000):
            yield part
        begun.set()
        await asyncio.Event().wait()

    putting = asyncio.ensure_future(files.put(endless()))
    await begun.wait()
    putting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await putting
    assert kept(tmp_path) == []


class Failing(Obstore):
    """An object store whose disk fails."""

    def __init__(self, error: Exception) -> None:
        super().__init__(None)
        self.error = error

    async def write(self, name: str, parts: AsyncIterator[bytes]) -> None:
        raise self.error

    async def delete(self, name: str) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), StorageFull),
        (GenericError("Generic LocalFileSystem error: No space left on device (os error 28)"), StorageFull),
        (GenericError("connection refused"), Unavailable),
    ],
)
async def test_a_disk_that_is_full_is_said_so(error: Exception, refused: type[Refusal]) -> None:
    with pytest.raises(refused):
        await Files(Failing(error), LIMIT).put(parts(BODY))


async def test_a_damaged_file_is_not_given_out_whole(files: Files, tmp_path: Path) -> None:
    await files.put(parts(BODY))
    path = tmp_path / "files" / place(sha(BODY))
    damaged = bytearray(BODY)
    damaged[5] ^= 1
    path.write_bytes(damaged)
    given: list[bytes] = []

    async def read() -> None:
        async for part in files.get(sha(BODY)):
            given.append(part.chunk)  # noqa: PERF401 - what came before the refusal is wanted

    with pytest.raises(FileDamaged):
        await read()
    assert len(b"".join(given)) < len(BODY)


async def test_an_unknown_file_is_not_found(files: Files) -> None:
    with pytest.raises(NotFound):
        await whole(files, sha(b"nothing"))
    with pytest.raises(InvalidField):
        await whole(files, "../../etc/passwd")


async def test_a_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(NotReadable):
        await open_files(f"file://{tmp_path}/file/below")


async def test_files_through_the_door(serve: Serve, files: Files) -> None:
    served = await serve(lambda _: files_offer(files._objects, LIMIT))
    client = await served.client()
    answer = await client.send(PUT, parts(BODY, step=50_000))
    assert answer.sha256 == sha(BODY)
    got = [part.chunk async for part in client.receive(GET, GetFileRequest(sha256=sha(BODY)))]
    assert b"".join(got) == BODY
    assert (await refusal(client.send(PUT, parts(BODY, size=1, step=50_000)))).code == "file-not-kept"
    nobody = await served.client(None)
    assert (await refusal(nobody.send(PUT, parts(BODY, step=50_000)))).code == "unauthenticated"
    with pytest.raises(Refused) as caught:
        [part async for part in client.receive(GET, GetFileRequest(sha256="x"))]
    assert (caught.value.code, caught.value.field) == ("invalid-field", "sha256")
    assert [r.event.rpc for r in served.world.refusals()] == ["PutFile", "GetFile"]
