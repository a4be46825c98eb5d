"""A case with its organs, an accepted report, and a notice that goes its way; read models that follow every fact."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from chassis.store.rows import MemoryRows
from kernel.context import Act, named
from kernel.envelope import Recorded
from kernel.messages import Changes, Event, facts
from publicity.events.case import CaseTakenUp
from publicity.events.guarded import Guard
from publicity.events.parts import Channel, ChannelKind, Figures, FindingResult, ReportKind, Scope
from publicity.model.case import CaseFile, file_id
from publicity.model.notice import Approved, Notice, notice_id
from publicity.service import SERVICE
from testkit.given import MORNING, Given, act

BOOK = "guangxi-2022@1"
CASE = named("case", "2026-1", "CGJ")
ORGANS = {"leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB", "publicity": "XCHB"}


class World(Given):
    """The repository and the read models."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MORNING
        self.rows = MemoryRows()
        taken = CaseTakenUp(
            file=file_id(CASE),
            case=CASE,
            org=named("org", "CGJ"),
            number="2026-1/CGJ",
            round=named("round", "2026-1"),
            rulebook=BOOK,
            receipt_date=date(2026, 3, 2),
            **{role: named("org", code) for role, code in ORGANS.items()},
        )
        self.apply([taken])

    def apply(self, changes: Changes, at: datetime | None = None) -> Sequence[Event]:
        """Record, and let the read models follow."""
        known = list(facts(changes))
        recorded = super().apply(changes, at or self.now)
        for fact in known:
            for projection in SERVICE.projections.values():
                projection.fold(_recorded(fact.event, fact.effective or self.now), self.rows)
        return recorded

    @property
    def file(self) -> CaseFile:
        """The case."""
        return self.find(CaseFile, file_id(CASE))

    def notice(self, scope: Scope = Scope.PUBLIC) -> Notice:
        """The notice on one track."""
        return self.find(Notice, notice_id(CASE, scope))

    def by(self, role: str, person: str = "", days: int = 0) -> Act:
        """Somebody of an organ of the case, or of the inspected organisation."""
        return act(role, ORGANS.get(role, "CGJ"), person, self.now, days=days)

    def draft(self, record: Approved, scope: Scope = Scope.PUBLIC, person: str = "", **words: Any) -> None:
        """Draft and hand in."""
        wish = {
            "basis": "",
            "organisation": "",
            "next_steps": "持续推进",
            "text": "",
            "figures": {},
            "channels": (phone(),),
            **words,
        }
        self.apply(self.notice(scope).draft(self.file, scope, record, wish, self.by("handler", person)))
        self.apply(self.notice(scope).submit(self.file, True, self.by("principal")))

    def pass_all(self, record: Approved, scope: Scope = Scope.PUBLIC, known: dict[str, Guard] | None = None) -> None:
        """Check, review, approve, publish."""
        self.apply(self.notice(scope).check(self.file, record, self.by("office")))
        self.apply(self.notice(scope).review(self.file, known or {}, "", self.by("publicity")))
        self.apply(self.notice(scope).approve(self.file, "领导小组〔2026〕9号", True, self.by("leading_group")))
        self.apply(self.notice(scope).publish(self.file, record, known or {}, "门户网站", self.by("publicity")))


def phone(value: str = "0770-1234567") -> Channel:
    """A telephone as a channel."""
    return Channel(kind=ChannelKind.PHONE, value=value)


def approved(version: int = 1, account: str = "已修订办法", **figures: int) -> Approved:
    """An accepted report on two findings."""
    results = tuple(
        FindingResult(
            finding=named("finding", f"F{n}"), number=f"2026-1-CGJ-0{n}", wording=f"问题{n}", state="SIGNED_OFF", account=account
        )
        for n in (1, 2)
    )
    told = {"findings": 2, "measures": 3, "signed_off": 1, "continuing": 1, "rate_permille": 500, **figures}
    return Approved(
        org_name="县城市管理局",
        number="2026-1/CGJ",
        report_kind=ReportKind.PROGRESS,
        report_version=version,
        report_sha256=f"{version}" * 64,
        leading="主要负责人靠前指挥",
        results=results,
        figures=Figures(**told),
    )


def _recorded(event: Event, at: datetime) -> Recorded[Event]:
    return Recorded(event, "test/publicity/1", 1, None, event.stream, 1, event.TOPIC, at, at, "", (), (), "", "", "", "", b"")


@pytest.fixture
def world() -> World:
    """A case and nothing disclosed of it yet."""
    return World()
