from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TalkItem(_message.Message):
    __slots__ = ("topic", "text")
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    topic: str
    text: str
    def __init__(self, topic: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class ActionCount(_message.Message):
    __slots__ = ("action", "count")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    action: str
    count: int
    def __init__(self, action: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class GivePlanOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "plan_version", "conclusion", "opinion_no", "overall", "demands")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PLAN_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    plan_version: int
    conclusion: str
    opinion_no: str
    overall: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., plan_version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ...) -> None: ...

class GiveAssistingOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "report_version", "opinion_no", "overall", "shortcomings", "demands")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    report_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., report_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ...) -> None: ...

class IssueCheckOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "version", "conclusion", "opinion_no", "overall", "shortcomings", "demands")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    version: int
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ...) -> None: ...

class DecideAppointmentRequest(_message.Message):
    __slots__ = ("meta", "org", "post", "person", "replaces", "title", "acting", "effective_on", "decision_no", "document")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REPLACES_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    post: str
    person: str
    replaces: str
    title: str
    acting: bool
    effective_on: str
    decision_no: str
    document: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., person: _Optional[str] = ..., replaces: _Optional[str] = ..., title: _Optional[str] = ..., acting: _Optional[bool] = ..., effective_on: _Optional[str] = ..., decision_no: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class DecideRemovalRequest(_message.Message):
    __slots__ = ("meta", "org", "post", "person", "effective_on", "decision_no", "document", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    post: str
    person: str
    effective_on: str
    decision_no: str
    document: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., person: _Optional[str] = ..., effective_on: _Optional[str] = ..., decision_no: _Optional[str] = ..., document: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RevokeAppointmentRequest(_message.Message):
    __slots__ = ("meta", "org", "person", "decision_no", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    person: str
    decision_no: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., decision_no: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class HoldAppointmentTalkRequest(_message.Message):
    __slots__ = ("meta", "org", "person", "items", "place", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    person: str
    items: _containers.RepeatedCompositeFieldContainer[TalkItem]
    place: str
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., items: _Optional[_Iterable[_Union[TalkItem, _Mapping]]] = ..., place: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class EnterAssessmentRequest(_message.Message):
    __slots__ = ("meta", "case", "year", "grade", "text", "document")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    year: int
    grade: str
    text: str
    document: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., year: _Optional[int] = ..., grade: _Optional[str] = ..., text: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class ProposeAdjustmentRequest(_message.Message):
    __slots__ = ("meta", "org", "case", "person", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    case: str
    person: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., person: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class DecideAdjustmentRequest(_message.Message):
    __slots__ = ("meta", "proposal", "person", "outcome", "measure", "decision_no", "reason", "document")
    META_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    proposal: str
    person: str
    outcome: str
    measure: str
    decision_no: str
    reason: str
    document: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., proposal: _Optional[str] = ..., person: _Optional[str] = ..., outcome: _Optional[str] = ..., measure: _Optional[str] = ..., decision_no: _Optional[str] = ..., reason: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class RespondToAdjustmentRequest(_message.Message):
    __slots__ = ("meta", "proposal", "text")
    META_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    proposal: str
    text: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., proposal: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class DraftSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case", "status", "actions", "problems", "judgement", "suggestions", "document")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    status: str
    actions: _containers.RepeatedCompositeFieldContainer[ActionCount]
    problems: str
    judgement: str
    suggestions: str
    document: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., status: _Optional[str] = ..., actions: _Optional[_Iterable[_Union[ActionCount, _Mapping]]] = ..., problems: _Optional[str] = ..., judgement: _Optional[str] = ..., suggestions: _Optional[str] = ..., document: _Optional[str] = ...) -> None: ...

class SubmitSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class AcceptSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class SendBackSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetReviewFileRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class ListReviewsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "document", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    document: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., document: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListAppointmentsRequest(_message.Message):
    __slots__ = ("meta", "org", "person", "post", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    org: str
    person: str
    post: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListAppointmentTalksRequest(_message.Message):
    __slots__ = ("meta", "org")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    org: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., org: _Optional[str] = ...) -> None: ...

class ListAssessmentsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "year", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    year: int
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., year: _Optional[int] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListAdjustmentsRequest(_message.Message):
    __slots__ = ("meta", "org", "case", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    org: str
    case: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class GetAdjustmentRequest(_message.Message):
    __slots__ = ("meta", "proposal")
    META_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    proposal: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., proposal: _Optional[str] = ...) -> None: ...

class GetSupervisionReportRequest(_message.Message):
    __slots__ = ("meta", "case")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ...) -> None: ...

class OpinionView(_message.Message):
    __slots__ = ("version", "received_on", "due", "state", "conclusion", "opinion_no", "overall", "shortcomings", "demands", "given_on", "late", "verifier", "code", "en", "zh")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    version: int
    received_on: str
    due: str
    state: str
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    given_on: str
    late: bool
    verifier: str
    code: str
    en: str
    zh: str
    def __init__(self, version: _Optional[int] = ..., received_on: _Optional[str] = ..., due: _Optional[str] = ..., state: _Optional[str] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., given_on: _Optional[str] = ..., late: _Optional[bool] = ..., verifier: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class GetReviewFileResponse(_message.Message):
    __slots__ = ("case", "org", "number", "org_dept", "rulebook", "personnel_check", "plan", "progress", "check")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    PERSONNEL_CHECK_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    CHECK_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    number: str
    org_dept: str
    rulebook: str
    personnel_check: bool
    plan: _containers.RepeatedCompositeFieldContainer[OpinionView]
    progress: _containers.RepeatedCompositeFieldContainer[OpinionView]
    check: _containers.RepeatedCompositeFieldContainer[OpinionView]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., org_dept: _Optional[str] = ..., rulebook: _Optional[str] = ..., personnel_check: _Optional[bool] = ..., plan: _Optional[_Iterable[_Union[OpinionView, _Mapping]]] = ..., progress: _Optional[_Iterable[_Union[OpinionView, _Mapping]]] = ..., check: _Optional[_Iterable[_Union[OpinionView, _Mapping]]] = ...) -> None: ...

class ReviewLine(_message.Message):
    __slots__ = ("case", "org", "document", "version", "received_on", "due", "state", "conclusion", "opinion_no", "given_on", "late", "verifier", "code")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    document: str
    version: int
    received_on: str
    due: str
    state: str
    conclusion: str
    opinion_no: str
    given_on: str
    late: bool
    verifier: str
    code: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., document: _Optional[str] = ..., version: _Optional[int] = ..., received_on: _Optional[str] = ..., due: _Optional[str] = ..., state: _Optional[str] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., given_on: _Optional[str] = ..., late: _Optional[bool] = ..., verifier: _Optional[str] = ..., code: _Optional[str] = ...) -> None: ...

class ListReviewsResponse(_message.Message):
    __slots__ = ("reviews", "next")
    REVIEWS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    reviews: _containers.RepeatedCompositeFieldContainer[ReviewLine]
    next: str
    def __init__(self, reviews: _Optional[_Iterable[_Union[ReviewLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class AppointmentLine(_message.Message):
    __slots__ = ("decision", "org", "post", "person", "replaces", "removal", "title", "acting", "effective_on", "decision_no", "document", "state", "code", "en", "zh")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REPLACES_FIELD_NUMBER: _ClassVar[int]
    REMOVAL_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_ON_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    ZH_FIELD_NUMBER: _ClassVar[int]
    decision: str
    org: str
    post: str
    person: str
    replaces: str
    removal: bool
    title: str
    acting: bool
    effective_on: str
    decision_no: str
    document: str
    state: str
    code: str
    en: str
    zh: str
    def __init__(self, decision: _Optional[str] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., person: _Optional[str] = ..., replaces: _Optional[str] = ..., removal: _Optional[bool] = ..., title: _Optional[str] = ..., acting: _Optional[bool] = ..., effective_on: _Optional[str] = ..., decision_no: _Optional[str] = ..., document: _Optional[str] = ..., state: _Optional[str] = ..., code: _Optional[str] = ..., en: _Optional[str] = ..., zh: _Optional[str] = ...) -> None: ...

class ListAppointmentsResponse(_message.Message):
    __slots__ = ("appointments", "next")
    APPOINTMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    appointments: _containers.RepeatedCompositeFieldContainer[AppointmentLine]
    next: str
    def __init__(self, appointments: _Optional[_Iterable[_Union[AppointmentLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class TalkView(_message.Message):
    __slots__ = ("talk", "person", "held_on", "place", "items", "cases", "speaker", "record_sha256")
    TALK_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    SPEAKER_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    talk: str
    person: str
    held_on: str
    place: str
    items: _containers.RepeatedCompositeFieldContainer[TalkItem]
    cases: _containers.RepeatedScalarFieldContainer[str]
    speaker: str
    record_sha256: str
    def __init__(self, talk: _Optional[str] = ..., person: _Optional[str] = ..., held_on: _Optional[str] = ..., place: _Optional[str] = ..., items: _Optional[_Iterable[_Union[TalkItem, _Mapping]]] = ..., cases: _Optional[_Iterable[str]] = ..., speaker: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class ListAppointmentTalksResponse(_message.Message):
    __slots__ = ("org", "talks")
    ORG_FIELD_NUMBER: _ClassVar[int]
    TALKS_FIELD_NUMBER: _ClassVar[int]
    org: str
    talks: _containers.RepeatedCompositeFieldContainer[TalkView]
    def __init__(self, org: _Optional[str] = ..., talks: _Optional[_Iterable[_Union[TalkView, _Mapping]]] = ...) -> None: ...

class AssessmentLine(_message.Message):
    __slots__ = ("case", "org", "year", "grade", "text", "evaluation", "evaluation_grade", "score", "entered_on", "document", "author")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_GRADE_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    ENTERED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    year: int
    grade: str
    text: str
    evaluation: str
    evaluation_grade: str
    score: int
    entered_on: str
    document: str
    author: str
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., year: _Optional[int] = ..., grade: _Optional[str] = ..., text: _Optional[str] = ..., evaluation: _Optional[str] = ..., evaluation_grade: _Optional[str] = ..., score: _Optional[int] = ..., entered_on: _Optional[str] = ..., document: _Optional[str] = ..., author: _Optional[str] = ...) -> None: ...

class ListAssessmentsResponse(_message.Message):
    __slots__ = ("assessments", "next")
    ASSESSMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    assessments: _containers.RepeatedCompositeFieldContainer[AssessmentLine]
    next: str
    def __init__(self, assessments: _Optional[_Iterable[_Union[AssessmentLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class AdjustmentLine(_message.Message):
    __slots__ = ("proposal", "org", "case", "origin", "person", "state", "outcome", "measure", "decision_no", "proposed_on", "decided_on")
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    DECISION_NO_FIELD_NUMBER: _ClassVar[int]
    PROPOSED_ON_FIELD_NUMBER: _ClassVar[int]
    DECIDED_ON_FIELD_NUMBER: _ClassVar[int]
    proposal: str
    org: str
    case: str
    origin: str
    person: str
    state: str
    outcome: str
    measure: str
    decision_no: str
    proposed_on: str
    decided_on: str
    def __init__(self, proposal: _Optional[str] = ..., org: _Optional[str] = ..., case: _Optional[str] = ..., origin: _Optional[str] = ..., person: _Optional[str] = ..., state: _Optional[str] = ..., outcome: _Optional[str] = ..., measure: _Optional[str] = ..., decision_no: _Optional[str] = ..., proposed_on: _Optional[str] = ..., decided_on: _Optional[str] = ...) -> None: ...

class ListAdjustmentsResponse(_message.Message):
    __slots__ = ("adjustments", "next")
    ADJUSTMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    adjustments: _containers.RepeatedCompositeFieldContainer[AdjustmentLine]
    next: str
    def __init__(self, adjustments: _Optional[_Iterable[_Union[AdjustmentLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class GetAdjustmentResponse(_message.Message):
    __slots__ = ("adjustment", "proposal_reason", "decision_reason", "document", "responses")
    ADJUSTMENT_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_REASON_FIELD_NUMBER: _ClassVar[int]
    DECISION_REASON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    RESPONSES_FIELD_NUMBER: _ClassVar[int]
    adjustment: AdjustmentLine
    proposal_reason: str
    decision_reason: str
    document: str
    responses: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, adjustment: _Optional[_Union[AdjustmentLine, _Mapping]] = ..., proposal_reason: _Optional[str] = ..., decision_reason: _Optional[str] = ..., document: _Optional[str] = ..., responses: _Optional[_Iterable[str]] = ...) -> None: ...

class SupervisionReportVersion(_message.Message):
    __slots__ = ("version", "state", "status", "actions", "problems", "judgement", "suggestions", "document", "submitted_on", "accepted_on", "late", "reason")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    status: str
    actions: _containers.RepeatedCompositeFieldContainer[ActionCount]
    problems: str
    judgement: str
    suggestions: str
    document: str
    submitted_on: str
    accepted_on: str
    late: bool
    reason: str
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., status: _Optional[str] = ..., actions: _Optional[_Iterable[_Union[ActionCount, _Mapping]]] = ..., problems: _Optional[str] = ..., judgement: _Optional[str] = ..., suggestions: _Optional[str] = ..., document: _Optional[str] = ..., submitted_on: _Optional[str] = ..., accepted_on: _Optional[str] = ..., late: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class GetSupervisionReportResponse(_message.Message):
    __slots__ = ("case", "org", "rule_id", "state", "due", "first_submitted_on", "versions")
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    FIRST_SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    case: str
    org: str
    rule_id: str
    state: str
    due: str
    first_submitted_on: str
    versions: _containers.RepeatedCompositeFieldContainer[SupervisionReportVersion]
    def __init__(self, case: _Optional[str] = ..., org: _Optional[str] = ..., rule_id: _Optional[str] = ..., state: _Optional[str] = ..., due: _Optional[str] = ..., first_submitted_on: _Optional[str] = ..., versions: _Optional[_Iterable[_Union[SupervisionReportVersion, _Mapping]]] = ...) -> None: ...
