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

class FeedbackItem(_message.Message):
    __slots__ = ("wording", "manifestation", "demand", "category", "severity", "special_check", "about_principal", "key", "immediate")
    WORDING_FIELD_NUMBER: _ClassVar[int]
    MANIFESTATION_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    ABOUT_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    IMMEDIATE_FIELD_NUMBER: _ClassVar[int]
    wording: str
    manifestation: str
    demand: str
    category: str
    severity: str
    special_check: str
    about_principal: bool
    key: bool
    immediate: str
    def __init__(self, wording: _Optional[str] = ..., manifestation: _Optional[str] = ..., demand: _Optional[str] = ..., category: _Optional[str] = ..., severity: _Optional[str] = ..., special_check: _Optional[str] = ..., about_principal: _Optional[bool] = ..., key: _Optional[bool] = ..., immediate: _Optional[str] = ...) -> None: ...

class SpecialCheck(_message.Message):
    __slots__ = ("check", "led_by")
    CHECK_FIELD_NUMBER: _ClassVar[int]
    LED_BY_FIELD_NUMBER: _ClassVar[int]
    check: str
    led_by: str
    def __init__(self, check: _Optional[str] = ..., led_by: _Optional[str] = ...) -> None: ...

class DraftFeedbackRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "overall", "items", "special_checks")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    org: str
    overall: str
    items: _containers.RepeatedCompositeFieldContainer[FeedbackItem]
    special_checks: _containers.RepeatedCompositeFieldContainer[SpecialCheck]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., overall: _Optional[str] = ..., items: _Optional[_Iterable[_Union[FeedbackItem, _Mapping]]] = ..., special_checks: _Optional[_Iterable[_Union[SpecialCheck, _Mapping]]] = ...) -> None: ...

class SetSpecialChecksRequest(_message.Message):
    __slots__ = ("meta", "feedback", "special_checks")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    special_checks: _containers.RepeatedCompositeFieldContainer[SpecialCheck]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., special_checks: _Optional[_Iterable[_Union[SpecialCheck, _Mapping]]] = ...) -> None: ...

class SubmitFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ...) -> None: ...

class ReturnFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ApproveFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback", "approval")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    approval: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., approval: _Optional[str] = ...) -> None: ...

class Attendance(_message.Message):
    __slots__ = ("duty", "person", "present", "reason")
    DUTY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    duty: str
    person: str
    present: bool
    reason: str
    def __init__(self, duty: _Optional[str] = ..., person: _Optional[str] = ..., present: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class DeliverFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback", "meeting_on", "place", "attendance", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    MEETING_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    ATTENDANCE_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    meeting_on: str
    place: str
    attendance: _containers.RepeatedCompositeFieldContainer[Attendance]
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., meeting_on: _Optional[str] = ..., place: _Optional[str] = ..., attendance: _Optional[_Iterable[_Union[Attendance, _Mapping]]] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class SignReceiptRequest(_message.Message):
    __slots__ = ("meta", "feedback")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ...) -> None: ...

class ImportFeedbackRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "overall", "items", "special_checks", "approval", "document_sha256", "meeting_on", "place", "attendance", "received_on", "signed_by", "receipt_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    MEETING_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    ATTENDANCE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    SIGNED_BY_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    org: str
    overall: str
    items: _containers.RepeatedCompositeFieldContainer[FeedbackItem]
    special_checks: _containers.RepeatedCompositeFieldContainer[SpecialCheck]
    approval: str
    document_sha256: str
    meeting_on: str
    place: str
    attendance: _containers.RepeatedCompositeFieldContainer[Attendance]
    received_on: str
    signed_by: str
    receipt_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., overall: _Optional[str] = ..., items: _Optional[_Iterable[_Union[FeedbackItem, _Mapping]]] = ..., special_checks: _Optional[_Iterable[_Union[SpecialCheck, _Mapping]]] = ..., approval: _Optional[str] = ..., document_sha256: _Optional[str] = ..., meeting_on: _Optional[str] = ..., place: _Optional[str] = ..., attendance: _Optional[_Iterable[_Union[Attendance, _Mapping]]] = ..., received_on: _Optional[str] = ..., signed_by: _Optional[str] = ..., receipt_sha256: _Optional[str] = ...) -> None: ...

class CopyRecipient(_message.Message):
    __slots__ = ("capacity", "org", "person")
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    capacity: str
    org: str
    person: str
    def __init__(self, capacity: _Optional[str] = ..., org: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class CopyFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback", "recipients")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    recipients: _containers.RepeatedCompositeFieldContainer[CopyRecipient]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., recipients: _Optional[_Iterable[_Union[CopyRecipient, _Mapping]]] = ...) -> None: ...

class WordingCorrection(_message.Message):
    __slots__ = ("number", "wording", "reason")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    number: str
    wording: str
    reason: str
    def __init__(self, number: _Optional[str] = ..., wording: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SupplementFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback", "items", "corrections", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    CORRECTIONS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    items: _containers.RepeatedCompositeFieldContainer[FeedbackItem]
    corrections: _containers.RepeatedCompositeFieldContainer[WordingCorrection]
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., items: _Optional[_Iterable[_Union[FeedbackItem, _Mapping]]] = ..., corrections: _Optional[_Iterable[_Union[WordingCorrection, _Mapping]]] = ..., reason: _Optional[str] = ...) -> None: ...

class ApproveSupplementRequest(_message.Message):
    __slots__ = ("meta", "feedback", "supplement", "approval")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    supplement: int
    approval: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., supplement: _Optional[int] = ..., approval: _Optional[str] = ...) -> None: ...

class SignSupplementRequest(_message.Message):
    __slots__ = ("meta", "feedback", "supplement")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    feedback: str
    supplement: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., feedback: _Optional[str] = ..., supplement: _Optional[int] = ...) -> None: ...

class GetFeedbackRequest(_message.Message):
    __slots__ = ("meta", "feedback")
    META_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    feedback: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., feedback: _Optional[str] = ...) -> None: ...

class NumberedItem(_message.Message):
    __slots__ = ("number", "finding", "wording", "manifestation", "demand", "category", "special_check", "sha256", "supplement", "corrected")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    WORDING_FIELD_NUMBER: _ClassVar[int]
    MANIFESTATION_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    CORRECTED_FIELD_NUMBER: _ClassVar[int]
    number: str
    finding: str
    wording: str
    manifestation: str
    demand: str
    category: str
    special_check: str
    sha256: str
    supplement: int
    corrected: str
    def __init__(self, number: _Optional[str] = ..., finding: _Optional[str] = ..., wording: _Optional[str] = ..., manifestation: _Optional[str] = ..., demand: _Optional[str] = ..., category: _Optional[str] = ..., special_check: _Optional[str] = ..., sha256: _Optional[str] = ..., supplement: _Optional[int] = ..., corrected: _Optional[str] = ...) -> None: ...

class SupplementLine(_message.Message):
    __slots__ = ("supplement", "state", "received_on", "reason")
    SUPPLEMENT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    supplement: int
    state: str
    received_on: str
    reason: str
    def __init__(self, supplement: _Optional[int] = ..., state: _Optional[str] = ..., received_on: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetFeedbackResponse(_message.Message):
    __slots__ = ("feedback", "round", "org", "state", "overall", "items", "special_checks", "approval", "sha256", "meeting_on", "received_on", "signed_by", "attendance", "missing", "copies", "supplements", "last_effective", "imported")
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    MEETING_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    SIGNED_BY_FIELD_NUMBER: _ClassVar[int]
    ATTENDANCE_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    COPIES_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENTS_FIELD_NUMBER: _ClassVar[int]
    LAST_EFFECTIVE_FIELD_NUMBER: _ClassVar[int]
    IMPORTED_FIELD_NUMBER: _ClassVar[int]
    feedback: str
    round: str
    org: str
    state: str
    overall: str
    items: _containers.RepeatedCompositeFieldContainer[NumberedItem]
    special_checks: _containers.RepeatedCompositeFieldContainer[SpecialCheck]
    approval: str
    sha256: str
    meeting_on: str
    received_on: str
    signed_by: str
    attendance: _containers.RepeatedCompositeFieldContainer[Attendance]
    missing: _containers.RepeatedScalarFieldContainer[str]
    copies: _containers.RepeatedCompositeFieldContainer[CopyRecipient]
    supplements: _containers.RepeatedCompositeFieldContainer[SupplementLine]
    last_effective: _timestamp_pb2.Timestamp
    imported: bool
    def __init__(self, feedback: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., overall: _Optional[str] = ..., items: _Optional[_Iterable[_Union[NumberedItem, _Mapping]]] = ..., special_checks: _Optional[_Iterable[_Union[SpecialCheck, _Mapping]]] = ..., approval: _Optional[str] = ..., sha256: _Optional[str] = ..., meeting_on: _Optional[str] = ..., received_on: _Optional[str] = ..., signed_by: _Optional[str] = ..., attendance: _Optional[_Iterable[_Union[Attendance, _Mapping]]] = ..., missing: _Optional[_Iterable[str]] = ..., copies: _Optional[_Iterable[_Union[CopyRecipient, _Mapping]]] = ..., supplements: _Optional[_Iterable[_Union[SupplementLine, _Mapping]]] = ..., last_effective: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., imported: _Optional[bool] = ...) -> None: ...

class ListFeedbackRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "state", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    org: str
    state: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class FeedbackLine(_message.Message):
    __slots__ = ("feedback", "round", "org", "state", "findings", "meeting_on", "received_on")
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    MEETING_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    feedback: str
    round: str
    org: str
    state: str
    findings: int
    meeting_on: str
    received_on: str
    def __init__(self, feedback: _Optional[str] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., findings: _Optional[int] = ..., meeting_on: _Optional[str] = ..., received_on: _Optional[str] = ...) -> None: ...

class ListFeedbackResponse(_message.Message):
    __slots__ = ("feedback",)
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    feedback: _containers.RepeatedCompositeFieldContainer[FeedbackLine]
    def __init__(self, feedback: _Optional[_Iterable[_Union[FeedbackLine, _Mapping]]] = ...) -> None: ...
