from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OpineOnPlanRequest(_message.Message):
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

class AssistReportReviewRequest(_message.Message):
    __slots__ = ("meta", "case", "report_kind", "special_check", "report_version", "opinion_no", "overall", "shortcomings", "demands")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    report_kind: str
    special_check: str
    report_version: int
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., report_version: _Optional[int] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordReportCopyRequest(_message.Message):
    __slots__ = ("meta", "case", "report_kind", "special_check", "report_version", "body", "received_on", "receipt")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    report_kind: str
    special_check: str
    report_version: int
    body: str
    received_on: str
    receipt: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., report_version: _Optional[int] = ..., body: _Optional[str] = ..., received_on: _Optional[str] = ..., receipt: _Optional[str] = ...) -> None: ...

class IssueReportOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "report_kind", "special_check", "report_version", "conclusion", "opinion_no", "overall", "shortcomings", "demands", "document", "drafter", "missing_reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    DRAFTER_FIELD_NUMBER: _ClassVar[int]
    MISSING_REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    report_kind: str
    special_check: str
    report_version: int
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    document: str
    drafter: str
    missing_reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., report_version: _Optional[int] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., document: _Optional[str] = ..., drafter: _Optional[str] = ..., missing_reason: _Optional[str] = ...) -> None: ...

class AcknowledgeReportOpinionRequest(_message.Message):
    __slots__ = ("meta", "case", "report_kind", "special_check", "report_version")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    REPORT_VERSION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    report_kind: str
    special_check: str
    report_version: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., report_version: _Optional[int] = ...) -> None: ...

class GetReportReviewRequest(_message.Message):
    __slots__ = ("meta", "case", "report_kind", "special_check")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    report_kind: str
    special_check: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ...) -> None: ...

class AssistingOpinion(_message.Message):
    __slots__ = ("body", "rule_id", "state", "copied_on", "receipt", "due", "after_lead", "given_on", "opinion_no", "overall", "shortcomings", "demands", "author")
    BODY_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    COPIED_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    AFTER_LEAD_FIELD_NUMBER: _ClassVar[int]
    GIVEN_ON_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    body: str
    rule_id: str
    state: str
    copied_on: str
    receipt: str
    due: str
    after_lead: bool
    given_on: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    author: str
    def __init__(self, body: _Optional[str] = ..., rule_id: _Optional[str] = ..., state: _Optional[str] = ..., copied_on: _Optional[str] = ..., receipt: _Optional[str] = ..., due: _Optional[str] = ..., after_lead: _Optional[bool] = ..., given_on: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., author: _Optional[str] = ...) -> None: ...

class CollatedOpinion(_message.Message):
    __slots__ = ("conclusion", "opinion_no", "overall", "shortcomings", "demands", "document", "issued_on", "late", "missing", "missing_reason", "drafter", "verifier")
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    MISSING_REASON_FIELD_NUMBER: _ClassVar[int]
    DRAFTER_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_FIELD_NUMBER: _ClassVar[int]
    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: _containers.RepeatedScalarFieldContainer[str]
    document: str
    issued_on: str
    late: bool
    missing: _containers.RepeatedScalarFieldContainer[str]
    missing_reason: str
    drafter: str
    verifier: str
    def __init__(self, conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ..., overall: _Optional[str] = ..., shortcomings: _Optional[str] = ..., demands: _Optional[_Iterable[str]] = ..., document: _Optional[str] = ..., issued_on: _Optional[str] = ..., late: _Optional[bool] = ..., missing: _Optional[_Iterable[str]] = ..., missing_reason: _Optional[str] = ..., drafter: _Optional[str] = ..., verifier: _Optional[str] = ...) -> None: ...

class ReviewedVersion(_message.Message):
    __slots__ = ("version", "state", "received_on", "document", "lead_rule", "lead_due", "explanation_zh", "explanation_en", "assisting", "opinion", "acknowledged_on")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    LEAD_RULE_FIELD_NUMBER: _ClassVar[int]
    LEAD_DUE_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_ZH_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_EN_FIELD_NUMBER: _ClassVar[int]
    ASSISTING_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_ON_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    received_on: str
    document: str
    lead_rule: str
    lead_due: str
    explanation_zh: str
    explanation_en: str
    assisting: _containers.RepeatedCompositeFieldContainer[AssistingOpinion]
    opinion: CollatedOpinion
    acknowledged_on: str
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., received_on: _Optional[str] = ..., document: _Optional[str] = ..., lead_rule: _Optional[str] = ..., lead_due: _Optional[str] = ..., explanation_zh: _Optional[str] = ..., explanation_en: _Optional[str] = ..., assisting: _Optional[_Iterable[_Union[AssistingOpinion, _Mapping]]] = ..., opinion: _Optional[_Union[CollatedOpinion, _Mapping]] = ..., acknowledged_on: _Optional[str] = ...) -> None: ...

class GetReportReviewResponse(_message.Message):
    __slots__ = ("review", "case", "org", "report_kind", "special_check", "lead", "state", "first_received_on", "versions")
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    FIRST_RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    review: str
    case: str
    org: str
    report_kind: str
    special_check: str
    lead: str
    state: str
    first_received_on: str
    versions: _containers.RepeatedCompositeFieldContainer[ReviewedVersion]
    def __init__(self, review: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., lead: _Optional[str] = ..., state: _Optional[str] = ..., first_received_on: _Optional[str] = ..., versions: _Optional[_Iterable[_Union[ReviewedVersion, _Mapping]]] = ...) -> None: ...

class ListReportReviewsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "state", "waiting_for", "due_before", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    WAITING_FOR_FIELD_NUMBER: _ClassVar[int]
    DUE_BEFORE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    state: str
    waiting_for: str
    due_before: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., state: _Optional[str] = ..., waiting_for: _Optional[str] = ..., due_before: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ReviewWait(_message.Message):
    __slots__ = ("body", "due")
    BODY_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    body: str
    due: str
    def __init__(self, body: _Optional[str] = ..., due: _Optional[str] = ...) -> None: ...

class ReportReviewLine(_message.Message):
    __slots__ = ("review", "case", "org", "report_kind", "special_check", "version", "state", "received_on", "lead", "lead_due", "waiting", "conclusion", "opinion_no")
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORT_KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    LEAD_DUE_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    review: str
    case: str
    org: str
    report_kind: str
    special_check: str
    version: int
    state: str
    received_on: str
    lead: str
    lead_due: str
    waiting: _containers.RepeatedCompositeFieldContainer[ReviewWait]
    conclusion: str
    opinion_no: str
    def __init__(self, review: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., report_kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., state: _Optional[str] = ..., received_on: _Optional[str] = ..., lead: _Optional[str] = ..., lead_due: _Optional[str] = ..., waiting: _Optional[_Iterable[_Union[ReviewWait, _Mapping]]] = ..., conclusion: _Optional[str] = ..., opinion_no: _Optional[str] = ...) -> None: ...

class ListReportReviewsResponse(_message.Message):
    __slots__ = ("reviews", "next")
    REVIEWS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    reviews: _containers.RepeatedCompositeFieldContainer[ReportReviewLine]
    next: str
    def __init__(self, reviews: _Optional[_Iterable[_Union[ReportReviewLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class AnswerDemandRequest(_message.Message):
    __slots__ = ("meta", "demand", "note", "evidence")
    META_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    demand: str
    note: str
    evidence: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., demand: _Optional[str] = ..., note: _Optional[str] = ..., evidence: _Optional[_Iterable[str]] = ...) -> None: ...

class CloseDemandRequest(_message.Message):
    __slots__ = ("meta", "demand", "note")
    META_FIELD_NUMBER: _ClassVar[int]
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    demand: str
    note: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., demand: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class ListDemandsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "source", "state", "limit", "after")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    source: str
    state: str
    limit: int
    after: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., source: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class DemandLine(_message.Message):
    __slots__ = ("demand", "case", "org", "source", "subject", "version", "no", "opinion_no", "text", "organ", "state", "opened_on", "answered_on", "answer_version", "answer", "evidence", "closed_on", "closing_note")
    DEMAND_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NO_FIELD_NUMBER: _ClassVar[int]
    OPINION_NO_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    ORGAN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_ON_FIELD_NUMBER: _ClassVar[int]
    ANSWER_VERSION_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    CLOSING_NOTE_FIELD_NUMBER: _ClassVar[int]
    demand: str
    case: str
    org: str
    source: str
    subject: str
    version: int
    no: int
    opinion_no: str
    text: str
    organ: str
    state: str
    opened_on: str
    answered_on: str
    answer_version: int
    answer: str
    evidence: _containers.RepeatedScalarFieldContainer[str]
    closed_on: str
    closing_note: str
    def __init__(self, demand: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., source: _Optional[str] = ..., subject: _Optional[str] = ..., version: _Optional[int] = ..., no: _Optional[int] = ..., opinion_no: _Optional[str] = ..., text: _Optional[str] = ..., organ: _Optional[str] = ..., state: _Optional[str] = ..., opened_on: _Optional[str] = ..., answered_on: _Optional[str] = ..., answer_version: _Optional[int] = ..., answer: _Optional[str] = ..., evidence: _Optional[_Iterable[str]] = ..., closed_on: _Optional[str] = ..., closing_note: _Optional[str] = ...) -> None: ...

class ListDemandsResponse(_message.Message):
    __slots__ = ("demands", "next")
    DEMANDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    demands: _containers.RepeatedCompositeFieldContainer[DemandLine]
    next: str
    def __init__(self, demands: _Optional[_Iterable[_Union[DemandLine, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...
