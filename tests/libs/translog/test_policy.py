"""Policies: what they accept, whom they trust, and when a quorum is met."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.libs.translog.sample import AUDIT, FINDINGS_LOG, NEIGHBOUR, NOON, POLICY, REVIEW_LOG, STRANGER, SampleLog, sample
from translog.checkpoint import cosign, sign_checkpoint
from translog.errors import (
    CheckpointMalformed,
    LogSignatureMissing,
    LogUnknown,
    NoQuorum,
    OriginMismatch,
    PolicyMalformed,
    SignatureInvalid,
    SignatureOrder,
    SignatureRelabelled,
    SignatureUnknown,
    TranslogError,
    Undecided,
)
from translog.note import COSIGNATURE, ED25519, Signature, SignerKey, VerifierKey, parse_note, sign_note, write_note
from translog.policy import Group, Log, Policy, Witness

LOG, W1, W2 = str(FINDINGS_LOG.verifier), str(AUDIT.verifier), str(NEIGHBOUR.verifier)


def why(text: str | bytes) -> str:
    with pytest.raises(PolicyMalformed) as refused:
        Policy.parse(text.encode() if isinstance(text, str) else text)
    assert isinstance(refused.value, Undecided)
    assert refused.value.text("zh") != str(refused.value)
    return str(refused.value)


def test_the_example_of_the_specification() -> None:
    keys = {
        name: SignerKey(f"{name}.example", COSIGNATURE, bytes([n] * 32))
        for n, name in enumerate(["X1", "X2", "X3", "Y1", "Y2", "Y3"])
    }
    witnesses = "".join(f"witness {name} {key.verifier}\n" for name, key in keys.items())
    policy = Policy.parse(
        f"log {LOG}\n\n{witnesses}\n"
        "group X-witnesses 2 X1 X2 X3\ngroup Y-witnesses any Y1 Y2 Y3\n"
        "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n".encode()
    )
    for cosigned, met in (
        ("X1 X2 Y1", True),
        ("X1 X3 Y2 Y3", True),
        ("X1 X2 X3", False),
        ("X1 Y1 Y2 Y3", False),
        ("", False),
        ("X-and-Y", False),
    ):
        assert policy.satisfied(cosigned.split()) is met, cosigned
    assert policy.describe("en") == "X-and-Y (2 of X-witnesses, Y-witnesses)"


def test_spaces_comments_urls_and_octets() -> None:
    policy = Policy.parse(
        b"\n \t\n # comment \xff\n\tlog  " + LOG.encode() + b" https://log.example/\xc3\xbc\t\n"
        b"witness \xff\xfe " + W1.encode() + b"\n  quorum\t\xff\xfe \n#end\n"
    )
    assert policy.logs == (Log(FINDINGS_LOG.verifier, "https://log.example/ü"),)
    assert policy.witnesses[0].name.encode("utf-8", "surrogateescape") == b"\xff\xfe"
    assert Policy.parse(policy.text()) == policy
    assert "\\udcff" in why(b"witness A " + W1.encode() + b"\nquorum \xff\n")
    # A Kelvin sign is no K, as octets go.
    assert "not defined" in why(f"witness K {W1}\nquorum \u212a\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "newline"),
        ("quorum none", "newline"),
        ("\n", "no quorum"),
        ("quorum none\r\n", "control"),
        ("quorum none\x7f\n", "control"),
        ("quorum\u00a0none\n", "line 1: «quorum\u00a0none» is no kind"),
        ("quorum none\nquorum none\n", "line 2: a second"),
        ("quorum\n", "line 1: the line must be: quorum <name>"),
        ("quorum A\n", "not defined"),
        ("Quorum none\n", "no kind of line"),
        ("quorum none # comment\n", "must be: quorum"),
        ("log\nquorum none\n", "must be: log"),
        (f"log {LOG} a b\nquorum none\n", "must be: log"),
        (f"log {LOG[:-1]}\nquorum none\n", "base64"),
        (f"log {W1}\nquorum none\n", "0x01"),
        (f"log {LOG}\nlog {LOG}\nquorum none\n", "same public key"),
        (f"log {VerifierKey('other', ED25519, FINDINGS_LOG.verifier.public)}\nlog {LOG}\nquorum none\n", "same public key"),
        (f"witness A {LOG}\nquorum none\n", "0x04"),
        (f"witness {W1}\nquorum none\n", "must be: witness"),
        (f"witness none {W1}\nquorum none\n", "taken"),
        (f"witness A {W1}\nwitness A {W2}\nquorum A\n", "taken"),
        (f"witness A {W1}\nwitness B {W1}\nquorum A\n", "same public key"),
        (f"witness A {W1}\ngroup A any A\nquorum A\n", "taken"),
        (f"witness A {W1}\ngroup G any A A\nquorum G\n", "member already"),
        (f"witness A {W1}\ngroup G any A\ngroup H any A\nquorum G\n", "member already"),
        (f"witness A {W1}\ngroup G any none\nquorum G\n", "not defined"),
        (f"witness A {W1}\ngroup G any G\nquorum G\n", "not defined"),
        (f"group G any A\nwitness A {W1}\nquorum G\n", "not defined"),
        (f"quorum A\nwitness A {W1}\n", "not defined"),
        (f"witness A {W1}\ngroup G 0 A\nquorum G\n", "threshold"),
        (f"witness A {W1}\ngroup G 2 A\nquorum G\n", "threshold"),
        (f"witness A {W1}\ngroup G 01 A\nquorum G\n", "threshold"),
        (f"witness A {W1}\ngroup G most A\nquorum G\n", "threshold"),
        (f"witness A {W1}\ngroup G any\nquorum G\n", "must be: group"),
    ],
)
def test_what_is_no_policy_is_refused(text: str, says: str) -> None:
    assert says in why(text)


def test_a_key_name_that_is_no_text_and_a_huge_policy_are_refused() -> None:
    assert "UTF-8" in why(b"log \xff" + LOG.encode() + b"\nquorum none\n")
    assert "larger" in why(b"#" * 2**20 + b"\nquorum none\n")


def test_a_policy_that_is_made_is_checked_as_one_that_is_read() -> None:
    assert Policy.parse(POLICY.text()) == POLICY
    with pytest.raises(PolicyMalformed):
        Policy.make([], [], [], "nobody")
    with pytest.raises(PolicyMalformed):
        Policy.make([Log(FINDINGS_LOG.verifier, "two words\nx")], [], [], "none")


# --- judging ---------------------------------------------------------------------------------------------------------


def test_a_quorum_is_met_from_the_time_that_completes_it() -> None:
    world = sample().findings
    judged = POLICY.judge(world.note(AUDIT, NEIGHBOUR))
    assert judged.quorum
    assert (judged.since, judged.unknown) == (NOON + 60, ())
    assert [(one.witness, one.key, one.time) for one in judged.cosigned] == [
        ("audit", AUDIT.name, NOON),
        ("neighbour", NEIGHBOUR.name, NOON + 60),
    ]
    POLICY.demand(judged)
    lacking = POLICY.judge(world.note(AUDIT, STRANGER))
    assert (lacking.quorum, lacking.since) == (False, None)
    assert [signature.name for signature in lacking.unknown] == [STRANGER.name]
    with pytest.raises(NoQuorum) as refused:
        POLICY.demand(lacking)
    assert "audit" in str(refused.value)
    assert "至少 2 个" in refused.value.text("zh")


def test_a_witness_that_signs_twice_counts_once() -> None:
    point = sample().findings.point
    twice = sign_checkpoint(point, [FINDINGS_LOG], [cosign(point, AUDIT, NOON), cosign(point, AUDIT, NOON + 5)])
    judged = POLICY.judge(twice)
    assert not judged.quorum
    assert len(judged.cosigned) == 2


def test_no_quorum_demanded() -> None:
    policy = Policy.make([Log(FINDINGS_LOG.verifier)], [], [], "none")
    judged = policy.judge(sample().findings.note())
    assert judged.quorum
    assert judged.since is None
    assert (policy.describe("en"), policy.describe("zh")) == ("no cosignature", "无须联署")


def test_what_is_wrong_is_told_from_what_is_unknown() -> None:
    world = sample()
    note = world.findings.note(AUDIT, NEIGHBOUR)
    only_review = Policy.make([Log(REVIEW_LOG.verifier)], POLICY.witnesses, POLICY.groups, "both")
    with pytest.raises(LogUnknown):
        only_review.judge(note)
    with pytest.raises(OriginMismatch):
        POLICY.judge(note, REVIEW_LOG.name)
    with pytest.raises(SignatureInvalid):
        POLICY.judge(note.replace(b"\n6\n", b"\n7\n", 1))
    point = world.findings.point
    with pytest.raises(LogSignatureMissing):
        POLICY.judge(write_note(point.text, [cosign(point, AUDIT, NOON)]))
    with pytest.raises(LogSignatureMissing):
        POLICY.judge(write_note(point.text, [cosign(point, STRANGER, NOON)]))
    # The key of another log of the policy signs nothing here.
    with pytest.raises(LogSignatureMissing):
        POLICY.judge(sign_note(point.text, [REVIEW_LOG]))
    with pytest.raises(CheckpointMalformed):
        POLICY.judge(sign_note("only a text\n", [FINDINGS_LOG]))


def test_closed_checkpoints_hold_known_signatures_in_one_order() -> None:
    point = sample().findings.point
    late, early = cosign(point, AUDIT, NOON + 9), cosign(point, AUDIT, NOON)
    other = cosign(point, NEIGHBOUR, NOON)
    noisy = sign_checkpoint(point, [FINDINGS_LOG], [late, other, cosign(point, STRANGER, NOON), early])
    closed = POLICY.close(noisy)
    assert closed == sign_checkpoint(point, [FINDINGS_LOG], [other, early])
    assert POLICY.close(closed) == closed
    POLICY.check_closed(closed)
    with pytest.raises(SignatureUnknown) as unknown:
        POLICY.check_closed(noisy)
    assert isinstance(unknown.value, Undecided)
    own = FINDINGS_LOG.sign(point.text)
    for order in ([other, own, early], [own, early, other], [own, early, late], [own, own]):
        with pytest.raises(SignatureOrder):
            POLICY.check_closed(write_note(point.text, order))


def test_a_signature_under_another_label_is_seen() -> None:
    note = parse_note(sample().findings.note(AUDIT, NEIGHBOUR))
    own, audit, _ = note.signatures
    for relabelled in (
        own._replace(key_id=b"\0\0\0\0"),
        own._replace(name="sandbox-1/findings/2"),
        audit._replace(name="sandbox-1/witness/audis"),
        Signature(AUDIT.name, own.key_id, audit.value),
    ):
        kept = [relabelled if one in (own, audit) and one.value == relabelled.value else one for one in note.signatures]
        with pytest.raises(SignatureRelabelled):
            POLICY.check_closed(write_note(note.text, kept))


def test_no_bit_of_a_checkpoint_can_be_flipped_unnoticed() -> None:
    note = POLICY.close(sample().findings.note(AUDIT, NEIGHBOUR))
    for place in range(len(note)):
        for bit in range(8):
            data = note[:place] + bytes([note[place] ^ 1 << bit]) + note[place + 1 :]
            with pytest.raises(TranslogError) as refused:
                accepted(data)
            # Another origin may be that of a log nobody knows; every other change is wrong whoever looks.
            assert place < len(FINDINGS_LOG.name) or not isinstance(refused.value, Undecided), (place, bit)


def accepted(note: bytes) -> None:
    POLICY.check_closed(note)
    POLICY.demand(POLICY.judge(note))


NAMES = st.text(st.characters(codec="utf-8", exclude_characters=" \t\n+#", exclude_categories=("Cc", "Zs", "Zl", "Zp")), min_size=1)


@settings(max_examples=60)
@given(st.lists(NAMES.filter(lambda name: name != "none"), unique=True, min_size=1, max_size=6), st.integers(1, 6), st.data())
def test_what_is_made_reads_back(names: list[str], threshold: int, data: st.DataObject) -> None:
    witnesses = [Witness(name, SignerKey(f"w{n}.example", COSIGNATURE, bytes([n] * 32)).verifier) for n, name in enumerate(names)]
    group = Group("g" + "x".join(names), min(threshold, len(names)), tuple(names))
    quorum = data.draw(st.sampled_from([*names, group.name, "none"]))
    policy = Policy.make([Log(FINDINGS_LOG.verifier, "https://x.example")], witnesses, [group], quorum)
    assert (list(policy.witnesses), policy.groups, policy.quorum) == (witnesses, (group,), quorum)
    assert Policy.parse(policy.text()) == policy
    cosigned = data.draw(st.sets(st.sampled_from(names)))
    expected = quorum == "none" or quorum in cosigned or (quorum == group.name and len(cosigned) >= group.threshold)
    assert policy.satisfied(cosigned) is expected


PIECES = [b"log ", b"group ", b"quorum ", b"none", b"\n", LOG.encode()]


@settings(max_examples=200)
@given(st.binary(max_size=300) | st.lists(st.sampled_from(PIECES)).map(b"".join))
def test_any_bytes_are_a_policy_or_refused(data: bytes) -> None:
    try:
        policy = Policy.parse(data)
    except PolicyMalformed:
        return
    assert Policy.parse(policy.text()) == policy


def test_an_empty_log_has_a_checkpoint() -> None:
    empty = SampleLog(FINDINGS_LOG)
    assert POLICY.judge(empty.note(AUDIT, NEIGHBOUR)).checkpoint.size == 0
