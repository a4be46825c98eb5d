"""What bodies may ask supervision to do."""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from kernel.messages import Command, Id, Question
from supervision.events.verdict import Defect, Ground

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Hash = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]


class PassPlan(Command):
    """The discipline organ passes a version of the plan (R-25, R-26)."""

    case: Id
    plan_version: int
    opinion_no: Text
    overall: Text
    shortcomings: str = ""
    demands: tuple[Text, ...] = ()


class ReturnPlan(Command):
    """The discipline organ returns a version of the plan with demands (R-25, R-26)."""

    case: Id
    plan_version: int
    opinion_no: Text
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[Text, ...] = ()


class PassSignOffCheck(Command):
    """The outer verifier confirms a sign-off."""

    finding: Id
    opinion_no: str = ""
    overall: str = ""
    site_record: Hash = ""


class FailSignOffCheck(Command):
    """The outer verifier rejects a sign-off, naming the defect."""

    finding: Id
    opinion_no: str = ""
    overall: str = ""
    shortcomings: Text
    demands: tuple[Text, ...] = ()
    defect: Defect
    site_record: Hash = ""


class ReopenByLookBack(Command):
    """A look-back, spot check, petition or recurrence reopens a signed-off finding (R-108, R-152)."""

    finding: Id
    ground: Ground
    reason: Text
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")], ...] = ()


class AcceptObligation(Command):
    """The verifier accepts what was submitted."""

    obligation: Id


class SendBackObligation(Command):
    """The verifier does not accept what was submitted."""

    obligation: Id
    reason: Text


class ExtendObligation(Command):
    """The dispatching side gives a new due date (SOD-13)."""

    obligation: Id
    due: date
    reason: Text


class WaiveObligation(Command):
    """The dispatching side releases the obligor (SOD-13)."""

    obligation: Id
    reason: Text


class ListObligations(Question):
    """Obligations by case, organisation, rule or state."""

    case: Id | None = None
    org: Id | None = None
    rule_id: str = ""
    state: str = ""
    due_before: date | None = None
    limit: int = 100
    after: str = ""


class GetObligation(Question):
    """One obligation with the explanation of its date."""

    obligation: Id


class GetPlanReview(Question):
    """All versions and opinions of a case's plan."""

    case: Id


class ListSignOffChecks(Question):
    """Outer checks that wait for a verdict, or all of a case."""

    case: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""
