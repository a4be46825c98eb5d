"""The gRPC server of one service, made from descriptors: its own RPCs and those that every service offers."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import uuid4

import grpc
from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
from google.protobuf.message import Message as Proto
from google.protobuf.message_factory import GetMessageClass
from grpc_health.v1 import health_pb2
from grpc_health.v1._async import HealthServicer
from grpc_health.v1.health_pb2_grpc import add_HealthServicer_to_server
from grpc_reflection.v1alpha import reflection
from opentelemetry.trace import SpanKind

from chassis.auth import Caller, Verifier, authorise
from chassis.dispatch import Dispatch
from chassis.refusals import DeadlinePassed, Draining, PortInUse
from chassis.rpc.status import status_of
from chassis.rpc.wire import parse
from chassis.telemetry import Log
from kernel.errors import InternalFault, Refusal, TooLarge

Answer = Callable[[Any, Caller, float], Awaitable[Proto]]
"""Answers one request: (request, caller, deadline by `time.monotonic()`) → response; raises a `Refusal`."""

Take = Callable[[AsyncIterator[Any], Caller], Awaitable[Proto]]
Give = Callable[[Any, Caller], AsyncIterator[Proto]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A gRPC service besides the declared one: plain, taking and giving methods by name."""

    service: ServiceDescriptor
    plain: Mapping[str, Answer] = field(default_factory=dict)
    taking: Mapping[str, Take] = field(default_factory=dict)
    giving: Mapping[str, Give] = field(default_factory=dict)


class ServerSettings(Protocol):
    """The settings that the server needs."""

    @property
    def rpc_host(self) -> str:
        """Address to listen on."""
        ...

    @property
    def rpc_port(self) -> int:
        """Port to listen on; 0 lets the system choose."""
        ...

    @property
    def max_message(self) -> int:
        """Largest request in bytes."""
        ...

    @property
    def call_timeout(self) -> float:
        """Longest time for a call, in seconds."""
        ...

    @property
    def long_timeout(self) -> float:
        """The same for what reads or recomputes whole logs, when the caller gives it that long."""
        ...


class Server:
    """Listens, authenticates, and hands on to dispatch; nothing else is decided here.

    Args:
        dispatch: the way through the service; verifier: verifies tokens; offers: what is offered besides.
        credentials: TLS server credentials, None for clear text.
    """

    def __init__(
        self,
        settings: ServerSettings,
        dispatch: Dispatch,
        verifier: Verifier,
        log: Log,
        offers: tuple[Offer, ...] = (),
        credentials: Any = None,
    ) -> None:
        self._settings = settings
        self._dispatch = dispatch
        self._verifier = verifier
        self._log = log
        self._offers = offers
        self._credentials = credentials
        self._draining = False
        self._health = HealthServicer()
        self._server: Any = None
        self.port = 0

    async def start(self) -> int:
        """Listen; the port.

        Raises:
            PortInUse: somebody else listens there.
        """
        settings = self._settings
        self._server = grpc.aio.server(
            options=[
                # What is a little too large is refused in our words; far too large is cut off by gRPC itself.
                ("grpc.max_receive_message_length", settings.max_message * 2),
                ("grpc.max_send_message_length", -1),
                ("grpc.so_reuseport", 0),
                ("grpc.keepalive_time_ms", 60_000),
                ("grpc.keepalive_timeout_ms", 20_000),
                ("grpc.http2.min_ping_interval_without_data_ms", 10_000),
                ("grpc.keepalive_permit_without_calls", 1),
            ]
        )
        page = self._dispatch.service
        self._add(page.rpc, {name: self._declared(name) for name in (*page.commands, *page.queries, *page.natives)})
        for offer in self._offers:
            self._add(
                offer.service, {name: self._plain(offer.service, name, answer) for name, answer in offer.plain.items()}, offer
            )
        add_HealthServicer_to_server(self._health, self._server)
        names = [page.rpc.full_name, *(offer.service.full_name for offer in self._offers)]
        reflection.enable_server_reflection(
            [*names, health_pb2.DESCRIPTOR.services_by_name["Health"].full_name, reflection.SERVICE_NAME],
            self._server,
            pool=page.rpc.file.pool,
        )
        address = f"{settings.rpc_host}:{settings.rpc_port}"
        try:
            if self._credentials is None:
                self.port = self._server.add_insecure_port(address)
            else:
                self.port = self._server.add_secure_port(address, self._credentials)
        except RuntimeError as error:
            raise PortInUse(port=settings.rpc_port, what=page.name) from error
        await self.serving(False)
        await self._server.start()
        return self.port

    async def serving(self, ready: bool) -> None:
        """What the standard health service says."""
        status = health_pb2.HealthCheckResponse.SERVING if ready else health_pb2.HealthCheckResponse.NOT_SERVING
        for name in ("", self._dispatch.service.rpc.full_name):
            await self._health.set(name, status)

    async def stop(self, grace: float) -> None:
        """Take no new calls, finish those in flight within `grace` seconds."""
        if self._server is None:
            return
        self._draining = True
        await self._health.enter_graceful_shutdown()
        await self._server.stop(grace)

    # --- handlers ----------------------------------------------------------------------------------------------------

    def _add(self, service: ServiceDescriptor, plain: Mapping[str, Any], offer: Offer | None = None) -> None:
        handlers = {name: grpc.unary_unary_rpc_method_handler(handler) for name, handler in plain.items()}
        if offer is not None:
            for name, take in offer.taking.items():
                handlers[name] = grpc.stream_unary_rpc_method_handler(self._taking(service.methods_by_name[name], take))
            for name, give in offer.giving.items():
                handlers[name] = grpc.unary_stream_rpc_method_handler(self._giving(service.methods_by_name[name], give))
        self._server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service.full_name, handlers),))

    def _declared(self, name: str) -> Any:
        method = self._dispatch.service.rpc.methods_by_name[name]
        run = self._dispatch.command if name in self._dispatch.service.commands else self._dispatch.query

        async def answer(request: Any, caller: Caller, deadline: float) -> Proto:
            # Dispatch validates, authorises and records its own refusals.
            return await run(name, request, caller, deadline=deadline)

        # A question as of a date may read a whole log, like those that natives answer; whoever waits for it says so.
        asked = name not in self._dispatch.service.commands
        longest = self._settings.long_timeout if asked else self._settings.call_timeout
        return self._unary(method, answer, recorded=True, longest=longest)

    def _plain(self, service: ServiceDescriptor, name: str, answer: Answer) -> Any:
        method = service.methods_by_name[name]

        async def checked(request: Any, caller: Caller, deadline: float) -> Proto:
            self._dispatch.validate(request)
            authorise(caller, method)
            return await answer(request, caller, deadline)

        return self._unary(method, checked, recorded=False, longest=self._settings.long_timeout)

    def _unary(self, method: MethodDescriptor, answer: Answer, *, recorded: bool, longest: float) -> Any:
        kind, name, tracing = GetMessageClass(method.input_type), method.name, self._dispatch.tracing
        limit = self._settings.max_message

        async def handle(data: bytes, context: Any) -> bytes:
            started = time.monotonic()
            caller: Caller | None = None
            request: Proto | None = None
            known = False
            try:
                metadata = dict(context.invocation_metadata())
                caller = self._admitted(metadata)
                if len(data) > limit:
                    raise TooLarge(what="the request", size=len(data), limit=limit)
                request = parse(kind, data)
                deadline = self._deadline(context, started, longest)
                known = recorded
                if tracing.enabled:
                    with tracing.span(method.full_name, SpanKind.SERVER, metadata):
                        return (await answer(request, caller, deadline)).SerializeToString()
                return (await answer(request, caller, deadline)).SerializeToString()
            except Refusal as refusal:
                if not known:
                    await self._note(name, request, caller, refusal, started)
                await context.abort_with_status(status_of(refusal))
            except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets a reference and the log the place
                await context.abort_with_status(status_of(self._fault(name, error, started)))
            raise AssertionError("unreachable")

        return handle

    def _taking(self, method: MethodDescriptor, take: Take) -> Any:
        kind = GetMessageClass(method.input_type)

        async def handle(parts: AsyncIterator[bytes], context: Any) -> bytes:
            started = time.monotonic()
            caller: Caller | None = None
            try:
                caller = self._admitted(dict(context.invocation_metadata()))
                authorise(caller, method)
                answer = await take(self._parsed(kind, parts), caller)
                self._dispatch.metrics.called(method.name, "ok", time.monotonic() - started)
                return answer.SerializeToString()
            except Refusal as refusal:
                await self._note(method.name, None, caller, refusal, started)
                await context.abort_with_status(status_of(refusal))
            except Exception as error:  # noqa: BLE001 - as above
                await context.abort_with_status(status_of(self._fault(method.name, error, started)))
            raise AssertionError("unreachable")

        return handle

    def _giving(self, method: MethodDescriptor, give: Give) -> Any:
        kind = GetMessageClass(method.input_type)

        async def handle(data: bytes, context: Any) -> AsyncIterator[bytes]:
            started = time.monotonic()
            caller: Caller | None = None
            request: Proto | None = None
            try:
                caller = self._admitted(dict(context.invocation_metadata()))
                request = parse(kind, data)
                self._dispatch.validate(request)
                authorise(caller, method)
                async for part in give(request, caller):
                    yield part.SerializeToString()
                self._dispatch.metrics.called(method.name, "ok", time.monotonic() - started)
            except Refusal as refusal:
                await self._note(method.name, request, caller, refusal, started)
                await context.abort_with_status(status_of(refusal))
            except Exception as error:  # noqa: BLE001 - as above
                await context.abort_with_status(status_of(self._fault(method.name, error, started)))

        return handle

    async def _parsed(self, kind: type[Proto], parts: AsyncIterator[bytes]) -> AsyncIterator[Proto]:
        limit = self._settings.max_message
        async for data in parts:
            if len(data) > limit:
                raise TooLarge(what="the message", size=len(data), limit=limit)
            yield parse(kind, data)

    def _admitted(self, metadata: Mapping[str, Any]) -> Caller:
        if self._draining:
            raise Draining(service=self._dispatch.service.name)
        return self._verifier.caller(metadata.get("authorization", ""))

    def _deadline(self, context: Any, started: float, longest: float = 0.0) -> float:
        left = context.time_remaining()
        if left is not None and left <= 0:
            raise DeadlinePassed(what="the request was read")
        limit = self._settings.call_timeout
        return started + (limit if left is None else min(left, max(limit, longest)))

    async def _note(self, rpc: str, request: Proto | None, caller: Caller | None, refusal: Refusal, started: float) -> None:
        if caller is None:
            self._dispatch.metrics.called(rpc, refusal.kind.value, time.monotonic() - started)
            self._dispatch.metrics.refused(refusal.code)
        else:
            await self._dispatch.refused(rpc, request, caller, refusal, started)

    def _fault(self, rpc: str, error: Exception, started: float) -> InternalFault:
        reference = uuid4().hex[:12]
        self._dispatch.metrics.called(rpc, "internal", time.monotonic() - started)
        self._dispatch.metrics.faults.labels(rpc).inc()
        self._log.error("fault", rpc=rpc, reference=reference, error=error)
        return InternalFault(reference=reference)
