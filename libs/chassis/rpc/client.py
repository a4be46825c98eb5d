"""Calls any method of any service from its descriptor, with a token, a deadline, safe retries and decoded refusals."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import uuid4

import grpc
from google.protobuf import descriptor_pool
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import Message as Proto
from google.protobuf.message_factory import GetMessageClass

from chassis.rpc.status import refused

Token = Callable[[], str]

DEFAULT_TIMEOUT = 30.0
LARGEST_ANSWER = 16 * 1024 * 1024

_BALANCED: dict[str, Any] = {"loadBalancingConfig": [{"round_robin": {}}]}  # over all addresses that a name has
_SERVICE_CONFIG = json.dumps(
    {
        **_BALANCED,
        "methodConfig": [
            {
                "name": [{}],
                # Only what says that nobody answered; a command is safe to repeat because its id is in it.
                "retryPolicy": {
                    "maxAttempts": 4,
                    "initialBackoff": "0.1s",
                    "maxBackoff": "2s",
                    "backoffMultiplier": 2,
                    "retryableStatusCodes": ["UNAVAILABLE"],
                },
            }
        ],
    }
)


@dataclass(frozen=True, slots=True)
class Tls:
    """What a client needs for TLS, and with `certificate` and `key` for mutual TLS; PEM bytes."""

    ca: bytes
    certificate: bytes | None = None
    key: bytes | None = None


def _options(largest: int, *, retries: bool) -> list[tuple[str, Any]]:
    return [
        ("grpc.max_receive_message_length", largest),
        ("grpc.max_send_message_length", largest),
        ("grpc.enable_retries", int(retries)),
        ("grpc.service_config", _SERVICE_CONFIG if retries else json.dumps(_BALANCED)),
        ("grpc.keepalive_time_ms", 30_000),
        ("grpc.keepalive_timeout_ms", 10_000),
        ("grpc.keepalive_permit_without_calls", 1),
        # A restarted service is found again within seconds, not after gRPC's default of up to two minutes.
        ("grpc.initial_reconnect_backoff_ms", 100),
        ("grpc.min_reconnect_backoff_ms", 100),
        ("grpc.max_reconnect_backoff_ms", 2_000),
    ]


def find_method(name: str, pool: DescriptorPool | None = None) -> MethodDescriptor:
    """The method named `package.Service/Method`.

    Raises:
        KeyError: no such method is known in this process.
    """
    service, _, method = name.strip("/").partition("/")
    found: MethodDescriptor = (pool or descriptor_pool.Default()).FindServiceByName(service).methods_by_name[method]
    return found


def complete(request: Proto) -> Proto:
    """The request with a command id of its own when it is a command's and has none: only then are retries safe."""
    meta = request.DESCRIPTOR.fields_by_name.get("meta")
    if meta is None or meta.message_type is None or meta.message_type.full_name != "rectify.envelope.v1.CommandMeta":
        return request
    given: Any = request
    if given.meta.command_id:
        return request
    copy: Any = type(request)()
    copy.CopyFrom(request)
    copy.meta.command_id = str(uuid4())
    made: Proto = copy
    return made


class Client:
    """A channel to one address.

    Args:
        address: `host:port`; token: gives a bearer token when asked, None calls without one.
        tls: None speaks in clear (one machine, or a mesh that encrypts).
        timeout: seconds when a call names none; headers: more metadata for each call, given when it is made.
    """

    def __init__(
        self,
        address: str,
        token: Token | None = None,
        *,
        tls: Tls | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        headers: Callable[[], Mapping[str, str]] = dict,
        pool: DescriptorPool | None = None,
        retries: bool = True,
    ) -> None:
        self.address = address
        self._token = token
        self._timeout = timeout
        self._headers = headers
        self._pool = pool
        options = _options(LARGEST_ANSWER, retries=retries)
        if tls is None:
            self._channel = grpc.aio.insecure_channel(address, options)
        else:
            credentials = grpc.ssl_channel_credentials(tls.ca, tls.key, tls.certificate)
            self._channel = grpc.aio.secure_channel(address, credentials, options)
        self._calls: dict[str, Any] = {}

    async def call(
        self,
        method: str | MethodDescriptor,
        request: Proto,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - it travels to the server as the call's deadline
        wait: bool = False,
    ) -> Any:
        """Call a unary method, named in full (`rectify.findings.v1.FindingsService/GetFinding`) or by descriptor.

        Args:
            wait: wait for the service to come up, within the timeout, instead of failing at once.

        Raises:
            Refused: the service, or gRPC on its behalf, said no.
        """
        call = self._unary(method)
        limit = self._timeout if timeout is None else timeout
        try:
            return await call(complete(request), timeout=limit, metadata=self._metadata(), wait_for_ready=wait)
        except grpc.aio.AioRpcError as error:
            raise refused(error.code(), error.details() or "", error.trailing_metadata() or ()) from error

    async def send(
        self,
        method: str,
        parts: AsyncIterator[Proto],
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> Any:
        """Call a method that takes a stream and gives one answer."""
        found = find_method(method, self._pool)
        call = self._channel.stream_unary(_path(found), _serialise, GetMessageClass(found.output_type).FromString)
        try:
            return await call(parts, timeout=timeout or self._timeout, metadata=self._metadata())
        except grpc.aio.AioRpcError as error:
            raise refused(error.code(), error.details() or "", error.trailing_metadata() or ()) from error

    async def receive(
        self,
        method: str,
        request: Proto,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> AsyncIterator[Any]:
        """Call a method that gives a stream."""
        found = find_method(method, self._pool)
        call = self._channel.unary_stream(_path(found), _serialise, GetMessageClass(found.output_type).FromString)
        try:
            async for part in call(request, timeout=timeout or self._timeout, metadata=self._metadata()):
                yield part
        except grpc.aio.AioRpcError as error:
            raise refused(error.code(), error.details() or "", error.trailing_metadata() or ()) from error

    def _unary(self, method: str | MethodDescriptor) -> Any:
        name = method if isinstance(method, str) else method.full_name
        call = self._calls.get(name)
        if call is None:
            found = find_method(method, self._pool) if isinstance(method, str) else method
            answer = GetMessageClass(found.output_type)
            call = self._calls[name] = self._channel.unary_unary(_path(found), _serialise, answer.FromString)
        return call

    def _metadata(self) -> Sequence[tuple[str, str]]:
        pairs = [*self._headers().items()]
        if self._token is not None:
            pairs.append(("authorization", f"Bearer {self._token()}"))
        return pairs

    async def close(self) -> None:
        """Let go of the channel."""
        await self._channel.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()


class BlockingClient:
    """The same for programs without an event loop: one call at a time, for scripts and the command line."""

    def __init__(
        self, address: str, token: Token | None = None, *, tls: Tls | None = None, timeout: float = DEFAULT_TIMEOUT
    ) -> None:
        self._runner = asyncio.Runner()
        self._client = self._runner.run(_connect(address, token, tls, timeout))

    def call(self, method: str | MethodDescriptor, request: Proto, *, timeout: float | None = None, wait: bool = False) -> Any:
        """As `Client.call`."""
        return self._runner.run(self._client.call(method, request, timeout=timeout, wait=wait))

    def send(self, method: str, parts: Iterable[Proto], *, timeout: float | None = None) -> Any:
        """As `Client.send`."""
        broken: list[Exception] = []
        try:
            return self._runner.run(self._client.send(method, _each(parts, broken), timeout=timeout))
        except asyncio.CancelledError:
            if broken:  # gRPC says only that the call ended when it is the sender whose parts failed
                raise broken[0] from None
            raise

    def receive(self, method: str, request: Proto, *, timeout: float | None = None) -> list[Any]:
        """As `Client.receive`, whole."""

        async def whole() -> list[Any]:
            return [part async for part in self._client.receive(method, request, timeout=timeout)]

        return self._runner.run(whole())

    def close(self) -> None:
        """Let go of the channel."""
        self._runner.run(self._client.close())
        self._runner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


async def _connect(address: str, token: Token | None, tls: Tls | None, timeout: float) -> Client:  # noqa: ASYNC109 - a default for calls
    return Client(address, token, tls=tls, timeout=timeout)


async def _each(parts: Iterable[Proto], broken: list[Exception]) -> AsyncIterator[Proto]:
    try:
        for part in parts:
            yield part
    except Exception as error:
        broken.append(error)
        raise


def _path(method: MethodDescriptor) -> str:
    assert method.containing_service is not None  # noqa: S101 - a method without a service cannot be declared
    return f"/{method.containing_service.full_name}/{method.name}"


def _serialise(message: Proto) -> bytes:
    return message.SerializeToString()
