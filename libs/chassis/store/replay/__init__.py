"""The log folded anew from zero, beside the live read models: compared with them, or between two dates."""

from chassis.store.replay.between import between
from chassis.store.replay.whole import replay

__all__ = ["between", "replay"]
