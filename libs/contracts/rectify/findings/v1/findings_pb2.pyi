from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ServeImmediateNoticeRequest(_message.Message):
    __slots__ = ("meta", "finding", "round", "org", "number", "wording", "demand", "due", "served_to")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    SERVED_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    round: str
    org: str
    number: str
    wording: str
    demand: str
    due: str
    served_to: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., wording: _Optional[str] = ..., demand: _Optional[str] = ..., due: _Optional[str] = ..., served_to: _Optional[str] = ...) -> None: ...

class ConfirmImmediateRequest(_message.Message):
    __slots__ = ("meta", "finding", "result")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    result: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., result: _Optional[str] = ...) -> None: ...

class ClaimFindingRequest(_message.Message):
    __slots__ = ("meta", "finding", "member", "handler", "unit", "supports", "track", "cause", "criteria")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    HANDLER_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SUPPORTS_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    member: str
    handler: str
    unit: str
    supports: _containers.RepeatedScalarFieldContainer[str]
    track: str
    cause: str
    criteria: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., member: _Optional[str] = ..., handler: _Optional[str] = ..., unit: _Optional[str] = ..., supports: _Optional[_Iterable[str]] = ..., track: _Optional[str] = ..., cause: _Optional[str] = ..., criteria: _Optional[_Iterable[str]] = ...) -> None: ...

class SetCriteriaRequest(_message.Message):
    __slots__ = ("meta", "finding", "criteria", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    criteria: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., criteria: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class AssignUnitsRequest(_message.Message):
    __slots__ = ("meta", "finding", "unit", "supports")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SUPPORTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    unit: str
    supports: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., unit: _Optional[str] = ..., supports: _Optional[_Iterable[str]] = ...) -> None: ...

class AssignPersonsRequest(_message.Message):
    __slots__ = ("meta", "finding", "member", "handler", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    HANDLER_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    member: str
    handler: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., member: _Optional[str] = ..., handler: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SetSponsorRequest(_message.Message):
    __slots__ = ("meta", "finding", "sponsor")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    SPONSOR_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    sponsor: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., sponsor: _Optional[str] = ...) -> None: ...

class FlagKeyFindingRequest(_message.Message):
    __slots__ = ("meta", "finding", "key", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    key: bool
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., key: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class ClassifyFindingRequest(_message.Message):
    __slots__ = ("meta", "finding", "category", "severity", "disclosure", "common_problem", "about_principal")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    DISCLOSURE_FIELD_NUMBER: _ClassVar[int]
    COMMON_PROBLEM_FIELD_NUMBER: _ClassVar[int]
    ABOUT_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    category: str
    severity: str
    disclosure: str
    common_problem: str
    about_principal: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., category: _Optional[str] = ..., severity: _Optional[str] = ..., disclosure: _Optional[str] = ..., common_problem: _Optional[str] = ..., about_principal: _Optional[bool] = ...) -> None: ...

class CloseNotApplicableRequest(_message.Message):
    __slots__ = ("meta", "finding", "ground", "reason", "proof")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    ground: str
    reason: str
    proof: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., ground: _Optional[str] = ..., reason: _Optional[str] = ..., proof: _Optional[_Iterable[str]] = ...) -> None: ...

class AddMeasureRequest(_message.Message):
    __slots__ = ("meta", "finding", "text", "due", "unit")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    text: str
    due: str
    unit: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., text: _Optional[str] = ..., due: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class ReportMeasureRequest(_message.Message):
    __slots__ = ("meta", "finding", "measure", "percent", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    measure: int
    percent: int
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., measure: _Optional[int] = ..., percent: _Optional[int] = ..., note: _Optional[str] = ...) -> None: ...

class CompleteMeasureRequest(_message.Message):
    __slots__ = ("meta", "finding", "measure", "result")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    measure: int
    result: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., measure: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class RecordExtensionCheckRequest(_message.Message):
    __slots__ = ("meta", "finding", "scope", "found", "fixed", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    FOUND_FIELD_NUMBER: _ClassVar[int]
    FIXED_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    scope: str
    found: int
    fixed: int
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., scope: _Optional[str] = ..., found: _Optional[int] = ..., fixed: _Optional[int] = ..., note: _Optional[str] = ...) -> None: ...

class AddMilestoneRequest(_message.Message):
    __slots__ = ("meta", "finding", "day", "goal")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    day: str
    goal: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., day: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class MeetMilestoneRequest(_message.Message):
    __slots__ = ("meta", "finding", "milestone", "result")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    MILESTONE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    milestone: int
    result: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., milestone: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class AmendedCell(_message.Message):
    __slots__ = ("column", "text")
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    column: str
    text: str
    def __init__(self, column: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class ProposeAmendmentRequest(_message.Message):
    __slots__ = ("meta", "finding", "cells", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CELLS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    cells: _containers.RepeatedCompositeFieldContainer[AmendedCell]
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., cells: _Optional[_Iterable[_Union[AmendedCell, _Mapping]]] = ..., reason: _Optional[str] = ...) -> None: ...

class AcceptAmendmentRequest(_message.Message):
    __slots__ = ("meta", "finding", "amendment", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    AMENDMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    amendment: int
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., amendment: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class RejectAmendmentRequest(_message.Message):
    __slots__ = ("meta", "finding", "amendment", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    AMENDMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    amendment: int
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., amendment: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...
