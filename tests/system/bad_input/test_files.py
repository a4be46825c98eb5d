"""Evidence whose bytes do not arrive as announced: nothing of it is kept."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from rectify.files.v1.files_service_pb2 import GetFileRequest, PutFileRequest

from chassis.rpc.client import BlockingClient
from kernel.context import named
from kernel.errors import Kind
from tests.system.bad_input.conftest import FINDING, REFUSAL, Desk, no

CONTENT = b"evidence " * 40_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PUT, GET = "rectify.files.v1.FilesService/PutFile", "rectify.files.v1.FilesService/GetFile"


class LineCut(Exception):
    """The sender's line went dead."""


def kept(desk: Desk) -> list[Path]:
    """Files that lie in the data folder of the findings service beyond its database."""
    return [path for path in desk.system.data.rglob("*") if path.is_file() and ("files" in path.parts or "blobs" in path.parts)]


def sender(desk: Desk) -> BlockingClient:
    token = desk.system.token("handler", "1" * 32, named("org", "CGJ"))
    return BlockingClient(desk.system.address("findings"), lambda: token)


def half(*, dead: bool) -> Iterator[PutFileRequest]:
    yield PutFileRequest(header=PutFileRequest.Header(sha256=SHA256, size=len(CONTENT)))
    yield PutFileRequest(chunk=CONTENT[: len(CONTENT) // 2])
    if dead:
        raise LineCut


def test_a_file_cut_off_half_way_is_not_kept(desk: Desk) -> None:
    before, files = desk.head(), kept(desk)
    with sender(desk) as client:
        refused = no(lambda: client.send(PUT, half(dead=False)))
        assert (refused.kind, refused.code) == (Kind.INVALID, "file-not-kept")
        assert no(lambda: client.receive(GET, GetFileRequest(sha256=SHA256))).code == "not-found"
    assert kept(desk) == files
    assert set(desk.topics(before)) <= {REFUSAL}


def test_a_line_that_goes_dead_leaves_nothing(desk: Desk) -> None:
    files = kept(desk)
    with sender(desk) as client:
        with pytest.raises(LineCut):
            client.send(PUT, half(dead=True))
        assert no(lambda: client.receive(GET, GetFileRequest(sha256=SHA256))).code == "not-found"
    assert kept(desk) == files


def test_other_bytes_than_announced_are_not_kept(desk: Desk) -> None:
    files = kept(desk)

    def other() -> Iterator[PutFileRequest]:
        yield PutFileRequest(header=PutFileRequest.Header(sha256=SHA256, size=len(CONTENT)))
        yield PutFileRequest(chunk=b"X" + CONTENT[1:])

    with sender(desk) as client:
        assert no(lambda: client.send(PUT, other())).code == "file-not-kept"
    assert kept(desk) == files


def test_evidence_whose_file_was_never_sent_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.refused("evidence", "fetch", SHA256, "--out", str(tmp_path / "x"), code="not-found", exit=3, as_="handler@CGJ")
    assert not (tmp_path / "x").exists()
    file = tmp_path / "凭证.pdf"
    file.write_bytes(CONTENT + b"whole")
    desk.refused("evidence", "add", "2026-1-CGJ-99", str(file), "--criteria", "1", code="not-found", exit=3, as_="handler@CGJ")
    desk.refused("evidence", "add", FINDING, str(tmp_path), "--criteria", "1", code="file", exit=2, as_="handler@CGJ")
