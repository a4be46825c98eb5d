from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetRoundFiguresRequest(_message.Message):
    __slots__ = ("meta", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ...) -> None: ...

class Laggard(_message.Message):
    __slots__ = ("case", "number", "org", "open", "overdue", "returns_missing")
    CASE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    RETURNS_MISSING_FIELD_NUMBER: _ClassVar[int]
    case: str
    number: str
    org: str
    open: int
    overdue: int
    returns_missing: int
    def __init__(self, case: _Optional[str] = ..., number: _Optional[str] = ..., org: _Optional[str] = ..., open: _Optional[int] = ..., overdue: _Optional[int] = ..., returns_missing: _Optional[int] = ...) -> None: ...

class Rectification(_message.Message):
    __slots__ = ("orgs", "cases", "closed", "findings", "signed_off", "not_applicable", "open", "continuing", "reopened", "overdue", "completion_rate", "returns", "returns_late", "returns_missing", "lagging", "laggards")
    ORGS_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    NOT_APPLICABLE_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    CONTINUING_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    COMPLETION_RATE_FIELD_NUMBER: _ClassVar[int]
    RETURNS_FIELD_NUMBER: _ClassVar[int]
    RETURNS_LATE_FIELD_NUMBER: _ClassVar[int]
    RETURNS_MISSING_FIELD_NUMBER: _ClassVar[int]
    LAGGING_FIELD_NUMBER: _ClassVar[int]
    LAGGARDS_FIELD_NUMBER: _ClassVar[int]
    orgs: int
    cases: int
    closed: int
    findings: int
    signed_off: int
    not_applicable: int
    open: int
    continuing: int
    reopened: int
    overdue: int
    completion_rate: str
    returns: int
    returns_late: int
    returns_missing: int
    lagging: int
    laggards: _containers.RepeatedCompositeFieldContainer[Laggard]
    def __init__(self, orgs: _Optional[int] = ..., cases: _Optional[int] = ..., closed: _Optional[int] = ..., findings: _Optional[int] = ..., signed_off: _Optional[int] = ..., not_applicable: _Optional[int] = ..., open: _Optional[int] = ..., continuing: _Optional[int] = ..., reopened: _Optional[int] = ..., overdue: _Optional[int] = ..., completion_rate: _Optional[str] = ..., returns: _Optional[int] = ..., returns_late: _Optional[int] = ..., returns_missing: _Optional[int] = ..., lagging: _Optional[int] = ..., laggards: _Optional[_Iterable[_Union[Laggard, _Mapping]]] = ...) -> None: ...

class LeadClass(_message.Message):
    __slots__ = ("status_class", "leads")
    STATUS_CLASS_FIELD_NUMBER: _ClassVar[int]
    LEADS_FIELD_NUMBER: _ClassVar[int]
    status_class: str
    leads: int
    def __init__(self, status_class: _Optional[str] = ..., leads: _Optional[int] = ...) -> None: ...

class LeadTotals(_message.Message):
    __slots__ = ("referred", "accepted", "misdirected", "in_handling", "fed_back", "closed", "late", "classes", "target_passed")
    REFERRED_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    MISDIRECTED_FIELD_NUMBER: _ClassVar[int]
    IN_HANDLING_FIELD_NUMBER: _ClassVar[int]
    FED_BACK_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    CLASSES_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    referred: int
    accepted: int
    misdirected: int
    in_handling: int
    fed_back: int
    closed: int
    late: int
    classes: _containers.RepeatedCompositeFieldContainer[LeadClass]
    target_passed: int
    def __init__(self, referred: _Optional[int] = ..., accepted: _Optional[int] = ..., misdirected: _Optional[int] = ..., in_handling: _Optional[int] = ..., fed_back: _Optional[int] = ..., closed: _Optional[int] = ..., late: _Optional[int] = ..., classes: _Optional[_Iterable[_Union[LeadClass, _Mapping]]] = ..., target_passed: _Optional[int] = ...) -> None: ...

class LetterTotals(_message.Message):
    __slots__ = ("kind", "sent", "overdue", "replied", "late", "adopted", "partly", "not_adopted", "implemented", "closed", "target_passed")
    KIND_FIELD_NUMBER: _ClassVar[int]
    SENT_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    REPLIED_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    ADOPTED_FIELD_NUMBER: _ClassVar[int]
    PARTLY_FIELD_NUMBER: _ClassVar[int]
    NOT_ADOPTED_FIELD_NUMBER: _ClassVar[int]
    IMPLEMENTED_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    kind: str
    sent: int
    overdue: int
    replied: int
    late: int
    adopted: int
    partly: int
    not_adopted: int
    implemented: int
    closed: int
    target_passed: int
    def __init__(self, kind: _Optional[str] = ..., sent: _Optional[int] = ..., overdue: _Optional[int] = ..., replied: _Optional[int] = ..., late: _Optional[int] = ..., adopted: _Optional[int] = ..., partly: _Optional[int] = ..., not_adopted: _Optional[int] = ..., implemented: _Optional[int] = ..., closed: _Optional[int] = ..., target_passed: _Optional[int] = ...) -> None: ...

class ReportedProblem(_message.Message):
    __slots__ = ("problem", "number", "state", "orgs", "findings", "recurred")
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    RECURRED_FIELD_NUMBER: _ClassVar[int]
    problem: str
    number: str
    state: str
    orgs: int
    findings: int
    recurred: int
    def __init__(self, problem: _Optional[str] = ..., number: _Optional[str] = ..., state: _Optional[str] = ..., orgs: _Optional[int] = ..., findings: _Optional[int] = ..., recurred: _Optional[int] = ...) -> None: ...

class RoundFigures(_message.Message):
    __slots__ = ("rectification", "leads", "letters", "problems")
    RECTIFICATION_FIELD_NUMBER: _ClassVar[int]
    LEADS_FIELD_NUMBER: _ClassVar[int]
    LETTERS_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    rectification: Rectification
    leads: LeadTotals
    letters: _containers.RepeatedCompositeFieldContainer[LetterTotals]
    problems: _containers.RepeatedCompositeFieldContainer[ReportedProblem]
    def __init__(self, rectification: _Optional[_Union[Rectification, _Mapping]] = ..., leads: _Optional[_Union[LeadTotals, _Mapping]] = ..., letters: _Optional[_Iterable[_Union[LetterTotals, _Mapping]]] = ..., problems: _Optional[_Iterable[_Union[ReportedProblem, _Mapping]]] = ...) -> None: ...

class GetRoundFiguresResponse(_message.Message):
    __slots__ = ("round", "code", "figures")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    figures: RoundFigures
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., figures: _Optional[_Union[RoundFigures, _Mapping]] = ...) -> None: ...

class SubmitRoundReportRequest(_message.Message):
    __slots__ = ("meta", "number", "round", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    number: str
    round: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class ReceiveRoundReportRequest(_message.Message):
    __slots__ = ("meta", "round_report")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_REPORT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round_report: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round_report: _Optional[str] = ...) -> None: ...

class GetRoundReportRequest(_message.Message):
    __slots__ = ("meta", "round_report")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_REPORT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round_report: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round_report: _Optional[str] = ...) -> None: ...

class ReportBodyLine(_message.Message):
    __slots__ = ("body", "org", "received_on")
    BODY_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    body: str
    org: str
    received_on: str
    def __init__(self, body: _Optional[str] = ..., org: _Optional[str] = ..., received_on: _Optional[str] = ...) -> None: ...

class GetRoundReportResponse(_message.Message):
    __slots__ = ("round_report", "number", "round", "office", "figures", "digest", "intact", "document_sha256", "submitted_on", "rulebook", "bodies")
    ROUND_REPORT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    INTACT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    round_report: str
    number: str
    round: str
    office: str
    figures: RoundFigures
    digest: str
    intact: bool
    document_sha256: str
    submitted_on: str
    rulebook: str
    bodies: _containers.RepeatedCompositeFieldContainer[ReportBodyLine]
    def __init__(self, round_report: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., office: _Optional[str] = ..., figures: _Optional[_Union[RoundFigures, _Mapping]] = ..., digest: _Optional[str] = ..., intact: _Optional[bool] = ..., document_sha256: _Optional[str] = ..., submitted_on: _Optional[str] = ..., rulebook: _Optional[str] = ..., bodies: _Optional[_Iterable[_Union[ReportBodyLine, _Mapping]]] = ...) -> None: ...

class ListRoundReportsRequest(_message.Message):
    __slots__ = ("meta", "round", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class RoundReportLine(_message.Message):
    __slots__ = ("round_report", "number", "round", "office", "digest", "submitted_on", "received")
    ROUND_REPORT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_FIELD_NUMBER: _ClassVar[int]
    round_report: str
    number: str
    round: str
    office: str
    digest: str
    submitted_on: str
    received: int
    def __init__(self, round_report: _Optional[str] = ..., number: _Optional[str] = ..., round: _Optional[str] = ..., office: _Optional[str] = ..., digest: _Optional[str] = ..., submitted_on: _Optional[str] = ..., received: _Optional[int] = ...) -> None: ...

class ListRoundReportsResponse(_message.Message):
    __slots__ = ("reports",)
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    reports: _containers.RepeatedCompositeFieldContainer[RoundReportLine]
    def __init__(self, reports: _Optional[_Iterable[_Union[RoundReportLine, _Mapping]]] = ...) -> None: ...
