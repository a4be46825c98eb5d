from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor
CALL_FIELD_NUMBER: _ClassVar[int]
call: _descriptor.FieldDescriptor
ENTRY_FIELD_NUMBER: _ClassVar[int]
entry: _descriptor.FieldDescriptor

class Call(_message.Message):
    __slots__ = ("verb", "roles", "query", "positional")
    VERB_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    POSITIONAL_FIELD_NUMBER: _ClassVar[int]
    verb: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    query: bool
    positional: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, verb: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ..., query: _Optional[bool] = ..., positional: _Optional[_Iterable[str]] = ...) -> None: ...

class Entry(_message.Message):
    __slots__ = ("named", "file", "guarded")
    NAMED_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    GUARDED_FIELD_NUMBER: _ClassVar[int]
    named: str
    file: bool
    guarded: bool
    def __init__(self, named: _Optional[str] = ..., file: _Optional[bool] = ..., guarded: _Optional[bool] = ...) -> None: ...
