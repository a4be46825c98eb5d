"""Proof files of what a service published: made when a cosigned checkpoint covers it, and kept as a fact of its own log."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from uuid import UUID, uuid5

import structlog
from rectify.audit.v1.audit_service_pb2 import GetProofRequest, GetProofResponse

from chassis.leases import hold
from chassis.neighbours import Neighbours
from chassis.pace import Pause, Timing, sleep
from chassis.service import Provable, Proves
from chassis.store.contract import Store, Work
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act
from kernel.errors import Refusal, Unavailable
from kernel.messages import Changes
from translog.errors import TranslogError
from translog.policy import Policy
from translog.publication import Part, build_publication, verify_publication
from translog.verdict import Outcome

# Names the commands by which proofs are kept: the same proof is the same command, whoever makes it and how often.
_NAMES = UUID("0b2b6a55-6b0e-5a7a-8a57-3e1f6c0d9a21")
_EVERY = 0.5
_ASK = 20.0

log = structlog.get_logger(__name__)

AskProof = Callable[[str, list[int]], Awaitable[GetProofResponse]]
"""GetProof of the service that witnesses this log; raises whatever the transport raises."""


def asking(neighbours: Neighbours) -> AskProof:
    """By the neighbour `audit`, who waits some seconds for a checkpoint that covers what was recorded a moment ago."""

    async def ask(source: str, positions: list[int]) -> GetProofResponse:
        answer: GetProofResponse = await neighbours.call(
            "audit", "GetProof", GetProofRequest(source=source, positions=positions), _ASK
        )
        return answer

    return ask


class Prover:
    """Makes what `Proves.wanted` names, one process of the service at a time.

    Args:
        proves: of the page; projections: names of its read models; store: its own log; ask: see `AskProof`.
    """

    def __init__(self, proves: Proves, projections: tuple[str, ...], store: Store, ask: AskProof, timing: Timing) -> None:
        self._proves, self._projections = proves, projections
        self._store, self._ask, self._timing = store, ask, timing

    def reached(self) -> tuple[int, int]:
        """Position up to which all that is to be proved is proved, as the read models know it, and the newest one."""
        head = self._store.head().position
        return min((one.source - 1 for one in self._proves.wanted(self._store.rows())), default=head), head

    async def run(self, stop: asyncio.Event, holder: str) -> None:
        """Make proofs while this process holds the lease, until `stop`."""
        await hold(self._store, "prover", holder, self._timing, stop, partial(self._work, stop))

    async def _work(self, stop: asyncio.Event) -> None:
        pause, seen = Pause(self._timing), -1
        while not stop.is_set():
            position = await asyncio.to_thread(self._store.projected, *self._projections)
            if position != seen:
                if not await self.look():
                    # Whoever witnesses may be down for as long as it likes.
                    await pause.wait(stop)
                    continue
                seen = position
                pause.reset()
            await sleep(stop, _EVERY)

    async def look(self) -> bool:
        """Make every proof that is wanted; whether none is left."""
        left = False
        for wanted in await asyncio.to_thread(lambda: self._proves.wanted(self._store.rows())):
            try:
                proof, policy = await self._made(wanted)
                await self._keep(wanted, proof, policy)
            except (Refusal, TranslogError) as error:
                left = True
                log.info("proof-waits", proof=wanted.id, code=error.code, why=str(error))
        return not left

    async def _made(self, wanted: Provable) -> tuple[str, str]:
        """The proof and its policy, found to be valid.

        Raises:
            Refusal: who witnesses this log does not answer, or it is not cosigned so far.
            TranslogError: what is recorded cannot be proved.
        """
        positions = [wanted.source, *wanted.approvals]
        answer = await self._ask(self._store.source, positions)
        parts = await asyncio.to_thread(self._parts, answer)
        data = build_publication(answer.checkpoint.encode("utf-8"), parts[0], parts[1:])
        verdict = verify_publication(data, Policy.parse(answer.policy.encode("utf-8")))
        if verdict.outcome is not Outcome.VALID:
            raise Unavailable(what="the witness", why=f"the proof {wanted.id} is not valid: {verdict.problems[0]}")
        return data.decode("utf-8"), answer.policy

    def _parts(self, answer: GetProofResponse) -> list[Part]:
        found = []
        for one in answer.proofs:
            (row,) = self._store.read(one.position - 1, 1)
            found.append(Part(one.position, row.state, tuple(one.hashes)))
        return found

    async def _keep(self, wanted: Provable, proof: str, policy: str) -> None:
        def decide(act: Act, repo: Repository) -> Changes:
            changes: Changes = self._proves.keep(wanted, proof, policy, act, repo)
            return changes

        full = f"{self._store.source}:proof:{wanted.id}"
        work: Any = Work(
            command=uuid5(_NAMES, full),
            digest=hashlib.sha256(full.encode()).digest(),
            actor=SYSTEM,
            role="system",
            org="",
            decide=decide,
        )
        await asyncio.wrap_future(self._store.submit(work))
        log.info("proof-kept", proof=wanted.id)
