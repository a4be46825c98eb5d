"""A whole system as real processes, with replicas and on either database, for faults and benchmarks."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from google.protobuf.message import Message
from rectify.ops.v1.ops_service_pb2 import GetStatusRequest, GetStatusResponse

from chassis.auth import Issuer
from chassis.main import find
from chassis.natsserver import NatsServer, accounts, free_port
from chassis.rpc.client import Client
from chassis.sandbox import lagging
from chassis.sealing import own_witness
from chassis.up import SERVICES
from kernel.context import SYSTEM

_STATUS = "rectify.ops.v1.OpsService/GetStatus"


class NotReady(AssertionError):
    """A process did not start, or the system did not come to rest."""


@dataclass
class Replica:
    """One process of a service."""

    service: str
    number: int
    port: int
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    stopped: bool = False


@dataclass
class System:
    """Services, broker and databases on this machine.

    Args:
        data: directory for everything; made when missing.
        databases: URL by service; a service that is not named keeps SQLite below `data`.
        replicas: processes a service; more than one needs PostgreSQL.
        clock: of a sandbox; None runs in real time.
        settings: further settings for every process, by name without `RECTIFY_`.
    """

    data: Path
    databases: Mapping[str, str] = field(default_factory=dict)
    replicas: int = 1
    clock: datetime | None = None
    services: Sequence[str] = SERVICES
    settings: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        keys = self.data / "keys"
        keys.mkdir(exist_ok=True)
        secrets = {name: f"secret-{name}" for name in self.services}
        for name, secret in secrets.items():
            (keys / f"{name}.nats").write_text(secret)
        self.nats = NatsServer(self.data / "nats", accounts_text=accounts([find(name) for name in self.services], secrets))
        self.issuer = Issuer.open(self.data / "dev")
        ports = {(name, n): free_port() for name in self.services for n in range(self.replicas)}
        # Several addresses of one service: gRPC tries the next where one does not answer.
        self._neighbours = {
            name: "ipv4:" + ",".join(f"127.0.0.1:{ports[name, n]}" for n in range(self.replicas)) for name in self.services
        }
        self._witnessed = self._witnesses()
        self.processes = {
            (name, n): Replica(name, n, ports[name, n], self._environment(name, n, ports[name, n]))
            for name in self.services
            for n in range(self.replicas)
        }

    def _witnesses(self) -> dict[str, str]:
        """Everybody asks the witness of the first audit process."""
        if "audit" not in self.services:
            return {}
        self.witness_port = free_port()
        vkey = str(own_witness(self.data, self._site, "audit").verifier)
        return {"WITNESSES": json.dumps([{"url": f"http://127.0.0.1:{self.witness_port}", "vkey": vkey}])}

    @property
    def _site(self) -> str:
        return "sandbox-test" if self.clock else "test"

    def _environment(self, name: str, number: int, port: int) -> dict[str, str]:
        own = {
            "SERVICE": name,
            "MODE": "sandbox" if self.clock else "local",
            "SITE": self._site,
            "DATA": str(self.data),
            "MIGRATE": "true",
            "RPC_PORT": str(port),
            "NEIGHBOURS": json.dumps(self._neighbours),
            "NATS": self.nats.url(),
            "NATS_PASSWORD_FILE": str(self.data / "keys" / f"{name}.nats"),
            "LOG_FILE": str(self.data / "logs" / f"{name}-{number}.jsonl"),
            "HOLDER": f"{name}-{number}",
            **self._witnessed,
            **({"WITNESS_PORT": str(self.witness_port)} if (name, number) == ("audit", 0) else {}),
            **self.settings,
        }
        if name in self.databases:
            own["DATABASE"] = self.databases[name]
        if self.clock is not None:
            own["CLOCK"] = self.clock.isoformat()
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("RECTIFY_")}
        return {**inherited, **{f"RECTIFY_{key}": value for key, value in own.items()}}

    # --- life ---------------------------------------------------------------------------------------------------------

    def start(self) -> Self:
        """Start everything; returns when every process answers."""
        (self.data / "logs").mkdir(exist_ok=True)
        self.nats.start()
        for n in range(self.replicas):  # one replica after the other: each migrates at its start
            for name in self.services:
                self.launch(name, n)
            asyncio.run(self.answering())
        return self

    def launch(self, service: str, number: int = 0) -> None:
        """Start one process, without waiting for it."""
        replica = self.processes[service, number]
        with (self.data / "logs" / f"{service}-{number}.err").open("ab") as errors:
            replica.process = subprocess.Popen(
                [sys.executable, "-m", "chassis.main", service, "serve"],
                env=dict(replica.environment),
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                start_new_session=True,
            )
        replica.stopped = False

    def kill(self, service: str, number: int = 0) -> None:
        """SIGKILL, and wait until it is gone."""
        replica = self.processes[service, number]
        if replica.process is not None:
            replica.process.kill()
            replica.process.wait()
            replica.process = None

    def freeze(self, service: str, number: int = 0) -> None:
        """SIGSTOP."""
        self._signal(service, number, signal.SIGSTOP, True)

    def thaw(self, service: str, number: int = 0) -> None:
        """SIGCONT."""
        self._signal(service, number, signal.SIGCONT, False)

    def _signal(self, service: str, number: int, what: signal.Signals, stopped: bool) -> None:
        replica = self.processes[service, number]
        assert replica.process is not None
        replica.process.send_signal(what)
        replica.stopped = stopped

    def close(self) -> None:
        """End everything in order."""
        for replica in self.processes.values():
            if replica.process is not None:
                if replica.stopped:
                    replica.process.send_signal(signal.SIGCONT)
                replica.process.terminate()
        for replica in self.processes.values():
            if replica.process is not None:
                try:
                    replica.process.wait(20)
                except subprocess.TimeoutExpired:
                    replica.process.kill()
                    replica.process.wait()
                replica.process = None
        self.nats.stop()

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()  # nobody else would end what did start
            raise

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # --- talking ------------------------------------------------------------------------------------------------------

    def address(self, service: str, number: int = 0) -> str:
        """`host:port` of a replica."""
        return f"127.0.0.1:{self.processes[service, number].port}"

    def broker_password(self, service: str) -> str:
        """What a service shows to the broker, as whose user it has its rights there."""
        return (self.data / "keys" / f"{service}.nats").read_text("ascii")

    def token(self, role: str, person: str = SYSTEM, org: str = "") -> str:
        """A token that this system accepts."""
        return self.issuer.issue(person, role, org)

    async def status(self, service: str, number: int = 0, seconds: float = 5.0) -> GetStatusResponse:
        """How far a replica is."""
        found: GetStatusResponse = await self.call(service, _STATUS, GetStatusRequest(), number=number, seconds=seconds)
        return found

    async def call(
        self, service: str, rpc: str, request: Message, role: str = "operator", number: int = 0, seconds: float = 30.0
    ) -> Any:
        """One call over a channel of its own."""
        async with Client(self.address(service, number), lambda: self.token(role)) as client:
            return await client.call(rpc, request, timeout=seconds)

    async def answering(self, seconds: float = 60.0) -> None:
        """Wait until every process that runs answers.

        Raises:
            NotReady: one does not, or ended; the end of its log is in the message.
        """
        end = time.monotonic() + seconds
        for replica in self.processes.values():
            while replica.process is not None and not replica.stopped:
                if replica.process.poll() is not None or time.monotonic() > end:
                    raise NotReady(self.last_words(replica))
                try:
                    await self.status(replica.service, replica.number, 2.0)
                    break
                except Exception:  # noqa: BLE001 - whatever it is, it does not answer yet; the loop ends by time
                    await asyncio.sleep(0.05)

    async def at_rest(self, seconds: float = 120.0) -> None:
        """Wait until every follower of every service is at its head, twice in a row.

        Raises:
            NotReady: they are not; who lags is in the message.
        """
        end, before, behind = time.monotonic() + seconds, None, ["nobody asked yet"]
        while time.monotonic() < end:
            try:
                statuses = {name: await self._reached(name) for name in self.services}
            except Exception as error:  # noqa: BLE001 - a service that is restarting is not at rest
                behind, before = [repr(error)], None
                await asyncio.sleep(0.2)
                continue
            behind = list(lagging(statuses))
            heads = {name: status.position for name, status in statuses.items()}
            if not behind and heads == before:
                return
            before = heads if not behind else None
            await asyncio.sleep(0.1)
        raise NotReady(f"not at rest after {seconds:.0f} s: {behind}")

    async def _reached(self, service: str) -> GetStatusResponse:
        """How far a service is: of each follower what the replica that works says, for the others stand by."""
        first, *others = [await self.status(service, n) for n in range(self.replicas)]
        followers = {follower.name: follower for follower in first.followers}
        for other in others:
            first.position = max(first.position, other.position)
            for follower in other.followers:
                known = followers[follower.name]
                known.position, known.head = max(known.position, follower.position), max(known.head, follower.head)
        return first

    def last_words(self, replica: Replica) -> str:
        """The end of a process's logs."""
        logs = self.data / "logs"
        names = (f"{replica.service}-{replica.number}.err", f"{replica.service}-{replica.number}.jsonl")
        return "\n".join((logs / name).read_text(errors="replace")[-1500:] for name in names if (logs / name).exists())
