"""Questions about leads; each answer shows what the asker may know, and to all others nothing is there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from kernel.aggregates import Repository
from kernel.context import Asker, named
from kernel.envelope import Flaw, Recorded
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where
from leads import events as told
from leads.model.lead import Lead
from leads.model.record import LeadState
from leads.model.sight import Duty, Viewer, none
from leads.projections import LEADS, REFERRALS
from leads.refusals import OnlyNow

PAGE = 200
ALL = 100_000

# What stands in the record for the whole register, so that a question answered with nothing leaves a trace too.
REGISTER = named("lead-register", "all")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GetLead(Question):
    """One lead: number, addressee, dates, status class."""

    lead: Id


class StayLine(_Part):
    """The time at an organ that it did not belong to."""

    addressee: str
    addressee_kind: str
    referred_on: date
    due: date
    returned_on: date
    days: int


class LeadLine(_Part):
    """One lead in a list."""

    lead: str
    number: str
    round: str
    addressee: str
    addressee_kind: str
    state: str
    status_class: str
    registered_on: str
    approved_on: str
    referred_on: str
    accepted_on: str
    due: str
    overdue: bool
    fed_back_on: str
    late: bool
    target_passed: bool
    closed_on: str
    elsewhere: int


class LeadAnswer(Answer):
    """One lead: number, addressee, dates, status class."""

    lead: str
    number: str
    round: str
    addressee: str
    addressee_kind: str
    state: str
    status_class: str
    status_on: date | None
    registered_on: date | None
    approval: str
    approved_on: date | None
    giver: str
    receiver: str
    referred_on: date | None
    accepted_on: date | None
    due: date | None
    first_due: date | None
    extensions: int
    rule_id: str
    rulebook: str
    inference: bool
    why_zh: str
    why_en: str
    overdue: bool
    fed_back_on: date | None
    late: bool
    target_passed: bool
    closed_on: date | None
    earlier: tuple[StayLine, ...]


class ReadLead(Question):
    """What a lead says."""

    lead: Id


class NoteLine(_Part):
    """Something said about its handling."""

    on: date
    what: str
    text: str


class LeadContent(Answer):
    """What a lead says, and what was said about its handling."""

    lead: str
    number: str
    person: str
    post: str
    unit: str
    source: str
    accepted_on: date | None
    summary: str
    attachments: tuple[str, ...]
    sealed: bool
    result: str
    decision_no: str
    notes: tuple[NoteLine, ...]


class ListLeads(Question):
    """Leads in order of number; `on` is the day that overdue and target passed are judged by, None means today."""

    round: str = ""
    addressee: str = ""
    number: str = ""
    state: str = ""
    status_class: str = ""
    overdue: bool = False
    target_passed: bool = False
    on: date | None = None
    after: str = ""
    limit: int = 0


class LeadList(Answer):
    """Leads, and the number to go on after, "" at the end."""

    leads: tuple[LeadLine, ...]
    next: str


class ListReferrals(Question):
    """The referral list of a round."""

    round: Id


class ReferralLine(_Part):
    """One handing over with its two signatures."""

    lead: str
    number: str
    addressee: str
    addressee_kind: str
    giver: str
    receiver: str
    referred_on: str
    due: str
    returned_on: str
    days: int


class ReferralList(Answer):
    """The referral list of a round (R-50)."""

    referrals: tuple[ReferralLine, ...]


class CountLeads(Question):
    """How many leads are how far; `on` as in `ListLeads`."""

    round: str = ""
    on: date | None = None


class LeadCount(_Part):
    """How many leads are in one state, and handled in one way."""

    state: str
    status_class: str
    count: int


class LeadCounts(Answer):
    """Leads by state and class, and how many are overdue, or have passed a target."""

    counts: tuple[LeadCount, ...]
    total: int
    overdue: int
    target_passed: int


def get_lead(question: GetLead, rows: Rows, repo: Repository, *, asker: Asker) -> LeadAnswer:
    """One lead as it is, or was, for whoever knows of it; with the reason of its date."""
    found = repo.find(Lead, question.lead)
    if not Viewer.asking(asker).knows(found):
        raise none(question.lead)
    limit = found.limit()
    same = found.model_dump(include=set(LeadAnswer.model_fields) & set(Lead.model_fields))
    return LeadAnswer(
        **same | {"status_class": found.status_class or ""},
        lead=found.id,
        why_zh=limit.explanation.text("zh") if limit else "",
        why_en=limit.explanation.text("en") if limit else "",
        overdue=found.overdue(asker.today),
        target_passed=found.target_passed(asker.today),
        earlier=tuple(StayLine(**stay.model_dump()) for stay in found.stays),
    )


def read_lead(question: ReadLead, rows: Rows, repo: Repository, *, asker: Asker) -> LeadContent:
    """What it says, for whoever may read it today."""
    found = repo.find(Lead, question.lead)
    if not Viewer.asking(asker).reads(found):
        raise none(question.lead)
    said = found.said
    return LeadContent(
        **said.model_dump(exclude={"sealed_to"}),
        lead=found.id,
        number=found.number,
        accepted_on=found.accepted_by_team_on,
        sealed=said.sealed,
        result=found.result,
        decision_no=found.decision_no,
        notes=tuple(NoteLine(**note.model_dump()) for note in found.notes),
    )


def list_leads(question: ListLeads, rows: Rows, repo: Repository, *, asker: Asker) -> LeadList:
    """Leads in order of number, those that the asker knows of."""
    mine, day = _known_to(asker), question.on or asker.today
    if mine is None:
        return LeadList(leads=(), next="")
    columns = ("round", "addressee", "number", "state", "status_class")
    where = [*mine, *(Where(column, "=", value) for column in columns if (value := getattr(question, column)))]
    if question.overdue:
        where += [Where("target", "=", False), Where("awaited", "!=", ""), Where("awaited", "<", day.isoformat())]
    if question.target_passed:
        where += [Where("target", "=", True), Where("awaited", "!=", ""), Where("awaited", "<", day.isoformat())]
    where += [Where("number", ">", question.after)] if question.after else []
    limit = question.limit or PAGE
    found = rows.page(LEADS, where, [("number", "asc")], limit)
    shown = tuple(_line(row, day) for row in found if _opened_by(asker, row, repo))
    return LeadList(leads=shown, next=found[-1]["number"] if len(found) == limit else "")


def list_referrals(question: ListReferrals, rows: Rows, repo: Repository, *, asker: Asker) -> ReferralList:
    """The referral list of a round, by number, for its office and leading group (R-50)."""
    mine = _known_to(asker) if asker.role in (Duty.OFFICE, Duty.LEADING_GROUP) else None
    if mine is None or not rows.page(LEADS, [*mine, Where("round", "=", question.round)], limit=1):
        return ReferralList(referrals=())
    found = rows.page(REFERRALS, [Where("round", "=", question.round)], [("number", "asc"), ("referred_on", "asc")], ALL)
    return ReferralList(referrals=tuple(ReferralLine(**{n: row[n] for n in ReferralLine.model_fields}) for row in found))


def count_leads(question: CountLeads, rows: Rows, repo: Repository, *, asker: Asker) -> LeadCounts:
    """How many of the leads that the asker knows of are how far; never by person."""
    mine, day = _known_to(asker), (question.on or asker.today).isoformat()
    if mine is None:
        return LeadCounts(counts=(), total=0, overdue=0, target_passed=0)
    where = [*mine, *([Where("round", "=", question.round)] if question.round else [])]
    found = [row for row in rows.page(LEADS, where, limit=ALL) if _opened_by(asker, row, repo)]
    counted = Counter((row["state"], row["status_class"]) for row in found)
    lines = tuple(LeadCount(state=state, status_class=handled, count=count) for (state, handled), count in sorted(counted.items()))
    awaited = Counter(bool(row["target"]) for row in found if "" < row["awaited"] < day)
    return LeadCounts(counts=lines, total=len(found), overdue=awaited[False], target_passed=awaited[True])


def of_lead(question: GetLead, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.lead]


def only_now(question: ReadLead, repo: Repository) -> Sequence[str]:
    """No events suffice: whoever read it once and may no longer must not read it by looking back.

    Raises:
        OnlyNow: always.
    """
    raise OnlyNow(field="meta.as_of")


def read_one(question: GetLead | ReadLead, answer: LeadAnswer | LeadContent) -> Sequence[str]:
    """What the reading of one lead is recorded as (SOD-15)."""
    return [answer.lead]


def read_some(question: Question, answer: LeadList | ReferralList | LeadCounts) -> Sequence[str]:
    """What the reading of a list is recorded as: its leads, or the register where it names none."""
    match answer:
        case LeadList():
            shown = [line.lead for line in answer.leads]
        case ReferralList():
            shown = [line.lead for line in answer.referrals]
        case LeadCounts():
            shown = []
    return shown or [REGISTER]


def duties_separate(rows: Rows, repo: Repository, events: Iterable[Recorded[Any]]) -> tuple[int, Sequence[Flaw]]:
    """I14: nobody approved what they registered, signed for both sides, or gave their own organ more time (SOD-13)."""
    registrants: dict[str, str] = {}
    checked, flaws = 0, []
    for recorded in events:
        match recorded.event:
            case told.LeadRegistered() as event:
                registrants[event.lead] = event.registrant
                continue
            case told.LeadApproved() as event:
                wrong = "approver and registrant are one person" if event.approver == registrants.get(event.lead) else ""
            case told.LeadHandedOver() as event:
                wrong = "one person signed for both sides" if event.giver == event.receiver else ""
            case told.LeadExtended() as event:
                wrong = "the addressee gave itself more time" if recorded.org == event.addressee else ""
            case _:
                continue
        checked += 1
        if wrong:
            flaws.append(Flaw(recorded.position, recorded.aggregate, "duties-not-separate", wrong))
    return checked, flaws


def _known_to(asker: Asker) -> list[Where] | None:
    """Which leads the asker knows of; None of none."""
    match asker.role:
        case Duty.OFFICE:
            return [Where("office", "=", asker.org)]
        case Duty.LEADING_GROUP:
            return [Where("leading_group", "=", asker.org)]
        case Duty.REGISTRANT:
            return [Where("registrant", "=", asker.person)]
        case Duty.CHANNEL:
            addressed = [state.value for state in LeadState if state.addressed]
            return [Where("addressee", "=", asker.org), Where("state", "in", addressed)]
        case _:
            return None


def _opened_by(asker: Asker, row: Row, repo: Repository) -> bool:
    """A sealed lead is there for one person of the channel only; who that is stands in no read model."""
    return asker.role != Duty.CHANNEL or Viewer.asking(asker).knows(repo.find(Lead, row["lead"]))


def _line(row: Row, day: date) -> LeadLine:
    taken = {name: row[name] for name in LeadLine.model_fields if name not in ("overdue", "target_passed")}
    past, target = "" < row["awaited"] < day.isoformat(), bool(row["target"])
    judged = {"overdue": past and not target, "target_passed": bool(row["after_target"]) or (past and target)}
    return LeadLine(**taken | {"late": bool(row["late"])} | judged)


def none_shown(table: str, row: Row) -> bool:
    """Not even that a lead changed is told to whoever compares the record of two dates (SOD-06)."""
    del table, row
    return False
