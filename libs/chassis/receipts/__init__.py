"""Signed receipts of commands, and the wait until a checkpoint over them is sealed or witnessed."""

from chassis.receipts.receipts import Receipts
from chassis.receipts.refusals import CannotWait, NotYetSealed, NotYetWitnessed
from chassis.receipts.tide import Tide, Wait

__all__ = ["CannotWait", "NotYetSealed", "NotYetWitnessed", "Receipts", "Tide", "Wait"]
