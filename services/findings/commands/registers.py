"""Wishes about the registers of results."""

from datetime import date

from findings.events.parts import Sha256
from findings.events.registers import MoneyKind, PeopleCorrection, PeopleMeasure, ReformAction
from kernel.messages import Command, Id


class RecordReform(Command):
    """Record a rule repealed, amended or adopted; `day` None means today."""

    case: Id
    finding: Id | None = None
    action: ReformAction
    title: str
    day: date | None = None
    document_sha256: Sha256


class WithdrawReform(Command):
    """Let an entry no longer count."""

    case: Id
    entry: int
    reason: str


class RecordMoney(Command):
    """Record money recovered, in fen."""

    case: Id
    finding: Id | None = None
    kind: MoneyKind
    fen: int
    day: date | None = None
    evidence_sha256: Sha256


class WithdrawMoney(Command):
    """Let an entry no longer count."""

    case: Id
    entry: int
    reason: str


class RecordPeople(Command):
    """Record how many people were dealt with in one way."""

    case: Id
    finding: Id | None = None
    measure: PeopleMeasure
    people: int
    day: date | None = None
    evidence_sha256: Sha256 | None = None


class WithdrawPeople(Command):
    """Let an entry no longer count."""

    case: Id
    entry: int
    reason: PeopleCorrection
