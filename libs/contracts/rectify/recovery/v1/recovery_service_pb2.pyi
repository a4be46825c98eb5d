from rectify.options.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RecoverSuffixRequest(_message.Message):
    __slots__ = ("dry_run",)
    DRY_RUN_FIELD_NUMBER: _ClassVar[int]
    dry_run: bool
    def __init__(self, dry_run: _Optional[bool] = ...) -> None: ...

class Holder(_message.Message):
    __slots__ = ("who", "size", "signed")
    WHO_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    who: str
    size: int
    signed: bool
    def __init__(self, who: _Optional[str] = ..., size: _Optional[int] = ..., signed: _Optional[bool] = ...) -> None: ...

class RecoverSuffixResponse(_message.Message):
    __slots__ = ("source", "position", "known", "proven", "restored", "beyond", "why", "holders")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    PROVEN_FIELD_NUMBER: _ClassVar[int]
    RESTORED_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    WHY_FIELD_NUMBER: _ClassVar[int]
    HOLDERS_FIELD_NUMBER: _ClassVar[int]
    source: str
    position: int
    known: int
    proven: int
    restored: int
    beyond: int
    why: str
    holders: _containers.RepeatedCompositeFieldContainer[Holder]
    def __init__(self, source: _Optional[str] = ..., position: _Optional[int] = ..., known: _Optional[int] = ..., proven: _Optional[int] = ..., restored: _Optional[int] = ..., beyond: _Optional[int] = ..., why: _Optional[str] = ..., holders: _Optional[_Iterable[_Union[Holder, _Mapping]]] = ...) -> None: ...

class RotateKeyRequest(_message.Message):
    __slots__ = ("dry_run",)
    DRY_RUN_FIELD_NUMBER: _ClassVar[int]
    dry_run: bool
    def __init__(self, dry_run: _Optional[bool] = ...) -> None: ...

class RotateKeyResponse(_message.Message):
    __slots__ = ("source", "former", "fresh", "position", "sealed", "present", "known")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    FRESH_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    SEALED_FIELD_NUMBER: _ClassVar[int]
    PRESENT_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    source: str
    former: str
    fresh: str
    position: int
    sealed: int
    present: str
    known: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, source: _Optional[str] = ..., former: _Optional[str] = ..., fresh: _Optional[str] = ..., position: _Optional[int] = ..., sealed: _Optional[int] = ..., present: _Optional[str] = ..., known: _Optional[_Iterable[str]] = ...) -> None: ...

class Custodian(_message.Message):
    __slots__ = ("vkey", "signature")
    VKEY_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    vkey: str
    signature: str
    def __init__(self, vkey: _Optional[str] = ..., signature: _Optional[str] = ...) -> None: ...

class ForkLogRequest(_message.Message):
    __slots__ = ("dry_run", "custodians")
    DRY_RUN_FIELD_NUMBER: _ClassVar[int]
    CUSTODIANS_FIELD_NUMBER: _ClassVar[int]
    dry_run: bool
    custodians: _containers.RepeatedCompositeFieldContainer[Custodian]
    def __init__(self, dry_run: _Optional[bool] = ..., custodians: _Optional[_Iterable[_Union[Custodian, _Mapping]]] = ...) -> None: ...

class ForkLogResponse(_message.Message):
    __slots__ = ("former", "fresh", "vkey", "size", "root", "sealed", "known", "statement", "holders", "forked")
    FORMER_FIELD_NUMBER: _ClassVar[int]
    FRESH_FIELD_NUMBER: _ClassVar[int]
    VKEY_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    SEALED_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    HOLDERS_FIELD_NUMBER: _ClassVar[int]
    FORKED_FIELD_NUMBER: _ClassVar[int]
    former: str
    fresh: str
    vkey: str
    size: int
    root: str
    sealed: int
    known: int
    statement: str
    holders: _containers.RepeatedCompositeFieldContainer[Holder]
    forked: bool
    def __init__(self, former: _Optional[str] = ..., fresh: _Optional[str] = ..., vkey: _Optional[str] = ..., size: _Optional[int] = ..., root: _Optional[str] = ..., sealed: _Optional[int] = ..., known: _Optional[int] = ..., statement: _Optional[str] = ..., holders: _Optional[_Iterable[_Union[Holder, _Mapping]]] = ..., forked: _Optional[bool] = ...) -> None: ...
