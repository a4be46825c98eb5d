"""Who seals and cosigns a log in memory: proofs under a checkpoint that is made when one is asked for."""

from rectify.audit.v1.audit_service_pb2 import GetProofResponse

from chassis.store import Store
from translog.checkpoint import Checkpoint, cosign, sign_checkpoint
from translog.merkle import inclusion_proof, node_reader, root_of
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.policy import Log, Policy, Witness
from translog.record import leaf_hash, unpack

WITNESS = SignerKey("sandbox-memory/witness/audit", COSIGNATURE, bytes(range(32)))
"""Cosigns every log in memory."""


class Notary:
    """Answers GetProof for one store, as audit does for a running service."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._key = SignerKey(store.source, ED25519, bytes(range(1, 33)))
        self.policy = Policy.make([Log(self._key.verifier)], [Witness("audit", WITNESS.verifier)], [], "audit")

    async def prove(self, source: str, positions: list[int]) -> GetProofResponse:
        """Inclusion proofs at the present size of the log."""
        head = self._store.head()
        leaves: list[bytes] = []
        while len(leaves) < head.position and (rows := self._store.read(len(leaves), 1000)):
            leaves += [leaf_hash(unpack(row.state)[0]) for row in rows]
        point = Checkpoint(source, len(leaves), root_of(leaves))
        cosigned = cosign(point, WITNESS, int(head.at.timestamp()) if head.at is not None else 0)
        note = self.policy.close(sign_checkpoint(point, [self._key], [cosigned]))
        answer = GetProofResponse(checkpoint=note.decode(), size=len(leaves), policy=self.policy.text().decode())
        read = node_reader(leaves)
        for position in positions:
            hashes = inclusion_proof(position - 1, len(leaves), read)
            answer.proofs.add(position=position, leaf=leaves[position - 1], hashes=hashes)
        return answer
