from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.findings.v1 import letters_pb2 as _letters_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ProposeProblemRequest(_message.Message):
    __slots__ = ("meta", "topic", "office", "findings", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    topic: str
    office: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., topic: _Optional[str] = ..., office: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class ConfirmProblemRequest(_message.Message):
    __slots__ = ("meta", "problem", "statement", "departments")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    statement: str
    departments: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., statement: _Optional[str] = ..., departments: _Optional[_Iterable[str]] = ...) -> None: ...

class DismissProblemRequest(_message.Message):
    __slots__ = ("meta", "problem", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class NotifyProblemRequest(_message.Message):
    __slots__ = ("meta", "problem", "departments", "content", "suggestions", "document_sha256", "reply_due")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENTS_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    departments: _containers.RepeatedScalarFieldContainer[str]
    content: str
    suggestions: _containers.RepeatedScalarFieldContainer[str]
    document_sha256: str
    reply_due: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., departments: _Optional[_Iterable[str]] = ..., content: _Optional[str] = ..., suggestions: _Optional[_Iterable[str]] = ..., document_sha256: _Optional[str] = ..., reply_due: _Optional[str] = ...) -> None: ...

class AcknowledgeProblemRequest(_message.Message):
    __slots__ = ("meta", "problem")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ...) -> None: ...

class AnalyseProblemRequest(_message.Message):
    __slots__ = ("meta", "problem", "causes", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    CAUSES_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    causes: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., causes: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class PlanGovernanceRequest(_message.Message):
    __slots__ = ("meta", "problem", "kind", "title", "due", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    kind: str
    title: str
    due: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., kind: _Optional[str] = ..., title: _Optional[str] = ..., due: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class AdoptGovernanceRuleRequest(_message.Message):
    __slots__ = ("meta", "problem", "action", "rule_changes", "result", "document_sha256", "adopted_on")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    ADOPTED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    action: int
    rule_changes: _containers.RepeatedCompositeFieldContainer[_letters_pb2.RuleChange]
    result: str
    document_sha256: str
    adopted_on: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., action: _Optional[int] = ..., rule_changes: _Optional[_Iterable[_Union[_letters_pb2.RuleChange, _Mapping]]] = ..., result: _Optional[str] = ..., document_sha256: _Optional[str] = ..., adopted_on: _Optional[str] = ...) -> None: ...

class CheckEffectRequest(_message.Message):
    __slots__ = ("meta", "problem", "effect", "assessment", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    effect: str
    assessment: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., effect: _Optional[str] = ..., assessment: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class CloseProblemRequest(_message.Message):
    __slots__ = ("meta", "problem", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    problem: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., problem: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetCommonProblemRequest(_message.Message):
    __slots__ = ("meta", "problem")
    META_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    problem: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., problem: _Optional[str] = ...) -> None: ...

class GovernanceAction(_message.Message):
    __slots__ = ("action", "kind", "title", "planned_on", "due", "adopted_on", "rule_changes", "result")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PLANNED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    ADOPTED_ON_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    action: int
    kind: str
    title: str
    planned_on: str
    due: str
    adopted_on: str
    rule_changes: _containers.RepeatedCompositeFieldContainer[_letters_pb2.RuleChange]
    result: str
    def __init__(self, action: _Optional[int] = ..., kind: _Optional[str] = ..., title: _Optional[str] = ..., planned_on: _Optional[str] = ..., due: _Optional[str] = ..., adopted_on: _Optional[str] = ..., rule_changes: _Optional[_Iterable[_Union[_letters_pb2.RuleChange, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class ProblemDepartment(_message.Message):
    __slots__ = ("department", "step", "notified_on", "reply_due", "acknowledged_on", "analysed_on", "late", "causes", "actions", "target_passed")
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    NOTIFIED_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_ON_FIELD_NUMBER: _ClassVar[int]
    ANALYSED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    CAUSES_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    department: str
    step: str
    notified_on: str
    reply_due: str
    acknowledged_on: str
    analysed_on: str
    late: bool
    causes: str
    actions: _containers.RepeatedCompositeFieldContainer[GovernanceAction]
    target_passed: bool
    def __init__(self, department: _Optional[str] = ..., step: _Optional[str] = ..., notified_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., acknowledged_on: _Optional[str] = ..., analysed_on: _Optional[str] = ..., late: _Optional[bool] = ..., causes: _Optional[str] = ..., actions: _Optional[_Iterable[_Union[GovernanceAction, _Mapping]]] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ProblemFindings(_message.Message):
    __slots__ = ("state", "findings")
    STATE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    state: str
    findings: int
    def __init__(self, state: _Optional[str] = ..., findings: _Optional[int] = ...) -> None: ...

class GetCommonProblemResponse(_message.Message):
    __slots__ = ("problem", "number", "office", "category", "state", "spread", "statement", "reason", "rulebook", "orgs", "rounds", "findings", "states", "open", "departments", "former", "effect", "assessment", "recurred", "closed_on", "why_zh", "why_en")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SPREAD_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    ROUNDS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENTS_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    RECURRED_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    WHY_ZH_FIELD_NUMBER: _ClassVar[int]
    WHY_EN_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    office: str
    category: str
    state: str
    spread: str
    statement: str
    reason: str
    rulebook: str
    orgs: _containers.RepeatedScalarFieldContainer[str]
    rounds: _containers.RepeatedScalarFieldContainer[str]
    findings: _containers.RepeatedScalarFieldContainer[str]
    states: _containers.RepeatedCompositeFieldContainer[ProblemFindings]
    open: int
    departments: _containers.RepeatedCompositeFieldContainer[ProblemDepartment]
    former: _containers.RepeatedCompositeFieldContainer[ProblemDepartment]
    effect: str
    assessment: str
    recurred: int
    closed_on: str
    why_zh: str
    why_en: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., office: _Optional[str] = ..., category: _Optional[str] = ..., state: _Optional[str] = ..., spread: _Optional[str] = ..., statement: _Optional[str] = ..., reason: _Optional[str] = ..., rulebook: _Optional[str] = ..., orgs: _Optional[_Iterable[str]] = ..., rounds: _Optional[_Iterable[str]] = ..., findings: _Optional[_Iterable[str]] = ..., states: _Optional[_Iterable[_Union[ProblemFindings, _Mapping]]] = ..., open: _Optional[int] = ..., departments: _Optional[_Iterable[_Union[ProblemDepartment, _Mapping]]] = ..., former: _Optional[_Iterable[_Union[ProblemDepartment, _Mapping]]] = ..., effect: _Optional[str] = ..., assessment: _Optional[str] = ..., recurred: _Optional[int] = ..., closed_on: _Optional[str] = ..., why_zh: _Optional[str] = ..., why_en: _Optional[str] = ...) -> None: ...

class ListCommonProblemsRequest(_message.Message):
    __slots__ = ("meta", "office", "state", "department", "counts", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    office: str
    state: str
    department: str
    counts: bool
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., office: _Optional[str] = ..., state: _Optional[str] = ..., department: _Optional[str] = ..., counts: _Optional[bool] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class CommonProblemLine(_message.Message):
    __slots__ = ("problem", "number", "office", "category", "state", "spread", "statement", "orgs", "findings", "recurred", "confirmed_on", "closed_on")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SPREAD_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    RECURRED_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_ON_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    office: str
    category: str
    state: str
    spread: str
    statement: str
    orgs: int
    findings: int
    recurred: int
    confirmed_on: str
    closed_on: str
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., office: _Optional[str] = ..., category: _Optional[str] = ..., state: _Optional[str] = ..., spread: _Optional[str] = ..., statement: _Optional[str] = ..., orgs: _Optional[int] = ..., findings: _Optional[int] = ..., recurred: _Optional[int] = ..., confirmed_on: _Optional[str] = ..., closed_on: _Optional[str] = ...) -> None: ...

class ListCommonProblemsResponse(_message.Message):
    __slots__ = ("problems",)
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    problems: _containers.RepeatedCompositeFieldContainer[CommonProblemLine]
    def __init__(self, problems: _Optional[_Iterable[_Union[CommonProblemLine, _Mapping]]] = ...) -> None: ...
