"""Read models of common problems: how far each is, and how far each department that was told."""

from typing import Any

from findings.events import common_problems as told
from findings.events.common_problems import OfProblem, ProblemState
from kernel.envelope import Recorded
from kernel.tables import Rows, Table, Where

# A row without a state is a mere count of findings of a category.
PROBLEMS = Table(
    "common_problems",
    ("problem",),
    {
        "problem": "text",
        "number": "text",
        "office": "text",
        "category": "text",
        "state": "text",
        "spread": "text",
        "statement": "text",
        "orgs": "int",
        "findings": "int",
        "recurred": "int",
        "confirmed_on": "text",
        "closed_on": "text",
    },
    indexes=(("number",), ("office", "number"), ("state", "number")),
)

DEPARTMENTS = Table(
    "common_problem_departments",
    ("problem", "department"),
    {
        "problem": "text",
        "number": "text",
        "department": "text",
        "step": "text",
        "notified_on": "text",
        "reply_due": "text",
        "acknowledged_on": "text",
        "analysed_on": "text",
        "late": "bool",
        "open": "int",
    },
    indexes=(("department", "number"),),
)

# How many findings of it each round brought.
PROBLEM_ROUNDS = Table(
    "common_problem_rounds",
    ("problem", "round"),
    {"problem": "text", "round": "text", "findings": "int"},
    indexes=(("round",),),
)

TABLES = (PROBLEMS, DEPARTMENTS, PROBLEM_ROUNDS)

_STEPS = (ProblemState.NOTIFIED, ProblemState.ANALYSED, ProblemState.ACTION_PLAN, ProblemState.RULE_ADOPTED)
_MANY = 1000


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a common problem."""
    match recorded.event:
        case told.CategorySeen() as event:
            row = rows.get(PROBLEMS, event.problem) or _blank(event)
            rows.put(PROBLEMS, row | {"orgs": event.orgs, "findings": event.total})
            _of_round(event.problem, event.round, len(event.findings), rows)
        case told.CategoryLeft() as event:
            rows.update(PROBLEMS, (event.problem,), orgs=event.orgs, findings=event.total)
            _of_round(event.problem, event.round, -1, rows)
        case told.CandidateFound() as event:
            row = rows.get(PROBLEMS, event.problem) or _blank(event)
            rows.put(PROBLEMS, row | {"state": ProblemState.CANDIDATE.value, "spread": event.spread.value})
        case told.CandidateDismissed() as event:
            rows.update(PROBLEMS, (event.problem,), state=ProblemState.DISMISSED.value)
        case told.CommonProblemConfirmed() as event:
            confirmed = {"statement": event.statement, "confirmed_on": event.confirmed_on.isoformat()}
            rows.update(PROBLEMS, (event.problem,), state=ProblemState.CONFIRMED.value, **confirmed)
        case told.EffectChecked() as event:
            _checked(event, rows)
        case told.CommonProblemClosed() as event:
            rows.update(PROBLEMS, (event.problem,), state=ProblemState.CLOSED.value, closed_on=event.closed_on.isoformat())
        case told.CommonProblemRecurred() as event:
            for row in _departments(event.problem, rows):
                rows.delete(DEPARTMENTS, event.problem, row["department"])
            rows.update(PROBLEMS, (event.problem,), state=ProblemState.CONFIRMED.value, recurred=event.count, closed_on="")
        case OfProblem() as event:
            _governed(event, rows)
        case _:
            return


def _of_round(problem: str, inspected: str, more: int, rows: Rows) -> None:
    known = rows.get(PROBLEM_ROUNDS, problem, inspected)
    remaining = (known["findings"] if known else 0) + more
    if remaining:
        rows.put(PROBLEM_ROUNDS, {"problem": problem, "round": inspected, "findings": remaining})
    else:
        rows.delete(PROBLEM_ROUNDS, problem, inspected)


def _governed(event: OfProblem, rows: Rows) -> None:
    match event:
        case told.CommonProblemNotified():
            due = event.reply_due.isoformat() if event.reply_due else ""
            row = {"problem": event.problem, "number": event.number, "department": event.department, "open": 0}
            row |= {"step": ProblemState.NOTIFIED.value, "notified_on": event.notified_on.isoformat(), "reply_due": due}
            rows.put(DEPARTMENTS, row | {"acknowledged_on": "", "analysed_on": "", "late": False})
        case told.CommonProblemAcknowledged():
            rows.update(DEPARTMENTS, (event.problem, event.department), acknowledged_on=event.acknowledged_on.isoformat())
        case told.CommonProblemAnalysed():
            done = {"analysed_on": event.analysed_on.isoformat(), "late": event.late}
            rows.update(DEPARTMENTS, (event.problem, event.department), step=ProblemState.ANALYSED.value, **done)
        case told.GovernancePlanned():
            _action(event.problem, event.department, 1, rows)
        case told.GovernanceRuleAdopted():
            _action(event.problem, event.department, -1, rows)
    steps = [ProblemState(row["step"]) for row in _departments(event.problem, rows)]
    rows.update(PROBLEMS, (event.problem,), state=min(steps, key=_STEPS.index).value)


def _action(problem: str, department: str, more: int, rows: Rows) -> None:
    row = rows.get(DEPARTMENTS, problem, department)
    if row is None:
        raise KeyError((problem, department))
    remaining = row["open"] + more
    step = ProblemState.ACTION_PLAN if remaining else ProblemState.RULE_ADOPTED
    rows.update(DEPARTMENTS, (problem, department), open=remaining, step=step.value)


def _checked(event: told.EffectChecked, rows: Rows) -> None:
    if event.effect is told.Effect.EFFECTIVE:
        rows.update(PROBLEMS, (event.problem,), state=ProblemState.EFFECT_CHECKED.value)
        return
    for row in _departments(event.problem, rows):
        rows.update(DEPARTMENTS, (event.problem, row["department"]), step=ProblemState.ANALYSED.value)
    rows.update(PROBLEMS, (event.problem,), state=ProblemState.ANALYSED.value)


def _departments(problem: str, rows: Rows) -> list[dict[str, Any]]:
    return rows.page(DEPARTMENTS, [Where("problem", "=", problem)], limit=_MANY)


def _blank(event: told.CategorySeen | told.CandidateFound) -> dict[str, Any]:
    named = {"problem": event.problem, "number": event.number, "office": event.office, "category": event.category}
    none = {"state": "", "spread": "", "statement": "", "confirmed_on": "", "closed_on": ""}
    return {**named, **none, "orgs": 0, "findings": 0, "recurred": 0}
