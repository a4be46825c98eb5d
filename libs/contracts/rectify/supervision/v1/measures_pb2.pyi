from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OpenActionRequest(_message.Message):
    __slots__ = ("meta", "number", "kind", "case", "org", "findings", "addressee", "person", "leader", "invited", "facts", "demand", "response_due", "principal_leader", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    LEADER_FIELD_NUMBER: _ClassVar[int]
    INVITED_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_DUE_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_LEADER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    kind: str
    case: str
    org: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    addressee: str
    person: str
    leader: str
    invited: _containers.RepeatedScalarFieldContainer[str]
    facts: str
    demand: str
    response_due: str
    principal_leader: bool
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., addressee: _Optional[str] = ..., person: _Optional[str] = ..., leader: _Optional[str] = ..., invited: _Optional[_Iterable[str]] = ..., facts: _Optional[str] = ..., demand: _Optional[str] = ..., response_due: _Optional[str] = ..., principal_leader: _Optional[bool] = ..., round: _Optional[str] = ...) -> None: ...

class ApproveActionRequest(_message.Message):
    __slots__ = ("meta", "action", "approval")
    META_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    action: str
    approval: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., action: _Optional[str] = ..., approval: _Optional[str] = ...) -> None: ...

class PerformActionRequest(_message.Message):
    __slots__ = ("meta", "action", "performed_on", "place", "present", "record_sha256", "response_due")
    META_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    PERFORMED_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_DUE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    action: str
    performed_on: str
    place: str
    present: _containers.RepeatedScalarFieldContainer[str]
    record_sha256: str
    response_due: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., action: _Optional[str] = ..., performed_on: _Optional[str] = ..., place: _Optional[str] = ..., present: _Optional[_Iterable[str]] = ..., record_sha256: _Optional[str] = ..., response_due: _Optional[str] = ...) -> None: ...

class RespondToActionRequest(_message.Message):
    __slots__ = ("meta", "action", "response", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    action: str
    response: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., action: _Optional[str] = ..., response: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class CloseActionRequest(_message.Message):
    __slots__ = ("meta", "action", "result")
    META_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    action: str
    result: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., action: _Optional[str] = ..., result: _Optional[str] = ...) -> None: ...

class GetActionRequest(_message.Message):
    __slots__ = ("meta", "action")
    META_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    action: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., action: _Optional[str] = ...) -> None: ...

class GetActionResponse(_message.Message):
    __slots__ = ("action", "number", "kind", "state", "case", "org", "findings", "addressee", "person", "leader", "invited", "facts", "demand", "opener_org", "opener_role", "opened_on", "approval", "performed_on", "place", "present", "record_sha256", "response_due", "response", "response_sha256", "responded_on", "late", "result")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    LEADER_FIELD_NUMBER: _ClassVar[int]
    INVITED_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    OPENER_ORG_FIELD_NUMBER: _ClassVar[int]
    OPENER_ROLE_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    PERFORMED_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_DUE_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_SHA256_FIELD_NUMBER: _ClassVar[int]
    RESPONDED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    action: str
    number: str
    kind: str
    state: str
    case: str
    org: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    addressee: str
    person: str
    leader: str
    invited: _containers.RepeatedScalarFieldContainer[str]
    facts: str
    demand: str
    opener_org: str
    opener_role: str
    opened_on: str
    approval: str
    performed_on: str
    place: str
    present: _containers.RepeatedScalarFieldContainer[str]
    record_sha256: str
    response_due: str
    response: str
    response_sha256: str
    responded_on: str
    late: bool
    result: str
    def __init__(self, action: _Optional[str] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., addressee: _Optional[str] = ..., person: _Optional[str] = ..., leader: _Optional[str] = ..., invited: _Optional[_Iterable[str]] = ..., facts: _Optional[str] = ..., demand: _Optional[str] = ..., opener_org: _Optional[str] = ..., opener_role: _Optional[str] = ..., opened_on: _Optional[str] = ..., approval: _Optional[str] = ..., performed_on: _Optional[str] = ..., place: _Optional[str] = ..., present: _Optional[_Iterable[str]] = ..., record_sha256: _Optional[str] = ..., response_due: _Optional[str] = ..., response: _Optional[str] = ..., response_sha256: _Optional[str] = ..., responded_on: _Optional[str] = ..., late: _Optional[bool] = ..., result: _Optional[str] = ...) -> None: ...

class ListActionsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "kind", "state", "addressee", "awaiting_before", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    AWAITING_BEFORE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    kind: str
    state: str
    addressee: str
    awaiting_before: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., addressee: _Optional[str] = ..., awaiting_before: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListActionsResponse(_message.Message):
    __slots__ = ("actions", "next")
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    actions: _containers.RepeatedCompositeFieldContainer[GetActionResponse]
    next: str
    def __init__(self, actions: _Optional[_Iterable[_Union[GetActionResponse, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class HoldConsultationRequest(_message.Message):
    __slots__ = ("meta", "number", "held_on", "bodies", "cases", "findings", "matters", "conclusions", "minutes_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    MATTERS_FIELD_NUMBER: _ClassVar[int]
    CONCLUSIONS_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    held_on: str
    bodies: _containers.RepeatedScalarFieldContainer[str]
    cases: _containers.RepeatedScalarFieldContainer[str]
    findings: _containers.RepeatedScalarFieldContainer[str]
    matters: _containers.RepeatedScalarFieldContainer[str]
    conclusions: _containers.RepeatedScalarFieldContainer[str]
    minutes_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., held_on: _Optional[str] = ..., bodies: _Optional[_Iterable[str]] = ..., cases: _Optional[_Iterable[str]] = ..., findings: _Optional[_Iterable[str]] = ..., matters: _Optional[_Iterable[str]] = ..., conclusions: _Optional[_Iterable[str]] = ..., minutes_sha256: _Optional[str] = ...) -> None: ...

class GetConsultationRequest(_message.Message):
    __slots__ = ("meta", "consultation")
    META_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    consultation: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., consultation: _Optional[str] = ...) -> None: ...

class GetConsultationResponse(_message.Message):
    __slots__ = ("consultation", "number", "held_on", "bodies", "cases", "findings", "matters", "conclusions", "minutes_sha256", "convener_org")
    CONSULTATION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    MATTERS_FIELD_NUMBER: _ClassVar[int]
    CONCLUSIONS_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    CONVENER_ORG_FIELD_NUMBER: _ClassVar[int]
    consultation: str
    number: str
    held_on: str
    bodies: _containers.RepeatedScalarFieldContainer[str]
    cases: _containers.RepeatedScalarFieldContainer[str]
    findings: _containers.RepeatedScalarFieldContainer[str]
    matters: _containers.RepeatedScalarFieldContainer[str]
    conclusions: _containers.RepeatedScalarFieldContainer[str]
    minutes_sha256: str
    convener_org: str
    def __init__(self, consultation: _Optional[str] = ..., number: _Optional[str] = ..., held_on: _Optional[str] = ..., bodies: _Optional[_Iterable[str]] = ..., cases: _Optional[_Iterable[str]] = ..., findings: _Optional[_Iterable[str]] = ..., matters: _Optional[_Iterable[str]] = ..., conclusions: _Optional[_Iterable[str]] = ..., minutes_sha256: _Optional[str] = ..., convener_org: _Optional[str] = ...) -> None: ...

class ListConsultationsRequest(_message.Message):
    __slots__ = ("meta", "case", "body", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    body: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., body: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListConsultationsResponse(_message.Message):
    __slots__ = ("consultations", "next")
    CONSULTATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    consultations: _containers.RepeatedCompositeFieldContainer[GetConsultationResponse]
    next: str
    def __init__(self, consultations: _Optional[_Iterable[_Union[GetConsultationResponse, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
