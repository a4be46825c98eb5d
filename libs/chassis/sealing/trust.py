"""The policy that a system states for its own logs: their keys, their witnesses, and how many of these are enough."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from translog.note import VerifierKey
from translog.policy import NONE, Group, Log, Policy, Witness

GROUP = "witnesses"
"""Name of the group in policies, where there is more than one witness."""


class Known(NamedTuple):
    """A witness: its key, and where it is asked, "" where that is nobody else's business."""

    key: VerifierKey
    url: str = ""


def policy_of(logs: Iterable[VerifierKey], witnesses: Sequence[Known], quorum: int = 0) -> Policy:
    """The policy of these logs and witnesses, `quorum` of whom are demanded; 0 demands more than half.

    Without witnesses nothing is demanded but the signature of the log.

    Raises:
        PolicyMalformed: a key occurs twice, or the quorum is larger than the number of witnesses.
    """
    names = _names(witnesses)
    known = [Witness(name, one.key, one.url) for name, one in zip(names, witnesses, strict=True)]
    if not known:
        return Policy.make(map(Log, logs), [], [], NONE)
    if len(known) == 1:
        return Policy.make(map(Log, logs), known, [], names[0])
    group = Group(GROUP, quorum or len(known) // 2 + 1, tuple(names))
    return Policy.make(map(Log, logs), known, [group], GROUP)


def _names(witnesses: Sequence[Known]) -> list[str]:
    """Names in the policy: of a service's own witness, `<site>/witness/<service>`, the service; of others that of the key."""
    short = []
    for one in witnesses:
        parts = one.key.name.split("/")
        short.append(parts[2] if len(parts) == 3 and parts[1] == "witness" else one.key.name)
    taken = len(set(short)) < len(short) or not {GROUP, NONE}.isdisjoint(short)
    return [one.key.name for one in witnesses] if taken else short
