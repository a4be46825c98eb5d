from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RecordDutyRequest(_message.Message):
    __slots__ = ("meta", "rule_id", "rulebook", "case", "round", "what", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    rule_id: str
    rulebook: str
    case: str
    round: str
    what: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., rule_id: _Optional[str] = ..., rulebook: _Optional[str] = ..., case: _Optional[str] = ..., round: _Optional[str] = ..., what: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class ListDutyRecordsRequest(_message.Message):
    __slots__ = ("meta", "rule_id", "case", "org", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    rule_id: str
    case: str
    org: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., rule_id: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class DutyRecord(_message.Message):
    __slots__ = ("record", "rule_id", "rulebook", "case", "round", "org", "done_on", "what", "document_sha256", "recorder_role")
    RECORD_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DONE_ON_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    RECORDER_ROLE_FIELD_NUMBER: _ClassVar[int]
    record: str
    rule_id: str
    rulebook: str
    case: str
    round: str
    org: str
    done_on: str
    what: str
    document_sha256: str
    recorder_role: str
    def __init__(self, record: _Optional[str] = ..., rule_id: _Optional[str] = ..., rulebook: _Optional[str] = ..., case: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., done_on: _Optional[str] = ..., what: _Optional[str] = ..., document_sha256: _Optional[str] = ..., recorder_role: _Optional[str] = ...) -> None: ...

class ListDutyRecordsResponse(_message.Message):
    __slots__ = ("records", "next")
    RECORDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    records: _containers.RepeatedCompositeFieldContainer[DutyRecord]
    next: str
    def __init__(self, records: _Optional[_Iterable[_Union[DutyRecord, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
