"""The same as `MemoryWorld`, against a running system with a sandbox clock, through gRPC alone."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from rectify.envelope.v1.envelope_pb2 import Receipt
from rectify.log.v1 import log_service_pb2
from rectify.ops.v1 import ops_service_pb2

from chassis.auth import Caller, Issuer
from chassis.rpc.client import Client
from chassis.sandbox import advance, idle
from chassis.service import options
from kernel.context import SYSTEM
from testkit.scenario_parts import Mistake
from testkit.scenario_world import Happened, in_order
from translog.record import read_body, read_envelope, unpack
from translog.record.envelope import envelope_dict

PAGE = 500
_LOG = log_service_pb2.DESCRIPTOR.services_by_name["LogService"].methods_by_name
_OPS = ops_service_pb2.DESCRIPTOR.services_by_name["OpsService"].methods_by_name


class LiveWorld:
    """A running system.

    Args:
        endpoints: `host:port` by service; issuer: vouches for whoever acts in it.
        zone: in which days begin; patience: seconds of machine time in which it must come to rest.
        clocks: files that the services' clocks are read from, beside their databases, where the system's data are at hand.
        eager: whether everything comes to rest after every command; else only before another service is spoken to and
            before time moves, and questions in between wait for the last command alone.
    """

    name = "live"

    def __init__(
        self,
        endpoints: Mapping[str, str],
        issuer: Issuer,
        zone: tzinfo,
        patience: float = 60.0,
        *,
        clocks: Sequence[Path] = (),
        eager: bool = True,
    ) -> None:
        self.zone = zone
        self._clocks = clocks
        self._eager = eager
        self._restless = ""  # the service that may still be at work
        self._position = 0
        self._issuer, self._patience = issuer, patience
        self._operator = issuer.issue(SYSTEM, "operator")
        self._mirror = issuer.issue(SYSTEM, "service:audit")
        self._token = self._operator
        self._runner = asyncio.Runner()
        self._clients: dict[str, Client] = self._runner.run(self._connect(endpoints))

    async def _connect(self, endpoints: Mapping[str, str]) -> dict[str, Client]:
        return {name: Client(address, lambda: self._token) for name, address in endpoints.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all connections."""
        for client in self._clients.values():
            self._runner.run(client.close())
        self._runner.close()

    def start(self, clock: datetime) -> None:
        """Bring a fresh sandbox to the moment at which a scenario begins.

        Raises:
            Mistake: it is later there, or the system is no sandbox.
        """
        if not all(status.sandbox for status in self._statuses().values()):
            raise Mistake(f"the system runs in real time; scenarios need a sandbox: rectify up --clock {clock.isoformat()}")
        if self.now > clock:
            raise Mistake(f"it is {self.now.isoformat()} there, the scenario begins at {clock.isoformat()}; start a new sandbox")
        self.advance(clock)

    @property
    def now(self) -> datetime:
        """The business clock of the service that is ahead of the others."""
        newest: datetime = max(status.now.ToDatetime(tzinfo=UTC) for status in self._statuses().values())
        return newest

    def call(self, service: str, method: MethodDescriptor, request: Message, caller: Caller) -> Message:
        """See `World`."""
        if self._restless and self._restless != service:
            self._rest()
        if self._restless and options(method).query:
            request.meta.position = self._position  # type: ignore[attr-defined] # every question has it
        answer = self._ask(service, method, request, self._issuer.issue(caller.person, caller.role, caller.org))
        if isinstance(answer, Receipt):
            self._restless, self._position = service, answer.position
            if self._eager:
                self._rest()
        return answer

    def _rest(self) -> None:
        self._runner.run(idle(self._clients, self._patience))
        self._restless = ""

    def advance(self, to: datetime) -> None:
        """See `World`."""
        self._rest()
        self._runner.run(advance(to, self._clients, self.zone, patience=self._patience))

    def set_back(self, by: timedelta) -> None:
        """Set back what the services take for the clock of their machine.

        Raises:
            Mistake: the system runs elsewhere.
        """
        if not self._clocks:
            raise Mistake(f"the clock of a system whose data are not at hand cannot be set back by {by}; say `only: [memory]`")
        self._rest()
        for file in self._clocks:
            now = datetime.fromisoformat(json.loads(file.read_text("utf-8"))["now"])
            fresh = file.with_suffix(".back")
            fresh.write_text(json.dumps({"now": (now - by).isoformat()}), "utf-8")
            fresh.replace(file)

    def tamper(self, service: str, position: int) -> None:
        """See `World`; the service goes on running and notices nothing.

        Raises:
            Mistake: the system runs elsewhere, or keeps its events in a database that is no file.
        """
        self._rest()
        stores = [file.parent / "store.sqlite" for file in self._clocks if file.parent.name == service]
        if not stores or not stores[0].exists():
            raise Mistake(f"the database of {service} is not at hand as a file")
        with closing(sqlite3.connect(stores[0], timeout=30)) as connection, connection:
            connection.execute("DELETE FROM stored_events WHERE notification_id = ?", (position,))

    def _ask(self, service: str, method: MethodDescriptor, request: Message, token: str) -> Message:
        """One call in somebody's name; all else is asked as an operator."""
        self._token = token
        try:
            answer: Message = self._runner.run(self._clients[service].call(method, request, wait=True))
        finally:
            self._token = self._operator
        return answer

    def _statuses(self) -> dict[str, Any]:
        question = ops_service_pb2.GetStatusRequest()
        return {name: self._ask(name, _OPS["GetStatus"], question, self._operator) for name in self._clients}

    # --- what happened -----------------------------------------------------------------------------------------------

    def mark(self) -> Mapping[str, int]:
        """See `World`."""
        return {name: status.position for name, status in self._statuses().items()}

    def since(self, mark: Mapping[str, int]) -> list[Happened]:
        """See `World`."""
        self._rest()
        found = [event for service in self._clients for event in self._events(service, mark.get(service, 0))]
        return sorted(found, key=lambda event: (event.at, event.source, event.position))

    def history(self, about: str, as_of: datetime | None = None, as_of_effective: datetime | None = None) -> list[Happened]:
        """See `World`; read from the services' own logs, so that what audit says can be compared with it."""
        return in_order(
            event
            for event in self.since({})
            if about in event.refs
            and (as_of is None or event.at <= as_of)
            and (as_of_effective is None or event.effective <= as_of_effective)
        )

    def _events(self, service: str, after: int) -> Iterator[Happened]:
        while True:
            request = log_service_pb2.ReadLogRequest(after=after, limit=PAGE)
            page: Any = self._ask(service, _LOG["ReadLog"], request, self._mirror)
            for row in page.rows:
                yield _happened(row)
            if not page.rows:
                return
            after = page.rows[-1].position


def _happened(row: Any) -> Happened:
    envelope_bytes, body_bytes = unpack(row.state)
    envelope, body = envelope_dict(read_envelope(envelope_bytes)), read_body(body_bytes)
    return Happened(
        envelope["src"],
        row.position,
        envelope["type"],
        envelope["agg"],
        int(envelope["ver"]),
        datetime.fromisoformat(envelope["at"]),
        datetime.fromisoformat(envelope["eff"]),
        envelope["actor"],
        envelope["role"],
        envelope["org"],
        envelope["rule"],
        tuple(envelope["refs"]),
        body.clear,
        tuple(envelope["caus"]),
    )
