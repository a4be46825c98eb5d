"""Questions about what happened around a stay: references and days, no grounds and no contents."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.model.round import Round
from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows


class GetInspection(Question):
    """What happened around the stay of a round."""

    round: Id


class DeclaredLine(Part):
    """Somebody who stays away; the ground is sealed."""

    person: str
    kind: str
    orgs: tuple[str, ...]


class MajorLine(Part):
    """A major problem that was reported."""

    number: str
    org: str
    reported_on: date
    due: date | None
    late: bool
    target_passed: bool
    taken_on: date | None


class Inspection(Answer):
    """What happened around a stay."""

    round: str
    code: str
    declared: tuple[DeclaredLine, ...]
    majors: tuple[MajorLine, ...]
    briefings: int
    meetings: int
    incidents: int


def get_inspection(question: GetInspection, rows: Rows, repo: Repository) -> Inspection:
    """As it is, or was."""
    found = get(repo, Round, question.round)
    return Inspection(
        round=found.id,
        code=found.code,
        declared=tuple(DeclaredLine(person=one.person, kind=one.kind, orgs=one.orgs) for one in found.declared),
        majors=tuple(MajorLine(number=number, **major.model_dump()) for number, major in sorted(found.majors.items())),
        **found.model_dump(include={"briefings", "meetings", "incidents"}),
    )


def of_inspection(question: GetInspection, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.round]
