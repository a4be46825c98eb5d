"""Ledgers: bulk import, a page out of a million findings, a case as of a date."""

import asyncio
import io
import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import xlsxwriter
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.envelope.v1.envelope_pb2 import CommandMeta, QueryMeta
from rectify.findings.v1.ledger_pb2 import GetLedgerRequest, ImportLedgerRequest

from benchmarks import world
from benchmarks.figures import Figure, percentile
from chassis.rpc.client import Client
from findings.projections.ledger import LEDGER
from findings.queries.findings import ListFindings, list_findings
from kernel.context import Asker, named
from testkit.system import System

LEDGERS, ROWS = int(os.environ.get("BENCH_LEDGERS", "1000")), 40
FINDINGS = int(os.environ.get("BENCH_FINDINGS", "1000000"))
SERVICE = "rectify.findings.v1.FindingsService"
OFFICE = Asker("d" * 32, "office", "b" * 32, date(2026, 3, 2))


def workbook(n: int) -> bytes:
    """A ledger of 40 rows of an organisation of its own."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        info = book.add_worksheet("反馈信息")
        entries = [
            ("轮次", "批量轮次（PL2026-1）"),
            ("层级", "县"),
            ("被巡视党组织", f"示例单位{n}（P{n:04d}）"),
            ("主要负责人", "局长甲"),
            ("反馈日期", "2026-03-02"),
            ("签收日期", "2026-03-02"),
            ("管理办法", "guangxi-2022"),
        ]
        for row, (key, value) in enumerate(entries):
            info.write_row(row, 0, (key, value))
        ledger = book.add_worksheet("整改台账")
        ledger.write_row(0, 0, ("序号", "问题类别", "反馈问题", "具体表现", "整改措施", "整改类型", "牵头单位", "完成时限"))
        for i in range(1, ROWS + 1):
            cells = (
                i,
                "资金管理",
                f"第{i}项问题：专项资金支付不及时",
                "两笔资金滞留",
                "1.清理\n2.支付",
                "集中整改",
                "财务科",
                "2026-06-02",
            )
            ledger.write_row(i, 0, cells)
    return out.getvalue()


async def import_all(system: System) -> float:
    """Seconds for all ledgers, eight at a time; the workbooks are made beforehand."""
    books = [workbook(n) for n in range(LEDGERS)]
    token = system.token("office", "c" * 32, named("org", "XCB"))
    waiting = list(enumerate(books))
    async with Client(system.address("findings"), lambda: token) as client:

        async def one(n: int, book: bytes) -> None:
            request = ImportLedgerRequest(
                meta=CommandMeta(command_id=f"00000000-0000-4000-8000-{n:012d}"), workbook=book, name=f"{n}.xlsx", register=True
            )
            await client.call(f"{SERVICE}/ImportLedger", request, timeout=60)

        async def worker() -> None:
            while waiting:
                await one(*waiting.pop(0))

        await one(*waiting.pop(0))  # the round is registered once, before the others need it
        started = perf_counter()
        await asyncio.gather(*(worker() for _ in range(8)))
        return (perf_counter() - started) * LEDGERS / (LEDGERS - 1)


async def as_of(system: System, moment: datetime) -> float:
    """Median seconds of a case's ledger as of a moment, over ten cases."""
    token = system.token("auditor", "d" * 32)
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    times = []
    async with Client(system.address("findings"), lambda: token) as client:
        for n in range(min(10, LEDGERS)):
            request = GetLedgerRequest(meta=QueryMeta(as_of=stamp), case=named("case", "PL2026-1", f"P{n:04d}"))
            started = perf_counter()
            answer = await client.call(f"{SERVICE}/GetLedger", request, timeout=60)
            times.append(perf_counter() - started)
            assert len(answer.rows) == ROWS
    return sorted(times)[len(times) // 2]


def pages(server_url: str) -> Iterator[Figure]:
    """A page of 100 with two filters, out of a million rows of the read model, written straight into it."""
    store = world.store_at(server_url)
    started = perf_counter()
    world.seed(store, 1, 3)
    store.project("ledger")
    template = store.rows().get(LEDGER, named("finding", world.number(0)))
    assert template is not None
    categories = ("资金管理", "责任落实", "工程项目", "作风建设", "选人用人", "服务群众", "安全生产", "信息公开")
    day = date(2026, 1, 1)
    fill(store, template, categories, day)
    print(f"  wrote {FINDINGS:,} rows in {perf_counter() - started:.0f} s", flush=True)
    chance, times = random.Random(3), []
    for _ in range(60):
        question = ListFindings(
            category=chance.choice(categories), due_before=day + timedelta(days=chance.randrange(30, 360)), sort="due", limit=100
        )
        begun = perf_counter()
        found = list_findings(question, store.rows(), store.repository(), asker=OFFICE)
        times.append(perf_counter() - begun)
        assert len(found.findings) == 100
    store.close()
    yield Figure(f"page of 100 out of {FINDINGS:,} findings, two filters, p95", percentile(times, 0.95) * 1000, " ms", 100, False)


def fill(store: object, template: dict[str, object], categories: tuple[str, ...], day: date) -> None:
    """A million rows like the template, by the database's own means."""
    import psycopg

    url = os.environ["BENCH_DATABASE"]
    with psycopg.connect(url, autocommit=True) as connection:
        (table,) = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_name LIKE '%ledger' AND table_schema = 'public'"
        ).fetchone() or ("",)
        columns = [
            row[0]
            for row in connection.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position", (table,)
            )
        ]
        changed = {
            "finding": "md5(n::text)",
            "number": "'B2-' || lpad(n::text, 8, '0')",
            "category": f"(ARRAY[{', '.join(repr(c) for c in categories)}])[1 + n % {len(categories)}]",
            "due": f"to_char(date '{day}' + (n * 7 %% 365)::int, 'YYYY-MM-DD')".replace("%%", "%"),
        }
        chosen = ", ".join(changed.get(column, f'"{column}"') for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        connection.execute(f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table}, generate_series(1, {FINDINGS}) n")
        connection.execute(f"ANALYZE {table}")


def run() -> Iterator[Figure]:
    with world.postgres() as server:
        with world.system(world.databases(server)) as system:
            seconds = asyncio.run(import_all(system))
            name = f"import of {LEDGERS:,} ledgers × {ROWS} rows"
            yield Figure(name, seconds, " s", 300 * LEDGERS / 1000, False, f"{LEDGERS / seconds:.1f} ledgers/s, everything on")
            moment = datetime.now(UTC)
            asyncio.run(system.at_rest(900))
            yield Figure("a case of 40 findings as of a date", asyncio.run(as_of(system, moment)), " s", 1.0, False)
        database = server.create_database()
        os.environ["BENCH_DATABASE"] = database
        yield from pages(database)
