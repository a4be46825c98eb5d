"""History bundles: what verifies, what is claimed, and that nothing in one can be changed unseen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.libs.translog.sample import (
    AUDIT,
    CASE,
    FINDING,
    FINDINGS_LOG,
    GOLDEN,
    NEIGHBOUR,
    NOON,
    OTHER,
    POLICY,
    REVIEW,
    REVIEW_LOG,
    STRANGER,
    Sample,
    SampleLog,
    sample,
)
from translog.checkpoint import cosign, sign_checkpoint
from translog.codec import canonical_json
from translog.errors import IndexContradicts, LogUnknown, ProofRequest, TranslogError, VersionGap
from translog.history import IndexPart, LogPart, build_history, verify_history
from translog.history.shape import read_history, write_history
from translog.index import Head, Index
from translog.merkle import node_reader, root_of, verify_inclusion
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.policy import Group, Log, Policy, Witness
from translog.record import unpack
from translog.verdict import Outcome, Standing, Verdict

WORLD = sample()
BUNDLE = WORLD.bundle()


def code(verdict: Verdict) -> tuple[str, str]:
    """The outcome and the first reason; every reason must speak both languages."""
    for problem in verdict.problems:
        assert problem.where
        assert problem.text("zh") != problem.text("en")
    if verdict.outcome is Outcome.INVALID:
        assert (len(verdict.problems), verdict.logs) == (1, ())
    return verdict.outcome.name, verdict.problems[0].code if verdict.problems else ""


def verified(data: bytes, policy: Policy = POLICY) -> tuple[str, str]:
    return code(verify_history(data, policy))


# --- what verifies ---------------------------------------------------------------------------------------------------


def test_a_history_shows_its_events_and_how_complete_they_are() -> None:
    verdict = verify_history(BUNDLE, POLICY)
    assert code(verdict) == ("VALID", "")
    assert verdict.about == FINDING
    findings, review = verdict.logs
    assert [event.position for event in findings.events] == [1, 2, 4, 6]
    assert [(chain.agg, chain.first, chain.last, chain.standing) for chain in findings.chains] == [
        (FINDING, 1, 3, Standing.COMPLETE),
        (CASE, 1, 1, Standing.COMPLETE),
    ]
    assert [(chain.agg, chain.standing) for chain in review.chains] == [(REVIEW, Standing.UNBROKEN)]
    assert findings.seal is not None
    assert (findings.seal[0], findings.seal[1].size, findings.seal[1].day) == (5, 4, "2026-03-01")
    assert review.seal is None
    assert (findings.signed, findings.quorum, findings.since) == (True, True, NOON + 60)
    noted = findings.events[1]
    assert (noted.clear, noted.sealed) == ({"case": CASE, "title": "台账不全"}, ("person",))


def test_golden_bundle() -> None:
    assert (GOLDEN / "history.bundle.json").read_bytes() == BUNDLE
    assert (GOLDEN / "policy.txt").read_bytes() == POLICY.text()
    assert verified((GOLDEN / "history.bundle.json").read_bytes(), Policy.parse((GOLDEN / "policy.txt").read_bytes()))[0] == "VALID"


def test_a_bundle_reads_back() -> None:
    assert write_history(read_history(BUNDLE)) == BUNDLE


def test_selected_events_of_another_aggregate_are_called_so() -> None:
    findings, review = WORLD.parts(AUDIT, NEIGHBOUR)
    for _ in range(2):
        WORLD_REVIEW.add(REVIEW, "plan.amended", {"about": FINDING}, minute=6)
    rows = [WORLD_REVIEW.rows[0], WORLD_REVIEW.rows[2]]
    part = LogPart(WORLD_REVIEW.note(AUDIT, NEIGHBOUR), rows, node_reader(WORLD_REVIEW.leaves))
    verdict = verify_history(build_history(FINDING, [findings, part], POLICY), POLICY)
    assert code(verdict) == ("VALID", "")
    (chain,) = verdict.logs[1].chains
    assert (chain.first, chain.last, chain.count, chain.standing) == (1, 3, 2, Standing.SELECTED)
    assert review is not part


WORLD_REVIEW = sample().review


# --- what does not suffice -------------------------------------------------------------------------------------------


def test_without_quorum_or_key_nothing_is_decided() -> None:
    assert verified(WORLD.bundle(AUDIT)) == ("UNDECIDED", "no-quorum")
    assert verified(BUNDLE, Policy.make(POLICY.logs[:1], POLICY.witnesses, POLICY.groups, "both")) == ("UNDECIDED", "log-unknown")
    assert verified(BUNDLE, Policy.make(POLICY.logs, POLICY.witnesses[:1], [], "audit")) == ("UNDECIDED", "signature-unknown")
    stranger = Witness("stranger", STRANGER.verifier)
    strict = Policy.make(POLICY.logs, [*POLICY.witnesses, stranger], [Group("all", 3, ("audit", "neighbour", "stranger"))], "all")
    verdict = verify_history(BUNDLE, strict)
    assert code(verdict) == ("UNDECIDED", "no-quorum")
    # The reasons of both logs are told, and what would be shown.
    assert len(verdict.problems) == 2
    assert verdict.logs[0].signed
    assert not verdict.logs[0].quorum


def test_what_is_wrong_outweighs_what_is_missing() -> None:
    data = WORLD.bundle(AUDIT)
    broken = json.loads(data)
    broken["logs"][1]["events"][0]["proof"] = ["A" * 43 + "="]
    assert verified(canonical_json(broken)) == ("INVALID", "proof-invalid")


def test_a_policy_for_one_witness_takes_bundles_made_for_it() -> None:
    policy = Policy.make(POLICY.logs, POLICY.witnesses[:1], [], "audit")
    assert verified(build_history(FINDING, WORLD.parts(AUDIT, NEIGHBOUR), policy), policy) == ("VALID", "")


def test_a_replaced_key_is_told_from_a_foreign_one() -> None:
    newer = SignerKey(AUDIT.name, COSIGNATURE, bytes(32)).verifier
    renewed = Policy.make(POLICY.logs, [Witness("audit", newer)], [], "none")
    assert verified(WORLD.bundle(AUDIT), renewed) == ("INVALID", "signature-stray")
    other = Policy.make(
        [Log(SignerKey(FINDINGS_LOG.name, ED25519, bytes(32)).verifier), POLICY.logs[1]], POLICY.witnesses, [], "none"
    )
    assert verified(BUNDLE, other) == ("INVALID", "signature-stray")


# --- what is changed -------------------------------------------------------------------------------------------------


def test_nothing_can_be_cut_or_added() -> None:
    for end in range(0, len(BUNDLE), 7):
        assert verified(BUNDLE[:end])[0] == "INVALID"
    for data in (b"", BUNDLE + b"\n", b" " + BUNDLE, BUNDLE + BUNDLE, b"\xef\xbb\xbf" + BUNDLE, b"[]", b"null", b"[" * 100_000):
        assert verified(data)[0] == "INVALID"


@settings(max_examples=150)
@given(st.integers(0, len(BUNDLE)), st.integers(0, len(BUNDLE)), st.binary(max_size=12))
def test_no_stretch_can_be_replaced(start: int, end: int, noise: bytes) -> None:
    data = BUNDLE[:start] + noise + BUNDLE[end:]
    assert verified(data)[0] == ("VALID" if data == BUNDLE else "INVALID")


def altered(change: Callable[[Any], object]) -> tuple[str, str]:
    """The verdict on the bundle after `change` of its JSON, written canonically again."""
    value = json.loads(BUNDLE)
    change(value)
    return verified(canonical_json(value))


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value inside `value`."""
    steps: Iterable[str | int] = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield (*path, step)
        yield from places(value[step], (*path, step))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(max_size=5)
    | st.sampled_from(["1", "0a" * 16, "AAAA"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
PLACES = list(places(json.loads(BUNDLE)))


@settings(max_examples=300)
@given(st.sampled_from(PLACES), JSON)
def test_no_value_can_be_replaced(place: Sequence[str | int], replacement: object) -> None:
    value = json.loads(BUNDLE)
    inside = value
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = replacement
    data = canonical_json(value)
    # Only leaving out a proof of completeness still verifies: less is claimed then.
    claims_less = place[-1] == "index" and replacement is None
    assert verified(data)[0] == ("VALID" if data == BUNDLE or claims_less else "INVALID")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda v: v.update(format="rectify-history/2"), "format-unknown"),
        (lambda v: v.update(note="x"), "bundle-malformed"),
        (lambda v: v.pop("about"), "bundle-malformed"),
        (lambda v: v.update(about="x"), "bundle-malformed"),
        (lambda v: v.update(about="f" * 32), "history-foreign"),
        (lambda v: v.update(logs=[]), "bundle-malformed"),
        (lambda v: v.update(logs={}), "bundle-malformed"),
        (lambda v: v["logs"].reverse(), "bundle-malformed"),
        (lambda v: v["logs"].append(v["logs"][1]), "bundle-malformed"),
        (lambda v: v["logs"][0].update(origin="sandbox-1/findings/2"), "origin-mismatch"),
        (lambda v: v["logs"][0].update(checkpoint=v["logs"][1]["checkpoint"]), "origin-mismatch"),
        (lambda v: v["logs"][0].update(events=[]), "bundle-malformed"),
        (lambda v: v["logs"][0]["events"].reverse(), "bundle-malformed"),
        (lambda v: v["logs"][0]["events"].append(v["logs"][0]["events"][3]), "bundle-malformed"),
        (lambda v: v["logs"][0]["events"].append(v["logs"][1]["events"][0] | {"p": "9"}), "source-mismatch"),
        (lambda v: v["logs"][0]["events"][0].update(p="0"), "proof-invalid"),
        (lambda v: v["logs"][0]["events"][0].update(p=1), "bundle-malformed"),
        (lambda v: v["logs"][0]["events"][0].update(p="01"), "decimal"),
        (lambda v: v["logs"][0]["events"][3].update(p="7"), "proof-invalid"),
        (lambda v: v["logs"][0]["events"][0].update(b=v["logs"][0]["events"][2]["b"]), "commitment-mismatch"),
        (lambda v: v["logs"][0]["events"][0].update(b=""), "truncated"),
        (lambda v: v["logs"][0]["events"][0].update(e=""), "truncated"),
        (lambda v: v["logs"][0]["events"][0]["proof"].pop(), "proof-invalid"),
        (lambda v: v["logs"][0]["events"][0].update(proof=["A" * 43 + "="] * 64), "bundle-malformed"),
        (lambda v: v["logs"][0]["events"][0].update(extra=""), "bundle-malformed"),
        # An event in the middle of the subject's aggregate, its first, and one of another aggregate claimed complete.
        (lambda v: v["logs"][0]["events"].pop(2), "index-contradicts"),
        (lambda v: v["logs"][0]["events"].pop(1), "index-contradicts"),
        (lambda v: v["logs"][0]["events"].pop(0), "index-contradicts"),
        (lambda v: (v["logs"][0].update(index=None), v["logs"][0]["events"].pop(2)), "version-gap"),
        (lambda v: (v["logs"][0].update(index=None), v["logs"][0]["events"].pop(1)), "version-gap"),
        # The seal: another event, another position, heads reordered or none.
        (lambda v: v["logs"][0]["index"].update(seal=v["logs"][0]["events"][0]), "seal-malformed"),
        (lambda v: v["logs"][0]["index"]["seal"].update(p="4"), "proof-invalid"),
        (lambda v: v["logs"][0]["index"]["heads"].reverse(), "bundle-malformed"),
        (lambda v: v["logs"][0]["index"].update(heads=[]), "bundle-malformed"),
        (lambda v: v["logs"][0]["index"]["heads"][0].update(at="1"), "proof-invalid"),
        (lambda v: v["logs"][0]["index"]["heads"][0].update(at="9"), "proof-invalid"),
        (lambda v: v["logs"][0]["index"]["heads"][0]["head"].__setitem__(1, "1"), "proof-invalid"),
        (lambda v: v["logs"][0]["index"]["heads"][0]["head"].append("1"), "bundle-malformed"),
        (lambda v: v["logs"][0]["index"]["heads"][0].update(head=["x", "1", "00" * 32]), "bundle-malformed"),
        (lambda v: v["logs"][0].update(index=[]), "bundle-malformed"),
    ],
)
def test_every_change_is_named(change: Callable[[Any], object], expected: str) -> None:
    assert altered(change) == ("INVALID", expected)


def test_without_its_index_the_end_is_not_claimed() -> None:
    value = json.loads(BUNDLE)
    value["logs"][0]["index"] = None
    value["logs"][0]["events"].pop()
    verdict = verify_history(canonical_json(value), POLICY)
    assert code(verdict) == ("VALID", "")
    assert [chain.standing for chain in verdict.logs[0].chains] == [Standing.UNBROKEN] * 2


# --- logs that lie ---------------------------------------------------------------------------------------------------


def lying(seal: Callable[[SampleLog], Index], *, size: int | None = None, topic: str = "log.state-sealed") -> tuple[str, str]:
    """The verdict on a bundle of a log that signs a false seal."""
    log = SampleLog(FINDINGS_LOG)
    log.add(FINDING, "finding.noted", {"title": "甲"})
    log.add(OTHER, "finding.noted", {"title": "乙"})
    log.add(FINDING, "finding.signed-off", {"title": "丙"})
    index = seal(log)
    said = {"size": str(3 if size is None else size), "aggregates": str(index.size), "index": index.root.hex()}
    log.add(CASE, topic, {"day": "2026-03-01", **said})
    rows, row = [log.rows[0], log.rows[2]], log.rows[3]
    try:
        data = build_history(
            FINDING,
            [LogPart(log.note(AUDIT, NEIGHBOUR), rows, node_reader(log.leaves), IndexPart(row, index, [FINDING]))],
            POLICY,
        )
    except TranslogError as error:
        return "REFUSED", error.code
    return verified(data)


def test_a_seal_is_held_to_the_events() -> None:
    assert lying(lambda log: Index(log.heads.values())) == ("VALID", "")
    old = Head(FINDING, 1, WORLD.findings.leaves[1])
    assert lying(lambda log: Index([old, log.heads[OTHER]])) == ("REFUSED", "index-contradicts")
    assert lying(lambda log: Index([log.heads[FINDING]._replace(ver=4)])) == ("REFUSED", "index-contradicts")
    assert lying(lambda log: Index([log.heads[FINDING]._replace(leaf=bytes(32))])) == ("REFUSED", "index-contradicts")
    assert lying(lambda log: Index(log.heads.values()), size=4) == ("REFUSED", "index-contradicts")
    assert lying(lambda log: Index(log.heads.values()), size=1) == ("REFUSED", "seal-malformed")
    assert lying(lambda log: Index(log.heads.values()), size=2) == ("REFUSED", "index-contradicts")
    assert lying(lambda log: Index(log.heads.values()), topic="log.state-seal") == ("REFUSED", "seal-malformed")
    assert lying(lambda log: Index([log.heads[OTHER]])) == ("REFUSED", "index-contradicts")


@pytest.mark.parametrize("field", ["day", "size", "aggregates", "index"])
@pytest.mark.parametrize("value", ["", "x", "-1", None, ["1"]])
def test_a_seal_without_its_fields_is_none(field: str, value: object) -> None:
    if (field, value) in (("day", "x"), ("day", "-1")):
        return
    log = SampleLog(FINDINGS_LOG)
    log.add(FINDING, "finding.noted", {"title": "甲"})
    index = Index(log.heads.values())
    said = {"day": "2026-03-01", "size": "1", "aggregates": "1", "index": index.root.hex()}
    log.add(CASE, "log.state-sealed", {**said, field: value})
    part = LogPart(log.note(AUDIT), log.rows[:1], node_reader(log.leaves), IndexPart(log.rows[1], index, [FINDING]))
    with pytest.raises(TranslogError) as refused:
        build_history(FINDING, [part], POLICY)
    assert refused.value.code == "seal-malformed"


def test_a_seal_of_another_service_is_none() -> None:
    log = SampleLog(FINDINGS_LOG)
    log.add(FINDING, "finding.noted", {"title": "甲"})
    index = Index(log.heads.values())
    log.signer = replace(FINDINGS_LOG, name="sandbox-1/other/1")
    assert log.signer.name != FINDINGS_LOG.name
    foreign = SampleLog(FINDINGS_LOG, log.rows, log.leaves, log.heads)
    said = {"day": "2026-03-01", "size": "1", "aggregates": "1", "index": index.root.hex()}
    foreign.add(CASE, "x.log.state-sealed", said)
    part = LogPart(foreign.note(AUDIT), log.rows[:1], node_reader(log.leaves), IndexPart(log.rows[1], index, [FINDING]))
    with pytest.raises(TranslogError) as refused:
        build_history(FINDING, [part], POLICY)
    assert refused.value.code == "seal-malformed"


def rebuilt(change: Callable[[SampleLog], list[tuple[int, bytes]]], signer: SignerKey = FINDINGS_LOG) -> tuple[str, str]:
    """The verdict on a bundle of events that a log signed although they do not fit together."""
    log = SampleLog(signer)
    rows = change(log)
    try:
        part = LogPart(log.note(AUDIT, NEIGHBOUR), rows, node_reader(log.leaves))
        return verified(build_history(FINDING, [part], POLICY))
    except TranslogError as error:
        return "REFUSED", error.code


def test_chains_are_held_together() -> None:
    def forked(log: SampleLog) -> list[tuple[int, bytes]]:
        log.add(FINDING, "finding.noted", {"title": "甲"})
        first = log.heads[FINDING]
        log.add(FINDING, "finding.altered", {"title": "乙"})
        log.heads[FINDING] = first._replace(ver=2)
        log.add(FINDING, "finding.altered", {"title": "丙"})
        return log.rows

    def repeated(log: SampleLog) -> list[tuple[int, bytes]]:
        log.add(FINDING, "finding.noted", {"title": "甲"})
        log.heads.clear()
        log.add(FINDING, "finding.noted", {"title": "乙"})
        return log.rows

    def backwards(log: SampleLog) -> list[tuple[int, bytes]]:
        log.add(FINDING, "finding.noted", {"title": "甲"}, minute=9)
        log.add(FINDING, "finding.altered", {"title": "乙"}, minute=8)
        return log.rows

    def headless(log: SampleLog) -> list[tuple[int, bytes]]:
        log.add(FINDING, "finding.noted", {"title": "甲"})
        log.add(FINDING, "finding.altered", {"title": "乙"})
        return log.rows[1:]

    def unrelated(log: SampleLog) -> list[tuple[int, bytes]]:
        log.add(FINDING, "finding.noted", {"title": "甲"})
        log.add(OTHER, "finding.noted", {"title": "乙"})
        return log.rows

    assert rebuilt(forked) == ("REFUSED", "prev-mismatch")
    assert rebuilt(repeated) == ("REFUSED", "version-gap")
    assert rebuilt(backwards) == ("REFUSED", "time-backwards")
    assert rebuilt(headless) == ("REFUSED", "version-gap")
    assert rebuilt(unrelated) == ("REFUSED", "history-foreign")


# --- building --------------------------------------------------------------------------------------------------------


def test_what_cannot_be_shown_is_not_built() -> None:
    findings, review = WORLD.parts(AUDIT, NEIGHBOUR)
    with pytest.raises(LogUnknown):
        build_history(FINDING, [findings, review], Policy.make(POLICY.logs[:1], POLICY.witnesses, POLICY.groups, "both"))
    with pytest.raises(ProofRequest):
        build_history(FINDING, [review._replace(rows=[(2, review_state())])], POLICY)
    with pytest.raises(VersionGap):
        build_history(FINDING, [findings._replace(rows=WORLD.findings.rows[3:4], ends=None), review], POLICY)
    ends = findings.ends
    assert ends is not None
    with pytest.raises(IndexContradicts):
        build_history(FINDING, [findings._replace(ends=ends._replace(aggregates=[REVIEW])), review], POLICY)
    with pytest.raises(TranslogError):
        build_history("nothing", [findings, review], POLICY)


def review_state() -> bytes:
    return WORLD.review.rows[0][1]


def test_noise_in_a_checkpoint_is_left_out_of_a_bundle() -> None:
    point = WORLD.review.point
    extra = [cosign(point, who, NOON + late) for who, late in ((STRANGER, 0), (AUDIT, 0), (AUDIT, 60), (NEIGHBOUR, 0))]
    noisy = sign_checkpoint(point, [REVIEW_LOG], extra)
    findings, review = WORLD.parts(AUDIT, NEIGHBOUR)
    data = build_history(FINDING, [review._replace(checkpoint=noisy), findings], POLICY)
    assert verified(data) == ("VALID", "")
    assert STRANGER.name.encode() not in data


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 4), st.text(max_size=5)), min_size=1, max_size=20), st.data())
def test_whatever_is_recorded_can_be_shown(events: list[tuple[int, str]], data: st.DataObject) -> None:
    log = SampleLog(FINDINGS_LOG)
    for number, (which, text) in enumerate(events):
        log.add(f"{which:032x}", "thing.done", {"text": text}, refs=[FINDING], minute=number)
    row, index = log.seal(59)
    shown = data.draw(st.sets(st.integers(0, 4)))
    rows = [row for row, (which, _) in zip(log.rows, events, strict=False) if which in shown]
    aggregates = [f"{which:032x}" for which in shown if f"{which:032x}" in log.heads]
    if not aggregates:
        return
    part = LogPart(log.note(AUDIT, NEIGHBOUR), rows, node_reader(log.leaves), IndexPart(row, index, aggregates))
    bundle = build_history(FINDING, [part], POLICY)
    verdict = verify_history(bundle, POLICY)
    assert code(verdict) == ("VALID", "")
    assert {chain.standing for chain in verdict.logs[0].chains} == {Standing.COMPLETE}
    assert [(event.position, event.clear["text"]) for event in verdict.logs[0].events] == [
        (position, text) for position, (which, text) in enumerate(events, 1) if which in shown
    ]
    assert write_history(read_history(bundle)) == bundle


@settings(max_examples=60)
@given(st.integers(0, 70))
def test_the_index_is_a_tree_of_rfc_6962(count: int) -> None:
    index = Index(Head(f"{number:032x}", number + 1, bytes([number]) * 32) for number in reversed(range(count)))
    leaves = [head.leaf_of_index for head in index.heads]
    assert (index.size, index.root) == (count, root_of(leaves))
    for place, head in enumerate(index.heads):
        assert index.place(head.agg) == place
        verify_inclusion(head.leaf_of_index, place, count, index.proof(place), index.root)
    assert index.place("f" * 32) is None


def test_envelopes_and_bodies_are_the_stored_bytes() -> None:
    history = read_history(BUNDLE)
    stored = dict(WORLD.findings.rows)
    for event in history.logs[0].events:
        assert (event.envelope, event.body) == unpack(stored[event.position])


def test_a_sample_is_always_the_same() -> None:
    assert isinstance(WORLD, Sample)
    assert sample().bundle() == BUNDLE
