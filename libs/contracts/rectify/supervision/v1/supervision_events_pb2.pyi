from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class PlanPassed(_message.Message):
    __slots__ = ("plan", "case", "org", "plan_version", "opinion_no", "with_opinion", "overall", "shortcomings", "demands", "verifier")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    WITH_OPINION_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    plan_version: int
    opinion_no: str
    with_opinion: bool
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., plan_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., with_opinion: _Optional[bool] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ...) -> None: ...

class PlanReturned(_message.Message):
    __slots__ = ("plan", "case", "org", "plan_version", "opinion_no", "overall", "shortcomings", "demands", "verifier")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    plan_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., plan_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ...) -> None: ...

class SignOffCheckPassed(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "opinion_no", "overall", "verifier", "site_record")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    SITE_RECORD_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    opinion_no: str
    overall: str
    verifier: str
    site_record: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., verifier: _Optional[str] = ..., site_record: _Optional[str] = ...) -> None: ...

class SignOffCheckFailed(_message.Message):
    __slots__ = ("finding", "case", "org", "signoff", "opinion_no", "overall", "shortcomings", "demands", "defect", "verifier", "site_record", "failures")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    SITE_RECORD_FIELD_NUMBER: _ClassVar[int]
    FAILURES_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    signoff: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    defect: str
    verifier: str
    site_record: str
    failures: int
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., defect: _Optional[str] = ..., verifier: _Optional[str] = ..., site_record: _Optional[str] = ..., failures: _Optional[int] = ...) -> None: ...

class LookBackReopened(_message.Message):
    __slots__ = ("finding", "case", "org", "ground", "reason", "defect", "decision", "evidence", "verifier")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    finding: str
    case: str
    org: str
    ground: str
    reason: str
    defect: str
    decision: str
    evidence: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ..., defect: _Optional[str] = ..., decision: _Optional[str] = ..., evidence: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ...) -> None: ...

class ActionOpened(_message.Message):
    __slots__ = ("action", "number", "kind", "case", "org", "addressee", "response_due")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_DUE_FIELD_NUMBER: _ClassVar[int]
    action: str
    number: str
    kind: str
    case: str
    org: str
    addressee: str
    response_due: str
    def __init__(self, action: _Optional[str] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., addressee: _Optional[str] = ..., response_due: _Optional[str] = ...) -> None: ...

class ActionPerformed(_message.Message):
    __slots__ = ("action", "kind", "case", "org", "addressee", "performed_on", "response_due")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    PERFORMED_ON_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_DUE_FIELD_NUMBER: _ClassVar[int]
    action: str
    kind: str
    case: str
    org: str
    addressee: str
    performed_on: str
    response_due: str
    def __init__(self, action: _Optional[str] = ..., kind: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., addressee: _Optional[str] = ..., performed_on: _Optional[str] = ..., response_due: _Optional[str] = ...) -> None: ...

class ActionResponded(_message.Message):
    __slots__ = ("action", "case", "org", "addressee", "responded_on", "late")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    RESPONDED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    action: str
    case: str
    org: str
    addressee: str
    responded_on: str
    late: bool
    def __init__(self, action: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., addressee: _Optional[str] = ..., responded_on: _Optional[str] = ..., late: _Optional[bool] = ...) -> None: ...

class LookBackDrawn(_message.Message):
    __slots__ = ("draw", "case", "round", "seed", "population_count", "population_sha256", "finding_ids", "drawn_on")
    DRAW_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    POPULATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    POPULATION_SHA256_FIELD_NUMBER: _ClassVar[int]
    FINDING_IDS_FIELD_NUMBER: _ClassVar[int]
    DRAWN_ON_FIELD_NUMBER: _ClassVar[int]
    draw: str
    case: str
    round: str
    seed: str
    population_count: int
    population_sha256: str
    finding_ids: _containers.RepeatedScalarFieldContainer[str]
    drawn_on: str
    def __init__(self, draw: _Optional[str] = ..., case: _Optional[str] = ..., round: _Optional[str] = ..., seed: _Optional[str] = ..., population_count: _Optional[int] = ..., population_sha256: _Optional[str] = ..., finding_ids: _Optional[_Iterable[str]] = ..., drawn_on: _Optional[str] = ...) -> None: ...

class LookBackReported(_message.Message):
    __slots__ = ("draw", "round", "held", "overturned", "document_sha256", "reported_on")
    DRAW_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    HELD_FIELD_NUMBER: _ClassVar[int]
    OVERTURNED_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    REPORTED_ON_FIELD_NUMBER: _ClassVar[int]
    draw: str
    round: str
    held: int
    overturned: int
    document_sha256: str
    reported_on: str
    def __init__(self, draw: _Optional[str] = ..., round: _Optional[str] = ..., held: _Optional[int] = ..., overturned: _Optional[int] = ..., document_sha256: _Optional[str] = ..., reported_on: _Optional[str] = ...) -> None: ...

class EvaluationApproved(_message.Message):
    __slots__ = ("evaluation", "case", "org", "scheme", "score", "grade", "disposal", "approved_on")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    DISPOSAL_FIELD_NUMBER: _ClassVar[int]
    APPROVED_ON_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    case: str
    org: str
    scheme: str
    score: int
    grade: str
    disposal: str
    approved_on: str
    def __init__(self, evaluation: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scheme: _Optional[str] = ..., score: _Optional[int] = ..., grade: _Optional[str] = ..., disposal: _Optional[str] = ..., approved_on: _Optional[str] = ...) -> None: ...

class AccountabilityDecided(_message.Message):
    __slots__ = ("matter", "org", "case", "subject_class", "outcome", "decided_on", "announced", "decision_no")
    MATTER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_CLASS_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    DECIDED_ON_FIELD_NUMBER: _ClassVar[int]
    ANNOUNCED_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    matter: str
    org: str
    case: str
    subject_class: str
    outcome: str
    decided_on: str
    announced: bool
    decision_no: str
    def __init__(self, matter: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., subject_class: _Optional[str] = ..., outcome: _Optional[str] = ..., decided_on: _Optional[str] = ..., announced: _Optional[bool] = ..., decision_no: _Optional[str] = ...) -> None: ...

class AdjustmentProposed(_message.Message):
    __slots__ = ("proposal", "org", "case", "person", "reason")
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    proposal: str
    org: str
    case: str
    person: str
    reason: str
    def __init__(self, proposal: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., person: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ConsolidationOrdered(_message.Message):
    __slots__ = ("order", "number", "org", "case", "decision_no", "ordered_on", "until")
    ORDER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    ORDERED_ON_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    order: str
    number: str
    org: str
    case: str
    decision_no: str
    ordered_on: str
    until: str
    def __init__(self, order: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., decision_no: _Optional[str] = ..., ordered_on: _Optional[str] = ..., until: _Optional[str] = ...) -> None: ...

class ConsolidationEnded(_message.Message):
    __slots__ = ("order", "org", "case", "ended_on")
    ORDER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    order: str
    org: str
    case: str
    ended_on: str
    def __init__(self, order: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., ended_on: _Optional[str] = ...) -> None: ...

class TypicalCaseSuggested(_message.Message):
    __slots__ = ("suggestion", "org", "case", "title", "facts_sha256", "suggested_on")
    SUGGESTION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    FACTS_SHA256_FIELD_NUMBER: _ClassVar[int]
    SUGGESTED_ON_FIELD_NUMBER: _ClassVar[int]
    suggestion: str
    org: str
    case: str
    title: str
    facts_sha256: str
    suggested_on: str
    def __init__(self, suggestion: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., title: _Optional[str] = ..., facts_sha256: _Optional[str] = ..., suggested_on: _Optional[str] = ...) -> None: ...

class SupervisionReportSubmitted(_message.Message):
    __slots__ = ("report", "case", "org", "by", "rule_id", "version", "submitted_on", "document")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    by: str
    rule_id: str
    version: int
    submitted_on: str
    document: str
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., by: _Optional[str] = ..., rule_id: _Optional[str] = ..., version: _Optional[int] = ..., submitted_on: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class SupervisionReportAccepted(_message.Message):
    __slots__ = ("report", "case", "org", "by", "rule_id", "version")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    by: str
    rule_id: str
    version: int
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., by: _Optional[str] = ..., rule_id: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class SupervisionReportSentBack(_message.Message):
    __slots__ = ("report", "case", "org", "by", "rule_id", "version", "reason")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    by: str
    rule_id: str
    version: int
    reason: str
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., by: _Optional[str] = ..., rule_id: _Optional[str] = ..., version: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class PlanOpinionNotApplied(_message.Message):
    __slots__ = ("plan", "case", "org", "plan_version", "body", "opinion_no", "code", "en", "zh")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    plan_version: int
    body: str
    opinion_no: str
    code: str
    en: str
    zh: str
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., plan_version: _Optional[int] = ..., body: _Optional[str] = ..., opinion_no: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class AssistingNotApplied(_message.Message):
    __slots__ = ("review", "case", "org", "report_kind", "version", "body", "opinion_no", "code", "en", "zh")
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    review: str
    case: str
    org: str
    report_kind: str
    version: int
    body: str
    opinion_no: str
    code: str
    en: str
    zh: str
    def __init__(self, review: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., report_kind: _Optional[str] = ..., version: _Optional[int] = ..., body: _Optional[str] = ..., opinion_no: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class ReportOpinionIssued(_message.Message):
    __slots__ = ("review", "case", "org", "report_kind", "special_check", "version", "conclusion", "opinion_no", "overall", "shortcomings", "demands", "verifier", "missing_reason", "document", "issued_on")
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    MISSING_REASON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    review: str
    case: str
    org: str
    report_kind: str
    special_check: str
    version: int
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    missing_reason: str
    document: str
    issued_on: str
    def __init__(self, review: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ..., missing_reason: _Optional[str] = ..., document: _Optional[str] = ..., issued_on: _Optional[str] = ...) -> None: ...

class FindingListed(_message.Message):
    __slots__ = ("listing", "finding", "case", "org", "number", "last_date", "approved_on")
    LISTING_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    APPROVED_ON_FIELD_NUMBER: _ClassVar[int]
    listing: str
    finding: str
    case: str
    org: str
    number: str
    last_date: str
    approved_on: str
    def __init__(self, listing: _Optional[str] = ..., finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., last_date: _Optional[str] = ..., approved_on: _Optional[str] = ...) -> None: ...

class FindingDelisted(_message.Message):
    __slots__ = ("listing", "finding", "case", "org", "number", "delisted_on")
    LISTING_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DELISTED_ON_FIELD_NUMBER: _ClassVar[int]
    listing: str
    finding: str
    case: str
    org: str
    number: str
    delisted_on: str
    def __init__(self, listing: _Optional[str] = ..., finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., delisted_on: _Optional[str] = ...) -> None: ...
