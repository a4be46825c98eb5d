"""Further demands of an opinion, each followed until its organ closes it."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Id, Ref


class Source(StrEnum):
    """Which opinion made the demand."""

    PLAN = "plan"
    REPORT = "report"


class DemandEvent(Event):
    """What every event of a demand names."""

    STREAM = "demand"

    demand: Ref
    case: Ref
    org: Ref


class DemandOpened(DemandEvent):
    """An opinion demanded something; `no` is its place there, `organ` the body that follows it."""

    TOPIC = "supervision.demand.opened.v1"

    source: Source
    review: Ref
    subject: str = ""
    version: int
    no: int
    opinion_no: str
    text: str
    organ: str
    opened_on: date


class DemandAnswered(DemandEvent):
    """The inspected organisation answered: with the next version (its number), or with a note and evidence."""

    TOPIC = "supervision.demand.answered.v1"

    answered_on: date
    version: int = 0
    note: str = ""
    evidence: tuple[str, ...] = ()
    by: Id


class DemandClosed(DemandEvent):
    """The organ that made it is satisfied."""

    TOPIC = "supervision.demand.closed.v1"

    closed_on: date
    note: str = ""
    by: Id
