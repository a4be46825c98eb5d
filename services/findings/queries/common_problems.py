"""Questions about common problems."""

from collections.abc import Sequence
from datetime import date
from itertools import batched

from findings.events.parts import Part, State
from findings.events.registers import RuleChange
from findings.model.common_problems import CommonProblem, Department, analysis_due
from findings.projections.common_problems import DEPARTMENTS, PROBLEMS
from findings.projections.ledger import LEDGER
from kernel.aggregates import Repository, get
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows, Where

PAGE = 200
_AT_ONCE = 500


class GetCommonProblem(Question):
    """One common problem."""

    problem: Id


class ActionLine(Part):
    """Something a department does about it."""

    action: int
    kind: str
    title: str
    planned_on: date
    due: date | None
    adopted_on: date | None
    rule_changes: tuple[RuleChange, ...]
    result: str


class DepartmentLine(Part):
    """A department that was told."""

    department: str
    step: str
    notified_on: date
    reply_due: date | None
    acknowledged_on: date | None
    analysed_on: date | None
    late: bool
    target_passed: bool
    causes: str
    actions: tuple[ActionLine, ...]


class ProblemFindings(Part):
    """Findings of it in one state; they keep their own whatever becomes of the problem."""

    state: str
    findings: int


class CommonProblemAnswer(Answer):
    """One common problem; `former` is the work of departments before it recurred, newest last."""

    problem: str
    number: str
    office: str
    category: str
    state: str
    spread: str
    statement: str
    reason: str
    rulebook: str
    orgs: tuple[str, ...]
    rounds: tuple[str, ...]
    findings: tuple[str, ...]
    states: tuple[ProblemFindings, ...]
    open: int
    departments: tuple[DepartmentLine, ...]
    former: tuple[DepartmentLine, ...]
    effect: str
    assessment: str
    recurred: int
    closed_on: date | None
    why_zh: str
    why_en: str


class ListCommonProblems(Question):
    """Common problems in order of number; mere counts only when asked for."""

    office: str = ""
    state: str = ""
    department: str = ""
    counts: bool = False
    after: str = ""
    limit: int = 0


class CommonProblemLine(Part):
    """One common problem in a list."""

    problem: str
    number: str
    office: str
    category: str
    state: str
    spread: str
    statement: str
    orgs: int
    findings: int
    recurred: int
    confirmed_on: str
    closed_on: str


class CommonProblemList(Answer):
    """Common problems."""

    problems: tuple[CommonProblemLine, ...]


def get_common_problem(question: GetCommonProblem, rows: Rows, repo: Repository) -> CommonProblemAnswer:
    """One common problem as it is, or was, with what its findings are then."""
    found = get(repo, CommonProblem, question.problem)
    if found.state is None:
        raise NotFound(what=CommonProblem.CALLED, id=found.number)
    states = _states(tuple(found.findings), rows)
    first = next(iter(found.departments.values()), None)
    why = _why(found.rulebook, first)
    return CommonProblemAnswer(
        problem=found.id,
        **found.model_dump(include={"number", "office", "category", "state", "statement", "reason", "rulebook"}),
        **found.model_dump(include={"assessment", "recurred", "closed_on"}),
        spread=found.spread or "",
        orgs=found.org_ids,
        rounds=found.rounds,
        findings=tuple(sorted(found.findings)),
        states=tuple(ProblemFindings(state=state, findings=states[state]) for state in State if state in states),
        open=sum(count for state, count in states.items() if State(state).open),
        departments=tuple(_department(org, one) for org, one in found.departments.items()),
        former=tuple(_department(org, one) for before in found.former for org, one in before.items()),
        effect=found.effect or "",
        why_zh=why[0],
        why_en=why[1],
    )


def list_common_problems(question: ListCommonProblems, rows: Rows, repo: Repository) -> CommonProblemList:
    """Common problems in order of number."""
    where = [Where(column, "=", value) for column in ("office", "state") if (value := getattr(question, column))]
    if not question.counts and not question.state:
        where.append(Where("state", "!=", ""))
    where += [Where("number", ">", question.after)] if question.after else []
    limit = question.limit or PAGE
    if question.department:
        asked = rows.page(DEPARTMENTS, [Where("department", "=", question.department)], [("number", "asc")], limit)
        where.append(Where("problem", "in", [row["problem"] for row in asked] or [""]))
    found = rows.page(PROBLEMS, where, [("number", "asc")], limit)
    lines = ({name: row[name] for name in CommonProblemLine.model_fields} for row in found)
    return CommonProblemList(problems=tuple(CommonProblemLine(**line) for line in lines))


def of_problem(question: GetCommonProblem, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date: its own, and those of its findings."""
    return [question.problem, *repo.find(CommonProblem, question.problem).findings]


def _states(findings: Sequence[str], rows: Rows) -> dict[str, int]:
    counts: dict[str, int] = {}
    for some in batched(findings, _AT_ONCE):
        for row in rows.count(LEDGER, [Where("finding", "in", list(some))], ["state"]):
            counts[row["state"]] = counts.get(row["state"], 0) + row["count"]
    return counts


def _department(org: str, one: Department) -> DepartmentLine:
    said = one.model_dump(include=set(DepartmentLine.model_fields) - {"actions"})
    actions = tuple(
        ActionLine(
            **action.model_dump(),
        )
        for action in one.actions
    )
    return DepartmentLine(department=org, **said, actions=actions)


def _why(rulebook: str, first: Department | None) -> tuple[str, str]:
    """Why the analysis of the department that was told first is due when it is; nothing where a person stated the date."""
    if first is None or not rulebook or analysis_due(rulebook, first.notified_on)[0] != first.reply_due:
        return "", ""
    found = analysis_due(rulebook, first.notified_on)
    return (
        (f"按 {rulebook} {found[1]} 自通报之日起算", f"by {rulebook} {found[1]}, counted from the notification")
        if found[0]
        else ("", "")
    )
