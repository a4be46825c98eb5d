"""Everything that is handed to others, with what accepts it: no changed byte of any may be accepted."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, combinations
from typing import NamedTuple

from tests.golden.edition import editions
from tests.libs.translog import forked
from tests.libs.translog.sample import (
    AUDIT,
    FINDINGS_LOG,
    GOLDEN,
    NEIGHBOUR,
    NOON,
    POLICY,
    REVIEW_LOG,
    STRANGER,
    sample,
)
from translog.checkpoint import Checkpoint, cosign, sign_checkpoint
from translog.errors import PolicyMalformed, TranslogError
from translog.export import MAX_LINE
from translog.merkle import (
    HASH_SIZE,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_reader,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from translog.note import SignerKey, VerifierKey
from translog.policy import Group, Log, Policy, Witness
from translog.receipt import check_held, open_receipt, read_held
from translog.record import unpack, verify_record
from translog.tile import decode_bundle, encode_bundle, split_tile
from translog.verdict import Outcome
from translog.verify import verify_lines
from translog.witness import Latest, add_checkpoint, build_request, build_response, read_response, read_size


class Artefact(NamedTuple):
    """Bytes, and whether bytes in their place are accepted: True for these, False for all that differ in one byte."""

    name: str
    data: bytes
    accepts: Callable[[bytes], bool]


LEAVES = [leaf_hash(bytes([number])) for number in range(40)]
WORLD = sample()


def artefacts() -> Iterator[Artefact]:
    """All of them, small ones first."""
    yield Artefact("verifier key", str(AUDIT.verifier).encode(), refuses(lambda data: VerifierKey.parse(data.decode())))
    yield Artefact("signer key", AUDIT.export().encode(), refuses(lambda data: SignerKey.parse(data.decode())))
    yield from proofs()
    position, state = WORLD.findings.rows[1]
    leaf = WORLD.findings.leaves[position - 1]
    yield Artefact("record of a known leaf", state, refuses(lambda data: verify_record(data, leaf=leaf)))
    root = WORLD.findings.point.root
    yield Artefact("tile", b"".join(WORLD.findings.leaves), lambda data: root_of(split_tile(data, 6)) == root)
    entries = encode_bundle([unpack(state)[0] for _, state in WORLD.findings.rows])
    yield Artefact("entry bundle", entries, refuses(partial(_same_root, root)))
    note = POLICY.close(WORLD.findings.note(AUDIT, NEIGHBOUR))
    yield Artefact("checkpoint", note, refuses(_closed))
    yield from witnessing()
    yield from policies()
    receipt, kept = (GOLDEN / "command.receipt").read_bytes(), (GOLDEN / "kept.receipts").read_bytes()[:-1]
    yield Artefact("receipt", receipt, refuses(lambda data: open_receipt(data, POLICY)))
    yield Artefact("kept receipt", kept, refuses(lambda data: not check_held(read_held(data), POLICY).doubts))
    log = forked.grown(second=True)
    whole = forked.bundle(log, range(1, len(log.rows) + 1))
    yield Artefact("bundle of a log that goes on", whole, partial(valid, policy=forked.POLICY))
    yield Artefact("export of a log that goes on", forked.export(log), partial(valid, policy=forked.POLICY))
    for path in sorted(GOLDEN.iterdir()):
        if path.suffix in (".json", ".export"):
            yield Artefact(path.name, path.read_bytes(), valid)
    for edition in editions():
        for path in edition.bundles:
            yield Artefact(f"{edition.name} {path.name}", path.read_bytes(), partial(valid, policy=edition.policy))


def refuses(read: Callable[[bytes], object]) -> Callable[[bytes], bool]:
    """Accepts what `read` does not refuse."""

    def accepts(data: bytes) -> bool:
        try:
            return read(data) is not False
        except (TranslogError, UnicodeDecodeError):
            return False

    return accepts


def valid(data: bytes, policy: Policy = POLICY) -> bool:
    """Whether a file is valid under the policy; what it is, its first bytes say."""
    file = io.BytesIO(data)
    return verify_lines(iter(partial(file.readline, MAX_LINE), b""), policy).outcome is Outcome.VALID


def _closed(note: bytes) -> None:
    POLICY.check_closed(note)
    POLICY.demand(POLICY.judge(note))


def _same_root(root: bytes, data: bytes) -> bool:
    return root_of([leaf_hash(entry) for entry in decode_bundle(data, 6)]) == root


def proofs() -> Iterator[Artefact]:
    """Leaf, root and proof; both roots and proof."""
    read = node_reader(LEAVES)
    for size, index in ((1, 0), (2, 1), (7, 6), (8, 3), (33, 32), (40, 21)):
        parts = [LEAVES[index], root_of(LEAVES[:size]), *inclusion_proof(index, size, read)]

        def includes(data: bytes, index: int = index, size: int = size) -> None:
            leaf, root, *path = split_tile(data, len(data) // HASH_SIZE)
            verify_inclusion(leaf, index, size, path, root)

        yield Artefact(f"inclusion of {index} in {size}", b"".join(parts), refuses(includes))
    for size, smaller in ((2, 1), (7, 4), (7, 6), (33, 32), (40, 39), (40, 21)):
        parts = [root_of(LEAVES[:smaller]), root_of(LEAVES[:size]), *consistency_proof(smaller, size, read)]

        def consists(data: bytes, smaller: int = smaller, size: int = size) -> None:
            one, two, *path = split_tile(data, len(data) // HASH_SIZE)
            verify_consistency(smaller, size, one, two, path)

        yield Artefact(f"consistency of {smaller} with {size}", b"".join(parts), refuses(consists))


def witnessing() -> Iterator[Artefact]:
    """What a log posts to a witness, and what it gets back."""

    def point(size: int) -> Checkpoint:
        return Checkpoint(FINDINGS_LOG.name, size, root_of(LEAVES[:size]))

    request = build_request(3, consistency_proof(3, 17, node_reader(LEAVES)), sign_checkpoint(point(17), [FINDINGS_LOG]))

    def posted(body: bytes) -> bool:
        def keys(origin: str) -> list[VerifierKey] | None:
            return [FINDINGS_LOG.verifier] if origin == FINDINGS_LOG.name else None

        return add_checkpoint(body, keys, lambda _: Latest(3, point(3).root), [AUDIT], NOON).status == 200

    yield Artefact("witness request", request, posted)
    response = build_response([cosign(point(17), AUDIT, NOON)])
    yield Artefact("witness response", response, refuses(lambda data: read_response(data, point(17), [AUDIT.verifier])))
    # A size is a hint from which the log makes its next proof; only its form can be wrong.
    yield Artefact("witness size", b"17\n", refuses(lambda data: read_size(data) == 17))


def policies() -> Iterator[Artefact]:
    """A changed policy is accepted where a bundle is valid under it and it trusts whom the policy did not."""
    bundle = WORLD.bundle()
    for name, policy in (
        ("policy of all", POLICY),
        (
            "policy with addresses and groups",
            Policy.make(
                [Log(FINDINGS_LOG.verifier, "https://log.example/f"), Log(REVIEW_LOG.verifier)],
                [
                    Witness("audit", AUDIT.verifier, "http://127.0.0.1:8080/w"),
                    Witness("neighbour", NEIGHBOUR.verifier, "https://neighbour.example/"),
                    Witness("stranger", STRANGER.verifier),
                ],
                [Group("others", 1, ("neighbour", "stranger")), Group("both", 2, ("audit", "others"))],
                "both",
            ),
        ),
    ):
        kept = trust(policy)
        assert valid(bundle, policy)

        def accepts(data: bytes, policy: Policy = policy, kept: Trust = kept) -> bool:
            if data == policy.text():
                return True
            try:
                found = Policy.parse(data)
            except PolicyMalformed:
                return False
            return not trust(found).within(kept) and valid(bundle, found)

        yield Artefact(name, policy.text(), accepts)


class Trust(NamedTuple):
    """Whom a policy trusts for what: its logs' keys, and the sets of witness keys that are a quorum."""

    logs: frozenset[VerifierKey]
    quorums: frozenset[frozenset[VerifierKey]]

    def within(self, other: Trust) -> bool:
        """Whether it takes nothing that `other` does not take."""
        return self.logs <= other.logs and self.quorums <= other.quorums


def trust(policy: Policy) -> Trust:
    keys = {witness.name: witness.key for witness in policy.witnesses}
    names = chain.from_iterable(combinations(keys, count) for count in range(len(keys) + 1))
    quorums = frozenset(frozenset(keys[name] for name in some) for some in names if policy.satisfied(some))
    return Trust(frozenset(log.key for log in policy.logs), quorums)


ARTEFACTS = list(artefacts())
