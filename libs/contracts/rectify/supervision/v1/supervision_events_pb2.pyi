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
    __slots__ = ("finding", "case", "org", "signoff", "opinion_no", "overall", "shortcomings", "demands", "defect", "verifier", "site_record")
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
    def __init__(self, finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., defect: _Optional[str] = ..., verifier: _Optional[str] = ..., site_record: _Optional[str] = ...) -> None: ...

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
