"""Opinions on reports: the assisting one on the progress report (R-39), the own one on the personnel check (R-43)."""

from datetime import date

from kernel.messages import Event, Id, Ref
from review.events.words import Conclusion


class OfReports(Event):
    """A fact about the reports of one case that the organization department gives opinions on."""

    STREAM = "opinions"

    opinions: Ref
    case: Ref
    org: Ref


class ReportReceived(OfReports):
    """A version was handed in: `kind` is progress, or special for the personnel check."""

    TOPIC = "review.report.received.v1"

    kind: str
    special_check: str = ""
    version: int
    received_on: date
    document: str = ""
    rulebook: str


class AssistingOpinionGiven(OfReports):
    """The opinion on the progress report went to the discipline organ; `due` is the last day of its 20."""

    TOPIC = "review.report.assisting-opinion-given.v1"

    report_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...] = ()
    given_on: date
    due: date | None = None
    late: bool = False
    verifier: Id


class CheckOpinionIssued(OfReports):
    """The written opinion on the report of the personnel check, in three parts, went to the inspected organisation."""

    TOPIC = "review.report.check-opinion-issued.v1"

    special_check: str
    version: int
    conclusion: Conclusion
    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    issued_on: date
    due: date | None = None
    late: bool = False
    verifier: Id


class CheckOpinionSettled(OfReports):
    """The report follows the opinion, or does not and why: `code` is empty when it does."""

    TOPIC = "review.report.check-opinion-settled.v1"

    special_check: str
    version: int
    code: str = ""
    en: str = ""
    zh: str = ""
