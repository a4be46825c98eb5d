"""Facts about a rectification case: one organisation in one round."""

from datetime import date

from findings.events.parts import Sha256
from findings.events.words import Attendance, Bodies, CaseFinding, Due, MeetingKind, OfCase, SelfExamination, SpecialCheck, Standing
from kernel.messages import Id, Ref


class CaseOpened(OfCase):
    """Feedback was received: every clock of the case runs from `receipt_date` (R-01) under `rulebook`."""

    TOPIC = "findings.case.opened.v1"

    round: Ref
    feedback: Ref
    number: str
    round_code: str
    org_code: str
    rulebook: str
    feedback_date: date
    receipt_date: date
    phase_end: date
    special_checks: tuple[str, ...]
    checks: tuple[SpecialCheck, ...]
    bodies: Bodies
    dues: tuple[Due, ...]
    findings: tuple[CaseFinding, ...]
    digest: Sha256


class CaseSupplemented(OfCase):
    """Findings of a supplement joined the case, with a day 0 of their own."""

    TOPIC = "findings.case.supplemented.v1"

    supplement: int
    receipt_date: date
    phase_end: date
    findings: tuple[CaseFinding, ...]


class PlanningBegun(OfCase):
    """The organisation began to plan."""

    TOPIC = "findings.case.planning-begun.v1"


class PlanSettled(OfCase):
    """The plan passed its review: rectification goes by it."""

    TOPIC = "findings.case.plan-settled.v1"

    plan: Ref


class MechanismSetUp(OfCase):
    """The rectification working mechanism stands (R-04)."""

    TOPIC = "findings.case.mechanism-set-up.v1"

    day: date
    description: str
    head: Id
    members: tuple[Id, ...] = ()
    document_sha256: Sha256


class MeetingHeld(OfCase):
    """A meeting on rectification took place (R-02, R-05)."""

    TOPIC = "findings.case.meeting-held.v1"

    kind: MeetingKind
    day: date
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    decisions: tuple[str, ...] = ()
    minutes_sha256: Sha256
    self_examinations: tuple[SelfExamination, ...] = ()


class ProcedureLaidDown(OfCase):
    """The sign-off procedure is laid down (R-13)."""

    TOPIC = "findings.case.procedure-laid-down.v1"

    day: date
    number: str
    document_sha256: Sha256


class ConcentratedPhaseEnded(OfCase):
    """The day `phase_end` passed; `unfinished` are the findings that go on as continuing (R-15)."""

    TOPIC = "findings.case.concentrated-phase-ended.v1"

    phase_end: date
    rulebook: str
    unfinished: tuple[Id, ...]


class SupplementPhaseEnded(OfCase):
    """The own concentrated phase of a supplement's findings passed."""

    TOPIC = "findings.case.supplement-phase-ended.v1"

    phase_end: date
    unfinished: tuple[Id, ...]


class CaseFindingSettled(OfCase):
    """A finding of the case was signed off, or closed as not applicable."""

    TOPIC = "findings.case.finding-settled.v1"

    finding: Ref
    standing: Standing
    day: date


class CaseFindingReopened(OfCase):
    """A settled finding of the case is open again."""

    TOPIC = "findings.case.finding-reopened.v1"

    finding: Ref
    day: date


class AllSignedOff(OfCase):
    """No finding is unfinished: the final report is due (R-16)."""

    TOPIC = "findings.case.all-signed-off.v1"

    day: date
    rulebook: str
    final_report_due: date | None


class ProgressReportSubmitted(OfCase):
    """The concentrated-phase progress report is with the reviewers (R-07)."""

    TOPIC = "findings.case.progress-report-submitted.v1"

    report: Ref


class ProgressReportSettled(OfCase):
    """The reviewers' opinion on the progress report is out; `accepted` is false when it was returned."""

    TOPIC = "findings.case.progress-report-settled.v1"

    report: Ref
    accepted: bool


class CaseCompleted(OfCase):
    """The final report was accepted (R-16)."""

    TOPIC = "findings.case.completed.v1"

    report: Ref
    day: date


class CaseClosed(OfCase):
    """Nothing more is done in the case, unless it is reopened."""

    TOPIC = "findings.case.closed.v1"

    round: Ref
    reason: str


class CaseReopened(OfCase):
    """A completed or closed case is open again, for this finding only."""

    TOPIC = "findings.case.reopened.v1"

    round: Ref
    finding: Ref
    count: int


class CaseTransferred(OfCase):
    """After a merger `org`, the successor, answers for the case; every date stays."""

    TOPIC = "findings.case.transferred.v1"

    former: Ref
    day: date


class ReturnCalled(OfCase):
    """A monthly return is called for this month (R-15)."""

    TOPIC = "findings.case.return-called.v1"

    month: str
