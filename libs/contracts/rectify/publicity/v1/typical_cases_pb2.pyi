from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ProposeTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "number", "case", "scope", "title", "text", "suggestion")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    case: str
    scope: str
    title: str
    text: str
    suggestion: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., title: _Optional[str] = ..., text: _Optional[str] = ..., suggestion: _Optional[str] = ...) -> None: ...

class ApproveTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "typical", "approval_no")
    META_FIELD_NUMBER: _ClassVar[int]
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    typical: str
    approval_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., typical: _Optional[str] = ..., approval_no: _Optional[str] = ...) -> None: ...

class RejectTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "typical", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    typical: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., typical: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class PublishTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "typical")
    META_FIELD_NUMBER: _ClassVar[int]
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    typical: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., typical: _Optional[str] = ...) -> None: ...

class WithdrawTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "typical", "reason", "decision_no")
    META_FIELD_NUMBER: _ClassVar[int]
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    typical: str
    reason: str
    decision_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., typical: _Optional[str] = ..., reason: _Optional[str] = ..., decision_no: _Optional[str] = ...) -> None: ...

class GetTypicalCaseRequest(_message.Message):
    __slots__ = ("meta", "typical")
    META_FIELD_NUMBER: _ClassVar[int]
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    typical: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., typical: _Optional[str] = ...) -> None: ...

class GetTypicalCaseResponse(_message.Message):
    __slots__ = ("typical", "case", "org", "number", "scope", "title", "text", "state", "proposer", "approver", "approval_no", "published_on", "document", "sha256", "withdrawn_on", "reason", "decision_no")
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    APPROVER_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_NO_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    typical: str
    case: str
    org: str
    number: str
    scope: str
    title: str
    text: str
    state: str
    proposer: str
    approver: str
    approval_no: str
    published_on: str
    document: str
    sha256: str
    withdrawn_on: str
    reason: str
    decision_no: str
    def __init__(self, typical: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., scope: _Optional[str] = ..., title: _Optional[str] = ..., text: _Optional[str] = ..., state: _Optional[str] = ..., proposer: _Optional[str] = ..., approver: _Optional[str] = ..., approval_no: _Optional[str] = ..., published_on: _Optional[str] = ..., document: _Optional[str] = ..., sha256: _Optional[str] = ..., withdrawn_on: _Optional[str] = ..., reason: _Optional[str] = ..., decision_no: _Optional[str] = ...) -> None: ...

class ListTypicalCasesRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "state", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    scope: str
    state: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class TypicalCaseLine(_message.Message):
    __slots__ = ("typical", "case", "number", "scope", "title", "state", "published_on")
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    typical: str
    case: str
    number: str
    scope: str
    title: str
    state: str
    published_on: str
    def __init__(self, typical: _Optional[str] = ..., case: _Optional[str] = ..., number: _Optional[str] = ..., scope: _Optional[str] = ..., title: _Optional[str] = ..., state: _Optional[str] = ..., published_on: _Optional[str] = ...) -> None: ...

class ListTypicalCasesResponse(_message.Message):
    __slots__ = ("typical_cases",)
    TYPICAL_CASES_FIELD_NUMBER: _ClassVar[int]
    typical_cases: _containers.RepeatedCompositeFieldContainer[TypicalCaseLine]
    def __init__(self, typical_cases: _Optional[_Iterable[_Union[TypicalCaseLine, _Mapping]]] = ...) -> None: ...
