"""Publication proofs: what they show and bind, and that nothing of them can be changed, left out or slipped in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

import pytest

from tests.libs.translog.publishing import NOTICE, World
from tests.libs.translog.sample import AUDIT, GOLDEN, POLICY, STRANGER
from translog.codec import canonical_json
from translog.errors import ApprovalWrong, RedactionWrong
from translog.note import COSIGNATURE, SignerKey
from translog.policy import Group, Policy, Witness
from translog.publication import build_publication
from translog.report import to_html, to_text
from translog.verdict import NoticeSeen, Outcome, Verdict
from translog.verify import verify_lines


@pytest.fixture(scope="module")
def proof() -> bytes:
    return World().proof()


def test_the_proof_is_the_golden_one_byte_for_byte(proof: bytes) -> None:
    assert proof == (GOLDEN / "publication.proof.json").read_bytes()
    assert (GOLDEN / "published.notice").read_bytes() == NOTICE


def verified(data: bytes, notice: bytes | None = None, policy: Policy = POLICY) -> Verdict:
    return verify_lines(data.splitlines(keepends=True), policy, notice)


def codes(verdict: Verdict) -> list[str]:
    return [problem.code for problem in verdict.problems]


def test_a_published_notice_is_valid_and_says_what_is_shown_and_what_not(proof: bytes) -> None:
    verdict = verified(proof, NOTICE)
    assert (verdict.outcome, codes(verdict)) == (Outcome.VALID, [])
    seen = verdict.publication
    assert seen is not None
    assert seen.notice is NoticeSeen.SAME
    assert seen.disclosed["day"] == "2026-05-20"
    assert [path for path, _ in seen.withheld] == ["document", "person"]
    assert seen.masked == (("medium", "first-word", "门户…"),)
    assert [one.envelope["actor"] for one in seen.approvals] == ["0c" * 16, "0d" * 16]
    assert verdict.logs[0].quorum
    assert b"\xe6\x95\xb4\xe6\x94\xb9\xe5\xae\x8c\xe6\x88\x90" not in proof, "withheld values are nowhere in it"


def test_without_the_notice_it_says_so(proof: bytes) -> None:
    verdict = verified(proof)
    assert verdict.outcome is Outcome.VALID
    assert "No notice was given" in to_text(verdict, "en")


def test_an_altered_notice_is_named(proof: bytes) -> None:
    verdict = verified(proof, NOTICE.replace(b"2", b"3"))
    assert (verdict.outcome, codes(verdict)) == (Outcome.INVALID, ["notice-mismatch"])
    assert verdict.publication is None


def test_a_notice_beside_another_kind_of_file_is_refused() -> None:
    for name in ("history.bundle.json", "findings.export"):
        verdict = verified((GOLDEN / name).read_bytes(), NOTICE)
        assert (verdict.outcome, codes(verdict)) == (Outcome.INVALID, ["notice-uncalled"])


def test_too_few_witnesses_or_unknown_keys_decide_nothing(proof: bytes) -> None:
    assert codes(verified(World().proof(AUDIT))) == ["no-quorum"]
    assert verified(World().proof(AUDIT)).outcome is Outcome.UNDECIDED
    stranger = Policy.make([], [Witness("stranger", STRANGER.verifier)], [], "stranger")
    verdict = verified(proof, NOTICE, stranger)
    assert (verdict.outcome, "log-unknown" in codes(verdict)) == (Outcome.UNDECIDED, True)
    another = Witness("another", SignerKey("another.example/w", COSIGNATURE, bytes(range(9, 41))).verifier)
    stricter = Policy.make(POLICY.logs, [*POLICY.witnesses, another], [Group("all", 3, ("audit", "neighbour", "another"))], "all")
    assert codes(verified(proof, NOTICE, stricter)) == ["no-quorum"]


def places(data: bytes, every: int) -> Iterator[tuple[int, bytes]]:
    for place in range(0, len(data), every):
        for bit in (0, 5):
            yield place, data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def test_sampled_flips_are_refused(proof: bytes) -> None:
    for place, flipped in places(proof, 7):
        assert verified(flipped, NOTICE).outcome is Outcome.INVALID, (place, flipped[max(0, place - 20) : place + 20])


def changed(proof: bytes, change: Callable[[dict[str, Any]], object]) -> list[str]:
    value = json.loads(proof)
    change(value)
    verdict = verified(canonical_json(value))
    assert verdict.outcome is Outcome.INVALID
    return codes(verdict)


def test_what_is_put_together_otherwise_is_refused(proof: bytes) -> None:
    value = json.loads(proof)
    source = value["source"]
    assert changed(proof, lambda v: v["approvals"].pop()) == ["publication-malformed"], "its hashes are left over"
    assert changed(proof, lambda v: v["source"]["rest"].pop()) == ["commitment-mismatch"]
    assert changed(proof, lambda v: v["source"]["disclosed"].pop("day")) == ["commitment-mismatch"]
    assert changed(proof, lambda v: v["source"]["disclosed"]["day"].__setitem__(1, "2026-05-21")) == ["commitment-mismatch"]
    assert changed(proof, lambda v: v["source"]["disclosed"]["day"].__setitem__(1, 1)) == ["value-not-allowed"]
    assert changed(proof, lambda v: v["hashes"].append(v["hashes"][0])) == ["publication-malformed"]
    assert changed(proof, lambda v: v["hashes"].append("A" * 43 + "=")) == ["publication-malformed"]
    assert changed(proof, lambda v: v["source"].update(position="1")) == ["proof-invalid"]
    assert changed(proof, lambda v: v["source"].update(position="999999")) == ["publication-malformed"]
    assert changed(proof, lambda v: v["source"]["rest"].reverse()) == ["publication-malformed"]
    assert changed(proof, lambda v: v.update(more="")) == ["publication-malformed"]
    assert changed(proof, lambda v: v["approvals"].reverse()) == ["publication-malformed"]
    assert source["proof"][0] == "0"


def rebuilt(change: Callable[[World], object]) -> bytes:
    world = World()
    change(world)
    return world.proof()


def test_a_redaction_that_does_not_account_for_every_path_once_cannot_be_built() -> None:
    def listed(**parts: Any) -> Callable[[World], object]:
        return lambda world: world.redaction.update(parts)

    for change in (
        listed(masked=[]),
        listed(disclosed=["content", "redaction", "sha256", "version"]),
        listed(withheld=[{"path": "document", "reason": "in-notice", "sealed": False}]),
        listed(disclosed=["content", "day", "document", "redaction", "sha256", "version"]),
        listed(disclosed=["day", "content", "redaction", "sha256", "version"]),
        listed(withheld=[{"path": p, "reason": "x", "sealed": False} for p in ("document", "person")]),
        listed(withheld=[{"path": p, "reason": "", "sealed": p == "person"} for p in ("document", "person")]),
        listed(masked=[{"path": "medium", "rule": "r"}]),
        lambda world: world.fields.pop("redaction"),
    ):
        with pytest.raises(RedactionWrong):
            rebuilt(change)


def test_approvals_of_one_person_or_of_something_else_cannot_be_built() -> None:
    with pytest.raises(ApprovalWrong):
        rebuilt(lambda world: setattr(world, "persons", ("0c" * 16, "0c" * 16)))
    with pytest.raises(ApprovalWrong):
        rebuilt(lambda world: world.fields.update(content="c1" * 32))
    with pytest.raises(ApprovalWrong):
        rebuilt(lambda world: world.fields.update(version="2"))
    world = World()
    source, given = world.publish()
    with pytest.raises(ApprovalWrong):
        build_publication(world.checkpoint(AUDIT), world.part(source), [world.part(given[0])])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_says_what_is_disclosed_withheld_and_masked(proof: bytes, language: Any) -> None:
    verdict = verified(proof, NOTICE)
    text, page = to_text(verdict, language), to_html(verdict, language)
    for part in ("2026-05-20", "document", "medium: 门户… [first-word]", "0c" * 16, sha256(NOTICE).hexdigest()):
        assert part in text
        assert part in page
    assert ("What this does not prove" if language == "en" else "本结论不证明什么") in text


def test_a_proof_of_thirty_two_fields_at_a_million_events_stays_small() -> None:
    """The size that a proof has: 20 hashes for each of three events that stand near one another."""
    world = World()
    more = {f"field{n:02d}": f"第{n}项" for n in range(25)}
    world.fields |= more
    world.redaction["disclosed"] = sorted([*world.redaction["disclosed"], *more])
    small = len(world.proof())
    # Of a million events each path is 20 hashes long; those near one another share all but the lowest.
    assert small + 47 * 20 + 5 * 60 < 8192
