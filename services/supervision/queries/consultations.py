"""Questions about consultations."""

from collections.abc import Sequence

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.consultations import GetConsultation, ListConsultations
from supervision.model.case import file_id
from supervision.model.consultation import Consultation
from supervision.projections.consultations import CONSULTATIONS, CONSULTED
from supervision.queries.insiders import INSPECTED, outside
from supervision.queries.pages import following


class ConsultationView(Answer):
    """One consultation."""

    consultation: str
    number: str
    held_on: str
    bodies: tuple[str, ...]
    cases: tuple[str, ...]
    findings: tuple[str, ...]
    matters: tuple[str, ...]
    conclusions: tuple[str, ...]
    minutes_sha256: str
    convener_org: str


class Consultations(Answer):
    """A page of consultations."""

    consultations: tuple[ConsultationView, ...]
    next: str


def get_consultation(question: GetConsultation, rows: Rows, repo: Repository, asker: Asker) -> ConsultationView:
    """One consultation; what supervisors say to each other the inspected side does not see (SOD-06, SOD-12)."""
    row = rows.get(CONSULTATIONS, question.consultation)
    if row is None or not outside(asker, row["cases"], repo):
        raise NotFound(what=Consultation.CALLED, id=question.consultation)
    return _view(row)


def of_consultation(question: GetConsultation, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.consultation, *map(file_id, repo.find(Consultation, question.consultation).cases)]


def list_consultations(question: ListConsultations, rows: Rows, repo: Repository, asker: Asker) -> Consultations:
    """Consultations by day; those on a case, or in which a body took part; none on a case of the asker's own organisation."""
    if asker.role in INSPECTED:
        return Consultations(consultations=(), next="")
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    about = [about for about in (question.case, question.body) if about]
    if not about:
        page = rows.page(CONSULTATIONS, (), (("held_on", "asc"),), limit, after)
        known = [row for row in page if outside(asker, row["cases"], repo)]
        return _answer(known, following(page, limit, "held_on", "consultation"))
    marks = rows.page(CONSULTED, [Where("about", "=", about[0])], (("held_on", "asc"),), limit, after)
    both = (
        row
        for mark in marks
        if (row := rows.get(CONSULTATIONS, mark["consultation"])) is not None
        if all(rows.get(CONSULTED, other, mark["consultation"]) for other in about[1:])
        if outside(asker, row["cases"], repo)
    )
    return _answer(list(both), following(marks, limit, "held_on", "about", "consultation"))


def _answer(page: Sequence[Row], following_page: str) -> Consultations:
    return Consultations(consultations=tuple(_view(row) for row in page), next=following_page)


def _view(row: Row) -> ConsultationView:
    return ConsultationView(**{name: row[name] for name in ConsultationView.model_fields})
