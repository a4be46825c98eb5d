"""Facts about an inspection round."""

from datetime import date

from findings.events.parts import Sha256
from findings.events.words import Bodies, HearingBody, Recusal, RoundKind, RoundMode, TeamMandate
from kernel.messages import Event, Id, Ref


class OfRound(Event):
    """A fact about a round."""

    STREAM = "round"

    round: Ref


class RoundStep(OfRound):
    """A step of a whole round, with what others need to know of it: its organisations, organs and teams on that day.

    `rulebook` is the version in force on the day, "" where none was.
    """

    code: str = ""
    rulebook: str = ""
    orgs: tuple[Id, ...] = ()
    bodies: Bodies | None = None
    teams: tuple[TeamMandate, ...] = ()


class RoundPlanned(OfRound):
    """A round is planned; `rulebook` is `id`, or `id@version` where the version is fixed for all its cases."""

    TOPIC = "findings.round.planned.v1"

    code: str
    title: str
    kind: RoundKind
    mode: RoundMode
    rulebook: str
    bodies: Bodies


class OrganisationsAdded(OfRound):
    """Organisations are to be inspected; `codes` are theirs, in the same order."""

    TOPIC = "findings.round.organisations-added.v1"

    orgs: tuple[Id, ...]
    codes: tuple[str, ...]
    reason: str = ""


class MandateIssued(OfRound):
    """The teams are authorised for this round only."""

    TOPIC = "findings.round.mandate-issued.v1"

    document: str
    teams: tuple[TeamMandate, ...]


class RecusalsCleared(OfRound):
    """Recusals were examined; these persons step aside."""

    TOPIC = "findings.round.recusals-cleared.v1"

    recusals: tuple[Recusal, ...]


class StayBegun(OfRound):
    """The teams moved in."""

    TOPIC = "findings.round.stay-begun.v1"

    day: date


class StayEnded(RoundStep):
    """The teams left."""

    TOPIC = "findings.round.stay-ended.v1"

    day: date


class WorkingPaperFiled(OfRound):
    """A working paper exists: its number and hash, not its content."""

    TOPIC = "findings.round.working-paper-filed.v1"

    org: Ref
    number: str
    sha256: Sha256


class ReportTalkedThrough(OfRound):
    """The report on one organisation was talked through with its principal (R-104)."""

    TOPIC = "findings.round.report-talked-through.v1"

    org: Ref
    principal: Id
    record_sha256: Sha256


class RoundReported(RoundStep):
    """The inspection report is complete (R-103, R-104)."""

    TOPIC = "findings.round.reported.v1"

    report_sha256: Sha256
    day: date | None = None


class RoundHeard(RoundStep):
    """A body heard the report."""

    TOPIC = "findings.round.heard.v1"

    body: HearingBody
    day: date
    minutes_sha256: Sha256


class FeedbackBegun(OfRound):
    """The first feedback of the round was approved, or brought from paper."""

    TOPIC = "findings.round.feedback-begun.v1"


class RoundCaseOpened(OfRound):
    """One organisation received its feedback."""

    TOPIC = "findings.round.case-opened.v1"

    org: Ref
    case: Ref
    received_on: date


class RectificationBegun(OfRound):
    """Every organisation of the round received its feedback."""

    TOPIC = "findings.round.rectification-begun.v1"


class RoundCaseClosed(OfRound):
    """A case of the round was closed, or is open again."""

    TOPIC = "findings.round.case-closed.v1"

    case: Ref
    closed: bool


class RoundArchived(OfRound):
    """All cases are closed and the round is archived."""

    TOPIC = "findings.round.archived.v1"
