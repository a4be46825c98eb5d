from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DraftSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case", "problems", "judgement", "suggestions", "document")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    problems: _containers.RepeatedScalarFieldContainer[str]
    judgement: str
    suggestions: _containers.RepeatedScalarFieldContainer[str]
    document: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., problems: _Optional[_Iterable[str]] = ..., judgement: _Optional[str] = ..., suggestions: _Optional[_Iterable[str]] = ..., document: _Optional[str] = ...) -> None: ...

class SubmitSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class AcceptSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case", "minutes_no")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    MINUTES_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    minutes_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., minutes_no: _Optional[str] = ...) -> None: ...

class SendBackSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class ReportedCount(_message.Message):
    __slots__ = ("kind", "count")
    KIND_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    kind: str
    count: int
    def __init__(self, kind: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class ReportedDuty(_message.Message):
    __slots__ = ("rule_id", "state", "due", "missed")
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    rule_id: str
    state: str
    due: str
    missed: bool
    def __init__(self, rule_id: _Optional[str] = ..., state: _Optional[str] = ..., due: _Optional[str] = ..., missed: _Optional[bool] = ...) -> None: ...

class SupervisionReportVersion(_message.Message):
    __slots__ = ("version", "state", "drafted_on", "submitted_on", "phase", "findings", "duties", "actions", "problems", "judgement", "suggestions", "document", "minutes_no", "reason")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DRAFTED_ON_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    PHASE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    DUTIES_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    MINUTES_NO_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    drafted_on: str
    submitted_on: str
    phase: str
    findings: _containers.RepeatedCompositeFieldContainer[ReportedCount]
    duties: _containers.RepeatedCompositeFieldContainer[ReportedDuty]
    actions: _containers.RepeatedCompositeFieldContainer[ReportedCount]
    problems: _containers.RepeatedScalarFieldContainer[str]
    judgement: str
    suggestions: _containers.RepeatedScalarFieldContainer[str]
    document: str
    minutes_no: str
    reason: str
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., drafted_on: _Optional[str] = ..., submitted_on: _Optional[str] = ..., phase: _Optional[str] = ..., findings: _Optional[_Iterable[_Union[ReportedCount, _Mapping]]] = ..., duties: _Optional[_Iterable[_Union[ReportedDuty, _Mapping]]] = ..., actions: _Optional[_Iterable[_Union[ReportedCount, _Mapping]]] = ..., problems: _Optional[_Iterable[str]] = ..., judgement: _Optional[str] = ..., suggestions: _Optional[_Iterable[str]] = ..., document: _Optional[str] = ..., minutes_no: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetSupervisionReportResponse(_message.Message):
    __slots__ = ("report", "case", "org", "by", "rule_id", "state", "versions")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    by: str
    rule_id: str
    state: str
    versions: _containers.RepeatedCompositeFieldContainer[SupervisionReportVersion]
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., by: _Optional[str] = ..., rule_id: _Optional[str] = ..., state: _Optional[str] = ..., versions: _Optional[_Iterable[_Union[SupervisionReportVersion, _Mapping]]] = ...) -> None: ...

class ListSupervisionReportsRequest(_message.Message):
    __slots__ = ("meta", "by", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    by: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., by: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class SupervisionReportLine(_message.Message):
    __slots__ = ("report", "case", "org", "by", "version", "state", "drafted_on", "submitted_on")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DRAFTED_ON_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    by: str
    version: int
    state: str
    drafted_on: str
    submitted_on: str
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., by: _Optional[str] = ..., version: _Optional[int] = ..., state: _Optional[str] = ..., drafted_on: _Optional[str] = ..., submitted_on: _Optional[str] = ...) -> None: ...

class ListSupervisionReportsResponse(_message.Message):
    __slots__ = ("reports", "next")
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    reports: _containers.RepeatedCompositeFieldContainer[SupervisionReportLine]
    next: str
    def __init__(self, reports: _Optional[_Iterable[_Union[SupervisionReportLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
