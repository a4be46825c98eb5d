"""Questions that supervision answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import rulebook
from kernel.aggregates import Repository, get
from kernel.envelope import Flaw
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision import commands
from supervision.events.obligation import ObligationOpened
from supervision.model.verdict import PlanReview, PlanVersion, review_id
from supervision.projections import CHECKS, OBLIGATIONS


class ObligationView(Answer):
    """One obligation as it stands."""

    obligation: str
    case: str
    org: str
    finding: str | None
    rule_id: str
    rulebook: str
    kind: str
    subject: str
    triggered_on: str
    due: str
    original_due: str
    provisional: bool
    state: str
    submitted_on: str | None
    missed: bool


class Obligations(Answer):
    """A page of obligations."""

    obligations: tuple[ObligationView, ...]
    next: str


class ObligationExplained(Answer):
    """One obligation and why its date is what it is."""

    obligation: ObligationView
    explanation_zh: str
    explanation_en: str
    inference: bool


class PlanVersionView(Answer):
    """One version of a plan and the opinion on it."""

    version: int
    received_on: date
    state: str
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()


class PlanReviewView(Answer):
    """All versions of a case's plan."""

    case: str
    org: str
    versions: tuple[PlanVersionView, ...]


class CheckView(Answer):
    """One outer check."""

    check: str
    finding: str
    case: str
    org: str
    signoff: int
    state: str
    opened_on: str
    verifier: str | None
    defect: str | None
    reason: str | None


class Checks(Answer):
    """A page of outer checks."""

    checks: tuple[CheckView, ...]
    next: str


def list_obligations(question: commands.ListObligations, rows: Rows, repo: Repository) -> Obligations:
    """A page of obligations, the earliest due first."""
    where = [
        Where(column, "=", value)
        for column, value in (
            ("case_id", question.case),
            ("org", question.org),
            ("rule_id", question.rule_id),
            ("state", question.state),
        )
        if value
    ]
    if question.due_before:
        where.append(Where("due", "<", question.due_before.isoformat()))
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(OBLIGATIONS, where, (("due", "asc"),), limit, after)
    return Obligations(obligations=tuple(_obligation(row) for row in page), next=_next(page, limit, "due", "obligation"))


def get_obligation(question: commands.GetObligation, rows: Rows, repo: Repository) -> ObligationExplained:
    """One obligation; the explanation is computed anew from rule, trigger and calendar."""
    row = rows.get(OBLIGATIONS, question.obligation)
    if row is None:
        raise NotFound(what="期限义务 / obligation", id=question.obligation)
    deadline = rulebook.deadline(
        rulebook.preset(row["rulebook"]), row["rule_id"], rulebook.Trigger(date.fromisoformat(row["triggered_on"]))
    )
    return ObligationExplained(
        obligation=_obligation(row),
        explanation_zh=deadline.explanation.text("zh"),
        explanation_en=deadline.explanation.text("en"),
        inference=deadline.inference,
    )


def get_plan_review(question: commands.GetPlanReview, rows: Rows, repo: Repository) -> PlanReviewView:
    """All versions and opinions of a case's plan."""
    review = get(repo, PlanReview, review_id(question.case), what="方案审核 / plan review", shown=question.case)
    return PlanReviewView(
        case=review.case,
        org=review.org,
        versions=tuple(_version(version) for version in review.versions),
    )


def list_signoff_checks(question: commands.ListSignOffChecks, rows: Rows, repo: Repository) -> Checks:
    """A page of outer checks."""
    where = [Where(c, "=", v) for c, v in (("case_id", question.case), ("state", question.state)) if v]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(CHECKS, where, (("opened_on", "asc"),), limit, after)
    views = (CheckView(check=row["check_id"], case=row["case_id"], **_rest(row)) for row in page)
    return Checks(checks=tuple(views), next=_next(page, limit, "opened_on", "check_id"))


def due_obligations(day: date, rows: Rows) -> Sequence[str]:
    """Ids of the obligations for which this day brings something."""
    found: list[str] = []
    after: list[Any] | None = None
    while True:
        page = rows.page(OBLIGATIONS, (Where("next_check", "<=", day.isoformat()),), (("next_check", "asc"),), 1000, after)
        found += (row["obligation"] for row in page)
        if len(page) < 1000:
            return found
        after = [page[-1]["next_check"], page[-1]["obligation"]]


def deadlines_recompute(rows: Rows, repo: Repository, events: Any) -> tuple[int, list[Flaw]]:
    """I23: every due date in the history follows from its rule, trigger and calendar."""
    checked, flaws = 0, []
    for recorded in events:
        event = recorded.event
        if not isinstance(event, ObligationOpened) or event.rule_id == "R-15":
            continue  # the date of a monthly return is computed and checked by the findings service
        checked += 1
        due = rulebook.deadline(rulebook.preset(event.rulebook), event.rule_id, rulebook.Trigger(event.triggered_on)).due
        if due != event.due:
            why = f"{event.rule_id} from {event.triggered_on} is due {due}, recorded was {event.due}"
            flaws.append(Flaw(recorded.position, recorded.aggregate, "deadline-differs", why))
    return checked, flaws


def _obligation(row: Row) -> ObligationView:
    return ObligationView(case=row["case_id"], **{n: row[n] for n in ObligationView.model_fields if n != "case"})


def _version(known: PlanVersion) -> PlanVersionView:
    opinion = known.opinion.model_dump(exclude={"plan_version"}) if known.opinion else {}
    return PlanVersionView(version=known.version, received_on=known.received_on, state=known.state, **opinion)


def _rest(row: Row) -> dict[str, Any]:
    return {n: row[n] for n in CheckView.model_fields if n not in ("check", "case")}


def _next(page: Sequence[Row], limit: int, *columns: str) -> str:
    return "|".join(str(page[-1][column]) for column in columns) if len(page) == limit else ""
