"""FilesService: files kept under their SHA-256, visible only when they arrived whole."""

import asyncio
import hashlib
import os
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit
from uuid import uuid4

import obstore
from google.protobuf.message import Message as Proto
from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url
from rectify.files.v1 import files_service_pb2
from rectify.files.v1.files_service_pb2 import GetFileResponse, PutFileResponse

from chassis.auth import Caller
from chassis.refusals import FileDamaged, FileNotKept, NotReadable
from chassis.rpc.server import Offer
from kernel.errors import InvalidField, NotFound, StorageFull, TooLarge, Unavailable

CHUNK = 256 * 1024
_PART = 5 * 1024 * 1024  # the smallest part that S3 takes
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = re.compile(r"no space left|ENOSPC|disk quota|EDQUOT|os error (28|122)\b", re.IGNORECASE)


class Objects(Protocol):
    """An object store: whole objects by name; a name is visible when `rename` has given it."""

    async def write(self, name: str, parts: AsyncIterator[bytes]) -> None:
        """Write an object; what is cut off leaves nothing."""
        ...

    async def rename(self, source: str, target: str) -> None:
        """Give an object its name, in one step."""
        ...

    async def size(self, name: str) -> int | None:
        """Its size in bytes, None when there is none of this name."""
        ...

    def read(self, name: str) -> AsyncIterator[bytes]:
        """Its bytes."""
        ...

    async def delete(self, name: str) -> None:
        """Remove it; a missing one is no fault."""
        ...


class Obstore:
    """Objects in a directory or in S3, by obstore."""

    def __init__(self, store: Any) -> None:
        self._store = store

    async def write(self, name: str, parts: AsyncIterator[bytes]) -> None:
        """See `Objects`."""
        async with obstore.open_writer_async(self._store, name, buffer_size=_PART, max_concurrency=1) as writer:
            async for part in parts:
                await writer.write(part)

    async def rename(self, source: str, target: str) -> None:
        """See `Objects`."""
        await obstore.rename_async(self._store, source, target)

    async def size(self, name: str) -> int | None:
        """See `Objects`."""
        try:
            return int((await obstore.head_async(self._store, name))["size"])
        except FileNotFoundError:
            return None

    async def read(self, name: str) -> AsyncIterator[bytes]:
        """See `Objects`."""
        found = await obstore.get_async(self._store, name)
        async for part in found.stream(min_chunk_size=CHUNK):
            yield bytes(part)

    async def delete(self, name: str) -> None:
        """See `Objects`."""
        with suppress(FileNotFoundError):
            await obstore.delete_async(self._store, name)


class LocalObjects(Obstore):
    """Objects in a directory; what is named is on the disk, for what was acknowledged must survive a loss of power."""

    def __init__(self, root: Path) -> None:
        super().__init__(LocalStore(str(root)))
        self._root = root

    async def rename(self, source: str, target: str) -> None:
        """See `Objects`."""
        await asyncio.to_thread(_sync, self._root / source)
        await super().rename(source, target)
        for folder in (self._root / target).parents:
            await asyncio.to_thread(_sync, folder)
            if folder == self._root:
                break


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


async def open_files(url: str) -> Objects:
    """The object store at `file:///…` or `s3://bucket/prefix`; S3's own settings come from its usual variables.

    Raises:
        NotReadable: the directory cannot be made.
    """
    parts = urlsplit(url)
    if parts.scheme == "file":
        try:
            await asyncio.to_thread(Path(parts.path).mkdir, parents=True, exist_ok=True, mode=0o700)
            return LocalObjects(Path(parts.path))
        except OSError as error:
            raise NotReadable(path=parts.path, why=type(error).__name__) from error
    return Obstore(from_url(url))


def files_offer(objects: Objects, limit: int) -> Offer:
    """FilesService over an object store.

    Args:
        limit: largest file in bytes.
    """
    files = Files(objects, limit)

    async def put(parts: AsyncIterator[Any], caller: Caller) -> Proto:
        del caller
        return await files.put(parts)

    def get(request: Any, caller: Caller) -> AsyncIterator[Proto]:
        del caller
        return files.get(request.sha256)

    service = files_service_pb2.DESCRIPTOR.services_by_name["FilesService"]
    return Offer(service, taking={"PutFile": put}, giving={"GetFile": get})


class Files:
    """Takes and gives files."""

    def __init__(self, objects: Objects, limit: int) -> None:
        self._objects = objects
        self._limit = limit

    async def put(self, parts: AsyncIterator[Any]) -> PutFileResponse:
        """Keep a file: header, then chunks. What is kept already is not written again.

        Raises:
            InvalidField: the header is missing or malformed. TooLarge: above the limit.
            FileNotKept: size or hash is not what the header says, or the stream was cut off.
            StorageFull, Unavailable: the object store did not take it.
        """
        first = await anext(parts, None)
        if first is None or first.WhichOneof("part") != "header":
            raise InvalidField(field="header", field_name="header", why="首条消息须为文件头 / the first message is the header")
        sha256, size = first.header.sha256, first.header.size
        if not _SHA256.fullmatch(sha256):
            raise InvalidField(
                field="header.sha256", field_name="header.sha256", why="不是 64 位小写十六进制 / not 64 lower-case hex digits"
            )
        if size < 0:
            raise InvalidField(field="header.size", field_name="header.size", why="不能为负数 / must not be negative")
        if size > self._limit:
            raise TooLarge(what="the file", size=size, limit=self._limit)
        fresh = f"incoming/{uuid4().hex}"
        try:
            await self._objects.write(fresh, self._checked(parts, sha256, size))
            if await self._objects.size(fresh) != size:
                raise FileNotKept(why="存储中的大小不符 / the object store kept another size")
            await self._objects.rename(fresh, place(sha256))
        except (OSError, BaseError) as error:
            raise _storage(error) from error
        finally:
            with suppress(OSError, BaseError):  # after a rename there is nothing left to remove
                await self._objects.delete(fresh)
        return PutFileResponse(sha256=sha256, size=size)

    async def _checked(self, parts: AsyncIterator[Any], sha256: str, size: int) -> AsyncIterator[bytes]:
        """The chunks; raises before the last of them is accepted when they are not what was announced."""
        digest, came = hashlib.sha256(), 0
        async for part in parts:
            if part.WhichOneof("part") != "chunk":
                raise InvalidField(
                    field="chunk", field_name="chunk", why="文件头之后只能是数据块 / after the header there are only chunks"
                )
            came += len(part.chunk)
            if came > size:
                raise FileNotKept(why=f"超过文件头所列 {size} 字节 / more than the {size} bytes that the header announces")
            digest.update(part.chunk)
            yield part.chunk
        if came < size:
            raise FileNotKept(why=f"仅收到 {size} 字节中的 {came} 字节 / {came} of {size} bytes arrived")
        if digest.hexdigest() != sha256:
            raise FileNotKept(why="SHA-256 与文件头不符 / its SHA-256 is not the one that the header announces")

    async def get(self, sha256: str) -> AsyncIterator[GetFileResponse]:
        """The file in chunks of at most 256 KiB, verified again: the last chunk is held back until the hash is right.

        Raises:
            InvalidField, NotFound, FileDamaged, Unavailable.
        """
        if not _SHA256.fullmatch(sha256):
            raise InvalidField(field="sha256", field_name="sha256", why="不是 64 位小写十六进制 / not 64 lower-case hex digits")
        digest, held = hashlib.sha256(), b""
        try:
            if await self._objects.size(place(sha256)) is None:
                raise NotFound(what="文件 / file", id=sha256)
            async for part in self._objects.read(place(sha256)):
                for start in range(0, len(part), CHUNK):
                    if held:
                        yield GetFileResponse(chunk=held)
                    held = part[start : start + CHUNK]
                    digest.update(held)
        except (OSError, BaseError) as error:
            raise Unavailable(what="the object store", why=type(error).__name__) from error
        if digest.hexdigest() != sha256:
            raise FileDamaged(sha256=sha256)
        yield GetFileResponse(chunk=held)


def place(sha256: str) -> str:
    """Where a file is kept."""
    return f"sha256/{sha256[:2]}/{sha256}"


def _storage(error: Exception) -> StorageFull | Unavailable:
    if _FULL.search(str(error)):
        return StorageFull(why="文件空间不足 / no space left for files")
    return Unavailable(what="the object store", why=type(error).__name__)
