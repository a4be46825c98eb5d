import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PlannedMeasure(_message.Message):
    __slots__ = ("text", "due", "unit")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    text: str
    due: str
    unit: str
    def __init__(self, text: _Optional[str] = ..., due: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class PlannedMilestone(_message.Message):
    __slots__ = ("day", "goal")
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    day: str
    goal: str
    def __init__(self, day: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class DraftPlanItemRequest(_message.Message):
    __slots__ = ("meta", "finding", "goal", "measures", "milestones", "due", "track", "cause", "criteria")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    finding: str
    goal: str
    measures: _containers.RepeatedCompositeFieldContainer[PlannedMeasure]
    milestones: _containers.RepeatedCompositeFieldContainer[PlannedMilestone]
    due: str
    track: str
    cause: str
    criteria: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., finding: _Optional[str] = ..., goal: _Optional[str] = ..., measures: _Optional[_Iterable[_Union[PlannedMeasure, _Mapping]]] = ..., milestones: _Optional[_Iterable[_Union[PlannedMilestone, _Mapping]]] = ..., due: _Optional[str] = ..., track: _Optional[str] = ..., cause: _Optional[str] = ..., criteria: _Optional[_Iterable[str]] = ...) -> None: ...

class EndorsePlanRequest(_message.Message):
    __slots__ = ("meta", "case", "text")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    text: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class SubmitPlanRequest(_message.Message):
    __slots__ = ("meta", "case", "aims", "safeguards", "minutes_sha256", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    AIMS_FIELD_NUMBER: _ClassVar[int]
    SAFEGUARDS_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    aims: str
    safeguards: str
    minutes_sha256: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., aims: _Optional[str] = ..., safeguards: _Optional[str] = ..., minutes_sha256: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class WithdrawPlanRequest(_message.Message):
    __slots__ = ("meta", "case", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class AmendPlanRequest(_message.Message):
    __slots__ = ("meta", "case", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetPlanRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class MeasureLine(_message.Message):
    __slots__ = ("no", "text", "due", "unit")
    NO_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    no: int
    text: str
    due: str
    unit: str
    def __init__(self, no: _Optional[int] = ..., text: _Optional[str] = ..., due: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class MilestoneLine(_message.Message):
    __slots__ = ("no", "day", "goal")
    NO_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    no: int
    day: str
    goal: str
    def __init__(self, no: _Optional[int] = ..., day: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class CriterionLine(_message.Message):
    __slots__ = ("no", "text")
    NO_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    no: int
    text: str
    def __init__(self, no: _Optional[int] = ..., text: _Optional[str] = ...) -> None: ...

class PlanItem(_message.Message):
    __slots__ = ("finding", "number", "track", "cause", "criteria", "goal", "measures", "milestones", "due", "unit", "supports", "member", "handler", "special_check", "sha256")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SUPPORTS_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    HANDLER_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    track: str
    cause: str
    criteria: _containers.RepeatedCompositeFieldContainer[CriterionLine]
    goal: str
    measures: _containers.RepeatedCompositeFieldContainer[MeasureLine]
    milestones: _containers.RepeatedCompositeFieldContainer[MilestoneLine]
    due: str
    unit: str
    supports: _containers.RepeatedScalarFieldContainer[str]
    member: str
    handler: str
    special_check: str
    sha256: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., track: _Optional[str] = ..., cause: _Optional[str] = ..., criteria: _Optional[_Iterable[_Union[CriterionLine, _Mapping]]] = ..., goal: _Optional[str] = ..., measures: _Optional[_Iterable[_Union[MeasureLine, _Mapping]]] = ..., milestones: _Optional[_Iterable[_Union[MilestoneLine, _Mapping]]] = ..., due: _Optional[str] = ..., unit: _Optional[str] = ..., supports: _Optional[_Iterable[str]] = ..., member: _Optional[str] = ..., handler: _Optional[str] = ..., special_check: _Optional[str] = ..., sha256: _Optional[str] = ...) -> None: ...

class PlanDifference(_message.Message):
    __slots__ = ("finding", "number", "field", "former", "present")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    field: str
    former: str
    present: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., field: _Optional[str] = ..., former: _Optional[str] = ..., present: _Optional[str] = ...) -> None: ...

class PlanVersion(_message.Message):
    __slots__ = ("version", "state", "amendment", "reason", "begun", "submitted", "endorsed_by", "digest", "opinion_no", "overall", "shortcomings", "demands", "verifier", "decided", "items", "differences")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    AMENDMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    BEGUN_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_FIELD_NUMBER: _ClassVar[int]
    ENDORSED_BY_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    DECIDED_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    amendment: bool
    reason: str
    begun: _timestamp_pb2.Timestamp
    submitted: _timestamp_pb2.Timestamp
    endorsed_by: str
    digest: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    decided: _timestamp_pb2.Timestamp
    items: _containers.RepeatedCompositeFieldContainer[PlanItem]
    differences: _containers.RepeatedCompositeFieldContainer[PlanDifference]
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., amendment: _Optional[bool] = ..., reason: _Optional[str] = ..., begun: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., submitted: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., endorsed_by: _Optional[str] = ..., digest: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ..., decided: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., items: _Optional[_Iterable[_Union[PlanItem, _Mapping]]] = ..., differences: _Optional[_Iterable[_Union[PlanDifference, _Mapping]]] = ...) -> None: ...

class GetPlanResponse(_message.Message):
    __slots__ = ("plan", "case", "org", "versions", "in_force")
    PLAN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    IN_FORCE_FIELD_NUMBER: _ClassVar[int]
    plan: str
    case: str
    org: str
    versions: _containers.RepeatedCompositeFieldContainer[PlanVersion]
    in_force: int
    def __init__(self, plan: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., versions: _Optional[_Iterable[_Union[PlanVersion, _Mapping]]] = ..., in_force: _Optional[int] = ...) -> None: ...
