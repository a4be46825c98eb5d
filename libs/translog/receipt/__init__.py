"""Signed receipts: what a log's service answered to a command, for whoever gave it to hold against the log."""

from translog.receipt.judge import Checked, check_held
from translog.receipt.kept import FORMAT, MAX_LINE, Held, read_held, write_held
from translog.receipt.reconcile import Standing, reconcile
from translog.receipt.shape import MAX_RECEIPT, TITLE, Entry, Receipt, open_receipt, read_receipt, sign_receipt

__all__ = [
    "FORMAT",
    "MAX_LINE",
    "MAX_RECEIPT",
    "TITLE",
    "Checked",
    "Entry",
    "Held",
    "Receipt",
    "Standing",
    "check_held",
    "open_receipt",
    "read_held",
    "read_receipt",
    "reconcile",
    "sign_receipt",
    "write_held",
]
