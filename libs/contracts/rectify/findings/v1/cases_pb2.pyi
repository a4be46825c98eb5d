from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.findings.v1 import feedback_pb2 as _feedback_pb2
from rectify.findings.v1 import rounds_pb2 as _rounds_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SetUpMechanismRequest(_message.Message):
    __slots__ = ("meta", "case", "description", "head", "members", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    description: str
    head: str
    members: _containers.RepeatedScalarFieldContainer[str]
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., description: _Optional[str] = ..., head: _Optional[str] = ..., members: _Optional[_Iterable[str]] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class SelfExamination(_message.Message):
    __slots__ = ("person", "sha256")
    PERSON_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    person: str
    sha256: str
    def __init__(self, person: _Optional[str] = ..., sha256: _Optional[str] = ...) -> None: ...

class RecordMeetingRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "day", "place", "attendance", "decisions", "minutes_sha256", "self_examinations")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    ATTENDANCE_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    SELF_EXAMINATIONS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    kind: str
    day: str
    place: str
    attendance: _containers.RepeatedCompositeFieldContainer[_feedback_pb2.Attendance]
    decisions: _containers.RepeatedScalarFieldContainer[str]
    minutes_sha256: str
    self_examinations: _containers.RepeatedCompositeFieldContainer[SelfExamination]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., day: _Optional[str] = ..., place: _Optional[str] = ..., attendance: _Optional[_Iterable[_Union[_feedback_pb2.Attendance, _Mapping]]] = ..., decisions: _Optional[_Iterable[str]] = ..., minutes_sha256: _Optional[str] = ..., self_examinations: _Optional[_Iterable[_Union[SelfExamination, _Mapping]]] = ...) -> None: ...

class LayDownProcedureRequest(_message.Message):
    __slots__ = ("meta", "case", "number", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    number: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., number: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class CloseCaseRequest(_message.Message):
    __slots__ = ("meta", "case", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetCaseRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class CaseDue(_message.Message):
    __slots__ = ("what", "rule", "due", "stricter", "inference", "why_zh", "why_en")
    WHAT_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    STRICTER_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    WHY_ZH_FIELD_NUMBER: _ClassVar[int]
    WHY_EN_FIELD_NUMBER: _ClassVar[int]
    what: str
    rule: str
    due: str
    stricter: str
    inference: bool
    why_zh: str
    why_en: str
    def __init__(self, what: _Optional[str] = ..., rule: _Optional[str] = ..., due: _Optional[str] = ..., stricter: _Optional[str] = ..., inference: _Optional[bool] = ..., why_zh: _Optional[str] = ..., why_en: _Optional[str] = ...) -> None: ...

class CaseFindingLine(_message.Message):
    __slots__ = ("finding", "number", "standing", "received_on", "due", "special_check", "supplement", "settled_on")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    SETTLED_ON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    standing: str
    received_on: str
    due: str
    special_check: str
    supplement: int
    settled_on: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., standing: _Optional[str] = ..., received_on: _Optional[str] = ..., due: _Optional[str] = ..., special_check: _Optional[str] = ..., supplement: _Optional[int] = ..., settled_on: _Optional[str] = ...) -> None: ...

class CaseRecord(_message.Message):
    __slots__ = ("kind", "day", "sha256", "rule")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    day: str
    sha256: str
    rule: str
    def __init__(self, kind: _Optional[str] = ..., day: _Optional[str] = ..., sha256: _Optional[str] = ..., rule: _Optional[str] = ...) -> None: ...

class GetCaseResponse(_message.Message):
    __slots__ = ("case", "number", "round", "org", "holder", "feedback", "state", "phase", "rulebook", "meeting_on", "received_on", "phase_end", "dues", "findings", "bodies", "special_checks", "records", "unfinished", "reopened")
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PHASE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    MEETING_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    DUES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    RECORDS_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    case: str
    number: str
    round: str
    org: str
    holder: str
    feedback: str
    state: str
    phase: str
    rulebook: str
    meeting_on: str
    received_on: str
    phase_end: str
    dues: _containers.RepeatedCompositeFieldContainer[CaseDue]
    findings: _containers.RepeatedCompositeFieldContainer[CaseFindingLine]
    bodies: _rounds_pb2.Bodies
    special_checks: _containers.RepeatedCompositeFieldContainer[_feedback_pb2.SpecialCheck]
    records: _containers.RepeatedCompositeFieldContainer[CaseRecord]
    unfinished: int
    reopened: int
    def __init__(self, case: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., holder: _Optional[str] = ..., feedback: _Optional[str] = ..., state: _Optional[str] = ..., phase: _Optional[str] = ..., rulebook: _Optional[str] = ..., meeting_on: _Optional[str] = ..., received_on: _Optional[str] = ..., phase_end: _Optional[str] = ..., dues: _Optional[_Iterable[_Union[CaseDue, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[CaseFindingLine, _Mapping]]] = ..., bodies: _Optional[_Union[_rounds_pb2.Bodies, _Mapping]] = ..., special_checks: _Optional[_Iterable[_Union[_feedback_pb2.SpecialCheck, _Mapping]]] = ..., records: _Optional[_Iterable[_Union[CaseRecord, _Mapping]]] = ..., unfinished: _Optional[int] = ..., reopened: _Optional[int] = ...) -> None: ...

class ListCasesRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "state", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    org: str
    state: str
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class CaseLine(_message.Message):
    __slots__ = ("case", "number", "round", "org", "holder", "state", "phase", "received_on", "phase_end", "findings", "unfinished", "rulebook")
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PHASE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    case: str
    number: str
    round: str
    org: str
    holder: str
    state: str
    phase: str
    received_on: str
    phase_end: str
    findings: int
    unfinished: int
    rulebook: str
    def __init__(self, case: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., holder: _Optional[str] = ..., state: _Optional[str] = ..., phase: _Optional[str] = ..., received_on: _Optional[str] = ..., phase_end: _Optional[str] = ..., findings: _Optional[int] = ..., unfinished: _Optional[int] = ..., rulebook: _Optional[str] = ...) -> None: ...

class ListCasesResponse(_message.Message):
    __slots__ = ("cases",)
    CASES_FIELD_NUMBER: _ClassVar[int]
    cases: _containers.RepeatedCompositeFieldContainer[CaseLine]
    def __init__(self, cases: _Optional[_Iterable[_Union[CaseLine, _Mapping]]] = ...) -> None: ...
