"""Questions about the ideology check."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows
from publicity.events.parts import Part
from publicity.model.case import CaseFile, file_id
from publicity.model.ideology import IdeologyCheck, Received, check_id
from publicity.queries.disclosure import works_on


class GetIdeologyCheck(Question):
    """The ideology check of a case."""

    case: Id


class ReceivedVersion(Part):
    """A version that arrived, with the opinion on it; empty fields while there is none."""

    version: int
    received_on: date
    document: str
    conclusion: str = ""
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str = ""
    given_on: date | None = None


class IdeologyAnswer(Answer):
    """What arrived and what was said."""

    case: str
    org: str
    plans: tuple[ReceivedVersion, ...]
    reports: tuple[ReceivedVersion, ...]


def get_ideology_check(question: GetIdeologyCheck, rows: Rows, repo: Repository, *, asker: Asker) -> IdeologyAnswer:
    """One as it is, or was, for the organisation itself and the organs of its case."""
    found = get(repo, IdeologyCheck, check_id(question.case), shown=question.case)
    file = repo.find(CaseFile, file_id(question.case))
    if not works_on(asker, file.org, file.bodies.values()):
        raise NotFound(what=IdeologyCheck.CALLED, id=question.case)
    sides = {name: tuple(_version(one) for one in getattr(found, name)) for name in ("plans", "reports")}
    return IdeologyAnswer(case=found.case, org=found.org, **sides)


def of_ideology_check(question: GetIdeologyCheck, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [check_id(question.case), file_id(question.case)]


def _version(one: Received) -> ReceivedVersion:
    opinion = one.opinion.model_dump() if one.opinion else {}
    return ReceivedVersion(version=one.version, received_on=one.received_on, document=one.document, **opinion)
