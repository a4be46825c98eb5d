"""Asks the other services: one channel each, this service's own token, found by name."""

import importlib
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from google.protobuf import descriptor_pool
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message as Proto
from rectify.log.v1 import log_service_pb2
from rectify.log.v1.log_service_pb2 import GetCheckpointRequest, HeadRequest, ReadLogRequest, ReadPublishedRequest

from chassis.breaker import Breaker
from chassis.refusals import Refused
from chassis.rpc.client import Client, Tls, Token
from kernel.errors import Refusal, Unavailable

_LOG = log_service_pb2.DESCRIPTOR.services_by_name["LogService"].full_name


class Addresses(Protocol):
    """The settings that finding a neighbour needs."""

    @property
    def neighbours(self) -> Mapping[str, str]:
        """Addresses by name, `host:port`."""
        ...

    @property
    def ask_timeout(self) -> float:
        """Seconds in which a neighbour must answer."""
        ...

    @property
    def breaker_failures(self) -> int:
        """Calls in a row without an answer after which a neighbour is left alone; 0 never."""
        ...

    @property
    def breaker_seconds(self) -> float:
        """How long it is left alone."""
        ...


def find(service: str, rpc: str) -> MethodDescriptor:
    """A neighbour's method: `GetFinding` of `rectify.findings.v1.FindingsService`, or one named in full with a slash.

    Raises:
        Unavailable: there is no such method in the contracts of this release.
    """
    name, _, method = rpc.strip("/").rpartition("/")
    if not name:
        name = f"rectify.{service}.v1.{service.capitalize()}Service"
        try:
            # The descriptor enters the pool with its module; by convention that is <service>_service.
            importlib.import_module(f"rectify.{service}.v1.{service}_service_pb2")
        except ModuleNotFoundError as error:
            if error.name is None or not error.name.startswith("rectify"):
                raise
    try:
        found: MethodDescriptor = descriptor_pool.Default().FindServiceByName(name).methods_by_name[method]
    except KeyError as error:
        raise Unavailable(what=service, why=f"no method {name}/{method} in this release") from error
    return found


class Neighbours:
    """Channels to the neighbours, opened when first needed.

    Args:
        settings: addresses and timeouts; token: this service's own token, asked for each call.
        headers: more metadata for each call, such as the trace's parent.
    """

    def __init__(
        self,
        settings: Addresses,
        token: Token,
        *,
        tls: Tls | None = None,
        headers: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._settings = settings
        self._token = token
        self._tls = tls
        self._headers = headers
        self._clients: dict[str, Client] = {}
        self._breakers: dict[str, Breaker] = {}
        self._methods: dict[tuple[str, str], MethodDescriptor] = {}

    async def call(
        self,
        service: str,
        rpc: str,
        request: Proto,
        timeout: float | None = None,  # noqa: ASYNC109 - it travels as the call's deadline
    ) -> Any:
        """Ask a neighbour, by its name and the name of its method (see `find`).

        Raises:
            Refused: it, or gRPC on its behalf, said no.
            Unavailable: its address or method is not known here, or it has been silent for too long.
        """
        method = self._methods.get((service, rpc))
        if method is None:
            method = self._methods[service, rpc] = find(service, rpc)
        breaker = self._breakers.get(service)
        if breaker is None:
            breaker = Breaker(service, self._settings.breaker_failures, self._settings.breaker_seconds)
            self._breakers[service] = breaker
        breaker.admit()
        try:
            answer = await self.client(service).call(method, request, timeout=timeout or self._settings.ask_timeout)
        except (Refused, Refusal) as refusal:
            breaker.failed(refusal)
            raise
        breaker.answered()
        return answer

    def client(self, service: str) -> Client:
        """The channel to a neighbour.

        Raises:
            Unavailable: its address is not set.
        """
        client = self._clients.get(service)
        if client is None:
            address = self._settings.neighbours.get(service)
            if address is None:
                raise Unavailable(what=service, why="its address is not set")
            client = Client(address, self._token, tls=self._tls, timeout=self._settings.ask_timeout, headers=self._headers)
            self._clients[service] = client
        return client

    async def read_published(self, service: str, after: int, limit: int) -> Any:
        """A page of a neighbour's published events (`ReadPublishedResponse`): what repairs a gap."""
        return await self.call(service, f"{_LOG}/ReadPublished", ReadPublishedRequest(after=after, limit=limit), 10.0)

    async def read_log(self, service: str, after: int, limit: int) -> Any:
        """A page of a neighbour's log (`ReadLogResponse`), for a mirror."""
        return await self.call(service, f"{_LOG}/ReadLog", ReadLogRequest(after=after, limit=limit), 10.0)

    async def head(self, service: str) -> Any:
        """The head of a neighbour's log (`HeadResponse`)."""
        return await self.call(service, f"{_LOG}/Head", HeadRequest())

    async def checkpoint(self, service: str) -> Any:
        """The newest checkpoint of a neighbour's log (`GetCheckpointResponse`), for a witness."""
        return await self.call(service, f"{_LOG}/GetCheckpoint", GetCheckpointRequest())

    async def close(self) -> None:
        """Let go of all channels."""
        for client in self._clients.values():
            await client.close()
        self._clients.clear()
