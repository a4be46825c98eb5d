"""What bodies agreed when they consulted with each other."""

from datetime import date

from kernel.messages import Event, Id, Ref


class ConsultationHeld(Event):
    """Supervising bodies met on cases and findings; `conclusions` are what they agreed, the minutes stand by hash."""

    TOPIC = "supervision.consultation.held.v1"
    STREAM = "consultation"

    consultation: Ref
    number: str
    held_on: date
    cases: tuple[Ref, ...] = ()
    findings: tuple[Ref, ...] = ()
    bodies: tuple[Id, ...]
    matters: tuple[str, ...]
    conclusions: tuple[str, ...]
    minutes_sha256: str
    convener: Id
    convener_org: Id
    convener_role: str
