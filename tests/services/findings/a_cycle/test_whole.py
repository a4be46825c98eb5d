"""The same on a real store, through the real door: from paper to the end of the phase, and back to any moment."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from google.protobuf.json_format import MessageToDict, ParseDict
from google.protobuf.message_factory import GetMessageClass

from chassis.auth import Caller
from findings.service import SERVICE
from kernel.context import named
from kernel.errors import InvalidField, Refusal, RoleDenied
from testkit.world import MemoryWorld

from .conftest import CASE, FEEDBACK, HASH, METHODS, ZONE


class Door:
    """Calls by `role@ORG`."""

    def __init__(self, world: MemoryWorld) -> None:
        self.world = world
        self.people: dict[str, str] = {}

    def call(self, rpc: str, who: str = "office@XCB", **fields: Any) -> dict[str, Any]:
        """Request and answer as JSON."""
        role, _, org = who.partition("@")
        request = ParseDict(fields, GetMessageClass(METHODS[rpc].input_type)())
        caller = Caller(self.people.get(who, named("nobody", who)), role, named("org", org))
        return MessageToDict(self.world.call("findings", METHODS[rpc], request, caller), preserving_proto_field_name=True)

    def topics(self) -> list[str]:
        """Everything recorded, by topic."""
        return [row.topic for row in self.world.store("findings").read(0, 10_000)]


@pytest.fixture
def door() -> Iterator[Door]:
    """Monday, 2026-06-01: a round, and feedback of the 2nd of March brought from paper with its receipt."""
    with MemoryWorld([SERVICE], datetime(2026, 6, 1, 9, tzinfo=ZONE)) as world:
        found = Door(world)
        for code in ("XW", "LDXZ", "XCB", "JW", "ZZB", "CGJ"):
            found.call("RegisterOrganisation", "admin@XCB", code=code, name=f"{code}党组织", level="county")
        for who in ("principal@CGJ", "handler@CGJ"):
            role, _, org = who.partition("@")
            post = {"org": named("org", org), "post": role, "since": "2025-01-01"}
            registered = found.call("RegisterPerson", "admin@XCB", name="主要负责人甲", **post)
            found.people[who] = registered["events"][0]["aggregate"]
        organs = {"dispatching": "XW", "leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB"}
        found.call(
            "PlanRound",
            code="XC2026-1",
            title="第一轮",
            kind="xuncha",
            rulebook="guangxi-2022",
            orgs=[named("org", "CGJ")],
            **{body: named("org", org) for body, org in organs.items()},
        )
        receipt = {"received_on": "2026-03-02", "signed_by": found.people["principal@CGJ"], "receipt_sha256": HASH}
        found.call(
            "ImportFeedback",
            round=named("round", "XC2026-1"),
            org=named("org", "CGJ"),
            items=[{"wording": f"问题{n}"} for n in range(1, 4)],
            approval="1号",
            document_sha256=HASH,
            meeting_on="2026-03-02",
            **receipt,
        )
        yield found


def test_facts_from_paper_take_effect_on_their_days(door: Door) -> None:
    store = door.world.store("findings")
    recorded = [store.decode(row) for row in store.read(0, 1000) if row.topic == "findings.case.opened.v1"]
    assert [one.effective.astimezone(ZONE).date() for one in recorded] == [date(2026, 3, 2)]
    assert [one.at.astimezone(ZONE).date() for one in recorded] == [date(2026, 6, 1)]
    assert recorded[0].rule.startswith("guangxi-2022@1:R-01")
    assert set(recorded[0].refs) >= {CASE, FEEDBACK, named("org", "CGJ"), named("round", "XC2026-1")}


def test_a_day_ends_the_phase_and_the_past_stays_what_it_was(door: Door) -> None:
    door.world.advance(datetime(2026, 6, 3, 9, tzinfo=ZONE))
    now, before = door.call("GetCase", case=CASE), {"meta": {"as_of": "2026-06-02T00:00:00Z"}}
    then = door.call("GetCase", case=CASE, **before)
    assert (now["phase"], then["phase"], now["unfinished"]) == ("continuing", "concentrated", 3)
    assert [line["phase"] for line in door.call("ListCases", **before)["cases"]] == ["concentrated"]
    earlier = {"meta": {"as_of_effective": "2026-03-01T00:00:00Z"}}
    assert door.call("ListCases", **earlier) == {}
    assert door.topics().count("findings.finding.continued.v1") == 3
    assert door.call("GetRound", round=named("round", "XC2026-1"))["state"] == "IN_RECTIFICATION"


def test_names_are_not_in_the_stored_bytes(door: Door) -> None:
    rows = door.world.store("findings").read(0, 10_000)
    assert not [row.topic for row in rows if "主要负责人甲".encode() in row.state]
    assert door.call("FindPosts", org=named("org", "CGJ"), post="principal", day="2026-06-01")["posts"][0]["name"] == "主要负责人甲"


def test_the_door_refuses_roles_and_malformed_requests(door: Door) -> None:
    with pytest.raises(RoleDenied):
        door.call("GetCase", "admin@XCB", case=CASE)
    with pytest.raises(RoleDenied):
        door.call("EndorseReport", "admin@XCB", case=CASE, kind="progress")
    with pytest.raises(Refusal) as malformed:
        door.call("GetCase", case="XC2026-1/CGJ")
    assert malformed.value.field == "case"
    with pytest.raises(InvalidField):
        door.call("RecordMeeting", "handler@CGJ", case=CASE, kind="special-meeting", day="2026-02-30", minutes_sha256=HASH)


def test_one_command_twice_is_one_command(door: Door) -> None:
    wish = {"case": CASE, "number": "1号", "document_sha256": HASH, "meta": {"command_id": "0f8fad5b-d9cb-469f-a165-70867728950e"}}
    first, again = (door.call("LayDownProcedure", "handler@CGJ", **wish) for _ in range(2))
    assert again == {**first, "repeated": True}
    assert door.topics().count("findings.case.procedure-laid-down.v1") == 1
