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

class PlanRoundRequest(_message.Message):
    __slots__ = ("meta", "code", "title", "kind", "mode", "rulebook", "dispatching", "leading_group", "office", "discipline", "org_dept", "publicity", "orgs")
    META_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISCIPLINE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    PUBLICITY_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    code: str
    title: str
    kind: str
    mode: str
    rulebook: str
    dispatching: str
    leading_group: str
    office: str
    discipline: str
    org_dept: str
    publicity: str
    orgs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., code: _Optional[str] = ..., title: _Optional[str] = ..., kind: _Optional[str] = ..., mode: _Optional[str] = ..., rulebook: _Optional[str] = ..., dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., office: _Optional[str] = ..., discipline: _Optional[str] = ..., org_dept: _Optional[str] = ..., publicity: _Optional[str] = ..., orgs: _Optional[_Iterable[str]] = ...) -> None: ...

class AddToRoundRequest(_message.Message):
    __slots__ = ("meta", "round", "orgs", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    orgs: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., orgs: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class TeamMandate(_message.Message):
    __slots__ = ("name", "leader", "members", "orgs")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LEADER_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    name: str
    leader: str
    members: _containers.RepeatedScalarFieldContainer[str]
    orgs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., leader: _Optional[str] = ..., members: _Optional[_Iterable[str]] = ..., orgs: _Optional[_Iterable[str]] = ...) -> None: ...

class IssueMandateRequest(_message.Message):
    __slots__ = ("meta", "round", "document", "teams")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    document: str
    teams: _containers.RepeatedCompositeFieldContainer[TeamMandate]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., document: _Optional[str] = ..., teams: _Optional[_Iterable[_Union[TeamMandate, _Mapping]]] = ...) -> None: ...

class Recusal(_message.Message):
    __slots__ = ("person", "org", "ground")
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    person: str
    org: str
    ground: str
    def __init__(self, person: _Optional[str] = ..., org: _Optional[str] = ..., ground: _Optional[str] = ...) -> None: ...

class ClearRecusalsRequest(_message.Message):
    __slots__ = ("meta", "round", "recusals")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    RECUSALS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    recusals: _containers.RepeatedCompositeFieldContainer[Recusal]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., recusals: _Optional[_Iterable[_Union[Recusal, _Mapping]]] = ...) -> None: ...

class BeginStayRequest(_message.Message):
    __slots__ = ("meta", "round", "day")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    day: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class EndStayRequest(_message.Message):
    __slots__ = ("meta", "round", "day")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    day: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class FileWorkingPaperRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "number", "sha256", "factual_basis", "policy_basis", "responsibility_basis")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    FACTUAL_BASIS_FIELD_NUMBER: _ClassVar[int]
    POLICY_BASIS_FIELD_NUMBER: _ClassVar[int]
    RESPONSIBILITY_BASIS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    org: str
    number: str
    sha256: str
    factual_basis: bool
    policy_basis: bool
    responsibility_basis: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., sha256: _Optional[str] = ..., factual_basis: _Optional[bool] = ..., policy_basis: _Optional[bool] = ..., responsibility_basis: _Optional[bool] = ...) -> None: ...

class TalkReportThroughRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "principal", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    org: str
    principal: str
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., principal: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class ReportRoundRequest(_message.Message):
    __slots__ = ("meta", "round", "report_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    REPORT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    report_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., report_sha256: _Optional[str] = ...) -> None: ...

class HearRoundRequest(_message.Message):
    __slots__ = ("meta", "round", "body", "day", "minutes_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    body: str
    day: str
    minutes_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., body: _Optional[str] = ..., day: _Optional[str] = ..., minutes_sha256: _Optional[str] = ...) -> None: ...

class ArchiveRoundRequest(_message.Message):
    __slots__ = ("meta", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ...) -> None: ...

class GetRoundRequest(_message.Message):
    __slots__ = ("meta", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ...) -> None: ...

class RoundOrganisation(_message.Message):
    __slots__ = ("org", "code", "case", "received_on", "closed", "papers")
    ORG_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_ON_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    PAPERS_FIELD_NUMBER: _ClassVar[int]
    org: str
    code: str
    case: str
    received_on: str
    closed: bool
    papers: int
    def __init__(self, org: _Optional[str] = ..., code: _Optional[str] = ..., case: _Optional[str] = ..., received_on: _Optional[str] = ..., closed: _Optional[bool] = ..., papers: _Optional[int] = ...) -> None: ...

class Bodies(_message.Message):
    __slots__ = ("dispatching", "leading_group", "office", "discipline", "org_dept", "publicity")
    DISPATCHING_FIELD_NUMBER: _ClassVar[int]
    LEADING_GROUP_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    DISCIPLINE_FIELD_NUMBER: _ClassVar[int]
    ORG_DEPT_FIELD_NUMBER: _ClassVar[int]
    PUBLICITY_FIELD_NUMBER: _ClassVar[int]
    dispatching: str
    leading_group: str
    office: str
    discipline: str
    org_dept: str
    publicity: str
    def __init__(self, dispatching: _Optional[str] = ..., leading_group: _Optional[str] = ..., office: _Optional[str] = ..., discipline: _Optional[str] = ..., org_dept: _Optional[str] = ..., publicity: _Optional[str] = ...) -> None: ...

class GetRoundResponse(_message.Message):
    __slots__ = ("round", "code", "title", "kind", "mode", "state", "rulebook", "bodies", "orgs", "teams")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RULEBOOK_FIELD_NUMBER: _ClassVar[int]
    BODIES_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    title: str
    kind: str
    mode: str
    state: str
    rulebook: str
    bodies: Bodies
    orgs: _containers.RepeatedCompositeFieldContainer[RoundOrganisation]
    teams: _containers.RepeatedCompositeFieldContainer[TeamMandate]
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., title: _Optional[str] = ..., kind: _Optional[str] = ..., mode: _Optional[str] = ..., state: _Optional[str] = ..., rulebook: _Optional[str] = ..., bodies: _Optional[_Union[Bodies, _Mapping]] = ..., orgs: _Optional[_Iterable[_Union[RoundOrganisation, _Mapping]]] = ..., teams: _Optional[_Iterable[_Union[TeamMandate, _Mapping]]] = ...) -> None: ...

class ListWorkingPapersRequest(_message.Message):
    __slots__ = ("meta", "round", "org")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    org: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ...) -> None: ...

class WorkingPaperLine(_message.Message):
    __slots__ = ("paper", "org", "number", "sha256", "filer", "filed_at")
    PAPER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    FILER_FIELD_NUMBER: _ClassVar[int]
    FILED_AT_FIELD_NUMBER: _ClassVar[int]
    paper: str
    org: str
    number: str
    sha256: str
    filer: str
    filed_at: _timestamp_pb2.Timestamp
    def __init__(self, paper: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., sha256: _Optional[str] = ..., filer: _Optional[str] = ..., filed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListWorkingPapersResponse(_message.Message):
    __slots__ = ("papers",)
    PAPERS_FIELD_NUMBER: _ClassVar[int]
    papers: _containers.RepeatedCompositeFieldContainer[WorkingPaperLine]
    def __init__(self, papers: _Optional[_Iterable[_Union[WorkingPaperLine, _Mapping]]] = ...) -> None: ...

class ListRoundsRequest(_message.Message):
    __slots__ = ("meta", "state", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    state: str
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., state: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class RoundLine(_message.Message):
    __slots__ = ("round", "code", "title", "kind", "state", "orgs", "opened", "closed")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    OPENED_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    title: str
    kind: str
    state: str
    orgs: int
    opened: int
    closed: int
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., title: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[str] = ..., orgs: _Optional[int] = ..., opened: _Optional[int] = ..., closed: _Optional[int] = ...) -> None: ...

class ListRoundsResponse(_message.Message):
    __slots__ = ("rounds",)
    ROUNDS_FIELD_NUMBER: _ClassVar[int]
    rounds: _containers.RepeatedCompositeFieldContainer[RoundLine]
    def __init__(self, rounds: _Optional[_Iterable[_Union[RoundLine, _Mapping]]] = ...) -> None: ...
