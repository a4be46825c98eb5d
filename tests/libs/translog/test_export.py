"""Exports of whole logs: made, verified as a stream, and every change named."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.libs.translog.sample import AUDIT, FINDING, FINDINGS_LOG, GOLDEN, NEIGHBOUR, POLICY, STRANGER, SampleLog, sample
from translog.codec import b64encode
from translog.errors import SizeMismatch
from translog.export import MAX_LINE, export_lines, verify_export
from translog.index import Head
from translog.policy import Policy
from translog.verdict import Kind, Outcome, Verdict
from translog.verify import verify_lines

WORLD = sample().findings
EXPORT = b"".join(export_lines(WORLD.note(AUDIT, NEIGHBOUR), WORLD.rows, POLICY))
HEADER = EXPORT[: EXPORT.index(b"\n\n", EXPORT.index(b"\n\n") + 1) + 2]


def pieces(data: bytes) -> Iterator[bytes]:
    file = io.BytesIO(data)
    return iter(lambda: file.readline(MAX_LINE), b"")


def verified(data: bytes, policy: Policy = POLICY) -> tuple[str, str]:
    return code(verify_lines(pieces(data), policy))


def code(verdict: Verdict) -> tuple[str, str]:
    for problem in verdict.problems:
        assert problem.text("zh") != problem.text("en")
    if verdict.outcome is Outcome.INVALID:
        assert (len(verdict.problems), verdict.logs) == (1, ())
    return verdict.outcome.name, verdict.problems[0].code if verdict.problems else ""


def test_a_whole_log_verifies() -> None:
    verdict = verify_lines(pieces(EXPORT), POLICY)
    assert code(verdict) == ("VALID", "")
    (log,) = verdict.logs
    assert (verdict.kind, log.origin, log.size, log.count, log.aggregates) == (Kind.EXPORT, FINDINGS_LOG.name, 6, 6, 4)
    assert (log.first_at, log.last_at) == ("2026-03-02T00:00:00.000001Z", "2026-03-02T00:05:00.000006Z")
    assert (log.root, log.quorum, log.events) == (WORLD.point.root, True, ())


def test_golden_export() -> None:
    assert (GOLDEN / "findings.export").read_bytes() == EXPORT


def test_an_empty_log_verifies() -> None:
    data = b"".join(export_lines(SampleLog(FINDINGS_LOG).note(AUDIT, NEIGHBOUR), [], POLICY))
    verdict = verify_lines(pieces(data), POLICY)
    assert code(verdict) == ("VALID", "")
    assert (verdict.logs[0].count, verdict.logs[0].first_at) == (0, "")


def test_what_does_not_suffice() -> None:
    assert verified(b"".join(export_lines(WORLD.note(AUDIT), WORLD.rows, POLICY))) == ("UNDECIDED", "no-quorum")
    other = Policy.make(POLICY.logs[1:], POLICY.witnesses, POLICY.groups, "both")
    assert verified(EXPORT, other) == ("UNDECIDED", "log-unknown")
    note = WORLD.note(AUDIT, NEIGHBOUR, STRANGER)
    assert verified(b"rectify-export/1\n" + note + EXPORT[len(HEADER) - 1 :]) == ("UNDECIDED", "signature-unknown")
    assert verified(b"".join(export_lines(WORLD.note(AUDIT, NEIGHBOUR, STRANGER), WORLD.rows, POLICY))) == ("VALID", "")


@settings(max_examples=150)
@given(st.integers(0, len(EXPORT)), st.integers(0, len(EXPORT)), st.binary(max_size=12))
def test_no_stretch_can_be_replaced(start: int, end: int, noise: bytes) -> None:
    data = EXPORT[:start] + noise + EXPORT[end:]
    assert verified(data)[0] == ("VALID" if data == EXPORT else "INVALID")


def test_what_happened_to_the_rows_is_named() -> None:
    lines = EXPORT[len(HEADER) :].splitlines(keepends=True)

    def of(*order: int) -> tuple[str, str]:
        return verified(HEADER + b"".join(lines[n] for n in order))

    assert of(0, 1, 2, 3, 4, 5) == ("VALID", "")
    assert of(0, 1, 2, 3, 4) == ("INVALID", "size-mismatch")
    assert of(0, 1, 2, 3, 4, 5, 5) == ("INVALID", "size-mismatch")
    assert of() == ("INVALID", "size-mismatch")
    assert of(1, 0, 2, 3, 4, 5) == ("INVALID", "time-backwards")
    # Another last event, which fits the chain: only the root tells.
    again = sample().findings
    again.rows, again.heads = again.rows[:5], {FINDING: Head(FINDING, 2, again.leaves[3])}
    again.add(FINDING, "finding.signed-off", {"note": "另一结论"}, minute=5)
    lines.append(b64encode(again.rows[5][1]).encode() + b"\n")
    assert of(0, 1, 2, 3, 4, 6) == ("INVALID", "root-mismatch")
    lines.pop()
    assert of(0, 2, 3, 4, 5) == ("INVALID", "version-gap")
    assert verified(HEADER + b"\n" + b"".join(lines)) == ("INVALID", "truncated")
    assert verified(HEADER + b"".join(lines)[:-1]) == ("INVALID", "export-malformed")
    assert verified(HEADER + b"A" * (MAX_LINE + 5) + b"\n") == ("INVALID", "export-malformed")
    review = sample().review
    other = review.note(AUDIT, NEIGHBOUR)
    assert verified(b"".join(export_lines(other, review.rows, POLICY))) == ("VALID", "")
    assert verified(b"rectify-export/1\n" + POLICY.close(other) + b"\n" + lines[0]) == ("INVALID", "source-mismatch")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "format-unknown"),
        (b"rectify-export/2\n", "format-unknown"),
        (b"rectify-export/1", "format-unknown"),
        (b"rectify-export/1\n", "export-malformed"),
        (b"rectify-export/1\n\n\n", "note-malformed"),
        (b"rectify-export/1\nx\n\ny\n\n", "note-malformed"),
        (b"rectify-export/1\n" + b"x\n" * 600_000, "export-malformed"),
        (b"PK\x03\x04", "format-unknown"),
        (b'{"format":"other/1"}', "format-unknown"),
    ],
)
def test_what_is_no_export_is_refused(data: bytes, expected: str) -> None:
    assert verified(data) == ("INVALID", expected)


def test_a_bundle_beyond_all_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translog.history.MAX_BUNDLE", 100)
    assert verified(b"{" + b"x\n" * 1000) == ("INVALID", "bundle-malformed")
    monkeypatch.undo()
    monkeypatch.setattr("translog.history.shape.MAX_BUNDLE", 100)
    assert verified(b"{" + b"x\n" * 1000) == ("INVALID", "bundle-malformed")


def test_what_does_not_fit_the_checkpoint_is_not_exported() -> None:
    note = WORLD.note()
    for rows in (WORLD.rows[:-1], WORLD.rows[1:], [*WORLD.rows, (7, WORLD.rows[5][1])]):
        with pytest.raises(SizeMismatch):
            list(export_lines(note, rows, POLICY))


def test_bodies_may_be_left_unchecked() -> None:
    rows = [(position, state[:-1] + b" ") for position, state in WORLD.rows]
    lines = list(export_lines(WORLD.note(AUDIT, NEIGHBOUR), rows, POLICY))
    assert code(verify_export(pieces(b"".join(lines)), POLICY)) == ("INVALID", "body-not-canonical")
    assert code(verify_export(pieces(b"".join(lines)), POLICY, commitments=False)) == ("VALID", "")
