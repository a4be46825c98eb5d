"""Questions about rounds and feedback."""

from collections.abc import Sequence
from datetime import date, datetime

from findings.events.parts import Part
from findings.events.words import Attendance, Bodies, CopyRecipient, SpecialCheck, TeamMandate
from findings.model.digest import text_digest
from findings.model.feedback import Feedback
from findings.model.round import Round
from findings.model.viewing import belongs, inspects
from findings.projections.rounds import FEEDBACK, PAPERS, ROUNDS
from kernel.aggregates import Repository, get
from kernel.context import Asker, named
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows, Where

PAGE = 200
ALL = 100_000


class GetRound(Question):
    """One round."""

    round: Id


class RoundOrganisation(Part):
    """One inspected organisation."""

    org: str
    code: str
    case: str
    received_on: date | None
    closed: bool
    papers: int


class RoundAnswer(Answer):
    """One round."""

    round: str
    code: str
    title: str
    kind: str
    mode: str
    state: str
    rulebook: str
    bodies: Bodies
    orgs: tuple[RoundOrganisation, ...]
    teams: tuple[TeamMandate, ...]


class ListRounds(Question):
    """Rounds in order of code."""

    state: str = ""
    after: str = ""
    limit: int = 0


class RoundLine(Part):
    """One round in a list."""

    round: str
    code: str
    title: str
    kind: str
    state: str
    orgs: int
    opened: int
    closed: int


class RoundList(Answer):
    """Rounds."""

    rounds: tuple[RoundLine, ...]


class ListWorkingPapers(Question):
    """The working papers of a round, or of one organisation in it."""

    round: Id
    org: str = ""


class WorkingPaperLine(Part):
    """A working paper by reference."""

    paper: str
    org: str
    number: str
    sha256: str
    filer: str
    filed_at: datetime


class WorkingPaperList(Answer):
    """Working papers by organisation and number."""

    papers: tuple[WorkingPaperLine, ...]


class GetFeedback(Question):
    """One feedback."""

    feedback: Id


class NumberedItem(Part):
    """A finding of the feedback."""

    number: str
    finding: str
    wording: str
    manifestation: str
    demand: str
    category: str
    special_check: str
    sha256: str
    supplement: int
    corrected: str


class SupplementLine(Part):
    """A supplement."""

    supplement: int
    state: str
    received_on: date | None
    reason: str


class FeedbackAnswer(Answer):
    """One feedback."""

    feedback: str
    round: str
    org: str
    state: str
    overall: str
    items: tuple[NumberedItem, ...]
    special_checks: tuple[SpecialCheck, ...]
    approval: str
    sha256: str
    meeting_on: date | None
    received_on: date | None
    signed_by: str
    attendance: tuple[Attendance, ...]
    missing: tuple[str, ...]
    copies: tuple[CopyRecipient, ...]
    supplements: tuple[SupplementLine, ...]
    last_effective: datetime | None
    imported: bool


class ListFeedback(Question):
    """Feedback in order of round and organisation."""

    round: str = ""
    org: str = ""
    state: str = ""
    limit: int = 0


class FeedbackLine(Part):
    """One feedback in a list."""

    feedback: str
    round: str
    org: str
    state: str
    findings: int
    meeting_on: date | None
    received_on: date | None


class FeedbackList(Answer):
    """Feedback."""

    feedback: tuple[FeedbackLine, ...]


def get_round(question: GetRound, rows: Rows, repo: Repository) -> RoundAnswer:
    """One round as it is, or was."""
    found = get(repo, Round, question.round)
    return RoundAnswer(
        round=found.id,
        code=found.code,
        title=found.title,
        kind=found.kind,
        mode=found.mode,
        state=found.state,
        rulebook=found.rulebook,
        bodies=found.organs,
        orgs=tuple(
            RoundOrganisation(org=org, code=o.code, case=o.case, received_on=o.received_on, closed=o.closed, papers=len(o.papers))
            for org, o in sorted(found.orgs.items(), key=lambda pair: pair[1].code)
        ),
        teams=found.teams,
    )


def list_rounds(question: ListRounds, rows: Rows, repo: Repository) -> RoundList:
    """Rounds in order of code."""
    where = [Where("state", "=", question.state)] if question.state else []
    after = (question.after, named("round", question.after)) if question.after else None
    found = rows.page(ROUNDS, where, [("code", "asc")], question.limit or PAGE, after)
    return RoundList(rounds=tuple(RoundLine(**{name: row[name] for name in RoundLine.model_fields}) for row in found))


def list_working_papers(question: ListWorkingPapers, rows: Rows, repo: Repository, *, asker: Asker) -> WorkingPaperList:
    """The working papers that the asker may see; to whom none is shown the round is as if it did not exist (SOD-06)."""
    found = repo.find(Round, question.round)
    orgs = [org for org in found.orgs if question.org in ("", org) and inspects(repo, found, org, asker)]
    if not orgs:
        raise NotFound(what=Round.CALLED, id=question.round)
    where = [Where("round", "=", found.id), Where("org", "in", orgs)]
    rows_found = rows.page(PAPERS, where, [("org", "asc"), ("number", "asc")], ALL)
    return WorkingPaperList(
        papers=tuple(WorkingPaperLine(**{n: row[n] for n in WorkingPaperLine.model_fields}) for row in rows_found)
    )


def read_papers(question: ListWorkingPapers, answer: WorkingPaperList) -> Sequence[str]:
    """What the reading is recorded as (SOD-15): the papers, or the round where there is none."""
    return [line.paper for line in answer.papers] or [question.round]


def get_feedback(question: GetFeedback, rows: Rows, repo: Repository) -> FeedbackAnswer:
    """One feedback as it is, or was; before its delivery it is as if it did not exist."""
    found = get(repo, Feedback, question.feedback)
    if found.meeting_on is None:
        raise none(question.feedback)
    return _whole(found)


def get_feedback_draft(question: GetFeedback, rows: Rows, repo: Repository, *, asker: Asker) -> FeedbackAnswer:
    """The same at any stage, for who inspects and approves; before approval its findings have no number (SOD-06)."""
    found = repo.find(Feedback, question.feedback)
    read_only = asker.role == "auditor" and not belongs(repo, found.org, asker)
    if not found.exists or not (read_only or inspects(repo, repo.find(Round, found.round), found.org, asker)):
        raise none(question.feedback)
    return _whole(found)


def none(feedback: str) -> NotFound:
    """What everybody hears to whom a feedback is not shown, whether or not there is one."""
    return NotFound(what=Feedback.CALLED, id=feedback)


def _whole(found: Feedback) -> FeedbackAnswer:
    corrected = {c.number: c.wording for s in found.supplements for c in s.corrections if s.received_on}
    numbered = found.numbered() or [("", "", item, 0) for item in found.items]
    return FeedbackAnswer(
        feedback=found.id,
        round=found.round,
        org=found.org,
        state=found.state or "",
        overall=found.overall,
        items=tuple(
            NumberedItem(
                number=number,
                finding=finding,
                wording=item.wording,
                manifestation=item.manifestation,
                demand=item.demand,
                category=item.category,
                special_check=item.special_check,
                sha256=text_digest(item.wording),
                supplement=no,
                corrected=corrected.get(number, ""),
            )
            for finding, number, item, no in numbered
        ),
        special_checks=found.special_checks,
        approval=found.approval,
        sha256=found.digest,
        meeting_on=found.meeting_on,
        received_on=found.received_on,
        signed_by=found.signer,
        attendance=found.attendance,
        missing=found.missing,
        copies=found.copies,
        supplements=tuple(
            SupplementLine(supplement=s.no, state=s.state, received_on=s.received_on, reason=s.reason) for s in found.supplements
        ),
        last_effective=found.last_effective,
        imported=found.imported,
    )


def list_feedback(question: ListFeedback, rows: Rows, repo: Repository) -> FeedbackList:
    """Feedback in order of round and organisation."""
    where = [Where(column, "=", value) for column in ("round", "org", "state") if (value := getattr(question, column))]
    found = rows.page(FEEDBACK, where, [("number", "asc")], question.limit or PAGE)
    lines = [{name: row[name] for name in FeedbackLine.model_fields} for row in found]
    return FeedbackList(
        feedback=tuple(
            FeedbackLine(**{**line, "meeting_on": line["meeting_on"] or None, "received_on": line["received_on"] or None})
            for line in lines
        )
    )


def of_round(question: GetRound, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.round]


def of_feedback(question: GetFeedback, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.feedback]
