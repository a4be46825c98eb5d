from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DrawLookBackRequest(_message.Message):
    __slots__ = ("meta", "number", "title", "round", "cases", "percent", "seed", "seed_source")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    SEED_SOURCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    title: str
    round: str
    cases: _containers.RepeatedScalarFieldContainer[str]
    percent: int
    seed: str
    seed_source: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., title: _Optional[str] = ..., round: _Optional[str] = ..., cases: _Optional[_Iterable[str]] = ..., percent: _Optional[int] = ..., seed: _Optional[str] = ..., seed_source: _Optional[str] = ...) -> None: ...

class RecordLookBackResultRequest(_message.Message):
    __slots__ = ("meta", "lookback", "finding", "outcome", "note", "defect", "decision", "evidence")
    META_FIELD_NUMBER: _ClassVar[int]
    LOOKBACK_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lookback: str
    finding: str
    outcome: str
    note: str
    defect: str
    decision: str
    evidence: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lookback: _Optional[str] = ..., finding: _Optional[str] = ..., outcome: _Optional[str] = ..., note: _Optional[str] = ..., defect: _Optional[str] = ..., decision: _Optional[str] = ..., evidence: _Optional[_Iterable[str]] = ...) -> None: ...

class ReportLookBackRequest(_message.Message):
    __slots__ = ("meta", "lookback", "summary", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    LOOKBACK_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lookback: str
    summary: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lookback: _Optional[str] = ..., summary: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class GetLookBackRequest(_message.Message):
    __slots__ = ("meta", "lookback")
    META_FIELD_NUMBER: _ClassVar[int]
    LOOKBACK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    lookback: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., lookback: _Optional[str] = ...) -> None: ...

class LookBackLine(_message.Message):
    __slots__ = ("lookback", "number", "title", "round", "state", "drawn_on", "percent", "population_count", "drawn", "held", "overturned")
    LOOKBACK_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DRAWN_ON_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    POPULATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    DRAWN_FIELD_NUMBER: _ClassVar[int]
    HELD_FIELD_NUMBER: _ClassVar[int]
    OVERTURNED_FIELD_NUMBER: _ClassVar[int]
    lookback: str
    number: str
    title: str
    round: str
    state: str
    drawn_on: str
    percent: int
    population_count: int
    drawn: int
    held: int
    overturned: int
    def __init__(self, lookback: _Optional[str] = ..., number: _Optional[str] = ..., title: _Optional[str] = ..., round: _Optional[str] = ..., state: _Optional[str] = ..., drawn_on: _Optional[str] = ..., percent: _Optional[int] = ..., population_count: _Optional[int] = ..., drawn: _Optional[int] = ..., held: _Optional[int] = ..., overturned: _Optional[int] = ...) -> None: ...

class LookBackItem(_message.Message):
    __slots__ = ("finding", "number", "case", "org", "signoff", "score", "outcome", "note", "defect", "checker", "checked_on")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SIGNOFF_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    CHECKER_FIELD_NUMBER: _ClassVar[int]
    CHECKED_ON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    case: str
    org: str
    signoff: int
    score: str
    outcome: str
    note: str
    defect: str
    checker: str
    checked_on: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., signoff: _Optional[int] = ..., score: _Optional[str] = ..., outcome: _Optional[str] = ..., note: _Optional[str] = ..., defect: _Optional[str] = ..., checker: _Optional[str] = ..., checked_on: _Optional[str] = ...) -> None: ...

class GetLookBackResponse(_message.Message):
    __slots__ = ("line", "cases", "seed", "seed_source", "population_sha256", "items", "summary", "document_sha256", "reported_on")
    LINE_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    SEED_SOURCE_FIELD_NUMBER: _ClassVar[int]
    POPULATION_SHA256_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    REPORTED_ON_FIELD_NUMBER: _ClassVar[int]
    line: LookBackLine
    cases: _containers.RepeatedScalarFieldContainer[str]
    seed: str
    seed_source: str
    population_sha256: str
    items: _containers.RepeatedCompositeFieldContainer[LookBackItem]
    summary: str
    document_sha256: str
    reported_on: str
    def __init__(self, line: _Optional[_Union[LookBackLine, _Mapping]] = ..., cases: _Optional[_Iterable[str]] = ..., seed: _Optional[str] = ..., seed_source: _Optional[str] = ..., population_sha256: _Optional[str] = ..., items: _Optional[_Iterable[_Union[LookBackItem, _Mapping]]] = ..., summary: _Optional[str] = ..., document_sha256: _Optional[str] = ..., reported_on: _Optional[str] = ...) -> None: ...

class ListLookBacksRequest(_message.Message):
    __slots__ = ("meta", "round", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListLookBacksResponse(_message.Message):
    __slots__ = ("lookbacks", "next")
    LOOKBACKS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    lookbacks: _containers.RepeatedCompositeFieldContainer[LookBackLine]
    next: str
    def __init__(self, lookbacks: _Optional[_Iterable[_Union[LookBackLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class RecomputeLookBackRequest(_message.Message):
    __slots__ = ("meta", "lookback")
    META_FIELD_NUMBER: _ClassVar[int]
    LOOKBACK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    lookback: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., lookback: _Optional[str] = ...) -> None: ...

class Drawable(_message.Message):
    __slots__ = ("finding", "number", "case", "signed_off_on", "score", "rank", "drawn")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_ON_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    RANK_FIELD_NUMBER: _ClassVar[int]
    DRAWN_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    case: str
    signed_off_on: str
    score: str
    rank: int
    drawn: bool
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., signed_off_on: _Optional[str] = ..., score: _Optional[str] = ..., rank: _Optional[int] = ..., drawn: _Optional[bool] = ...) -> None: ...

class RecomputeLookBackResponse(_message.Message):
    __slots__ = ("lookback", "seed", "percent", "population_count", "population_sha256", "population", "same_population", "same_draw", "how_zh", "how_en")
    LOOKBACK_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    POPULATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    POPULATION_SHA256_FIELD_NUMBER: _ClassVar[int]
    POPULATION_FIELD_NUMBER: _ClassVar[int]
    SAME_POPULATION_FIELD_NUMBER: _ClassVar[int]
    SAME_DRAW_FIELD_NUMBER: _ClassVar[int]
    HOW_ZH_FIELD_NUMBER: _ClassVar[int]
    HOW_EN_FIELD_NUMBER: _ClassVar[int]
    lookback: str
    seed: str
    percent: int
    population_count: int
    population_sha256: str
    population: _containers.RepeatedCompositeFieldContainer[Drawable]
    same_population: bool
    same_draw: bool
    how_zh: str
    how_en: str
    def __init__(self, lookback: _Optional[str] = ..., seed: _Optional[str] = ..., percent: _Optional[int] = ..., population_count: _Optional[int] = ..., population_sha256: _Optional[str] = ..., population: _Optional[_Iterable[_Union[Drawable, _Mapping]]] = ..., same_population: _Optional[bool] = ..., same_draw: _Optional[bool] = ..., how_zh: _Optional[str] = ..., how_en: _Optional[str] = ...) -> None: ...
