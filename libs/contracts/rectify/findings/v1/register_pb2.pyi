from buf.validate import validate_pb2 as _validate_pb2
from rectify.envelope.v1 import envelope_pb2 as _envelope_pb2
from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ParentLink(_message.Message):
    __slots__ = ("relation", "parent", "since")
    RELATION_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    relation: str
    parent: str
    since: str
    def __init__(self, relation: _Optional[str] = ..., parent: _Optional[str] = ..., since: _Optional[str] = ...) -> None: ...

class RegisterOrganisationRequest(_message.Message):
    __slots__ = ("meta", "code", "name", "short_name", "level", "line", "parents")
    META_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHORT_NAME_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    PARENTS_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    code: str
    name: str
    short_name: str
    level: str
    line: str
    parents: _containers.RepeatedCompositeFieldContainer[ParentLink]
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., code: _Optional[str] = ..., name: _Optional[str] = ..., short_name: _Optional[str] = ..., level: _Optional[str] = ..., line: _Optional[str] = ..., parents: _Optional[_Iterable[_Union[ParentLink, _Mapping]]] = ...) -> None: ...

class RenameOrganisationRequest(_message.Message):
    __slots__ = ("meta", "org", "name", "short_name", "since")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHORT_NAME_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    name: str
    short_name: str
    since: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., name: _Optional[str] = ..., short_name: _Optional[str] = ..., since: _Optional[str] = ...) -> None: ...

class RelateOrganisationsRequest(_message.Message):
    __slots__ = ("meta", "org", "relation", "parent", "since")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    RELATION_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    relation: str
    parent: str
    since: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., relation: _Optional[str] = ..., parent: _Optional[str] = ..., since: _Optional[str] = ...) -> None: ...

class MergeOrganisationsRequest(_message.Message):
    __slots__ = ("meta", "successor", "merged", "day", "decision")
    META_FIELD_NUMBER: _ClassVar[int]
    SUCCESSOR_FIELD_NUMBER: _ClassVar[int]
    MERGED_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    successor: str
    merged: _containers.RepeatedScalarFieldContainer[str]
    day: str
    decision: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., successor: _Optional[str] = ..., merged: _Optional[_Iterable[str]] = ..., day: _Optional[str] = ..., decision: _Optional[str] = ...) -> None: ...

class RegisterPersonRequest(_message.Message):
    __slots__ = ("meta", "name", "contact", "org", "post", "title", "since", "acting")
    META_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    name: str
    contact: str
    org: str
    post: str
    title: str
    since: str
    acting: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., name: _Optional[str] = ..., contact: _Optional[str] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., title: _Optional[str] = ..., since: _Optional[str] = ..., acting: _Optional[bool] = ...) -> None: ...

class AppointToPostRequest(_message.Message):
    __slots__ = ("meta", "org", "person", "post", "title", "since", "acting")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    person: str
    post: str
    title: str
    since: str
    acting: bool
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., title: _Optional[str] = ..., since: _Optional[str] = ..., acting: _Optional[bool] = ...) -> None: ...

class EndPostRequest(_message.Message):
    __slots__ = ("meta", "org", "person", "post", "until", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.CommandMeta
    org: str
    person: str
    post: str
    until: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.CommandMeta, _Mapping]] = ..., org: _Optional[str] = ..., person: _Optional[str] = ..., post: _Optional[str] = ..., until: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetOrganisationRequest(_message.Message):
    __slots__ = ("meta", "org")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    org: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., org: _Optional[str] = ...) -> None: ...

class Relation(_message.Message):
    __slots__ = ("relation", "parent", "since", "until")
    RELATION_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    relation: str
    parent: str
    since: str
    until: str
    def __init__(self, relation: _Optional[str] = ..., parent: _Optional[str] = ..., since: _Optional[str] = ..., until: _Optional[str] = ...) -> None: ...

class OrganisationName(_message.Message):
    __slots__ = ("name", "short_name", "since")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHORT_NAME_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    name: str
    short_name: str
    since: str
    def __init__(self, name: _Optional[str] = ..., short_name: _Optional[str] = ..., since: _Optional[str] = ...) -> None: ...

class GetOrganisationResponse(_message.Message):
    __slots__ = ("org", "code", "name", "short_name", "level", "line", "names", "relations", "posts", "cases", "successor", "merged_on")
    ORG_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHORT_NAME_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    RELATIONS_FIELD_NUMBER: _ClassVar[int]
    POSTS_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    SUCCESSOR_FIELD_NUMBER: _ClassVar[int]
    MERGED_ON_FIELD_NUMBER: _ClassVar[int]
    org: str
    code: str
    name: str
    short_name: str
    level: str
    line: str
    names: _containers.RepeatedCompositeFieldContainer[OrganisationName]
    relations: _containers.RepeatedCompositeFieldContainer[Relation]
    posts: _containers.RepeatedCompositeFieldContainer[PostHeld]
    cases: _containers.RepeatedScalarFieldContainer[str]
    successor: str
    merged_on: str
    def __init__(self, org: _Optional[str] = ..., code: _Optional[str] = ..., name: _Optional[str] = ..., short_name: _Optional[str] = ..., level: _Optional[str] = ..., line: _Optional[str] = ..., names: _Optional[_Iterable[_Union[OrganisationName, _Mapping]]] = ..., relations: _Optional[_Iterable[_Union[Relation, _Mapping]]] = ..., posts: _Optional[_Iterable[_Union[PostHeld, _Mapping]]] = ..., cases: _Optional[_Iterable[str]] = ..., successor: _Optional[str] = ..., merged_on: _Optional[str] = ...) -> None: ...

class ListOrganisationsRequest(_message.Message):
    __slots__ = ("meta", "prefix", "level", "parent", "after", "limit")
    META_FIELD_NUMBER: _ClassVar[int]
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    prefix: str
    level: str
    parent: str
    after: str
    limit: int
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., prefix: _Optional[str] = ..., level: _Optional[str] = ..., parent: _Optional[str] = ..., after: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class OrganisationLine(_message.Message):
    __slots__ = ("org", "code", "name", "short_name", "level", "line", "parent", "successor")
    ORG_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHORT_NAME_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SUCCESSOR_FIELD_NUMBER: _ClassVar[int]
    org: str
    code: str
    name: str
    short_name: str
    level: str
    line: str
    parent: str
    successor: str
    def __init__(self, org: _Optional[str] = ..., code: _Optional[str] = ..., name: _Optional[str] = ..., short_name: _Optional[str] = ..., level: _Optional[str] = ..., line: _Optional[str] = ..., parent: _Optional[str] = ..., successor: _Optional[str] = ...) -> None: ...

class ListOrganisationsResponse(_message.Message):
    __slots__ = ("organisations",)
    ORGANISATIONS_FIELD_NUMBER: _ClassVar[int]
    organisations: _containers.RepeatedCompositeFieldContainer[OrganisationLine]
    def __init__(self, organisations: _Optional[_Iterable[_Union[OrganisationLine, _Mapping]]] = ...) -> None: ...

class FindPostsRequest(_message.Message):
    __slots__ = ("meta", "org", "post", "person", "day", "name")
    META_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    meta: _envelope_pb2.QueryMeta
    org: str
    post: str
    person: str
    day: str
    name: str
    def __init__(self, meta: _Optional[_Union[_envelope_pb2.QueryMeta, _Mapping]] = ..., org: _Optional[str] = ..., post: _Optional[str] = ..., person: _Optional[str] = ..., day: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class PostHeld(_message.Message):
    __slots__ = ("org", "n", "person", "name", "post", "title", "since", "until", "acting", "org_code")
    ORG_FIELD_NUMBER: _ClassVar[int]
    N_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    ACTING_FIELD_NUMBER: _ClassVar[int]
    ORG_CODE_FIELD_NUMBER: _ClassVar[int]
    org: str
    n: int
    person: str
    name: str
    post: str
    title: str
    since: str
    until: str
    acting: bool
    org_code: str
    def __init__(self, org: _Optional[str] = ..., n: _Optional[int] = ..., person: _Optional[str] = ..., name: _Optional[str] = ..., post: _Optional[str] = ..., title: _Optional[str] = ..., since: _Optional[str] = ..., until: _Optional[str] = ..., acting: _Optional[bool] = ..., org_code: _Optional[str] = ...) -> None: ...

class FindPostsResponse(_message.Message):
    __slots__ = ("posts",)
    POSTS_FIELD_NUMBER: _ClassVar[int]
    posts: _containers.RepeatedCompositeFieldContainer[PostHeld]
    def __init__(self, posts: _Optional[_Iterable[_Union[PostHeld, _Mapping]]] = ...) -> None: ...
