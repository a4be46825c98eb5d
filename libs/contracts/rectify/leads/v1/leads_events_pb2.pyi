from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class LeadReferred(_message.Message):
    __slots__ = ("lead", "number", "round", "addressee", "addressee_kind", "referred_on", "due", "rule_id", "rulebook", "inference", "referral")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_KIND_FIELD_NUMBER: _ClassVar[int]
    REFERRED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    INFERENCE_FIELD_NUMBER: _ClassVar[int]
    REFERRAL_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    round: str
    addressee: str
    addressee_kind: str
    referred_on: str
    due: str
    rule_id: str
    rulebook: str
    inference: bool
    referral: str
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., addressee: _Optional[str] = ..., addressee_kind: _Optional[str] = ..., referred_on: _Optional[str] = ..., due: _Optional[str] = ..., rule_id: _Optional[str] = ..., rulebook: _Optional[str] = ..., inference: _Optional[bool] = ..., referral: _Optional[str] = ...) -> None: ...

class LeadAccepted(_message.Message):
    __slots__ = ("lead", "number", "addressee", "accepted_on", "due")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    accepted_on: str
    due: str
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., accepted_on: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class LeadMisdirected(_message.Message):
    __slots__ = ("lead", "number", "addressee", "returned_on", "days", "referral")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    RETURNED_ON_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    REFERRAL_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    returned_on: str
    days: int
    referral: str
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., returned_on: _Optional[str] = ..., days: _Optional[int] = ..., referral: _Optional[str] = ...) -> None: ...

class LeadStatusChanged(_message.Message):
    __slots__ = ("lead", "number", "addressee", "status_class", "on")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    status_class: str
    on: str
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., status_class: _Optional[str] = ..., on: _Optional[str] = ...) -> None: ...

class LeadExtended(_message.Message):
    __slots__ = ("lead", "number", "addressee", "due", "former_due", "extended_on", "referral")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    FORMER_DUE_FIELD_NUMBER: _ClassVar[int]
    EXTENDED_ON_FIELD_NUMBER: _ClassVar[int]
    REFERRAL_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    due: str
    former_due: str
    extended_on: str
    referral: str
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., due: _Optional[str] = ..., former_due: _Optional[str] = ..., extended_on: _Optional[str] = ..., referral: _Optional[str] = ...) -> None: ...

class LeadOutcomeFedBack(_message.Message):
    __slots__ = ("lead", "number", "addressee", "status_class", "fed_back_on", "late", "referral", "target_passed")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    FED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    REFERRAL_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    status_class: str
    fed_back_on: str
    late: bool
    referral: str
    target_passed: bool
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., status_class: _Optional[str] = ..., fed_back_on: _Optional[str] = ..., late: _Optional[bool] = ..., referral: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class LeadClosed(_message.Message):
    __slots__ = ("lead", "number", "addressee", "status_class", "closed_on", "referral")
    LEAD_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    REFERRAL_FIELD_NUMBER: _ClassVar[int]
    lead: str
    number: str
    addressee: str
    status_class: str
    closed_on: str
    referral: str
    def __init__(self, lead: _Optional[str] = ..., number: _Optional[str] = ..., addressee: _Optional[str] = ..., status_class: _Optional[str] = ..., closed_on: _Optional[str] = ..., referral: _Optional[str] = ...) -> None: ...
