"""Questions about supervision measures."""

from collections.abc import Sequence

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.measures import GetAction, ListActions
from supervision.model.measures import State, SupervisionAction
from supervision.projections.measures import ACTIONS
from supervision.queries.pages import following

# Who knows only of what concerns the own organ.
CONCERNED = frozenset({"handler", "member", "principal", "functional", "publicity"})


class ActionView(Answer):
    """One measure as it stands."""

    action: str
    number: str
    kind: str
    state: str
    case: str
    org: str
    findings: tuple[str, ...]
    addressee: str
    person: str
    leader: str
    invited: tuple[str, ...]
    facts: str
    demand: str
    opener_org: str
    opener_role: str
    opened_on: str
    approval: str
    performed_on: str
    place: str
    present: tuple[str, ...]
    record_sha256: str
    response_due: str
    response: str
    response_sha256: str
    responded_on: str
    late: bool
    result: str


class Actions(Answer):
    """A page of measures."""

    actions: tuple[ActionView, ...]
    next: str


def get_action(question: GetAction, rows: Rows, repo: Repository, asker: Asker) -> ActionView:
    """One measure, for who may know of it."""
    row = rows.get(ACTIONS, question.action)
    if row is None or not _may_know(row, asker):
        raise NotFound(what=SupervisionAction.CALLED, id=question.action)
    return _view(row)


def of_action(question: GetAction, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.action]


def list_actions(question: ListActions, rows: Rows, repo: Repository, asker: Asker) -> Actions:
    """Measures that the asker may know of, by number; `awaiting_before` keeps those whose response was due before that day."""
    columns = {"case": "case_id", "org": "org", "kind": "kind", "state": "state", "addressee": "addressee"}
    where = [Where(column, "=", value) for field, column in columns.items() if (value := getattr(question, field))]
    if question.awaiting_before:
        where += [Where("state", "=", "RESPONSE_DUE"), Where("response_due", "<", question.awaiting_before.isoformat())]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(ACTIONS, where, (("number", "asc"),), limit, after)
    return Actions(
        actions=tuple(_view(row) for row in page if _may_know(row, asker)), next=following(page, limit, "number", "action")
    )


def _may_know(row: Row, asker: Asker) -> bool:
    """The inspected side and departments know of what concerns or addresses them, once it is no mere proposal."""
    if asker.role not in CONCERNED:
        return True
    return row["state"] != State.PROPOSED and asker.org in (row["org"], row["addressee"], *row["invited"])


def _view(row: Row) -> ActionView:
    return ActionView(case=row["case_id"], **{name: row[name] for name in ActionView.model_fields if name != "case"})
