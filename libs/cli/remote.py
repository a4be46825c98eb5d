"""Calls the services over gRPC, without generated stubs, and brings refusals back whole."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import grpc
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from grpc_status import rpc_status
from rectify.envelope.v1 import envelope_pb2

from chassis.refusals import Refused
from cli.failure import Exit, Failure
from cli.words import Language
from kernel.errors import Kind

KINDS = {
    grpc.StatusCode.INVALID_ARGUMENT: Kind.INVALID,
    grpc.StatusCode.NOT_FOUND: Kind.NOT_FOUND,
    grpc.StatusCode.ALREADY_EXISTS: Kind.CONFLICT,
    grpc.StatusCode.ABORTED: Kind.CONFLICT,
    grpc.StatusCode.PERMISSION_DENIED: Kind.DENIED,
    grpc.StatusCode.UNAUTHENTICATED: Kind.UNAUTHENTICATED,
    grpc.StatusCode.FAILED_PRECONDITION: Kind.BLOCKED,
    grpc.StatusCode.RESOURCE_EXHAUSTED: Kind.EXHAUSTED,
    grpc.StatusCode.UNAVAILABLE: Kind.UNAVAILABLE,
}
EXITS = {
    Kind.NOT_FOUND: Exit.NOT_FOUND,
    Kind.CONFLICT: Exit.CONFLICT,
    Kind.DENIED: Exit.DENIED,
    Kind.UNAUTHENTICATED: Exit.DENIED,
}
MEBIBYTE = 1 << 20


def exit_of(kind: Kind) -> Exit:
    """The exit code that tells scripts what kind of no it was."""
    return EXITS.get(kind, Exit.FAILED)


class Remote:
    """A running system.

    Args:
        endpoints: `host:port` by service.
        token: the bearer token for a call, "" for none.
        lang: language of failures.
        ca_file: certificate authority of the servers; "" speaks without TLS (this machine only).
        timeout: seconds to wait for one answer; a file may take twenty times as long.
    """

    def __init__(
        self,
        endpoints: Mapping[str, str],
        token: Callable[[], str],
        lang: Language = "en",
        ca_file: str = "",
        timeout: float = 30.0,
    ) -> None:
        self._endpoints, self._token, self._lang, self._timeout = endpoints, token, lang, timeout
        self._ca_file = ca_file
        self._channels: dict[str, grpc.Channel] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give up all connections."""
        for channel in self._channels.values():
            channel.close()
        self._channels.clear()

    def call(self, service: str, method: MethodDescriptor, request: Message, token: str | None = None) -> Message:
        """One request, one answer; `token` speaks for somebody else than usual.

        Raises:
            Refused: the service refused.
            Failure: it cannot be reached.
        """
        try:
            answer: Message = self._stub(service, method, "unary_unary")(
                request, timeout=self._timeout, metadata=self._metadata(token)
            )
        except grpc.RpcError as error:
            raise self._translated(service, error) from error
        return answer

    def send(self, service: str, method: MethodDescriptor, requests: Iterator[Message], token: str | None = None) -> Message:
        """Many requests, one answer (an upload); as `call`."""
        try:
            answer: Message = self._stub(service, method, "stream_unary")(
                requests, timeout=self._timeout * 20, metadata=self._metadata(token)
            )
        except grpc.RpcError as error:
            raise self._translated(service, error) from error
        return answer

    def receive(self, service: str, method: MethodDescriptor, request: Message) -> Iterator[Message]:
        """One request, many answers (a download); as `call`."""
        try:
            yield from self._stub(service, method, "unary_stream")(
                request, timeout=self._timeout * 20, metadata=self._metadata(None)
            )
        except grpc.RpcError as error:
            raise self._translated(service, error) from error

    def _stub(self, service: str, method: MethodDescriptor, shape: str) -> Any:
        return getattr(self._channel(service), shape)(
            f"/{method.containing_service.full_name}/{method.name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=GetMessageClass(method.output_type).FromString,
        )

    def _metadata(self, token: str | None) -> list[tuple[str, str]]:
        bearer = self._token() if token is None else token
        return [("authorization", f"Bearer {bearer}")] if bearer else []

    def _channel(self, service: str) -> grpc.Channel:
        if service not in self._channels:
            if service not in self._endpoints:
                raise Failure("no-endpoint", "no_endpoint", self._lang, service=service, exit=Exit.FAILED)
            options = [("grpc.max_receive_message_length", 64 * MEBIBYTE), ("grpc.max_send_message_length", 64 * MEBIBYTE)]
            address = self._endpoints[service]
            if self._ca_file:
                credentials = grpc.ssl_channel_credentials(Path(self._ca_file).read_bytes())
                self._channels[service] = grpc.secure_channel(address, credentials, options)
            else:
                self._channels[service] = grpc.insecure_channel(address, options)
        return self._channels[service]

    def _translated(self, service: str, error: Any) -> Exception:
        refused = refusal(error)
        if refused is not None:
            return refused
        if error.code() in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED):
            return Failure(
                "not-answering",
                "not_answering",
                self._lang,
                next_key="not_answering_next",
                exit=Exit.FAILED,
                service=service,
                address=self._endpoints[service],
                why=error.details() or error.code().name,
            )
        name = error.code().name
        texts = {"en": error.details(), "zh": error.details()}
        return Refused(KINDS.get(error.code(), Kind.INTERNAL), name.lower().replace("_", "-"), texts=texts, status=name)


def refusal(error: Any) -> Refused | None:
    """The refusal that a gRPC error carries, None when it carries none."""
    status = rpc_status.from_call(error)
    for detail in status.details if status is not None else ():
        found = envelope_pb2.RefusalDetail()
        if detail.Is(found.DESCRIPTOR) and detail.Unpack(found):
            texts = {name: getattr(found, name) for name in ("en", "zh", "next_en", "next_zh")}
            kind = KINDS.get(error.code(), Kind.INTERNAL)
            return Refused(kind, found.code, field=found.field, values=dict(found.values), texts=texts, status=error.code().name)
    return None
