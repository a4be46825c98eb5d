from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RecordReformRequest(_message.Message):
    __slots__ = ("meta", "case", "finding", "action", "title", "day", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    finding: str
    action: str
    title: str
    day: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., action: _Optional[str] = ..., title: _Optional[str] = ..., day: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class WithdrawReformRequest(_message.Message):
    __slots__ = ("meta", "case", "entry", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    entry: int
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., entry: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class RecordMoneyRequest(_message.Message):
    __slots__ = ("meta", "case", "finding", "kind", "fen", "day", "evidence_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    FEN_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    finding: str
    kind: str
    fen: int
    day: str
    evidence_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., kind: _Optional[str] = ..., fen: _Optional[int] = ..., day: _Optional[str] = ..., evidence_sha256: _Optional[str] = ...) -> None: ...

class WithdrawMoneyRequest(_message.Message):
    __slots__ = ("meta", "case", "entry", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    entry: int
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., entry: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class RecordPeopleRequest(_message.Message):
    __slots__ = ("meta", "case", "finding", "measure", "people", "day", "evidence_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    finding: str
    measure: str
    people: int
    day: str
    evidence_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., measure: _Optional[str] = ..., people: _Optional[int] = ..., day: _Optional[str] = ..., evidence_sha256: _Optional[str] = ...) -> None: ...

class WithdrawPeopleRequest(_message.Message):
    __slots__ = ("meta", "case", "entry", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    entry: int
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., entry: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class ListReformsRequest(_message.Message):
    __slots__ = ("meta", "case", "finding", "org", "withdrawn", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    finding: str
    org: str
    withdrawn: bool
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., org: _Optional[str] = ..., withdrawn: _Optional[bool] = ..., limit: _Optional[int] = ...) -> None: ...

class ReformLine(_message.Message):
    __slots__ = ("case", "entry", "org", "finding", "day", "state", "reason", "action", "title", "document_sha256")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    case: str
    entry: int
    org: str
    finding: str
    day: str
    state: str
    reason: str
    action: str
    title: str
    document_sha256: str
    def __init__(self, case: _Optional[str] = ..., entry: _Optional[int] = ..., org: _Optional[str] = ..., finding: _Optional[str] = ..., day: _Optional[str] = ..., state: _Optional[str] = ..., reason: _Optional[str] = ..., action: _Optional[str] = ..., title: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class ListReformsResponse(_message.Message):
    __slots__ = ("reforms",)
    REFORMS_FIELD_NUMBER: _ClassVar[int]
    reforms: _containers.RepeatedCompositeFieldContainer[ReformLine]
    def __init__(self, reforms: _Optional[_Iterable[_Union[ReformLine, _Mapping]]] = ...) -> None: ...

class ListMoneyRequest(_message.Message):
    __slots__ = ("meta", "case", "finding", "org", "withdrawn", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    finding: str
    org: str
    withdrawn: bool
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., org: _Optional[str] = ..., withdrawn: _Optional[bool] = ..., limit: _Optional[int] = ...) -> None: ...

class MoneyLine(_message.Message):
    __slots__ = ("case", "entry", "org", "finding", "day", "state", "reason", "kind", "fen", "evidence_sha256")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    FEN_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_SHA256_FIELD_NUMBER: _ClassVar[int]
    case: str
    entry: int
    org: str
    finding: str
    day: str
    state: str
    reason: str
    kind: str
    fen: int
    evidence_sha256: str
    def __init__(self, case: _Optional[str] = ..., entry: _Optional[int] = ..., org: _Optional[str] = ..., finding: _Optional[str] = ..., day: _Optional[str] = ..., state: _Optional[str] = ..., reason: _Optional[str] = ..., kind: _Optional[str] = ..., fen: _Optional[int] = ..., evidence_sha256: _Optional[str] = ...) -> None: ...

class ListMoneyResponse(_message.Message):
    __slots__ = ("money",)
    MONEY_FIELD_NUMBER: _ClassVar[int]
    money: _containers.RepeatedCompositeFieldContainer[MoneyLine]
    def __init__(self, money: _Optional[_Iterable[_Union[MoneyLine, _Mapping]]] = ...) -> None: ...

class ListPeopleRequest(_message.Message):
    __slots__ = ("meta", "case", "finding", "org", "withdrawn", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    finding: str
    org: str
    withdrawn: bool
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., finding: _Optional[str] = ..., org: _Optional[str] = ..., withdrawn: _Optional[bool] = ..., limit: _Optional[int] = ...) -> None: ...

class PeopleLine(_message.Message):
    __slots__ = ("case", "entry", "org", "finding", "day", "state", "reason", "measure", "people", "evidence_sha256")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_SHA256_FIELD_NUMBER: _ClassVar[int]
    case: str
    entry: int
    org: str
    finding: str
    day: str
    state: str
    reason: str
    measure: str
    people: int
    evidence_sha256: str
    def __init__(self, case: _Optional[str] = ..., entry: _Optional[int] = ..., org: _Optional[str] = ..., finding: _Optional[str] = ..., day: _Optional[str] = ..., state: _Optional[str] = ..., reason: _Optional[str] = ..., measure: _Optional[str] = ..., people: _Optional[int] = ..., evidence_sha256: _Optional[str] = ...) -> None: ...

class ListPeopleResponse(_message.Message):
    __slots__ = ("people",)
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    people: _containers.RepeatedCompositeFieldContainer[PeopleLine]
    def __init__(self, people: _Optional[_Iterable[_Union[PeopleLine, _Mapping]]] = ...) -> None: ...

class GetResultsRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class ResultSum(_message.Message):
    __slots__ = ("register_name", "what", "entries", "amount")
    REGISTER_NAME_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    register_name: str
    what: str
    entries: int
    amount: int
    def __init__(self, register_name: _Optional[str] = ..., what: _Optional[str] = ..., entries: _Optional[int] = ..., amount: _Optional[int] = ...) -> None: ...

class FindingResults(_message.Message):
    __slots__ = ("finding", "number", "reforms", "fen", "people", "sums")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    REFORMS_FIELD_NUMBER: _ClassVar[int]
    FEN_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    SUMS_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    reforms: int
    fen: int
    people: int
    sums: _containers.RepeatedCompositeFieldContainer[ResultSum]
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., reforms: _Optional[int] = ..., fen: _Optional[int] = ..., people: _Optional[int] = ..., sums: _Optional[_Iterable[_Union[ResultSum, _Mapping]]] = ...) -> None: ...

class GetResultsResponse(_message.Message):
    __slots__ = ("case", "number", "reforms", "fen", "people", "sums", "findings")
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    REFORMS_FIELD_NUMBER: _ClassVar[int]
    FEN_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    SUMS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    case: str
    number: str
    reforms: int
    fen: int
    people: int
    sums: _containers.RepeatedCompositeFieldContainer[ResultSum]
    findings: _containers.RepeatedCompositeFieldContainer[FindingResults]
    def __init__(self, case: _Optional[str] = ..., number: _Optional[str] = ..., reforms: _Optional[int] = ..., fen: _Optional[int] = ..., people: _Optional[int] = ..., sums: _Optional[_Iterable[_Union[ResultSum, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[FindingResults, _Mapping]]] = ...) -> None: ...
