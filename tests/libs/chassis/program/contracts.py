"""Compiles the contracts of this folder when tests are collected, so that no shipped contract is needed for them."""

import sys
import tempfile
from pathlib import Path
from subprocess import run

from buf.validate import validate_pb2
from google.protobuf import descriptor_pb2, descriptor_pool, timestamp_pb2
from google.protobuf.descriptor import ServiceDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from rectify.envelope.v1 import envelope_pb2
from rectify.options.v1 import options_pb2

HERE = Path(__file__).parent
POOL = descriptor_pool.Default()
KNOWN = (validate_pb2, timestamp_pb2, envelope_pb2, options_pb2)


def _compile(*names: str) -> None:
    known = descriptor_pb2.FileDescriptorSet()
    seen: set[str] = set()

    def add(file: object) -> None:
        if file.name not in seen:  # type: ignore[attr-defined]
            seen.add(file.name)  # type: ignore[attr-defined]
            for dependency in file.dependencies:  # type: ignore[attr-defined]
                add(dependency)
            known.file.append(descriptor_pb2.FileDescriptorProto.FromString(file.serialized_pb))  # type: ignore[attr-defined]

    for module in KNOWN:
        add(module.DESCRIPTOR)
    with tempfile.TemporaryDirectory() as scratch:
        given, made = Path(scratch) / "known.binpb", Path(scratch) / "made.binpb"
        given.write_bytes(known.SerializeToString())
        command = [f"--descriptor_set_in={given}", f"--descriptor_set_out={made}", f"-I{HERE}", *names]
        done = run([sys.executable, "-m", "grpc_tools.protoc", *command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        for file in descriptor_pb2.FileDescriptorSet.FromString(made.read_bytes()).file:
            POOL.AddSerializedFile(file.SerializeToString())


def message(name: str) -> type[Message]:
    """The class of a message by its full name."""
    return GetMessageClass(POOL.FindMessageTypeByName(name))


def service(name: str) -> ServiceDescriptor:
    """A service by its full name."""
    return POOL.FindServiceByName(name)


try:
    POOL.FindServiceByName("rectify.demo.v1.DemoService")
except KeyError:
    _compile("demo.proto", "neighbour.proto")
