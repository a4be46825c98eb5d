from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TakeLadderStepRequest(_message.Message):
    __slots__ = ("meta", "obligation", "finding", "step", "reason", "document", "last_date")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    finding: str
    step: int
    reason: str
    document: str
    last_date: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., finding: _Optional[str] = ..., step: _Optional[int] = ..., reason: _Optional[str] = ..., document: _Optional[str] = ..., last_date: _Optional[str] = ...) -> None: ...

class DeclineLadderStepRequest(_message.Message):
    __slots__ = ("meta", "obligation", "finding", "step", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    finding: str
    step: int
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., finding: _Optional[str] = ..., step: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class ListLadderRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "step", "supervisors", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    SUPERVISORS_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    step: int
    supervisors: bool
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., step: _Optional[int] = ..., supervisors: _Optional[bool] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class LadderWaiting(_message.Message):
    __slots__ = ("step", "obligation", "finding", "case", "org", "rule_id", "supervisors", "ground", "detail", "days_overdue", "act_zh", "act_en", "decides", "since")
    STEP_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    SUPERVISORS_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    DETAIL_FIELD_NUMBER: _ClassVar[int]
    DAYS_OVERDUE_FIELD_NUMBER: _ClassVar[int]
    ACT_ZH_FIELD_NUMBER: _ClassVar[int]
    ACT_EN_FIELD_NUMBER: _ClassVar[int]
    DECIDES_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    step: int
    obligation: str
    finding: str
    case: str
    org: str
    rule_id: str
    supervisors: bool
    ground: str
    detail: str
    days_overdue: int
    act_zh: str
    act_en: str
    decides: _containers.RepeatedScalarFieldContainer[str]
    since: str
    def __init__(self, step: _Optional[int] = ..., obligation: _Optional[str] = ..., finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., rule_id: _Optional[str] = ..., supervisors: _Optional[bool] = ..., ground: _Optional[str] = ..., detail: _Optional[str] = ..., days_overdue: _Optional[int] = ..., act_zh: _Optional[str] = ..., act_en: _Optional[str] = ..., decides: _Optional[_Iterable[str]] = ..., since: _Optional[str] = ...) -> None: ...

class ListLadderResponse(_message.Message):
    __slots__ = ("waiting", "next")
    WAITING_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    waiting: _containers.RepeatedCompositeFieldContainer[LadderWaiting]
    next: str
    def __init__(self, waiting: _Optional[_Iterable[_Union[LadderWaiting, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class GetLadderRequest(_message.Message):
    __slots__ = ("meta", "obligation", "finding")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    obligation: str
    finding: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., finding: _Optional[str] = ...) -> None: ...

class LadderTaken(_message.Message):
    __slots__ = ("step", "on", "ground", "act_zh", "act_en", "reaches", "automatic", "by", "reason", "document", "last_date")
    STEP_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    ACT_ZH_FIELD_NUMBER: _ClassVar[int]
    ACT_EN_FIELD_NUMBER: _ClassVar[int]
    REACHES_FIELD_NUMBER: _ClassVar[int]
    AUTOMATIC_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    step: int
    on: str
    ground: str
    act_zh: str
    act_en: str
    reaches: _containers.RepeatedScalarFieldContainer[str]
    automatic: bool
    by: str
    reason: str
    document: str
    last_date: str
    def __init__(self, step: _Optional[int] = ..., on: _Optional[str] = ..., ground: _Optional[str] = ..., act_zh: _Optional[str] = ..., act_en: _Optional[str] = ..., reaches: _Optional[_Iterable[str]] = ..., automatic: _Optional[bool] = ..., by: _Optional[str] = ..., reason: _Optional[str] = ..., document: _Optional[str] = ..., last_date: _Optional[str] = ...) -> None: ...

class GetLadderResponse(_message.Message):
    __slots__ = ("obligation", "finding", "case", "org", "step", "taken", "waiting")
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    TAKEN_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    obligation: str
    finding: str
    case: str
    org: str
    step: int
    taken: _containers.RepeatedCompositeFieldContainer[LadderTaken]
    waiting: _containers.RepeatedCompositeFieldContainer[LadderWaiting]
    def __init__(self, obligation: _Optional[str] = ..., finding: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., step: _Optional[int] = ..., taken: _Optional[_Iterable[_Union[LadderTaken, _Mapping]]] = ..., waiting: _Optional[_Iterable[_Union[LadderWaiting, _Mapping]]] = ...) -> None: ...
