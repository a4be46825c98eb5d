import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Wait(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WAIT_UNSPECIFIED: _ClassVar[Wait]
    WAIT_COMMITTED: _ClassVar[Wait]
    WAIT_SEALED: _ClassVar[Wait]
    WAIT_WITNESSED: _ClassVar[Wait]
WAIT_UNSPECIFIED: Wait
WAIT_COMMITTED: Wait
WAIT_SEALED: Wait
WAIT_WITNESSED: Wait

class CommandMeta(_message.Message):
    __slots__ = ("command_id", "expected_version", "effective", "wait")
    COMMAND_ID_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_FIELD_NUMBER: _ClassVar[int]
    WAIT_FIELD_NUMBER: _ClassVar[int]
    command_id: str
    expected_version: int
    effective: _timestamp_pb2.Timestamp
    wait: Wait
    def __init__(self, command_id: _Optional[str] = ..., expected_version: _Optional[int] = ..., effective: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., wait: _Optional[_Union[Wait, str]] = ...) -> None: ...

class EventRef(_message.Message):
    __slots__ = ("source", "position", "topic", "aggregate", "version", "leaf")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    LEAF_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    topic: str
    aggregate: str
    version: int
    leaf: bytes
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., topic: _Optional[str] = ..., aggregate: _Optional[str] = ..., version: _Optional[int] = ..., leaf: _Optional[bytes] = ...) -> None: ...

class InclusionProof(_message.Message):
    __slots__ = ("hashes",)
    HASHES_FIELD_NUMBER: _ClassVar[int]
    hashes: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, hashes: _Optional[_Iterable[bytes]] = ...) -> None: ...

class Receipt(_message.Message):
    __slots__ = ("command_id", "events", "position", "repeated", "signed", "checkpoint", "proofs")
    COMMAND_ID_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    REPEATED_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    CHECKPOINT_FIELD_NUMBER: _ClassVar[int]
    PROOFS_FIELD_NUMBER: _ClassVar[int]
    command_id: str
    events: _containers.RepeatedCompositeFieldContainer[EventRef]
    position: int
    repeated: bool
    signed: str
    checkpoint: str
    proofs: _containers.RepeatedCompositeFieldContainer[InclusionProof]
    def __init__(self, command_id: _Optional[str] = ..., events: _Optional[_Iterable[_Union[EventRef, _Mapping]]] = ..., position: _Optional[int] = ..., repeated: _Optional[bool] = ..., signed: _Optional[str] = ..., checkpoint: _Optional[str] = ..., proofs: _Optional[_Iterable[_Union[InclusionProof, _Mapping]]] = ...) -> None: ...

class QueryMeta(_message.Message):
    __slots__ = ("position", "as_of", "as_of_effective")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    AS_OF_EFFECTIVE_FIELD_NUMBER: _ClassVar[int]
    position: int
    as_of: _timestamp_pb2.Timestamp
    as_of_effective: _timestamp_pb2.Timestamp
    def __init__(self, position: _Optional[int] = ..., as_of: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., as_of_effective: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RefusalDetail(_message.Message):
    __slots__ = ("code", "field", "en", "zh", "next_en", "next_zh", "values")
    class ValuesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CODE_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    NEXT_EN_FIELD_NUMBER: _ClassVar[int]
    NEXT_ZH_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    code: str
    field: str
    en: str
    zh: str
    next_en: str
    next_zh: str
    values: _containers.ScalarMap[str, str]
    def __init__(self, code: _Optional[str] = ..., field: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ..., next_en: _Optional[str] = ..., next_zh: _Optional[str] = ..., values: _Optional[_Mapping[str, str]] = ...) -> None: ...
