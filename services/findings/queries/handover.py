"""Questions about handovers and duty gaps."""

from collections.abc import Sequence
from datetime import date

from findings.events.handover import HandoverItem
from findings.events.parts import Part
from findings.events.words import PostKind
from findings.model import dates
from findings.model.case import Case
from findings.model.handover import Handover
from findings.model.organisation import Organisation
from findings.projections.handover import DUTY_GAPS, HANDOVERS
from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200


class GetHandover(Question):
    """One handover."""

    handover: Id


class DutyGapView(Part):
    """A finding of the leaver and how its gap ended; `end` is empty while it is open."""

    finding: str
    number: str
    end: str
    member: str


class HandoverAnswer(Answer):
    """One handover."""

    handover: str
    number: str
    case: str
    org: str
    leaver: str
    post: str
    state: str
    left_on: date
    due: date | None
    items: tuple[HandoverItem, ...]
    list_version: int
    digest: str
    gaps: tuple[DutyGapView, ...]
    preparer: str
    incoming: str
    outgoing_signer: str
    in_place: bool
    ground: str
    reason: str
    witness: str
    witness_body: str
    file_number: str
    document_sha256: str


class ListHandovers(Question):
    """Handovers in order of number."""

    case: str = ""
    org: str = ""
    state: str = ""
    leaver: str = ""
    due_before: date | None = None
    limit: int = 0


class HandoverLine(Part):
    """One handover in a list."""

    handover: str
    number: str
    case: str
    org: str
    leaver: str
    post: str
    state: str
    left_on: date
    due: date | None
    incoming: str
    items: int
    gaps: int


class HandoverList(Answer):
    """Handovers."""

    handovers: tuple[HandoverLine, ...]


class ListDutyGaps(Question):
    """Findings for which nobody answers in the place of somebody who left."""

    case: str = ""
    org: str = ""
    day: date | None = None
    limit: int = 0


class DutyGapLine(Part):
    """A finding with a duty gap, and the principal who holds it meanwhile."""

    finding: str
    number: str
    case: str
    org: str
    handover: str
    leaver: str
    since: date
    holder: str


class DutyGapList(Answer):
    """Findings with a duty gap."""

    gaps: tuple[DutyGapLine, ...]


def get_handover(question: GetHandover, rows: Rows, repo: Repository) -> HandoverAnswer:
    """One handover as it is, or was."""
    found = get(repo, Handover, question.handover)
    taken = found.model_dump(exclude={"id", "version", "last_effective", "rulebook", "gaps", "items", "state"})
    return HandoverAnswer(
        handover=found.id,
        state=found.state or "",
        items=found.items,
        gaps=tuple(
            DutyGapView(finding=gap.finding, number=gap.number, end=gap.end or "", member=gap.member)
            for gap in sorted(found.gaps.values(), key=lambda gap: gap.number)
        ),
        **taken,
    )


def list_handovers(question: ListHandovers, rows: Rows, repo: Repository) -> HandoverList:
    """Handovers in order of number."""
    columns = {"case_id": question.case, "org": question.org, "state": question.state, "leaver": question.leaver}
    where = [Where(column, "=", value) for column, value in columns.items() if value]
    if question.due_before is not None:
        where += [Where("due", "<", question.due_before.isoformat()), Where("due", "!=", "")]
    found = rows.page(HANDOVERS, where, [("number", "asc")], question.limit or PAGE)
    return HandoverList(handovers=tuple(_line(row) for row in found))


def list_duty_gaps(question: ListDutyGaps, rows: Rows, repo: Repository) -> DutyGapList:
    """Findings with a duty gap in order of number; who serves as principal now, or on the day asked for, holds them."""
    columns = {"case_id": question.case, "org": question.org}
    where = [Where(column, "=", value) for column, value in columns.items() if value]
    found = rows.page(DUTY_GAPS, where, [("number", "asc")], question.limit or PAGE)
    holders = {case: _holder(get(repo, Case, case), question.day, repo) for case in {row["case_id"] for row in found}}
    return DutyGapList(
        gaps=tuple(
            DutyGapLine(
                case=row["case_id"],
                holder=holders[row["case_id"]],
                **{name: row[name] for name in DutyGapLine.model_fields if name not in ("case", "holder")},
            )
            for row in found
        )
    )


def of_handover(question: GetHandover, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.handover]


def _holder(case: Case, day: date | None, repo: Repository) -> str:
    """Who serves as principal on the day; without one, who was appointed and has not left, an acting one last."""
    org = repo.find(Organisation, case.holder)
    if day is not None:
        serving = org.principal(day, dates.acting_days(case.rulebook))
    else:
        staying = [post for post in org.posts if post.post is PostKind.PRINCIPAL and post.until is None]
        serving = min(staying, key=lambda post: post.acting, default=None)
    return serving.person if serving else ""


def _line(row: Row) -> HandoverLine:
    fields = {name: row[name] for name in HandoverLine.model_fields if name not in ("case", "due")}
    return HandoverLine(**fields, case=row["case_id"], due=row["due"] or None)
