"""AsyncAPI documents say what travels: the very headers, the very messages, in proto that compiles."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from google.protobuf import descriptor_pb2
from google.protobuf.message import Message
from grpc_tools import protoc

from chassis.asyncapi import HEADERS, document, read_comments, render, schema
from chassis.published import published
from chassis.service import DeclarationError
from chassis.store import Store
from kernel.context import named
from tests.libs.chassis.delivery.contracts import messages
from tests.libs.chassis.delivery.world import (
    ALPHA,
    ALPHA_SERVICE,
    BETA_SERVICE,
    CaseClosed,
    CaseOpened,
    record,
    without,
)

RICH = messages(
    "rectify.alpha.v7",
    """
    Part: string label, int64 amount
    Rich: string text, optional int32 small, repeated Part parts, Part part, map names, time at, \
bytes raw, bool flag, repeated string words
""",
)


def closed(recorded: Any) -> Message:
    return ALPHA["CaseClosed"](case=recorded.event.case)


closed.__annotations__["return"] = ALPHA["CaseClosed"]
PAGE = without(ALPHA_SERVICE, publishes={CaseOpened: ALPHA["CaseOpened"], CaseClosed: closed})


def test_a_document_names_what_is_sent_and_what_is_heard() -> None:
    made = document(PAGE, {"rectify.alpha.v1.CaseOpened": "A case is open."})
    assert made["asyncapi"] == "3.0.0"
    assert {name: channel["address"] for name, channel in made["channels"].items()} == {
        "CaseOpened": "rectify.evt.alpha.v1.CaseOpened",
        "CaseClosed": "rectify.evt.alpha.v1.CaseClosed",
    }
    assert made["components"]["messages"]["CaseOpened"]["summary"] == "A case is open."
    heard = document(BETA_SERVICE)
    assert heard["operations"]["receiveAlphaCaseOpened"]["action"] == "receive"
    assert heard["operations"]["sendDutyTaken"]["action"] == "send"
    assert yaml.safe_load(render(BETA_SERVICE)) == heard


def test_every_reference_leads_somewhere() -> None:
    made = document(BETA_SERVICE)
    references = re.findall(r"#(/[A-Za-z/]+)", render(BETA_SERVICE))
    assert references
    for reference in references:
        found: Any = made
        for part in reference.strip("/").split("/"):
            found = found[part]


def test_the_headers_are_those_that_travel(alpha: Store) -> None:
    record(alpha, CaseOpened(case=named("case", "1"), title="one"))
    message = published(PAGE, alpha.decode(alpha.read(0, 1)[0]), "00-trace")
    assert set(message.headers) == set(HEADERS)


def test_the_schema_compiles_to_the_message_it_describes(tmp_path: Path) -> None:
    text = schema(RICH["Rich"].DESCRIPTOR, {"rectify.alpha.v7.Rich.flag": "Whether it is so."})  # type: ignore[arg-type]
    assert "  // Whether it is so.\n  bool flag = 8;" in text
    proto = tmp_path / "rich.proto"
    proto.write_text(text.replace('"proto3";', '"proto3";\nimport "google/protobuf/timestamp.proto";', 1), "utf-8")
    out = tmp_path / "rich.binpb"
    known_types = Path(protoc.__file__).parent / "_proto"
    assert protoc.main(["protoc", f"-I{tmp_path}", f"-I{known_types}", f"--descriptor_set_out={out}", "rich.proto"]) == 0
    (file,) = descriptor_pb2.FileDescriptorSet.FromString(out.read_bytes()).file
    (rich,) = (message for message in file.message_type if message.name == "Rich")
    original = descriptor_pb2.DescriptorProto()
    RICH["Rich"].DESCRIPTOR.CopyToProto(original)  # type: ignore[arg-type]

    def shape(message: descriptor_pb2.DescriptorProto) -> list[tuple[Any, ...]]:
        return [
            (field.name, field.number, field.type, field.label, field.type_name.rpartition(".")[2].lower())
            for field in message.field
        ]

    assert shape(rich) == shape(original)


def test_a_function_that_does_not_say_what_it_makes_is_refused() -> None:
    with pytest.raises(DeclarationError, match="does not say which message it makes"):
        document(without(ALPHA_SERVICE, publishes={CaseClosed: lambda recorded: recorded}))


def test_comments_come_from_the_contracts() -> None:
    image = descriptor_pb2.FileDescriptorSet()
    file = image.file.add(name="x.proto", package="rectify.x.v1")
    message = file.message_type.add(name="Thing")
    message.field.add(name="id")
    file.source_code_info.location.add(path=[4, 0], leading_comments=" A thing\n of two lines. ")
    file.source_code_info.location.add(path=[4, 0, 2, 0], leading_comments=" Its id. ")
    assert read_comments(image.SerializeToString()) == {
        "rectify.x.v1.Thing": "A thing of two lines.",
        "rectify.x.v1.Thing.id": "Its id.",
    }
