from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Figures(_message.Message):
    __slots__ = ("findings", "measures", "signed_off", "continuing", "rate_permille", "reforms", "money_fen", "people")
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    CONTINUING_FIELD_NUMBER: _ClassVar[int]
    RATE_PERMILLE_FIELD_NUMBER: _ClassVar[int]
    REFORMS_FIELD_NUMBER: _ClassVar[int]
    MONEY_FEN_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    findings: int
    measures: int
    signed_off: int
    continuing: int
    rate_permille: int
    reforms: int
    money_fen: int
    people: int
    def __init__(self, findings: _Optional[int] = ..., measures: _Optional[int] = ..., signed_off: _Optional[int] = ..., continuing: _Optional[int] = ..., rate_permille: _Optional[int] = ..., reforms: _Optional[int] = ..., money_fen: _Optional[int] = ..., people: _Optional[int] = ...) -> None: ...

class StatedFigures(_message.Message):
    __slots__ = ("findings", "measures", "signed_off", "continuing", "rate_permille", "reforms", "money_fen", "people")
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    CONTINUING_FIELD_NUMBER: _ClassVar[int]
    RATE_PERMILLE_FIELD_NUMBER: _ClassVar[int]
    REFORMS_FIELD_NUMBER: _ClassVar[int]
    MONEY_FEN_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    findings: int
    measures: int
    signed_off: int
    continuing: int
    rate_permille: int
    reforms: int
    money_fen: int
    people: int
    def __init__(self, findings: _Optional[int] = ..., measures: _Optional[int] = ..., signed_off: _Optional[int] = ..., continuing: _Optional[int] = ..., rate_permille: _Optional[int] = ..., reforms: _Optional[int] = ..., money_fen: _Optional[int] = ..., people: _Optional[int] = ...) -> None: ...

class FindingResult(_message.Message):
    __slots__ = ("finding", "number", "wording", "state", "account")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    finding: str
    number: str
    wording: str
    state: str
    account: str
    def __init__(self, finding: _Optional[str] = ..., number: _Optional[str] = ..., wording: _Optional[str] = ..., state: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class Channel(_message.Message):
    __slots__ = ("kind", "value")
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    value: str
    def __init__(self, kind: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class Difference(_message.Message):
    __slots__ = ("field", "notice", "record")
    FIELD_FIELD_NUMBER: _ClassVar[int]
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIELD_NUMBER: _ClassVar[int]
    field: str
    notice: str
    record: str
    def __init__(self, field: _Optional[str] = ..., notice: _Optional[str] = ..., record: _Optional[str] = ...) -> None: ...

class Treatment(_message.Message):
    __slots__ = ("path", "reason", "rule", "text")
    PATH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    path: str
    reason: str
    rule: str
    text: str
    def __init__(self, path: _Optional[str] = ..., reason: _Optional[str] = ..., rule: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class Withheld(_message.Message):
    __slots__ = ("path", "reason", "sealed")
    PATH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    SEALED_FIELD_NUMBER: _ClassVar[int]
    path: str
    reason: str
    sealed: bool
    def __init__(self, path: _Optional[str] = ..., reason: _Optional[str] = ..., sealed: _Optional[bool] = ...) -> None: ...

class Masked(_message.Message):
    __slots__ = ("path", "rule", "text")
    PATH_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    path: str
    rule: str
    text: str
    def __init__(self, path: _Optional[str] = ..., rule: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class Redaction(_message.Message):
    __slots__ = ("disclosed", "masked", "withheld")
    DISCLOSED_FIELD_NUMBER: _ClassVar[int]
    MASKED_FIELD_NUMBER: _ClassVar[int]
    WITHHELD_FIELD_NUMBER: _ClassVar[int]
    disclosed: _containers.RepeatedScalarFieldContainer[str]
    masked: _containers.RepeatedCompositeFieldContainer[Masked]
    withheld: _containers.RepeatedCompositeFieldContainer[Withheld]
    def __init__(self, disclosed: _Optional[_Iterable[str]] = ..., masked: _Optional[_Iterable[_Union[Masked, _Mapping]]] = ..., withheld: _Optional[_Iterable[_Union[Withheld, _Mapping]]] = ...) -> None: ...

class DraftDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "report", "basis", "organisation", "next_steps", "text", "channels", "figures", "reason", "treatments")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    REPORT_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    ORGANISATION_FIELD_NUMBER: _ClassVar[int]
    NEXT_STEPS_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    TREATMENTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    report: str
    basis: str
    organisation: str
    next_steps: str
    text: str
    channels: _containers.RepeatedCompositeFieldContainer[Channel]
    figures: StatedFigures
    reason: str
    treatments: _containers.RepeatedCompositeFieldContainer[Treatment]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., report: _Optional[str] = ..., basis: _Optional[str] = ..., organisation: _Optional[str] = ..., next_steps: _Optional[str] = ..., text: _Optional[str] = ..., channels: _Optional[_Iterable[_Union[Channel, _Mapping]]] = ..., figures: _Optional[_Union[StatedFigures, _Mapping]] = ..., reason: _Optional[str] = ..., treatments: _Optional[_Iterable[_Union[Treatment, _Mapping]]] = ...) -> None: ...

class SubmitDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ...) -> None: ...

class CheckDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ...) -> None: ...

class SendBackDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ReviewDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "opinion")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    opinion: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., opinion: _Optional[str] = ...) -> None: ...

class ExemptFromDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "findings", "ground", "explanation")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    ground: str
    explanation: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., ground: _Optional[str] = ..., explanation: _Optional[str] = ...) -> None: ...

class ConsentToExemptionRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "decision_no")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    decision_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., decision_no: _Optional[str] = ...) -> None: ...

class RefuseExemptionRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ApproveDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "approval_no")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    approval_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., approval_no: _Optional[str] = ...) -> None: ...

class PublishDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "medium")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    MEDIUM_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    medium: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., medium: _Optional[str] = ...) -> None: ...

class WithdrawDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "reason", "decision_no")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    reason: str
    decision_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., reason: _Optional[str] = ..., decision_no: _Optional[str] = ...) -> None: ...

class RecordDisclosureFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "received_on", "channel", "count", "key", "summary")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    received_on: str
    channel: str
    count: int
    key: bool
    summary: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., received_on: _Optional[str] = ..., channel: _Optional[str] = ..., count: _Optional[int] = ..., key: _Optional[bool] = ..., summary: _Optional[str] = ...) -> None: ...

class AnswerDisclosureFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "view", "answer")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    view: int
    answer: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., view: _Optional[int] = ..., answer: _Optional[str] = ...) -> None: ...

class CloseDisclosureFeedbackRequest(_message.Message):
    __slots__ = ("meta", "case", "scope")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ...) -> None: ...

class ArchiveDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "archive_no")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    scope: str
    archive_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., archive_no: _Optional[str] = ...) -> None: ...

class GetDisclosureRequest(_message.Message):
    __slots__ = ("meta", "case", "scope")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    scope: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ...) -> None: ...

class Exemption(_message.Message):
    __slots__ = ("n", "findings", "ground", "explanation", "state", "decision_no", "reason")
    N_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    n: int
    findings: _containers.RepeatedScalarFieldContainer[str]
    ground: str
    explanation: str
    state: str
    decision_no: str
    reason: str
    def __init__(self, n: _Optional[int] = ..., findings: _Optional[_Iterable[str]] = ..., ground: _Optional[str] = ..., explanation: _Optional[str] = ..., state: _Optional[str] = ..., decision_no: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class View(_message.Message):
    __slots__ = ("n", "received_on", "channel", "count", "key", "summary", "answer")
    N_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    n: int
    received_on: str
    channel: str
    count: int
    key: bool
    summary: str
    answer: str
    def __init__(self, n: _Optional[int] = ..., received_on: _Optional[str] = ..., channel: _Optional[str] = ..., count: _Optional[int] = ..., key: _Optional[bool] = ..., summary: _Optional[str] = ..., answer: _Optional[str] = ...) -> None: ...

class NoticeVersion(_message.Message):
    __slots__ = ("version", "state", "report_kind", "report_version", "report_sha256", "basis", "organisation", "results", "record", "figures", "next_steps", "text", "channels", "digest", "drafters", "principal", "reviewer", "approver", "approval_no", "check", "sent_back", "exemptions", "published_on", "feedback_until", "medium", "document", "sha256", "differences", "differs", "views", "archive_no", "withdrawn_on", "reason", "decision_no", "redaction", "proof_sha256")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    REPORT_SHA256_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    ORGANISATION_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    NEXT_STEPS_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    DRAFTERS_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    REVIEWER_FIELD_NUMBER: _ClassVar[int]
    APPROVER_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_NO_FIELD_NUMBER: _ClassVar[int]
    CHECK_FIELD_NUMBER: _ClassVar[int]
    SENT_BACK_FIELD_NUMBER: _ClassVar[int]
    EXEMPTIONS_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_UNTIL_FIELD_NUMBER: _ClassVar[int]
    MEDIUM_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    DIFFERS_FIELD_NUMBER: _ClassVar[int]
    VIEWS_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_NO_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    REDACTION_FIELD_NUMBER: _ClassVar[int]
    PROOF_SHA256_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    report_kind: str
    report_version: int
    report_sha256: str
    basis: str
    organisation: str
    results: _containers.RepeatedCompositeFieldContainer[FindingResult]
    record: Figures
    figures: Figures
    next_steps: str
    text: str
    channels: _containers.RepeatedCompositeFieldContainer[Channel]
    digest: str
    drafters: _containers.RepeatedScalarFieldContainer[str]
    principal: str
    reviewer: str
    approver: str
    approval_no: str
    check: _containers.RepeatedCompositeFieldContainer[Difference]
    sent_back: str
    exemptions: _containers.RepeatedCompositeFieldContainer[Exemption]
    published_on: str
    feedback_until: str
    medium: str
    document: str
    sha256: str
    differences: _containers.RepeatedCompositeFieldContainer[Difference]
    differs: _containers.RepeatedCompositeFieldContainer[Difference]
    views: _containers.RepeatedCompositeFieldContainer[View]
    archive_no: str
    withdrawn_on: str
    reason: str
    decision_no: str
    redaction: Redaction
    proof_sha256: str
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., report_kind: _Optional[str] = ..., report_version: _Optional[int] = ..., report_sha256: _Optional[str] = ..., basis: _Optional[str] = ..., organisation: _Optional[str] = ..., results: _Optional[_Iterable[_Union[FindingResult, _Mapping]]] = ..., record: _Optional[_Union[Figures, _Mapping]] = ..., figures: _Optional[_Union[Figures, _Mapping]] = ..., next_steps: _Optional[str] = ..., text: _Optional[str] = ..., channels: _Optional[_Iterable[_Union[Channel, _Mapping]]] = ..., digest: _Optional[str] = ..., drafters: _Optional[_Iterable[str]] = ..., principal: _Optional[str] = ..., reviewer: _Optional[str] = ..., approver: _Optional[str] = ..., approval_no: _Optional[str] = ..., check: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ..., sent_back: _Optional[str] = ..., exemptions: _Optional[_Iterable[_Union[Exemption, _Mapping]]] = ..., published_on: _Optional[str] = ..., feedback_until: _Optional[str] = ..., medium: _Optional[str] = ..., document: _Optional[str] = ..., sha256: _Optional[str] = ..., differences: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ..., differs: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ..., views: _Optional[_Iterable[_Union[View, _Mapping]]] = ..., archive_no: _Optional[str] = ..., withdrawn_on: _Optional[str] = ..., reason: _Optional[str] = ..., decision_no: _Optional[str] = ..., redaction: _Optional[_Union[Redaction, _Mapping]] = ..., proof_sha256: _Optional[str] = ...) -> None: ...

class GetDisclosureResponse(_message.Message):
    __slots__ = ("notice", "case", "org", "number", "scope", "state", "published", "republish", "versions")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    REPUBLISH_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    org: str
    number: str
    scope: str
    state: str
    published: int
    republish: bool
    versions: _containers.RepeatedCompositeFieldContainer[NoticeVersion]
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., scope: _Optional[str] = ..., state: _Optional[str] = ..., published: _Optional[int] = ..., republish: _Optional[bool] = ..., versions: _Optional[_Iterable[_Union[NoticeVersion, _Mapping]]] = ...) -> None: ...

class GetDisclosureProofRequest(_message.Message):
    __slots__ = ("meta", "case", "scope", "version")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    scope: str
    version: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class GetDisclosureProofResponse(_message.Message):
    __slots__ = ("notice", "version", "document", "sha256", "proof", "proof_sha256", "policy")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    PROOF_SHA256_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    notice: str
    version: int
    document: str
    sha256: str
    proof: str
    proof_sha256: str
    policy: str
    def __init__(self, notice: _Optional[str] = ..., version: _Optional[int] = ..., document: _Optional[str] = ..., sha256: _Optional[str] = ..., proof: _Optional[str] = ..., proof_sha256: _Optional[str] = ..., policy: _Optional[str] = ...) -> None: ...

class ListDisclosuresRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "scope", "state", "differs", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DIFFERS_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    scope: str
    state: str
    differs: bool
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., state: _Optional[str] = ..., differs: _Optional[bool] = ..., limit: _Optional[int] = ...) -> None: ...

class NoticeLine(_message.Message):
    __slots__ = ("notice", "case", "number", "org", "scope", "version", "state", "published", "published_on", "republish")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    REPUBLISH_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    number: str
    org: str
    scope: str
    version: int
    state: str
    published: int
    published_on: str
    republish: bool
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ..., state: _Optional[str] = ..., published: _Optional[int] = ..., published_on: _Optional[str] = ..., republish: _Optional[bool] = ...) -> None: ...

class ListDisclosuresResponse(_message.Message):
    __slots__ = ("notices",)
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    notices: _containers.RepeatedCompositeFieldContainer[NoticeLine]
    def __init__(self, notices: _Optional[_Iterable[_Union[NoticeLine, _Mapping]]] = ...) -> None: ...
