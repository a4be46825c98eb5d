from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetMonthlyRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "subtree", "case", "first", "last")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SUBTREE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LAST_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    org: str
    subtree: bool
    case: str
    first: str
    last: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., subtree: _Optional[bool] = ..., case: _Optional[str] = ..., first: _Optional[str] = ..., last: _Optional[str] = ...) -> None: ...

class MonthLine(_message.Message):
    __slots__ = ("month", "entered", "signed_off", "not_applicable", "reopened", "fell_behind", "caught_up", "findings", "signed_off_in_all", "open", "overdue", "returns", "returns_on_time", "returns_late", "returns_missing", "returns_awaited")
    MONTH_FIELD_NUMBER: _ClassVar[int]
    ENTERED_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    NOT_APPLICABLE_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    FELL_BEHIND_FIELD_NUMBER: _ClassVar[int]
    CAUGHT_UP_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_IN_ALL_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    RETURNS_FIELD_NUMBER: _ClassVar[int]
    RETURNS_ON_TIME_FIELD_NUMBER: _ClassVar[int]
    RETURNS_LATE_FIELD_NUMBER: _ClassVar[int]
    RETURNS_MISSING_FIELD_NUMBER: _ClassVar[int]
    RETURNS_AWAITED_FIELD_NUMBER: _ClassVar[int]
    month: str
    entered: int
    signed_off: int
    not_applicable: int
    reopened: int
    fell_behind: int
    caught_up: int
    findings: int
    signed_off_in_all: int
    open: int
    overdue: int
    returns: int
    returns_on_time: int
    returns_late: int
    returns_missing: int
    returns_awaited: int
    def __init__(self, month: _Optional[str] = ..., entered: _Optional[int] = ..., signed_off: _Optional[int] = ..., not_applicable: _Optional[int] = ..., reopened: _Optional[int] = ..., fell_behind: _Optional[int] = ..., caught_up: _Optional[int] = ..., findings: _Optional[int] = ..., signed_off_in_all: _Optional[int] = ..., open: _Optional[int] = ..., overdue: _Optional[int] = ..., returns: _Optional[int] = ..., returns_on_time: _Optional[int] = ..., returns_late: _Optional[int] = ..., returns_missing: _Optional[int] = ..., returns_awaited: _Optional[int] = ...) -> None: ...

class GetMonthlyResponse(_message.Message):
    __slots__ = ("cases", "months")
    CASES_FIELD_NUMBER: _ClassVar[int]
    MONTHS_FIELD_NUMBER: _ClassVar[int]
    cases: int
    months: _containers.RepeatedCompositeFieldContainer[MonthLine]
    def __init__(self, cases: _Optional[int] = ..., months: _Optional[_Iterable[_Union[MonthLine, _Mapping]]] = ...) -> None: ...
