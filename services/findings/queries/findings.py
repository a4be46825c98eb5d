"""Questions about findings in lists."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import batched
from typing import Literal

from findings.events.parts import Part, Severity, State, Track
from findings.projections.ledger import LEDGER
from findings.projections.register import ORGANISATIONS, PERSONS
from findings.queries.scope import own
from findings.refusals.queries import PageUnknown
from kernel.context import Asker
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 100
_SORTS = {
    "": "number",
    "number": "number",
    "due": "due",
    "state": "state",
    "category": "category",
    "severity": "severity",
    "percent": "percent",
    "reported": "reported",
}


_POSTS = ("member", "handler", "sponsor")
_AT_ONCE = 1000


class ListFindings(Question):
    """Findings that match every filter given."""

    round: Id | None = None
    org: Id | None = None
    case: Id | None = None
    states: tuple[State, ...] = ()
    open: bool | None = None
    track: Track | None = None
    category: str = ""
    severity: Severity | None = None
    special_check: str = ""
    due_before: date | None = None
    overdue_on: date | None = None
    responsible: Id | None = None
    unit: str = ""
    text: str = ""
    key: bool | None = None
    listed: bool | None = None
    reopened: bool | None = None
    altered: bool | None = None
    sort: str = ""
    descending: bool = False
    after: str = ""
    limit: int = 0


class FindingLine(Part):
    """One finding in a list; days are ISO texts, empty where there is none."""

    finding: str
    number: str
    case: str
    case_number: str
    round: str
    org: str
    holder: str
    state: str
    track: str
    category: str
    severity: str
    special_check: str
    wording: str
    unit: str
    member: str
    member_name: str
    handler: str
    handler_name: str
    sponsor: str
    sponsor_name: str
    received_on: str
    due: str
    first_due: str
    overdue: bool
    next_milestone: str
    missed: int
    percent: int
    progress: str
    reported: str
    key: bool
    listed: bool
    reopened: int
    altered: bool
    signed_off_on: str
    amendments: int
    supplement: int


class Findings(Answer):
    """Findings in the order asked for; `next` is what continues the list, empty on the last page."""

    findings: tuple[FindingLine, ...]
    next: str


def list_findings(question: ListFindings, rows: Rows, repo: object, *, asker: Asker) -> Findings:
    """One page of the ledger; people of an inspected organisation see their own organisation's.

    Raises:
        PageUnknown: `after` is not what a former answer gave.
    """
    column, limit = _SORTS[question.sort], question.limit or PAGE
    direction: Literal["asc", "desc"] = "desc" if question.descending else "asc"
    after = _token(question.after) if question.after else None
    page = rows.page(LEDGER, [*conditions(question, rows), *own(asker, rows)], [(column, direction)], limit + 1, after)
    more = len(page) > limit
    known = persons(page, rows)
    lines = tuple(line(row, known, question.overdue_on) for row in page[:limit])
    return Findings(findings=lines, next=_page(page[limit - 1], column) if more else "")


def conditions(question: ListFindings, rows: Rows) -> list[Where]:
    """The filters as conditions on the ledger."""
    wanted = [*_whose(question.round, question.org, question.case, rows)]
    equal = {
        "open": question.open,
        "track": question.track,
        "category": question.category,
        "severity": question.severity,
        "special_check": question.special_check,
        "unit": question.unit,
        "key": question.key,
        "listed": question.listed,
        "altered": question.altered,
    }
    wanted += [Where(name, "=", value if isinstance(value, bool) else str(value)) for name, value in equal.items() if _given(value)]
    if question.states:
        wanted.append(Where("state", "in", [state.value for state in question.states]))
    if question.due_before is not None:
        wanted += [Where("due", ">", ""), Where("due", "<", question.due_before.isoformat())]
    if question.overdue_on is not None:
        wanted += overdue(question.overdue_on)
    if question.reopened is not None:
        wanted.append(Where("reopened", ">" if question.reopened else "=", 0))
    contained = {"persons": question.responsible, "search": question.text}
    return wanted + [Where(name, "contains", value) for name, value in contained.items() if value]


def _given(value: object) -> bool:
    return value is not None and value != ""


def overdue(day: date) -> list[Where]:
    """Open on the record's day, and due before `day`."""
    return [Where("open", "=", True), Where("due", ">", ""), Where("due", "<", day.isoformat())]


def _whose(round: str | None, org: str | None, case: str | None, rows: Rows) -> list[Where]:
    wanted = []
    if round is not None:
        wanted.append(Where("round", "=", round))
    if case is not None:
        wanted.append(Where("case_id", "=", case))
    if org is not None:
        # What was merged away keeps what was inspected in it; its successor has that and its own.
        known = rows.get(ORGANISATIONS, org)
        wanted.append(Where("org" if known is not None and known["successor"] else "holder", "=", org))
    return wanted


def whose(round: str | None, org: str | None, case: str | None, rows: Rows) -> list[Where]:
    """Conditions for a round, an organisation (inspected, or answering now) and a case, as far as each is given."""
    return _whose(round, org, case, rows)


def line(row: Row, known: Mapping[str, str], on: date | None) -> FindingLine:
    """A row as a list shows it; `known` as `persons` gives it, `on` judges overdue by that day, else by what the daily sweep
    recorded.
    """
    late = bool(row["overdue"]) if on is None else bool(row["open"] and "" < row["due"] < on.isoformat())
    taken = {name: row[name] for name in FindingLine.model_fields if name in row}
    return FindingLine(**taken | {"case": row["case_id"], "received_on": row["received"], "overdue": late} | names(row, known))


def persons(page: Sequence[Row], rows: Rows) -> dict[str, str]:
    """Names in the register, by id, of all who answer for some findings."""
    ids = sorted({row[post] for row in page for post in _POSTS if row[post]})
    found = (rows.page(PERSONS, [Where("person", "in", some)], limit=len(some)) for some in batched(ids, _AT_ONCE))
    return {person["person"]: person["name"] for some in found for person in some}


def names(row: Row, known: Mapping[str, str]) -> dict[str, str]:
    """Names of the persons who answer for a finding: the register's where they are known by id, else the ledger's."""
    return {f"{post}_name": known.get(row[post], row[f"{post}_name"]) for post in _POSTS}


def _page(row: Row, column: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([row[column], row["finding"]]).encode()).decode()


def _token(text: str) -> Sequence[str | int]:
    try:
        values = json.loads(base64.urlsafe_b64decode(text))
    except (binascii.Error, ValueError) as error:
        raise PageUnknown(field="after") from error
    if not isinstance(values, list) or len(values) != 2 or not all(isinstance(value, str | int) for value in values):
        raise PageUnknown(field="after")
    return values
