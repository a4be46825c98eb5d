import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HeadRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class HeadResponse(_message.Message):
    __slots__ = ("source", "position", "pub", "at", "root")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    PUB_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    pub: int
    at: _timestamp_pb2.Timestamp
    root: bytes
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., pub: _Optional[int] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., root: _Optional[bytes] = ...) -> None: ...

class GetCheckpointRequest(_message.Message):
    __slots__ = ("witnessed",)
    WITNESSED_FIELD_NUMBER: _ClassVar[int]
    witnessed: bool
    def __init__(self, witnessed: _Optional[bool] = ...) -> None: ...

class GetCheckpointResponse(_message.Message):
    __slots__ = ("source", "size", "note", "at", "vkey")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    VKEY_FIELD_NUMBER: _ClassVar[int]
    source: str
    size: int
    note: str
    at: _timestamp_pb2.Timestamp
    vkey: str
    def __init__(self, source: _Optional[str] = ..., size: _Optional[int] = ..., note: _Optional[str] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., vkey: _Optional[str] = ...) -> None: ...

class ReadLogRequest(_message.Message):
    __slots__ = ("after", "limit")
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    after: int
    limit: int
    def __init__(self, after: _Optional[int] = ..., limit: _Optional[int] = ...) -> None: ...

class StoredRow(_message.Message):
    __slots__ = ("position", "pub", "aggregate", "version", "topic", "state")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    PUB_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    position: int
    pub: int
    aggregate: str
    version: int
    topic: str
    state: bytes
    def __init__(self, position: _Optional[int] = ..., pub: _Optional[int] = ..., aggregate: _Optional[str] = ..., version: _Optional[int] = ..., topic: _Optional[str] = ..., state: _Optional[bytes] = ...) -> None: ...

class ReadLogResponse(_message.Message):
    __slots__ = ("source", "rows", "head")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    source: str
    rows: _containers.RepeatedCompositeFieldContainer[StoredRow]
    head: int
    def __init__(self, source: _Optional[str] = ..., rows: _Optional[_Iterable[_Union[StoredRow, _Mapping]]] = ..., head: _Optional[int] = ...) -> None: ...

class ReadPublishedRequest(_message.Message):
    __slots__ = ("after", "limit")
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    after: int
    limit: int
    def __init__(self, after: _Optional[int] = ..., limit: _Optional[int] = ...) -> None: ...

class Published(_message.Message):
    __slots__ = ("pub", "subject", "headers", "payload")
    class HeadersEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    PUB_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    HEADERS_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    pub: int
    subject: str
    headers: _containers.ScalarMap[str, str]
    payload: bytes
    def __init__(self, pub: _Optional[int] = ..., subject: _Optional[str] = ..., headers: _Optional[_Mapping[str, str]] = ..., payload: _Optional[bytes] = ...) -> None: ...

class ReadPublishedResponse(_message.Message):
    __slots__ = ("source", "events", "head", "formers")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    FORMERS_FIELD_NUMBER: _ClassVar[int]
    source: str
    events: _containers.RepeatedCompositeFieldContainer[Published]
    head: int
    formers: _containers.RepeatedCompositeFieldContainer[Former]
    def __init__(self, source: _Optional[str] = ..., events: _Optional[_Iterable[_Union[Published, _Mapping]]] = ..., head: _Optional[int] = ..., formers: _Optional[_Iterable[_Union[Former, _Mapping]]] = ...) -> None: ...

class Former(_message.Message):
    __slots__ = ("source", "size", "pub")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    PUB_FIELD_NUMBER: _ClassVar[int]
    source: str
    size: int
    pub: int
    def __init__(self, source: _Optional[str] = ..., size: _Optional[int] = ..., pub: _Optional[int] = ...) -> None: ...

class GetMentionsRequest(_message.Message):
    __slots__ = ("source", "after")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    source: str
    after: int
    def __init__(self, source: _Optional[str] = ..., after: _Optional[int] = ...) -> None: ...

class GetMentionsResponse(_message.Message):
    __slots__ = ("mentions",)
    MENTIONS_FIELD_NUMBER: _ClassVar[int]
    mentions: _containers.RepeatedCompositeFieldContainer[Mention]
    def __init__(self, mentions: _Optional[_Iterable[_Union[Mention, _Mapping]]] = ...) -> None: ...

class Mention(_message.Message):
    __slots__ = ("source", "position", "topic", "cause")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    topic: str
    cause: str
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., topic: _Optional[str] = ..., cause: _Optional[str] = ...) -> None: ...

class GetMirroredRequest(_message.Message):
    __slots__ = ("source",)
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    source: str
    def __init__(self, source: _Optional[str] = ...) -> None: ...

class GetMirroredResponse(_message.Message):
    __slots__ = ("source", "position", "note")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    note: str
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., note: _Optional[str] = ...) -> None: ...

class ReadMirrorRequest(_message.Message):
    __slots__ = ("source", "after", "limit")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    source: str
    after: int
    limit: int
    def __init__(self, source: _Optional[str] = ..., after: _Optional[int] = ..., limit: _Optional[int] = ...) -> None: ...
