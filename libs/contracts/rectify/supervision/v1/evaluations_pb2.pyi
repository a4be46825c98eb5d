from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Indicator(_message.Message):
    __slots__ = ("code", "name", "weight", "rule")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    weight: int
    rule: str
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., weight: _Optional[int] = ..., rule: _Optional[str] = ...) -> None: ...

class Veto(_message.Message):
    __slots__ = ("code", "name", "grade")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    grade: str
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., grade: _Optional[str] = ...) -> None: ...

class Threshold(_message.Message):
    __slots__ = ("grade", "at_least")
    GRADE_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_FIELD_NUMBER: _ClassVar[int]
    grade: str
    at_least: int
    def __init__(self, grade: _Optional[str] = ..., at_least: _Optional[int] = ...) -> None: ...

class Rating(_message.Message):
    __slots__ = ("indicator", "points", "note")
    INDICATOR_FIELD_NUMBER: _ClassVar[int]
    POINTS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    indicator: str
    points: int
    note: str
    def __init__(self, indicator: _Optional[str] = ..., points: _Optional[int] = ..., note: _Optional[str] = ...) -> None: ...

class Deduction(_message.Message):
    __slots__ = ("indicator", "points", "reason", "evidence")
    INDICATOR_FIELD_NUMBER: _ClassVar[int]
    POINTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    indicator: str
    points: int
    reason: str
    evidence: str
    def __init__(self, indicator: _Optional[str] = ..., points: _Optional[int] = ..., reason: _Optional[str] = ..., evidence: _Optional[str] = ...) -> None: ...

class FixSchemeRequest(_message.Message):
    __slots__ = ("meta", "code", "title", "rulebook", "indicators", "vetoes", "thresholds", "satisfaction", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    INDICATORS_FIELD_NUMBER: _ClassVar[int]
    VETOES_FIELD_NUMBER: _ClassVar[int]
    THRESHOLDS_FIELD_NUMBER: _ClassVar[int]
    SATISFACTION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    code: str
    title: str
    rulebook: str
    indicators: _containers.RepeatedCompositeFieldContainer[Indicator]
    vetoes: _containers.RepeatedCompositeFieldContainer[Veto]
    thresholds: _containers.RepeatedCompositeFieldContainer[Threshold]
    satisfaction: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., code: _Optional[str] = ..., title: _Optional[str] = ..., rulebook: _Optional[str] = ..., indicators: _Optional[_Iterable[_Union[Indicator, _Mapping]]] = ..., vetoes: _Optional[_Iterable[_Union[Veto, _Mapping]]] = ..., thresholds: _Optional[_Iterable[_Union[Threshold, _Mapping]]] = ..., satisfaction: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class OpenEvaluationRequest(_message.Message):
    __slots__ = ("meta", "number", "case", "scheme", "scheme_version")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    SCHEME_VERSION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    case: str
    scheme: str
    scheme_version: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., scheme: _Optional[str] = ..., scheme_version: _Optional[int] = ...) -> None: ...

class AssessSelfRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "ratings", "note", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    RATINGS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    ratings: _containers.RepeatedCompositeFieldContainer[Rating]
    note: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., ratings: _Optional[_Iterable[_Union[Rating, _Mapping]]] = ..., note: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class CheckMaterialsRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "note", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    note: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., note: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class VisitSiteRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "visited_on", "place", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    VISITED_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    visited_on: str
    place: str
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., visited_on: _Optional[str] = ..., place: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class EnterSurveyRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "answers", "satisfied_permille")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    SATISFIED_PERMILLE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    answers: int
    satisfied_permille: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., answers: _Optional[int] = ..., satisfied_permille: _Optional[int] = ...) -> None: ...

class CosignEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class ScoreEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "deductions", "vetoes")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    DEDUCTIONS_FIELD_NUMBER: _ClassVar[int]
    VETOES_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    deductions: _containers.RepeatedCompositeFieldContainer[Deduction]
    vetoes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., deductions: _Optional[_Iterable[_Union[Deduction, _Mapping]]] = ..., vetoes: _Optional[_Iterable[str]] = ...) -> None: ...

class ProposeGradeRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "disposals", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    DISPOSALS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    disposals: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., disposals: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class AnswerEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "opinion", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    opinion: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., opinion: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class HearEvaluatedRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "heard_on", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    HEARD_ON_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    heard_on: str
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., heard_on: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class ApproveEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "approval")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    approval: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., approval: _Optional[str] = ...) -> None: ...

class SendBackEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class UseEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation", "use", "reference")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    USE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    evaluation: str
    use: str
    reference: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., evaluation: _Optional[str] = ..., use: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class GetSchemeRequest(_message.Message):
    __slots__ = ("meta", "scheme")
    META_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    scheme: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., scheme: _Optional[str] = ...) -> None: ...

class SchemeVersion(_message.Message):
    __slots__ = ("scheme", "code", "scheme_version", "title", "rulebook", "indicators", "vetoes", "thresholds", "satisfaction", "document_sha256", "owner", "fixed_on")
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    SCHEME_VERSION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    INDICATORS_FIELD_NUMBER: _ClassVar[int]
    VETOES_FIELD_NUMBER: _ClassVar[int]
    THRESHOLDS_FIELD_NUMBER: _ClassVar[int]
    SATISFACTION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    FIXED_ON_FIELD_NUMBER: _ClassVar[int]
    scheme: str
    code: str
    scheme_version: int
    title: str
    rulebook: str
    indicators: _containers.RepeatedCompositeFieldContainer[Indicator]
    vetoes: _containers.RepeatedCompositeFieldContainer[Veto]
    thresholds: _containers.RepeatedCompositeFieldContainer[Threshold]
    satisfaction: str
    document_sha256: str
    owner: str
    fixed_on: str
    def __init__(self, scheme: _Optional[str] = ..., code: _Optional[str] = ..., scheme_version: _Optional[int] = ..., title: _Optional[str] = ..., rulebook: _Optional[str] = ..., indicators: _Optional[_Iterable[_Union[Indicator, _Mapping]]] = ..., vetoes: _Optional[_Iterable[_Union[Veto, _Mapping]]] = ..., thresholds: _Optional[_Iterable[_Union[Threshold, _Mapping]]] = ..., satisfaction: _Optional[str] = ..., document_sha256: _Optional[str] = ..., owner: _Optional[str] = ..., fixed_on: _Optional[str] = ...) -> None: ...

class GetSchemeResponse(_message.Message):
    __slots__ = ("newest", "versions")
    NEWEST_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    newest: SchemeVersion
    versions: _containers.RepeatedCompositeFieldContainer[SchemeVersion]
    def __init__(self, newest: _Optional[_Union[SchemeVersion, _Mapping]] = ..., versions: _Optional[_Iterable[_Union[SchemeVersion, _Mapping]]] = ...) -> None: ...

class ListSchemesRequest(_message.Message):
    __slots__ = ("meta", "owner", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    owner: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., owner: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListSchemesResponse(_message.Message):
    __slots__ = ("schemes", "next")
    SCHEMES_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    schemes: _containers.RepeatedCompositeFieldContainer[SchemeVersion]
    next: str
    def __init__(self, schemes: _Optional[_Iterable[_Union[SchemeVersion, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class GetEvaluationRequest(_message.Message):
    __slots__ = ("meta", "evaluation")
    META_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    evaluation: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., evaluation: _Optional[str] = ...) -> None: ...

class EvaluationUse(_message.Message):
    __slots__ = ("use", "reference")
    USE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    use: str
    reference: str
    def __init__(self, use: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class GetEvaluationResponse(_message.Message):
    __slots__ = ("evaluation", "number", "case", "org", "state", "scheme", "scheme_version", "due", "opened_on", "ratings", "self_total", "materials", "site_record", "survey", "answers", "satisfied_permille", "survey_counted", "deductions", "vetoes", "score", "grade", "grade_zh", "grade_en", "evaluator", "cosigner", "disposal", "disposal_zh", "disposal_en", "reason", "opinion", "heard_on", "approval", "approved_on", "uses")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    SCHEME_VERSION_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    RATINGS_FIELD_NUMBER: _ClassVar[int]
    SELF_TOTAL_FIELD_NUMBER: _ClassVar[int]
    MATERIALS_FIELD_NUMBER: _ClassVar[int]
    SITE_RECORD_FIELD_NUMBER: _ClassVar[int]
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    SATISFIED_PERMILLE_FIELD_NUMBER: _ClassVar[int]
    SURVEY_COUNTED_FIELD_NUMBER: _ClassVar[int]
    DEDUCTIONS_FIELD_NUMBER: _ClassVar[int]
    VETOES_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    GRADE_ZH_FIELD_NUMBER: _ClassVar[int]
    GRADE_EN_FIELD_NUMBER: _ClassVar[int]
    EVALUATOR_FIELD_NUMBER: _ClassVar[int]
    COSIGNER_FIELD_NUMBER: _ClassVar[int]
    DISPOSAL_FIELD_NUMBER: _ClassVar[int]
    DISPOSAL_ZH_FIELD_NUMBER: _ClassVar[int]
    DISPOSAL_EN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    HEARD_ON_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    APPROVED_ON_FIELD_NUMBER: _ClassVar[int]
    USES_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    number: str
    case: str
    org: str
    state: str
    scheme: str
    scheme_version: int
    due: str
    opened_on: str
    ratings: _containers.RepeatedCompositeFieldContainer[Rating]
    self_total: int
    materials: str
    site_record: str
    survey: str
    answers: int
    satisfied_permille: int
    survey_counted: bool
    deductions: _containers.RepeatedCompositeFieldContainer[Deduction]
    vetoes: _containers.RepeatedScalarFieldContainer[str]
    score: int
    grade: str
    grade_zh: str
    grade_en: str
    evaluator: str
    cosigner: str
    disposal: str
    disposal_zh: str
    disposal_en: str
    reason: str
    opinion: str
    heard_on: str
    approval: str
    approved_on: str
    uses: _containers.RepeatedCompositeFieldContainer[EvaluationUse]
    def __init__(self, evaluation: _Optional[str] = ..., number: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., scheme: _Optional[str] = ..., scheme_version: _Optional[int] = ..., due: _Optional[str] = ..., opened_on: _Optional[str] = ..., ratings: _Optional[_Iterable[_Union[Rating, _Mapping]]] = ..., self_total: _Optional[int] = ..., materials: _Optional[str] = ..., site_record: _Optional[str] = ..., survey: _Optional[str] = ..., answers: _Optional[int] = ..., satisfied_permille: _Optional[int] = ..., survey_counted: _Optional[bool] = ..., deductions: _Optional[_Iterable[_Union[Deduction, _Mapping]]] = ..., vetoes: _Optional[_Iterable[str]] = ..., score: _Optional[int] = ..., grade: _Optional[str] = ..., grade_zh: _Optional[str] = ..., grade_en: _Optional[str] = ..., evaluator: _Optional[str] = ..., cosigner: _Optional[str] = ..., disposal: _Optional[str] = ..., disposal_zh: _Optional[str] = ..., disposal_en: _Optional[str] = ..., reason: _Optional[str] = ..., opinion: _Optional[str] = ..., heard_on: _Optional[str] = ..., approval: _Optional[str] = ..., approved_on: _Optional[str] = ..., uses: _Optional[_Iterable[_Union[EvaluationUse, _Mapping]]] = ...) -> None: ...

class ListEvaluationsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "state", "grade", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    state: str
    grade: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., grade: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListEvaluationsResponse(_message.Message):
    __slots__ = ("evaluations", "next")
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    evaluations: _containers.RepeatedCompositeFieldContainer[GetEvaluationResponse]
    next: str
    def __init__(self, evaluations: _Optional[_Iterable[_Union[GetEvaluationResponse, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
