"""Wishes about consultations."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Sha256, Text


class HoldConsultation(Command):
    """Supervising bodies consulted with each other (R-35, R-68, R-97, R-107)."""

    number: Text
    held_on: date | None = None
    bodies: tuple[Id, ...]
    cases: tuple[Id, ...] = ()
    findings: tuple[Id, ...] = ()
    matters: tuple[Text, ...]
    conclusions: tuple[Text, ...]
    minutes_sha256: Sha256


class GetConsultation(Question):
    """One consultation."""

    consultation: Id


class ListConsultations(Question):
    """Consultations, all or those on a case or of a body."""

    case: Id | None = None
    body: Id | None = None
    limit: int = 100
    after: str = ""
