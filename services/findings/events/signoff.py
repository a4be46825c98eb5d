"""Facts about signing a finding off: the request, its inner steps, the outer check and what it bound."""

from findings.events.parts import Defect, OfFinding, Proof, Route, Sha256
from kernel.messages import Id


class SignOffRequested(OfFinding):
    """The handler asks for sign-off; `signoff` counts from 1 within the finding.

    `matrix` binds evidence to criteria by hash; `digest` is the SHA-256 of everything that is to be signed.
    """

    TOPIC = "findings.finding.signoff-requested.v1"

    signoff: int
    requester: Id
    matrix: tuple[Proof, ...]
    digest: Sha256
    note: str = ""


class SignOffMemberApproved(OfFinding):
    """The member of the leadership team approved: first inner step."""

    TOPIC = "findings.finding.signoff-member-approved.v1"

    signoff: int
    member: Id
    digest: Sha256
    opinion: str = ""


class InnerSigned(OfFinding):
    """The inspected organisation signed; `route` says whether an outer verifier decides now.

    A draw can be repeated by anybody: the first eight bytes of SHA-256(seed ‖ number ‖ "#" ‖ signoff), as a big-endian
    number modulo 100, is `drawn`; below `percent` the sign-off goes to the outer verifier. `principal` is None where
    the finding concerns the principal, whose approval would not count.
    """

    TOPIC = "findings.finding.inner-signed.v1"

    signoff: int
    number: str
    member: Id
    principal: Id | None
    requester: Id
    barred: tuple[Id, ...] = ()
    reopened: int = 0
    special_check: str = ""
    rulebook: str = ""
    digest: Sha256
    opinion: str = ""
    route: Route
    percent: int = 0
    seed: str = ""
    drawn: int = 0


class PrincipalOpinionNoted(OfFinding):
    """The principal approved the sign-off of a finding that concerns the principal: noted, without effect."""

    TOPIC = "findings.finding.principal-opinion-noted.v1"

    signoff: int
    principal: Id
    opinion: str = ""


class SignOffRejected(OfFinding):
    """An inner step said no."""

    TOPIC = "findings.finding.signoff-rejected.v1"

    signoff: int
    step: str
    by: Id
    reason: str


class FindingSignedOff(OfFinding):
    """The finding is struck off the ledger; `verifier` is None where the rulebook wanted no outer check."""

    TOPIC = "findings.finding.signed-off.v1"

    signoff: int
    number: str
    digest: Sha256
    route: Route
    verifier: Id | None = None
    opinion_no: str = ""
    overall: str = ""
    site_record: str = ""


class SignOffCheckFailedNoted(OfFinding):
    """The outer check found the rectification wanting: work goes on."""

    TOPIC = "findings.finding.signoff-check-failed.v1"

    signoff: int
    verifier: Id
    opinion_no: str
    defect: Defect
    shortcomings: str
    demands: tuple[str, ...] = ()


class VerdictNotApplied(OfFinding):
    """A verdict arrived that this record cannot accept; it stays on record with the reason and changes nothing."""

    TOPIC = "findings.finding.verdict-not-applied.v1"

    verdict: str
    signoff: int
    verifier: Id | None
    opinion_no: str
    code: str
    en: str
    zh: str
