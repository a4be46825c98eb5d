import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetStatusRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Follower(_message.Message):
    __slots__ = ("name", "position", "head", "waits_for")
    NAME_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    WAITS_FOR_FIELD_NUMBER: _ClassVar[int]
    name: str
    position: int
    head: int
    waits_for: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., position: _Optional[int] = ..., head: _Optional[int] = ..., waits_for: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetStatusResponse(_message.Message):
    __slots__ = ("source", "position", "pub", "followers", "now", "sandbox", "quarantined", "swept", "clock_behind", "held")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    PUB_FIELD_NUMBER: _ClassVar[int]
    FOLLOWERS_FIELD_NUMBER: _ClassVar[int]
    NOW_FIELD_NUMBER: _ClassVar[int]
    SANDBOX_FIELD_NUMBER: _ClassVar[int]
    QUARANTINED_FIELD_NUMBER: _ClassVar[int]
    SWEPT_FIELD_NUMBER: _ClassVar[int]
    CLOCK_BEHIND_FIELD_NUMBER: _ClassVar[int]
    HELD_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    pub: int
    followers: _containers.RepeatedCompositeFieldContainer[Follower]
    now: _timestamp_pb2.Timestamp
    sandbox: bool
    quarantined: int
    swept: str
    clock_behind: bool
    held: str
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., pub: _Optional[int] = ..., followers: _Optional[_Iterable[_Union[Follower, _Mapping]]] = ..., now: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., sandbox: _Optional[bool] = ..., quarantined: _Optional[int] = ..., swept: _Optional[str] = ..., clock_behind: _Optional[bool] = ..., held: _Optional[str] = ...) -> None: ...

class SetClockRequest(_message.Message):
    __slots__ = ("now",)
    NOW_FIELD_NUMBER: _ClassVar[int]
    now: _timestamp_pb2.Timestamp
    def __init__(self, now: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SetClockResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RunSweepsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RunSweepsResponse(_message.Message):
    __slots__ = ("days", "events")
    DAYS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    days: _containers.RepeatedScalarFieldContainer[str]
    events: int
    def __init__(self, days: _Optional[_Iterable[str]] = ..., events: _Optional[int] = ...) -> None: ...

class RunChecksRequest(_message.Message):
    __slots__ = ("ids",)
    IDS_FIELD_NUMBER: _ClassVar[int]
    ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, ids: _Optional[_Iterable[str]] = ...) -> None: ...

class CheckFinding(_message.Message):
    __slots__ = ("position", "aggregate", "code", "why")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    WHY_FIELD_NUMBER: _ClassVar[int]
    position: int
    aggregate: str
    code: str
    why: str
    def __init__(self, position: _Optional[int] = ..., aggregate: _Optional[str] = ..., code: _Optional[str] = ..., why: _Optional[str] = ...) -> None: ...

class CheckResult(_message.Message):
    __slots__ = ("id", "checked", "findings", "note")
    ID_FIELD_NUMBER: _ClassVar[int]
    CHECKED_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    id: str
    checked: int
    findings: _containers.RepeatedCompositeFieldContainer[CheckFinding]
    note: str
    def __init__(self, id: _Optional[str] = ..., checked: _Optional[int] = ..., findings: _Optional[_Iterable[_Union[CheckFinding, _Mapping]]] = ..., note: _Optional[str] = ...) -> None: ...

class RunChecksResponse(_message.Message):
    __slots__ = ("results",)
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[CheckResult]
    def __init__(self, results: _Optional[_Iterable[_Union[CheckResult, _Mapping]]] = ...) -> None: ...
