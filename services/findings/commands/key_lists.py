"""Wishes about key-finding lists."""

from findings.events.key_lists import KeyProgress, KeyRecipient
from kernel.messages import Command, Id


class IssueKeyList(Command):
    """Issue the key findings of a round; `findings` empty means all that are flagged."""

    number: str
    round: Id
    findings: tuple[Id, ...] = ()
    recipients: tuple[KeyRecipient, ...]


class ReceiveKeyList(Command):
    """Sign for a list."""

    key_list: Id


class FollowKeyFinding(Command):
    """Say how a finding of a list is."""

    key_list: Id
    finding: Id
    progress: KeyProgress
    note: str
