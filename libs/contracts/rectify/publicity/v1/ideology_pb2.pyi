from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GiveIdeologyPlanOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "plan_version", "conclusion", "opinion_no", "overall", "demands")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    plan_version: int
    conclusion: str
    opinion_no: str
    overall: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., plan_version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ...) -> None: ...

class IssueIdeologyOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "version", "conclusion", "opinion_no", "overall", "shortcomings", "demands")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    version: int
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ...) -> None: ...

class GetIdeologyCheckRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class IdeologyVersion(_message.Message):
    __slots__ = ("version", "received_on", "document", "conclusion", "opinion_no", "overall", "shortcomings", "demands", "verifier", "given_on")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    version: int
    received_on: str
    document: str
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    given_on: str
    def __init__(self, version: _Optional[int] = ..., received_on: _Optional[str] = ..., document: _Optional[str] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ..., given_on: _Optional[str] = ...) -> None: ...

class GetIdeologyCheckResponse(_message.Message):
    __slots__ = ("case", "org", "plans", "reports")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PLANS_FIELD_NUMBER: _ClassVar[int]
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    plans: _containers.RepeatedCompositeFieldContainer[IdeologyVersion]
    reports: _containers.RepeatedCompositeFieldContainer[IdeologyVersion]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., plans: _Optional[_Iterable[_Union[IdeologyVersion, _Mapping]]] = ..., reports: _Optional[_Iterable[_Union[IdeologyVersion, _Mapping]]] = ...) -> None: ...
