"""The handover of rectification duty by a member of a leadership team who leaves (R-106)."""

from enum import StrEnum


class HandoverState(StrEnum):
    """How far a handover is; duty moves at `SIGNED_BY_INCOMING` and nowhere else."""

    CHANGE_RECORDED = "CHANGE_RECORDED"
    LIST_PREPARED = "LIST_PREPARED"
    SIGNED_BY_OUTGOING = "SIGNED_BY_OUTGOING"
    SIGNED_BY_INCOMING = "SIGNED_BY_INCOMING"
    WITNESSED = "WITNESSED"
    FILED = "FILED"
