from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FindSimilarRequest(_message.Message):
    __slots__ = ("meta", "finding", "least", "other_orgs", "same_category", "round", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    LEAST_FIELD_NUMBER: _ClassVar[int]
    OTHER_ORGS_FIELD_NUMBER: _ClassVar[int]
    SAME_CATEGORY_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    finding: str
    least: int
    other_orgs: bool
    same_category: bool
    round: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., finding: _Optional[str] = ..., least: _Optional[int] = ..., other_orgs: _Optional[bool] = ..., same_category: _Optional[bool] = ..., round: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class SimilarFinding(_message.Message):
    __slots__ = ("finding", "number", "org", "round", "category", "state", "wording", "permille", "likeness", "reason")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    PERMILLE_FIELD_NUMBER: _ClassVar[int]
    LIKENESS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    org: str
    round: str
    category: str
    state: str
    wording: str
    permille: int
    likeness: str
    reason: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., round: _Optional[str] = ..., category: _Optional[str] = ..., state: _Optional[str] = ..., wording: _Optional[str] = ..., permille: _Optional[int] = ..., likeness: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class FindSimilarResponse(_message.Message):
    __slots__ = ("finding", "number", "wording", "compared", "similar")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    COMPARED_FIELD_NUMBER: _ClassVar[int]
    SIMILAR_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    wording: str
    compared: int
    similar: _containers.RepeatedCompositeFieldContainer[SimilarFinding]
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., wording: _Optional[str] = ..., compared: _Optional[int] = ..., similar: _Optional[_Iterable[_Union[SimilarFinding, _Mapping]]] = ...) -> None: ...

class JudgeSimilarityRequest(_message.Message):
    __slots__ = ("meta", "finding", "other", "likeness", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    LIKENESS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    other: str
    likeness: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., other: _Optional[str] = ..., likeness: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...
