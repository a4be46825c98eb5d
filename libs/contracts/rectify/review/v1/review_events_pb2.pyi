from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class PlanOpinionGiven(_message.Message):
    __slots__ = ("case", "plan", "plan_version", "body", "conclusion", "opinion_no", "overall", "demands", "verifier", "org", "given_on")
    CASE_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    case: str
    plan: str
    plan_version: int
    body: str
    conclusion: str
    opinion_no: str
    overall: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    org: str
    given_on: str
    def __init__(self, case: _Optional[str] = ..., plan: _Optional[str] = ..., plan_version: _Optional[int] = ..., body: _Optional[str] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ..., org: _Optional[str] = ..., given_on: _Optional[str] = ...) -> None: ...

class AssistingOpinionGiven(_message.Message):
    __slots__ = ("case", "org", "report_version", "opinion_no", "overall", "shortcomings", "demands", "given_on", "verifier", "due", "late")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    report_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    given_on: str
    verifier: str
    due: str
    late: bool
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., report_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., given_on: _Optional[str] = ..., verifier: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ...) -> None: ...

class CheckOpinionIssued(_message.Message):
    __slots__ = ("case", "org", "special_check", "version", "conclusion", "opinion_no", "overall", "shortcomings", "demands", "issued_on", "verifier", "due", "late")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    special_check: str
    version: int
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    issued_on: str
    verifier: str
    due: str
    late: bool
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., issued_on: _Optional[str] = ..., verifier: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ...) -> None: ...

class AppointmentDecided(_message.Message):
    __slots__ = ("decision", "org", "post", "person", "replaces", "title", "acting", "effective_on", "decision_no", "case", "document")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REPLACES_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    decision: str
    org: str
    post: str
    person: str
    replaces: str
    title: str
    acting: bool
    effective_on: str
    decision_no: str
    case: str
    document: str
    def __init__(self, decision: _Optional[str] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., person: _Optional[str] = ..., replaces: _Optional[str] = ..., title: _Optional[str] = ..., acting: _Optional[bool] = ..., effective_on: _Optional[str] = ..., decision_no: _Optional[str] = ..., case: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class RemovalDecided(_message.Message):
    __slots__ = ("decision", "org", "post", "person", "effective_on", "decision_no", "case", "document")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    decision: str
    org: str
    post: str
    person: str
    effective_on: str
    decision_no: str
    case: str
    document: str
    def __init__(self, decision: _Optional[str] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., person: _Optional[str] = ..., effective_on: _Optional[str] = ..., decision_no: _Optional[str] = ..., case: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class AppointmentRevoked(_message.Message):
    __slots__ = ("decision", "org", "person")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    decision: str
    org: str
    person: str
    def __init__(self, decision: _Optional[str] = ..., org: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class AppointmentTalkHeld(_message.Message):
    __slots__ = ("talk", "org", "case", "person", "decision", "held_on", "topics", "cases")
    TALK_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    TOPICS_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    talk: str
    org: str
    case: str
    person: str
    decision: str
    held_on: str
    topics: _containers.RepeatedScalarFieldContainer[str]
    cases: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, talk: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., person: _Optional[str] = ..., decision: _Optional[str] = ..., held_on: _Optional[str] = ..., topics: _Optional[_Iterable[str]] = ..., cases: _Optional[_Iterable[str]] = ...) -> None: ...

class AssessmentEntered(_message.Message):
    __slots__ = ("case", "org", "year", "grade", "evaluation", "entered_on")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    ENTERED_ON_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    year: int
    grade: str
    evaluation: str
    entered_on: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., year: _Optional[int] = ..., grade: _Optional[str] = ..., evaluation: _Optional[str] = ..., entered_on: _Optional[str] = ...) -> None: ...

class AdjustmentPutForward(_message.Message):
    __slots__ = ("proposal", "org", "case", "origin", "person", "proposed_on", "rulebook")
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PROPOSED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    proposal: str
    org: str
    case: str
    origin: str
    person: str
    proposed_on: str
    rulebook: str
    def __init__(self, proposal: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., origin: _Optional[str] = ..., person: _Optional[str] = ..., proposed_on: _Optional[str] = ..., rulebook: _Optional[str] = ...) -> None: ...

class AdjustmentDecided(_message.Message):
    __slots__ = ("proposal", "org", "case", "person", "outcome", "measure", "decision_no", "decided_on")
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    DECIDED_ON_FIELD_NUMBER: _ClassVar[int]
    proposal: str
    org: str
    case: str
    person: str
    outcome: str
    measure: str
    decision_no: str
    decided_on: str
    def __init__(self, proposal: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., person: _Optional[str] = ..., outcome: _Optional[str] = ..., measure: _Optional[str] = ..., decision_no: _Optional[str] = ..., decided_on: _Optional[str] = ...) -> None: ...

class SupervisionReportSubmitted(_message.Message):
    __slots__ = ("case", "org", "by", "rule_id", "submitted_on", "document", "version", "due", "late")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    by: str
    rule_id: str
    submitted_on: str
    document: str
    version: int
    due: str
    late: bool
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., by: _Optional[str] = ..., rule_id: _Optional[str] = ..., submitted_on: _Optional[str] = ..., document: _Optional[str] = ..., version: _Optional[int] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ...) -> None: ...

class SupervisionReportAccepted(_message.Message):
    __slots__ = ("case", "org", "rule_id", "accepted_on", "version", "verifier")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    rule_id: str
    accepted_on: str
    version: int
    verifier: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., rule_id: _Optional[str] = ..., accepted_on: _Optional[str] = ..., version: _Optional[int] = ..., verifier: _Optional[str] = ...) -> None: ...

class SupervisionReportSentBack(_message.Message):
    __slots__ = ("case", "org", "rule_id", "reason", "version", "verifier")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    rule_id: str
    reason: str
    version: int
    verifier: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., rule_id: _Optional[str] = ..., reason: _Optional[str] = ..., version: _Optional[int] = ..., verifier: _Optional[str] = ...) -> None: ...
