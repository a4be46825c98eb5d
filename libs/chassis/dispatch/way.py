"""How a command and a question travel: validate, authorise, map, ask, decide in the store, answer."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID, uuid4

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message as Proto
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.timestamp_pb2 import Timestamp
from protovalidate import Validator
from rectify.envelope.v1.envelope_pb2 import Receipt
from rectify.files.v1 import files_service_pb2
from rectify.log.v1 import log_service_pb2
from rectify.ops.v1 import ops_service_pb2
from rectify.recovery.v1 import recovery_service_pb2

from chassis import mapping
from chassis.auth import Caller, authorise, policy_hash
from chassis.dispatch.asking import ask_all
from chassis.dispatch.crossing import Crossing
from chassis.dispatch.form import why
from chassis.dispatch.needs import Limits, Ring
from chassis.dispatch.reading import as_it_is, command_id, digest, from_proto, instant, path, receipt
from chassis.read_log import reading
from chassis.receipts import Receipts, Wait
from chassis.refusal_log import RefusalLog
from chassis.refusals import DeadlinePassed, ReadModelBehind
from chassis.service import Native, Query, Service
from chassis.store import Appended, Store, Work
from chassis.telemetry import Log, Metrics, Tracing
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act, Asker
from kernel.errors import InvalidField, Refusal
from kernel.messages import Changes, Command, Message

T = TypeVar("T")

# A refusal is told without waiting longer than this for the store to take note of it.
_RECORD = 5.0

NOBODY = Caller(SYSTEM, "public", "")
"""As whom an anonymous command is recorded."""

CHASSIS_SERVICES = tuple(
    file.DESCRIPTOR.services_by_name[name]
    for file, name in (
        (log_service_pb2, "LogService"),
        (ops_service_pb2, "OpsService"),
        (files_service_pb2, "FilesService"),
        (recovery_service_pb2, "RecoveryService"),
    )
)
"""What every service offers besides its own RPCs."""


@dataclass(frozen=True, slots=True)
class _Method:
    """One RPC, looked up once."""

    descriptor: MethodDescriptor
    request: type[Proto]
    response: type[Proto]
    has_meta: bool
    read: Callable[[Any], Any]
    historical: bool = False


class Dispatch:
    """The way through one service, the same under gRPC and in memory.

    Args:
        service: its page, with what the chassis adds (`node.whole`).
        store: its store.
        limits: settings; clock: the business clock; neighbours: asks a neighbour.
        metrics, tracing, log: where to report; made here when not given.
        tools: what the page's natives need.
        receipts: signs what is answered to commands; without it answers are not signed.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        limits: Limits,
        neighbours: Ring,
        *,
        clock: Callable[[], datetime],
        metrics: Metrics | None = None,
        tracing: Tracing | None = None,
        log: Log | None = None,
        tools: Any = None,
        receipts: Receipts | None = None,
    ) -> None:
        self.service = service
        self.metrics = metrics or Metrics()
        self.tracing = tracing or Tracing(service.name)
        self._store = store
        self._limits = limits
        self._neighbours = neighbours
        self._clock = clock
        self._log = log
        self._tools = tools
        self.receipts = receipts or Receipts(service.name, store, None)
        self._validator = Validator()
        self._pool = ThreadPoolExecutor(limits.query_threads, thread_name_prefix=f"{service.name}-query")
        self._waiters = ThreadPoolExecutor(limits.query_threads * 2, thread_name_prefix=f"{service.name}-wait")
        self._crossing = Crossing(self.metrics.batch.observe)
        self._refusals = RefusalLog(service.name, limits.refusal_limit, self._record, clock, limits.zone)
        self._methods = {method.name: self._look_up(method) for method in service.rpc.methods}
        offered = [method for offer in CHASSIS_SERVICES for method in offer.methods]
        self.policy = policy_hash([*service.rpc.methods, *offered])

    def _look_up(self, method: MethodDescriptor) -> _Method:
        command, query = self.service.commands.get(method.name), self.service.queries.get(method.name)
        read: Callable[[Any], Any] = as_it_is
        if command is not None:
            read = self._by_page(method, command.read, command.command)
        elif query is not None:
            read = self._by_page(method, query.read, query.question)
        return _Method(
            method,
            GetMessageClass(method.input_type),
            GetMessageClass(method.output_type),
            "meta" in method.input_type.fields_by_name,
            read,
            command is not None and command.command.HISTORICAL,
        )

    def _by_page(self, method: MethodDescriptor, read: Callable[[Any], Any] | None, model: type[Message]) -> Callable[[Any], Any]:
        if read is not None:
            return partial(mapping.by, read)
        mapping.check(method.input_type, model, "from_proto")
        return partial(from_proto, model)

    # --- commands ----------------------------------------------------------------------------------------------------

    async def command(self, rpc: str, request: Proto, caller: Caller, *, deadline: float | None = None) -> Receipt:
        """Decide and record one command.

        Args:
            rpc: name of the method; request: its message; caller: who, authenticated.
            deadline: by `time.monotonic()`; None gives the default.

        Raises:
            Refusal: why not; it is recorded.
            NotYetSealed, NotYetWitnessed: the command is recorded, and what its answer was to wait for has not come about.
        """
        started = time.monotonic()
        method = self._methods[rpc]
        recorded = NOBODY if self.service.commands[rpc].anonymous else caller
        until = self._until(deadline, started)
        wait = _wait(method, request)
        try:
            self._admit(method, request, caller)
            self.receipts.demand(wait)
            answer = await self._command(method, request, recorded, until)
        except Refusal as refusal:
            await self.refused(rpc, request, recorded, refusal, started)
            raise
        if wait > Wait.COMMITTED:
            await self._prove(rpc, answer, wait, until, started)
        self.metrics.called(rpc, "repeated" if answer.repeated else "ok", time.monotonic() - started)
        return answer

    async def _prove(self, rpc: str, answer: Receipt, wait: Wait, until: float, started: float) -> None:
        try:
            await self.receipts.prove(answer, wait, until)
        except Refusal as refusal:
            # No refusal of the command, which stands in the log: there is nothing to record.
            self.metrics.called(rpc, refusal.kind.value, time.monotonic() - started)
            self.metrics.refused(refusal.code)
            raise

    async def _command(self, method: _Method, request: Any, caller: Caller, deadline: float) -> Receipt:
        page = self.service.commands[method.descriptor.name]
        meta = request.meta if method.has_meta else None
        effective = instant(meta.effective, "meta.effective") if meta is not None and meta.HasField("effective") else None
        given = command_id(meta.command_id) if meta is not None else uuid4()
        expected = meta.expected_version if meta is not None else 0
        if expected < 0:
            raise InvalidField(
                field="meta.expected_version", field_name="meta.expected_version", why="不能为负数 / must not be negative"
            )
        command = method.read(request)
        decide = partial(_decide, page.handler, command, deadline)
        if page.asks:
            act = self._act(given, effective, caller)
            decide = partial(
                decide, answers=await ask_all(self._neighbours, page.asks, command, act, self._limits.ask_timeout, deadline)
            )
        work = Work(
            command=given,
            digest=digest(method.descriptor.full_name, None if page.anonymous else request, caller, effective),
            actor=caller.person,
            role=caller.role,
            org=caller.org,
            decide=decide,
            effective=effective,
            expected_version=expected,
            historical=method.historical,
            policy_hash=self.policy,
        )
        appended = await self._submit(work, deadline)
        if not appended.repeated:
            self.metrics.events.inc(len(appended.rows))
            self.tracing.remember(row.position for row in appended.rows)
        return receipt(appended, self.receipts.signed(appended))

    async def _submit(self, work: Work, deadline: float) -> Appended:
        left = deadline - time.monotonic()
        if left <= 0:
            raise DeadlinePassed(what="the command was prepared")
        try:
            async with asyncio.timeout(left):
                return await self._crossing.wait(self._store.submit(work))
        except TimeoutError as error:
            raise DeadlinePassed(what="the command waited to be recorded") from error

    def _act(self, command: UUID, effective: datetime | None, caller: Caller) -> Act:
        """The circumstances before the writer gives the final ones."""
        now = self._clock()
        return Act(now, effective or now, command, caller.person, caller.role, caller.org, self._limits.zone)

    # --- questions ---------------------------------------------------------------------------------------------------

    async def query(self, rpc: str, request: Proto, caller: Caller, *, deadline: float | None = None) -> Proto:
        """Answer one question; arguments and refusals as in `command`."""
        started = time.monotonic()
        try:
            answer = await self._query(self._methods[rpc], request, caller, self._until(deadline, started))
        except Refusal as refusal:
            await self.refused(rpc, request, caller, refusal, started)
            raise
        self.metrics.called(rpc, "ok", time.monotonic() - started)
        return answer

    async def _query(self, method: _Method, request: Any, caller: Caller, deadline: float) -> Proto:
        self._admit(method, request, caller)
        as_of = effective = None
        if method.has_meta and request.meta.position:
            await self.caught_up(request.meta.position, deadline)
        native = self.service.natives.get(method.descriptor.name)
        if native is not None:
            return await self._native(native, request, caller, deadline)
        page = self.service.queries[method.descriptor.name]
        if method.has_meta:
            meta = request.meta
            as_of = self._past(meta.as_of, "meta.as_of") if meta.HasField("as_of") else None
            effective = instant(meta.as_of_effective, "meta.as_of_effective") if meta.HasField("as_of_effective") else None
        question = method.read(request)
        answer, shown = await self.aside(partial(self._answer, method, page, question, caller, as_of, effective), deadline)
        if shown:
            # Shown only to somebody whose reading is on record.
            decide = reading(self.service.name, method.descriptor.name, shown)
            await self._record(decide, caller, sha256(uuid4().bytes).digest(), deadline)
        return answer

    async def _native(self, native: Native, request: Proto, caller: Caller, deadline: float) -> Proto:
        known = {"asker": self._asker(caller)} if native.asker else {}
        try:
            async with asyncio.timeout(deadline - time.monotonic()):
                return await native.answer(request, self._tools, **known)
        except TimeoutError as error:
            raise DeadlinePassed(what="the answer was read") from error

    def _answer(
        self,
        method: _Method,
        page: Query,
        question: Any,
        caller: Caller,
        as_of: datetime | None,
        effective: datetime | None,
    ) -> tuple[Proto, Sequence[str]]:
        """In a thread of the pool, from read models and repository, now or as they were: the answer, and what guarded
        things it shows.
        """
        if as_of is None and effective is None:
            repo, rows = self._store.repository(), self._store.rows()
        else:
            repo = self._store.repository(as_of, effective)
            scope = None if page.scope is None else page.scope(question, repo)
            ids = None if scope is None else list(scope)
            rows = self._store.rows_as_of(ids, as_of, effective)
        known = {"asker": self._asker(caller)} if page.asker else {}
        answer = page.handler(question, rows, repo, **known)
        shown = page.reads(question, answer) if page.reads is not None else ()
        return (page.write(answer) if page.write is not None else mapping.to_proto(answer, method.response)), shown

    def _asker(self, caller: Caller) -> Asker:
        return Asker(caller.person, caller.role, caller.org, self._clock().astimezone(self._limits.zone).date())

    async def caught_up(self, position: int, deadline: float) -> None:
        """Wait until the read models hold a position of this service's log.

        Raises:
            InvalidField: the log has no such position.
            ReadModelBehind: they do not hold it before the deadline.
        """
        head = self._store.head().position
        if position < 0 or position > head:
            why = f"日志止于 {head} / the log ends at {head}" if position > 0 else "不能为负数 / must not be negative"
            raise InvalidField(field="meta.position", field_name="meta.position", why=why)
        left = deadline - time.monotonic()
        loop = asyncio.get_running_loop()
        if not await loop.run_in_executor(self._waiters, self._store.wait_projected, position, max(0.0, left)):
            raise ReadModelBehind(position=position)

    async def aside(self, work: Callable[[], T], deadline: float) -> T:
        """Run something that reads the store in the pool, within the deadline."""
        left = deadline - time.monotonic()
        try:
            async with asyncio.timeout(left):
                return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        except TimeoutError as error:
            raise DeadlinePassed(what="the answer was read") from error

    def _past(self, stamp: Timestamp, field: str) -> datetime:
        moment, now = instant(stamp, field), self._clock()
        if moment > now:
            raise InvalidField(
                field=field, field_name=field, why=f"晚于当前时间 {now.isoformat()} / lies after now, {now.isoformat()}"
            )
        return moment

    # --- both --------------------------------------------------------------------------------------------------------

    def _until(self, deadline: float | None, started: float) -> float:
        return started + self._limits.call_timeout if deadline is None else deadline

    def _admit(self, method: _Method, request: Proto, caller: Caller) -> None:
        self.validate(request)
        authorise(caller, method.descriptor)

    def validate(self, request: Proto) -> None:
        """The contract's own constraints.

        Raises:
            InvalidField: the first that is broken, with the dotted path of its field.
        """
        violations = self._validator.collect_violations(request, fail_fast=True)
        if violations:
            found = violations[0].proto
            where = path(found.field)
            raise InvalidField(field=where, field_name=where or request.DESCRIPTOR.name, why=why(violations[0]))

    async def refused(self, rpc: str, request: Proto | None, caller: Caller, refusal: Refusal, started: float) -> None:
        """Count a refusal and record it as an event; called for every refusal of an authenticated caller."""
        self.metrics.called(rpc, refusal.kind.value, time.monotonic() - started)
        self.metrics.refused(refusal.code)
        try:
            await self._refusals.record(caller, rpc, refusal, request)
        except Refusal as failure:
            # The caller's answer is the refusal, whether or not the store could take note of it.
            self.metrics.unrecorded.inc()
            if self._log is not None:
                self._log.error("refusal-not-recorded", code=failure.code)

    async def _record(
        self, decide: Callable[[Act, Repository], Changes], caller: Caller, digest: bytes, deadline: float | None = None
    ) -> None:
        work = Work(
            command=uuid4(),
            digest=digest,
            actor=caller.person,
            role=caller.role,
            org=caller.org,
            decide=decide,
            policy_hash=self.policy,
        )
        await self._submit(work, deadline or time.monotonic() + min(_RECORD, self._limits.call_timeout))

    def close(self) -> None:
        """Let the pools finish what they do."""
        self._pool.shutdown(wait=True)
        self._waiters.shutdown(wait=False, cancel_futures=True)


def _wait(method: _Method, request: Any) -> Wait:
    """What the answer waits for; a value of a later release waits for as much as this one knows."""
    return Wait(min(max(request.meta.wait, 0), Wait.WITNESSED)) if method.has_meta else Wait.COMMITTED


def _decide(
    handler: Callable[..., Changes], command: Command, deadline: float, act: Act, repo: Repository, **answers: Any
) -> Changes:
    """In the writer thread: what waited too long in the queue is not begun, for nobody waits for it any more."""
    if time.monotonic() >= deadline:
        raise DeadlinePassed(what="the command waited to be decided")
    return handler(command, act, repo, **answers)
