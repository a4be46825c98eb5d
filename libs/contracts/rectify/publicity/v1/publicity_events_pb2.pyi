from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class PlanOpinionGiven(_message.Message):
    __slots__ = ("case", "org", "plan", "plan_version", "body", "conclusion", "opinion_no", "overall", "demands", "verifier")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    plan: str
    plan_version: int
    body: str
    conclusion: str
    opinion_no: str
    overall: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    verifier: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., plan: _Optional[str] = ..., plan_version: _Optional[int] = ..., body: _Optional[str] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., verifier: _Optional[str] = ...) -> None: ...

class CheckOpinionIssued(_message.Message):
    __slots__ = ("case", "org", "special_check", "version", "conclusion", "opinion_no", "overall", "shortcomings", "demands", "issued_on", "verifier")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    special_check: str
    version: int
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    issued_on: str
    verifier: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., issued_on: _Optional[str] = ..., verifier: _Optional[str] = ...) -> None: ...

class DisclosurePublished(_message.Message):
    __slots__ = ("notice", "case", "org", "scope", "version", "sha256", "published_on", "feedback_until")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_UNTIL_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    org: str
    scope: str
    version: int
    sha256: str
    published_on: str
    feedback_until: str
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ..., sha256: _Optional[str] = ..., published_on: _Optional[str] = ..., feedback_until: _Optional[str] = ...) -> None: ...

class DisclosureCorrected(_message.Message):
    __slots__ = ("notice", "case", "org", "scope", "version", "by_version", "fields")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    BY_VERSION_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    org: str
    scope: str
    version: int
    by_version: int
    fields: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ..., by_version: _Optional[int] = ..., fields: _Optional[_Iterable[str]] = ...) -> None: ...

class NoticeDiffers(_message.Message):
    __slots__ = ("notice", "case", "org", "scope", "version", "report_kind", "report_version")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    org: str
    scope: str
    version: int
    report_kind: str
    report_version: int
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ..., report_kind: _Optional[str] = ..., report_version: _Optional[int] = ...) -> None: ...

class DisclosureWithdrawn(_message.Message):
    __slots__ = ("notice", "case", "org", "scope", "version", "reason", "withdrawn_on", "sha256")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_ON_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    org: str
    scope: str
    version: int
    reason: str
    withdrawn_on: str
    sha256: str
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ..., reason: _Optional[str] = ..., withdrawn_on: _Optional[str] = ..., sha256: _Optional[str] = ...) -> None: ...

class FeedbackClosed(_message.Message):
    __slots__ = ("notice", "case", "org", "scope", "version", "views", "key")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    VIEWS_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    notice: str
    case: str
    org: str
    scope: str
    version: int
    views: int
    key: int
    def __init__(self, notice: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., scope: _Optional[str] = ..., version: _Optional[int] = ..., views: _Optional[int] = ..., key: _Optional[int] = ...) -> None: ...

class SurveyClosed(_message.Message):
    __slots__ = ("survey", "case", "org", "answers", "satisfied_permille", "enough", "closed_on")
    SURVEY_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    SATISFIED_PERMILLE_FIELD_NUMBER: _ClassVar[int]
    ENOUGH_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    survey: str
    case: str
    org: str
    answers: int
    satisfied_permille: int
    enough: bool
    closed_on: str
    def __init__(self, survey: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., answers: _Optional[int] = ..., satisfied_permille: _Optional[int] = ..., enough: _Optional[bool] = ..., closed_on: _Optional[str] = ...) -> None: ...

class TypicalCasePublished(_message.Message):
    __slots__ = ("typical", "case", "org", "published_on", "sha256")
    TYPICAL_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    typical: str
    case: str
    org: str
    published_on: str
    sha256: str
    def __init__(self, typical: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., published_on: _Optional[str] = ..., sha256: _Optional[str] = ...) -> None: ...
