"""Whole logs: clean ones pass, and what was done to them is named at the event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from translog.errors import CommitmentMismatch, PositionGap, RecordError
from translog.merkle import root_of
from translog.record import VerifyState, leaf_hash, pack, unpack, verify_rows

Rows = list[tuple[int, bytes]]
type LogMaker = Callable[[int, int], Rows]


def leaves(rows: Rows) -> list[bytes]:
    return [leaf_hash(unpack(state)[0]) for _, state in rows]


def found(rows: Rows, **options: Any) -> list[tuple[int, str, int]]:
    state = verify_rows(rows, commitments=True, keep_going=True, **options)
    return [(broken.position, broken.code, broken.ver) for broken in state.broken]


def altered(rows: Rows, position: int, old: bytes, new: bytes) -> Rows:
    state = rows[position - 1][1]
    envelope, body = unpack(state)
    changed = pack(envelope.replace(old, new, 1), body)
    assert changed != state
    return [(number, changed if number == position else kept) for number, kept in rows]


def test_a_clean_log_passes_in_any_portions(make_log: LogMaker) -> None:
    rows = make_log(60, 7)
    root = root_of(leaves(rows))
    for size in (1, 7, 60):
        state = VerifyState(src="sandbox-1/findings/1")
        for start in range(0, 60, size):
            state = verify_rows(
                rows[start : start + size], commitments=True, state=state, leaves=leaves(rows[start : start + size])
            )
        assert (state.size, state.root, state.broken) == (60, root, [])
    assert verify_rows([], commitments=True).size == 0


def test_the_first_broken_event_raises(make_log: LogMaker) -> None:
    rows = make_log(10, 2)
    envelope, body = unpack(rows[4][1])
    rows[4] = (5, pack(envelope, body.replace("第4条".encode(), "第9条".encode())))
    state = VerifyState()
    with pytest.raises(CommitmentMismatch) as refused:
        verify_rows(rows, commitments=True, state=state)
    assert refused.value.where == "position 5"
    assert state.size == 4
    (broken,) = state.broken
    assert (broken.position, broken.agg, broken.ver, broken.code) == (5, "0" * 32, 3, "commitment-mismatch")
    assert "commitment" in broken.why
    assert verify_rows(rows, commitments=False).broken == []


def test_all_broken_events_are_named(make_log: LogMaker) -> None:
    rows = make_log(40, 4)
    for position in (3, 11, 30):
        envelope, body = unpack(rows[position - 1][1])
        rows[position - 1] = (position, pack(envelope, body.replace("第".encode(), "弟".encode())))
    assert found(rows) == [(3, "commitment-mismatch", 1), (11, "commitment-mismatch", 3), (30, "commitment-mismatch", 8)]


def test_an_altered_envelope_is_named_itself_when_leaves_are_known(make_log: LogMaker) -> None:
    rows = make_log(20, 4)
    forged = altered(rows, 9, b"office-director", b"officf-director")
    assert found(forged, leaves=leaves(rows)) == [(9, "leaf-mismatch", 3)]
    # Without them the aggregate's next event contradicts it; and the root does.
    assert found(forged) == [(13, "prev-mismatch", 4)]
    state = verify_rows(forged, commitments=True, keep_going=True)
    assert state.root != root_of(leaves(rows))
    # At an aggregate's end only the root tells.
    assert found(altered(rows, 20, b"office-director", b"officf-director")) == []


def test_missing_repeated_and_swapped_rows(make_log: LogMaker) -> None:
    rows = make_log(20, 4)
    state = verify_rows(rows[:8] + rows[9:], commitments=True, keep_going=True)
    assert [(broken.position, broken.code) for broken in state.broken] == [(10, "position-gap"), (13, "version-gap")]
    assert (state.whole, state.root) == (False, None)
    assert found(rows[:8] + rows[7:]) == [(8, "position-gap", 2)]
    swapped = [*rows[:7], (8, rows[8][1]), (9, rows[7][1]), *rows[9:]]
    assert [entry[:2] for entry in found(swapped, leaves=leaves(rows))] == [(8, "leaf-mismatch"), (9, "leaf-mismatch")]
    with pytest.raises(PositionGap):
        verify_rows(rows[1:], commitments=False)
    # Renumbered behind a deletion: the chain of the aggregate shows it.
    renumbered = [(number, kept) for number, (_, kept) in enumerate(rows[:8] + rows[9:], 1)]
    assert found(renumbered) == [(12, "version-gap", 4)]


def test_rewritten_history_of_one_aggregate_is_contradicted(make_log: LogMaker) -> None:
    rows, others = make_log(20, 4), make_log(20, 5)
    mixed = [rows[number] if number != 9 else (10, others[9][1]) for number in range(20)]
    assert found(mixed, leaves=leaves(rows))[0][:2] == (10, "leaf-mismatch")
    assert len(found(mixed)) >= 1


def test_time_never_goes_back(make_log: LogMaker) -> None:
    rows = make_log(20, 20)
    late = altered(rows, 10, b"01:00:04.", b"01:30:04.")
    assert found(late) == [(11, "time-backwards", 1)]
    early = altered(rows, 10, b"01:00:04.", b"00:30:04.")
    assert [entry[:2] for entry in found(early)] == [(10, "time-backwards")]


def test_another_origin_is_refused(make_log: LogMaker) -> None:
    rows = make_log(12, 4)
    moved = altered(rows, 6, b'"src":"sandbox-1/findings/1"', b'"src":"sandbox-2/findings/1"')
    assert found(moved) == [(6, "source-mismatch", 2)]
    assert len(found(rows, state=VerifyState(src="other/findings/1"))) == 12


def test_unreadable_rows_are_named_as_far_as_possible_and_followed(make_log: LogMaker) -> None:
    rows = make_log(16, 4)
    broken = list(rows)
    broken[4] = (5, rows[4][1][:40])
    broken[5] = (6, b"")
    broken[6] = (7, pack(unpack(rows[6][1])[0].replace(b'"at"', b'"au"'), b"x"))
    broken[7] = (8, b"\x00\x00\xff\xff" + rows[7][1][4:])
    state = verify_rows(broken, commitments=True, keep_going=True)
    assert [(entry.position, entry.code, entry.agg[-1:], entry.ver) for entry in state.broken[:4]] == [
        (5, "truncated", "", 0),
        (6, "truncated", "", 0),
        (7, "envelope-keys", "2", 2),
        (8, "envelope-too-large", "3", 2),
    ]
    # The aggregates of rows 5 and 6 can no longer be told: their next events stand without predecessor. Those of 7, 8 go on.
    assert [(entry.position, entry.code) for entry in state.broken[4:]] == [(9, "version-gap"), (10, "version-gap")]
    assert state.root is None


def test_every_mutation_of_a_log_is_found_by_leaves_or_root(make_log: LogMaker) -> None:
    rows = make_log(4, 2)
    expected, root = leaves(rows), root_of(leaves(rows))
    for position, stored in rows:
        for index in range(len(stored)):
            changed = bytearray(stored)
            changed[index] ^= 1 << (index + position) % 8
            mutated = [(number, bytes(changed) if number == position else kept) for number, kept in rows]
            with pytest.raises(RecordError):
                verify_rows(mutated, commitments=True, leaves=expected)
            state = verify_rows(mutated, commitments=True, keep_going=True)
            assert state.broken or state.root != root


def test_too_few_known_leaves_are_noticed(make_log: LogMaker) -> None:
    rows = make_log(4, 2)
    assert found(rows, leaves=leaves(rows)[:3]) == [(4, "leaf-mismatch", 2)]
