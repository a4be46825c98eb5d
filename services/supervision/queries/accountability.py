"""Questions about accountability; what is not served yet, its subject does not see."""

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.accountability import GetAccountability, ListAccountability
from supervision.model.accountability import Accountability, State
from supervision.projections.accountability import MATTERS
from supervision.queries.pages import following

# Who sees matters of every organ: those who propose, refer, decide or audit. Others see their own organ's, once served.
SEEING = frozenset({"discipline", "lead_channel", "leading_group", "office", "org_dept", "auditor"})
_BEFORE_SERVING = frozenset({State.PROPOSED, State.ACCEPTED_FOR_REVIEW, State.DECIDED})


class AccountabilityView(Answer):
    """One matter: reference, class, dates."""

    accountability: str
    number: str
    state: str
    subject_class: str
    subject: str
    person: str
    case: str
    org: str
    finding: str
    grounds: str
    defect: str
    obligations: tuple[str, ...]
    events: tuple[str, ...]
    decider: str
    decider_role: str
    proposed_on: str
    outcome: str
    decision_no: str
    decided_on: str
    served_on: str
    effective_on: str
    response_sha256: str
    appealed_on: str
    appeal: str
    announced: bool
    result: str


class Matters(Answer):
    """A page of matters."""

    matters: tuple[AccountabilityView, ...]
    next: str


def get_accountability(question: GetAccountability, rows: Rows, repo: Repository, asker: Asker) -> AccountabilityView:
    """One matter; to who may not know of it the same answer as for an unknown one."""
    row = rows.get(MATTERS, question.accountability)
    if row is None or not _may_know(row, asker):
        raise NotFound(what=Accountability.CALLED, id=question.accountability)
    return _view(row, repo)


def list_accountability(question: ListAccountability, rows: Rows, repo: Repository, asker: Asker) -> Matters:
    """A page of matters, the oldest first; those that the asker may know of."""
    columns = {
        "case": "case_id",
        "org": "org",
        "subject_class": "subject_class",
        "state": "state",
        "outcome": "outcome",
    }
    where = [Where(column, "=", value) for field, column in columns.items() if (value := getattr(question, field))]
    if asker.role not in SEEING:
        where += [Where("subject", "=", asker.org), Where("served_on", "!=", "")]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(MATTERS, where, (("proposed_on", "asc"),), limit, after)
    known = tuple(_view(row, repo) for row in page if _may_know(row, asker))
    return Matters(matters=known, next=following(page, limit, "proposed_on", "accountability"))


def _may_know(row: Row, asker: Asker) -> bool:
    if asker.role in SEEING and asker.org != row["subject"]:
        return True
    served = row["state"] not in _BEFORE_SERVING and bool(row["served_on"])
    return served and (asker.org == row["subject"] or asker.person == row["person"])


def _view(row: Row, repo: Repository) -> AccountabilityView:
    fields = {name: row[name] for name in AccountabilityView.model_fields if name not in ("case", "decider", "decider_role")}
    deciding = repo.find(Accountability, row["accountability"]).decided_by(repo)
    return AccountabilityView(case=row["case_id"], decider=deciding.org, decider_role=deciding.role, **fields)
