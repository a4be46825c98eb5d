"""A service whose database is older than what was signed: noticed, held, and made whole again from copies of its log."""

from chassis.recovery.guard import Guard, RecoveryMetrics, State
from chassis.recovery.knowing import Held, Known, of_mirror, of_own
from chassis.recovery.sources import Source, mirrored, streamed
from chassis.recovery.suffix import Cannot, Plan, plan, put_back

__all__ = [
    "Cannot",
    "Guard",
    "Held",
    "Known",
    "Plan",
    "RecoveryMetrics",
    "Source",
    "State",
    "mirrored",
    "of_mirror",
    "of_own",
    "plan",
    "put_back",
    "streamed",
]
