"""Questions about reports under review."""

from collections.abc import Sequence
from datetime import date

import rulebook
from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.report_reviews import GetReportReview, ListReportReviews
from supervision.events.report_review import Assistant
from supervision.model.report_review import ReportReview, Version, report_review_id
from supervision.projections.report_reviews import REVIEWS
from supervision.queries.insiders import reads_unissued
from supervision.queries.pages import following


class AssistingView(Answer):
    """One assisting body on a version.

    `state` is pending, given, late (given after its due date) or missing (the opinion was issued without it);
    `after_lead` warns that its due date falls after the lead's.
    """

    body: str
    rule_id: str
    state: str
    copied_on: date
    receipt: str = ""
    due: date | None
    after_lead: bool
    given_on: date | None = None
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    author: str = ""


class OpinionView(Answer):
    """The collated opinion on a version."""

    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    document: str
    issued_on: date
    late: bool
    missing: tuple[str, ...]
    missing_reason: str
    drafter: str
    verifier: str


class ReportVersionView(Answer):
    """One version under review."""

    version: int
    state: str
    received_on: date
    document: str
    lead_rule: str
    lead_due: date | None
    explanation_zh: str
    explanation_en: str
    assisting: tuple[AssistingView, ...]
    opinion: OpinionView | None
    acknowledged_on: date | None


class ReportReviewView(Answer):
    """The review of one report."""

    review: str
    case: str
    org: str
    report_kind: str
    special_check: str
    lead: str
    state: str
    first_received_on: date
    versions: tuple[ReportVersionView, ...]


class WaitView(Answer):
    """A body that is to speak, and by when; no date where its rule has none."""

    body: str
    due: date | None


class ReportReviewLine(Answer):
    """One review in a list, as its newest version stands."""

    review: str
    case: str
    org: str
    report_kind: str
    special_check: str
    version: int
    state: str
    received_on: str
    lead: str
    lead_due: str | None
    waiting: tuple[WaitView, ...]
    conclusion: str
    opinion_no: str


class ReportReviews(Answer):
    """A page of reviews."""

    reviews: tuple[ReportReviewLine, ...]
    next: str


def of_report_review(question: GetReportReview, repo: Repository) -> Sequence[str]:
    """What suffices to answer as of a date."""
    return [report_review_id(question.case, question.report_kind, question.special_check)]


def get_report_review(question: GetReportReview, rows: Rows, repo: Repository, *, asker: Asker) -> ReportReviewView:
    """All versions; what the assisting bodies wrote is for the bodies alone."""
    (known,) = of_report_review(question, repo)
    review = get(repo, ReportReview, known, what="报告审核 / report review", shown=question.case)
    open_ = reads_unissued(asker, review.org)
    versions = [review.versions[number] for number in sorted(review.versions)]
    return ReportReviewView(
        review=review.id,
        case=review.case,
        org=review.org,
        report_kind=review.report_kind,
        special_check=review.special_check,
        lead=review.lead,
        state=versions[-1].state,
        first_received_on=versions[0].received.received_on,
        versions=tuple(_version(known, open_) for known in versions),
    )


def list_report_reviews(question: ListReportReviews, rows: Rows, repo: Repository) -> ReportReviews:
    """A page of reviews in the order in which the reports came: which, waiting for whom, until when."""
    wanted = (("case_id", question.case), ("org", question.org), ("state", question.state))
    where = [Where(column, "=", value) for column, value in wanted if value]
    if question.waiting_for:
        where.append(Where("waiting", "contains", f"|{question.waiting_for}|"))
    if question.due_before:
        where.append(Where("next_due", "<", question.due_before.isoformat()))
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(REVIEWS, where, (("received_on", "asc"),), limit, after)
    return ReportReviews(reviews=tuple(_line(row) for row in page), next=following(page, limit, "received_on", "review"))


def _line(row: Row) -> ReportReviewLine:
    waiting = tuple(
        WaitView(body=wait["body"], due=date.fromisoformat(wait["due"]) if wait["due"] else None) for wait in row["waits"]
    )
    kept = {name: row[name] for name in ReportReviewLine.model_fields if name not in ("case", "waiting")}
    return ReportReviewLine(case=row["case_id"], waiting=waiting, **kept)


def _version(known: Version, open_: bool) -> ReportVersionView:
    received = known.received
    explained = _explained(received.rulebook, received.lead_rule, received.received_on)
    issued = known.issued
    return ReportVersionView(
        version=received.version,
        state=known.state,
        received_on=received.received_on,
        document=received.document,
        lead_rule=received.lead_rule,
        lead_due=received.lead_due,
        explanation_zh=explained[0],
        explanation_en=explained[1],
        assisting=tuple(_assisting(known, assistant, open_) for assistant in known.assistants.values()),
        opinion=OpinionView(**issued.model_dump(include=set(OpinionView.model_fields))) if issued else None,
        acknowledged_on=known.acknowledged.acknowledged_on if known.acknowledged else None,
    )


def _assisting(known: Version, assistant: Assistant, open_: bool) -> AssistingView:
    given, copy, lead_due = known.given.get(assistant.body), known.copies.get(assistant.body), known.received.lead_due
    state = "missing" if known.issued else "pending"
    words = {}
    if given is not None:
        state = "late" if given.late else "given"
        shown = {"given_on", "opinion_no", "overall", "shortcomings", "demands", "author"} if open_ else {"given_on"}
        words = given.model_dump(include=shown)
    return AssistingView(
        body=assistant.body,
        rule_id=assistant.rule,
        state=state,
        copied_on=assistant.copied_on,
        receipt=copy.receipt if copy else "",
        due=assistant.due,
        after_lead=assistant.due is not None and lead_due is not None and assistant.due > lead_due,
        **words,
    )


def _explained(book: str, rule: str, day: date) -> tuple[str, str]:
    rules = rulebook.preset(book)
    if not rule or rule not in rules or not rulebook.has_due_date(rules, rule):
        return "", ""
    explanation = rulebook.deadline(rules, rule, rulebook.Trigger(day)).explanation
    return explanation.text("zh"), explanation.text("en")
