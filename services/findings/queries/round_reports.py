"""Questions about reports on a round: the figures now, and those that were reported."""

from collections.abc import Sequence
from datetime import date

from findings.events.letters import Adoption, LetterKind
from findings.events.parts import Part, State
from findings.events.round_reports import (
    Laggard,
    LeadClass,
    LeadStage,
    LeadTotals,
    LetterTotals,
    Rectification,
    ReportedProblem,
    RoundFigures,
)
from findings.model.letters import LetterState
from findings.model.returns import Timeliness
from findings.model.round import Round
from findings.model.round_reports import RoundReport, figures_digest
from findings.projections.cases import CASES
from findings.projections.common_problems import PROBLEM_ROUNDS, PROBLEMS
from findings.projections.filings import RETURNS
from findings.projections.ledger import LEDGER
from findings.projections.letters import LETTERS
from findings.projections.round_reports import LEAD_TALLIES, ROUND_REPORTS
from findings.queries.statistics import completion_rate
from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200
# A report names this many laggards and problems, the worst first; their numbers are whole.
NAMED = 50
_MANY = 100_000


class GetRoundFigures(Question):
    """The figures of a round as they stand."""

    round: Id


class RoundFiguresAnswer(Answer):
    """The figures of a round as they stand, or stood."""

    round: str
    code: str
    figures: RoundFigures


class GetRoundReport(Question):
    """One report."""

    round_report: Id


class BodyLine(Part):
    """A body to which a round is reported."""

    body: str
    org: str
    received_on: date | None


class RoundReportAnswer(Answer):
    """One report; `intact` says that its digest is the one of its figures."""

    round_report: str
    number: str
    round: str
    office: str
    figures: RoundFigures
    digest: str
    intact: bool
    document_sha256: str
    submitted_on: date | None
    rulebook: str
    bodies: tuple[BodyLine, ...]


class ListRoundReports(Question):
    """Reports in order of number."""

    round: str = ""
    after: str = ""
    limit: int = 0


class RoundReportLine(Part):
    """One report."""

    round_report: str
    number: str
    round: str
    office: str
    digest: str
    submitted_on: date
    received: int


class RoundReports(Answer):
    """Reports."""

    reports: tuple[RoundReportLine, ...]


def get_round_figures(question: GetRoundFigures, rows: Rows, repo: Repository) -> RoundFiguresAnswer:
    """(a) rectification, (b) leads by totals only, (c) letters and suggestions, and the common problems of the round (R-57)."""
    found = get(repo, Round, question.round)
    figures = RoundFigures(
        rectification=_rectification(found, rows),
        leads=lead_totals(found.id, rows),
        letters=tuple(_letters(found.id, kind, rows) for kind in LetterKind),
        problems=_problems(found.id, rows),
    )
    return RoundFiguresAnswer(round=found.id, code=found.code, figures=figures)


def get_round_report(question: GetRoundReport, rows: Rows, repo: Repository) -> RoundReportAnswer:
    """One report as it was submitted."""
    found = get(repo, RoundReport, question.round_report)
    if found.figures is None:
        raise ValueError(f"round report {found.id} was never submitted")
    same = found.model_dump(include={"number", "round", "office", "digest", "document_sha256", "submitted_on", "rulebook"})
    bodies = tuple(BodyLine(body=body, org=org, received_on=found.received.get(body)) for body, org in found.bodies.items())
    intact = figures_digest(found.number, found.round, found.figures) == found.digest
    return RoundReportAnswer(round_report=found.id, **same, figures=found.figures, intact=intact, bodies=bodies)


def list_round_reports(question: ListRoundReports, rows: Rows, repo: Repository) -> RoundReports:
    """Reports in order of number."""
    where = [Where("round", "=", question.round)] if question.round else []
    where += [Where("number", ">", question.after)] if question.after else []
    found = rows.page(ROUND_REPORTS, where, [("number", "asc")], question.limit or PAGE)
    return RoundReports(reports=tuple(RoundReportLine(**row) for row in found))


def of_round_report(question: GetRoundReport, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.round_report]


def _rectification(found: Round, rows: Rows) -> Rectification:
    mine = Where("round", "=", found.id)
    states = {row["state"]: row["count"] for row in rows.count(LEDGER, [mine], ["state"])}
    cases = rows.page(CASES, [mine], limit=_MANY)
    returns = _returns([row["case_id"] for row in cases], rows)
    laggards = sorted(_laggards(cases, returns, mine, rows), key=lambda one: (-one.overdue, -one.returns_missing, one.number))
    findings, signed_off = sum(states.values()), states.get(State.SIGNED_OFF.value, 0)
    return Rectification(
        orgs=len(found.orgs),
        cases=len(cases),
        closed=sum(row["state"] == "CLOSED" for row in cases),
        findings=findings,
        signed_off=signed_off,
        not_applicable=states.get(State.CLOSED_NOT_APPLICABLE.value, 0),
        open=_count(rows, mine, Where("open", "=", True)),
        continuing=_count(rows, mine, Where("continuing", "=", True)),
        reopened=_count(rows, mine, Where("reopened", ">", 0)),
        overdue=_count(rows, mine, Where("overdue", "=", True)),
        completion_rate=completion_rate(signed_off, findings),
        returns=sum(sum(by.values()) for by in returns.values()),
        returns_late=sum(by.get(Timeliness.FILED_LATE.value, 0) for by in returns.values()),
        returns_missing=sum(by.get(Timeliness.MISSING.value, 0) for by in returns.values()),
        lagging=len(laggards),
        laggards=tuple(laggards[:NAMED]),
    )


def _count(rows: Rows, *where: Where) -> int:
    return int(rows.count(LEDGER, where)[0]["count"])


def _returns(cases: Sequence[str], rows: Rows) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for case in cases:
        for row in rows.count(RETURNS, [Where("case_id", "=", case)], ["timeliness"]):
            found.setdefault(case, {})[row["timeliness"]] = row["count"]
    return found


def _laggards(cases: Sequence[Row], returns: dict[str, dict[str, int]], mine: Where, rows: Rows) -> list[Laggard]:
    late = {row["case_id"]: row["count"] for row in rows.count(LEDGER, [mine, Where("overdue", "=", True)], ["case_id"])}
    remaining = {row["case_id"]: row["count"] for row in rows.count(LEDGER, [mine, Where("open", "=", True)], ["case_id"])}
    found = []
    for row in cases:
        case = row["case_id"]
        overdue, missing = late.get(case, 0), returns.get(case, {}).get(Timeliness.MISSING.value, 0)
        if overdue or missing:
            behind = {"open": remaining.get(case, 0), "overdue": overdue, "returns_missing": missing}
            found.append(Laggard(case=case, number=row["number"], org=row["holder"], **behind))
    return found


def lead_totals(inspected: str, rows: Rows) -> LeadTotals:
    """Every lead counts as referred; the other figures say where it is now."""
    mine = Where("round", "=", inspected)
    stages = {row["stage"]: row["count"] for row in rows.count(LEAD_TALLIES, [mine], ["stage"])}
    classes = rows.count(LEAD_TALLIES, [mine, Where("status_class", "!=", "")], ["status_class"])
    late, passed = (rows.count(LEAD_TALLIES, [mine, Where(how, "=", True)])[0]["count"] for how in ("late", "target_passed"))
    return LeadTotals(
        referred=sum(stages.values()),
        accepted=stages.get(LeadStage.ACCEPTED.value, 0),
        misdirected=stages.get(LeadStage.MISDIRECTED.value, 0),
        in_handling=stages.get(LeadStage.IN_HANDLING.value, 0),
        fed_back=stages.get(LeadStage.FED_BACK.value, 0),
        closed=stages.get(LeadStage.CLOSED.value, 0),
        late=late,
        target_passed=passed,
        classes=tuple(
            LeadClass(status_class=row["status_class"], leads=row["count"])
            for row in sorted(classes, key=lambda row: str(row["status_class"]))
        ),
    )


def _letters(inspected: str, kind: LetterKind, rows: Rows) -> LetterTotals:
    sent = [Where("round", "=", inspected), Where("kind", "=", kind.value), Where("sent_on", "!=", "")]
    asked: dict[str, list[Where]] = {
        "sent": [],
        "overdue": [Where("overdue", "=", True), Where("replied_on", "=", "")],
        "replied": [Where("replied_on", "!=", "")],
        "late": [Where("late", "=", True)],
        "target_passed": [Where("target_passed", "=", True)],
        "adopted": [Where("adoption", "=", Adoption.ADOPTED.value)],
        "partly": [Where("adoption", "=", Adoption.PARTLY.value)],
        "not_adopted": [Where("adoption", "=", Adoption.NOT_ADOPTED.value)],
        "implemented": [Where("state", "in", [LetterState.IMPLEMENTED.value, LetterState.CLOSED.value])],
        "closed": [Where("state", "=", LetterState.CLOSED.value)],
    }
    # A letter that was not adopted is closed without having been implemented.
    asked["implemented"].append(Where("adoption", "!=", Adoption.NOT_ADOPTED.value))
    counts = {name: int(rows.count(LETTERS, [*sent, *where])[0]["count"]) for name, where in asked.items()}
    return LetterTotals(kind=kind.value, **counts)


def _problems(inspected: str, rows: Rows) -> tuple[ReportedProblem, ...]:
    here = rows.page(PROBLEM_ROUNDS, [Where("round", "=", inspected)], limit=_MANY)
    known = [row for one in here if (row := rows.get(PROBLEMS, one["problem"])) is not None and row["state"]]
    worst = sorted(known, key=lambda row: (-row["orgs"], row["number"]))[:NAMED]
    return tuple(ReportedProblem(**{name: row[name] for name in ReportedProblem.model_fields}) for row in worst)


def not_of_leads(table: str, row: Row) -> bool:
    """Whether a row of a read model is none about leads: what anybody who compares the record of two dates may see."""
    del row
    return table != LEAD_TALLIES.name
