from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from rectify.supervision.v1 import accountability_pb2 as _accountability_pb2
from rectify.supervision.v1 import evaluations_pb2 as _evaluations_pb2
from rectify.supervision.v1 import ladder_pb2 as _ladder_pb2
from rectify.supervision.v1 import listing_pb2 as _listing_pb2
from rectify.supervision.v1 import look_backs_pb2 as _look_backs_pb2
from rectify.supervision.v1 import measures_pb2 as _measures_pb2
from rectify.supervision.v1 import obligations_pb2 as _obligations_pb2
from rectify.supervision.v1 import records_pb2 as _records_pb2
from rectify.supervision.v1 import report_reviews_pb2 as _report_reviews_pb2
from rectify.supervision.v1 import reports_pb2 as _reports_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PassPlanRequest(_message.Message):
    __slots__ = ("meta", "case", "plan_version", "opinion_no", "overall", "shortcomings", "demands", "missing_reason", "against_reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    MISSING_REASON_FIELD_NUMBER: _ClassVar[int]
    AGAINST_REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    plan_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    missing_reason: str
    against_reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., plan_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., missing_reason: _Optional[str] = ..., against_reason: _Optional[str] = ...) -> None: ...

class ReturnPlanRequest(_message.Message):
    __slots__ = ("meta", "case", "plan_version", "opinion_no", "overall", "shortcomings", "demands", "missing_reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    MISSING_REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    plan_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    missing_reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., plan_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., missing_reason: _Optional[str] = ...) -> None: ...

class PanelMember(_message.Message):
    __slots__ = ("org", "person", "vote")
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    VOTE_FIELD_NUMBER: _ClassVar[int]
    org: str
    person: str
    vote: str
    def __init__(self, org: _Optional[str] = ..., person: _Optional[str] = ..., vote: _Optional[str] = ...) -> None: ...

class PassSignOffCheckRequest(_message.Message):
    __slots__ = ("meta", "finding", "opinion_no", "overall", "site_record", "panel")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SITE_RECORD_FIELD_NUMBER: _ClassVar[int]
    PANEL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    opinion_no: str
    overall: str
    site_record: str
    panel: _containers.RepeatedCompositeFieldContainer[PanelMember]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., site_record: _Optional[str] = ..., panel: _Optional[_Iterable[_Union[PanelMember, _Mapping]]] = ...) -> None: ...

class FailSignOffCheckRequest(_message.Message):
    __slots__ = ("meta", "finding", "opinion_no", "overall", "shortcomings", "demands", "defect", "site_record", "panel")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    SITE_RECORD_FIELD_NUMBER: _ClassVar[int]
    PANEL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    defect: str
    site_record: str
    panel: _containers.RepeatedCompositeFieldContainer[PanelMember]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., defect: _Optional[str] = ..., site_record: _Optional[str] = ..., panel: _Optional[_Iterable[_Union[PanelMember, _Mapping]]] = ...) -> None: ...

class ReopenByLookBackRequest(_message.Message):
    __slots__ = ("meta", "finding", "ground", "reason", "defect", "decision", "evidence")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    ground: str
    reason: str
    defect: str
    decision: str
    evidence: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ..., defect: _Optional[str] = ..., decision: _Optional[str] = ..., evidence: _Optional[_Iterable[str]] = ...) -> None: ...

class GetPlanReviewRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class PlanOpinion(_message.Message):
    __slots__ = ("body", "rule_id", "asked", "state", "target", "given_on", "conclusion", "opinion_no", "overall", "demands", "verifier")
    BODY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    body: str
    rule_id: str
    asked: bool
    state: str
    target: str
    given_on: str
    conclusion: str
    opinion_no: str
    overall: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    def __init__(self, body: _Optional[str] = ..., rule_id: _Optional[str] = ..., asked: _Optional[bool] = ..., state: _Optional[str] = ..., target: _Optional[str] = ..., given_on: _Optional[str] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ...) -> None: ...

class PlanVersion(_message.Message):
    __slots__ = ("version", "received_on", "state", "opinion_no", "overall", "shortcomings", "demands", "special_checks", "verifier", "missing_reason", "against_reason", "target", "opinions")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    MISSING_REASON_FIELD_NUMBER: _ClassVar[int]
    AGAINST_REASON_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    OPINIONS_FIELD_NUMBER: _ClassVar[int]
    version: int
    received_on: str
    state: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    special_checks: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    missing_reason: str
    against_reason: str
    target: str
    opinions: _containers.RepeatedCompositeFieldContainer[PlanOpinion]
    def __init__(self, version: _Optional[int] = ..., received_on: _Optional[str] = ..., state: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., special_checks: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ..., missing_reason: _Optional[str] = ..., against_reason: _Optional[str] = ..., target: _Optional[str] = ..., opinions: _Optional[_Iterable[_Union[PlanOpinion, _Mapping]]] = ...) -> None: ...

class GetPlanReviewResponse(_message.Message):
    __slots__ = ("case", "org", "versions", "lead")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    versions: _containers.RepeatedCompositeFieldContainer[PlanVersion]
    lead: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., versions: _Optional[_Iterable[_Union[PlanVersion, _Mapping]]] = ..., lead: _Optional[str] = ...) -> None: ...

class ListSignOffChecksRequest(_message.Message):
    __slots__ = ("meta", "case", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class SignOffCheck(_message.Message):
    __slots__ = ("check", "finding", "case", "org", "signoff", "state", "opened_on", "verifier", "defect", "reason", "special_check", "verifier_role", "failures")
    CHECK_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_ROLE_FIELD_NUMBER: _ClassVar[int]
    FAILURES_FIELD_NUMBER: _ClassVar[int]
    check: str
    finding: str
    case: str
    org: str
    signoff: int
    state: str
    opened_on: str
    verifier: str
    defect: str
    reason: str
    special_check: str
    verifier_role: str
    failures: int
    def __init__(self, check: _Optional[str] = ..., finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., state: _Optional[str] = ..., opened_on: _Optional[str] = ..., verifier: _Optional[str] = ..., defect: _Optional[str] = ..., reason: _Optional[str] = ..., special_check: _Optional[str] = ..., verifier_role: _Optional[str] = ..., failures: _Optional[int] = ...) -> None: ...

class ListSignOffChecksResponse(_message.Message):
    __slots__ = ("checks", "next")
    CHECKS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    checks: _containers.RepeatedCompositeFieldContainer[SignOffCheck]
    next: str
    def __init__(self, checks: _Optional[_Iterable[_Union[SignOffCheck, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
