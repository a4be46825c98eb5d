"""A small running system that every bad input is tried on, and what must hold of the record afterwards."""

import asyncio
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from google.protobuf.message import Message
from rectify.envelope.v1.envelope_pb2 import CommandMeta
from rectify.log.v1.log_service_pb2 import ReadLogRequest

from chassis.refusals import Refused
from chassis.rpc.client import BlockingClient
from cli.main import run
from kernel.context import named
from testkit.system import System

INFO: Mapping[str, Any] = {
    "轮次": "示例市委第一轮巡察（2026-1）",
    "层级": "市",
    "被巡视党组织": "示例市城市管理局党组（CGJ）",
    "主要负责人": "局长甲",
    "反馈日期": date(2026, 3, 2),
    "签收日期": date(2026, 3, 2),
    "管理办法": "guangxi-2022",
}
HEADERS = ("问题编号", "问题类别", "反馈问题", "整改类型", "完成时限")
FINDING = "2026-1-CGJ-01"
FINDINGS = "rectify.findings.v1.FindingsService"
REFUSAL = "findings.refusal.recorded.v1"
_SAID = re.compile(r"(?:error|错误)\[([a-z-]+)\]: (.+)\n", re.DOTALL)


def ledger(
    rows: Sequence[Sequence[Any]], info: Mapping[str, Any] | None = None, headers: Sequence[str] = HEADERS, sheet: str = "整改台账"
) -> bytes:
    """A ledger workbook with these rows."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True, "constant_memory": len(rows) > 1000})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, lines in (("反馈信息", [*{**INFO, **(info or {})}.items()]), (sheet, [headers, *rows])):
        target = book.add_worksheet(name)
        for r, line in enumerate(lines):
            for c, value in enumerate(line):
                if isinstance(value, date):
                    target.write_datetime(r, c, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a day in a cell
                else:
                    target.write(r, c, value)
    book.close()
    return memory.getvalue()


def row(n: int | str, wording: str = "", track: str = "集中整改", due: Any = date(2026, 6, 2)) -> tuple[Any, ...]:
    """A row of the ledger; an int gives the n-th number of the organisation."""
    number = f"2026-1-CGJ-{n:02d}" if isinstance(n, int) else n
    return (number, "资金管理", wording or f"第{n}项问题", track, due)


@dataclass(frozen=True, slots=True)
class Said:
    """How a command line ended."""

    code: int
    out: str
    err: str


@dataclass
class Desk:
    """Somebody at a terminal of the running system, who also looks into the log.

    Attributes:
        rectify: runs a command line as somebody.
    """

    system: System
    rectify: Callable[..., Said]

    def head(self) -> int:
        """How many events the findings service has recorded."""
        return len(self.topics())

    def topics(self, after: int = 0) -> list[str]:
        """Stored names of what it recorded after a position."""
        answer: Any = self.ask("rectify.log.v1.LogService/ReadLog", ReadLogRequest(after=after, limit=1000), "service:audit")
        return [stored.topic for stored in answer.rows]

    def ask(self, rpc: str, request: Message, role: str, org: str = "") -> Any:
        """One call of the findings service by somebody of this role."""
        token = self.system.token(role, uuid4().hex, named("org", org) if org else "")
        with BlockingClient(self.system.address("findings"), lambda: token) as client:
            return client.call(rpc, request)

    def refused(self, *arguments: str, code: str, exit: int, says: str = "", as_: str = "office@XCB") -> str:
        """A command line that must be refused, in both languages, with nothing on record but refusals; what it said in English."""
        before = self.head()
        said: dict[str, str] = {}
        for lang, step in (("en", "next: "), ("zh", "下一步: ")):
            ended = self.rectify(*arguments, "--lang", lang, as_=as_)
            assert ended.code == exit, ended
            assert ended.out == "", ended
            found = _SAID.match(ended.err)
            assert found, ended.err
            assert found[1] == code, ended.err
            assert step in ended.err, ended.err
            assert "Traceback" not in ended.err
            said[lang] = ended.err
        assert any(not c.isascii() for c in said["zh"].split("]: ", 1)[1].splitlines()[0]), said["zh"]
        assert says in said["en"], said["en"]
        assert set(self.topics(before)) <= {REFUSAL}
        return said["en"]

    def refusals_recorded(self, after: int) -> int:
        """How many refusals are on record after a position."""
        return self.topics(after).count(REFUSAL)


@pytest.fixture(scope="package")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A sandbox with one organisation and two findings; after all that was tried on it, every audit passes."""
    made = System(tmp_path_factory.mktemp("bad-input"), clock=datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    with made:
        places = {name: made.address(name) for name in made.services}
        (made.data / "run").mkdir(exist_ok=True)
        (made.data / "run" / "endpoints.json").write_text(json.dumps(places), encoding="utf-8")
        book = made.data / "first.xlsx"
        book.write_bytes(ledger([row(1), row(2)]))
        with pytest.MonkeyPatch.context() as patch:
            alone(patch, made.data)
            assert run(["ledger", "import", str(book), "--register", "--as", "office@XCB", "-q"]) == 0
        asyncio.run(made.at_rest())
        yield made
        asyncio.run(made.at_rest())
        with pytest.MonkeyPatch.context() as patch:
            alone(patch, made.data)
            assert [run(["audit", verb, "--as", "auditor"]) for verb in ("verify", "run")] == [0, 0], (
                "something was lost or set aside"
            )


def alone(patch: pytest.MonkeyPatch, data: Path) -> None:
    """Settings of this system only."""
    for name in ("RECTIFY_AS", "RECTIFY_OUTPUT", "RECTIFY_CONTEXT", "RECTIFY_TOKEN", "RECTIFY_LANG", "NO_COLOR"):
        patch.delenv(name, raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        patch.setenv(name, "C")
    patch.setenv("RECTIFY_DATA", str(data))
    patch.setenv("RECTIFY_CLI_CONFIG", str(data / "config.yaml"))


@pytest.fixture
def desk(system: System, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Desk:
    """A terminal of the running system."""
    alone(monkeypatch, system.data)

    def rectify(*arguments: str, as_: str = "office@XCB") -> Said:
        capfd.readouterr()
        code = run([*arguments, "--as", as_])
        out, err = capfd.readouterr()
        return Said(int(code), out, err)

    return Desk(system, rectify)


def meta(command: str = "", version: int = 0) -> CommandMeta:
    """The circumstances of a command."""
    return CommandMeta(command_id=command or str(uuid4()), expected_version=version)


def no(call: Callable[[], object]) -> Refused:
    """The refusal that a call must meet."""
    with pytest.raises(Refused) as met:
        call()
    refused = met.value
    assert refused.text("en")
    assert refused.text("zh")
    assert refused.text("en") != refused.text("zh")
    assert refused.next_step("en")
    assert refused.next_step("zh")
    return refused
