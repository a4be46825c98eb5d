from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ScheduleReFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case", "day", "place")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    day: str
    place: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., day: _Optional[str] = ..., place: _Optional[str] = ...) -> None: ...

class DeliverReFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case", "day", "place", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    day: str
    place: str
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., day: _Optional[str] = ..., place: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class AcceptReFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class GetReFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class PrincipalChangeView(_message.Message):
    __slots__ = ("change", "state", "outgoing", "incoming", "changed_on", "since", "inside", "last_day", "window_zh", "window_en", "due", "due_zh", "due_en", "ground", "superseded_by", "scheduled_on", "place", "delivered_on", "deliverer", "accepted_on", "late", "target_passed")
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OUTGOING_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    CHANGED_ON_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    INSIDE_FIELD_NUMBER: _ClassVar[int]
    LAST_DAY_FIELD_NUMBER: _ClassVar[int]
    WINDOW_ZH_FIELD_NUMBER: _ClassVar[int]
    WINDOW_EN_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    DUE_ZH_FIELD_NUMBER: _ClassVar[int]
    DUE_EN_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDED_BY_FIELD_NUMBER: _ClassVar[int]
    SCHEDULED_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    DELIVERED_ON_FIELD_NUMBER: _ClassVar[int]
    DELIVERER_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    change: int
    state: str
    outgoing: str
    incoming: str
    changed_on: str
    since: str
    inside: bool
    last_day: str
    window_zh: str
    window_en: str
    due: str
    due_zh: str
    due_en: str
    ground: str
    superseded_by: int
    scheduled_on: str
    place: str
    delivered_on: str
    deliverer: str
    accepted_on: str
    late: bool
    target_passed: bool
    def __init__(self, change: _Optional[int] = ..., state: _Optional[str] = ..., outgoing: _Optional[str] = ..., incoming: _Optional[str] = ..., changed_on: _Optional[str] = ..., since: _Optional[str] = ..., inside: _Optional[bool] = ..., last_day: _Optional[str] = ..., window_zh: _Optional[str] = ..., window_en: _Optional[str] = ..., due: _Optional[str] = ..., due_zh: _Optional[str] = ..., due_en: _Optional[str] = ..., ground: _Optional[str] = ..., superseded_by: _Optional[int] = ..., scheduled_on: _Optional[str] = ..., place: _Optional[str] = ..., delivered_on: _Optional[str] = ..., deliverer: _Optional[str] = ..., accepted_on: _Optional[str] = ..., late: _Optional[bool] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class GetReFeedbackResponse(_message.Message):
    __slots__ = ("case", "number", "received_on", "rulebook", "changes")
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    case: str
    number: str
    received_on: str
    rulebook: str
    changes: _containers.RepeatedCompositeFieldContainer[PrincipalChangeView]
    def __init__(self, case: _Optional[str] = ..., number: _Optional[str] = ..., received_on: _Optional[str] = ..., rulebook: _Optional[str] = ..., changes: _Optional[_Iterable[_Union[PrincipalChangeView, _Mapping]]] = ...) -> None: ...

class ListReFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "state", "due_before", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_BEFORE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    state: str
    due_before: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., due_before: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class ReFeedbackLine(_message.Message):
    __slots__ = ("case", "org", "number", "change", "state", "incoming", "changed_on", "due", "late", "target_passed")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    CHANGED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    number: str
    change: int
    state: str
    incoming: str
    changed_on: str
    due: str
    late: bool
    target_passed: bool
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., change: _Optional[int] = ..., state: _Optional[str] = ..., incoming: _Optional[str] = ..., changed_on: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ListReFeedbackResponse(_message.Message):
    __slots__ = ("changes",)
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    changes: _containers.RepeatedCompositeFieldContainer[ReFeedbackLine]
    def __init__(self, changes: _Optional[_Iterable[_Union[ReFeedbackLine, _Mapping]]] = ...) -> None: ...
