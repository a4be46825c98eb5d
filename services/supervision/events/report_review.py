"""What happens in the review of a report of the concentrated phase: receipt, assisting opinions, the collated opinion."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from kernel.messages import Event, Id, Ref


class Conclusion(StrEnum):
    """What a collated opinion comes to."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_DEMANDS = "accepted_with_demands"
    RETURNED = "returned"


class Assistant(BaseModel):
    """A body that gives the lead reviewer its opinion.

    `body` is a role of the case (`team`, `org_dept`), `rule` the one that gives its clock ("" for none), `copied_on` the
    day of its own copy, not counted, `due` its last day (None when the rule has no date).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    body: str
    rule: str = ""
    copied_on: date
    due: date | None = None


class ReviewEvent(Event):
    """What every event of a report's review names."""

    STREAM = "review"

    review: Ref
    case: Ref
    org: Ref
    report_kind: str
    special_check: str = ""
    version: int


class ReportReceived(ReviewEvent):
    """A version arrived: the lead's clock runs from that day, each assisting body's from the day of its own copy.

    `lead` is the body that issues the opinion (`discipline`), `lead_rule` gives its clock, `lead_due` its last day;
    `first_on` the day of the very first submission, which alone decides whether the report was in time (R-07).
    """

    TOPIC = "supervision.report-review.received.v1"

    received_on: date
    first_on: date
    submitter: str
    document: str = ""
    rulebook: str
    lead: str
    lead_rule: str = ""
    lead_due: date | None = None
    assistants: tuple[Assistant, ...] = ()


class CopyReceived(ReviewEvent):
    """An assisting body got its copy on another day than that of the submission, as its own receipt proves."""

    TOPIC = "supervision.report-review.copy-received.v1"

    body: str
    rule: str
    former_on: date
    received_on: date
    former_due: date | None = None
    due: date | None = None
    receipt: str


class AssistingGiven(ReviewEvent):
    """An assisting body gave its opinion to the lead reviewer.

    `late`: after its due date; `after_issue`: too late to be collated.
    """

    TOPIC = "supervision.report-review.assisting-given.v1"

    body: str
    rule: str = ""
    given_on: date
    due: date | None = None
    late: bool
    after_issue: bool = False
    opinion_no: str = ""
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    author: Id


class AssistingKept(ReviewEvent):
    """An assisting opinion that arrived before the version it speaks of; it is taken up when that arrives."""

    TOPIC = "supervision.report-review.assisting-kept.v1"

    body: str
    given_on: date
    opinion_no: str = ""
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    author: Id


class AssistingNotApplied(ReviewEvent):
    """An opinion that nobody asked for, or a second one of the same body: kept with the reason, it changes nothing."""

    TOPIC = "supervision.report-review.assisting-not-applied.v1"

    body: str
    opinion_no: str = ""
    author: Id
    code: str
    en: str
    zh: str


class ReportOpinionIssued(ReviewEvent):
    """The written opinion in its three parts went to the inspected organisation (R-30, R-31).

    `missing` names the bodies whose opinion had not come, `missing_reason` why it was not waited for; `document` is the
    hash of the paper; `verifier` issued it, `drafter` wrote it.
    """

    TOPIC = "supervision.report-review.opinion-issued.v1"

    conclusion: Conclusion
    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    document: str
    issued_on: date
    due: date | None = None
    late: bool
    missing: tuple[str, ...] = ()
    missing_reason: str = ""
    drafter: Id
    verifier: Id


class OpinionAcknowledged(ReviewEvent):
    """The inspected organisation signed for the opinion."""

    TOPIC = "supervision.report-review.opinion-acknowledged.v1"

    acknowledged_on: date
    by: Id
