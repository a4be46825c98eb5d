from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AddEvidenceRequest(_message.Message):
    __slots__ = ("meta", "finding", "criteria", "name", "sha256", "size", "media_type", "measure")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    criteria: _containers.RepeatedScalarFieldContainer[int]
    name: str
    sha256: str
    size: int
    media_type: str
    measure: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., criteria: _Optional[_Iterable[int]] = ..., name: _Optional[str] = ..., sha256: _Optional[str] = ..., size: _Optional[int] = ..., media_type: _Optional[str] = ..., measure: _Optional[int] = ...) -> None: ...

class ReplaceEvidenceRequest(_message.Message):
    __slots__ = ("meta", "finding", "evidence", "name", "sha256", "size", "media_type", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    evidence: int
    name: str
    sha256: str
    size: int
    media_type: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., evidence: _Optional[int] = ..., name: _Optional[str] = ..., sha256: _Optional[str] = ..., size: _Optional[int] = ..., media_type: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...
