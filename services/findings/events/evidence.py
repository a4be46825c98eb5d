"""Facts about evidence: what it is, by name, size and SHA-256; the bytes are kept elsewhere under their hash."""

from findings.events.parts import OfFinding, Sha256


class EvidenceAdded(OfFinding):
    """A piece of evidence for some criteria; `evidence` counts from 1 within the finding, its version is 1."""

    TOPIC = "findings.finding.evidence-added.v1"

    evidence: int
    criteria: tuple[int, ...]
    name: str
    sha256: Sha256
    size: int
    media_type: str
    measure: int = 0


class EvidenceReplaced(OfFinding):
    """A new version of a piece of evidence; the former ones stay."""

    TOPIC = "findings.finding.evidence-replaced.v1"

    evidence: int
    version: int
    name: str
    sha256: Sha256
    size: int
    media_type: str
    reason: str


class EvidenceAltered(OfFinding):
    """Evidence that a sign-off had bound is not what it was: the sign-off is marked, somebody must look."""

    TOPIC = "findings.finding.evidence-altered.v1"

    signoff: int
    evidence: int
    signed: Sha256
    present: Sha256
