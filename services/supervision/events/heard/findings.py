"""What findings tells."""

from datetime import date

from kernel.messages import Id, News


class Bodies(News):
    """The organs that act for a case."""

    dispatching: Id
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class CaseOpened(News):
    """Feedback was received; all clocks of the case start."""

    case: Id
    org: Id
    round: str = ""
    rulebook: str
    feedback_date: date
    receipt_date: date
    phase_end: date | None = None
    special_checks: tuple[str, ...] = ()
    bodies: Bodies


class ConcentratedPhaseEnded(News):
    """The concentrated phase of a case ended by date: the supervisors' own clocks start (R-34, R-41)."""

    case: Id
    org: Id
    phase_end: date
    rulebook: str


class AllSignedOff(News):
    """The last finding of a case was signed off: the final report is asked for (R-16)."""

    case: Id
    org: Id
    day: date
    rulebook: str


class PlanSubmitted(News):
    """A version of the plan was handed in."""

    plan: Id
    case: Id
    org: Id
    version: int
    document: str = ""
    special_checks: tuple[str, ...] = ()
    rulebook: str


class InnerSigned(News):
    """Requester, member and principal signed; the outer check is next."""

    finding: Id
    case: Id
    org: Id
    signoff: int
    involved: tuple[str, ...]
    barred: tuple[str, ...] = ()
    outer: bool = True
    document: str = ""
    special_check: str = ""
    rulebook: str


class ReportSubmitted(News):
    """A report was handed in to the body it is due to."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int
    addressee: str = ""
    document: str = ""


class ReportAccepted(News):
    """The body a report was due to accepted it."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""


class ReportSentBack(News):
    """The body a report was due to sent it back."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    reason: str


class ReturnExpected(News):
    """A monthly return is due."""

    case: Id
    org: Id
    month: str
    due: date
    rulebook: str


class ReturnSubmitted(News):
    """A monthly return was handed in; `stagnant` findings had no progress in the month before either."""

    case: Id
    org: Id
    month: str
    stagnant: tuple[Id, ...] = ()


class ReturnMissing(News):
    """The date of a monthly return passed without it."""

    case: Id
    org: Id
    month: str
    due: date


class ReturnAccepted(News):
    """A monthly return was accepted."""

    case: Id
    org: Id
    month: str


class ReturnSentBack(News):
    """A monthly return was sent back."""

    case: Id
    org: Id
    month: str
    reason: str


class PlanWithdrawn(News):
    """A submitted version of the plan was taken back."""

    plan: Id
    case: Id
    org: Id
    version: int
    reason: str


class CaseReopened(News):
    """A completed or closed case is open again."""

    case: Id
    org: Id
    finding: Id


class CaseTransferred(News):
    """After a merger another organisation answers for a case."""

    case: Id
    org: Id
    former: Id
    day: date


class MechanismSetUp(News):
    """The rectification working mechanism stands (R-04)."""

    case: Id
    org: Id
    document_sha256: str = ""


class Attended(News):
    """Whether somebody who was asked to a meeting was there."""

    duty: str
    present: bool = False


class MeetingHeld(News):
    """A meeting on rectification took place (R-02, R-05)."""

    case: Id
    org: Id
    kind: str
    day: date
    attendance: tuple[Attended, ...] = ()
    minutes_sha256: str = ""


class FeedbackApproved(News):
    """The leading group approved feedback; it is to be delivered (R-47)."""

    feedback: Id
    round: Id
    org: Id


class FeedbackDelivered(News):
    """The feedback meeting took place (R-24, R-36, R-47)."""

    feedback: Id
    round: Id
    org: Id
    meeting_on: date
    attendance: tuple[Attended, ...] = ()


class ReFeedbackDue(News):
    """The principal changed within the window: the feedback is to be given again (R-17)."""

    refeedback: Id
    case: Id
    org: Id
    change: int
    changed_on: date
    rulebook: str


class ReminderCalled(News):
    """The new principal is to be reminded of what was inherited, without re-feedback."""

    refeedback: Id
    case: Id
    org: Id
    change: int
    since: date
    rulebook: str


class ReFeedbackSuperseded(News):
    """The principal changed again before this re-feedback was accepted."""

    refeedback: Id
    case: Id
    org: Id
    change: int
    by: int


class ReFeedbackAccepted(News):
    """The new principal signed for the re-feedback."""

    refeedback: Id
    case: Id
    org: Id
    change: int
    accepted_on: date


class HandoverCalled(News):
    """Somebody left the leadership team: the duty is to be handed over (R-106)."""

    handover: Id
    case: Id
    org: Id
    number: str
    left_on: date
    rulebook: str


class HandoverFiled(News):
    """The signed record of a handover is filed."""

    handover: Id
    case: Id
    org: Id
    number: str
    document_sha256: str = ""


class ImmediateNoticeServed(News):
    """Rectification was demanded at once (R-138)."""

    finding: Id
    case: Id
    org: Id
    due: date
    rulebook: str


class ImmediateConfirmed(News):
    """The team or office confirmed what rectification at once achieved (R-138)."""

    finding: Id
    case: Id
    org: Id


class PlannedMilestone(News):
    """A phased goal of a reviewed plan."""

    no: int
    day: date


class PlanItemAdopted(News):
    """The reviewed plan governs a finding (R-130), with its phased goals (R-20)."""

    finding: Id
    case: Id
    org: Id
    plan_version: int
    due: date | None = None
    milestones: tuple[PlannedMilestone, ...] = ()


class MilestoneAdded(News):
    """A phased goal was set (R-20)."""

    finding: Id
    case: Id
    org: Id
    milestone: int
    day: date


class MilestoneMet(News):
    """A phased goal was reached."""

    finding: Id
    case: Id
    org: Id
    milestone: int
    day: date


class ExtensionGranted(News):
    """A later date was set for a finding."""

    finding: Id
    case: Id
    org: Id
    due: date


class FindingSignedOff(News):
    """A finding is struck off the ledger; `verifier` is empty when nobody checked it outside."""

    finding: Id
    case: Id
    org: Id
    signoff: int
    number: str = ""
    verifier: str = ""


class FindingReopened(News):
    """A signed-off finding is open again."""

    finding: Id
    case: Id
    org: Id
    count: int


class FindingClosedNotApplicable(News):
    """A finding was closed without sign-off."""

    finding: Id
    case: Id
    org: Id
    reason: str


class LetterSent(News):
    """A recommendation letter or work suggestion went out (R-49, R-61)."""

    letter: Id
    round: str = ""
    case: str = ""
    addressee: Id
    kind: str
    sent_on: date
    reply_due: date | None = None
    rulebook: str = ""


class LetterReplied(News):
    """The addressee of a letter replied (R-67)."""

    letter: Id
    addressee: Id
    replied_on: date


class LetterOverdue(News):
    """The day of a reply passed without one (R-67)."""

    letter: Id
    addressee: Id
    reply_due: date


class RoundPlanned(News):
    """A round is planned; its rulebook may be named without version."""

    round: Id
    code: str
    rulebook: str
    bodies: Bodies


class RoundStep(News):
    """A step of a round, with the organs that act in it."""

    round: Id
    rulebook: str = ""
    dispatching: Id
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class RoundEnded(RoundStep):
    """The teams left (R-49 to R-51, R-58, R-60, R-105)."""

    ended_on: date


class RoundReported(RoundStep):
    """The inspection report is complete (R-114)."""

    reported_on: date | None = None


class RoundHeard(RoundStep):
    """A body heard the report (R-47, R-61)."""

    body: str
    heard_on: date


class CommonProblemConfirmed(News):
    """The office confirmed a common problem (R-54, R-115)."""

    problem: Id
    office: Id
    departments: tuple[Id, ...] = ()
    confirmed_on: date
    rulebook: str


class CommonProblemNotified(News):
    """A department was told of a common problem (R-54, R-65, R-115)."""

    problem: Id
    department: Id
    notified_on: date
    reply_due: date | None = None
    rulebook: str


class CommonProblemAnalysed(News):
    """A department studied a common problem (R-65)."""

    problem: Id
    department: Id
    analysed_on: date


class KeyListIssued(News):
    """The office gave the key-finding list to leaders and departments (R-114)."""

    key_list: Id
    round: Id
    issued_on: date


class RoundReportSubmitted(News):
    """The office reported on a round (R-58)."""

    round_report: Id
    round: Id
    digest: str = ""
    submitted_on: date


class RoundReportReceived(News):
    """A body received the report on a round; `complete` when all did (R-58)."""

    round_report: Id
    round: Id
    complete: bool
