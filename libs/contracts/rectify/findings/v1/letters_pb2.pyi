from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RuleChange(_message.Message):
    __slots__ = ("action", "title")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    action: str
    title: str
    def __init__(self, action: _Optional[str] = ..., title: _Optional[str] = ...) -> None: ...

class DraftLetterRequest(_message.Message):
    __slots__ = ("meta", "number", "kind", "round", "addressee", "case", "findings", "basis", "basis_on", "facts", "suggestions", "reply_due", "contact", "basis_kind")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    BASIS_ON_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    BASIS_KIND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    kind: str
    round: str
    addressee: str
    case: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    basis: str
    basis_on: str
    facts: str
    suggestions: _containers.RepeatedScalarFieldContainer[str]
    reply_due: str
    contact: str
    basis_kind: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., round: _Optional[str] = ..., addressee: _Optional[str] = ..., case: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., basis: _Optional[str] = ..., basis_on: _Optional[str] = ..., facts: _Optional[str] = ..., suggestions: _Optional[_Iterable[str]] = ..., reply_due: _Optional[str] = ..., contact: _Optional[str] = ..., basis_kind: _Optional[str] = ...) -> None: ...

class ApproveLetterRequest(_message.Message):
    __slots__ = ("meta", "letter", "approval")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    approval: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ..., approval: _Optional[str] = ...) -> None: ...

class SendLetterRequest(_message.Message):
    __slots__ = ("meta", "letter")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ...) -> None: ...

class ReceiveLetterRequest(_message.Message):
    __slots__ = ("meta", "letter")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ...) -> None: ...

class StudyLetterRequest(_message.Message):
    __slots__ = ("meta", "letter", "unit")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    unit: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class ReplyToLetterRequest(_message.Message):
    __slots__ = ("meta", "letter", "adoption", "reason", "actions", "rule_changes")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    ADOPTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    adoption: str
    reason: str
    actions: _containers.RepeatedScalarFieldContainer[str]
    rule_changes: _containers.RepeatedCompositeFieldContainer[RuleChange]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ..., adoption: _Optional[str] = ..., reason: _Optional[str] = ..., actions: _Optional[_Iterable[str]] = ..., rule_changes: _Optional[_Iterable[_Union[RuleChange, _Mapping]]] = ...) -> None: ...

class AssessLetterRequest(_message.Message):
    __slots__ = ("meta", "letter", "adoption", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    ADOPTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    adoption: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ..., adoption: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ImplementLetterRequest(_message.Message):
    __slots__ = ("meta", "letter", "result", "rule_changes", "implemented_on", "evidence_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    IMPLEMENTED_ON_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    result: str
    rule_changes: _containers.RepeatedCompositeFieldContainer[RuleChange]
    implemented_on: str
    evidence_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ..., result: _Optional[str] = ..., rule_changes: _Optional[_Iterable[_Union[RuleChange, _Mapping]]] = ..., implemented_on: _Optional[str] = ..., evidence_sha256: _Optional[str] = ...) -> None: ...

class CloseLetterRequest(_message.Message):
    __slots__ = ("meta", "letter", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    letter: str
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., letter: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class GetLetterRequest(_message.Message):
    __slots__ = ("meta", "letter")
    META_FIELD_NUMBER: _ClassVar[int]
    LETTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    letter: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., letter: _Optional[str] = ...) -> None: ...

class LetterReply(_message.Message):
    __slots__ = ("adoption", "reason", "actions", "rule_changes", "replier", "replied_on", "late", "target_passed")
    ADOPTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    REPLIER_FIELD_NUMBER: _ClassVar[int]
    REPLIED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    adoption: str
    reason: str
    actions: _containers.RepeatedScalarFieldContainer[str]
    rule_changes: _containers.RepeatedCompositeFieldContainer[RuleChange]
    replier: str
    replied_on: str
    late: bool
    target_passed: bool
    def __init__(self, adoption: _Optional[str] = ..., reason: _Optional[str] = ..., actions: _Optional[_Iterable[str]] = ..., rule_changes: _Optional[_Iterable[_Union[RuleChange, _Mapping]]] = ..., replier: _Optional[str] = ..., replied_on: _Optional[str] = ..., late: _Optional[bool] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class LetterImplementation(_message.Message):
    __slots__ = ("result", "rule_changes", "implemented_on", "evidence_sha256")
    RESULT_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    IMPLEMENTED_ON_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_SHA256_FIELD_NUMBER: _ClassVar[int]
    result: str
    rule_changes: _containers.RepeatedCompositeFieldContainer[RuleChange]
    implemented_on: str
    evidence_sha256: str
    def __init__(self, result: _Optional[str] = ..., rule_changes: _Optional[_Iterable[_Union[RuleChange, _Mapping]]] = ..., implemented_on: _Optional[str] = ..., evidence_sha256: _Optional[str] = ...) -> None: ...

class GetLetterResponse(_message.Message):
    __slots__ = ("letter", "number", "kind", "state", "round", "case", "findings", "addressee", "basis", "basis_on", "facts", "suggestions", "contact", "proposer", "approval", "approver", "sha256", "sent_on", "reply_due", "due_rule", "inference", "why_zh", "why_en", "received_on", "signer", "unit", "overdue", "reply", "adoption", "assessment", "assessor", "implementation", "note", "basis_kind", "target_passed")
    LETTER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    BASIS_ON_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    APPROVER_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SENT_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    DUE_RULE_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    WHY_ZH_FIELD_NUMBER: _ClassVar[int]
    WHY_EN_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    SIGNER_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    REPLY_FIELD_NUMBER: _ClassVar[int]
    ADOPTION_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    ASSESSOR_FIELD_NUMBER: _ClassVar[int]
    IMPLEMENTATION_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    BASIS_KIND_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    letter: str
    number: str
    kind: str
    state: str
    round: str
    case: str
    findings: _containers.RepeatedScalarFieldContainer[str]
    addressee: str
    basis: str
    basis_on: str
    facts: str
    suggestions: _containers.RepeatedScalarFieldContainer[str]
    contact: str
    proposer: str
    approval: str
    approver: str
    sha256: str
    sent_on: str
    reply_due: str
    due_rule: str
    inference: bool
    why_zh: str
    why_en: str
    received_on: str
    signer: str
    unit: str
    overdue: bool
    reply: LetterReply
    adoption: str
    assessment: str
    assessor: str
    implementation: LetterImplementation
    note: str
    basis_kind: str
    target_passed: bool
    def __init__(self, letter: _Optional[str] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., findings: _Optional[_Iterable[str]] = ..., addressee: _Optional[str] = ..., basis: _Optional[str] = ..., basis_on: _Optional[str] = ..., facts: _Optional[str] = ..., suggestions: _Optional[_Iterable[str]] = ..., contact: _Optional[str] = ..., proposer: _Optional[str] = ..., approval: _Optional[str] = ..., approver: _Optional[str] = ..., sha256: _Optional[str] = ..., sent_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., due_rule: _Optional[str] = ..., inference: _Optional[bool] = ..., why_zh: _Optional[str] = ..., why_en: _Optional[str] = ..., received_on: _Optional[str] = ..., signer: _Optional[str] = ..., unit: _Optional[str] = ..., overdue: _Optional[bool] = ..., reply: _Optional[_Union[LetterReply, _Mapping]] = ..., adoption: _Optional[str] = ..., assessment: _Optional[str] = ..., assessor: _Optional[str] = ..., implementation: _Optional[_Union[LetterImplementation, _Mapping]] = ..., note: _Optional[str] = ..., basis_kind: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ListLettersRequest(_message.Message):
    __slots__ = ("meta", "round", "case", "addressee", "kind", "state", "unanswered", "overdue", "after", "limit", "target_passed")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    UNANSWERED_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    case: str
    addressee: str
    kind: str
    state: str
    unanswered: bool
    overdue: bool
    after: str
    limit: int
    target_passed: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., addressee: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., unanswered: _Optional[bool] = ..., overdue: _Optional[bool] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class LetterLine(_message.Message):
    __slots__ = ("letter", "number", "kind", "state", "round", "case", "addressee", "sent_on", "reply_due", "overdue", "replied_on", "late", "adoption", "target_passed")
    LETTER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    SENT_ON_FIELD_NUMBER: _ClassVar[int]
    REPLY_DUE_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    REPLIED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    ADOPTION_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    letter: str
    number: str
    kind: str
    state: str
    round: str
    case: str
    addressee: str
    sent_on: str
    reply_due: str
    overdue: bool
    replied_on: str
    late: bool
    adoption: str
    target_passed: bool
    def __init__(self, letter: _Optional[str] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., addressee: _Optional[str] = ..., sent_on: _Optional[str] = ..., reply_due: _Optional[str] = ..., overdue: _Optional[bool] = ..., replied_on: _Optional[str] = ..., late: _Optional[bool] = ..., adoption: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ListLettersResponse(_message.Message):
    __slots__ = ("letters",)
    LETTERS_FIELD_NUMBER: _ClassVar[int]
    letters: _containers.RepeatedCompositeFieldContainer[LetterLine]
    def __init__(self, letters: _Optional[_Iterable[_Union[LetterLine, _Mapping]]] = ...) -> None: ...

class SendNotificationRequest(_message.Message):
    __slots__ = ("meta", "number", "kind", "round", "case", "title", "content", "document_sha256", "recipients", "actions")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    kind: str
    round: str
    case: str
    title: str
    content: str
    document_sha256: str
    recipients: _containers.RepeatedScalarFieldContainer[str]
    actions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., title: _Optional[str] = ..., content: _Optional[str] = ..., document_sha256: _Optional[str] = ..., recipients: _Optional[_Iterable[str]] = ..., actions: _Optional[_Iterable[str]] = ...) -> None: ...

class AcknowledgeNotificationRequest(_message.Message):
    __slots__ = ("meta", "notification", "actions")
    META_FIELD_NUMBER: _ClassVar[int]
    NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    notification: str
    actions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., notification: _Optional[str] = ..., actions: _Optional[_Iterable[str]] = ...) -> None: ...

class ListNotificationsRequest(_message.Message):
    __slots__ = ("meta", "round", "case", "org", "state", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    case: str
    org: str
    state: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class NotificationRecipient(_message.Message):
    __slots__ = ("org", "acknowledged_on", "signer", "actions")
    ORG_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_ON_FIELD_NUMBER: _ClassVar[int]
    SIGNER_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    org: str
    acknowledged_on: str
    signer: str
    actions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, org: _Optional[str] = ..., acknowledged_on: _Optional[str] = ..., signer: _Optional[str] = ..., actions: _Optional[_Iterable[str]] = ...) -> None: ...

class NotificationLine(_message.Message):
    __slots__ = ("notification", "number", "kind", "round", "case", "title", "content", "document_sha256", "actions", "sent_on", "state", "recipients")
    NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    SENT_ON_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    notification: str
    number: str
    kind: str
    round: str
    case: str
    title: str
    content: str
    document_sha256: str
    actions: _containers.RepeatedScalarFieldContainer[str]
    sent_on: str
    state: str
    recipients: _containers.RepeatedCompositeFieldContainer[NotificationRecipient]
    def __init__(self, notification: _Optional[str] = ..., number: _Optional[str] = ..., kind: _Optional[str] = ..., round: _Optional[str] = ..., case: _Optional[str] = ..., title: _Optional[str] = ..., content: _Optional[str] = ..., document_sha256: _Optional[str] = ..., actions: _Optional[_Iterable[str]] = ..., sent_on: _Optional[str] = ..., state: _Optional[str] = ..., recipients: _Optional[_Iterable[_Union[NotificationRecipient, _Mapping]]] = ...) -> None: ...

class ListNotificationsResponse(_message.Message):
    __slots__ = ("notifications",)
    NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    notifications: _containers.RepeatedCompositeFieldContainer[NotificationLine]
    def __init__(self, notifications: _Optional[_Iterable[_Union[NotificationLine, _Mapping]]] = ...) -> None: ...
