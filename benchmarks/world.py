"""A system to measure: PostgreSQL with fsync, NATS that syncs every write, all services, a ledger of findings."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from chassis.node.assembly import whole
from chassis.store import Keyring, MemoryKeyring, Store, Work, open_store
from chassis.up import SERVICES
from findings.events import finding as told
from findings.events import measures as done
from findings.events.parts import Criterion, MeasurePlan, Track
from findings.model.finding import Finding
from findings.service import SERVICE
from kernel.aggregates import Repository
from kernel.context import NAMES, Act, named
from kernel.messages import Changes, Event
from testkit.postgres import PostgresServer
from testkit.system import System

CASES = 500
BOOK = "guangxi-2022@1"


def number(n: int) -> str:
    """Number of the n-th finding."""
    return f"B1-O{n % CASES:04d}-{n // CASES + 1:03d}"


def org_of(n: int) -> str:
    """Id of the organisation that answers for it."""
    return named("org", f"O{n % CASES:04d}")


def life(n: int, events: int) -> list[Event]:
    """A finding from its registration to its newest progress note."""
    about = {"finding": named("finding", number(n)), "case": named("case", "B1", f"O{n % CASES:04d}"), "org": org_of(n)}
    registered = told.FindingRegistered(
        **about,
        round=named("round", "B1"),
        feedback=named("feedback", "B1", f"O{n % CASES:04d}"),
        round_code="B1",
        org_code=f"O{n % CASES:04d}",
        number=number(n),
        wording=f"第{n}项问题：专项资金支付不及时",
        category=("资金管理", "责任落实", "工程项目", "作风建设")[n % 4],
        fed_back=date(2026, 3, 2),
        received=date(2026, 3, 2),
        due=date(2026, 6, 2),
        rulebook=BOOK,
    )
    claimed = told.FindingClaimed(
        **about,
        member="a" * 32,
        handler="b" * 32,
        unit="计划财务科",
        track=Track.CONCENTRATED,
        cause="支付审批环节过多",
        criteria=(Criterion(no=1, text="支付凭证齐全"),),
    )
    adopted = told.PlanItemAdopted(
        **about,
        plan=named("plan", about["case"]),
        plan_version=1,
        item="c" * 64,
        track=Track.CONCENTRATED,
        cause="支付审批环节过多",
        criteria=(Criterion(no=1, text="支付凭证齐全"),),
        goal="滞留资金支付到位",
        measures=(MeasurePlan(no=1, text="清理滞留资金"),),
    )
    notes: list[Event] = [
        done.MeasureReported(**about, measure=1, percent=min(99, 4 * i), note=f"第{i}次报告：已清理部分滞留资金")
        for i in range(events - 3)
    ]
    return [registered, claimed, adopted, *notes][:events]


def store_at(url: str, keyring: Keyring | None = None) -> Store:
    """The findings service's store, opened directly."""
    store = open_store(
        url,
        whole(SERVICE),
        site="test",
        epoch="1",
        clock=lambda: datetime.now(UTC),
        zone=ZoneInfo("Asia/Shanghai"),
        keyring=keyring or MemoryKeyring(),
    )
    store.migrate()
    return store


def seed(store: Store, findings: int, events: int, first: int = 0) -> None:
    """Record the lives of many findings, a few hundred works in flight."""
    waiting = []
    for n in range(first, first + findings):
        facts = life(n, events)

        def decide(_act: Act, repo: Repository, facts: list[Event] = facts) -> Changes:
            repo.find(Finding, facts[0].stream)
            return list(facts)

        command: UUID = uuid5(NAMES, f"seed{n}")
        digest = hashlib.sha256(command.bytes).digest()
        waiting.append(store.submit(Work(command, digest, "b" * 32, "handler", org_of(n), decide, historical=True)))
        if len(waiting) >= 400:
            for future in waiting:
                future.result(120)
            waiting.clear()
    for future in waiting:
        future.result(120)


@contextmanager
def postgres() -> Iterator[PostgresServer]:
    """A server as production has it: fsync on, full page writes on."""
    server = PostgresServer(fsync=True).start()
    try:
        yield server
    finally:
        server.close()


@contextmanager
def system(databases: Mapping[str, str]) -> Iterator[System]:
    """All services as processes."""
    with TemporaryDirectory(prefix="rectify-bench-") as scratch:
        running = System(Path(scratch), databases)
        try:
            yield running.start()
        finally:
            running.close()


def databases(server: PostgresServer) -> dict[str, str]:
    """One database a service."""
    return {name: server.create_database() for name in SERVICES}
