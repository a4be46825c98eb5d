"""Witnesses of other organisations behind real doors, that can be taken away and put back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from chassis.natsserver import free_port
from chassis.sealing import Cosigners, CosignMetrics, LocalTiles, Sealer, SealMetrics
from chassis.sealing.trust import Known, policy_of
from tests.libs.chassis.delivery.world import FAST
from tests.libs.chassis.sealing.world import KEY, SealedWorld
from translog.note import VerifierKey
from translog.policy import Policy
from witness.keeping import init, open_witness, signer_in
from witness.logs import logs_of
from witness.server import Server


@dataclass
class Far:
    """A witness in a folder of its own, that always listens at the same place when it does."""

    folder: Path
    port: int

    @classmethod
    def make(cls, folder: Path, name: str) -> "Far":
        init(folder, name)
        return cls(folder, free_port())

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def key(self) -> VerifierKey:
        return signer_in(self.folder).verifier

    @asynccontextmanager
    async def open(self, key: VerifierKey = KEY.verifier) -> AsyncIterator[Server]:
        """It serves the log of the sample."""
        witness, memory = open_witness(self.folder, logs_of([str(key)]), lambda: 1_772_413_200)
        server = Server(witness, "127.0.0.1", self.port)
        await server.start()
        try:
            yield server
        finally:
            await server.stop()
            memory.close()


def trust(*known: Far, quorum: int = 0) -> Policy:
    return policy_of([KEY.verifier], [Known(one.key, one.url) for one in known], quorum)


def asking(world: SealedWorld, *known: Far, quorum: int = 0, again: float = 60.0) -> tuple[Sealer, Cosigners]:
    """A sealer that shows its checkpoints to witnesses."""
    log, tiles = world.log(), LocalTiles(world.folder)
    cosigners = Cosigners(
        world.store,
        log,
        tiles,
        trust(*known, quorum=quorum),
        [(one.url, one.key) for one in known],
        timing=FAST,
        metrics=CosignMetrics(),
        pace=0.01,
        again=again,
    )
    return Sealer(world.store, log, seconds=0.01, timing=FAST, again=0.05, metrics=SealMetrics(), cosigners=cosigners), cosigners
