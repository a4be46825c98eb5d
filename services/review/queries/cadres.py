"""Questions about posts, talks, annual assessments and adjustments."""

from collections.abc import Sequence

from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from review.commands.adjustment import GetAdjustment, ListAdjustments
from review.commands.assessment import ListAssessments
from review.commands.leadership import ListAppointments, ListAppointmentTalks
from review.events.words import Part, TalkItem
from review.model.adjustment import Adjustment
from review.model.leadership import Leadership, leadership_id
from review.projections.cadres import ADJUSTMENTS, APPOINTMENTS, ASSESSMENTS, DECIDED, PROPOSED
from review.queries.allowed import INSPECTED, after, next_of, own, require, size


class AppointmentLine(Part):
    """One decision about a post."""

    decision: str
    org: str
    post: str
    person: str
    replaces: str
    removal: bool
    title: str
    acting: bool
    effective_on: str
    decision_no: str
    document: str
    state: str
    code: str
    en: str
    zh: str


class AppointmentList(Answer):
    """A page of them."""

    appointments: tuple[AppointmentLine, ...]
    next: str


class TalkView(Part):
    """One appointment talk."""

    talk: str
    person: str
    held_on: str
    place: str
    items: tuple[TalkItem, ...]
    cases: tuple[str, ...]
    speaker: str
    record_sha256: str


class TalkList(Answer):
    """The talks of one organisation."""

    org: str
    talks: tuple[TalkView, ...]


class AssessmentLine(Part):
    """What entered one year's assessment."""

    case: str
    org: str
    year: int
    grade: str
    text: str
    evaluation: str
    evaluation_grade: str
    score: int
    entered_on: str
    document: str
    author: str


class AssessmentList(Answer):
    """A page of them."""

    assessments: tuple[AssessmentLine, ...]
    next: str


class AdjustmentLine(Part):
    """One proposal."""

    proposal: str
    org: str
    case: str
    origin: str
    person: str
    state: str
    outcome: str
    measure: str
    decision_no: str
    proposed_on: str
    decided_on: str


class AdjustmentList(Answer):
    """A page of them."""

    adjustments: tuple[AdjustmentLine, ...]
    next: str


class AdjustmentView(Answer):
    """One proposal with its reasons."""

    adjustment: AdjustmentLine
    proposal_reason: str
    decision_reason: str
    document: str
    responses: tuple[str, ...]


def list_appointments(question: ListAppointments, rows: Rows, repo: Repository, *, asker: Asker) -> AppointmentList:
    """A page of decisions, the earliest in effect first."""
    where = [*own(asker), *_where(question, "org", "person", "post", "state")]
    limit = size(question.limit)
    page = rows.page(APPOINTMENTS, where, (("effective_on", "asc"),), limit, after(question.after))
    lines = (AppointmentLine(**{n: row[n] for n in AppointmentLine.model_fields}) for row in page)
    return AppointmentList(appointments=tuple(lines), next=next_of(page, limit, "effective_on", "decision"))


def list_talks(question: ListAppointmentTalks, rows: Rows, repo: Repository, *, asker: Asker) -> TalkList:
    """The talks of one organisation, in order."""
    require(asker, question.org, Leadership.CALLED, question.org)
    found = repo.find(Leadership, leadership_id(question.org))
    talks = (TalkView(held_on=talk.held_on.isoformat(), **talk.model_dump(exclude={"held_on"})) for talk in found.talks)
    return TalkList(org=question.org, talks=tuple(talks))


def list_assessments(question: ListAssessments, rows: Rows, repo: Repository, *, asker: Asker) -> AssessmentList:
    """A page of entries by year."""
    where = [*own(asker), *_where(question, "org", "year")]
    if question.case:
        where.append(Where("case_id", "=", question.case))
    limit = size(question.limit)
    last = after(question.after)
    page = rows.page(ASSESSMENTS, where, (("year", "asc"),), limit, (int(last[0]), last[1], int(last[0])) if last else None)
    same = [name for name in AssessmentLine.model_fields if name != "case"]
    lines = (AssessmentLine(case=row["case_id"], **{name: row[name] for name in same}) for row in page)
    return AssessmentList(assessments=tuple(lines), next=next_of(page, limit, "year", "case_id"))


def list_adjustments(question: ListAdjustments, rows: Rows, repo: Repository, *, asker: Asker) -> AdjustmentList:
    """A page of proposals; an inspected organisation sees its own once they are decided."""
    where = [*own(asker), *_where(question, "org", "state")]
    if question.case:
        where.append(Where("case_id", "=", question.case))
    if asker.role in INSPECTED:
        where.append(Where("state", "=", DECIDED))
    limit = size(question.limit)
    page = rows.page(ADJUSTMENTS, where, (("proposed_on", "asc"),), limit, after(question.after))
    return AdjustmentList(adjustments=tuple(map(_adjustment, page)), next=next_of(page, limit, "proposed_on", "proposal"))


def get_adjustment(question: GetAdjustment, rows: Rows, repo: Repository, *, asker: Asker) -> AdjustmentView:
    """One proposal with its reasons; inside the organisation concerned only its subject reads it, once it is decided."""
    found = get(repo, Adjustment, question.proposal)
    require(asker, found.org, Adjustment.CALLED, question.proposal)
    said = found.decided
    if asker.role in INSPECTED and (said is None or asker.person != found.person):
        raise NotFound(what=Adjustment.CALLED, id=question.proposal)
    line = AdjustmentLine(
        proposal=found.id,
        org=found.org,
        case=found.case or "",
        origin=found.origin,
        person=found.person or "",
        state=DECIDED if said else PROPOSED,
        outcome=said.outcome if said else "",
        measure=said.measure if said else "",
        decision_no=said.decision_no if said else "",
        proposed_on=str(found.proposed_on or ""),
        decided_on=str(said.decided_on) if said else "",
    )
    return AdjustmentView(
        adjustment=line,
        proposal_reason=found.reason,
        decision_reason=said.reason if said else "",
        document=said.document if said else "",
        responses=found.responses,
    )


def read_adjustment(question: GetAdjustment, answer: AdjustmentView) -> Sequence[str]:
    """Whose reasons were read (SOD-15)."""
    return [question.proposal]


def of_adjustment(question: GetAdjustment, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.proposal]


def of_leadership(question: ListAppointmentTalks, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [leadership_id(question.org)]


def _adjustment(row: Row) -> AdjustmentLine:
    return AdjustmentLine(case=row["case_id"], **{n: row[n] for n in AdjustmentLine.model_fields if n != "case"})


def _where(question: object, *columns: str) -> list[Where]:
    return [Where(column, "=", value) for column in columns if (value := getattr(question, column))]
