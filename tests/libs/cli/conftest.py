from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from chassis.auth import Issuer
from chassis.credentials import issuer_directory
from chassis.up import SERVICES
from cli import session
from cli.main import run

Answer = Callable[[str, Any], Message]


class FakeRemote:
    """Stands where a running system would: keeps what was asked, answers what the test says."""

    services = SERVICES

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Any, str]] = []
        self.answers: dict[str, Message | Exception] = {}
        self.sent: list[Any] = []
        self.token: Callable[[], str] = str

    def call(self, service: str, method: MethodDescriptor, request: Message, token: str | None = None) -> Message:
        self.asked.append((service, method.name, request, self.token() if token is None else token))
        answer = self.answers[method.name]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def send(self, service: str, method: str, requests: Iterator[Message]) -> None:
        self.sent = list(requests)

    def last(self) -> Any:
        return self.asked[-1][2]


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the machine reach a test."""
    for name in (
        "RECTIFY_DATA",
        "RECTIFY_AS",
        "RECTIFY_OUTPUT",
        "RECTIFY_CONTEXT",
        "RECTIFY_TOKEN",
        "RECTIFY_LANG",
        "RECTIFY_RECEIPTS",
        "NO_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")
    monkeypatch.setenv("RECTIFY_CLI_CONFIG", str(tmp_path / "config.yaml"))


@pytest.fixture
def remote(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeRemote:
    fake = FakeRemote()
    data = tmp_path / "data"
    Issuer.open(issuer_directory(data))
    monkeypatch.setenv("RECTIFY_DATA", str(data))
    monkeypatch.setenv("RECTIFY_AS", "office@XCB")

    def made(self: session.Session) -> FakeRemote:
        fake.token = lambda: self.token
        return fake

    monkeypatch.setattr(session.Session, "remote", property(made))
    monkeypatch.setattr(session.Session, "endpoints", property(lambda _: dict.fromkeys(fake.services, "nowhere:1")))
    return fake


@pytest.fixture
def rectify(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command line: exit code, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = run(arguments)
        out, err = capfd.readouterr()
        return int(code), out, err

    return call
