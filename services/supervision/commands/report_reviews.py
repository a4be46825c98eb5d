"""Wishes about reports under review and about demands."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Sha256, Text
from supervision.events.report_review import Conclusion


class AssistReportReview(Command):
    """The team gives the lead reviewer its opinion on a report (R-52); version 0 means the newest."""

    case: Id
    report_kind: str
    special_check: str = ""
    report_version: int = 0
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()


class RecordReportCopy(Command):
    """The lead reviewer records when an assisting body got its copy, by that body's receipt."""

    case: Id
    report_kind: str
    special_check: str = ""
    report_version: int = 0
    body: str
    received_on: date
    receipt: Sha256


class IssueReportOpinion(Command):
    """The lead reviewer issues the collated written opinion (R-30, R-31); `drafter` None: the one who issues it wrote it."""

    case: Id
    report_kind: str
    special_check: str = ""
    report_version: int = 0
    conclusion: Conclusion
    opinion_no: Text
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    document: Sha256
    drafter: Id | None = None
    missing_reason: str = ""


class AcknowledgeReportOpinion(Command):
    """The inspected organisation signs for the opinion."""

    case: Id
    report_kind: str
    special_check: str = ""
    report_version: int = 0


class AnswerDemand(Command):
    """The inspected organisation answers a demand."""

    demand: Id
    note: str = ""
    evidence: tuple[Sha256, ...] = ()


class CloseDemand(Command):
    """The organ that made the demand is satisfied."""

    demand: Id
    note: str = ""


class GetReportReview(Question):
    """The review of one report with all its versions."""

    case: Id
    report_kind: str
    special_check: str = ""


class ListReportReviews(Question):
    """Reviews: of a case or organisation, waiting for a body, with something due before a day."""

    case: Id | None = None
    org: Id | None = None
    state: str = ""
    waiting_for: str = ""
    due_before: date | None = None
    limit: int = 100
    after: str = ""


class ListDemands(Question):
    """Demands of a case or organisation, in a state."""

    case: Id | None = None
    org: Id | None = None
    source: str = ""
    state: str = ""
    limit: int = 100
    after: str = ""
