"""Questions about one finding: whole, its dates explained, who may verify it."""

from collections.abc import Sequence
from datetime import date, datetime

from findings.events.parts import Part, State
from findings.model import whose
from findings.model.amendments import NAMES
from findings.model.cells import BY_LETTER
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.model.plan import DRAFT, ENDORSED, RETURNED, SUBMITTED, WITHDRAWN, Plan
from findings.model.recusal import require_impartial, require_undeclared
from findings.model.round import Round
from findings.model.standing import Amendment, PassedState
from findings.queries.findings import FindingLine
from findings.queries.plan import CriterionLine, PlanItem, plan_item
from kernel.aggregates import Repository, get
from kernel.context import Asker, named
from kernel.errors import Refusal
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows
from rulebook import preset


class GetFinding(Question):
    """One finding, whole."""

    finding: Id


class FindingMeasure(Part):
    """A measure and how far it is."""

    no: int
    text: str
    due: date | None
    unit: str
    percent: int
    note: str
    reports: int
    done: bool
    result: str
    dropped: bool


class FindingMilestone(Part):
    """A phased goal and what became of it."""

    no: int
    day: date
    goal: str
    met: date | None
    missed: bool
    result: str


class EvidenceVersion(Part):
    """One version of a piece of evidence."""

    version: int
    name: str
    sha256: str
    size: int
    media_type: str
    reason: str


class EvidencePiece(Part):
    """A piece of evidence with all its versions."""

    no: int
    criteria: tuple[int, ...]
    measure: int
    versions: tuple[EvidenceVersion, ...]


class BoundEvidence(Part):
    """Evidence as it was when something was signed."""

    evidence: int
    version: int
    sha256: str


class SignOffProof(Part):
    """A criterion and the evidence that stood for it."""

    criterion: int
    evidence: tuple[BoundEvidence, ...]


class SignOffRecord(Part):
    """One attempt to sign off; an overturned one stays."""

    no: int
    outcome: str
    requester: str
    requested: datetime
    matrix: tuple[SignOffProof, ...]
    digest: str
    member: str | None
    principal: str | None
    route: str | None
    percent: int
    seed: str
    drawn: int
    verifier: str | None
    opinion_no: str
    overall: str
    reason: str
    defect: str
    signed_off: datetime | None
    overturned: datetime | None
    overturned_by: str
    altered: tuple[int, ...]


class ExtensionRecord(Part):
    """A request for a later date."""

    no: int
    outcome: str
    requester: str
    former: date
    wanted: date
    due: date | None
    reason: str
    answer: str


class CellChange(Part):
    """A cell that is to change, or changed."""

    column: str
    old: str
    new: str


class AmendmentRecord(Part):
    """A proposed amendment."""

    no: int
    outcome: str
    changes: tuple[CellChange, ...]
    reason: str
    source: str
    row: int
    answer: str


class NoticeRecord(Part):
    """The demand to rectify at once."""

    demand: str
    due: date
    served_to: str
    served: datetime
    confirmed: datetime | None
    result: str


class MissingGate(Part):
    """Something that is missing before sign-off can be asked for."""

    code: str
    en: str
    zh: str


class PlanVersionLine(Part):
    """What a version of the plan said of the finding."""

    version: int
    state: str
    item: PlanItem


class FindingAnswer(Answer):
    """One finding, whole."""

    line: FindingLine
    manifestation: str
    demand: str
    fed_back_on: date | None
    rulebook: str
    source: str
    about_principal: bool
    disclosure: str
    common_problem: str
    supports: tuple[str, ...]
    cause: str
    goal: str
    remark: str
    criteria: tuple[CriterionLine, ...]
    measures: tuple[FindingMeasure, ...]
    milestones: tuple[FindingMilestone, ...]
    planned_measures: tuple[str, ...]
    planned_milestones: tuple[str, ...]
    evidence: tuple[EvidencePiece, ...]
    extension_check: str
    similar_found: int
    similar_fixed: int
    signoffs: tuple[SignOffRecord, ...]
    extensions: tuple[ExtensionRecord, ...]
    amendments: tuple[AmendmentRecord, ...]
    notice: NoticeRecord | None
    phase_end: date | None
    plan_version: int
    plan_item: str
    missing: tuple[MissingGate, ...]
    move: str
    closing: str
    version: int
    plan_versions: tuple[PlanVersionLine, ...]
    states: tuple[PassedState, ...]


def of_finding(question: GetFinding, repo: Repository) -> Sequence[str]:
    """The events of the finding suffice to answer as of a date; the plan is read from the repository."""
    return [question.finding]


def get_finding(question: GetFinding, rows: Rows, repo: Repository, asker: Asker) -> FindingAnswer:
    """The finding as it stands, or stood; that others share it is not for the inspected organisation.

    Raises:
        NotFound.
    """
    found = whose.finding(repo, question.finding)
    plan = repo.find(Plan, named("plan", found.case))
    taken = {name: getattr(found, name) for name in FindingAnswer.model_fields if name in Finding.model_fields}
    lists = {
        "criteria": tuple(CriterionLine(**c.model_dump()) for c in found.criteria),
        "measures": tuple(FindingMeasure(**m.model_dump(exclude={"planned"})) for m in found.measures.values()),
        "milestones": tuple(FindingMilestone(**m.model_dump()) for m in found.milestones.values()),
        "evidence": tuple(EvidencePiece(**piece.model_dump()) for piece in found.evidence.values()),
        "signoffs": tuple(SignOffRecord(**signoff.model_dump()) for signoff in found.signoffs),
        "extensions": tuple(ExtensionRecord(**extension.model_dump()) for extension in found.extensions),
        "amendments": tuple(_amendment(amendment) for amendment in found.amendments),
        "notice": NoticeRecord(**found.notice.model_dump()) if found.notice else None,
    }
    check = found.extension_check
    searched = {
        "extension_check": f"{check.scope}：{check.note}" if check and check.note else check.scope if check else "",
        "similar_found": check.found if check else 0,
        "similar_fixed": check.fixed if check else 0,
    }
    return FindingAnswer(
        **taken | lists | searched | ({"common_problem": ""} if asker.role in whose.INSPECTED else {}),
        line=_line(found, repo),
        fed_back_on=found.fed_back,
        missing=tuple(MissingGate(code=gap.code, en=gap.en, zh=gap.zh) for gap in found.gaps()) if _open(found) else (),
        move=_move(found, plan),
        plan_versions=tuple(
            PlanVersionLine(version=version.no, state=version.state, item=plan_item(version.items[found.id]))
            for version in plan.versions
            if found.id in version.items
        ),
    )


def _open(found: Finding) -> bool:
    return found.state is not None and found.state.open


def _amendment(amendment: Amendment) -> AmendmentRecord:
    names = dict(amendment.names)
    changes = tuple(
        CellChange(column=BY_LETTER[c.column].header, old=c.old, new=names.get(c.column, c.new)) for c in amendment.changes
    )
    return AmendmentRecord(changes=changes, **amendment.model_dump(exclude={"changes", "names"}))


def _line(found: Finding, repo: Repository) -> FindingLine:
    """What a list says of it, from its own facts instead of the read model."""
    standing = [measure for measure in found.measures.values() if not measure.dropped]
    ahead = [stage.day for stage in found.milestones.values() if stage.met is None and not stage.missed]
    signed = found.signoffs[-1] if found.state is State.SIGNED_OFF else None
    plain = (
        "number",
        "case",
        "round",
        "org",
        "wording",
        "category",
        "special_check",
        "unit",
        "key",
        "listed",
        "reopened",
        "supplement",
    )
    return FindingLine(
        **{name: getattr(found, name) for name in plain},
        finding=found.id,
        case_number=f"{found.round_code}/{found.org_code}",
        holder=whose.holder(repo, found),
        state=found.state or "",
        track=found.track or "",
        severity=found.severity or "",
        member=found.member,
        handler=found.handler,
        sponsor=found.sponsor,
        **{f"{post}_name": _name(repo, getattr(found, post), getattr(found, f"{post}_name")) for post in _POSTS},
        received_on=_iso(found.received),
        due=_iso(found.due),
        first_due=_iso(found.first_due),
        overdue=_open(found) and found.due is not None and found.overdue == found.due,
        next_milestone=_iso(min(ahead, default=None)),
        missed=sum(stage.missed for stage in found.milestones.values()),
        percent=sum(measure.percent for measure in standing) // len(standing) if standing else 0,
        progress=found.progress,
        reported=_day_of(found.reported, found.rulebook),
        altered=signed is not None and bool(signed.altered),
        signed_off_on=_day_of(signed.signed_off if signed else None, found.rulebook),
        amendments=sum(amendment.outcome == "proposed" for amendment in found.amendments),
    )


_POSTS = tuple(name.removesuffix("_name") for name in NAMES.values())


def _name(repo: Repository, person: str, name: str) -> str:
    return repo.find(Person, person).name if person else name


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day_of(moment: datetime | None, rulebook: str) -> str:
    return moment.astimezone(preset(rulebook).zoneinfo).date().isoformat() if moment else ""


def _move(found: Finding, plan: Plan) -> str:
    """Whose move it is."""
    match found.state:
        case State.PLANNED:
            return {SUBMITTED: "reviewer", DRAFT: "handler", ENDORSED: "handler", RETURNED: "handler", WITHDRAWN: "handler"}.get(
                plan.versions[-1].state if plan.versions else DRAFT, "handler"
            )
        case State.IN_PROGRESS | State.CONTINUING if found.extensions and found.extensions[-1].outcome == "requested":
            return "dispatching"
        case State.SIGNOFF_REQUESTED:
            return "principal" if found.current.member else "member"
        case State.INNER_SIGNED:
            return "verifier"
        case State.SIGNED_OFF | State.CLOSED_NOT_APPLICABLE | None:
            return "nobody"
        case _:
            return "handler"


# --- who may verify --------------------------------------------------------------------------------------------------


class CheckVerifier(Question):
    """Whether a person may verify the sign-off of a finding."""

    finding: Id
    person: Id
    on: date | None = None


class VerifierAnswer(Answer):
    """Whether the person may, and if not, why."""

    allowed: bool
    code: str = ""
    en: str = ""
    zh: str = ""


def of_verifier(question: CheckVerifier, repo: Repository) -> Sequence[str]:
    """The events of the finding suffice to answer as of a date; posts are read from the repository."""
    return [question.finding]


def check_verifier(question: CheckVerifier, rows: Rows, repo: Repository) -> VerifierAnswer:
    """SOD-01 and SOD-02 as the register and the finding know them; without a day, as if posts that ended had ended last.

    Raises:
        NotFound.
    """
    found = whose.finding(repo, question.finding)
    try:
        found.may_verify(question.person)
        orgs = {found.org, whose.holder(repo, found)}
        require_undeclared(question.person, repo.find(Round, found.round), orgs, found.number)
        for org in sorted(orgs):
            known = get(repo, Organisation, org, what="org")
            require_impartial(question.person, known, found.rulebook, found.number, question.on or _latest(found))
    except Refusal as refusal:
        return VerifierAnswer(allowed=False, code=refusal.code, en=refusal.text("en"), zh=refusal.text("zh"))
    return VerifierAnswer(allowed=True)


def _latest(found: Finding) -> date:
    """The day of the finding's newest fact: a query knows no clock."""
    moment = found.last_effective
    return moment.astimezone(preset(found.rulebook).zoneinfo).date() if moment else date.min
