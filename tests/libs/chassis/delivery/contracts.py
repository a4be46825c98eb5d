"""Protobuf messages made at run time, so that tests of the machine need no contract of a real context."""

from google.protobuf import descriptor_pb2, descriptor_pool, timestamp_pb2
from google.protobuf.descriptor import ServiceDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

F = descriptor_pb2.FieldDescriptorProto
POOL = descriptor_pool.Default()
assert timestamp_pb2.DESCRIPTOR  # the pool knows it by now

SCALARS = {
    "string": F.TYPE_STRING,
    "bytes": F.TYPE_BYTES,
    "int32": F.TYPE_INT32,
    "int64": F.TYPE_INT64,
    "bool": F.TYPE_BOOL,
    "double": F.TYPE_DOUBLE,
}


def messages(package: str, text: str) -> dict[str, type[Message]]:
    """Message classes from lines `Name: [repeated|optional] type field, …`; numbers in order; `map` is string to string."""
    file = descriptor_pb2.FileDescriptorProto(name=f"{package}.proto", package=package, syntax="proto3")
    file.dependency.append("google/protobuf/timestamp.proto")
    names = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, _, fields = line.partition(":")
        names.append(name)
        message = file.message_type.add(name=name)
        for number, declared in enumerate(filter(None, (part.strip() for part in fields.split(","))), 1):
            *marks, kind, field_name = declared.split()
            _field(package, message, number, field_name, kind, marks)
    file.service.add(name="Nothing")
    POOL.AddSerializedFile(file.SerializeToString())
    return {name: GetMessageClass(POOL.FindMessageTypeByName(f"{package}.{name}")) for name in names}


def no_methods(package: str) -> ServiceDescriptor:
    """A gRPC service without methods: a page whose commands the test gives to the store itself."""
    return POOL.FindServiceByName(f"{package}.Nothing")


def _field(package: str, message: descriptor_pb2.DescriptorProto, number: int, name: str, kind: str, marks: list[str]) -> None:
    field = message.field.add(name=name, number=number, label=F.LABEL_REPEATED if "repeated" in marks else F.LABEL_OPTIONAL)
    if "optional" in marks:
        field.proto3_optional = True
        field.oneof_index = len(message.oneof_decl)
        message.oneof_decl.add(name=f"_{name}")
    if kind in SCALARS:
        field.type = SCALARS[kind]
    elif kind == "map":
        entry = message.nested_type.add(name=f"{name.title()}Entry")
        entry.options.map_entry = True
        entry.field.add(name="key", number=1, label=F.LABEL_OPTIONAL, type=F.TYPE_STRING)
        entry.field.add(name="value", number=2, label=F.LABEL_OPTIONAL, type=F.TYPE_STRING)
        field.type, field.label = F.TYPE_MESSAGE, F.LABEL_REPEATED
        field.type_name = f".{package}.{message.name}.{entry.name}"
    else:
        field.type = F.TYPE_MESSAGE
        field.type_name = ".google.protobuf.Timestamp" if kind == "time" else f".{package}.{kind}"
