from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RegisterLeadRequest(_message.Message):
    __slots__ = ("meta", "number", "round", "addressee", "addressee_kind", "person", "post", "unit", "source", "summary", "accepted_on", "attachments", "sealed_to")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    ATTACHMENTS_FIELD_NUMBER: _ClassVar[int]
    SEALED_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    round: str
    addressee: str
    addressee_kind: str
    person: str
    post: str
    unit: str
    source: str
    summary: str
    accepted_on: str
    attachments: _containers.RepeatedScalarFieldContainer[str]
    sealed_to: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., unit: _Optional[str] = ..., source: _Optional[str] = ..., summary: _Optional[str] = ..., accepted_on: _Optional[str] = ..., attachments: _Optional[_Iterable[str]] = ..., sealed_to: _Optional[str] = ...) -> None: ...

class ApproveReferralRequest(_message.Message):
    __slots__ = ("meta", "lead", "approval")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    approval: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., approval: _Optional[str] = ...) -> None: ...

class SignHandOverRequest(_message.Message):
    __slots__ = ("meta", "lead")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ...) -> None: ...

class AcceptLeadRequest(_message.Message):
    __slots__ = ("meta", "lead")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ...) -> None: ...

class ReturnMisdirectedRequest(_message.Message):
    __slots__ = ("meta", "lead", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RerouteLeadRequest(_message.Message):
    __slots__ = ("meta", "lead", "unit", "addressee", "addressee_kind", "sealed_to")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    SEALED_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    unit: str
    addressee: str
    addressee_kind: str
    sealed_to: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., unit: _Optional[str] = ..., addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., sealed_to: _Optional[str] = ...) -> None: ...

class SetStatusRequest(_message.Message):
    __slots__ = ("meta", "lead", "status_class", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    status_class: str
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., status_class: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class ReplyInterimRequest(_message.Message):
    __slots__ = ("meta", "lead", "reply")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    REPLY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    reply: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., reply: _Optional[str] = ...) -> None: ...

class ExtendLeadRequest(_message.Message):
    __slots__ = ("meta", "lead", "due", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    due: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., due: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class FeedBackOutcomeRequest(_message.Message):
    __slots__ = ("meta", "lead", "status_class", "result", "decision_no")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    status_class: str
    result: str
    decision_no: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ..., status_class: _Optional[str] = ..., result: _Optional[str] = ..., decision_no: _Optional[str] = ...) -> None: ...

class CloseLeadRequest(_message.Message):
    __slots__ = ("meta", "lead")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    lead: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., lead: _Optional[str] = ...) -> None: ...

class GetLeadRequest(_message.Message):
    __slots__ = ("meta", "lead")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    lead: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., lead: _Optional[str] = ...) -> None: ...

class LeadStay(_message.Message):
    __slots__ = ("addressee", "addressee_kind", "referred_on", "due", "returned_on", "days")
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    REFERRED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RETURNED_ON_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    addressee: str
    addressee_kind: str
    referred_on: str
    due: str
    returned_on: str
    days: int
    def __init__(self, addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., referred_on: _Optional[str] = ..., due: _Optional[str] = ..., returned_on: _Optional[str] = ..., days: _Optional[int] = ...) -> None: ...

class GetLeadResponse(_message.Message):
    __slots__ = ("lead", "number", "round", "addressee", "addressee_kind", "state", "status_class", "status_on", "registered_on", "approval", "approved_on", "giver", "receiver", "referred_on", "accepted_on", "due", "first_due", "extensions", "rule_id", "rulebook", "inference", "why_zh", "why_en", "overdue", "fed_back_on", "late", "closed_on", "earlier", "target_passed")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    STATUS_ON_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ON_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    APPROVED_ON_FIELD_NUMBER: _ClassVar[int]
    GIVER_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_FIELD_NUMBER: _ClassVar[int]
    REFERRED_ON_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    FIRST_DUE_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    WHY_ZH_FIELD_NUMBER: _ClassVar[int]
    WHY_EN_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    FED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    EARLIER_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    round: str
    addressee: str
    addressee_kind: str
    state: str
    status_class: str
    status_on: str
    registered_on: str
    approval: str
    approved_on: str
    giver: str
    receiver: str
    referred_on: str
    accepted_on: str
    due: str
    first_due: str
    extensions: int
    rule_id: str
    rulebook: str
    inference: bool
    why_zh: str
    why_en: str
    overdue: bool
    fed_back_on: str
    late: bool
    closed_on: str
    earlier: _containers.RepeatedCompositeFieldContainer[LeadStay]
    target_passed: bool
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., state: _Optional[str] = ..., status_class: _Optional[str] = ..., status_on: _Optional[str] = ..., registered_on: _Optional[str] = ..., approval: _Optional[str] = ..., approved_on: _Optional[str] = ..., giver: _Optional[str] = ..., receiver: _Optional[str] = ..., referred_on: _Optional[str] = ..., accepted_on: _Optional[str] = ..., due: _Optional[str] = ..., first_due: _Optional[str] = ..., extensions: _Optional[int] = ..., rule_id: _Optional[str] = ..., rulebook: _Optional[str] = ..., inference: _Optional[bool] = ..., why_zh: _Optional[str] = ..., why_en: _Optional[str] = ..., overdue: _Optional[bool] = ..., fed_back_on: _Optional[str] = ..., late: _Optional[bool] = ..., closed_on: _Optional[str] = ..., earlier: _Optional[_Iterable[_Union[LeadStay, _Mapping]]] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ReadLeadRequest(_message.Message):
    __slots__ = ("meta", "lead")
    META_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    lead: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., lead: _Optional[str] = ...) -> None: ...

class LeadNote(_message.Message):
    __slots__ = ("on", "what", "text")
    ON_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    on: str
    what: str
    text: str
    def __init__(self, on: _Optional[str] = ..., what: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class ReadLeadResponse(_message.Message):
    __slots__ = ("lead", "number", "person", "post", "unit", "source", "accepted_on", "summary", "attachments", "sealed", "result", "decision_no", "notes")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    ATTACHMENTS_FIELD_NUMBER: _ClassVar[int]
    SEALED_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    person: str
    post: str
    unit: str
    source: str
    accepted_on: str
    summary: str
    attachments: _containers.RepeatedScalarFieldContainer[str]
    sealed: bool
    result: str
    decision_no: str
    notes: _containers.RepeatedCompositeFieldContainer[LeadNote]
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., unit: _Optional[str] = ..., source: _Optional[str] = ..., accepted_on: _Optional[str] = ..., summary: _Optional[str] = ..., attachments: _Optional[_Iterable[str]] = ..., sealed: _Optional[bool] = ..., result: _Optional[str] = ..., decision_no: _Optional[str] = ..., notes: _Optional[_Iterable[_Union[LeadNote, _Mapping]]] = ...) -> None: ...

class ListLeadsRequest(_message.Message):
    __slots__ = ("meta", "round", "addressee", "number", "state", "status_class", "overdue", "on", "after", "limit", "target_passed")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    addressee: str
    number: str
    state: str
    status_class: str
    overdue: bool
    on: str
    after: str
    limit: int
    target_passed: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., addressee: _Optional[str] = ..., number: _Optional[str] = ..., state: _Optional[str] = ..., status_class: _Optional[str] = ..., overdue: _Optional[bool] = ..., on: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class LeadLine(_message.Message):
    __slots__ = ("lead", "number", "round", "addressee", "addressee_kind", "state", "status_class", "registered_on", "approved_on", "referred_on", "accepted_on", "due", "overdue", "fed_back_on", "late", "closed_on", "elsewhere", "target_passed")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ON_FIELD_NUMBER: _ClassVar[int]
    APPROVED_ON_FIELD_NUMBER: _ClassVar[int]
    REFERRED_ON_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    FED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    ELSEWHERE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    round: str
    addressee: str
    addressee_kind: str
    state: str
    status_class: str
    registered_on: str
    approved_on: str
    referred_on: str
    accepted_on: str
    due: str
    overdue: bool
    fed_back_on: str
    late: bool
    closed_on: str
    elsewhere: int
    target_passed: bool
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., state: _Optional[str] = ..., status_class: _Optional[str] = ..., registered_on: _Optional[str] = ..., approved_on: _Optional[str] = ..., referred_on: _Optional[str] = ..., accepted_on: _Optional[str] = ..., due: _Optional[str] = ..., overdue: _Optional[bool] = ..., fed_back_on: _Optional[str] = ..., late: _Optional[bool] = ..., closed_on: _Optional[str] = ..., elsewhere: _Optional[int] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ListLeadsResponse(_message.Message):
    __slots__ = ("leads", "next")
    LEADS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    leads: _containers.RepeatedCompositeFieldContainer[LeadLine]
    next: str
    def __init__(self, leads: _Optional[_Iterable[_Union[LeadLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class ListReferralsRequest(_message.Message):
    __slots__ = ("meta", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ...) -> None: ...

class ReferralLine(_message.Message):
    __slots__ = ("lead", "number", "addressee", "addressee_kind", "giver", "receiver", "referred_on", "due", "returned_on", "days")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    GIVER_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_FIELD_NUMBER: _ClassVar[int]
    REFERRED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RETURNED_ON_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    addressee_kind: str
    giver: str
    receiver: str
    referred_on: str
    due: str
    returned_on: str
    days: int
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., giver: _Optional[str] = ..., receiver: _Optional[str] = ..., referred_on: _Optional[str] = ..., due: _Optional[str] = ..., returned_on: _Optional[str] = ..., days: _Optional[int] = ...) -> None: ...

class ListReferralsResponse(_message.Message):
    __slots__ = ("referrals",)
    REFERRALS_FIELD_NUMBER: _ClassVar[int]
    referrals: _containers.RepeatedCompositeFieldContainer[ReferralLine]
    def __init__(self, referrals: _Optional[_Iterable[_Union[ReferralLine, _Mapping]]] = ...) -> None: ...

class CountLeadsRequest(_message.Message):
    __slots__ = ("meta", "round", "on")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    on: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., on: _Optional[str] = ...) -> None: ...

class LeadCount(_message.Message):
    __slots__ = ("state", "status_class", "count")
    STATE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    state: str
    status_class: str
    count: int
    def __init__(self, state: _Optional[str] = ..., status_class: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class CountLeadsResponse(_message.Message):
    __slots__ = ("counts", "total", "overdue", "target_passed")
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    counts: _containers.RepeatedCompositeFieldContainer[LeadCount]
    total: int
    overdue: int
    target_passed: int
    def __init__(self, counts: _Optional[_Iterable[_Union[LeadCount, _Mapping]]] = ..., total: _Optional[int] = ..., overdue: _Optional[int] = ..., target_passed: _Optional[int] = ...) -> None: ...
