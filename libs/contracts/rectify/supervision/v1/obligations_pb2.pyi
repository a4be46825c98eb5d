from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AcceptObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ...) -> None: ...

class SendBackObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ExtendObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation", "due", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    due: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., due: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SubmitObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation", "document", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    document: str
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., document: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class SuspendObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ResumeObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class WaiveObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    obligation: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., obligation: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ListObligationsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "rule_id", "state", "due_before", "limit", "after", "kind", "obligor", "supervisors", "target_passed", "finding", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_BEFORE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    OBLIGOR_FIELD_NUMBER: _ClassVar[int]
    SUPERVISORS_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    rule_id: str
    state: str
    due_before: str
    limit: int
    after: str
    kind: str
    obligor: str
    supervisors: bool
    target_passed: bool
    finding: str
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., rule_id: _Optional[str] = ..., state: _Optional[str] = ..., due_before: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ..., kind: _Optional[str] = ..., obligor: _Optional[str] = ..., supervisors: _Optional[bool] = ..., target_passed: _Optional[bool] = ..., finding: _Optional[str] = ..., round: _Optional[str] = ...) -> None: ...

class Obligation(_message.Message):
    __slots__ = ("obligation", "case", "org", "finding", "rule_id", "rulebook", "kind", "subject", "triggered_on", "due", "original_due", "provisional", "state", "submitted_on", "missed", "round", "party", "obligor", "supervisors", "trigger", "stated", "target_passed", "ladder_step", "evidence", "verifiers")
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    TRIGGERED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    ORIGINAL_DUE_FIELD_NUMBER: _ClassVar[int]
    PROVISIONAL_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    OBLIGOR_FIELD_NUMBER: _ClassVar[int]
    SUPERVISORS_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    STATED_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    LADDER_STEP_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    VERIFIERS_FIELD_NUMBER: _ClassVar[int]
    obligation: str
    case: str
    org: str
    finding: str
    rule_id: str
    rulebook: str
    kind: str
    subject: str
    triggered_on: str
    due: str
    original_due: str
    provisional: bool
    state: str
    submitted_on: str
    missed: bool
    round: str
    party: str
    obligor: str
    supervisors: bool
    trigger: str
    stated: bool
    target_passed: bool
    ladder_step: int
    evidence: _containers.RepeatedScalarFieldContainer[str]
    verifiers: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, obligation: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., finding: _Optional[str] = ..., rule_id: _Optional[str] = ..., rulebook: _Optional[str] = ..., kind: _Optional[str] = ..., subject: _Optional[str] = ..., triggered_on: _Optional[str] = ..., due: _Optional[str] = ..., original_due: _Optional[str] = ..., provisional: _Optional[bool] = ..., state: _Optional[str] = ..., submitted_on: _Optional[str] = ..., missed: _Optional[bool] = ..., round: _Optional[str] = ..., party: _Optional[str] = ..., obligor: _Optional[str] = ..., supervisors: _Optional[bool] = ..., trigger: _Optional[str] = ..., stated: _Optional[bool] = ..., target_passed: _Optional[bool] = ..., ladder_step: _Optional[int] = ..., evidence: _Optional[_Iterable[str]] = ..., verifiers: _Optional[_Iterable[str]] = ...) -> None: ...

class ListObligationsResponse(_message.Message):
    __slots__ = ("obligations", "next")
    OBLIGATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    obligations: _containers.RepeatedCompositeFieldContainer[Obligation]
    next: str
    def __init__(self, obligations: _Optional[_Iterable[_Union[Obligation, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class GetObligationRequest(_message.Message):
    __slots__ = ("meta", "obligation")
    META_FIELD_NUMBER: _ClassVar[int]
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    obligation: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., obligation: _Optional[str] = ...) -> None: ...

class GetObligationResponse(_message.Message):
    __slots__ = ("obligation", "explanation_zh", "explanation_en", "inference")
    OBLIGATION_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_ZH_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_EN_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    obligation: Obligation
    explanation_zh: str
    explanation_en: str
    inference: bool
    def __init__(self, obligation: _Optional[_Union[Obligation, _Mapping]] = ..., explanation_zh: _Optional[str] = ..., explanation_en: _Optional[str] = ..., inference: _Optional[bool] = ...) -> None: ...
