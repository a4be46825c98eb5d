"""A log in which a notice is published, always the same: the proof of it, and the notice."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from tests.libs.translog.sample import AUDIT, NEIGHBOUR, NOON, OTHER, POLICY, REVIEW_LOG
from translog.checkpoint import Checkpoint, cosign, sign_checkpoint
from translog.merkle import inclusion_proof, node_reader, root_of
from translog.note import SignerKey
from translog.publication import Part, approval_of, build_publication
from translog.record import Record, Sealing, build

NOTICE = '{"figures":{"findings":2},"text":"整改完成"}'.encode()
NOTICE_ID = "a1" * 16
CONTENT = "c0" * 32


class World:
    """A log in which a notice is reviewed, approved and published; what the tests change are its fields."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.heads: dict[str, tuple[int, str]] = {}
        self.redaction: dict[str, Any] = {
            "disclosed": ["content", "day", "redaction", "sha256", "version"],
            "masked": [{"path": "medium", "rule": "first-word", "text": "门户…"}],
            "withheld": [
                {"path": "document", "reason": "in-notice", "sealed": False},
                {"path": "person", "reason": "personal", "sealed": True},
            ],
        }
        self.fields: dict[str, Any] = {
            "content": CONTENT,
            "day": "2026-05-20",
            "document": NOTICE.decode(),
            "medium": "门户网站及公告栏",
            "redaction": self.redaction,
            "sha256": sha256(NOTICE).hexdigest(),
            "version": "1",
        }
        self.persons = ("0c" * 16, "0d" * 16)

    def add(self, name: str, clear: dict[str, Any], agg: str = NOTICE_ID, actor: str = "0e" * 16, **sealed: Sealing) -> int:
        """Record an event; its position."""
        version, prev = self.heads.get(agg, (0, ""))
        position = len(self.records) + 1
        at = f"2026-03-02T00:00:00.{position:06d}Z"
        envelope = {
            "v": "1",
            "src": REVIEW_LOG.name,
            "agg": agg,
            "ver": str(version + 1),
            "type": f"publicity.notice.{name}.v1",
            "at": at,
            "eff": at,
            "cmd": f"00000000-0000-4000-8000-{position:012x}",
            "caus": [],
            "refs": [],
            "actor": actor,
            "role": "publicity",
            "org": "0e" * 16,
            "pol": "",
            "rule": "",
            "prev": prev,
        }
        record = build(envelope, clear, sealed, position.to_bytes(32, "big"))
        self.records.append(record)
        self.heads[agg] = (version + 1, record.leaf.hex())
        return position

    def fill(self, count: int = 5) -> None:
        """Events about other things."""
        for n in range(count):
            self.add("drafted", {"text": f"第{n}件"}, agg=OTHER)

    def publish(self) -> tuple[int, list[int]]:
        """Positions of the publication and of its approvals."""
        self.fill()
        given = []
        approves = approval_of(CONTENT, self.redaction, "1")
        for name, person in zip(("reviewed", "approved"), self.persons, strict=True):
            given.append(self.add(name, {"approves": approves, "notice": NOTICE_ID, "opinion": "同意"}, actor=person))
            self.fill(3)
        person = Sealing("notice/1", bytes(range(32)), "办公室主任甲", b"n" * 12, b"s" * 16)
        return self.add("published", self.fields, person=person), given

    def checkpoint(self, *witnesses: SignerKey) -> bytes:
        """A closed checkpoint over all of it."""
        point = Checkpoint(REVIEW_LOG.name, len(self.records), root_of([one.leaf for one in self.records]))
        cosigned = [cosign(point, witness, NOON + 60 * n) for n, witness in enumerate(witnesses)]
        return POLICY.close(sign_checkpoint(point, [REVIEW_LOG], cosigned))

    def part(self, position: int) -> Part:
        """An event with its proof."""
        read = node_reader([one.leaf for one in self.records])
        proof = inclusion_proof(position - 1, len(self.records), read)
        return Part(position, self.records[position - 1].state, proof)

    def proof(self, *witnesses: SignerKey) -> bytes:
        """The proof file."""
        source, given = self.publish()
        self.fill(7)
        note = self.checkpoint(*(witnesses or (AUDIT, NEIGHBOUR)))
        return build_publication(note, self.part(source), [self.part(one) for one in given])
