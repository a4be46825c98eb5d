"""Verdicts: on plans, on sign-offs, and what a look-back found."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Ref


class Defect(StrEnum):
    """How a rectification can be none."""

    PAPER = "paper"
    FORMAL = "formal"
    FALSE = "false"
    HALF_WAY = "half-way"
    PERFUNCTORY = "perfunctory"


class Ground(StrEnum):
    """How it came to light that a signed-off finding is not rectified."""

    LOOK_BACK = "look-back"
    SPOT_CHECK = "spot-check"
    PETITION = "petition"
    RECURRENCE = "recurrence"
    LEAD_OUTCOME = "lead-outcome"


class PlanEvent(Event):
    """What every event of a plan review names."""

    STREAM = "review"

    review: Ref
    plan: Ref
    case: Ref
    org: Ref
    plan_version: int


class PlanReceived(PlanEvent):
    """A version of the plan arrived for review."""

    TOPIC = "supervision.plan-review.received.v1"

    received_on: date
    submitter: str
    document: str = ""
    rulebook: str


class PlanPassed(PlanEvent):
    """The version passed, with or without demands."""

    TOPIC = "supervision.plan-review.passed.v1"

    opinion_no: str
    with_opinion: bool = False
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str


class PlanReturned(PlanEvent):
    """The version goes back to the inspected organisation."""

    TOPIC = "supervision.plan-review.returned.v1"

    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    verifier: str


class CheckEvent(Event):
    """What every event of an outer check names."""

    STREAM = "check"

    check: Ref
    finding: Ref
    case: Ref
    org: Ref
    signoff: int


class SignOffCheckOpened(CheckEvent):
    """The inspected organisation signed inside; the outer check is due.

    `involved` are the persons who requested and approved, `barred` those whose check of this finding was overturned: none
    of them may verify.
    """

    TOPIC = "supervision.signoff-check.opened.v1"

    involved: tuple[str, ...]
    barred: tuple[str, ...] = ()
    document: str = ""
    rulebook: str


class SignOffCheckPassed(CheckEvent):
    """The verifier confirmed the sign-off on the evidence."""

    TOPIC = "supervision.signoff-check.passed.v1"

    opinion_no: str = ""
    overall: str = ""
    verifier: str
    site_record: str = ""


class SignOffCheckFailed(CheckEvent):
    """The verifier found the rectification wanting."""

    TOPIC = "supervision.signoff-check.failed.v1"

    opinion_no: str = ""
    overall: str = ""
    shortcomings: str
    demands: tuple[str, ...] = ()
    defect: Defect
    verifier: str
    site_record: str = ""


class LookBackReopened(Event):
    """A look-back, spot check, petition or recurrence proved that a signed-off finding is not rectified."""

    TOPIC = "supervision.look-back.reopened.v1"
    STREAM = "look_back"

    look_back: Ref
    finding: Ref
    case: Ref
    org: Ref
    ground: Ground
    reason: str
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[str, ...]
    verifier: str


class AccountabilityProposed(Event):
    """False rectification: the matter is put forward for accountability; persons decide."""

    TOPIC = "supervision.accountability.proposed.v1"
    STREAM = "proposal"

    proposal: Ref
    finding: Ref
    case: Ref
    org: Ref
    grounds: str
    defect: Defect
