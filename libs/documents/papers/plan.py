"""The rectification plan (整改方案) and the three lists (问题、任务、责任清单)."""

from typing import ClassVar, Literal

from documents.paper import Day, Endorsement, Paper, Part, Text, Texts

type Track = Literal["", "立行立改", "集中整改", "长期整改"]


class PlannedMeasure(Part):
    """A measure (整改措施)."""

    text: Text
    due: Day = ""
    unit: Text = ""


class Milestone(Part):
    """A phased goal (阶段目标)."""

    day: Day = ""
    goal: Text


class PlannedFinding(Part):
    """What the plan says of a finding: columns A to Q of the ledger."""

    number: Text
    category: Text = ""
    wording: Text = ""
    manifestation: Text = ""
    cause: Text = ""
    goal: Text = ""
    measures: tuple[PlannedMeasure, ...] = ()
    track: Track = ""
    unit: Text = ""
    supports: Texts = ()
    member: Text = ""
    handler: Text = ""
    sponsor: Text = ""
    due: Day = ""
    milestones: tuple[Milestone, ...] = ()
    criteria: Texts = ()


class LeadingBody(Part):
    """Who leads the rectification (R-04)."""

    name: Text = ""
    head: Text = ""
    deputies: Texts = ()
    members: Texts = ()
    office: Text = ""


class Phase(Part):
    """A step of the timetable."""

    name: Text
    since: Day = ""
    until: Day = ""
    tasks: Text = ""


class Plan(Paper):
    """The rectification plan of a case (R-03)."""

    TITLE: ClassVar[str] = "{org}关于{round}反馈意见的整改方案"

    kind: Literal["plan"] = "plan"
    version: int = 1
    state: Text = ""
    received_on: Day = ""
    aims: Text = ""
    leading_body: LeadingBody = LeadingBody()
    findings: tuple[PlannedFinding, ...] = ()
    phases: tuple[Phase, ...] = ()
    safeguards: Text = ""
    minutes: Text = ""
    endorsement: Endorsement = Endorsement()


class Lists(Paper):
    """The three lists of a case."""

    TITLE: ClassVar[str] = "{org}整改问题清单、任务清单、责任清单"

    kind: Literal["lists"] = "lists"
    findings: tuple[PlannedFinding, ...] = ()
