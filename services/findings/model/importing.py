"""Importing a ledger: what each row is, and what follows; the dry run and the import decide by the same code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from findings.commands.delivered import LEDGER, Delivered, Fault, LedgerRow, fault
from findings.events.amendments import Change
from findings.events.finding import FindingDetailed
from findings.model import cells
from findings.model.feedback_info import Info, resolve
from findings.model.finding import Finding
from findings.model.ledger import Counts, Ledger, key_of_words
from findings.model.person import Person
from findings.refusals import ledger as wrong
from kernel.aggregates import Repository
from kernel.context import named
from kernel.messages import Changes

MAX_FINDINGS = 5000
MAX_TEXT = 900_000  # bytes of the feedback's words in one fact
_SILENT = frozenset("IO")  # an empty cell here says nothing: a date or track is never taken away by leaving it out


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row is: `new`, `same`, `amended` or `proposed-before`."""

    row: LedgerRow
    finding: str
    number: str
    outcome: str
    changes: tuple[Change, ...] = ()


@dataclass(slots=True)
class Import:
    """A file set against the record: everything wrong with it, and what each of its rows is."""

    delivered: Delivered
    info: Info
    ledger: Ledger
    faults: list[Fault]
    outcomes: list[Outcome] = field(default_factory=list)
    last: int = 0

    @property
    def known(self) -> bool:
        """Whether this very file was imported before."""
        return self.delivered.sha256 in self.ledger.files

    @property
    def fatal(self) -> list[Fault]:
        """What prevents the import."""
        return [found for found in self.faults if found.fatal]

    def count(self, *outcomes: str) -> int:
        """Rows of these outcomes."""
        return sum(outcome.outcome in outcomes for outcome in self.outcomes)

    def require_sound(self) -> None:
        """Nothing may be wrong.

        Raises:
            the refusal of the first fault, with all of them in its values.
        """
        if found := self.fatal:
            raise found[0].refusal(count=len(found), faults=" | ".join(f"[{f.code}] {f.refusal().text('en')}" for f in found[:50]))


def judge(delivered: Delivered, repo: Repository, today: date, register: bool) -> Import:
    """A file against the record; nothing is decided yet."""
    info = resolve(delivered, repo, today, register)
    ledger = repo.find(Ledger, named("ledger", info.case.id))
    judged = Import(delivered, info, ledger, [*delivered.faults, *info.faults], last=ledger.last)
    if not judged.known and not info.faults:
        _size(judged)
        (_fresh if info.fresh else _again)(judged, repo)
    return judged


def _size(judged: Import) -> None:
    rows = judged.delivered.rows
    size = sum(len((row.cells["D"] + row.cells.get("E", "")).encode()) + 220 for row in rows)
    if len(rows) > MAX_FINDINGS or size > MAX_TEXT:
        judged.faults.append(fault(wrong.CaseTooLarge, LEDGER, rows=len(rows), size=size, limit_rows=MAX_FINDINGS, limit=MAX_TEXT))


def _doubles(judged: Import) -> set[int]:
    """Rows that repeat a number, or without one repeat the words of another."""
    numbers: dict[str, int] = {}
    words: dict[tuple[str, str], int] = {}
    double = set()
    for row in judged.delivered.rows:
        known: dict[object, int] = numbers if row.number else words  # type: ignore[assignment]  # each holds its own keys
        key: object = row.number or row.key
        if key in known:
            double.add(row.row)
            kind, column = (wrong.NumberTwice, "问题编号") if row.number else (wrong.RowTwice, "反馈问题")
            judged.faults.append(fault(kind, LEDGER, row.row, column, shown=row.number, other=known[key]))
        known.setdefault(key, row.row)
    return double


# --- a case that is not on record yet --------------------------------------------------------------------------------


def _fresh(judged: Import, repo: Repository) -> None:
    info, double = judged.info, _doubles(judged)
    given = {row.number for row in judged.delivered.rows}
    for row in judged.delivered.rows:
        if row.row in double:
            continue
        number = row.number or _next(judged, given)
        finding = named("finding", number)
        known = repo.find(Finding, finding)
        if known.exists and (known.feedback or known.case != info.case.id):
            judged.faults.append(fault(wrong.NumberForeign, LEDGER, row.row, "问题编号", shown=number))
        judged.outcomes.append(Outcome(row, finding, number, "new"))


def _next(judged: Import, given: set[str]) -> str:
    """The next number that neither the file nor the case has: never one that was used."""
    while True:
        judged.last += 1
        number = f"{judged.info.round_code}-{judged.info.org_code}-{judged.last:02d}"
        if number not in given:
            return number


# --- a case that is ---------------------------------------------------------------------------------------------------


def _again(judged: Import, repo: Repository) -> None:
    info, double = judged.info, _doubles(judged)
    findings = {finding: repo.find(Finding, finding) for finding in info.case.findings}
    by_number = {found.number: found.id for found in findings.values()}
    nameless = [row for row in judged.delivered.rows if not row.number and row.row not in double]
    present = [(found.id, key_of_words(found.wording, found.manifestation)) for found in findings.values()]
    understood = judged.ledger.understood(nameless, present)
    for row in judged.delivered.rows:
        if row.row in double:
            continue
        finding = by_number.get(row.number) if row.number else understood.get(row.row)
        if finding is None:
            kind = wrong.NumberUnknown if row.number else wrong.RowNotDelivered
            judged.faults.append(fault(kind, LEDGER, row.row, "问题编号", shown=row.number, case=info.case.number))
        else:
            judged.outcomes.append(_compared(judged.ledger, findings[finding], row, repo))
    _silent_about(judged, {found.id: found.number for found in findings.values()})


def _compared(ledger: Ledger, found: Finding, row: LedgerRow, repo: Repository) -> Outcome:
    if ledger.unchanged(found.id, row):
        return Outcome(row, found.id, found.number, "same")
    wanted = wished(row)
    known = known_names(repo, found)
    changes = found.changes(wanted, known)
    if not changes:
        return Outcome(row, found.id, found.number, "same")
    outcome = "proposed-before" if found.proposed_before(wanted, known) else "amended"
    return Outcome(row, found.id, found.number, outcome, changes)


def wished(row: LedgerRow) -> dict[str, str]:
    """The cells of a row that say something; an empty cell takes nothing away."""
    return {letter: text for letter, text in row.cells.items() if text}


def known_names(repo: Repository, found: Finding) -> dict[str, str]:
    """Names of the persons whom the finding knows by id, by column letter."""
    by_id = {"L": found.member, "M": found.handler, "N": found.sponsor}
    return {column: repo.find(Person, person).name for column, person in by_id.items() if person}


def _silent_about(judged: Import, numbers: Mapping[str, str]) -> None:
    named_ones = {outcome.finding for outcome in judged.outcomes}
    if missing := sorted(number for finding, number in numbers.items() if finding not in named_ones):
        shown = "、".join(missing[:20]) + ("……" if len(missing) > 20 else "")
        told = fault(wrong.FindingsMissing, LEDGER, fatal=False, count=len(missing), case=judged.info.case.number, shown=shown)
        judged.faults.append(told)


# --- what follows -----------------------------------------------------------------------------------------------------


def amended(judged: Import, repo: Repository, importer: str) -> Changes:
    """Each edited row becomes a proposed amendment, for a person to accept or reject; without one, nothing happened."""
    if not judged.count("amended"):
        return []
    changes: Changes = []
    for outcome in judged.outcomes:
        if outcome.outcome == "amended":
            found = repo.find(Finding, outcome.finding)
            reason = f"{judged.delivered.name or '台账'} 第 {outcome.row.row} 行"
            changes += found.propose_amendment(
                wished(outcome.row), reason, judged.delivered.sha256, outcome.row.row, known_names(repo, found)
            )
    return [*changes, *kept(judged, importer)]


def kept(judged: Import, importer: str) -> Changes:
    """The file is known from now on."""
    counts = Counts(judged.count("new"), judged.count("amended"), judged.count("same", "proposed-before"), judged.last)
    rows = {outcome.finding: outcome.row for outcome in judged.outcomes}
    info = judged.info
    return judged.ledger.bring(info.case.id, info.org.id, judged.delivered, rows, counts, importer)


def detailed(judged: Import) -> Changes:
    """What the file says of the plan of findings that are registered by it: facts of a paper, no gate is passed."""
    return [_detail(outcome, judged) for outcome in judged.outcomes if any(outcome.row.cells.get(c) for c in "FGHIJKLMNOPQY")]


def _detail(outcome: Outcome, judged: Import) -> FindingDetailed:
    given: dict[str, object] = {}
    for letter, text in outcome.row.cells.items():
        if letter not in "CDE" and text:
            given |= cells.fields(letter, text)
    renamed = {"planned_measures": "measures", "planned_milestones": "milestones"}
    return FindingDetailed(
        finding=outcome.finding,
        case=judged.info.case.id,
        org=judged.info.org.id,
        source=judged.delivered.sha256,
        row=outcome.row.row,
        **{renamed.get(name, name): value for name, value in given.items()},
    )
