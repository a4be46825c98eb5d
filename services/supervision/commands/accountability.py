"""Wishes about accountability."""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from kernel.messages import Command, Id, Question
from supervision.commands.words import Sha256, Text
from supervision.events.accountability import AppealOutcome, Consequence, SubjectClass

# An event of any origin: `<site>/<context>/<epoch>:<position>`.
EventRef = Annotated[str, StringConstraints(pattern=r"^[^\s/:]+/[^\s/:]+/[^\s/:]+:[1-9][0-9]*$")]


class ProposeAccountability(Command):
    """A matter is put forward (R-84 to R-87)."""

    number: Text
    subject_class: SubjectClass
    subject: Id
    person: Id | None = None
    case: Id | None = None
    finding: Id | None = None
    grounds: Text
    obligations: tuple[Id, ...] = ()
    events: tuple[EventRef, ...] = ()


class AcceptAccountability(Command):
    """The organ that decides takes the matter up for review."""

    accountability: Id
    number: str = ""
    obligations: tuple[Id, ...] = ()
    events: tuple[EventRef, ...] = ()
    note: str = ""


class DecideAccountability(Command):
    """The matter is decided."""

    accountability: Id
    outcome: Consequence
    decision_no: Text
    decided_on: date | None = None


class ServeAccountability(Command):
    """The decision was served."""

    accountability: Id
    served_on: date | None = None
    receipt_sha256: Sha256


class EffectAccountability(Command):
    """The decision takes effect."""

    accountability: Id
    effective_on: date | None = None


class AnswerAccountability(Command):
    """The subject responds (SOD-10)."""

    accountability: Id
    response_sha256: Sha256


class AppealAccountability(Command):
    """The subject appeals."""

    accountability: Id
    appeal_sha256: Sha256


class AnnounceAccountability(Command):
    """The decision may be spoken of in public."""

    accountability: Id
    notice: Text


class CloseAccountability(Command):
    """The matter is closed."""

    accountability: Id
    result: Text
    appeal: AppealOutcome | None = None


class GetAccountability(Question):
    """One matter."""

    accountability: Id


class ListAccountability(Question):
    """Matters by case, organisation, class, state or outcome."""

    case: Id | None = None
    org: Id | None = None
    subject_class: str = ""
    state: str = ""
    outcome: str = ""
    limit: int = 100
    after: str = ""
