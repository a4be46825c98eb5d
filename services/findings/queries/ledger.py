"""Questions about the ledger as a table of cells: whole, as one of the three lists, and what an import would do."""

from collections.abc import Mapping, Sequence
from datetime import date

from findings.commands.delivered import Delivered, Fault
from findings.events.parts import Part, State, Track
from findings.events.registers import PeopleMeasure, ReformAction
from findings.model import cells
from findings.model.amendments import NAMES
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.finding import Finding
from findings.model.importing import Outcome, judge
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.model.registers import EntryState, RegisterKind
from findings.projections.ledger import LEDGER
from findings.projections.register import PERSONS
from findings.projections.registers import ENTRIES, SUMS
from findings.queries.findings import names, persons, whose
from findings.queries.scope import own
from findings.refusals.queries import ScopeMissing
from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where
from rulebook import preset

_PAGE = 1000

# The three lists are views of the ledger (F-… practice): problems, tasks, responsibilities.
VIEWS: dict[str, str] = {
    "ledger": "ABCDEFGHIJKLMNOPQRSTUVWXY",
    "problems": "ABCDEF",
    "tasks": "BGHIOPQ",
    "responsibilities": "BJKLMN",
}
TITLES = {"ledger": "整改台账", "problems": "问题清单", "tasks": "任务清单", "responsibilities": "责任清单"}

_REFORMS = {ReformAction.ADOPT: "立", ReformAction.AMEND: "改", ReformAction.ABOLISH: "废"}
_MEASURES = {
    PeopleMeasure.TALK: "谈话",
    PeopleMeasure.ADMONITION: "诫勉",
    PeopleMeasure.POST_ADJUSTMENT: "岗位调整",
    PeopleMeasure.PARTY_DISCIPLINE: "党纪处分",
    PeopleMeasure.ADMINISTRATIVE_DISCIPLINE: "政务处分",
    PeopleMeasure.TRANSFERRED: "移送",
}


class GetLedger(Question):
    """The ledger of a case, round or organisation, or one of the three lists."""

    case: Id | None = None
    round: Id | None = None
    org: Id | None = None
    view: str = ""


class LedgerLine(Part):
    """A row, one text for each header."""

    cells: tuple[str, ...]


class LedgerTable(Answer):
    """The ledger as a table."""

    headers: tuple[str, ...]
    rows: tuple[LedgerLine, ...]


class ExportLedger(GetLedger):
    """The same as a workbook."""


class LedgerBook(Answer):
    """What a workbook is made of: entries of 反馈信息 (of one case), the columns' letters, the rows."""

    title: str
    name: str
    info: tuple[tuple[str, str], ...]
    letters: tuple[str, ...]
    rows: tuple[LedgerLine, ...]


def get_ledger(question: GetLedger, rows: Rows, repo: Repository, *, asker: Asker) -> LedgerTable:
    """Rows in order of number; people of an inspected organisation see their own organisation's.

    Raises:
        ScopeMissing: neither case, round nor organisation is named.
    """
    letters = VIEWS[question.view or "ledger"]
    headers = tuple(cells.BY_LETTER[letter].header for letter in letters)
    return LedgerTable(headers=headers, rows=_lines(_rows(question, own(asker, rows), rows), rows, letters))


def export_ledger(question: ExportLedger, rows: Rows, repo: Repository, *, asker: Asker) -> LedgerBook:
    """The same as a workbook's content.

    Raises:
        ScopeMissing: neither case, round nor organisation is named.
    """
    view = question.view or "ledger"
    found = _rows(question, own(asker, rows), rows)
    cases = {row["case_id"]: row["case_number"] for row in found}
    info = _info(next(iter(cases)), repo) if len(cases) == 1 else ()
    label = next(iter(cases.values())).replace("/", "-") if len(cases) == 1 else f"{len(cases)}"
    lines = _lines(found, rows, VIEWS[view])
    return LedgerBook(title=TITLES[view], name=f"{TITLES[view]}-{label}.xlsx", info=info, letters=tuple(VIEWS[view]), rows=lines)


def of_case(question: GetLedger, repo: Repository) -> Sequence[str] | None:
    """The events that suffice as of a date: the case, its findings and registers, the people and organisations named."""
    if not question.case:
        return None
    case = repo.find(Case, question.case)
    findings = [repo.find(Finding, entry) for entry in case.findings]
    people = {person for finding in findings for person in (finding.member, finding.handler, finding.sponsor)}
    people |= {signoff.verifier or "" for finding in findings for signoff in finding.signoffs}
    organisations = sorted({case.org, case.holder} - {""})
    return [case.id, *case.findings, *sorted(filter(None, people)), *organisations, *(kind.of(case.id) for kind in RegisterKind)]


def _rows(question: GetLedger, seen: Sequence[Where], rows: Rows) -> list[Row]:
    wanted = whose(question.round, question.org, question.case, rows)
    if not wanted:
        raise ScopeMissing
    wanted = [*wanted, *seen]
    found: list[Row] = []
    after: Sequence[str] | None = None
    while page := rows.page(LEDGER, wanted, [("number", "asc")], _PAGE, after):
        found += page
        after = [page[-1]["number"], page[-1]["finding"]]
    return found


def _lines(found: Sequence[Row], rows: Rows, letters: str) -> tuple[LedgerLine, ...]:
    known = persons(found, rows)
    texts = (_texts(n, row, rows, names(row, known)) for n, row in enumerate(found, 1))
    return tuple(LedgerLine(cells=tuple(text[letter] for letter in letters)) for text in texts)


def _texts(n: int, row: Row, rows: Rows, named: Mapping[str, str]) -> dict[str, str]:
    measures = [measure["text"] for measure in row["measures"] if not measure["dropped"]] or row["planned_measures"]
    stages = [f"{stage['day']} {stage['goal']}" for stage in row["milestones"]] or row["planned_milestones"]
    plain = {letter: row[cells.BY_LETTER[letter].field] for letter in "CDEFGJOY"}
    return (
        plain
        | {letter: named[name] for letter, name in NAMES.items()}
        | {
            "A": str(n),
            "B": row["number"],
            "H": cells.numbered(measures),
            "I": cells.TRACKS[Track(row["track"])] if row["track"] else "",
            "K": "、".join(row["supports"]),
            "P": cells.numbered(stages),
            "Q": cells.numbered(criterion["text"] for criterion in row["criteria"]),
            "R": f"{row['percent']}%；{row['progress']}" if row["progress"] else f"{row['percent']}%" if row["measures"] else "",
            "S": cells.STATES[State(row["state"])],
            "T": "\n".join(f"{piece['name']}（SHA-256 {piece['sha256']}）" for piece in row["evidence"]),
            "U": _reforms(row, rows),
            "V": _people(row, rows),
            "W": row["similar"],
            "X": _signed(row, rows),
        }
    )


def _reforms(row: Row, rows: Rows) -> str:
    known = [Where("register", "=", RegisterKind.REFORM.value), Where("finding", "=", row["finding"])]
    found = rows.page(ENTRIES, [*known, Where("state", "!=", EntryState.WITHDRAWN.value)], limit=_PAGE)
    return "\n".join(f"{_REFORMS[ReformAction(entry['what'])]}：{entry['title']}" for entry in found)


def _people(row: Row, rows: Rows) -> str:
    """Counts only: who was held to account stays with the discipline organ."""
    key = (row["case_id"], row["finding"], RegisterKind.PEOPLE.value)
    counted = {name: rows.get(SUMS, *key, measure.value) for measure, name in _MEASURES.items()}
    return "；".join(f"{name} {sums['amount']}" for name, sums in counted.items() if sums and sums["amount"])


def _signed(row: Row, rows: Rows) -> str:
    if not row["signed_off_on"]:
        return ""
    known = rows.get(PERSONS, row["verifier"] or row["principal"])
    return f"{row['signed_off_on']} {known['name'] if known else ''}".strip()


def _info(case_id: str, repo: Repository) -> tuple[tuple[str, str], ...]:
    """反馈信息 of a case, as an import reads it; nothing for findings that wait for their feedback."""
    case = repo.find(Case, case_id)
    if not case.exists:
        return ()
    org = repo.find(Organisation, case.org)
    signer = repo.find(Person, repo.find(Feedback, case.feedback).signer).name
    listed = {check.check: check.name.zh for check in preset(case.rulebook).settings.special_checks.value}
    name = org.names[-1].name
    return (
        ("轮次", case.round_code),
        ("层级", _LEVELS[org.level.value]),
        ("被巡视党组织", name if name == case.org_code else f"{name}（{case.org_code}）"),
        ("主要负责人", signer),
        ("反馈日期", case.feedback_date.isoformat()),
        ("签收日期", case.receipt_date.isoformat()),
        ("专项检查", "、".join(listed.get(check.check, check.check) for check in case.checks)),
        ("管理办法", case.rulebook),
    )


_LEVELS = {"centre": "中央", "province": "省", "city": "市", "county": "县", "township": "乡镇", "village": "村"}


# --- the dry run ------------------------------------------------------------------------------------------------------


class CheckLedger(Question):
    """What an import would do; `on` is the day on which it is asked, without which no date counts as future."""

    delivered: Delivered
    enter: bool = False
    on: date | None = None


class LedgerFault(Part):
    """Something wrong, or worth knowing, in a file."""

    sheet: str
    row: int
    column: str
    code: str
    zh: str
    en: str
    fatal: bool


class CellDifference(Part):
    """A cell that differs."""

    column: str
    old: str
    new: str


class LedgerOutcome(Part):
    """What an import would do with a row."""

    row: int
    number: str
    outcome: str
    changes: tuple[CellDifference, ...]


class LedgerCheck(Answer):
    """What an import would do."""

    ok: bool
    sha256: str
    round: str
    org: str
    fed_back_on: date | None
    received_on: date | None
    known: bool
    faults: tuple[LedgerFault, ...]
    outcomes: tuple[LedgerOutcome, ...]
    new: int
    amended: int
    same: int


def check_ledger(question: CheckLedger, rows: Rows, repo: Repository) -> LedgerCheck:
    """The very judgement of an import, without its facts."""
    judged = judge(question.delivered, repo, question.on or date.max, question.enter)
    ok = not judged.fatal
    return LedgerCheck(
        ok=ok,
        sha256=question.delivered.sha256,
        round=judged.info.round_code,
        org=judged.info.org_code,
        fed_back_on=judged.info.fed_back,
        received_on=judged.info.received,
        known=judged.known,
        faults=tuple(_fault(fault) for fault in judged.faults),
        outcomes=tuple(_outcome(outcome) for outcome in judged.outcomes) if ok else (),
        new=judged.count("new"),
        amended=judged.count("amended"),
        same=len(question.delivered.rows) if judged.known else judged.count("same", "proposed-before"),
    )


def _fault(fault: Fault) -> LedgerFault:
    refusal = fault.refusal()
    return LedgerFault(
        sheet=fault.sheet,
        row=fault.row,
        column=fault.column,
        code=fault.code,
        zh=f"{refusal.text('zh')}；{refusal.next_step('zh')}",
        en=f"{refusal.text('en')}; {refusal.next_step('en')}",
        fatal=fault.fatal,
    )


def _outcome(outcome: Outcome) -> LedgerOutcome:
    named = {letter: outcome.row.cells.get(letter, "") for letter in NAMES}
    changes = tuple(
        CellDifference(column=cells.BY_LETTER[c.column].header, old=c.old, new=named.get(c.column, c.new) or c.new)
        for c in outcome.changes
    )
    return LedgerOutcome(row=outcome.row.row, number=outcome.number, outcome=outcome.outcome, changes=changes)
