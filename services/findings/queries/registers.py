"""Questions about the registers of results."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from findings.events.parts import Part
from findings.model.case import Case
from findings.model.registers import EntryState, RegisterKind
from findings.projections.registers import ENTRIES, SUMS
from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200


class Entries(Question):
    """Entries of one register in order of case and number; those that no longer count only when asked for."""

    case: str = ""
    finding: str = ""
    org: str = ""
    withdrawn: bool = False
    limit: int = 0


class ListReforms(Entries):
    """Rules repealed, amended or adopted."""


class ListMoney(Entries):
    """Money recovered."""


class ListPeople(Entries):
    """People dealt with."""


class EntryLine(Part):
    """What every entry says."""

    case: str
    entry: int
    org: str
    finding: str
    day: date
    state: str
    reason: str


class ReformLine(EntryLine):
    """A rule repealed, amended or adopted."""

    action: str
    title: str
    document_sha256: str


class ReformList(Answer):
    """Rules repealed, amended or adopted."""

    reforms: tuple[ReformLine, ...]


class MoneyLine(EntryLine):
    """Money recovered, in fen."""

    kind: str
    fen: int
    evidence_sha256: str


class MoneyList(Answer):
    """Money recovered."""

    money: tuple[MoneyLine, ...]


class PeopleLine(EntryLine):
    """How many people were dealt with in one way."""

    measure: str
    people: int
    evidence_sha256: str


class PeopleList(Answer):
    """People dealt with."""

    people: tuple[PeopleLine, ...]


class GetResults(Question):
    """What one case brought."""

    case: Id


class ResultSum(Part):
    """How many entries of a register say this, and what they add up to: rules, fen or people."""

    register_name: str
    what: str
    entries: int
    amount: int


class FindingResults(Part):
    """What one finding brought."""

    finding: str
    number: str
    reforms: int
    fen: int
    people: int
    sums: tuple[ResultSum, ...]


class ResultsAnswer(Answer):
    """What one case brought, in all and by finding; entries of no finding are in the whole only."""

    case: str
    number: str
    reforms: int
    fen: int
    people: int
    sums: tuple[ResultSum, ...]
    findings: tuple[FindingResults, ...]


def list_reforms(question: ListReforms, rows: Rows, repo: Repository) -> ReformList:
    """Rules repealed, amended or adopted."""
    found = _entries(RegisterKind.REFORM, question, rows)
    return ReformList(
        reforms=tuple(
            ReformLine(**_shared(row), action=row["what"], title=row["title"], document_sha256=row["sha256"]) for row in found
        )
    )


def list_money(question: ListMoney, rows: Rows, repo: Repository) -> MoneyList:
    """Money recovered."""
    found = _entries(RegisterKind.MONEY, question, rows)
    return MoneyList(
        money=tuple(MoneyLine(**_shared(row), kind=row["what"], fen=row["amount"], evidence_sha256=row["sha256"]) for row in found)
    )


def list_people(question: ListPeople, rows: Rows, repo: Repository) -> PeopleList:
    """People dealt with."""
    found = _entries(RegisterKind.PEOPLE, question, rows)
    return PeopleList(
        people=tuple(
            PeopleLine(**_shared(row), measure=row["what"], people=row["amount"], evidence_sha256=row["sha256"]) for row in found
        )
    )


def get_results(question: GetResults, rows: Rows, repo: Repository) -> ResultsAnswer:
    """What one case brought, in all and by finding in order of number."""
    case = get(repo, Case, question.case)
    of: dict[str, list[Row]] = {}
    for row in _sums(case.id, rows):
        of.setdefault(row["finding"], []).append(row)
    numbers = {finding: case.findings[finding].number for finding in of if finding}
    return ResultsAnswer(
        case=case.id,
        number=case.number,
        **_totals(of.get("", [])),
        findings=tuple(
            FindingResults(finding=finding, number=number, **_totals(of[finding]))
            for finding, number in sorted(numbers.items(), key=lambda pair: pair[1])
        ),
    )


def of_results(question: GetResults, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.case, *(kind.of(question.case) for kind in RegisterKind)]


def _entries(kind: RegisterKind, question: Entries, rows: Rows) -> list[Row]:
    where = [Where("register", "=", kind.value)]
    where += [Where("case_id", "=", question.case)] if question.case else []
    where += [Where(column, "=", value) for column in ("finding", "org") if (value := getattr(question, column))]
    where += [] if question.withdrawn else [Where("state", "=", EntryState.RECORDED.value)]
    return rows.page(ENTRIES, where, [("case_id", "asc"), ("entry", "asc")], question.limit or PAGE)


def _shared(row: Row) -> dict[str, Any]:
    return {"case": row["case_id"], **{name: row[name] for name in EntryLine.model_fields if name != "case"}}


def _sums(case: str, rows: Rows) -> Iterator[Row]:
    """All sums of a case that are not zero, page by page."""
    after: list[Any] | None = None
    while page := rows.page(SUMS, [Where("case_id", "=", case)], [], PAGE, after):
        yield from (row for row in page if row["entries"])
        after = [page[-1][column] for column in SUMS.key]


def _totals(sums: Sequence[Row]) -> dict[str, Any]:
    def all_of(kind: RegisterKind) -> int:
        return sum(row["amount"] for row in sums if row["register"] == kind.value)

    return {
        "reforms": all_of(RegisterKind.REFORM),
        "fen": all_of(RegisterKind.MONEY),
        "people": all_of(RegisterKind.PEOPLE),
        "sums": tuple(
            ResultSum(register_name=row["register"], what=row["what"], entries=row["entries"], amount=row["amount"]) for row in sums
        ),
    }
