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

class GetHistoryRequest(_message.Message):
    __slots__ = ("meta", "about", "after", "limit", "own_only")
    META_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    OWN_ONLY_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    about: str
    after: str
    limit: int
    own_only: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., about: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ..., own_only: _Optional[bool] = ...) -> None: ...

class HistoryEvent(_message.Message):
    __slots__ = ("source", "position", "aggregate", "version", "topic", "at", "effective", "command", "causes", "refs", "actor", "role", "org", "rule", "leaf", "body", "verified", "broken")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    CAUSES_FIELD_NUMBER: _ClassVar[int]
    REFS_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    LEAF_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    VERIFIED_FIELD_NUMBER: _ClassVar[int]
    BROKEN_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    aggregate: str
    version: int
    topic: str
    at: _timestamp_pb2.Timestamp
    effective: _timestamp_pb2.Timestamp
    command: str
    causes: _containers.RepeatedScalarFieldContainer[str]
    refs: _containers.RepeatedScalarFieldContainer[str]
    actor: str
    role: str
    org: str
    rule: str
    leaf: bytes
    body: str
    verified: bool
    broken: str
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., aggregate: _Optional[str] = ..., version: _Optional[int] = ..., topic: _Optional[str] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., effective: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., command: _Optional[str] = ..., causes: _Optional[_Iterable[str]] = ..., refs: _Optional[_Iterable[str]] = ..., actor: _Optional[str] = ..., role: _Optional[str] = ..., org: _Optional[str] = ..., rule: _Optional[str] = ..., leaf: _Optional[bytes] = ..., body: _Optional[str] = ..., verified: _Optional[bool] = ..., broken: _Optional[str] = ...) -> None: ...

class GetHistoryResponse(_message.Message):
    __slots__ = ("events", "next", "sources")
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    events: _containers.RepeatedCompositeFieldContainer[HistoryEvent]
    next: str
    sources: _containers.RepeatedCompositeFieldContainer[SourceAsOf]
    def __init__(self, events: _Optional[_Iterable[_Union[HistoryEvent, _Mapping]]] = ..., next: _Optional[str] = ..., sources: _Optional[_Iterable[_Union[SourceAsOf, _Mapping]]] = ...) -> None: ...

class SourceAsOf(_message.Message):
    __slots__ = ("source", "position", "cosigned", "cosigned_at")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    COSIGNED_FIELD_NUMBER: _ClassVar[int]
    COSIGNED_AT_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    cosigned: int
    cosigned_at: _timestamp_pb2.Timestamp
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., cosigned: _Optional[int] = ..., cosigned_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetBundleRequest(_message.Message):
    __slots__ = ("meta", "about")
    META_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    about: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., about: _Optional[str] = ...) -> None: ...

class BundledLog(_message.Message):
    __slots__ = ("source", "size", "events", "seal")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    source: str
    size: int
    events: int
    seal: int
    def __init__(self, source: _Optional[str] = ..., size: _Optional[int] = ..., events: _Optional[int] = ..., seal: _Optional[int] = ...) -> None: ...

class GetBundleResponse(_message.Message):
    __slots__ = ("bundle", "digest", "logs")
    BUNDLE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    LOGS_FIELD_NUMBER: _ClassVar[int]
    bundle: bytes
    digest: bytes
    logs: _containers.RepeatedCompositeFieldContainer[BundledLog]
    def __init__(self, bundle: _Optional[bytes] = ..., digest: _Optional[bytes] = ..., logs: _Optional[_Iterable[_Union[BundledLog, _Mapping]]] = ...) -> None: ...

class GetProofRequest(_message.Message):
    __slots__ = ("meta", "source", "positions")
    META_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITIONS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    source: str
    positions: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., source: _Optional[str] = ..., positions: _Optional[_Iterable[int]] = ...) -> None: ...

class Inclusion(_message.Message):
    __slots__ = ("position", "leaf", "hashes")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    LEAF_FIELD_NUMBER: _ClassVar[int]
    HASHES_FIELD_NUMBER: _ClassVar[int]
    position: int
    leaf: bytes
    hashes: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, position: _Optional[int] = ..., leaf: _Optional[bytes] = ..., hashes: _Optional[_Iterable[bytes]] = ...) -> None: ...

class GetProofResponse(_message.Message):
    __slots__ = ("checkpoint", "size", "proofs", "policy")
    CHECKPOINT_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    PROOFS_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    checkpoint: str
    size: int
    proofs: _containers.RepeatedCompositeFieldContainer[Inclusion]
    policy: str
    def __init__(self, checkpoint: _Optional[str] = ..., size: _Optional[int] = ..., proofs: _Optional[_Iterable[_Union[Inclusion, _Mapping]]] = ..., policy: _Optional[str] = ...) -> None: ...

class VerifyRequest(_message.Message):
    __slots__ = ("meta", "service", "skip_commitments", "skip_source")
    META_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    SKIP_COMMITMENTS_FIELD_NUMBER: _ClassVar[int]
    SKIP_SOURCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    service: str
    skip_commitments: bool
    skip_source: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., service: _Optional[str] = ..., skip_commitments: _Optional[bool] = ..., skip_source: _Optional[bool] = ...) -> None: ...

class Broken(_message.Message):
    __slots__ = ("source", "position", "aggregate", "version", "where", "code", "why")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    WHERE_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    WHY_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    aggregate: str
    version: int
    where: str
    code: str
    why: str
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., aggregate: _Optional[str] = ..., version: _Optional[int] = ..., where: _Optional[str] = ..., code: _Optional[str] = ..., why: _Optional[str] = ...) -> None: ...

class SourceVerdict(_message.Message):
    __slots__ = ("source", "events", "lag", "root", "broken")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    LAG_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    BROKEN_FIELD_NUMBER: _ClassVar[int]
    source: str
    events: int
    lag: int
    root: bytes
    broken: _containers.RepeatedCompositeFieldContainer[Broken]
    def __init__(self, source: _Optional[str] = ..., events: _Optional[int] = ..., lag: _Optional[int] = ..., root: _Optional[bytes] = ..., broken: _Optional[_Iterable[_Union[Broken, _Mapping]]] = ...) -> None: ...

class VerifyResponse(_message.Message):
    __slots__ = ("ok", "sources")
    OK_FIELD_NUMBER: _ClassVar[int]
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    ok: bool
    sources: _containers.RepeatedCompositeFieldContainer[SourceVerdict]
    def __init__(self, ok: _Optional[bool] = ..., sources: _Optional[_Iterable[_Union[SourceVerdict, _Mapping]]] = ...) -> None: ...

class RunAuditsRequest(_message.Message):
    __slots__ = ("meta", "ids")
    META_FIELD_NUMBER: _ClassVar[int]
    IDS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., ids: _Optional[_Iterable[str]] = ...) -> None: ...

class AuditResult(_message.Message):
    __slots__ = ("id", "invariant", "outcome", "checked", "findings", "note")
    ID_FIELD_NUMBER: _ClassVar[int]
    INVARIANT_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    CHECKED_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    id: str
    invariant: str
    outcome: str
    checked: int
    findings: _containers.RepeatedCompositeFieldContainer[Broken]
    note: str
    def __init__(self, id: _Optional[str] = ..., invariant: _Optional[str] = ..., outcome: _Optional[str] = ..., checked: _Optional[int] = ..., findings: _Optional[_Iterable[_Union[Broken, _Mapping]]] = ..., note: _Optional[str] = ...) -> None: ...

class RunAuditsResponse(_message.Message):
    __slots__ = ("ok", "audits")
    OK_FIELD_NUMBER: _ClassVar[int]
    AUDITS_FIELD_NUMBER: _ClassVar[int]
    ok: bool
    audits: _containers.RepeatedCompositeFieldContainer[AuditResult]
    def __init__(self, ok: _Optional[bool] = ..., audits: _Optional[_Iterable[_Union[AuditResult, _Mapping]]] = ...) -> None: ...

class ListSourcesRequest(_message.Message):
    __slots__ = ("meta",)
    META_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ...) -> None: ...

class MirroredSource(_message.Message):
    __slots__ = ("source", "position", "head", "at", "root", "heard", "cosigned", "checkpoint")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    HEARD_FIELD_NUMBER: _ClassVar[int]
    COSIGNED_FIELD_NUMBER: _ClassVar[int]
    CHECKPOINT_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    head: int
    at: _timestamp_pb2.Timestamp
    root: bytes
    heard: _timestamp_pb2.Timestamp
    cosigned: int
    checkpoint: str
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., head: _Optional[int] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., root: _Optional[bytes] = ..., heard: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., cosigned: _Optional[int] = ..., checkpoint: _Optional[str] = ...) -> None: ...

class ListSourcesResponse(_message.Message):
    __slots__ = ("sources",)
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    sources: _containers.RepeatedCompositeFieldContainer[MirroredSource]
    def __init__(self, sources: _Optional[_Iterable[_Union[MirroredSource, _Mapping]]] = ...) -> None: ...

class ReadMirrorRequest(_message.Message):
    __slots__ = ("meta", "source", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    source: str
    after: int
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., source: _Optional[str] = ..., after: _Optional[int] = ..., limit: _Optional[int] = ...) -> None: ...

class MirrorRow(_message.Message):
    __slots__ = ("position", "pub", "aggregate", "version", "topic", "state", "leaf")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    PUB_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LEAF_FIELD_NUMBER: _ClassVar[int]
    position: int
    pub: int
    aggregate: str
    version: int
    topic: str
    state: bytes
    leaf: bytes
    def __init__(self, position: _Optional[int] = ..., pub: _Optional[int] = ..., aggregate: _Optional[str] = ..., version: _Optional[int] = ..., topic: _Optional[str] = ..., state: _Optional[bytes] = ..., leaf: _Optional[bytes] = ...) -> None: ...

class ReadMirrorResponse(_message.Message):
    __slots__ = ("rows",)
    ROWS_FIELD_NUMBER: _ClassVar[int]
    rows: _containers.RepeatedCompositeFieldContainer[MirrorRow]
    def __init__(self, rows: _Optional[_Iterable[_Union[MirrorRow, _Mapping]]] = ...) -> None: ...

class ListQuarantineRequest(_message.Message):
    __slots__ = ("meta", "all")
    META_FIELD_NUMBER: _ClassVar[int]
    ALL_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    all: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., all: _Optional[bool] = ...) -> None: ...

class Quarantined(_message.Message):
    __slots__ = ("id", "follower", "source", "position", "aggregate", "why", "since", "acknowledged")
    ID_FIELD_NUMBER: _ClassVar[int]
    FOLLOWER_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_FIELD_NUMBER: _ClassVar[int]
    WHY_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_FIELD_NUMBER: _ClassVar[int]
    id: str
    follower: str
    source: str
    position: int
    aggregate: str
    why: str
    since: _timestamp_pb2.Timestamp
    acknowledged: bool
    def __init__(self, id: _Optional[str] = ..., follower: _Optional[str] = ..., source: _Optional[str] = ..., position: _Optional[int] = ..., aggregate: _Optional[str] = ..., why: _Optional[str] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., acknowledged: _Optional[bool] = ...) -> None: ...

class ListQuarantineResponse(_message.Message):
    __slots__ = ("entries",)
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    entries: _containers.RepeatedCompositeFieldContainer[Quarantined]
    def __init__(self, entries: _Optional[_Iterable[_Union[Quarantined, _Mapping]]] = ...) -> None: ...

class AcknowledgeQuarantineRequest(_message.Message):
    __slots__ = ("meta", "id", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    id: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ProveEventsRequest(_message.Message):
    __slots__ = ("meta", "source", "positions")
    META_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITIONS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    source: str
    positions: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., source: _Optional[str] = ..., positions: _Optional[_Iterable[int]] = ...) -> None: ...

class ProvedEvent(_message.Message):
    __slots__ = ("position", "leaf", "proof")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    LEAF_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    position: int
    leaf: bytes
    proof: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, position: _Optional[int] = ..., leaf: _Optional[bytes] = ..., proof: _Optional[_Iterable[bytes]] = ...) -> None: ...

class ProveEventsResponse(_message.Message):
    __slots__ = ("checkpoint", "events", "end", "ended")
    CHECKPOINT_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    ENDED_FIELD_NUMBER: _ClassVar[int]
    checkpoint: str
    events: _containers.RepeatedCompositeFieldContainer[ProvedEvent]
    end: int
    ended: bool
    def __init__(self, checkpoint: _Optional[str] = ..., events: _Optional[_Iterable[_Union[ProvedEvent, _Mapping]]] = ..., end: _Optional[int] = ..., ended: _Optional[bool] = ...) -> None: ...
