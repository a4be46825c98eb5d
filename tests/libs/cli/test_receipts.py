"""Receipts on the command line: waited for, kept, and held against what audit or an export shows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rectify.audit.v1.audit_service_pb2 import ProvedEvent, ProveEventsResponse
from rectify.envelope.v1.envelope_pb2 import EventRef, InclusionProof, Receipt
from rectify.findings.v1 import register_pb2

from cli.commands import receipts
from tests.libs.cli.conftest import FakeRemote
from tests.libs.translog.sample import AUDIT, FINDINGS_LOG, NEIGHBOUR, POLICY
from tests.libs.translog.test_receipt import LEAVES, NOTE, RECEIPT, held
from translog.merkle import inclusion_proof, node_reader
from translog.receipt import Held, read_held, write_held

Rectify = Callable[..., tuple[int, str, str]]
REGISTER = ("org", "register", "CGJ", "--name", "城市管理局", "--level", "county")


def answered(signed: str = NOTE.decode(), checkpoint: str = "", proofs: tuple[tuple[bytes, ...], ...] = ()) -> Receipt:
    events = [EventRef(source=RECEIPT.origin, position=e.position, topic="a.b.v1", aggregate=e.aggregate) for e in RECEIPT.entries]
    steps = [InclusionProof(hashes=proof) for proof in proofs]
    return Receipt(command_id=RECEIPT.command, events=events, position=5, signed=signed, checkpoint=checkpoint, proofs=steps)


@pytest.fixture
def kept(remote: FakeRemote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where receipts are kept; the system's folder has the policy of the sample."""
    remote.answers["FindPosts"] = register_pb2.FindPostsResponse()
    (tmp_path / "data" / "policy.txt").write_bytes(POLICY.text())
    monkeypatch.setattr(receipts, "_PATIENCE", 0.0)
    return tmp_path / "receipts.jsonl"


def shown(size: int = 7, end: int = 7, leaves: list[bytes] | None = None) -> ProveEventsResponse:
    """What audit proves of the receipt's places."""
    tree = leaves or LEAVES
    read = node_reader(tree[:size])
    events = [ProvedEvent(position=p, leaf=tree[p - 1], proof=inclusion_proof(p - 1, size, read)) for p in (4, 5) if p <= size]
    return ProveEventsResponse(checkpoint=held(NEIGHBOUR, AUDIT, size=7).checkpoint, events=events, end=end, ended=True)


def test_a_command_says_what_it_waits_for(rectify: Rectify, remote: FakeRemote, kept: Path) -> None:
    remote.answers["RegisterOrganisation"] = answered()
    for wait, number in (("committed", 1), ("sealed", 2), ("witnessed", 3)):
        assert rectify(*REGISTER, "--wait", wait)[0] == 0
        assert remote.last().meta.wait == number
    assert rectify(*REGISTER)[0] == 0
    assert remote.last().meta.wait == 0
    assert not kept.exists()


def test_receipts_are_appended_with_what_came_with_them(
    rectify: Rectify, remote: FakeRemote, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = held(AUDIT)
    remote.answers["RegisterOrganisation"] = answered(checkpoint=whole.checkpoint.decode(), proofs=whole.proofs)
    assert rectify(*REGISTER, "--receipts", str(kept))[0] == 0
    monkeypatch.setenv("RECTIFY_RECEIPTS", str(kept))
    remote.answers["RegisterOrganisation"] = answered()
    assert rectify(*REGISTER)[0] == 0
    assert [read_held(line) for line in kept.read_bytes().splitlines()] == [whole, Held(NOTE)]


def test_what_is_not_signed_or_cannot_be_kept_is_said(rectify: Rectify, remote: FakeRemote, kept: Path) -> None:
    remote.answers["RegisterOrganisation"] = answered(signed="")
    code, _, err = rectify(*REGISTER, "--receipts", str(kept))
    assert (code, kept.exists()) == (0, False)
    assert "is not signed and was not kept" in err
    remote.answers["RegisterOrganisation"] = answered()
    code, _, err = rectify(*REGISTER, "--receipts", str(kept / "nowhere"), "--lang", "zh")
    assert code == 1
    assert "receipt-not-kept" in err
    assert RECEIPT.command in err
    assert "已登记 2 个事件" in err


def check(rectify: Rectify, *words: str) -> tuple[int, list[dict[str, Any]], str]:
    code, out, err = rectify("audit", "receipts", "check", *words, "-o", "json")
    return code, json.loads(out), err


def test_what_audit_proves_is_held(rectify: Rectify, remote: FakeRemote, kept: Path) -> None:
    kept.write_bytes(write_held(Held(NOTE)) * 2)
    remote.answers["ProveEvents"] = shown()
    code, rows, err = check(rectify, str(kept))
    assert (code, [row["verdict"] for row in rows]) == (0, ["held", "held"])
    assert "2 held, 0 false or not in the log, 0 undecided" in err
    assert (remote.last().source, list(remote.last().positions)) == (FINDINGS_LOG.name, [4, 5])


def test_what_audit_does_not_prove_is_not_believed(rectify: Rectify, remote: FakeRemote, kept: Path) -> None:
    kept.write_bytes(write_held(Held(NOTE)))
    other = list(LEAVES)
    other[3] = bytes(32)
    remote.answers["ProveEvents"] = shown(leaves=other)  # a tree that nobody signed
    code, rows, _ = check(rectify, str(kept))
    assert (code, rows[0]["verdict"]) == (2, "receipt-undecided")
    assert "does not verify" in rows[0]["why"]


def test_a_log_that_ends_before_the_receipt_has_lost_it(rectify: Rectify, remote: FakeRemote, kept: Path) -> None:
    kept.write_bytes(write_held(Held(NOTE)))
    remote.answers["ProveEvents"] = ProveEventsResponse(end=3, ended=True)
    code, out, err = rectify("audit", "receipts", "check", str(kept))
    assert code == 1
    assert "receipt-not-in-log" in out
    assert "0 held, 1 false" in err
    remote.answers["ProveEvents"] = ProveEventsResponse(end=3, ended=False)  # nobody could tell how far it goes
    code, rows, _ = check(rectify, str(kept))
    assert (code, rows[0]["verdict"]) == (2, "receipt-undecided")


def test_a_line_that_was_changed_is_named_with_its_place(rectify: Rectify, remote: FakeRemote, kept: Path) -> None:
    line = write_held(Held(NOTE))
    kept.write_bytes(line + line.replace(b" 1 ", b" 3 ", 1) + b"{}\n")
    remote.answers["ProveEvents"] = shown()
    code, rows, _ = check(rectify, str(kept))
    assert code == 1
    assert [(row["receipt"], row["verdict"]) for row in rows] == [
        ("receipts.jsonl:1", "held"),
        ("receipts.jsonl:2", "signature-invalid"),
        ("receipts.jsonl:3", "format-unknown"),
    ]


def test_without_a_policy_nothing_can_be_told(rectify: Rectify, kept: Path, tmp_path: Path) -> None:
    kept.write_bytes(write_held(Held(NOTE)))
    (tmp_path / "data" / "policy.txt").write_bytes(b"quorum\n")
    code, _, err = rectify("audit", "receipts", "check", str(kept))
    assert (code, "policy-malformed" in err) == (2, True)
    (tmp_path / "data" / "policy.txt").unlink()
    assert rectify("audit", "receipts", "check", str(kept))[0] == 2
