"""The register of posts follows the organization department's decisions, each on its day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from findings.model.appointment import Appointment, Wanted
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.policies.days import every
from findings.policies.news import AppointmentDecided, AppointmentRevoked, RemovalDecided
from findings.projections.appointments import AWAITED
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes, facts
from kernel.tables import Rows, Where


def note_appointment(told: Told[AppointmentDecided], act: Act, repo: Repository) -> Changes:
    """Somebody is to take a post; heard again, it is known."""
    wanted = Wanted(**told.news.model_dump(exclude={"decision", "org"}))
    return _noted(told.news.decision, told.news.org, wanted, act, repo)


def note_removal(told: Told[RemovalDecided], act: Act, repo: Repository) -> Changes:
    """Somebody is to leave a post; heard again, it is known."""
    wanted = Wanted(removal=True, **told.news.model_dump(exclude={"decision", "org"}))
    return _noted(told.news.decision, told.news.org, wanted, act, repo)


def drop_revoked_appointment(told: Told[AppointmentRevoked], act: Act, repo: Repository) -> Changes:
    """A decision was taken back before its day."""
    return repo.find(Appointment, told.news.decision).drop()


def appointments_due(day: date, rows: Rows) -> Sequence[str]:
    """Decisions whose day has come."""
    return list(every(rows, AWAITED, [Where("effective_on", "<=", day.isoformat())], "decision"))


def follow_appointment(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """The posts follow a decision on its day."""
    appointment = get(repo, Appointment, id)
    if appointment.wanted is None:
        return []
    return _followed(appointment, appointment.org, appointment.wanted, act, repo)


def _noted(decision: str, org: str, wanted: Wanted, act: Act, repo: Repository) -> Changes:
    appointment = repo.find(Appointment, decision)
    noted = appointment.note(org, wanted)
    if not noted:
        return []
    # Heard after its day, as by a register that was silent: the posts moved when that day began, not when it was decided.
    begins = max(act.effective, datetime.combine(wanted.effective_on, time(), act.zone))
    followed = _followed(appointment, org, wanted, replace(act, effective=min(begins, act.now)), repo)
    return [*noted, *(fact.on(begins) for fact in facts(followed))]


def _followed(appointment: Appointment, org: str, wanted: Wanted, act: Act, repo: Repository) -> Changes:
    return appointment.follow(wanted, get(repo, Organisation, org), repo.find(Person, wanted.person).exists, act)
