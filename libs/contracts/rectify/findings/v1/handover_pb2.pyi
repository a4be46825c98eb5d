from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AddedHandoverItem(_message.Message):
    __slots__ = ("kind", "number", "text", "due")
    KIND_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    number: str
    text: str
    due: str
    def __init__(self, kind: _Optional[str] = ..., number: _Optional[str] = ..., text: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class PrepareHandoverRequest(_message.Message):
    __slots__ = ("meta", "handover", "incoming", "items")
    META_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    handover: str
    incoming: str
    items: _containers.RepeatedCompositeFieldContainer[AddedHandoverItem]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., handover: _Optional[str] = ..., incoming: _Optional[str] = ..., items: _Optional[_Iterable[_Union[AddedHandoverItem, _Mapping]]] = ...) -> None: ...

class SignHandoverRequest(_message.Message):
    __slots__ = ("meta", "handover", "ground", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    handover: str
    ground: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., handover: _Optional[str] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class WitnessHandoverRequest(_message.Message):
    __slots__ = ("meta", "handover")
    META_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    handover: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., handover: _Optional[str] = ...) -> None: ...

class FileHandoverRequest(_message.Message):
    __slots__ = ("meta", "handover", "file_number", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    FILE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    handover: str
    file_number: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., handover: _Optional[str] = ..., file_number: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class GetHandoverRequest(_message.Message):
    __slots__ = ("meta", "handover")
    META_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    handover: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., handover: _Optional[str] = ...) -> None: ...

class HandoverItem(_message.Message):
    __slots__ = ("kind", "finding", "number", "text", "state", "due", "moves")
    KIND_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    MOVES_FIELD_NUMBER: _ClassVar[int]
    kind: str
    finding: str
    number: str
    text: str
    state: str
    due: str
    moves: bool
    def __init__(self, kind: _Optional[str] = ..., finding: _Optional[str] = ..., number: _Optional[str] = ..., text: _Optional[str] = ..., state: _Optional[str] = ..., due: _Optional[str] = ..., moves: _Optional[bool] = ...) -> None: ...

class DutyGapView(_message.Message):
    __slots__ = ("finding", "number", "end", "member")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    end: str
    member: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., end: _Optional[str] = ..., member: _Optional[str] = ...) -> None: ...

class GetHandoverResponse(_message.Message):
    __slots__ = ("handover", "number", "case", "org", "leaver", "post", "state", "left_on", "due", "items", "list_version", "digest", "gaps", "preparer", "incoming", "outgoing_signer", "in_place", "ground", "reason", "witness", "witness_body", "file_number", "document_sha256")
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LEFT_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    LIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    GAPS_FIELD_NUMBER: _ClassVar[int]
    PREPARER_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    OUTGOING_SIGNER_FIELD_NUMBER: _ClassVar[int]
    IN_PLACE_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    WITNESS_FIELD_NUMBER: _ClassVar[int]
    WITNESS_BODY_FIELD_NUMBER: _ClassVar[int]
    FILE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    handover: str
    number: str
    case: str
    org: str
    leaver: str
    post: str
    state: str
    left_on: str
    due: str
    items: _containers.RepeatedCompositeFieldContainer[HandoverItem]
    list_version: int
    digest: str
    gaps: _containers.RepeatedCompositeFieldContainer[DutyGapView]
    preparer: str
    incoming: str
    outgoing_signer: str
    in_place: bool
    ground: str
    reason: str
    witness: str
    witness_body: str
    file_number: str
    document_sha256: str
    def __init__(self, handover: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., leaver: _Optional[str] = ..., post: _Optional[str] = ..., state: _Optional[str] = ..., left_on: _Optional[str] = ..., due: _Optional[str] = ..., items: _Optional[_Iterable[_Union[HandoverItem, _Mapping]]] = ..., list_version: _Optional[int] = ..., digest: _Optional[str] = ..., gaps: _Optional[_Iterable[_Union[DutyGapView, _Mapping]]] = ..., preparer: _Optional[str] = ..., incoming: _Optional[str] = ..., outgoing_signer: _Optional[str] = ..., in_place: _Optional[bool] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ..., witness: _Optional[str] = ..., witness_body: _Optional[str] = ..., file_number: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class ListHandoversRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "state", "leaver", "due_before", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    DUE_BEFORE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    state: str
    leaver: str
    due_before: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., leaver: _Optional[str] = ..., due_before: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class HandoverLine(_message.Message):
    __slots__ = ("handover", "number", "case", "org", "leaver", "post", "state", "left_on", "due", "incoming", "items", "gaps")
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LEFT_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    INCOMING_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    GAPS_FIELD_NUMBER: _ClassVar[int]
    handover: str
    number: str
    case: str
    org: str
    leaver: str
    post: str
    state: str
    left_on: str
    due: str
    incoming: str
    items: int
    gaps: int
    def __init__(self, handover: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., leaver: _Optional[str] = ..., post: _Optional[str] = ..., state: _Optional[str] = ..., left_on: _Optional[str] = ..., due: _Optional[str] = ..., incoming: _Optional[str] = ..., items: _Optional[int] = ..., gaps: _Optional[int] = ...) -> None: ...

class ListHandoversResponse(_message.Message):
    __slots__ = ("handovers",)
    HANDOVERS_FIELD_NUMBER: _ClassVar[int]
    handovers: _containers.RepeatedCompositeFieldContainer[HandoverLine]
    def __init__(self, handovers: _Optional[_Iterable[_Union[HandoverLine, _Mapping]]] = ...) -> None: ...

class ListDutyGapsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "day", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    day: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., day: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class DutyGapLine(_message.Message):
    __slots__ = ("finding", "number", "case", "org", "handover", "leaver", "since", "holder")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    LEAVER_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    case: str
    org: str
    handover: str
    leaver: str
    since: str
    holder: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., handover: _Optional[str] = ..., leaver: _Optional[str] = ..., since: _Optional[str] = ..., holder: _Optional[str] = ...) -> None: ...

class ListDutyGapsResponse(_message.Message):
    __slots__ = ("gaps",)
    GAPS_FIELD_NUMBER: _ClassVar[int]
    gaps: _containers.RepeatedCompositeFieldContainer[DutyGapLine]
    def __init__(self, gaps: _Optional[_Iterable[_Union[DutyGapLine, _Mapping]]] = ...) -> None: ...
