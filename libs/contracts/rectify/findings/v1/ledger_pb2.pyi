import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.findings.v1 import plans_pb2 as _plans_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListFindingsRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "case", "states", "open", "track", "category", "severity", "special_check", "due_before", "overdue_on", "responsible", "unit", "text", "key", "listed", "reopened", "altered", "sort", "descending", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    DUE_BEFORE_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_ON_FIELD_NUMBER: _ClassVar[int]
    RESPONSIBLE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    LISTED_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    ALTERED_FIELD_NUMBER: _ClassVar[int]
    SORT_FIELD_NUMBER: _ClassVar[int]
    DESCENDING_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    org: str
    case: str
    states: _containers.RepeatedScalarFieldContainer[str]
    open: bool
    track: str
    category: str
    severity: str
    special_check: str
    due_before: str
    overdue_on: str
    responsible: str
    unit: str
    text: str
    key: bool
    listed: bool
    reopened: bool
    altered: bool
    sort: str
    descending: bool
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., states: _Optional[_Iterable[str]] = ..., open: _Optional[bool] = ..., track: _Optional[str] = ..., category: _Optional[str] = ..., severity: _Optional[str] = ..., special_check: _Optional[str] = ..., due_before: _Optional[str] = ..., overdue_on: _Optional[str] = ..., responsible: _Optional[str] = ..., unit: _Optional[str] = ..., text: _Optional[str] = ..., key: _Optional[bool] = ..., listed: _Optional[bool] = ..., reopened: _Optional[bool] = ..., altered: _Optional[bool] = ..., sort: _Optional[str] = ..., descending: _Optional[bool] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class FindingLine(_message.Message):
    __slots__ = ("finding", "number", "case", "case_number", "round", "org", "holder", "state", "track", "category", "severity", "special_check", "wording", "unit", "member", "member_name", "handler", "handler_name", "sponsor", "sponsor_name", "received_on", "due", "first_due", "overdue", "next_milestone", "missed", "percent", "progress", "reported", "key", "reopened", "altered", "signed_off_on", "amendments", "supplement", "listed")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    CASE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    MEMBER_NAME_FIELD_NUMBER: _ClassVar[int]
    HANDLER_FIELD_NUMBER: _ClassVar[int]
    HANDLER_NAME_FIELD_NUMBER: _ClassVar[int]
    SPONSOR_FIELD_NUMBER: _ClassVar[int]
    SPONSOR_NAME_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    FIRST_DUE_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    NEXT_MILESTONE_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    REPORTED_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    ALTERED_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_ON_FIELD_NUMBER: _ClassVar[int]
    AMENDMENTS_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    LISTED_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    case: str
    case_number: str
    round: str
    org: str
    holder: str
    state: str
    track: str
    category: str
    severity: str
    special_check: str
    wording: str
    unit: str
    member: str
    member_name: str
    handler: str
    handler_name: str
    sponsor: str
    sponsor_name: str
    received_on: str
    due: str
    first_due: str
    overdue: bool
    next_milestone: str
    missed: int
    percent: int
    progress: str
    reported: str
    key: bool
    reopened: int
    altered: bool
    signed_off_on: str
    amendments: int
    supplement: int
    listed: bool
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., case_number: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., holder: _Optional[str] = ..., state: _Optional[str] = ..., track: _Optional[str] = ..., category: _Optional[str] = ..., severity: _Optional[str] = ..., special_check: _Optional[str] = ..., wording: _Optional[str] = ..., unit: _Optional[str] = ..., member: _Optional[str] = ..., member_name: _Optional[str] = ..., handler: _Optional[str] = ..., handler_name: _Optional[str] = ..., sponsor: _Optional[str] = ..., sponsor_name: _Optional[str] = ..., received_on: _Optional[str] = ..., due: _Optional[str] = ..., first_due: _Optional[str] = ..., overdue: _Optional[bool] = ..., next_milestone: _Optional[str] = ..., missed: _Optional[int] = ..., percent: _Optional[int] = ..., progress: _Optional[str] = ..., reported: _Optional[str] = ..., key: _Optional[bool] = ..., reopened: _Optional[int] = ..., altered: _Optional[bool] = ..., signed_off_on: _Optional[str] = ..., amendments: _Optional[int] = ..., supplement: _Optional[int] = ..., listed: _Optional[bool] = ...) -> None: ...

class ListFindingsResponse(_message.Message):
    __slots__ = ("findings", "next")
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    findings: _containers.RepeatedCompositeFieldContainer[FindingLine]
    next: str
    def __init__(self, findings: _Optional[_Iterable[_Union[FindingLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class GetFindingRequest(_message.Message):
    __slots__ = ("meta", "finding")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    finding: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., finding: _Optional[str] = ...) -> None: ...

class FindingMeasure(_message.Message):
    __slots__ = ("no", "text", "due", "unit", "percent", "note", "reports", "done", "result", "dropped")
    NO_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    DROPPED_FIELD_NUMBER: _ClassVar[int]
    no: int
    text: str
    due: str
    unit: str
    percent: int
    note: str
    reports: int
    done: bool
    result: str
    dropped: bool
    def __init__(self, no: _Optional[int] = ..., text: _Optional[str] = ..., due: _Optional[str] = ..., unit: _Optional[str] = ..., percent: _Optional[int] = ..., note: _Optional[str] = ..., reports: _Optional[int] = ..., done: _Optional[bool] = ..., result: _Optional[str] = ..., dropped: _Optional[bool] = ...) -> None: ...

class FindingMilestone(_message.Message):
    __slots__ = ("no", "day", "goal", "met", "missed", "result")
    NO_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    MET_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    no: int
    day: str
    goal: str
    met: str
    missed: bool
    result: str
    def __init__(self, no: _Optional[int] = ..., day: _Optional[str] = ..., goal: _Optional[str] = ..., met: _Optional[str] = ..., missed: _Optional[bool] = ..., result: _Optional[str] = ...) -> None: ...

class EvidenceVersion(_message.Message):
    __slots__ = ("version", "name", "sha256", "size", "media_type", "reason")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    version: int
    name: str
    sha256: str
    size: int
    media_type: str
    reason: str
    def __init__(self, version: _Optional[int] = ..., name: _Optional[str] = ..., sha256: _Optional[str] = ..., size: _Optional[int] = ..., media_type: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class EvidencePiece(_message.Message):
    __slots__ = ("no", "criteria", "measure", "versions")
    NO_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    no: int
    criteria: _containers.RepeatedScalarFieldContainer[int]
    measure: int
    versions: _containers.RepeatedCompositeFieldContainer[EvidenceVersion]
    def __init__(self, no: _Optional[int] = ..., criteria: _Optional[_Iterable[int]] = ..., measure: _Optional[int] = ..., versions: _Optional[_Iterable[_Union[EvidenceVersion, _Mapping]]] = ...) -> None: ...

class BoundEvidence(_message.Message):
    __slots__ = ("evidence", "version", "sha256")
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    evidence: int
    version: int
    sha256: str
    def __init__(self, evidence: _Optional[int] = ..., version: _Optional[int] = ..., sha256: _Optional[str] = ...) -> None: ...

class SignOffProof(_message.Message):
    __slots__ = ("criterion", "evidence")
    CRITERION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    criterion: int
    evidence: _containers.RepeatedCompositeFieldContainer[BoundEvidence]
    def __init__(self, criterion: _Optional[int] = ..., evidence: _Optional[_Iterable[_Union[BoundEvidence, _Mapping]]] = ...) -> None: ...

class SignOffRecord(_message.Message):
    __slots__ = ("no", "outcome", "requester", "requested", "matrix", "digest", "member", "principal", "route", "percent", "seed", "drawn", "verifier", "opinion_no", "overall", "reason", "defect", "signed_off", "overturned", "overturned_by", "altered")
    NO_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_FIELD_NUMBER: _ClassVar[int]
    MATRIX_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    DRAWN_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DEFECT_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    OVERTURNED_FIELD_NUMBER: _ClassVar[int]
    OVERTURNED_BY_FIELD_NUMBER: _ClassVar[int]
    ALTERED_FIELD_NUMBER: _ClassVar[int]
    no: int
    outcome: str
    requester: str
    requested: _timestamp_pb2.Timestamp
    matrix: _containers.RepeatedCompositeFieldContainer[SignOffProof]
    digest: str
    member: str
    principal: str
    route: str
    percent: int
    seed: str
    drawn: int
    verifier: str
    opinion_no: str
    overall: str
    reason: str
    defect: str
    signed_off: _timestamp_pb2.Timestamp
    overturned: _timestamp_pb2.Timestamp
    overturned_by: str
    altered: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, no: _Optional[int] = ..., outcome: _Optional[str] = ..., requester: _Optional[str] = ..., requested: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., matrix: _Optional[_Iterable[_Union[SignOffProof, _Mapping]]] = ..., digest: _Optional[str] = ..., member: _Optional[str] = ..., principal: _Optional[str] = ..., route: _Optional[str] = ..., percent: _Optional[int] = ..., seed: _Optional[str] = ..., drawn: _Optional[int] = ..., verifier: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., reason: _Optional[str] = ..., defect: _Optional[str] = ..., signed_off: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., overturned: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., overturned_by: _Optional[str] = ..., altered: _Optional[_Iterable[int]] = ...) -> None: ...

class ExtensionRecord(_message.Message):
    __slots__ = ("no", "outcome", "requester", "former", "wanted", "due", "reason", "answer")
    NO_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    WANTED_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    no: int
    outcome: str
    requester: str
    former: str
    wanted: str
    due: str
    reason: str
    answer: str
    def __init__(self, no: _Optional[int] = ..., outcome: _Optional[str] = ..., requester: _Optional[str] = ..., former: _Optional[str] = ..., wanted: _Optional[str] = ..., due: _Optional[str] = ..., reason: _Optional[str] = ..., answer: _Optional[str] = ...) -> None: ...

class CellChange(_message.Message):
    __slots__ = ("column", "old", "new")
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    OLD_FIELD_NUMBER: _ClassVar[int]
    NEW_FIELD_NUMBER: _ClassVar[int]
    column: str
    old: str
    new: str
    def __init__(self, column: _Optional[str] = ..., old: _Optional[str] = ..., new: _Optional[str] = ...) -> None: ...

class AmendmentRecord(_message.Message):
    __slots__ = ("no", "outcome", "changes", "reason", "source", "row", "answer")
    NO_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    ROW_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    no: int
    outcome: str
    changes: _containers.RepeatedCompositeFieldContainer[CellChange]
    reason: str
    source: str
    row: int
    answer: str
    def __init__(self, no: _Optional[int] = ..., outcome: _Optional[str] = ..., changes: _Optional[_Iterable[_Union[CellChange, _Mapping]]] = ..., reason: _Optional[str] = ..., source: _Optional[str] = ..., row: _Optional[int] = ..., answer: _Optional[str] = ...) -> None: ...

class NoticeRecord(_message.Message):
    __slots__ = ("demand", "due", "served_to", "served", "confirmed", "result")
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    SERVED_TO_FIELD_NUMBER: _ClassVar[int]
    SERVED_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    demand: str
    due: str
    served_to: str
    served: _timestamp_pb2.Timestamp
    confirmed: _timestamp_pb2.Timestamp
    result: str
    def __init__(self, demand: _Optional[str] = ..., due: _Optional[str] = ..., served_to: _Optional[str] = ..., served: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., confirmed: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., result: _Optional[str] = ...) -> None: ...

class MissingGate(_message.Message):
    __slots__ = ("code", "en", "zh")
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    code: str
    en: str
    zh: str
    def __init__(self, code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class GetFindingResponse(_message.Message):
    __slots__ = ("line", "manifestation", "demand", "fed_back_on", "rulebook", "source", "about_principal", "disclosure", "common_problem", "supports", "cause", "goal", "remark", "criteria", "measures", "milestones", "planned_measures", "planned_milestones", "evidence", "extension_check", "similar_found", "similar_fixed", "signoffs", "extensions", "amendments", "notice", "phase_end", "plan_version", "plan_item", "missing", "move", "closing", "version", "plan_versions", "states")
    LINE_FIELD_NUMBER: _ClassVar[int]
    MANIFESTATION_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    FED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    ABOUT_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    DISCLOSURE_FIELD_NUMBER: _ClassVar[int]
    COMMON_PROBLEM_FIELD_NUMBER: _ClassVar[int]
    SUPPORTS_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    REMARK_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_FIELD_NUMBER: _ClassVar[int]
    PLANNED_MEASURES_FIELD_NUMBER: _ClassVar[int]
    PLANNED_MILESTONES_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    EXTENSION_CHECK_FIELD_NUMBER: _ClassVar[int]
    SIMILAR_FOUND_FIELD_NUMBER: _ClassVar[int]
    SIMILAR_FIXED_FIELD_NUMBER: _ClassVar[int]
    SIGNOFFS_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    AMENDMENTS_FIELD_NUMBER: _ClassVar[int]
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    PHASE_END_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    PLAN_ITEM_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    MOVE_FIELD_NUMBER: _ClassVar[int]
    CLOSING_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    line: FindingLine
    manifestation: str
    demand: str
    fed_back_on: str
    rulebook: str
    source: str
    about_principal: bool
    disclosure: str
    common_problem: str
    supports: _containers.RepeatedScalarFieldContainer[str]
    cause: str
    goal: str
    remark: str
    criteria: _containers.RepeatedCompositeFieldContainer[_plans_pb2.CriterionLine]
    measures: _containers.RepeatedCompositeFieldContainer[FindingMeasure]
    milestones: _containers.RepeatedCompositeFieldContainer[FindingMilestone]
    planned_measures: _containers.RepeatedScalarFieldContainer[str]
    planned_milestones: _containers.RepeatedScalarFieldContainer[str]
    evidence: _containers.RepeatedCompositeFieldContainer[EvidencePiece]
    extension_check: str
    similar_found: int
    similar_fixed: int
    signoffs: _containers.RepeatedCompositeFieldContainer[SignOffRecord]
    extensions: _containers.RepeatedCompositeFieldContainer[ExtensionRecord]
    amendments: _containers.RepeatedCompositeFieldContainer[AmendmentRecord]
    notice: NoticeRecord
    phase_end: str
    plan_version: int
    plan_item: str
    missing: _containers.RepeatedCompositeFieldContainer[MissingGate]
    move: str
    closing: str
    version: int
    plan_versions: _containers.RepeatedCompositeFieldContainer[PlanVersionLine]
    states: _containers.RepeatedCompositeFieldContainer[PassedState]
    def __init__(self, line: _Optional[_Union[FindingLine, _Mapping]] = ..., manifestation: _Optional[str] = ..., demand: _Optional[str] = ..., fed_back_on: _Optional[str] = ..., rulebook: _Optional[str] = ..., source: _Optional[str] = ..., about_principal: _Optional[bool] = ..., disclosure: _Optional[str] = ..., common_problem: _Optional[str] = ..., supports: _Optional[_Iterable[str]] = ..., cause: _Optional[str] = ..., goal: _Optional[str] = ..., remark: _Optional[str] = ..., criteria: _Optional[_Iterable[_Union[_plans_pb2.CriterionLine, _Mapping]]] = ..., measures: _Optional[_Iterable[_Union[FindingMeasure, _Mapping]]] = ..., milestones: _Optional[_Iterable[_Union[FindingMilestone, _Mapping]]] = ..., planned_measures: _Optional[_Iterable[str]] = ..., planned_milestones: _Optional[_Iterable[str]] = ..., evidence: _Optional[_Iterable[_Union[EvidencePiece, _Mapping]]] = ..., extension_check: _Optional[str] = ..., similar_found: _Optional[int] = ..., similar_fixed: _Optional[int] = ..., signoffs: _Optional[_Iterable[_Union[SignOffRecord, _Mapping]]] = ..., extensions: _Optional[_Iterable[_Union[ExtensionRecord, _Mapping]]] = ..., amendments: _Optional[_Iterable[_Union[AmendmentRecord, _Mapping]]] = ..., notice: _Optional[_Union[NoticeRecord, _Mapping]] = ..., phase_end: _Optional[str] = ..., plan_version: _Optional[int] = ..., plan_item: _Optional[str] = ..., missing: _Optional[_Iterable[_Union[MissingGate, _Mapping]]] = ..., move: _Optional[str] = ..., closing: _Optional[str] = ..., version: _Optional[int] = ..., plan_versions: _Optional[_Iterable[_Union[PlanVersionLine, _Mapping]]] = ..., states: _Optional[_Iterable[_Union[PassedState, _Mapping]]] = ...) -> None: ...

class PassedState(_message.Message):
    __slots__ = ("version", "state", "since")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    since: _timestamp_pb2.Timestamp
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PlanVersionLine(_message.Message):
    __slots__ = ("version", "state", "item")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    item: _plans_pb2.PlanItem
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., item: _Optional[_Union[_plans_pb2.PlanItem, _Mapping]] = ...) -> None: ...

class GetStatisticsRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "case", "on", "by")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    org: str
    case: str
    on: str
    by: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., on: _Optional[str] = ..., by: _Optional[str] = ...) -> None: ...

class StatisticsLine(_message.Message):
    __slots__ = ("group", "label", "findings", "signed_off", "not_applicable", "open", "continuing", "reopened", "overdue", "completion_rate", "altered")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    NOT_APPLICABLE_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    CONTINUING_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    COMPLETION_RATE_FIELD_NUMBER: _ClassVar[int]
    ALTERED_FIELD_NUMBER: _ClassVar[int]
    group: str
    label: str
    findings: int
    signed_off: int
    not_applicable: int
    open: int
    continuing: int
    reopened: int
    overdue: int
    completion_rate: str
    altered: int
    def __init__(self, group: _Optional[str] = ..., label: _Optional[str] = ..., findings: _Optional[int] = ..., signed_off: _Optional[int] = ..., not_applicable: _Optional[int] = ..., open: _Optional[int] = ..., continuing: _Optional[int] = ..., reopened: _Optional[int] = ..., overdue: _Optional[int] = ..., completion_rate: _Optional[str] = ..., altered: _Optional[int] = ...) -> None: ...

class GetStatisticsResponse(_message.Message):
    __slots__ = ("total", "groups", "states")
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    total: StatisticsLine
    groups: _containers.RepeatedCompositeFieldContainer[StatisticsLine]
    states: _containers.RepeatedCompositeFieldContainer[StateCount]
    def __init__(self, total: _Optional[_Union[StatisticsLine, _Mapping]] = ..., groups: _Optional[_Iterable[_Union[StatisticsLine, _Mapping]]] = ..., states: _Optional[_Iterable[_Union[StateCount, _Mapping]]] = ...) -> None: ...

class StateCount(_message.Message):
    __slots__ = ("state", "findings")
    STATE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    state: str
    findings: int
    def __init__(self, state: _Optional[str] = ..., findings: _Optional[int] = ...) -> None: ...

class ExplainDatesRequest(_message.Message):
    __slots__ = ("meta", "finding")
    META_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    finding: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., finding: _Optional[str] = ...) -> None: ...

class ExplainedDate(_message.Message):
    __slots__ = ("what", "day", "rule", "rulebook", "inference", "zh", "en")
    WHAT_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    what: str
    day: str
    rule: str
    rulebook: str
    inference: bool
    zh: str
    en: str
    def __init__(self, what: _Optional[str] = ..., day: _Optional[str] = ..., rule: _Optional[str] = ..., rulebook: _Optional[str] = ..., inference: _Optional[bool] = ..., zh: _Optional[str] = ..., en: _Optional[str] = ...) -> None: ...

class ExplainDatesResponse(_message.Message):
    __slots__ = ("dates",)
    DATES_FIELD_NUMBER: _ClassVar[int]
    dates: _containers.RepeatedCompositeFieldContainer[ExplainedDate]
    def __init__(self, dates: _Optional[_Iterable[_Union[ExplainedDate, _Mapping]]] = ...) -> None: ...

class GetLedgerRequest(_message.Message):
    __slots__ = ("meta", "case", "round", "org", "view")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    round: str
    org: str
    view: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., view: _Optional[str] = ...) -> None: ...

class LedgerRow(_message.Message):
    __slots__ = ("cells",)
    CELLS_FIELD_NUMBER: _ClassVar[int]
    cells: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, cells: _Optional[_Iterable[str]] = ...) -> None: ...

class GetLedgerResponse(_message.Message):
    __slots__ = ("headers", "rows")
    HEADERS_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    headers: _containers.RepeatedScalarFieldContainer[str]
    rows: _containers.RepeatedCompositeFieldContainer[LedgerRow]
    def __init__(self, headers: _Optional[_Iterable[str]] = ..., rows: _Optional[_Iterable[_Union[LedgerRow, _Mapping]]] = ...) -> None: ...

class ExportLedgerRequest(_message.Message):
    __slots__ = ("meta", "case", "round", "org", "view")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    round: str
    org: str
    view: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., view: _Optional[str] = ...) -> None: ...

class ExportLedgerResponse(_message.Message):
    __slots__ = ("workbook", "name", "sha256", "rows")
    WORKBOOK_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    workbook: bytes
    name: str
    sha256: str
    rows: int
    def __init__(self, workbook: _Optional[bytes] = ..., name: _Optional[str] = ..., sha256: _Optional[str] = ..., rows: _Optional[int] = ...) -> None: ...

class ImportLedgerRequest(_message.Message):
    __slots__ = ("meta", "workbook", "name", "register", "dispatching", "leading_group", "office", "discipline", "org_dept", "publicity")
    META_FIELD_NUMBER: _ClassVar[int]
    WORKBOOK_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    REGISTER_FIELD_NUMBER: _ClassVar[int]
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISCIPLINE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    PUBLICITY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    workbook: bytes
    name: str
    register: bool
    dispatching: str
    leading_group: str
    office: str
    discipline: str
    org_dept: str
    publicity: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., workbook: _Optional[bytes] = ..., name: _Optional[str] = ..., register: _Optional[bool] = ..., dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., office: _Optional[str] = ..., discipline: _Optional[str] = ..., org_dept: _Optional[str] = ..., publicity: _Optional[str] = ...) -> None: ...

class CheckLedgerRequest(_message.Message):
    __slots__ = ("meta", "workbook", "name", "register", "on")
    META_FIELD_NUMBER: _ClassVar[int]
    WORKBOOK_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    REGISTER_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    workbook: bytes
    name: str
    register: bool
    on: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., workbook: _Optional[bytes] = ..., name: _Optional[str] = ..., register: _Optional[bool] = ..., on: _Optional[str] = ...) -> None: ...

class LedgerFault(_message.Message):
    __slots__ = ("sheet", "row", "column", "code", "zh", "en", "fatal")
    SHEET_FIELD_NUMBER: _ClassVar[int]
    ROW_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    FATAL_FIELD_NUMBER: _ClassVar[int]
    sheet: str
    row: int
    column: str
    code: str
    zh: str
    en: str
    fatal: bool
    def __init__(self, sheet: _Optional[str] = ..., row: _Optional[int] = ..., column: _Optional[str] = ..., code: _Optional[str] = ..., zh: _Optional[str] = ..., en: _Optional[str] = ..., fatal: _Optional[bool] = ...) -> None: ...

class LedgerOutcome(_message.Message):
    __slots__ = ("row", "number", "outcome", "changes")
    ROW_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    row: int
    number: str
    outcome: str
    changes: _containers.RepeatedCompositeFieldContainer[CellChange]
    def __init__(self, row: _Optional[int] = ..., number: _Optional[str] = ..., outcome: _Optional[str] = ..., changes: _Optional[_Iterable[_Union[CellChange, _Mapping]]] = ...) -> None: ...

class CheckLedgerResponse(_message.Message):
    __slots__ = ("ok", "sha256", "round", "org", "fed_back_on", "received_on", "known", "faults", "outcomes", "new", "amended", "same")
    OK_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    OUTCOMES_FIELD_NUMBER: _ClassVar[int]
    NEW_FIELD_NUMBER: _ClassVar[int]
    AMENDED_FIELD_NUMBER: _ClassVar[int]
    SAME_FIELD_NUMBER: _ClassVar[int]
    ok: bool
    sha256: str
    round: str
    org: str
    fed_back_on: str
    received_on: str
    known: bool
    faults: _containers.RepeatedCompositeFieldContainer[LedgerFault]
    outcomes: _containers.RepeatedCompositeFieldContainer[LedgerOutcome]
    new: int
    amended: int
    same: int
    def __init__(self, ok: _Optional[bool] = ..., sha256: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., fed_back_on: _Optional[str] = ..., received_on: _Optional[str] = ..., known: _Optional[bool] = ..., faults: _Optional[_Iterable[_Union[LedgerFault, _Mapping]]] = ..., outcomes: _Optional[_Iterable[_Union[LedgerOutcome, _Mapping]]] = ..., new: _Optional[int] = ..., amended: _Optional[int] = ..., same: _Optional[int] = ...) -> None: ...
