"""The sign-off form (销号审批表): criteria against evidence, and everybody's opinion."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text


class EvidenceFile(Part):
    """A file as it was when it was signed for; `sha256` is 64 hex digits."""

    no: int
    name: Text = ""
    version: int = 1
    sha256: Text = ""
    altered: bool = False


class CriterionProof(Part):
    """A sign-off criterion and the evidence that stands for it."""

    no: int
    text: Text
    evidence: tuple[EvidenceFile, ...] = ()


class ExtensionCheck(Part):
    """The search for similar problems (R-136)."""

    text: Text = ""
    found: int = 0
    fixed: int = 0


class Approval(Part):
    """What somebody answered."""

    name: Text = ""
    opinion: Text = ""
    on: Day = ""


class OuterCheck(Part):
    """The check from outside; empty when there was none."""

    body: Text = ""
    verifier: Text = ""
    number: Text = ""
    overall: Text = ""
    defect: Text = ""
    reason: Text = ""
    site_record: Text = ""
    on: Day = ""


class SignOffForm(Paper):
    """One attempt to sign a finding off; an overturned one says so."""

    TITLE: ClassVar[str] = "巡视整改问题销号审批表"

    kind: Literal["signoff"] = "signoff"
    finding: Text
    attempt: int = 1
    category: Text = ""
    track: Text = ""
    wording: Text = ""
    goal: Text = ""
    measures: tuple[Text, ...] = ()
    unit: Text = ""
    member: Text = ""
    handler: Text = ""
    due: Day = ""
    requester: Text = ""
    requested_on: Day = ""
    criteria: tuple[CriterionProof, ...] = ()
    extension: ExtensionCheck = ExtensionCheck()
    member_approval: Approval = Approval()
    principal_approval: Approval = Approval()
    outer: OuterCheck = OuterCheck()
    outcome: Text = ""
    signed_off_on: Day = ""
    overturned_on: Day = ""
    overturned_by: Text = ""
    digest: Text = ""
