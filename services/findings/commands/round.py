"""Wishes about rounds."""

from datetime import date

from findings.events.parts import Sha256
from findings.events.words import HearingBody, Recusal, RoundKind, RoundMode, TeamMandate
from kernel.messages import Command, Id


class PlanRound(Command):
    """Plan a round."""

    code: str
    title: str
    kind: RoundKind
    mode: RoundMode = RoundMode.ROUTINE
    rulebook: str
    dispatching: Id
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None
    orgs: tuple[Id, ...] = ()


class AddToRound(Command):
    """Add organisations to a round."""

    round: Id
    orgs: tuple[Id, ...]
    reason: str = ""


class IssueMandate(Command):
    """Authorise the teams."""

    round: Id
    document: str
    teams: tuple[TeamMandate, ...]


class ClearRecusals(Command):
    """State that recusals were examined."""

    round: Id
    recusals: tuple[Recusal, ...] = ()


class BeginStay(Command):
    """The teams move in; `on` None means today."""

    round: Id
    day: date | None = None


class EndStay(Command):
    """The teams leave; `on` None means today."""

    round: Id
    day: date | None = None


class FileWorkingPaper(Command):
    """File a working paper by reference and hash."""

    round: Id
    org: Id
    number: str
    sha256: Sha256
    factual_basis: bool = False
    policy_basis: bool = False
    responsibility_basis: bool = False


class TalkReportThrough(Command):
    """Record that a report was talked through."""

    round: Id
    org: Id
    principal: Id
    record_sha256: Sha256


class ReportRound(Command):
    """The inspection report is complete."""

    round: Id
    report_sha256: Sha256


class HearRound(Command):
    """A body heard the report."""

    round: Id
    body: HearingBody
    day: date
    minutes_sha256: Sha256


class ArchiveRound(Command):
    """Archive the round."""

    round: Id
