"""Signed notes, checkpoints and cosignatures."""

from __future__ import annotations

import pytest

from translog.checkpoint import Checkpoint, cosign, open_checkpoint, parse_checkpoint, sign_checkpoint
from translog.errors import (
    CheckpointMalformed,
    KeyMalformed,
    NoteMalformed,
    NoTrustedSignature,
    OriginMismatch,
    SignatureInvalid,
    TranslogError,
)
from translog.merkle import EMPTY_ROOT, leaf_hash
from translog.note import COSIGNATURE, ED25519, Signature, SignerKey, VerifierKey, open_note, parse_note, sign_note, write_note

# Key, text and signatures of the example in the documentation of golang.org/x/mod/sumdb/note.
PETER_SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETER_LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
ENOCH_LINE = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
BOTH = f"{TEXT}\n{PETER_LINE}{ENOCH_LINE}".encode()

# Key and note of C2SP signed-note.
SPEC = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
).encode()

LOG = SignerKey("example.org/county/findings", ED25519, bytes(range(32)))
WITNESS = SignerKey("example.org/witness", COSIGNATURE, bytes(range(32, 64)))
POINT = Checkpoint("example.org/county/findings", 70_000, leaf_hash(b"root"))


def test_public_keys_and_notes() -> None:
    signer = SignerKey.parse(PETER_SIGNER)
    assert str(signer.verifier) == PETER
    assert signer.export() == PETER_SIGNER
    assert sign_note(TEXT, [signer]) == f"{TEXT}\n{PETER_LINE}".encode()
    opened = open_note(BOTH, [VerifierKey.parse(ENOCH), VerifierKey.parse(PETER)])
    assert opened.text == TEXT
    assert [signed.name for signed in opened.signed] == ["PeterNeumann", "EnochRoot"]
    assert open_note(SPEC_NOTE, [VerifierKey.parse(SPEC)]).text == "This is an example message.\n"


def test_unknown_signatures_are_ignored_and_kept() -> None:
    opened = open_note(BOTH, [VerifierKey.parse(ENOCH)])
    assert [signed.name for signed in opened.signed] == ["EnochRoot"]
    assert write_note(opened.text, opened.signatures) == BOTH
    with pytest.raises(NoTrustedSignature):
        open_note(BOTH, [])
    with pytest.raises(NoTrustedSignature):
        open_note(BOTH, [VerifierKey("PeterNeumann", ED25519, bytes(32))])  # same name, another key


def test_one_failing_known_signature_refuses_the_note() -> None:
    signer = SignerKey.parse(PETER_SIGNER)
    broken = Signature("PeterNeumann", signer.verifier.key_id, bytes(64))
    with pytest.raises(SignatureInvalid):
        open_note(write_note(TEXT, [signer.sign(TEXT), broken]), [signer.verifier])
    with pytest.raises(SignatureInvalid):
        open_note(write_note(TEXT, [broken._replace(value=b"short")]), [signer.verifier])


def test_every_part_and_bit_of_a_key_string_counts() -> None:
    for text, parse in ((PETER, VerifierKey.parse), (PETER_SIGNER, SignerKey.parse)):
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                if (start, end) != (0, len(text)):
                    with pytest.raises(KeyMalformed):
                        parse(text[start:end])
        for index in range(len(text)):
            for bit in range(7):
                with pytest.raises(KeyMalformed):
                    parse(text[:index] + chr(ord(text[index]) ^ 1 << bit) + text[index + 1 :])


def test_key_of_another_kind_or_length_is_refused() -> None:
    # Strings of the Go tests: key too long, algorithm unknown, both with a fitting hash.
    for text in (
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ):
        with pytest.raises(KeyMalformed):
            VerifierKey.parse(text)
    for name in ("", "a b", "a+b", "a\u3000b", "a\u2028b", "a\x01b"):
        with pytest.raises(KeyMalformed):
            VerifierKey(name, ED25519, bytes(32))
    with pytest.raises(KeyMalformed):
        SignerKey("a", ED25519, b"short")


def test_the_private_key_is_not_shown() -> None:
    assert "seed" not in repr(LOG)
    assert LOG.seed.hex() not in repr(LOG)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"text\n",
        b"text\n\n",
        TEXT.encode(),
        f"{TEXT}\n{PETER_LINE}"[:-1].encode(),
        f"{TEXT}{PETER_LINE}".encode(),
        f"{TEXT}\n{PETER_LINE}\n".encode(),
        f"{TEXT}\n{PETER_LINE}\n\n".encode(),
        f"{TEXT}\n{PETER_LINE}text\n".encode(),
        f"{TEXT}\n{PETER_LINE.replace('— ', '- ')}".encode(),
        f"{TEXT}\n{PETER_LINE.replace('— ', '—  ')}".encode(),
        f"{TEXT}\n{PETER_LINE.replace('AM=', 'AN=')}".encode(),
        f"{TEXT}\n{PETER_LINE.replace('AM=', 'AM')}".encode(),
        f"{TEXT}\n{PETER_LINE.replace('=\n', '= \n')}".encode(),
        f"{TEXT}\n{PETER_LINE.replace('\n', '\r\n')}".encode(),
        f"{TEXT}\t\n\n{PETER_LINE}".encode(),
        TEXT.encode() + b"\xff\n\n" + PETER_LINE.encode(),
        "text\n\n— name AAAA\n".encode(),
        (TEXT + "\n" + PETER_LINE * 101).encode(),
        (TEXT * 20_000 + "\n" + PETER_LINE).encode(),
    ],
)
def test_what_is_no_note_is_refused(data: bytes) -> None:
    with pytest.raises(NoteMalformed):
        parse_note(data)


def test_text_may_hold_empty_lines_and_a_hundred_signatures() -> None:
    text = "a\n\nb\n\n\u2028\n"
    signer = SignerKey.parse(PETER_SIGNER)
    data = write_note(text, [signer.sign(text)] * 100)
    assert open_note(data, [signer.verifier]).text == text
    with pytest.raises(NoteMalformed):
        sign_note("no newline", [signer])
    with pytest.raises(NoteMalformed):
        write_note(text, [])


def test_two_verifiers_of_one_name_and_hash_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translog.note.key_id", lambda *_: b"same")
    with pytest.raises(KeyMalformed):
        open_note(BOTH, [VerifierKey("a", ED25519, bytes(32)), VerifierKey("a", ED25519, b"\x01" * 32)])


# --- checkpoints -----------------------------------------------------------------------------------------------------


def test_golden_checkpoint_with_cosignature() -> None:
    data = sign_checkpoint(POINT, [LOG], [cosign(POINT, WITNESS, 1_772_413_200)])
    assert data.decode() == GOLDEN
    opened = open_checkpoint(data, [LOG.verifier, WITNESS.verifier], POINT.origin)
    assert opened.checkpoint == POINT
    assert [(signed.name, signed.time) for signed in opened.signed] == [
        ("example.org/county/findings", None),
        ("example.org/witness", 1_772_413_200),
    ]


def test_no_changed_bit_passes_where_both_keys_are_demanded() -> None:
    data = GOLDEN.encode()
    for index in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[index] ^= 1 << bit
            try:
                opened = open_checkpoint(bytes(changed), [LOG.verifier, WITNESS.verifier], POINT.origin)
            except TranslogError:
                continue
            # A line whose name or key id changed is a stranger's: ignored, so its signer is missing.
            assert opened.checkpoint == POINT
            assert len(opened.signed) == 1


def test_another_log_is_refused() -> None:
    data = sign_checkpoint(POINT, [LOG])
    with pytest.raises(OriginMismatch):
        open_checkpoint(data, [LOG.verifier], "example.org/county/leads")


def test_a_cosignature_binds_its_time() -> None:
    line = cosign(POINT, WITNESS, 1_772_413_200)
    later = line._replace(value=(1_772_413_201).to_bytes(8, "big") + line.value[8:])
    with pytest.raises(SignatureInvalid):
        open_checkpoint(sign_checkpoint(POINT, [LOG], [later]), [LOG.verifier, WITNESS.verifier])
    beyond = line._replace(value=(2**63).to_bytes(8, "big") + line.value[8:])
    with pytest.raises(SignatureInvalid):
        open_checkpoint(sign_checkpoint(POINT, [LOG], [beyond]), [LOG.verifier, WITNESS.verifier])
    for signer, time in ((WITNESS, None), (WITNESS, -1), (LOG, 5)):
        with pytest.raises(KeyMalformed):
            signer.sign(POINT.text, time)


def test_extension_lines_are_kept() -> None:
    point = POINT._replace(extensions=("clock business", "第二行"))
    assert parse_checkpoint(point.text) == point


def test_the_empty_tree_has_a_checkpoint() -> None:
    point = Checkpoint("o", 0, EMPTY_ROOT)
    assert parse_checkpoint(point.text) == point


ROOT = "yMdWdNAMIUxYuK0BVLjeDCyqqMyhe8AfqS5hTcF3ZRc="


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        f"o\n1\n{ROOT}",
        f"o\n01\n{ROOT}\n",
        f"o\n+1\n{ROOT}\n",
        f"o\n-1\n{ROOT}\n",
        f"o\n{2**63}\n{ROOT}\n",
        f"\n1\n{ROOT}\n",
        f"o\n1\n{ROOT[:-1]}\n",
        f"o\n1\n{ROOT[:-2]}d=\n",
        "o\n1\nYQ==\n",
        f"o\n1\n{ROOT}\n\n",
        f"o\n1\n{ROOT}\n\nx\n",
        f"o\n1\n{ROOT}\r\n",
        f"o\x0b\n1\n{ROOT}\n",
        f"o\n0\n{ROOT}\n",
        "o\n1\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(CheckpointMalformed):
        parse_checkpoint(text)


def test_an_impossible_checkpoint_is_not_signed() -> None:
    for point in (
        POINT._replace(origin=""),
        POINT._replace(origin="a\nb"),
        POINT._replace(size=-1),
        POINT._replace(size=2**63),
        POINT._replace(root=b"short"),
        POINT._replace(extensions=("",)),
        POINT._replace(size=0),
    ):
        with pytest.raises(CheckpointMalformed):
            sign_checkpoint(point, [LOG])


GOLDEN = """example.org/county/findings
70000
PAb5plclr2BSYfY2ZyyWINQJcx2JpFHXRV/pxK4WeCk=

— example.org/county/findings b4EqwwahPBlXG28bQibT4ixRLv67y3UctX3tSncIaDtpEb53crDWv8Or9JPaG3/E3X0tdT/rCm3zgXFvqtBYWslWjA8=
— example.org/witness 5tjajgAAAABppOEQcK3XiqS8j8++WRSmTKwTNwVGRBqDeyuTdETFEh7BHit/xQyOf1bS4yFFOTwavZUNqz7G3n7ydsoYeO/v/vDmAg==
"""
