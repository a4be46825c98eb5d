from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FindingAccount(_message.Message):
    __slots__ = ("finding", "account", "next_on")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    NEXT_ON_FIELD_NUMBER: _ClassVar[int]
    finding: str
    account: str
    next_on: str
    def __init__(self, finding: _Optional[str] = ..., account: _Optional[str] = ..., next_on: _Optional[str] = ...) -> None: ...

class DraftReportRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "special_check", "leading", "accounts", "document_sha256", "correction")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    LEADING_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    CORRECTION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    kind: str
    special_check: str
    leading: str
    accounts: _containers.RepeatedCompositeFieldContainer[FindingAccount]
    document_sha256: str
    correction: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., leading: _Optional[str] = ..., accounts: _Optional[_Iterable[_Union[FindingAccount, _Mapping]]] = ..., document_sha256: _Optional[str] = ..., correction: _Optional[str] = ...) -> None: ...

class EndorseReportRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "special_check", "text")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    kind: str
    special_check: str
    text: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class SubmitReportRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "special_check", "addressee")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    kind: str
    special_check: str
    addressee: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., addressee: _Optional[str] = ...) -> None: ...

class AcceptReportRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "special_check", "opinion")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    kind: str
    special_check: str
    opinion: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., opinion: _Optional[str] = ...) -> None: ...

class SendBackReportRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "special_check", "opinion", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    case: str
    kind: str
    special_check: str
    opinion: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., opinion: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetReportRequest(_message.Message):
    __slots__ = ("meta", "case", "kind", "special_check")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    kind: str
    special_check: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ...) -> None: ...

class ReportTotals(_message.Message):
    __slots__ = ("findings", "signed_off", "not_applicable", "unfinished", "reforms", "money_fen", "people")
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_OFF_FIELD_NUMBER: _ClassVar[int]
    NOT_APPLICABLE_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    REFORMS_FIELD_NUMBER: _ClassVar[int]
    MONEY_FEN_FIELD_NUMBER: _ClassVar[int]
    PEOPLE_FIELD_NUMBER: _ClassVar[int]
    findings: int
    signed_off: int
    not_applicable: int
    unfinished: int
    reforms: int
    money_fen: int
    people: int
    def __init__(self, findings: _Optional[int] = ..., signed_off: _Optional[int] = ..., not_applicable: _Optional[int] = ..., unfinished: _Optional[int] = ..., reforms: _Optional[int] = ..., money_fen: _Optional[int] = ..., people: _Optional[int] = ...) -> None: ...

class ReportVersion(_message.Message):
    __slots__ = ("version", "state", "leading", "accounts", "totals", "document_sha256", "sha256", "endorser", "endorsement", "submitted_on", "addressee", "opinion", "reason")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LEADING_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    ENDORSER_FIELD_NUMBER: _ClassVar[int]
    ENDORSEMENT_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    OPINION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    version: int
    state: str
    leading: str
    accounts: _containers.RepeatedCompositeFieldContainer[FindingAccount]
    totals: ReportTotals
    document_sha256: str
    sha256: str
    endorser: str
    endorsement: str
    submitted_on: str
    addressee: str
    opinion: str
    reason: str
    def __init__(self, version: _Optional[int] = ..., state: _Optional[str] = ..., leading: _Optional[str] = ..., accounts: _Optional[_Iterable[_Union[FindingAccount, _Mapping]]] = ..., totals: _Optional[_Union[ReportTotals, _Mapping]] = ..., document_sha256: _Optional[str] = ..., sha256: _Optional[str] = ..., endorser: _Optional[str] = ..., endorsement: _Optional[str] = ..., submitted_on: _Optional[str] = ..., addressee: _Optional[str] = ..., opinion: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetReportResponse(_message.Message):
    __slots__ = ("report", "case", "kind", "special_check", "state", "rule", "due", "first_submitted_on", "late", "versions", "target_passed")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    FIRST_SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    kind: str
    special_check: str
    state: str
    rule: str
    due: str
    first_submitted_on: str
    late: bool
    versions: _containers.RepeatedCompositeFieldContainer[ReportVersion]
    target_passed: bool
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., state: _Optional[str] = ..., rule: _Optional[str] = ..., due: _Optional[str] = ..., first_submitted_on: _Optional[str] = ..., late: _Optional[bool] = ..., versions: _Optional[_Iterable[_Union[ReportVersion, _Mapping]]] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ListReportsRequest(_message.Message):
    __slots__ = ("meta", "case", "org", "kind", "state", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    case: str
    org: str
    kind: str
    state: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class ReportLine(_message.Message):
    __slots__ = ("report", "case", "org", "kind", "special_check", "version", "state", "due", "first_submitted_on", "late", "target_passed")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_CHECK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    FIRST_SUBMITTED_ON_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    report: str
    case: str
    org: str
    kind: str
    special_check: str
    version: int
    state: str
    due: str
    first_submitted_on: str
    late: bool
    target_passed: bool
    def __init__(self, report: _Optional[str] = ..., case: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., special_check: _Optional[str] = ..., version: _Optional[int] = ..., state: _Optional[str] = ..., due: _Optional[str] = ..., first_submitted_on: _Optional[str] = ..., late: _Optional[bool] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class ListReportsResponse(_message.Message):
    __slots__ = ("reports",)
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    reports: _containers.RepeatedCompositeFieldContainer[ReportLine]
    def __init__(self, reports: _Optional[_Iterable[_Union[ReportLine, _Mapping]]] = ...) -> None: ...
