from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KeyRecipient(_message.Message):
    __slots__ = ("capacity", "org", "person")
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    capacity: str
    org: str
    person: str
    def __init__(self, capacity: _Optional[str] = ..., org: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class IssueKeyListRequest(_message.Message):
    __slots__ = ("meta", "number", "round", "findings", "recipients")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    round: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    recipients: _containers.RepeatedCompositeFieldContainer[KeyRecipient]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., recipients: _Optional[_Iterable[_Union[KeyRecipient, _Mapping]]] = ...) -> None: ...

class ReceiveKeyListRequest(_message.Message):
    __slots__ = ("meta", "key_list")
    META_FIELD_NUMBER: _ClassVar[int]
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    key_list: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., key_list: _Optional[str] = ...) -> None: ...

class FollowKeyFindingRequest(_message.Message):
    __slots__ = ("meta", "key_list", "finding", "progress", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    key_list: str
    finding: str
    progress: str
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., key_list: _Optional[str] = ..., finding: _Optional[str] = ..., progress: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class GetKeyListRequest(_message.Message):
    __slots__ = ("meta", "key_list")
    META_FIELD_NUMBER: _ClassVar[int]
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    key_list: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., key_list: _Optional[str] = ...) -> None: ...

class KeyLine(_message.Message):
    __slots__ = ("finding", "number", "org", "wording", "state_then", "state", "due", "overdue", "progress", "note", "followed_by", "followed_on")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    STATE_THEN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    FOLLOWED_BY_FIELD_NUMBER: _ClassVar[int]
    FOLLOWED_ON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    org: str
    wording: str
    state_then: str
    state: str
    due: str
    overdue: bool
    progress: str
    note: str
    followed_by: str
    followed_on: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., wording: _Optional[str] = ..., state_then: _Optional[str] = ..., state: _Optional[str] = ..., due: _Optional[str] = ..., overdue: _Optional[bool] = ..., progress: _Optional[str] = ..., note: _Optional[str] = ..., followed_by: _Optional[str] = ..., followed_on: _Optional[str] = ...) -> None: ...

class KeyRecipientLine(_message.Message):
    __slots__ = ("capacity", "org", "person", "received_on")
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    capacity: str
    org: str
    person: str
    received_on: str
    def __init__(self, capacity: _Optional[str] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., received_on: _Optional[str] = ...) -> None: ...

class GetKeyListResponse(_message.Message):
    __slots__ = ("key_list", "number", "round", "office", "rulebook", "digest", "issued_on", "entries", "recipients", "open")
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    key_list: str
    number: str
    round: str
    office: str
    rulebook: str
    digest: str
    issued_on: str
    entries: _containers.RepeatedCompositeFieldContainer[KeyLine]
    recipients: _containers.RepeatedCompositeFieldContainer[KeyRecipientLine]
    open: int
    def __init__(self, key_list: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., office: _Optional[str] = ..., rulebook: _Optional[str] = ..., digest: _Optional[str] = ..., issued_on: _Optional[str] = ..., entries: _Optional[_Iterable[_Union[KeyLine, _Mapping]]] = ..., recipients: _Optional[_Iterable[_Union[KeyRecipientLine, _Mapping]]] = ..., open: _Optional[int] = ...) -> None: ...

class ListKeyListsRequest(_message.Message):
    __slots__ = ("meta", "round", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class KeyListLine(_message.Message):
    __slots__ = ("key_list", "number", "round", "office", "findings", "recipients", "received", "issued_on")
    KEY_LIST_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    key_list: str
    number: str
    round: str
    office: str
    findings: int
    recipients: int
    received: int
    issued_on: str
    def __init__(self, key_list: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., office: _Optional[str] = ..., findings: _Optional[int] = ..., recipients: _Optional[int] = ..., received: _Optional[int] = ..., issued_on: _Optional[str] = ...) -> None: ...

class ListKeyListsResponse(_message.Message):
    __slots__ = ("lists",)
    LISTS_FIELD_NUMBER: _ClassVar[int]
    lists: _containers.RepeatedCompositeFieldContainer[KeyListLine]
    def __init__(self, lists: _Optional[_Iterable[_Union[KeyListLine, _Mapping]]] = ...) -> None: ...
