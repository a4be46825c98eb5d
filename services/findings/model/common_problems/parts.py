"""The words and parts of a common problem: its number, what departments do, by when."""

from datetime import date

from findings.events.common_problems import Governance, ProblemState
from findings.events.parts import Part
from findings.events.registers import RuleChange
from kernel.context import named
from rulebook import Trigger, deadline, has_due_date, preset

SEEN = "R-54"
HANDED_OVER = "R-115"
STUDIED = "R-65"
GOVERNED = "R-66"

# Facts name this many findings at most; the counts beside them are whole, and the ledger has every one of them.
NAMED = 1000

# What departments do, in order; the problem is as far as the department that is least far.
STEPS = (ProblemState.NOTIFIED, ProblemState.ANALYSED, ProblemState.ACTION_PLAN, ProblemState.RULE_ADOPTED)


def problem_number(office_code: str, topic: str) -> str:
    """`OFFICE/TOPIC`: one office has one problem of each topic, however often it comes again."""
    return f"{office_code}/{topic}"


def problem_id(office_code: str, topic: str) -> str:
    """The id that this number has."""
    return named("problem", problem_number(office_code, topic))


class Action(Part):
    """Something a department does about it."""

    action: int
    kind: Governance
    title: str
    planned_on: date
    due: date | None = None
    adopted_on: date | None = None
    rule_changes: tuple[RuleChange, ...] = ()
    result: str = ""


class Department(Part):
    """A department that was told, and how far it is."""

    step: ProblemState
    notified_on: date
    reply_due: date | None = None
    acknowledged_on: date | None = None
    signer: str = ""
    causes: str = ""
    analysed_on: date | None = None
    late: bool = False
    target_passed: bool = False
    actions: tuple[Action, ...] = ()


class Seen(Part):
    """What a count is of."""

    number: str
    office: str
    category: str


class Adopted(Part):
    """The rules in which an action ended."""

    action: int
    rule_changes: tuple[RuleChange, ...]
    result: str
    document_sha256: str
    adopted_on: date


def analysis_due(rulebook: str, notified: date) -> tuple[date | None, str, bool]:
    """(by when a department is to hand in its analysis, the rule, whether no source states the number) (R-65)."""
    book = preset(rulebook)
    if STUDIED not in book or not has_due_date(book, STUDIED):
        return None, "", False
    found = deadline(book, STUDIED, Trigger(notified))
    return found.due, found.rule, found.inference


def threshold(rulebook: str) -> int:
    """From how many organisations on findings of one category are a candidate."""
    return int(preset(rulebook).settings.common_problem_orgs.value)
