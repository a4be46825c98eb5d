from rectify.findings.v1 import feedback_pb2 as _feedback_pb2
from rectify.findings.v1 import reports_pb2 as _reports_pb2
from rectify.findings.v1 import rounds_pb2 as _rounds_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OrganisationRegistered(_message.Message):
    __slots__ = ("org", "code", "name", "level")
    ORG_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    org: str
    code: str
    name: str
    level: str
    def __init__(self, org: _Optional[str] = ..., code: _Optional[str] = ..., name: _Optional[str] = ..., level: _Optional[str] = ...) -> None: ...

class OrganisationMerged(_message.Message):
    __slots__ = ("org", "successor", "day", "decision")
    ORG_FIELD_NUMBER: _ClassVar[int]
    SUCCESSOR_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    org: str
    successor: str
    day: str
    decision: str
    def __init__(self, org: _Optional[str] = ..., successor: _Optional[str] = ..., day: _Optional[str] = ..., decision: _Optional[str] = ...) -> None: ...

class PersonAppointed(_message.Message):
    __slots__ = ("org", "n", "person", "post", "since", "acting")
    ORG_FIELD_NUMBER: _ClassVar[int]
    N_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    org: str
    n: int
    person: str
    post: str
    since: str
    acting: bool
    def __init__(self, org: _Optional[str] = ..., n: _Optional[int] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., since: _Optional[str] = ..., acting: _Optional[bool] = ...) -> None: ...

class PostEnded(_message.Message):
    __slots__ = ("org", "n", "person", "post", "until")
    ORG_FIELD_NUMBER: _ClassVar[int]
    N_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    org: str
    n: int
    person: str
    post: str
    until: str
    def __init__(self, org: _Optional[str] = ..., n: _Optional[int] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., until: _Optional[str] = ...) -> None: ...

class RoundPlanned(_message.Message):
    __slots__ = ("round", "code", "rulebook", "bodies")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    rulebook: str
    bodies: _rounds_pb2.Bodies
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., rulebook: _Optional[str] = ..., bodies: _Optional[_Union[_rounds_pb2.Bodies, _Mapping]] = ...) -> None: ...

class MandatedTeam(_message.Message):
    __slots__ = ("name", "leader", "orgs")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LEADER_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    name: str
    leader: str
    orgs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., leader: _Optional[str] = ..., orgs: _Optional[_Iterable[str]] = ...) -> None: ...

class MandateIssued(_message.Message):
    __slots__ = ("round", "document", "teams")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    round: str
    document: str
    teams: _containers.RepeatedCompositeFieldContainer[MandatedTeam]
    def __init__(self, round: _Optional[str] = ..., document: _Optional[str] = ..., teams: _Optional[_Iterable[_Union[MandatedTeam, _Mapping]]] = ...) -> None: ...

class WorkingPaperFiled(_message.Message):
    __slots__ = ("round", "org", "number")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    round: str
    org: str
    number: str
    def __init__(self, round: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class FeedbackApproved(_message.Message):
    __slots__ = ("feedback", "round", "org", "approval", "digest")
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    feedback: str
    round: str
    org: str
    approval: str
    digest: str
    def __init__(self, feedback: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., approval: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class FeedbackDelivered(_message.Message):
    __slots__ = ("feedback", "round", "org", "meeting_on", "attendance", "missing")
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MEETING_ON_FIELD_NUMBER: _ClassVar[int]
    ATTENDANCE_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    feedback: str
    round: str
    org: str
    meeting_on: str
    attendance: _containers.RepeatedCompositeFieldContainer[_feedback_pb2.Attendance]
    missing: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, feedback: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., meeting_on: _Optional[str] = ..., attendance: _Optional[_Iterable[_Union[_feedback_pb2.Attendance, _Mapping]]] = ..., missing: _Optional[_Iterable[str]] = ...) -> None: ...

class OpenedFinding(_message.Message):
    __slots__ = ("finding", "number", "received_on", "due", "special_check", "supplement")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    received_on: str
    due: str
    special_check: str
    supplement: int
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., received_on: _Optional[str] = ..., due: _Optional[str] = ..., special_check: _Optional[str] = ..., supplement: _Optional[int] = ...) -> None: ...

class CaseDate(_message.Message):
    __slots__ = ("what", "rule", "due", "stricter", "inference")
    WHAT_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    STRICTER_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    what: str
    rule: str
    due: str
    stricter: str
    inference: bool
    def __init__(self, what: _Optional[str] = ..., rule: _Optional[str] = ..., due: _Optional[str] = ..., stricter: _Optional[str] = ..., inference: _Optional[bool] = ...) -> None: ...

class CaseOpened(_message.Message):
    __slots__ = ("case", "org", "round", "feedback", "number", "rulebook", "feedback_date", "receipt_date", "phase_end", "special_checks", "checks", "bodies", "dues", "findings")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_DATE_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_DATE_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    CHECKS_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    DUES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    round: str
    feedback: str
    number: str
    rulebook: str
    feedback_date: str
    receipt_date: str
    phase_end: str
    special_checks: _containers.RepeatedScalarFieldContainer[str]
    checks: _containers.RepeatedCompositeFieldContainer[_feedback_pb2.SpecialCheck]
    bodies: _rounds_pb2.Bodies
    dues: _containers.RepeatedCompositeFieldContainer[CaseDate]
    findings: _containers.RepeatedCompositeFieldContainer[OpenedFinding]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., round: _Optional[str] = ..., feedback: _Optional[str] = ..., number: _Optional[str] = ..., rulebook: _Optional[str] = ..., feedback_date: _Optional[str] = ..., receipt_date: _Optional[str] = ..., phase_end: _Optional[str] = ..., special_checks: _Optional[_Iterable[str]] = ..., checks: _Optional[_Iterable[_Union[_feedback_pb2.SpecialCheck, _Mapping]]] = ..., bodies: _Optional[_Union[_rounds_pb2.Bodies, _Mapping]] = ..., dues: _Optional[_Iterable[_Union[CaseDate, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[OpenedFinding, _Mapping]]] = ...) -> None: ...

class CaseSupplemented(_message.Message):
    __slots__ = ("case", "org", "supplement", "receipt_date", "phase_end", "findings")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_DATE_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    supplement: int
    receipt_date: str
    phase_end: str
    findings: _containers.RepeatedCompositeFieldContainer[OpenedFinding]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., supplement: _Optional[int] = ..., receipt_date: _Optional[str] = ..., phase_end: _Optional[str] = ..., findings: _Optional[_Iterable[_Union[OpenedFinding, _Mapping]]] = ...) -> None: ...

class MechanismSetUp(_message.Message):
    __slots__ = ("case", "org", "document_sha256")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    document_sha256: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class MeetingHeld(_message.Message):
    __slots__ = ("case", "org", "kind", "day", "attendance", "minutes_sha256")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    ATTENDANCE_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    kind: str
    day: str
    attendance: _containers.RepeatedCompositeFieldContainer[_feedback_pb2.Attendance]
    minutes_sha256: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., day: _Optional[str] = ..., attendance: _Optional[_Iterable[_Union[_feedback_pb2.Attendance, _Mapping]]] = ..., minutes_sha256: _Optional[str] = ...) -> None: ...

class ProcedureLaidDown(_message.Message):
    __slots__ = ("case", "org", "number", "document_sha256")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    number: str
    document_sha256: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class ConcentratedPhaseEnded(_message.Message):
    __slots__ = ("case", "org", "phase_end", "rulebook", "unfinished")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    phase_end: str
    rulebook: str
    unfinished: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., phase_end: _Optional[str] = ..., rulebook: _Optional[str] = ..., unfinished: _Optional[_Iterable[str]] = ...) -> None: ...

class SupplementPhaseEnded(_message.Message):
    __slots__ = ("case", "org", "phase_end", "unfinished")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    phase_end: str
    unfinished: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., phase_end: _Optional[str] = ..., unfinished: _Optional[_Iterable[str]] = ...) -> None: ...

class AllSignedOff(_message.Message):
    __slots__ = ("case", "org", "day", "rulebook", "final_report_due")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    FINAL_REPORT_DUE_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    day: str
    rulebook: str
    final_report_due: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., day: _Optional[str] = ..., rulebook: _Optional[str] = ..., final_report_due: _Optional[str] = ...) -> None: ...

class CaseCompleted(_message.Message):
    __slots__ = ("case", "org", "report", "day")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORT_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    report: str
    day: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., report: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class CaseClosed(_message.Message):
    __slots__ = ("case", "org", "round", "reason")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    round: str
    reason: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., round: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class CaseReopened(_message.Message):
    __slots__ = ("case", "org", "round", "finding", "count")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    round: str
    finding: str
    count: int
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., round: _Optional[str] = ..., finding: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class CaseTransferred(_message.Message):
    __slots__ = ("case", "org", "former", "day")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    former: str
    day: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., former: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class ReturnExpected(_message.Message):
    __slots__ = ("case", "org", "month", "due", "rulebook")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    month: str
    due: str
    rulebook: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., due: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class ReturnSubmitted(_message.Message):
    __slots__ = ("case", "org", "month", "submitted_on", "due", "late", "digest", "no_progress", "stagnant")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    NO_PROGRESS_FIELD_NUMBER: _ClassVar[int]
    STAGNANT_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    month: str
    submitted_on: str
    due: str
    late: bool
    digest: str
    no_progress: _containers.RepeatedScalarFieldContainer[str]
    stagnant: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., submitted_on: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ..., digest: _Optional[str] = ..., no_progress: _Optional[_Iterable[str]] = ..., stagnant: _Optional[_Iterable[str]] = ...) -> None: ...

class ReturnMissing(_message.Message):
    __slots__ = ("case", "org", "month", "due")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    month: str
    due: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class ReturnAccepted(_message.Message):
    __slots__ = ("case", "org", "month", "by")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    month: str
    by: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., by: _Optional[str] = ...) -> None: ...

class ReturnSentBack(_message.Message):
    __slots__ = ("case", "org", "month", "reason")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    month: str
    reason: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ReportSubmitted(_message.Message):
    __slots__ = ("report", "case", "org", "kind", "special_check", "version", "addressee", "submitted_on", "due", "late", "document", "endorser", "target_passed")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ENDORSER_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    kind: str
    special_check: str
    version: int
    addressee: str
    submitted_on: str
    due: str
    late: bool
    document: str
    endorser: str
    target_passed: bool
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., addressee: _Optional[str] = ..., submitted_on: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ..., document: _Optional[str] = ..., endorser: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ReportAccepted(_message.Message):
    __slots__ = ("report", "case", "org", "kind", "special_check", "version", "opinion", "day", "totals")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    kind: str
    special_check: str
    version: int
    opinion: str
    day: str
    totals: _reports_pb2.ReportTotals
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., opinion: _Optional[str] = ..., day: _Optional[str] = ..., totals: _Optional[_Union[_reports_pb2.ReportTotals, _Mapping]] = ...) -> None: ...

class ReportSentBack(_message.Message):
    __slots__ = ("report", "case", "org", "kind", "special_check", "version", "opinion", "reason")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    kind: str
    special_check: str
    version: int
    opinion: str
    reason: str
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., opinion: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ReportOpinionNotApplied(_message.Message):
    __slots__ = ("report", "case", "org", "kind", "special_check", "version", "conclusion", "opinion", "code", "en", "zh")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    kind: str
    special_check: str
    version: int
    conclusion: str
    opinion: str
    code: str
    en: str
    zh: str
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class LetterSent(_message.Message):
    __slots__ = ("letter", "number", "round", "case", "addressee", "kind", "sent_on", "reply_due", "due_rule", "rulebook", "inference")
    LETTER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SENT_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    DUE_RULE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    letter: str
    number: str
    round: str
    case: str
    addressee: str
    kind: str
    sent_on: str
    reply_due: str
    due_rule: str
    rulebook: str
    inference: bool
    def __init__(self, letter: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., addressee: _Optional[str] = ..., kind: _Optional[str] = ..., sent_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., due_rule: _Optional[str] = ..., rulebook: _Optional[str] = ..., inference: _Optional[bool] = ...) -> None: ...

class LetterReplied(_message.Message):
    __slots__ = ("letter", "number", "round", "case", "addressee", "adoption", "reason", "replier", "replied_on", "reply_due", "late", "target_passed")
    LETTER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADOPTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REPLIER_FIELD_NUMBER: _ClassVar[int]
    REPLIED_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    letter: str
    number: str
    round: str
    case: str
    addressee: str
    adoption: str
    reason: str
    replier: str
    replied_on: str
    reply_due: str
    late: bool
    target_passed: bool
    def __init__(self, letter: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., addressee: _Optional[str] = ..., adoption: _Optional[str] = ..., reason: _Optional[str] = ..., replier: _Optional[str] = ..., replied_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., late: _Optional[bool] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class LetterOverdue(_message.Message):
    __slots__ = ("letter", "number", "round", "case", "addressee", "kind", "reply_due", "state", "target_passed")
    LETTER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    letter: str
    number: str
    round: str
    case: str
    addressee: str
    kind: str
    reply_due: str
    state: str
    target_passed: bool
    def __init__(self, letter: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., addressee: _Optional[str] = ..., kind: _Optional[str] = ..., reply_due: _Optional[str] = ..., state: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class NotificationSent(_message.Message):
    __slots__ = ("notification", "number", "kind", "round", "case", "title", "document_sha256", "recipients", "actions", "sent_on")
    NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    SENT_ON_FIELD_NUMBER: _ClassVar[int]
    notification: str
    number: str
    kind: str
    round: str
    case: str
    title: str
    document_sha256: str
    recipients: _containers.RepeatedScalarFieldContainer[str]
    actions: _containers.RepeatedScalarFieldContainer[str]
    sent_on: str
    def __init__(self, notification: _Optional[str] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., title: _Optional[str] = ..., document_sha256: _Optional[str] = ..., recipients: _Optional[_Iterable[str]] = ..., actions: _Optional[_Iterable[str]] = ..., sent_on: _Optional[str] = ...) -> None: ...

class NotificationAcknowledged(_message.Message):
    __slots__ = ("notification", "number", "org", "signer", "acknowledged_on", "actions", "complete")
    NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNER_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_ON_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    COMPLETE_FIELD_NUMBER: _ClassVar[int]
    notification: str
    number: str
    org: str
    signer: str
    acknowledged_on: str
    actions: _containers.RepeatedScalarFieldContainer[str]
    complete: bool
    def __init__(self, notification: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., signer: _Optional[str] = ..., acknowledged_on: _Optional[str] = ..., actions: _Optional[_Iterable[str]] = ..., complete: _Optional[bool] = ...) -> None: ...

class PrincipalChanged(_message.Message):
    __slots__ = ("refeedback", "case", "org", "change", "number", "outgoing", "day")
    REFEEDBACK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OUTGOING_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    refeedback: str
    case: str
    org: str
    change: int
    number: str
    outgoing: str
    day: str
    def __init__(self, refeedback: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., change: _Optional[int] = ..., number: _Optional[str] = ..., outgoing: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class ReFeedbackDue(_message.Message):
    __slots__ = ("refeedback", "case", "org", "change", "incoming", "since", "changed_on", "last_day", "due", "rulebook")
    REFEEDBACK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    CHANGED_ON_FIELD_NUMBER: _ClassVar[int]
    LAST_DAY_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    refeedback: str
    case: str
    org: str
    change: int
    incoming: str
    since: str
    changed_on: str
    last_day: str
    due: str
    rulebook: str
    def __init__(self, refeedback: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., change: _Optional[int] = ..., incoming: _Optional[str] = ..., since: _Optional[str] = ..., changed_on: _Optional[str] = ..., last_day: _Optional[str] = ..., due: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class ReminderCalled(_message.Message):
    __slots__ = ("refeedback", "case", "org", "change", "incoming", "since", "changed_on", "ground", "last_day", "rulebook")
    REFEEDBACK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    CHANGED_ON_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    LAST_DAY_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    refeedback: str
    case: str
    org: str
    change: int
    incoming: str
    since: str
    changed_on: str
    ground: str
    last_day: str
    rulebook: str
    def __init__(self, refeedback: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., change: _Optional[int] = ..., incoming: _Optional[str] = ..., since: _Optional[str] = ..., changed_on: _Optional[str] = ..., ground: _Optional[str] = ..., last_day: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class ReFeedbackSuperseded(_message.Message):
    __slots__ = ("refeedback", "case", "org", "change", "by")
    REFEEDBACK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    refeedback: str
    case: str
    org: str
    change: int
    by: int
    def __init__(self, refeedback: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., change: _Optional[int] = ..., by: _Optional[int] = ...) -> None: ...

class ReFeedbackAccepted(_message.Message):
    __slots__ = ("refeedback", "case", "org", "change", "signer", "accepted_on", "due")
    REFEEDBACK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    SIGNER_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    refeedback: str
    case: str
    org: str
    change: int
    signer: str
    accepted_on: str
    due: str
    def __init__(self, refeedback: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., change: _Optional[int] = ..., signer: _Optional[str] = ..., accepted_on: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class HandoverCalled(_message.Message):
    __slots__ = ("handover", "case", "org", "leaver", "number", "post", "left_on", "due", "rulebook", "findings", "office", "org_dept")
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    LEFT_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    handover: str
    case: str
    org: str
    leaver: str
    number: str
    post: str
    left_on: str
    due: str
    rulebook: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    office: str
    org_dept: str
    def __init__(self, handover: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., leaver: _Optional[str] = ..., number: _Optional[str] = ..., post: _Optional[str] = ..., left_on: _Optional[str] = ..., due: _Optional[str] = ..., rulebook: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., office: _Optional[str] = ..., org_dept: _Optional[str] = ...) -> None: ...

class DutyGapOpened(_message.Message):
    __slots__ = ("handover", "case", "org", "leaver", "finding", "number", "holder")
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    handover: str
    case: str
    org: str
    leaver: str
    finding: str
    number: str
    holder: str
    def __init__(self, handover: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., leaver: _Optional[str] = ..., finding: _Optional[str] = ..., number: _Optional[str] = ..., holder: _Optional[str] = ...) -> None: ...

class DutyGapClosed(_message.Message):
    __slots__ = ("handover", "case", "org", "leaver", "finding", "number", "end", "member")
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    handover: str
    case: str
    org: str
    leaver: str
    finding: str
    number: str
    end: str
    member: str
    def __init__(self, handover: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., leaver: _Optional[str] = ..., finding: _Optional[str] = ..., number: _Optional[str] = ..., end: _Optional[str] = ..., member: _Optional[str] = ...) -> None: ...

class HandoverFiled(_message.Message):
    __slots__ = ("handover", "case", "org", "leaver", "number", "incoming", "file_number", "document_sha256")
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    FILE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    handover: str
    case: str
    org: str
    leaver: str
    number: str
    incoming: str
    file_number: str
    document_sha256: str
    def __init__(self, handover: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., leaver: _Optional[str] = ..., number: _Optional[str] = ..., incoming: _Optional[str] = ..., file_number: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class FindingRegistered(_message.Message):
    __slots__ = ("finding", "case", "org", "round", "feedback", "round_code", "org_code", "number", "wording", "category", "severity", "special_check", "track", "about_principal", "key", "supplement", "received", "due", "rulebook")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    ROUND_CODE_FIELD_NUMBER: _ClassVar[int]
    ORG_CODE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    ABOUT_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    round: str
    feedback: str
    round_code: str
    org_code: str
    number: str
    wording: str
    category: str
    severity: str
    special_check: str
    track: str
    about_principal: bool
    key: bool
    supplement: int
    received: str
    due: str
    rulebook: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., round: _Optional[str] = ..., feedback: _Optional[str] = ..., round_code: _Optional[str] = ..., org_code: _Optional[str] = ..., number: _Optional[str] = ..., wording: _Optional[str] = ..., category: _Optional[str] = ..., severity: _Optional[str] = ..., special_check: _Optional[str] = ..., track: _Optional[str] = ..., about_principal: _Optional[bool] = ..., key: _Optional[bool] = ..., supplement: _Optional[int] = ..., received: _Optional[str] = ..., due: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class FindingLinked(_message.Message):
    __slots__ = ("finding", "case", "org", "feedback", "wording", "category", "received", "rulebook")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    feedback: str
    wording: str
    category: str
    received: str
    rulebook: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., feedback: _Optional[str] = ..., wording: _Optional[str] = ..., category: _Optional[str] = ..., received: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class ImmediateNoticeServed(_message.Message):
    __slots__ = ("finding", "case", "org", "number", "wording", "due", "served_to", "rulebook")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    SERVED_TO_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    number: str
    wording: str
    due: str
    served_to: str
    rulebook: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., wording: _Optional[str] = ..., due: _Optional[str] = ..., served_to: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class ImmediateConfirmed(_message.Message):
    __slots__ = ("finding", "case", "org", "result")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    result: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., result: _Optional[str] = ...) -> None: ...

class FindingClaimed(_message.Message):
    __slots__ = ("finding", "case", "org", "member", "handler", "unit", "track")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    HANDLER_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    member: str
    handler: str
    unit: str
    track: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., member: _Optional[str] = ..., handler: _Optional[str] = ..., unit: _Optional[str] = ..., track: _Optional[str] = ...) -> None: ...

class FindingClassified(_message.Message):
    __slots__ = ("finding", "case", "org", "category", "severity", "disclosure", "common_problem")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    DISCLOSURE_FIELD_NUMBER: _ClassVar[int]
    COMMON_PROBLEM_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    category: str
    severity: str
    disclosure: str
    common_problem: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., category: _Optional[str] = ..., severity: _Optional[str] = ..., disclosure: _Optional[str] = ..., common_problem: _Optional[str] = ...) -> None: ...

class KeyFindingFlagged(_message.Message):
    __slots__ = ("finding", "case", "org", "key", "reason")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    key: bool
    reason: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., key: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class FindingContinued(_message.Message):
    __slots__ = ("finding", "case", "org", "phase_end")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    phase_end: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., phase_end: _Optional[str] = ...) -> None: ...

class AdoptedMilestone(_message.Message):
    __slots__ = ("no", "day", "goal")
    NO_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    no: int
    day: str
    goal: str
    def __init__(self, no: _Optional[int] = ..., day: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class PlanItemAdopted(_message.Message):
    __slots__ = ("finding", "case", "org", "plan", "plan_version", "item", "due", "track", "milestones")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    plan: str
    plan_version: int
    item: str
    due: str
    track: str
    milestones: _containers.RepeatedCompositeFieldContainer[AdoptedMilestone]
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., plan: _Optional[str] = ..., plan_version: _Optional[int] = ..., item: _Optional[str] = ..., due: _Optional[str] = ..., track: _Optional[str] = ..., milestones: _Optional[_Iterable[_Union[AdoptedMilestone, _Mapping]]] = ...) -> None: ...

class FindingOverdue(_message.Message):
    __slots__ = ("finding", "case", "org", "number", "due")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    number: str
    due: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class FindingReopened(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "count", "ground", "reason", "defect", "decision")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    count: int
    ground: str
    reason: str
    defect: str
    decision: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., count: _Optional[int] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ..., defect: _Optional[str] = ..., decision: _Optional[str] = ...) -> None: ...

class FindingClosedNotApplicable(_message.Message):
    __slots__ = ("finding", "case", "org", "ground", "reason")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    ground: str
    reason: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class MilestoneAdded(_message.Message):
    __slots__ = ("finding", "case", "org", "milestone", "day", "goal")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MILESTONE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    milestone: int
    day: str
    goal: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., milestone: _Optional[int] = ..., day: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class MilestoneMet(_message.Message):
    __slots__ = ("finding", "case", "org", "milestone", "day", "late")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MILESTONE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    milestone: int
    day: str
    late: bool
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., milestone: _Optional[int] = ..., day: _Optional[str] = ..., late: _Optional[bool] = ...) -> None: ...

class MilestoneMissed(_message.Message):
    __slots__ = ("finding", "case", "org", "milestone", "day")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MILESTONE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    milestone: int
    day: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., milestone: _Optional[int] = ..., day: _Optional[str] = ...) -> None: ...

class EvidenceAltered(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "evidence", "signed", "present")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    evidence: int
    signed: str
    present: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., evidence: _Optional[int] = ..., signed: _Optional[str] = ..., present: _Optional[str] = ...) -> None: ...

class ExtensionRequested(_message.Message):
    __slots__ = ("finding", "case", "org", "extension", "due", "wanted", "reason")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    EXTENSION_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    WANTED_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    extension: int
    due: str
    wanted: str
    reason: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., extension: _Optional[int] = ..., due: _Optional[str] = ..., wanted: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ExtensionGranted(_message.Message):
    __slots__ = ("finding", "case", "org", "extension", "former", "due")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    EXTENSION_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    extension: int
    former: str
    due: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., extension: _Optional[int] = ..., former: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class ExtensionRefused(_message.Message):
    __slots__ = ("finding", "case", "org", "extension", "due", "reason")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    EXTENSION_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    extension: int
    due: str
    reason: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., extension: _Optional[int] = ..., due: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SignOffRequested(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "requester", "digest")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    requester: str
    digest: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., requester: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class SignOffRejected(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "step", "by", "reason")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    step: str
    by: str
    reason: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., step: _Optional[str] = ..., by: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class InnerSigned(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "number", "involved", "barred", "after_reopening", "outer", "route", "percent", "seed", "drawn", "document", "special_check", "rulebook")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    INVOLVED_FIELD_NUMBER: _ClassVar[int]
    BARRED_FIELD_NUMBER: _ClassVar[int]
    AFTER_REOPENING_FIELD_NUMBER: _ClassVar[int]
    OUTER_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    DRAWN_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    number: str
    involved: _containers.RepeatedScalarFieldContainer[str]
    barred: _containers.RepeatedScalarFieldContainer[str]
    after_reopening: bool
    outer: bool
    route: str
    percent: int
    seed: str
    drawn: int
    document: str
    special_check: str
    rulebook: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., number: _Optional[str] = ..., involved: _Optional[_Iterable[str]] = ..., barred: _Optional[_Iterable[str]] = ..., after_reopening: _Optional[bool] = ..., outer: _Optional[bool] = ..., route: _Optional[str] = ..., percent: _Optional[int] = ..., seed: _Optional[str] = ..., drawn: _Optional[int] = ..., document: _Optional[str] = ..., special_check: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class FindingSignedOff(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "number", "digest", "route", "verifier", "opinion_no")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    number: str
    digest: str
    route: str
    verifier: str
    opinion_no: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., number: _Optional[str] = ..., digest: _Optional[str] = ..., route: _Optional[str] = ..., verifier: _Optional[str] = ..., opinion_no: _Optional[str] = ...) -> None: ...

class VerdictNotApplied(_message.Message):
    __slots__ = ("finding", "case", "org", "verdict", "signoff", "verifier", "opinion_no", "code", "en", "zh")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    verdict: str
    signoff: int
    verifier: str
    opinion_no: str
    code: str
    en: str
    zh: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., verdict: _Optional[str] = ..., signoff: _Optional[int] = ..., verifier: _Optional[str] = ..., opinion_no: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class PlanItemHash(_message.Message):
    __slots__ = ("finding", "number", "sha256")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    sha256: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., sha256: _Optional[str] = ...) -> None: ...

class PlanSubmitted(_message.Message):
    __slots__ = ("plan", "case", "org", "version", "amendment", "items", "document", "special_checks", "rulebook")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    AMENDMENT_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    version: int
    amendment: bool
    items: _containers.RepeatedCompositeFieldContainer[PlanItemHash]
    document: str
    special_checks: _containers.RepeatedScalarFieldContainer[str]
    rulebook: str
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., version: _Optional[int] = ..., amendment: _Optional[bool] = ..., items: _Optional[_Iterable[_Union[PlanItemHash, _Mapping]]] = ..., document: _Optional[str] = ..., special_checks: _Optional[_Iterable[str]] = ..., rulebook: _Optional[str] = ...) -> None: ...

class PlanWithdrawn(_message.Message):
    __slots__ = ("plan", "case", "org", "version", "reason")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    version: int
    reason: str
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., version: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class PlanVerdictNotApplied(_message.Message):
    __slots__ = ("plan", "case", "org", "version", "verdict", "opinion_no", "code", "en", "zh")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    version: int
    verdict: str
    opinion_no: str
    code: str
    en: str
    zh: str
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., version: _Optional[int] = ..., verdict: _Optional[str] = ..., opinion_no: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class LedgerImported(_message.Message):
    __slots__ = ("ledger", "case", "org", "sha256", "rows", "registered", "proposed")
    LEDGER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_FIELD_NUMBER: _ClassVar[int]
    PROPOSED_FIELD_NUMBER: _ClassVar[int]
    ledger: str
    case: str
    org: str
    sha256: str
    rows: int
    registered: int
    proposed: int
    def __init__(self, ledger: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., sha256: _Optional[str] = ..., rows: _Optional[int] = ..., registered: _Optional[int] = ..., proposed: _Optional[int] = ...) -> None: ...

class RoundTeam(_message.Message):
    __slots__ = ("name", "leader", "org_ids")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LEADER_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    name: str
    leader: str
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., leader: _Optional[str] = ..., org_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class RoundEnded(_message.Message):
    __slots__ = ("round", "code", "rulebook", "org_ids", "dispatching", "leading_group", "office", "discipline", "org_dept", "publicity", "teams", "ended_on")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISCIPLINE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    PUBLICITY_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    rulebook: str
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    dispatching: str
    leading_group: str
    office: str
    discipline: str
    org_dept: str
    publicity: str
    teams: _containers.RepeatedCompositeFieldContainer[RoundTeam]
    ended_on: str
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., rulebook: _Optional[str] = ..., org_ids: _Optional[_Iterable[str]] = ..., dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., office: _Optional[str] = ..., discipline: _Optional[str] = ..., org_dept: _Optional[str] = ..., publicity: _Optional[str] = ..., teams: _Optional[_Iterable[_Union[RoundTeam, _Mapping]]] = ..., ended_on: _Optional[str] = ...) -> None: ...

class RoundReported(_message.Message):
    __slots__ = ("round", "code", "rulebook", "org_ids", "dispatching", "leading_group", "office", "discipline", "org_dept", "publicity", "teams", "reported_on", "document")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISCIPLINE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    PUBLICITY_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    REPORTED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    rulebook: str
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    dispatching: str
    leading_group: str
    office: str
    discipline: str
    org_dept: str
    publicity: str
    teams: _containers.RepeatedCompositeFieldContainer[RoundTeam]
    reported_on: str
    document: str
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., rulebook: _Optional[str] = ..., org_ids: _Optional[_Iterable[str]] = ..., dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., office: _Optional[str] = ..., discipline: _Optional[str] = ..., org_dept: _Optional[str] = ..., publicity: _Optional[str] = ..., teams: _Optional[_Iterable[_Union[RoundTeam, _Mapping]]] = ..., reported_on: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class RoundHeard(_message.Message):
    __slots__ = ("round", "code", "rulebook", "org_ids", "dispatching", "leading_group", "office", "discipline", "org_dept", "publicity", "teams", "body", "heard_on", "document")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISCIPLINE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    PUBLICITY_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    HEARD_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    rulebook: str
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    dispatching: str
    leading_group: str
    office: str
    discipline: str
    org_dept: str
    publicity: str
    teams: _containers.RepeatedCompositeFieldContainer[RoundTeam]
    body: str
    heard_on: str
    document: str
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., rulebook: _Optional[str] = ..., org_ids: _Optional[_Iterable[str]] = ..., dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., office: _Optional[str] = ..., discipline: _Optional[str] = ..., org_dept: _Optional[str] = ..., publicity: _Optional[str] = ..., teams: _Optional[_Iterable[_Union[RoundTeam, _Mapping]]] = ..., body: _Optional[str] = ..., heard_on: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class CommonProblemSeen(_message.Message):
    __slots__ = ("problem", "number", "office", "category", "spread", "finding_ids", "org_ids", "rulebook")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SPREAD_FIELD_NUMBER: _ClassVar[int]
    FINDING_IDS_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    office: str
    category: str
    spread: str
    finding_ids: _containers.RepeatedScalarFieldContainer[str]
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    rulebook: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., office: _Optional[str] = ..., category: _Optional[str] = ..., spread: _Optional[str] = ..., finding_ids: _Optional[_Iterable[str]] = ..., org_ids: _Optional[_Iterable[str]] = ..., rulebook: _Optional[str] = ...) -> None: ...

class CommonProblemConfirmed(_message.Message):
    __slots__ = ("problem", "number", "office", "category", "statement", "finding_ids", "org_ids", "departments", "confirmed_on", "rulebook")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    FINDING_IDS_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENTS_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    office: str
    category: str
    statement: str
    finding_ids: _containers.RepeatedScalarFieldContainer[str]
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    departments: _containers.RepeatedScalarFieldContainer[str]
    confirmed_on: str
    rulebook: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., office: _Optional[str] = ..., category: _Optional[str] = ..., statement: _Optional[str] = ..., finding_ids: _Optional[_Iterable[str]] = ..., org_ids: _Optional[_Iterable[str]] = ..., departments: _Optional[_Iterable[str]] = ..., confirmed_on: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class CommonProblemNotified(_message.Message):
    __slots__ = ("problem", "number", "department", "notified_on", "reply_due", "due_rule", "inference", "rulebook")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    NOTIFIED_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    DUE_RULE_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    department: str
    notified_on: str
    reply_due: str
    due_rule: str
    inference: bool
    rulebook: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., department: _Optional[str] = ..., notified_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., due_rule: _Optional[str] = ..., inference: _Optional[bool] = ..., rulebook: _Optional[str] = ...) -> None: ...

class CommonProblemAcknowledged(_message.Message):
    __slots__ = ("problem", "number", "department", "acknowledged_on")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_ON_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    department: str
    acknowledged_on: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., department: _Optional[str] = ..., acknowledged_on: _Optional[str] = ...) -> None: ...

class CommonProblemAnalysed(_message.Message):
    __slots__ = ("problem", "number", "department", "analysed_on", "reply_due", "late", "document_sha256", "target_passed")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    ANALYSED_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    department: str
    analysed_on: str
    reply_due: str
    late: bool
    document_sha256: str
    target_passed: bool
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., department: _Optional[str] = ..., analysed_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., late: _Optional[bool] = ..., document_sha256: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class GovernanceRuleAdopted(_message.Message):
    __slots__ = ("problem", "number", "department", "action", "adopted_on")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    ADOPTED_ON_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    department: str
    action: int
    adopted_on: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., department: _Optional[str] = ..., action: _Optional[int] = ..., adopted_on: _Optional[str] = ...) -> None: ...

class CommonProblemEffectChecked(_message.Message):
    __slots__ = ("problem", "number", "effect", "checked_on")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    CHECKED_ON_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    effect: str
    checked_on: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., effect: _Optional[str] = ..., checked_on: _Optional[str] = ...) -> None: ...

class CommonProblemClosed(_message.Message):
    __slots__ = ("problem", "number", "closed_on")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    closed_on: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., closed_on: _Optional[str] = ...) -> None: ...

class CommonProblemRecurred(_message.Message):
    __slots__ = ("problem", "number", "category", "round", "count", "finding_ids", "org_ids", "recurred_on", "rulebook")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    FINDING_IDS_FIELD_NUMBER: _ClassVar[int]
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    RECURRED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    category: str
    round: str
    count: int
    finding_ids: _containers.RepeatedScalarFieldContainer[str]
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    recurred_on: str
    rulebook: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., category: _Optional[str] = ..., round: _Optional[str] = ..., count: _Optional[int] = ..., finding_ids: _Optional[_Iterable[str]] = ..., org_ids: _Optional[_Iterable[str]] = ..., recurred_on: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class SimilarityJudged(_message.Message):
    __slots__ = ("pair", "finding", "case", "org", "other", "other_case", "other_org", "likeness", "reason")
    PAIR_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    OTHER_CASE_FIELD_NUMBER: _ClassVar[int]
    OTHER_ORG_FIELD_NUMBER: _ClassVar[int]
    LIKENESS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    pair: str
    finding: str
    case: str
    org: str
    other: str
    other_case: str
    other_org: str
    likeness: str
    reason: str
    def __init__(self, pair: _Optional[str] = ..., finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., other: _Optional[str] = ..., other_case: _Optional[str] = ..., other_org: _Optional[str] = ..., likeness: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class AppointmentFollowed(_message.Message):
    __slots__ = ("decision", "org", "person", "post", "followed_on")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    FOLLOWED_ON_FIELD_NUMBER: _ClassVar[int]
    decision: str
    org: str
    person: str
    post: str
    followed_on: str
    def __init__(self, decision: _Optional[str] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., followed_on: _Optional[str] = ...) -> None: ...

class AppointmentNotApplied(_message.Message):
    __slots__ = ("decision", "org", "person", "post", "code", "en", "zh")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    decision: str
    org: str
    person: str
    post: str
    code: str
    en: str
    zh: str
    def __init__(self, decision: _Optional[str] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class KeyListIssued(_message.Message):
    __slots__ = ("key_list", "number", "round", "office", "finding_ids", "recipients", "issued_on", "rulebook")
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    FINDING_IDS_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    key_list: str
    number: str
    round: str
    office: str
    finding_ids: _containers.RepeatedScalarFieldContainer[str]
    recipients: _containers.RepeatedScalarFieldContainer[str]
    issued_on: str
    rulebook: str
    def __init__(self, key_list: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., office: _Optional[str] = ..., finding_ids: _Optional[_Iterable[str]] = ..., recipients: _Optional[_Iterable[str]] = ..., issued_on: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class KeyListReceived(_message.Message):
    __slots__ = ("key_list", "number", "org", "received_on", "complete")
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    COMPLETE_FIELD_NUMBER: _ClassVar[int]
    key_list: str
    number: str
    org: str
    received_on: str
    complete: bool
    def __init__(self, key_list: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., received_on: _Optional[str] = ..., complete: _Optional[bool] = ...) -> None: ...

class RoundReportSubmitted(_message.Message):
    __slots__ = ("round_report", "number", "round", "office", "dispatching", "leading_group", "digest", "submitted_on", "rulebook")
    ROUND_REPORT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    round_report: str
    number: str
    round: str
    office: str
    dispatching: str
    leading_group: str
    digest: str
    submitted_on: str
    rulebook: str
    def __init__(self, round_report: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., office: _Optional[str] = ..., dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., digest: _Optional[str] = ..., submitted_on: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class RoundReportReceived(_message.Message):
    __slots__ = ("round_report", "number", "round", "body", "org", "received_on", "complete")
    ROUND_REPORT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    COMPLETE_FIELD_NUMBER: _ClassVar[int]
    round_report: str
    number: str
    round: str
    body: str
    org: str
    received_on: str
    complete: bool
    def __init__(self, round_report: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., body: _Optional[str] = ..., org: _Optional[str] = ..., received_on: _Optional[str] = ..., complete: _Optional[bool] = ...) -> None: ...

class MajorProblemReported(_message.Message):
    __slots__ = ("round", "org", "number", "found_on", "reported_on", "due", "late", "reporter", "rulebook", "target_passed")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    FOUND_ON_FIELD_NUMBER: _ClassVar[int]
    REPORTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    REPORTER_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    round: str
    org: str
    number: str
    found_on: str
    reported_on: str
    due: str
    late: bool
    reporter: str
    rulebook: str
    target_passed: bool
    def __init__(self, round: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., found_on: _Optional[str] = ..., reported_on: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ..., reporter: _Optional[str] = ..., rulebook: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class MajorProblemTaken(_message.Message):
    __slots__ = ("round", "org", "number", "taken_on")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TAKEN_ON_FIELD_NUMBER: _ClassVar[int]
    round: str
    org: str
    number: str
    taken_on: str
    def __init__(self, round: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., taken_on: _Optional[str] = ...) -> None: ...

class BackgroundBriefed(_message.Message):
    __slots__ = ("round", "recipient", "day")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    round: str
    recipient: str
    day: str
    def __init__(self, round: _Optional[str] = ..., recipient: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class ConcentratedFeedbackHeld(_message.Message):
    __slots__ = ("round", "day", "problems", "present")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    round: str
    day: str
    problems: _containers.RepeatedScalarFieldContainer[str]
    present: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, round: _Optional[str] = ..., day: _Optional[str] = ..., problems: _Optional[_Iterable[str]] = ..., present: _Optional[_Iterable[str]] = ...) -> None: ...
