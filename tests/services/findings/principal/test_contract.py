"""Contract and domain say the same: every request, answer and published event of these topics maps by name."""

import pytest
from google.protobuf.message import Message
from rectify.findings.v1 import findings_service_pb2

from chassis.mapping import check
from chassis.service import options
from findings.page import handover, principal
from findings.refusals import handover as handover_refusals
from findings.refusals import principal as principal_refusals
from kernel.errors import Refusal
from kernel.messages import Event

METHODS = findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"].methods_by_name
PAGES = (principal, handover)
REFUSALS = [
    kind
    for module in (principal_refusals, handover_refusals)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Refusal) and kind is not Refusal
]


@pytest.mark.parametrize("rpc", [name for page in PAGES for name in page.COMMANDS])
def test_a_command_maps_from_its_request(rpc: str) -> None:
    declared = next(page.COMMANDS[rpc] for page in PAGES if rpc in page.COMMANDS)
    check(METHODS[rpc].input_type, declared.command, "from_proto")
    call = options(METHODS[rpc])
    assert call.roles
    assert not {"admin", "operator", "auditor", "system"} & set(call.roles)
    assert METHODS[rpc].output_type.full_name == "rectify.envelope.v1.Receipt"


@pytest.mark.parametrize("rpc", [name for page in PAGES for name in page.QUERIES])
def test_a_question_maps_and_so_does_its_answer(rpc: str) -> None:
    declared = next(page.QUERIES[rpc] for page in PAGES if rpc in page.QUERIES)
    check(METHODS[rpc].input_type, declared.question, "from_proto")
    check(METHODS[rpc].output_type, declared.handler.__annotations__["return"], "to_proto")
    assert options(METHODS[rpc]).query


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__.rpartition(".")[2])
def test_published_events_carry_all_their_fields(page: object) -> None:
    published: dict[type[Event], type[Message]] = vars(page)["PUBLISHES"]
    for event, message in published.items():
        check(message.DESCRIPTOR, event, "to_proto")
        assert event.__name__ == message.DESCRIPTOR.name
        assert set(event.model_fields) == set(message.DESCRIPTOR.fields_by_name)


def test_refusals_speak_both_languages() -> None:
    assert len({refusal.code for refusal in REFUSALS}) == len(REFUSALS) >= 9
    for refusal in REFUSALS:
        assert all((refusal.en, refusal.zh, refusal.next_en, refusal.next_zh))
