"""What a service examines of its own log for audits: head, snapshots, tiles, checkpoints, sealed fields."""

from chassis.examining.evidence import Evidence, on_streams
from chassis.examining.offered import examinations

__all__ = ["Evidence", "examinations", "on_streams"]
