"""Files as they were handed out are made byte for byte the same today; bundles and exports have their own."""

from __future__ import annotations

from tests.libs.translog.sample import AUDIT, GOLDEN, NEIGHBOUR, POLICY
from tests.libs.translog.test_receipt import NOTE, RECEIPT, held
from translog.receipt import check_held, open_receipt, read_held, write_held


def test_golden_receipt() -> None:
    assert (GOLDEN / "command.receipt").read_bytes() == NOTE
    assert open_receipt(NOTE, POLICY) == RECEIPT


def test_golden_kept_receipt() -> None:
    line = (GOLDEN / "kept.receipts").read_bytes()
    assert line == write_held(held(NEIGHBOUR, AUDIT))
    assert check_held(read_held(line[:-1]), POLICY).doubts == ()
