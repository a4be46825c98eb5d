"""Wishes about evidence; the bytes travel apart, under their SHA-256."""

from findings.events.parts import Sha256
from kernel.messages import Command, Id


class AddEvidence(Command):
    """Let a file be evidence for some of the sign-off criteria."""

    finding: Id
    criteria: tuple[int, ...]
    name: str
    sha256: Sha256
    size: int
    media_type: str
    measure: int = 0


class ReplaceEvidence(Command):
    """Put a new version in the place of a piece of evidence."""

    finding: Id
    evidence: int
    name: str
    sha256: Sha256
    size: int
    media_type: str
    reason: str
