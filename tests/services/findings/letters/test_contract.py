"""What the page offers fits the contract, and every refusal speaks both languages."""

import inspect
from typing import Any, get_type_hints

import pytest
from rectify.findings.v1 import findings_service_pb2

from chassis.mapping import check
from chassis.service import options
from findings.page import letters, registers
from findings.refusals import letters as letter_refusals
from findings.refusals import registers as register_refusals
from kernel.errors import Refusal

METHODS = findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"].methods_by_name
COMMANDS = {**letters.COMMANDS, **registers.COMMANDS}
QUERIES = {**letters.QUERIES, **registers.QUERIES}
REFUSALS = [
    thing
    for module in (letter_refusals, register_refusals)
    for thing in vars(module).values()
    if inspect.isclass(thing) and issubclass(thing, Refusal) and thing is not Refusal
]


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_fit(name: str) -> None:
    check(METHODS[name].input_type, COMMANDS[name].command, "from_proto")
    assert options(METHODS[name]).roles, f"{name} is for everybody"
    assert not options(METHODS[name]).query


@pytest.mark.parametrize("name", QUERIES)
def test_queries_fit(name: str) -> None:
    check(METHODS[name].input_type, QUERIES[name].question, "from_proto")
    check(METHODS[name].output_type, get_type_hints(QUERIES[name].handler)["return"], "to_proto")
    assert options(METHODS[name]).query


@pytest.mark.parametrize("event", letters.PUBLISHES, ids=lambda event: event.__name__)
def test_published_events_fit(event: Any) -> None:
    message: Any = letters.PUBLISHES[event]
    assert message.DESCRIPTOR.name == event.__name__
    check(message.DESCRIPTOR, event, "to_proto", partial=True)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.__name__)
def test_refusals_speak_both_languages(refusal: type[Refusal]) -> None:
    for text in (refusal.en, refusal.zh, refusal.next_en, refusal.next_zh):
        assert text
    assert any("一" <= sign <= "鿿" for sign in refusal.zh + refusal.next_zh)
