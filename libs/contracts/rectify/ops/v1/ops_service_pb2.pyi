import datetime

from buf.validate import validate_pb2 as _validate_pb2
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

class ReplayRequest(_message.Message):
    __slots__ = ("models", "as_of", "as_of_effective", "twice")
    MODELS_FIELD_NUMBER: _ClassVar[int]
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    AS_OF_EFFECTIVE_FIELD_NUMBER: _ClassVar[int]
    TWICE_FIELD_NUMBER: _ClassVar[int]
    models: _containers.RepeatedScalarFieldContainer[str]
    as_of: _timestamp_pb2.Timestamp
    as_of_effective: _timestamp_pb2.Timestamp
    twice: bool
    def __init__(self, models: _Optional[_Iterable[str]] = ..., as_of: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., as_of_effective: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., twice: _Optional[bool] = ...) -> None: ...

class RowDifference(_message.Message):
    __slots__ = ("table", "key", "what", "columns")
    TABLE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    table: str
    key: _containers.RepeatedScalarFieldContainer[str]
    what: str
    columns: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, table: _Optional[str] = ..., key: _Optional[_Iterable[str]] = ..., what: _Optional[str] = ..., columns: _Optional[_Iterable[str]] = ...) -> None: ...

class ReplayedModel(_message.Message):
    __slots__ = ("name", "position", "rows", "digest", "live_rows", "live_digest", "different", "first", "failed", "again")
    NAME_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    LIVE_ROWS_FIELD_NUMBER: _ClassVar[int]
    LIVE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    DIFFERENT_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    AGAIN_FIELD_NUMBER: _ClassVar[int]
    name: str
    position: int
    rows: int
    digest: str
    live_rows: int
    live_digest: str
    different: int
    first: _containers.RepeatedCompositeFieldContainer[RowDifference]
    failed: str
    again: str
    def __init__(self, name: _Optional[str] = ..., position: _Optional[int] = ..., rows: _Optional[int] = ..., digest: _Optional[str] = ..., live_rows: _Optional[int] = ..., live_digest: _Optional[str] = ..., different: _Optional[int] = ..., first: _Optional[_Iterable[_Union[RowDifference, _Mapping]]] = ..., failed: _Optional[str] = ..., again: _Optional[str] = ...) -> None: ...

class ReplayResponse(_message.Message):
    __slots__ = ("ok", "source", "position", "models", "note")
    OK_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    MODELS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    ok: bool
    source: str
    position: int
    models: _containers.RepeatedCompositeFieldContainer[ReplayedModel]
    note: str
    def __init__(self, ok: _Optional[bool] = ..., source: _Optional[str] = ..., position: _Optional[int] = ..., models: _Optional[_Iterable[_Union[ReplayedModel, _Mapping]]] = ..., note: _Optional[str] = ...) -> None: ...

class DiffRequest(_message.Message):
    __slots__ = ("since", "until", "models", "about", "limit")
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    MODELS_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    models: _containers.RepeatedScalarFieldContainer[str]
    about: str
    limit: int
    def __init__(self, since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., models: _Optional[_Iterable[str]] = ..., about: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class ColumnChange(_message.Message):
    __slots__ = ("column", "before", "after")
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    column: str
    before: str
    after: str
    def __init__(self, column: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class RowChange(_message.Message):
    __slots__ = ("model", "table", "kind", "key", "columns")
    class KeyEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    MODEL_FIELD_NUMBER: _ClassVar[int]
    TABLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    model: str
    table: str
    kind: str
    key: _containers.ScalarMap[str, str]
    columns: _containers.RepeatedCompositeFieldContainer[ColumnChange]
    def __init__(self, model: _Optional[str] = ..., table: _Optional[str] = ..., kind: _Optional[str] = ..., key: _Optional[_Mapping[str, str]] = ..., columns: _Optional[_Iterable[_Union[ColumnChange, _Mapping]]] = ...) -> None: ...

class DiffResponse(_message.Message):
    __slots__ = ("source", "since", "until", "changes", "total")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    source: str
    since: int
    until: int
    changes: _containers.RepeatedCompositeFieldContainer[RowChange]
    total: int
    def __init__(self, source: _Optional[str] = ..., since: _Optional[int] = ..., until: _Optional[int] = ..., changes: _Optional[_Iterable[_Union[RowChange, _Mapping]]] = ..., total: _Optional[int] = ...) -> None: ...
