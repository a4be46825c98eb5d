from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DeclareInterestRequest(_message.Message):
    __slots__ = ("meta", "round", "person", "kind", "org", "kin", "ground")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIN_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    person: str
    kind: str
    org: str
    kin: str
    ground: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., person: _Optional[str] = ..., kind: _Optional[str] = ..., org: _Optional[str] = ..., kin: _Optional[str] = ..., ground: _Optional[str] = ...) -> None: ...

class ReportMajorProblemRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "number", "found_on", "document_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    FOUND_ON_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    org: str
    number: str
    found_on: str
    document_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., number: _Optional[str] = ..., found_on: _Optional[str] = ..., document_sha256: _Optional[str] = ...) -> None: ...

class TakeMajorProblemRequest(_message.Message):
    __slots__ = ("meta", "round", "number")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    number: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class RecordBriefingRequest(_message.Message):
    __slots__ = ("meta", "round", "recipient", "day")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    recipient: str
    day: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., recipient: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class HoldConcentratedFeedbackRequest(_message.Message):
    __slots__ = ("meta", "round", "day", "problems", "present", "minutes_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    MINUTES_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    day: str
    problems: _containers.RepeatedScalarFieldContainer[str]
    present: _containers.RepeatedScalarFieldContainer[str]
    minutes_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., day: _Optional[str] = ..., problems: _Optional[_Iterable[str]] = ..., present: _Optional[_Iterable[str]] = ..., minutes_sha256: _Optional[str] = ...) -> None: ...

class RecordIncidentRequest(_message.Message):
    __slots__ = ("meta", "round", "org", "kind", "day", "record_sha256")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    RECORD_SHA256_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    round: str
    org: str
    kind: str
    day: str
    record_sha256: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., round: _Optional[str] = ..., org: _Optional[str] = ..., kind: _Optional[str] = ..., day: _Optional[str] = ..., record_sha256: _Optional[str] = ...) -> None: ...

class GetInspectionRequest(_message.Message):
    __slots__ = ("meta", "round")
    META_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    round: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., round: _Optional[str] = ...) -> None: ...

class DeclaredInterest(_message.Message):
    __slots__ = ("person", "kind", "orgs")
    PERSON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ORGS_FIELD_NUMBER: _ClassVar[int]
    person: str
    kind: str
    orgs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, person: _Optional[str] = ..., kind: _Optional[str] = ..., orgs: _Optional[_Iterable[str]] = ...) -> None: ...

class MajorProblem(_message.Message):
    __slots__ = ("number", "org", "reported_on", "due", "late", "taken_on", "target_passed")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    REPORTED_ON_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    TAKEN_ON_FIELD_NUMBER: _ClassVar[int]
    TARGET_PASSED_FIELD_NUMBER: _ClassVar[int]
    number: str
    org: str
    reported_on: str
    due: str
    late: bool
    taken_on: str
    target_passed: bool
    def __init__(self, number: _Optional[str] = ..., org: _Optional[str] = ..., reported_on: _Optional[str] = ..., due: _Optional[str] = ..., late: _Optional[bool] = ..., taken_on: _Optional[str] = ..., target_passed: _Optional[bool] = ...) -> None: ...

class GetInspectionResponse(_message.Message):
    __slots__ = ("round", "code", "declared", "majors", "briefings", "meetings", "incidents")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    DECLARED_FIELD_NUMBER: _ClassVar[int]
    MAJORS_FIELD_NUMBER: _ClassVar[int]
    BRIEFINGS_FIELD_NUMBER: _ClassVar[int]
    MEETINGS_FIELD_NUMBER: _ClassVar[int]
    INCIDENTS_FIELD_NUMBER: _ClassVar[int]
    round: str
    code: str
    declared: _containers.RepeatedCompositeFieldContainer[DeclaredInterest]
    majors: _containers.RepeatedCompositeFieldContainer[MajorProblem]
    briefings: int
    meetings: int
    incidents: int
    def __init__(self, round: _Optional[str] = ..., code: _Optional[str] = ..., declared: _Optional[_Iterable[_Union[DeclaredInterest, _Mapping]]] = ..., majors: _Optional[_Iterable[_Union[MajorProblem, _Mapping]]] = ..., briefings: _Optional[int] = ..., meetings: _Optional[int] = ..., incidents: _Optional[int] = ...) -> None: ...
