"""Who acts, in which role, for which organ, and when: the argument every decision takes instead of a clock."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID, uuid5

# Ids that anybody can recompute from a public number. Persons are never named this way.
NAMES = UUID("7d5f0c52-7a5e-5b6e-9d0c-2f2a4f1f6b11")


def named(kind: str, *parts: str) -> str:
    """The id (32 hex) of what has a public number: `named("finding", "XS2026-1-003-07")`.

    Two things of a kind with one number therefore collide on version 1 of one aggregate: numbers are never reused.
    """
    return uuid5(NAMES, "\x1f".join((kind, *parts))).hex


@dataclass(frozen=True, slots=True)
class Act:
    """The circumstances of a command, a reaction or a sweep.

    Attributes:
        now: aware, the business clock, never before anything recorded earlier.
        effective: aware, when the thing happened.
        command: UUID of the command (of a reaction: derived from its cause).
        actor: person id, 32 hex, random; the all-zero id is the system itself.
        role: role in the token (`handler`, `discipline`, …).
        org: id of the organ acted for.
        zone: zone in which days begin and end.
    """

    now: datetime
    effective: datetime
    command: UUID
    actor: str
    role: str
    org: str
    zone: tzinfo

    @property
    def today(self) -> date:
        """The business day, in the zone."""
        return self.now.astimezone(self.zone).date()

    @property
    def effective_day(self) -> date:
        """The day on which the thing happened, in the zone."""
        return self.effective.astimezone(self.zone).date()

    def new_id(self, kind: str, n: int = 0) -> str:
        """A fresh id (32 hex), the same again when the command is repeated; as random as the command's own id."""
        return uuid5(self.command, f"{kind}:{n}").hex

    def late(self, allowance: timedelta = timedelta(days=1)) -> bool:
        """Whether the fact is recorded later than the allowance after it happened ("recorded late")."""
        return self.now - self.effective > allowance


SYSTEM = "0" * 32


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks a question; what may not be known to them is answered as if it did not exist.

    Attributes:
        person: person id, 32 hex; role: role in the token; org: id of the organ acted for.
        today: the business day in the service's zone.
    """

    person: str
    role: str
    org: str
    today: date
