"""What a policy makes of the checkpoint that a log was checked against."""

from __future__ import annotations

from dataclasses import replace

from translog.errors import TranslogError, Undecided
from translog.policy import Policy
from translog.verdict import SeenLog


def vouched(log: SeenLog, note: bytes, policy: Policy) -> tuple[SeenLog, list[TranslogError]]:
    """The log with who vouches for it, and what keeps the policy from a verdict.

    Every signature in `note` must be of a known key, so that no byte of it is unbound. Raises what makes the
    checkpoint wrong, whatever the policy demands.
    """
    where = f"checkpoint of log {log.origin}"
    doubts: list[TranslogError] = []
    try:
        policy.check_closed(note, where)
    except Undecided as error:
        doubts.append(error)
    try:
        judged = policy.judge(note, log.origin, where)
    except Undecided as error:
        # Without a key of the log its signature looks unknown too; that says nothing more.
        return log, [error]
    log = replace(log, signed=True, cosigned=judged.cosigned, quorum=judged.quorum, since=judged.since)
    try:
        policy.demand(judged, where)
    except Undecided as error:
        doubts.append(error)
    return log, doubts
