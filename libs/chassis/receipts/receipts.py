"""Writes receipts: signed by the key of the log, with checkpoint and proofs where those were waited for."""

import asyncio
import time
from collections.abc import Callable

import structlog
from rectify.envelope.v1 import envelope_pb2 as pb

from chassis.receipts.refusals import CannotWait, NotYetSealed, NotYetWitnessed
from chassis.receipts.tide import Tide, Wait
from chassis.sealing.proving import Reread
from chassis.sealing.tiles import TileStore
from chassis.store.contract import Appended, SealedTree, Store
from chassis.store.records import stamp
from kernel.errors import Unavailable
from translog.errors import TranslogError
from translog.merkle import inclusion_proof, verify_inclusion
from translog.note import SignerKey
from translog.policy import NONE, Policy
from translog.receipt.shape import NEVER, Entry, Receipt, sign_receipt
from translog.tile import node_reader

log = structlog.get_logger(__name__)

# Left to bring the answer to the caller before its deadline.
_WAY_BACK = 0.25


class Receipts:
    """The receipts of one service's commands.

    Args:
        service: its name; store: its log.
        key: of the log; None signs nothing.
        policy: the log's key, the witnesses it is shown to, and their quorum; None when this process does not know them.
        tiles: opens the log's tiles, of which proofs are made.
    """

    def __init__(
        self,
        service: str,
        store: Store,
        key: SignerKey | None,
        policy: Policy | None = None,
        tiles: Callable[[], TileStore] | None = None,
    ) -> None:
        self._service, self._store, self._key, self._policy = service, store, key, policy
        self._open = tiles
        self._tiles: TileStore | None = None
        self.tide = Tide(store, policy)

    def renew(self, key: SignerKey, policy: Policy | None) -> None:
        """Another key signs from now on; the policy knows both."""
        self._key, self._policy = key, policy
        self.tide.renew(policy)

    def signed(self, appended: Appended) -> str:
        """The signed receipt of a command: the same for its repetitions; "" without a key."""
        if self._key is None:
            return ""
        entries = tuple(Entry(row.position, row.aggregate, row.version, row.leaf) for row in appended.rows)
        at = NEVER if appended.at is None else stamp(appended.at)
        receipt = Receipt(self._store.source, str(appended.command), at, appended.position, entries)
        try:
            return sign_receipt(receipt, self._key).decode()
        except TranslogError as error:
            # Of a command whose rows are gone or too many nothing is stated under the key; what is wrong is found by audits.
            log.error("receipt-not-signed", service=self._service, command=str(appended.command), why=str(error))
            return ""

    def demand(self, wait: Wait) -> None:
        """Refuse (`CannotWait`) a wait that cannot end, before anything is recorded."""
        if wait <= Wait.COMMITTED:
            return
        if self._open is None:
            raise CannotWait(service=self._service, why="不封存日志 / its log is not sealed")
        if wait is Wait.WITNESSED and (self._policy is None or self._policy.quorum == NONE):
            raise CannotWait(service=self._service, why="未配置见证方 / no witnesses are named")

    async def prove(self, answer: pb.Receipt, wait: Wait, deadline: float) -> None:
        """Wait until a checkpoint over the answer is there, and add it with a proof for each event.

        Raises:
            NotYetSealed, NotYetWitnessed: it is not before the deadline.
            Unavailable: the tiles do not give the proofs.
        """
        end = deadline - min(_WAY_BACK, (deadline - time.monotonic()) / 4)
        found = await self.tide.reach(answer.position, wait, end)
        if found is None:
            command, position = answer.command_id, answer.position
            if wait is Wait.SEALED:
                raise NotYetSealed(command=command, position=position)
            demanded = "" if self._policy is None else f"{self._policy.describe('zh')} / {self._policy.describe('en')}"
            raise NotYetWitnessed(command=command, position=position, demanded=demanded)
        note = found.note if wait is Wait.SEALED else found.cosigned or found.note
        proofs = await asyncio.to_thread(self._proofs, answer, found)
        answer.checkpoint = note.decode()
        answer.proofs.extend(pb.InclusionProof(hashes=proof) for proof in proofs)

    def _proofs(self, answer: pb.Receipt, under: SealedTree) -> list[list[bytes]]:
        if self._tiles is None:
            assert self._open is not None  # noqa: S101 - demanded before
            self._tiles = self._open()
        read = node_reader(under.size, Reread(self._tiles))
        made = []
        try:
            for event in answer.events:
                proof = inclusion_proof(event.position - 1, under.size, read)
                verify_inclusion(event.leaf, event.position - 1, under.size, proof, under.root)
                made.append(proof)
        except TranslogError as error:
            raise Unavailable(what="tiles", why=f"{error.text('zh')} / {error.text('en')}") from error
        return made
