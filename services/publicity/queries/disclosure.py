"""Questions about disclosure notices: all of one for those who work on it, what is published for the others."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where
from publicity.events.parts import Channel, Difference, Figures, FindingResult, Part, Redaction, Scope
from publicity.model.case import CaseFile, file_id
from publicity.model.notice import Exemption, Notice, Version, View, notice_id
from publicity.projections.tables import CASES, NOTICES

PAGE = 200

# Who works on notices of their own organisation, or of the cases whose organ they are; nobody else sees a draft (SOD-06).
EVERYWHERE = ("auditor", "system")


class GetDisclosure(Question):
    """The notice of a case on one track."""

    case: Id
    scope: Scope


class NoticeVersion(Part):
    """One version; to those who do not work on it only the published document and its dates."""

    version: int
    state: str
    report_kind: str = ""
    report_version: int = 0
    report_sha256: str = ""
    basis: str = ""
    organisation: str = ""
    results: tuple[FindingResult, ...] = ()
    record: Figures | None = None
    figures: Figures | None = None
    next_steps: str = ""
    text: str = ""
    channels: tuple[Channel, ...] = ()
    digest: str = ""
    drafters: tuple[str, ...] = ()
    principal: str = ""
    reviewer: str = ""
    approver: str = ""
    approval_no: str = ""
    check: tuple[Difference, ...] = ()
    sent_back: str = ""
    exemptions: tuple[Exemption, ...] = ()
    published_on: date | None = None
    feedback_until: date | None = None
    medium: str = ""
    document: str = ""
    sha256: str = ""
    differences: tuple[Difference, ...] = ()
    differs: tuple[Difference, ...] = ()
    views: tuple[View, ...] = ()
    archive_no: str = ""
    withdrawn_on: date | None = None
    reason: str = ""
    decision_no: str = ""
    redaction: Redaction | None = None
    proof_sha256: str = ""


class NoticeAnswer(Answer):
    """One notice with its versions; `republish` says that the record has changed since."""

    notice: str
    case: str
    org: str
    number: str
    scope: str
    state: str
    published: int
    republish: bool
    versions: tuple[NoticeVersion, ...]


class ListDisclosures(Question):
    """Notices in order of case number and track."""

    case: str = ""
    org: str = ""
    scope: str = ""
    state: str = ""
    differs: bool | None = None
    limit: int = 0


class NoticeLine(Part):
    """One notice in a list."""

    notice: str
    case: str
    number: str
    org: str
    scope: str
    version: int
    state: str
    published: int
    published_on: date | None
    republish: bool


class NoticeList(Answer):
    """Notices."""

    notices: tuple[NoticeLine, ...]


def get_disclosure(question: GetDisclosure, rows: Rows, repo: Repository, *, asker: Asker) -> NoticeAnswer:
    """One notice as it is, or was."""
    found = get(repo, Notice, notice_id(question.case, question.scope), shown=f"{question.case} {question.scope}")
    file = repo.find(CaseFile, file_id(question.case))
    whole = works_on(asker, file.org, file.bodies.values())
    versions = tuple(_whole(one) if whole else _outside(one) for one in found.versions if whole or one.published_on)
    if not versions or (not whole and asker.role == "public" and found.scope is not Scope.PUBLIC):
        raise NotFound(what=Notice.CALLED, id=f"{question.case} {question.scope}")
    published = found.published
    return NoticeAnswer(
        notice=found.id,
        case=found.case,
        org=found.org,
        number=found.newest.content.number,
        scope=found.scope,
        state=versions[-1].state,
        published=published.version if published else 0,
        republish=bool(published and published.differs),
        versions=versions,
    )


def list_disclosures(question: ListDisclosures, rows: Rows, repo: Repository, *, asker: Asker) -> NoticeList:
    """Notices that the asker works on or that are published."""
    where = [Where(column, "=", value) for column in ("org", "scope", "state") if (value := getattr(question, column))]
    where += [Where("case_id", "=", question.case)] if question.case else []
    where += [Where("differs", "=", question.differs)] if question.differs is not None else []
    found = rows.page(NOTICES, where, [("number", "asc"), ("scope", "asc")], question.limit or PAGE)
    return NoticeList(notices=tuple(_line(row) for row in found if _shown(row, rows, asker)))


def of_disclosure(question: GetDisclosure, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [notice_id(question.case, question.scope), file_id(question.case)]


def works_on(asker: Asker, org: str, bodies: object) -> bool:
    """Whether somebody works on what is not published yet: the organisation itself, or an organ of the case."""
    inside = asker.org and (asker.org == org or asker.org in tuple(bodies))  # type: ignore[arg-type]  # any collection of ids
    return asker.role in EVERYWHERE or asker.role.startswith("service:") or bool(inside)


def _shown(row: Row, rows: Rows, asker: Asker) -> bool:
    case = rows.get(CASES, row["case_id"])
    if case is not None and works_on(asker, case["org"], case["bodies"]):
        return True
    return bool(row["published_version"]) and (asker.role != "public" or row["scope"] == Scope.PUBLIC)


def _line(row: Row) -> NoticeLine:
    names = ("notice", "number", "org", "scope", "version", "state")
    return NoticeLine(
        **{name: row[name] for name in names},
        case=row["case_id"],
        published=row["published_version"],
        published_on=row["published_on"] or None,
        republish=bool(row["differs"]),
    )


def _whole(version: Version) -> NoticeVersion:
    content = {name: value for name, value in version.content if name not in ("number", "org_name")}
    own = {name: value for name, value in version if name not in ("content", "proof", "policy")}
    return NoticeVersion(**content, **own)


def _outside(version: Version) -> NoticeVersion:
    names = (
        "version",
        "state",
        "published_on",
        "feedback_until",
        "medium",
        "sha256",
        "differences",
        "withdrawn_on",
        "reason",
        "proof_sha256",
    )
    shown = {name: getattr(version, name) for name in names}
    # What was taken back is provable by its hash; it is not shown any more.
    return NoticeVersion(**shown, document="" if version.withdrawn_on else version.document)
