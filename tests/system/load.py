"""Commands that keep coming while a system is being hurt, and what must hold when it has recovered."""

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Self
from uuid import uuid4

from google.protobuf.message import Message
from rectify.audit.v1 import audit_service_pb2 as audit
from rectify.envelope.v1.envelope_pb2 import CommandMeta, EventRef
from rectify.findings.v1 import feedback_pb2, register_pb2, rounds_pb2
from rectify.log.v1 import log_service_pb2

from chassis.refusals import Refused
from chassis.rpc.client import Client
from kernel.context import named
from kernel.errors import Kind, Refusal
from testkit.system import System
from translog.record import leaf_hash, unpack

FINDINGS = "rectify.findings.v1.FindingsService"
ORGANS = ("XW", "LDXZ", "XCB", "JW", "ZZB", "XCHB")
ROUND = "2026-1"
# The kinds of no that a caller meets with the same command again: somebody is away, or was faster.
AGAIN = (Kind.UNAVAILABLE,)
# Two workers rename one organisation at once, and the later name comes first: the earlier one is refused for good.
LATE = ("org-dates-out-of-order",)


@dataclass
class Load:
    """Workers that rename a few organisations again and again, and open cases, and remember every receipt.

    Attributes:
        acknowledged: events by (origin, position) as receipts named them.
        attempts: calls, repetitions included; answered: commands that got a receipt, or the refusal of who came late.
        conflicting: positions that two receipts gave to different events.
    """

    system: System
    workers: int = 12
    acknowledged: dict[tuple[str, int], EventRef] = field(default_factory=dict)
    attempts: int = 0
    answered: int = 0
    conflicting: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []
        self._clients: list[Client] = []
        self._office: list[Client] = []
        self._numbers = itertools.count(1)
        self._pick = itertools.count()
        self._prepared = False

    async def __aenter__(self) -> Self:
        """Begin, or go on in another event loop: what was acknowledged before stays to be looked for."""
        self._stop = asyncio.Event()
        admin = self.system.token("admin")
        office = self.system.token("office", org=named("org", "XCB"))
        addresses = [self.system.address("findings", n) for n in range(self.system.replicas)]
        self._clients = [Client(address, lambda: admin, retries=False) for address in addresses]
        self._office = [Client(address, lambda: office, retries=False) for address in addresses]
        if not self._prepared:
            await self._prepare()
            self._prepared = True
        self._tasks = [asyncio.create_task(self._work(n)) for n in range(self.workers)]
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._stop.set()
        for task in self._tasks:  # those that still run when a test has failed
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for client in (*self._clients, *self._office):
            await client.close()

    async def stop(self) -> None:
        """Let every command in flight get its receipt, and end."""
        self._stop.set()
        await asyncio.wait_for(asyncio.gather(*self._tasks), 120)
        self._tasks = []

    async def more(self, commands: int, seconds: float = 60.0) -> None:
        """Until so many further commands were answered."""
        wanted = self.answered + commands
        async with asyncio.timeout(seconds):
            while self.answered < wanted:
                for task in self._tasks:
                    if task.done():
                        task.result()  # a worker ends early by an error alone
                await asyncio.sleep(0.02)

    async def _prepare(self) -> None:
        for code in ORGANS:
            await self.command(self._clients, "RegisterOrganisation", organisation(code))
        for n in range(8):
            await self.command(self._clients, "RegisterOrganisation", organisation(f"HOT{n}"))
        plan = rounds_pb2.PlanRoundRequest(code=ROUND, title="第一轮", kind="xuncha", rulebook="guangxi-2022")
        for organ, code in zip(
            ("dispatching", "leading_group", "office", "discipline", "org_dept", "publicity"), ORGANS, strict=True
        ):
            setattr(plan, organ, named("org", code))
        await self.command(self._office, "PlanRound", plan)

    async def _work(self, worker: int) -> None:
        while not self._stop.is_set():
            n = next(self._numbers)
            if n % 10 == 0:
                await self._open_case(n)
            else:
                since = (date(2000, 1, 1) + timedelta(days=n)).isoformat()
                renamed = register_pb2.RenameOrganisationRequest(org=named("org", f"HOT{n % 8}"), name=f"第{n}个名称", since=since)
                await self.command(self._clients, "RenameOrganisation", renamed)

    async def _open_case(self, n: int) -> None:
        code = f"C{n}"
        await self.command(self._clients, "RegisterOrganisation", organisation(code))
        person = await self.command(
            self._clients,
            "RegisterPerson",
            register_pb2.RegisterPersonRequest(name="局长甲", org=named("org", code), post="principal", since="2020-01-01"),
        )
        add = rounds_pb2.AddToRoundRequest(round=named("round", ROUND), orgs=[named("org", code)])
        await self.command(self._office, "AddToRound", add)
        feedback = feedback_pb2.ImportFeedbackRequest(
            round=named("round", ROUND),
            org=named("org", code),
            overall="总体评价。",
            items=[feedback_pb2.FeedbackItem(wording=f"反馈问题第{i}项", category="制度执行") for i in range(3)],
            approval="领导小组〔2026〕1号",
            document_sha256=sha256(code.encode()).hexdigest(),
            meeting_on="2026-03-02",
            received_on="2026-03-02",
            signed_by=person.events[0].aggregate,
            receipt_sha256=sha256(b"receipt").hexdigest(),
        )
        await self.command(self._office, "ImportFeedback", feedback)

    async def command(self, clients: Sequence[Client], rpc: str, request: Any) -> Any:
        """One command, repeated with its own id until it is answered."""
        request.meta.CopyFrom(CommandMeta(command_id=str(uuid4())))
        while True:
            self.attempts += 1
            client = clients[next(self._pick) % len(clients)]
            try:
                receipt = await client.call(f"{FINDINGS}/{rpc}", request, timeout=10)
            except (Refused, Refusal) as refusal:
                if refusal.code in LATE:
                    self.answered += 1
                    return None
                if refusal.kind not in AGAIN:
                    raise
                await asyncio.sleep(0.2)
                continue
            self.answered += 1
            for event in receipt.events:
                known = self.acknowledged.setdefault((event.source, event.position), event)
                if known != event:
                    self.conflicting.append(f"{event.source}:{event.position}")
            return receipt


def organisation(code: str) -> Message:
    return register_pb2.RegisterOrganisationRequest(code=code, name=f"单位{code}", level="county", line="territorial")


async def everything_holds(system: System, load: Load) -> int:
    """After rest: what was acknowledged is there as it was, all audits pass, nothing is broken; events in all.

    Raises:
        AssertionError: naming what does not hold.
    """
    await system.at_rest()
    assert not load.conflicting, load.conflicting
    total, stored = 0, {}
    for service in system.services:
        after = 0
        while True:
            page = await system.call(
                service,
                "rectify.log.v1.LogService/ReadLog",
                log_service_pb2.ReadLogRequest(after=after, limit=1000),
                "service:audit",
            )
            for row in page.rows:
                total += 1
                assert row.position == after + 1, f"{service}: {row.position} follows {after}"
                after = row.position
                stored[page.source, row.position] = row
            if not page.rows:
                break
    for key, event in load.acknowledged.items():
        row = stored.get(key)
        assert row is not None, f"acknowledged and lost: {key}"
        assert (row.aggregate, row.version, row.topic) == (event.aggregate, event.version, event.topic)
        assert leaf(row.state) == event.leaf, f"acknowledged and changed: {key}"
    verdict = await system.call("audit", "rectify.audit.v1.AuditService/Verify", audit.VerifyRequest(), "auditor", seconds=300)
    assert verdict.ok, [(broken.source, broken.position, broken.code) for source in verdict.sources for broken in source.broken]
    # The mirror's own log goes on by itself: what it cosigns is an event.
    lagging = [(source.source, source.lag) for source in verdict.sources if source.lag and "/audit/" not in source.source]
    assert not lagging, lagging
    run = await system.call("audit", "rectify.audit.v1.AuditService/RunAudits", audit.RunAuditsRequest(), "auditor", seconds=300)
    failed = {found.id: [finding.why for finding in found.findings] for found in run.audits if found.outcome != "PASS"}
    assert not failed, failed
    return total


def leaf(state: bytes) -> bytes:
    return leaf_hash(unpack(state)[0])
