"""Findings and ledgers on a real store, through the real door."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from google.protobuf.json_format import MessageToDict, ParseDict
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from rectify.findings.v1 import findings_service_pb2, ledger_pb2

from chassis.auth import Caller
from findings.service import SERVICE
from kernel.context import named
from kernel.errors import InvalidField, Refusal, RoleDenied
from testkit.world import MemoryWorld

ZONE = ZoneInfo("Asia/Shanghai")
METHODS = findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"].methods_by_name
CASE, ONE = named("case", "R1", "CZJ"), named("finding", "R1-CZJ-01")
INFO = {
    "轮次": "R1",
    "层级": "县",
    "被巡视党组织": "县财政局党组（CZJ）",
    "主要负责人": "主要负责人甲",
    "反馈日期": "2026-03-02",
    "签收日期": "2026-03-02",
    "管理办法": "guangxi-2022",
}


def book(*wordings: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        info, ledger = made.add_worksheet("反馈信息"), made.add_worksheet("整改台账")
        for row, line in enumerate(INFO.items()):
            info.write_row(row, 0, line)
        ledger.write_row(0, 0, ["反馈问题", "责任领导", "整改类型"])
        for row, wording in enumerate(wordings, 1):
            ledger.write_row(row, 0, [wording, "班子成员甲", "集中整改"])
    return out.getvalue()


class Door:
    """Calls by `role@ORG`."""

    def __init__(self, world: MemoryWorld) -> None:
        self.world = world

    def send(self, rpc: str, request: Message, who: str = "office@XCB") -> Any:
        role, _, org = who.partition("@")
        return self.world.call("findings", METHODS[rpc], request, Caller(named("nobody", who), role, named("org", org)))

    def call(self, rpc: str, who: str = "office@XCB", **fields: Any) -> dict[str, Any]:
        request = ParseDict(fields, GetMessageClass(METHODS[rpc].input_type)())
        return MessageToDict(self.send(rpc, request, who), preserving_proto_field_name=True)

    def bring(self, content: bytes, **more: Any) -> Any:
        return self.send("ImportLedger", ledger_pb2.ImportLedgerRequest(workbook=content, name="台账.xlsx", register=True, **more))


@pytest.fixture
def door() -> Iterator[Door]:
    """Monday, 2026-03-09: a ledger of three findings, received a week ago, was imported."""
    with MemoryWorld([SERVICE], datetime(2026, 3, 9, 9, tzinfo=ZONE)) as world:
        found = Door(world)
        found.bring(book("问题一", "问题二", "问题三"))
        yield found


CLAIM = {
    "finding": ONE,
    "member": "a" * 32,
    "handler": "b" * 32,
    "unit": "办公室",
    "track": "concentrated",
    "cause": "制度缺失",
    "criteria": ["制度印发"],
}


def test_the_import_is_one_command_and_takes_effect_on_the_days_of_the_paper(door: Door) -> None:
    case = door.call("GetCase", case=CASE)
    assert (case["received_on"], case["phase_end"]) == ("2026-03-02", "2026-06-02")
    assert [line["number"] for line in case["findings"]] == ["R1-CZJ-01", "R1-CZJ-02", "R1-CZJ-03"]
    store = door.world.store("findings")
    rows = [store.decode(row) for row in store.read(0, 1000)]
    assert len({row.command for row in rows if row.topic == "findings.finding.registered.v1"}) == 1
    registered = next(row for row in rows if row.topic == "findings.finding.registered.v1")
    assert registered.effective.astimezone(ZONE).date().isoformat() == "2026-03-02"
    assert registered.rule.startswith("guangxi-2022@1:R-14")
    assert set(registered.refs) >= {ONE, CASE, named("org", "CZJ")}


def test_the_same_file_twice_records_nothing(door: Door) -> None:
    before = door.world.store("findings").head().position
    again = door.bring(book("问题一", "问题二", "问题三"))
    other = door.bring(book("问题一", "问题二", "问题三"))
    assert not again.events
    assert not other.events
    assert door.world.store("findings").head().position == before


def test_names_are_not_in_the_stored_bytes_and_still_shown(door: Door) -> None:
    rows = door.world.store("findings").read(0, 10_000)
    assert not [row.topic for row in rows if "班子成员甲".encode() in row.state or "主要负责人甲".encode() in row.state]
    listed = door.call("ListFindings", case=CASE)["findings"]
    assert [line["member_name"] for line in listed] == ["班子成员甲"] * 3


def test_lists_statistics_and_the_past(door: Door) -> None:
    door.call("ClaimFinding", "handler@CZJ", **CLAIM)
    door.world.advance(datetime(2026, 6, 5, 9, tzinfo=ZONE))
    listed = door.call("ListFindings", case=CASE, open=True, sort="due")["findings"]
    assert [line["state"] for line in listed] == ["PLANNED", "REGISTERED", "REGISTERED"]
    assert all(line["overdue"] for line in listed)
    total = door.call("GetStatistics", round=named("round", "R1"), by="org")
    assert (total["total"]["findings"], total["total"]["overdue"], total["total"]["completion_rate"]) == (3, 3, "0.00")
    assert total["groups"][0]["label"] == "县财政局党组"
    then = {"meta": {"as_of": "2026-06-01T00:00:00Z"}}
    before = door.call("GetStatistics", round=named("round", "R1"), **then)["total"]
    assert (before["findings"], before.get("overdue", 0), before.get("continuing", 0)) == (3, 0, 0)
    assert total["total"]["continuing"] == 3
    earlier = door.call("GetFinding", finding=ONE, meta={"as_of": "2026-03-09T02:00:00Z"})
    assert earlier["line"]["state"] in ("REGISTERED", "PLANNED")
    assert door.call("GetFinding", finding=ONE)["line"]["state"] == "PLANNED"
    assert door.call("ListFindings", meta={"as_of_effective": "2026-03-01T00:00:00Z"}) == {}


def test_one_finding_whole_with_what_is_missing_and_why_its_dates(door: Door) -> None:
    door.call("ClaimFinding", "handler@CZJ", **CLAIM)
    whole = door.call("GetFinding", finding=ONE)
    assert whole["move"] == "handler"
    assert [gap["code"] for gap in whole["missing"]] == ["measures", "evidence:1", "extension-check"]
    assert whole["line"]["member"] == "a" * 32
    dates = {entry["what"]: entry for entry in door.call("ExplainDates", finding=ONE)["dates"]}
    assert dates["concentrated-phase"]["day"] == dates["due"]["day"] == "2026-06-02"
    assert dates["concentrated-phase"]["rule"] == "R-01"
    assert "2026-03-02" in dates["concentrated-phase"]["zh"]


def test_a_workbook_goes_out_and_comes_back_as_it_is(door: Door) -> None:
    out = door.send("ExportLedger", ledger_pb2.ExportLedgerRequest(case=CASE))
    assert (out.name, out.rows) == ("整改台账-R1-CZJ.xlsx", 3)
    checked = door.send("CheckLedger", ledger_pb2.CheckLedgerRequest(workbook=out.workbook, name=out.name))
    assert (checked.ok, checked.same, checked.amended, checked.new) == (True, 3, 0, 0)
    table = door.call("GetLedger", case=CASE, view="problems")
    assert table["headers"] == ["序号", "问题编号", "问题类别", "反馈问题", "具体表现", "原因剖析"]
    assert [row["cells"][3] for row in table["rows"]] == ["问题一", "问题二", "问题三"]


def test_refusals_at_the_door(door: Door) -> None:
    with pytest.raises(RoleDenied):
        door.call("ClaimFinding", "office@XCB", **CLAIM)
    with pytest.raises(RoleDenied):
        door.call("GrantExtension", "principal@CZJ", finding=ONE)
    with pytest.raises(InvalidField):
        door.call("ClaimFinding", "handler@CZJ", **CLAIM | {"track": "quick"})
    with pytest.raises(Refusal) as unknown:
        door.call("ListFindings", after="x")
    assert unknown.value.code == "page-unknown"
    with pytest.raises(Refusal) as broken:
        door.bring(b"not a workbook")
    assert broken.value.code == "ledger-not-xlsx"
    with pytest.raises(Refusal) as state:
        door.call("RequestSignOff", "handler@CZJ", finding=ONE)
    assert state.value.code == "finding-state"


def test_a_ledger_rebuilt_from_zero_is_the_live_one(door: Door) -> None:
    door.call("ClaimFinding", "handler@CZJ", **CLAIM)
    assert door.world.store("findings").compare("ledger", 10) == []
