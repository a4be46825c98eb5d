"""Publication proofs: the size of one in a log of a million events, and the time to verify it."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from benchmarks.figures import Figure, median_seconds
from translog.checkpoint import Checkpoint, cosign, sign_checkpoint
from translog.codec import Json
from translog.merkle import inclusion_proof, node_reader, root_of
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.policy import Log, Policy, Witness
from translog.publication import Part, approval_of, build_publication, verify_publication
from translog.record import Record, build
from translog.verdict import Outcome

SIZE = 1_000_000
FIELDS = 32
ROUNDS = 50
LOG = SignerKey("bench/publicity/1", ED25519, bytes(range(32)))
WITNESS = SignerKey("bench/witness/audit", COSIGNATURE, bytes(range(1, 33)))
POLICY = Policy.make([Log(LOG.verifier)], [Witness("audit", WITNESS.verifier)], [], "audit")
NOTICE = b'{"format":"rectify-notice-1"}'


def events() -> list[tuple[int, Record]]:
    """A review, an approval and a publication of 32 fields, some thousand events before the end of the log."""
    plain: dict[str, Json] = {f"field{n:02d}": f"第{n}项" for n in range(FIELDS - 6)}
    hidden: dict[str, Json] = {"document": NOTICE.decode(), "differences": []}
    redaction: dict[str, Json] = {
        "disclosed": [*sorted([*plain, "content", "redaction", "sha256", "version"])],
        "masked": [],
        "withheld": [{"path": path, "reason": "in-notice", "sealed": False} for path in sorted(hidden)],
    }
    bound: dict[str, Json] = {"content": "c0" * 32, "redaction": redaction, "sha256": sha256(NOTICE).hexdigest(), "version": "1"}
    approval: dict[str, Json] = {
        "approves": approval_of("c0" * 32, redaction, "1"),
        "notice": "a" * 32,
        "case": "b" * 32,
        "org": "d" * 32,
    }
    approval |= {"scope": "public", "version": "1", "reviewer": "e" * 32, "opinion": "未见涉密内容"}
    bodies: list[tuple[str, dict[str, Json]]] = [
        ("reviewed", approval),
        ("approved", approval),
        ("published", {**plain, **hidden, **bound}),
    ]
    made: list[tuple[int, Record]] = []
    prev = ""
    for n, (name, clear) in enumerate(bodies, 1):
        at = f"2026-03-02T00:00:{n:02d}.000000Z"
        envelope = {
            "v": "1",
            "src": LOG.name,
            "agg": "a" * 32,
            "ver": str(n),
            "type": f"publicity.notice.{name}.v1",
            "at": at,
            "eff": at,
            "cmd": f"00000000-0000-4000-8000-{n:012x}",
            "caus": [],
            "refs": ["a" * 32, "b" * 32, "d" * 32],
            "actor": f"{n}" * 32,
            "role": "leading_group",
            "org": "e" * 32,
            "pol": "f" * 64,
            "rule": "guangxi-2022@1:R-82#" + "1" * 64,
            "prev": prev,
        }
        record = build(envelope, clear, {}, n.to_bytes(32, "big"))
        prev = record.leaf.hex()
        made.append((SIZE - 9000 + 40 * n, record))
    return made


def proof() -> bytes:
    """The proof, under a cosigned checkpoint of a million events."""
    leaves = [sha256(n.to_bytes(8, "big")).digest() for n in range(SIZE)]
    made = events()
    for position, record in made:
        leaves[position - 1] = record.leaf
    point = Checkpoint(LOG.name, SIZE, root_of(leaves))
    note = POLICY.close(sign_checkpoint(point, [LOG], [cosign(point, WITNESS, 1_772_413_200)]))
    read = cache(node_reader(leaves))
    parts = [Part(position, record.state, inclusion_proof(position - 1, SIZE, read)) for position, record in made]
    return build_publication(note, parts[-1], parts[:-1])


def run() -> Iterator[Figure]:
    data = proof()
    assert verify_publication(data, POLICY, NOTICE).outcome is Outcome.VALID
    detail = "with two approvals, 1 cosignature"
    yield Figure(
        f"publication proof of {FIELDS} fields at {SIZE:,} events", len(data) / 1024, " KiB", 8, at_least=False, detail=detail
    )
    times = [median_seconds(lambda: verify_publication(data, POLICY, NOTICE), ROUNDS) for _ in range(3)]
    yield Figure("verifying it, the notice included", 1000 * min(times), " ms", 5, at_least=False)
