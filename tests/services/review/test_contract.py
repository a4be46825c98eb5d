"""Contract and domain say the same: every request, answer, published fact and refusal of the organization department."""

import importlib
import pkgutil

import pytest
from google.protobuf.message import Message

import review.refusals
from chassis.mapping import check
from chassis.published import check_contracts
from chassis.service import options
from kernel.errors import Refusal
from kernel.messages import Event
from review.service import SERVICE

# What must not leave the service with a fact: it names or describes a person.
SEALED = {name for event in SERVICE.events for name in event.personal_fields()}
REFUSALS = [
    kind
    for module in pkgutil.iter_modules(review.refusals.__path__, "review.refusals.")
    for kind in vars(importlib.import_module(module.name)).values()
    if isinstance(kind, type) and issubclass(kind, Refusal) and kind is not Refusal
]


@pytest.mark.parametrize("rpc", sorted(SERVICE.commands))
def test_a_command_maps_and_is_for_bodies_only(rpc: str) -> None:
    method = SERVICE.rpc.methods_by_name[rpc]
    check(method.input_type, SERVICE.commands[rpc].command, "from_proto")
    assert options(method).roles
    assert not {"admin", "operator", "auditor", "system"} & set(options(method).roles)


@pytest.mark.parametrize("rpc", sorted(SERVICE.queries))
def test_a_question_and_its_answer_map_and_depend_on_who_asks(rpc: str) -> None:
    method, page = SERVICE.rpc.methods_by_name[rpc], SERVICE.queries[rpc]
    check(method.input_type, page.question, "from_proto")
    check(method.output_type, page.handler.__annotations__["return"], "to_proto")
    assert page.asker


def test_published_facts_take_everything_from_their_events_and_nothing_sealed() -> None:
    check_contracts(SERVICE)
    published: dict[type[Event], type[Message]] = {k: v for k, v in SERVICE.publishes.items() if isinstance(v, type)}
    assert len(published) == len(SERVICE.publishes) >= 13
    for event, message in published.items():
        assert event.__name__ == message.DESCRIPTOR.name
        fields = set(message.DESCRIPTOR.fields_by_name)
        assert fields <= set(event.model_fields)
        assert not fields & event.personal_fields()
    assert {"texts", "text", "reason"} <= SEALED


def test_refusals_say_what_is_wrong_and_what_to_do_in_both_languages() -> None:
    assert len({refusal.code for refusal in REFUSALS}) == len(set(REFUSALS)) >= 30
    for refusal in REFUSALS:
        assert all((refusal.en, refusal.zh, refusal.next_en, refusal.next_zh))
        assert any("\u4e00" <= letter <= "\u9fff" for letter in refusal.zh)
