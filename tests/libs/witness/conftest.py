"""Logs that grow and fork, a witness over HTTP, and requests as anybody may send them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import h11
import pytest

from translog.checkpoint import Checkpoint, sign_checkpoint
from translog.merkle import consistency_proof, leaf_hash, node_reader, root_of
from translog.note import ED25519, SignerKey, VerifierKey
from translog.witness import build_request
from witness.cosigner import Witness
from witness.http1 import Line, Response
from witness.keeping import init, open_witness, signer_in
from witness.logs import logs_of
from witness.memory import SqliteMemory
from witness.server import Limits, Server

ORIGIN = "county/findings/2026"
NAME = "audit.example/witness"
NOW = 1_790_000_000


@dataclass
class Log:
    """A log of leaves that tell its branch: two branches agree up to where they part."""

    origin: str = ORIGIN
    branch: int = 0
    parts_at: int = 0
    key: SignerKey = field(default_factory=lambda: SignerKey(ORIGIN, ED25519, bytes(32)))

    made: list[bytes] = field(default_factory=list)

    def leaves(self, size: int) -> list[bytes]:
        for n in range(len(self.made), size):
            self.made.append(leaf_hash(b"%d:%d" % (self.branch if n >= self.parts_at else 0, n)))
        return self.made[:size]

    def root(self, size: int) -> bytes:
        return root_of(self.leaves(size))

    def note(self, size: int, *extensions: str) -> bytes:
        return sign_checkpoint(Checkpoint(self.origin, size, self.root(size), extensions), [self.key])

    def proof(self, old: int, size: int) -> list[bytes]:
        return consistency_proof(old, size, node_reader(self.leaves(size))) if 0 < old < size else []

    async def prove(self, old: int, size: int) -> list[bytes]:
        return self.proof(old, size)

    def request(self, old: int, size: int) -> bytes:
        return build_request(old, self.proof(old, size), self.note(size))


class Clock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


class Running(NamedTuple):
    """A witness behind its door, in this process."""

    server: Server
    witness: Witness
    memory: SqliteMemory
    clock: Clock
    key: VerifierKey
    folder: Path

    async def post(self, body: bytes) -> Response:
        return await ask(self.server.port, "POST", "/add-checkpoint", body)

    async def get(self, target: str, method: str = "GET") -> Response:
        return await ask(self.server.port, method, target)


async def ask(port: int, method: str, target: str, body: bytes = b"") -> Response:
    """One request over a connection of its own."""
    line = Line.of(h11.CLIENT, *await asyncio.open_connection("127.0.0.1", port))
    try:
        headers = [("Host", "witness"), ("Content-Length", str(len(body)))]
        data = [h11.Data(data=body)] if body else []
        await line.send(h11.Request(method=method, target=target, headers=headers), *data, h11.EndOfMessage())
        return await line.response(10**6)
    finally:
        line.writer.close()


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a witness has been made."""
    init(tmp_path / "witness", NAME, lambda: bytes(range(32)))
    return tmp_path / "witness"


Serve = Callable[..., Awaitable[Running]]


@pytest.fixture
async def serve(folder: Path, log: Log) -> AsyncIterator[Serve]:
    """Starts the witness of `folder`; any number of times."""
    running: list[Running] = []

    async def start(limits: Limits | None = None) -> Running:
        clock = Clock()
        witness, memory = open_witness(folder, logs_of([str(log.key.verifier)]), clock)
        server = Server(witness, "127.0.0.1", 0, alive=lambda: not memory.failed, limits=limits)
        await server.start()
        running.append(Running(server, witness, memory, clock, signer_in(folder).verifier, folder))
        return running[-1]

    yield start
    for one in running:
        await one.server.stop()
        one.memory.close()


@pytest.fixture
async def running(serve: Serve) -> Running:
    return await serve()
