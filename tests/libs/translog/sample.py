"""A small world to prove things in: two logs, two witnesses, a policy, and a finding's history across both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translog.checkpoint import Checkpoint, cosign, sign_checkpoint
from translog.history import IndexPart, LogPart, build_history
from translog.index import Head, Index
from translog.merkle import node_reader, root_of
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.policy import Group, Log, Policy, Witness
from translog.record import Sealing, build

GOLDEN = Path(__file__).parent / "golden"

FINDING, OTHER, CASE, REVIEW, SEALS = (f"{digit}{'0' * 30}{digit}" for digit in "abcde")
FINDINGS_LOG = SignerKey("sandbox-1/findings/1", ED25519, bytes(range(32)))
REVIEW_LOG = SignerKey("sandbox-1/review/1", ED25519, bytes(range(1, 33)))
AUDIT = SignerKey("sandbox-1/witness/audit", COSIGNATURE, bytes(range(2, 34)))
NEIGHBOUR = SignerKey("neighbour.example/witness", COSIGNATURE, bytes(range(3, 35)))
STRANGER = SignerKey("stranger.example/witness", COSIGNATURE, bytes(range(4, 36)))
NOON = 1_772_413_200
"""2026-03-02 01:00:00Z, in POSIX seconds."""

POLICY = Policy.make(
    [Log(FINDINGS_LOG.verifier), Log(REVIEW_LOG.verifier)],
    [Witness("audit", AUDIT.verifier), Witness("neighbour", NEIGHBOUR.verifier)],
    [Group("both", 2, ("audit", "neighbour"))],
    "both",
)


@dataclass
class SampleLog:
    """A log that grows by one event at a time."""

    signer: SignerKey
    rows: list[tuple[int, bytes]] = field(default_factory=list)
    leaves: list[bytes] = field(default_factory=list)
    heads: dict[str, Head] = field(default_factory=dict)

    def add(
        self,
        agg: str,
        name: str,
        clear: Mapping[str, object],
        *,
        refs: Sequence[str] = (),
        caus: Sequence[str] = (),
        sealed: Mapping[str, Sealing] | None = None,
        minute: int = 0,
    ) -> str:
        """Record an event; returns `<origin>:<position>`."""
        head = self.heads.get(agg)
        position = len(self.rows) + 1
        service = self.signer.name.split("/")[1]
        at = f"2026-03-02T00:{minute:02d}:00.{position:06d}Z"
        envelope = {
            "v": "1",
            "src": self.signer.name,
            "agg": agg,
            "ver": str(head.ver + 1 if head else 1),
            "type": f"{service}.{name}.v1",
            "at": at,
            "eff": at,
            "cmd": f"00000000-0000-4000-8000-{position:012x}",
            "caus": sorted(caus),
            "refs": sorted(refs),
            "actor": "0d" * 16,
            "role": "office-director",
            "org": "0e" * 16,
            "pol": "1f" * 32,
            "rule": "village-2026@3:R-30#" + "2e" * 32,
            "prev": head.leaf.hex() if head else "",
        }
        record = build(envelope, clear, dict(sealed or {}), position.to_bytes(32, "big"))
        self.rows.append((position, record.state))
        self.leaves.append(record.leaf)
        self.heads[agg] = Head(agg, head.ver + 1 if head else 1, record.leaf)
        return f"{self.signer.name}:{position}"

    def seal(self, minute: int = 0) -> tuple[tuple[int, bytes], Index]:
        """Seal the state up to here; returns the seal's row and the index."""
        index = Index(self.heads.values())
        clear = {"day": "2026-03-01", "size": str(len(self.rows)), "aggregates": str(index.size), "index": index.root.hex()}
        self.add(SEALS, "log.state-sealed", {**clear, "models": {"findings": "5f" * 32}}, minute=minute)
        return self.rows[-1], index

    @property
    def point(self) -> Checkpoint:
        """Its checkpoint, unsigned."""
        return Checkpoint(self.signer.name, len(self.rows), root_of(self.leaves))

    def note(self, *witnesses: SignerKey) -> bytes:
        """Its checkpoint, signed, and cosigned a minute after one another."""
        cosigned = [cosign(self.point, witness, NOON + 60 * n) for n, witness in enumerate(witnesses)]
        return sign_checkpoint(self.point, [self.signer], cosigned)


@dataclass
class Sample:
    """The finding's history in two logs, and where its findings log was sealed."""

    findings: SampleLog
    review: SampleLog
    seal: tuple[int, bytes]
    index: Index

    def parts(self, *witnesses: SignerKey) -> list[LogPart]:
        """What its history takes: all of both logs but the other finding and the seal."""
        shown = [row for row in self.findings.rows if row[0] not in (3, self.seal[0])]
        ends = IndexPart(self.seal, self.index, [FINDING, CASE])
        return [
            LogPart(self.findings.note(*witnesses), shown, node_reader(self.findings.leaves), ends),
            LogPart(self.review.note(*witnesses), self.review.rows, node_reader(self.review.leaves)),
        ]

    def bundle(self, *witnesses: SignerKey) -> bytes:
        """The history, cosigned by both witnesses of the policy if none is named."""
        return build_history(FINDING, self.parts(*(witnesses or (AUDIT, NEIGHBOUR))), POLICY)


def sample() -> Sample:
    """The world, always the same."""
    findings, review = SampleLog(FINDINGS_LOG), SampleLog(REVIEW_LOG)
    findings.add(CASE, "case.opened", {"title": "某村巡察整改"})
    lead = Sealing("case/7", bytes(range(32)), "村主任乙", b"n" * 12, b"s" * 16)
    noted = findings.add(
        FINDING, "finding.noted", {"title": "台账不全", "case": CASE}, refs=[CASE], sealed={"person": lead}, minute=1
    )
    findings.add(OTHER, "finding.noted", {"title": "另一问题"}, refs=[CASE], minute=1)
    asked = review.add(REVIEW, "plan.reviewed", {"passed": True, "parts": ["甲", "乙"]}, refs=[FINDING], caus=[noted], minute=2)
    findings.add(FINDING, "finding.measures-set", {"measures": "补录台账", "none": None}, caus=[asked], minute=3)
    seal, index = findings.seal(minute=4)
    findings.add(FINDING, "finding.signed-off", {"note": "整改完成"}, minute=5)
    return Sample(findings, review, seal, index)
