from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ReturnText(_message.Message):
    __slots__ = ("finding", "reason", "progress", "difficulties", "next_steps", "expected_on")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_STEPS_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_ON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    reason: str
    progress: str
    difficulties: str
    next_steps: str
    expected_on: str
    def __init__(self, finding: _Optional[str] = ..., reason: _Optional[str] = ..., progress: _Optional[str] = ..., difficulties: _Optional[str] = ..., next_steps: _Optional[str] = ..., expected_on: _Optional[str] = ...) -> None: ...

class PrepareReturnRequest(_message.Message):
    __slots__ = ("meta", "case", "month", "texts")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    TEXTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    month: str
    texts: _containers.RepeatedCompositeFieldContainer[ReturnText]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., month: _Optional[str] = ..., texts: _Optional[_Iterable[_Union[ReturnText, _Mapping]]] = ...) -> None: ...

class EndorseReturnRequest(_message.Message):
    __slots__ = ("meta", "case", "month")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    month: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., month: _Optional[str] = ...) -> None: ...

class SubmitReturnRequest(_message.Message):
    __slots__ = ("meta", "case", "month")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    month: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., month: _Optional[str] = ...) -> None: ...

class AcceptReturnRequest(_message.Message):
    __slots__ = ("meta", "case", "month")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    month: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., month: _Optional[str] = ...) -> None: ...

class SendBackReturnRequest(_message.Message):
    __slots__ = ("meta", "case", "month", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    month: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., month: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetReturnRequest(_message.Message):
    __slots__ = ("meta", "case", "month")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    month: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., month: _Optional[str] = ...) -> None: ...

class ReturnTotals(_message.Message):
    __slots__ = ("findings", "signed_off", "signed_off_now", "unfinished", "overdue", "reopened")
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_NOW_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    findings: int
    signed_off: int
    signed_off_now: int
    unfinished: int
    overdue: int
    reopened: int
    def __init__(self, findings: _Optional[int] = ..., signed_off: _Optional[int] = ..., signed_off_now: _Optional[int] = ..., unfinished: _Optional[int] = ..., overdue: _Optional[int] = ..., reopened: _Optional[int] = ...) -> None: ...

class ReturnRow(_message.Message):
    __slots__ = ("finding", "number", "wording", "standing", "reason", "progress", "milestones", "difficulties", "next_steps", "expected_on", "due", "responsible", "no_progress")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_STEPS_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RESPONSIBLE_FIELD_NUMBER: _ClassVar[int]
    NO_PROGRESS_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    wording: str
    standing: str
    reason: str
    progress: str
    milestones: str
    difficulties: str
    next_steps: str
    expected_on: str
    due: str
    responsible: str
    no_progress: bool
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., wording: _Optional[str] = ..., standing: _Optional[str] = ..., reason: _Optional[str] = ..., progress: _Optional[str] = ..., milestones: _Optional[str] = ..., difficulties: _Optional[str] = ..., next_steps: _Optional[str] = ..., expected_on: _Optional[str] = ..., due: _Optional[str] = ..., responsible: _Optional[str] = ..., no_progress: _Optional[bool] = ...) -> None: ...

class GetReturnResponse(_message.Message):
    __slots__ = ("case", "org", "month", "due", "state", "timeliness", "submitted_on", "compiler", "endorser", "totals", "rows", "sha256", "sent_back")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TIMELINESS_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    COMPILER_FIELD_NUMBER: _ClassVar[int]
    ENDORSER_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SENT_BACK_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    month: str
    due: str
    state: str
    timeliness: str
    submitted_on: str
    compiler: str
    endorser: str
    totals: ReturnTotals
    rows: _containers.RepeatedCompositeFieldContainer[ReturnRow]
    sha256: str
    sent_back: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., due: _Optional[str] = ..., state: _Optional[str] = ..., timeliness: _Optional[str] = ..., submitted_on: _Optional[str] = ..., compiler: _Optional[str] = ..., endorser: _Optional[str] = ..., totals: _Optional[_Union[ReturnTotals, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[ReturnRow, _Mapping]]] = ..., sha256: _Optional[str] = ..., sent_back: _Optional[str] = ...) -> None: ...

class ListReturnsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "month", "state", "timeliness", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TIMELINESS_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    month: str
    state: str
    timeliness: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., state: _Optional[str] = ..., timeliness: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class ReturnLine(_message.Message):
    __slots__ = ("case", "number", "org", "month", "due", "state", "timeliness", "submitted_on")
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TIMELINESS_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    case: str
    number: str
    org: str
    month: str
    due: str
    state: str
    timeliness: str
    submitted_on: str
    def __init__(self, case: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., month: _Optional[str] = ..., due: _Optional[str] = ..., state: _Optional[str] = ..., timeliness: _Optional[str] = ..., submitted_on: _Optional[str] = ...) -> None: ...

class ListReturnsResponse(_message.Message):
    __slots__ = ("returns",)
    RETURNS_FIELD_NUMBER: _ClassVar[int]
    returns: _containers.RepeatedCompositeFieldContainer[ReturnLine]
    def __init__(self, returns: _Optional[_Iterable[_Union[ReturnLine, _Mapping]]] = ...) -> None: ...
