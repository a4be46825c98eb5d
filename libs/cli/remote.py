"""A running system as the command line sees it: services by name, whoever asks."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from chassis.refusals import Refused
from chassis.rpc.client import BlockingClient, Tls
from cli.failure import Exit, Failure
from cli.words import Language
from kernel.errors import Kind

EXITS = {
    Kind.NOT_FOUND: Exit.NOT_FOUND,
    Kind.CONFLICT: Exit.CONFLICT,
    Kind.DENIED: Exit.DENIED,
    Kind.UNAUTHENTICATED: Exit.DENIED,
}


def exit_of(kind: Kind) -> Exit:
    """The exit code that tells scripts what kind of no it was."""
    return EXITS.get(kind, Exit.FAILED)


class Remote:
    """A running system.

    Args:
        endpoints: `host:port` by service.
        token: the bearer token of who usually acts, "" for none.
        lang: language of failures.
        ca_file: PEM file of the servers' authority; "" speaks without TLS (this machine only).
        timeout: seconds to wait for one answer; a file may take twenty times as long.
        said: what the person wrote for ids: a refusal is put in the same words.
    """

    def __init__(
        self,
        endpoints: Mapping[str, str],
        token: Callable[[], str],
        lang: Language = "en",
        ca_file: str = "",
        timeout: float = 30.0,
        said: Mapping[str, str] | None = None,
    ) -> None:
        self._said = {} if said is None else said
        self._endpoints, self._usual, self._lang, self._timeout = endpoints, token, lang, timeout
        self._ca_file = ca_file
        self._speaking = ""
        self._clients: dict[str, BlockingClient] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give up all connections."""
        for client in self._clients.values():
            client.close()
        self._clients.clear()

    @property
    def services(self) -> tuple[str, ...]:
        """Names of the services whose address is known."""
        return tuple(self._endpoints)

    def call(self, service: str, method: MethodDescriptor, request: Message, token: str | None = None) -> Message:
        """One request, one answer; `token` speaks for somebody else than usual.

        Raises:
            Refused: the service, or the way to it, said no.
            Failure: its address is not known.
        """
        client = self._client(service)
        # Found out before the call begins: whoever acts may first have to be looked up by a call of its own.
        token = self._usual() if token is None else token
        before, self._speaking = self._speaking, token
        try:
            answer: Message = client.call(method, request)
        except Refused as refusal:
            raise self._reworded(refusal) from refusal
        finally:
            self._speaking = before
        return answer

    def send(self, service: str, method: str, requests: Iterator[Message]) -> Message:
        """Many requests, one answer (an upload) to a method named in full; as `call`."""
        client, self._speaking = self._client(service), self._usual()
        answer: Message = client.send(method, requests, timeout=self._timeout * 20)
        return answer

    def receive(self, service: str, method: str, request: Message) -> list[Message]:
        """One request, many answers (a download) of a method named in full; as `call`."""
        client, self._speaking = self._client(service), self._usual()
        parts: list[Message] = client.receive(method, request, timeout=self._timeout * 20)
        return parts

    def _reworded(self, refusal: Refused) -> Refused:
        texts = dict(refusal.texts)
        for known, written in self._said.items():
            texts = {name: text.replace(known, written) for name, text in texts.items()}
        return Refused(refusal.kind, refusal.code, field=refusal.field, values=refusal.values, texts=texts, status=refusal.status)

    def _client(self, service: str) -> BlockingClient:
        if service not in self._clients:
            if service not in self._endpoints:
                raise Failure("no-endpoint", "no_endpoint", self._lang, service=service, exit=Exit.FAILED)
            tls = Tls(Path(self._ca_file).expanduser().read_bytes()) if self._ca_file else None
            self._clients[service] = BlockingClient(
                self._endpoints[service], lambda: self._speaking, tls=tls, timeout=self._timeout
            )
        return self._clients[service]
