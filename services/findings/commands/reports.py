"""Wishes about reports."""

from findings.events.parts import Sha256
from findings.events.reports import FindingAccount, ReportKind
from kernel.messages import Command, Id


class DraftReport(Command):
    """Draft a report."""

    case: Id
    kind: ReportKind
    special_check: str = ""
    leading: str = ""
    accounts: tuple[FindingAccount, ...] = ()
    document_sha256: Sha256
    correction: str = ""


class EndorseReport(Command):
    """Sign for its truth."""

    case: Id
    kind: ReportKind
    special_check: str = ""
    text: str = ""


class SubmitReport(Command):
    """Hand it in; `addressee` None takes the one that the rulebook names."""

    case: Id
    kind: ReportKind
    special_check: str = ""
    addressee: Id | None = None


class AcceptReport(Command):
    """Accept it."""

    case: Id
    kind: ReportKind
    special_check: str = ""
    opinion: str = ""


class SendBackReport(Command):
    """Send it back."""

    case: Id
    kind: ReportKind
    special_check: str = ""
    opinion: str = ""
    reason: str
