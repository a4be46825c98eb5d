from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ProposeAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "number", "subject_class", "subject", "person", "case", "finding", "grounds", "obligations", "events")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_CLASS_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    GROUNDS_FIELD_NUMBER: _ClassVar[int]
    OBLIGATIONS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    subject_class: str
    subject: str
    person: str
    case: str
    finding: str
    grounds: str
    obligations: _containers.RepeatedScalarFieldContainer[str]
    events: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., subject_class: _Optional[str] = ..., subject: _Optional[str] = ..., person: _Optional[str] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., grounds: _Optional[str] = ..., obligations: _Optional[_Iterable[str]] = ..., events: _Optional[_Iterable[str]] = ...) -> None: ...

class AcceptAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "number", "obligations", "events", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OBLIGATIONS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    number: str
    obligations: _containers.RepeatedScalarFieldContainer[str]
    events: _containers.RepeatedScalarFieldContainer[str]
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., number: _Optional[str] = ..., obligations: _Optional[_Iterable[str]] = ..., events: _Optional[_Iterable[str]] = ..., note: _Optional[str] = ...) -> None: ...

class DecideAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "outcome", "decision_no", "decided_on")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    DECIDED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    outcome: str
    decision_no: str
    decided_on: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., outcome: _Optional[str] = ..., decision_no: _Optional[str] = ..., decided_on: _Optional[str] = ...) -> None: ...

class ServeAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "served_on", "receipt_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    SERVED_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    served_on: str
    receipt_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., served_on: _Optional[str] = ..., receipt_sha256: _Optional[str] = ...) -> None: ...

class EffectAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "effective_on")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    effective_on: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., effective_on: _Optional[str] = ...) -> None: ...

class AnswerAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "response_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    response_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., response_sha256: _Optional[str] = ...) -> None: ...

class AppealAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "appeal_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    APPEAL_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    appeal_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., appeal_sha256: _Optional[str] = ...) -> None: ...

class AnnounceAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "notice")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    notice: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., notice: _Optional[str] = ...) -> None: ...

class CloseAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability", "result", "appeal")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    APPEAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    accountability: str
    result: str
    appeal: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., accountability: _Optional[str] = ..., result: _Optional[str] = ..., appeal: _Optional[str] = ...) -> None: ...

class GetAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "accountability")
    META_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    accountability: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., accountability: _Optional[str] = ...) -> None: ...

class GetAccountabilityResponse(_message.Message):
    __slots__ = ("accountability", "number", "state", "subject_class", "subject", "person", "case", "org", "finding", "grounds", "defect", "obligations", "events", "decider", "decider_role", "proposed_on", "outcome", "decision_no", "decided_on", "served_on", "effective_on", "response_sha256", "appealed_on", "appeal", "announced", "result")
    ACCOUNTABILITY_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_CLASS_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    GROUNDS_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    OBLIGATIONS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    DECIDER_FIELD_NUMBER: _ClassVar[int]
    DECIDER_ROLE_FIELD_NUMBER: _ClassVar[int]
    PROPOSED_ON_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    DECIDED_ON_FIELD_NUMBER: _ClassVar[int]
    SERVED_ON_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_SHA256_FIELD_NUMBER: _ClassVar[int]
    APPEALED_ON_FIELD_NUMBER: _ClassVar[int]
    APPEAL_FIELD_NUMBER: _ClassVar[int]
    ANNOUNCED_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    accountability: str
    number: str
    state: str
    subject_class: str
    subject: str
    person: str
    case: str
    org: str
    finding: str
    grounds: str
    defect: str
    obligations: _containers.RepeatedScalarFieldContainer[str]
    events: _containers.RepeatedScalarFieldContainer[str]
    decider: str
    decider_role: str
    proposed_on: str
    outcome: str
    decision_no: str
    decided_on: str
    served_on: str
    effective_on: str
    response_sha256: str
    appealed_on: str
    appeal: str
    announced: bool
    result: str
    def __init__(self, accountability: _Optional[str] = ..., number: _Optional[str] = ..., state: _Optional[str] = ..., subject_class: _Optional[str] = ..., subject: _Optional[str] = ..., person: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., finding: _Optional[str] = ..., grounds: _Optional[str] = ..., defect: _Optional[str] = ..., obligations: _Optional[_Iterable[str]] = ..., events: _Optional[_Iterable[str]] = ..., decider: _Optional[str] = ..., decider_role: _Optional[str] = ..., proposed_on: _Optional[str] = ..., outcome: _Optional[str] = ..., decision_no: _Optional[str] = ..., decided_on: _Optional[str] = ..., served_on: _Optional[str] = ..., effective_on: _Optional[str] = ..., response_sha256: _Optional[str] = ..., appealed_on: _Optional[str] = ..., appeal: _Optional[str] = ..., announced: _Optional[bool] = ..., result: _Optional[str] = ...) -> None: ...

class ListAccountabilityRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "subject_class", "state", "outcome", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_CLASS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    subject_class: str
    state: str
    outcome: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., subject_class: _Optional[str] = ..., state: _Optional[str] = ..., outcome: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListAccountabilityResponse(_message.Message):
    __slots__ = ("matters", "next")
    MATTERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    matters: _containers.RepeatedCompositeFieldContainer[GetAccountabilityResponse]
    next: str
    def __init__(self, matters: _Optional[_Iterable[_Union[GetAccountabilityResponse, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class OrderConsolidationRequest(_message.Message):
    __slots__ = ("meta", "number", "case", "findings", "reasons", "demands", "decision_no", "until")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    case: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    reasons: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    decision_no: str
    until: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., reasons: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., decision_no: _Optional[str] = ..., until: _Optional[str] = ...) -> None: ...

class EndConsolidationRequest(_message.Message):
    __slots__ = ("meta", "consolidation", "result", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CONSOLIDATION_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    consolidation: str
    result: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., consolidation: _Optional[str] = ..., result: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class SuggestTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "case", "title", "reason", "facts_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    FACTS_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    title: str
    reason: str
    facts_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., title: _Optional[str] = ..., reason: _Optional[str] = ..., facts_sha256: _Optional[str] = ...) -> None: ...

class GetConsolidationRequest(_message.Message):
    __slots__ = ("meta", "consolidation")
    META_FIELD_NUMBER: _ClassVar[int]
    CONSOLIDATION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    consolidation: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., consolidation: _Optional[str] = ...) -> None: ...

class GetConsolidationResponse(_message.Message):
    __slots__ = ("consolidation", "number", "state", "case", "org", "findings", "reasons", "demands", "decision_no", "ordered_on", "until", "result", "document_sha256", "ended_on")
    CONSOLIDATION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    ORDERED_ON_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    consolidation: str
    number: str
    state: str
    case: str
    org: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    reasons: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    decision_no: str
    ordered_on: str
    until: str
    result: str
    document_sha256: str
    ended_on: str
    def __init__(self, consolidation: _Optional[str] = ..., number: _Optional[str] = ..., state: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., reasons: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., decision_no: _Optional[str] = ..., ordered_on: _Optional[str] = ..., until: _Optional[str] = ..., result: _Optional[str] = ..., document_sha256: _Optional[str] = ..., ended_on: _Optional[str] = ...) -> None: ...

class ListConsolidationsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListConsolidationsResponse(_message.Message):
    __slots__ = ("consolidations", "next")
    CONSOLIDATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    consolidations: _containers.RepeatedCompositeFieldContainer[GetConsolidationResponse]
    next: str
    def __init__(self, consolidations: _Optional[_Iterable[_Union[GetConsolidationResponse, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
