"""Receipts held against a log: what is held, what is lost, what cannot be told."""

from __future__ import annotations

import pytest

from tests.libs.translog.sample import AUDIT, NEIGHBOUR, POLICY
from tests.libs.translog.test_receipt import LEAVES, NOTE, ORIGIN, RECEIPT, held
from translog.errors import ReceiptNotInLog, ReceiptUndecided, TranslogError, Words
from translog.receipt import Checked, Held, Receipt, Standing, check_held, reconcile

BARE = check_held(Held(NOTE), POLICY)
PROVED = {4: LEAVES[3], 5: LEAVES[4]}
NOTHING = Checked(Receipt(ORIGIN, RECEIPT.command, RECEIPT.at, 5, ()), None, ())


def why(error: TranslogError | None, kind: type[TranslogError]) -> str:
    assert type(error) is kind
    assert error.where.startswith(f"{ORIGIN}:")
    return error.text("en")


def test_what_is_proved_is_held() -> None:
    assert reconcile(BARE, Standing(ORIGIN, 7, PROVED, 7)) is None
    assert reconcile(BARE, Standing(ORIGIN, 5, PROVED)) is None
    assert reconcile(NOTHING, Standing(ORIGIN, 5, {}, 9)) is None


@pytest.mark.parametrize("checked", [BARE, NOTHING])
def test_a_log_that_ends_before_has_lost_it(checked: Checked) -> None:
    assert "the log ends at 4" in why(reconcile(checked, Standing(ORIGIN, 4, {}, 4)), ReceiptNotInLog)
    assert "the log ends at 4" in why(reconcile(checked, Standing(ORIGIN, 4, {}, 3)), ReceiptNotInLog)
    assert "the log ends at 0" in why(reconcile(checked, Standing(ORIGIN, 0, {}, 0, Words("no", "无"))), ReceiptNotInLog)


def test_another_event_in_its_place_is_a_loss_whatever_else_is_known() -> None:
    said = why(reconcile(BARE, Standing(ORIGIN, 7, {4: LEAVES[0], 5: LEAVES[4]}, None)), ReceiptNotInLog)
    assert LEAVES[0].hex() in said
    assert "position 4" in said


def test_what_is_not_under_a_checkpoint_yet_is_undecided() -> None:
    assert "covers 4 events" in why(reconcile(BARE, Standing(ORIGIN, 4, {4: LEAVES[3]}, 9)), ReceiptUndecided)
    assert "no quorum" in why(reconcile(BARE, Standing(ORIGIN, doubt=Words("no quorum", "无"))), ReceiptUndecided)
    assert why(reconcile(BARE, Standing(ORIGIN, 7, {4: LEAVES[3]}, 9)), ReceiptUndecided)


def test_a_loss_against_a_cosigned_checkpoint_is_two_histories() -> None:
    checked = check_held(held(NEIGHBOUR, AUDIT), POLICY)
    found = reconcile(checked, Standing(ORIGIN, 3, {}, 3))
    assert "two histories" in why(found, ReceiptNotInLog)
    assert found is not None
    assert "两份历史" in found.text("zh")
    assert reconcile(check_held(held(AUDIT), POLICY), Standing(ORIGIN, 7, PROVED, 7)) is None
