"""The same as `MemoryWorld`, against a running system with a sandbox clock, through gRPC alone."""

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from rectify.log.v1 import log_service_pb2
from rectify.ops.v1 import ops_service_pb2

from chassis.auth import Caller, Issuer
from cli.remote import Remote
from kernel.context import SYSTEM
from testkit.scenario_parts import Mistake
from testkit.scenario_world import Happened
from translog.record import read_body, read_envelope, unpack
from translog.record.envelope import envelope_dict

PAGE = 500
_LOG = log_service_pb2.DESCRIPTOR.services_by_name["LogService"].methods_by_name
_OPS = ops_service_pb2.DESCRIPTOR.services_by_name["OpsService"].methods_by_name


class NotAtRest(AssertionError):
    """The system did not come to rest in time, or set an event aside."""


class LiveWorld:
    """A running system.

    Args:
        remote: its services; issuer: vouches for whoever acts in it.
        zone: in which days begin; patience: seconds of machine time in which it must come to rest.
    """

    name = "live"

    def __init__(self, remote: Remote, issuer: Issuer, zone: tzinfo, patience: float = 60.0) -> None:
        self.zone = zone
        self._remote, self._issuer, self._patience = remote, issuer, patience
        self._operator = issuer.issue(SYSTEM, "operator")
        self._mirror = issuer.issue(SYSTEM, "service:audit")

    def start(self, clock: datetime) -> None:
        """Bring a fresh sandbox to the moment at which a scenario begins.

        Raises:
            Mistake: it is later there, or the system is no sandbox.
        """
        for service in self._remote.services:
            if not self._status(service).sandbox:
                start = f"rectify up --clock {clock.isoformat()}"
                raise Mistake(f"{service} runs on the system's clock; scenarios need a sandbox: {start}")
        if self.now > clock:
            raise Mistake(f"it is {self.now.isoformat()} there, the scenario begins at {clock.isoformat()}; start a new sandbox")
        self._set(clock)
        self._sweep()

    @property
    def now(self) -> datetime:
        """The business clock of the service that is ahead of the others."""
        stamps = [self._status(service).now for service in self._remote.services]
        newest: datetime = max(stamp.ToDatetime(tzinfo=UTC) for stamp in stamps)
        return newest

    def call(self, service: str, method: MethodDescriptor, request: Message, caller: Caller) -> Message:
        """See `World`."""
        token = self._issuer.issue(caller.person, caller.role, caller.org)
        answer = self._remote.call(service, method, request, token)
        if answer.DESCRIPTOR.full_name == "rectify.envelope.v1.Receipt":
            self._settle()
        return answer

    def advance(self, to: datetime) -> None:
        """See `World`."""
        now, to = self.now, to.astimezone(UTC)
        while (midnight := _midnight(now, self.zone)) <= to:
            self._set(midnight)
            self._sweep()
            now = midnight
        self._set(to)
        self._settle()

    def set_back(self, by: timedelta) -> None:
        """A running sandbox's clock cannot be set back; scenarios that do it say `only: [memory]`.

        Raises:
            Mistake: always.
        """
        raise Mistake(f"the clock of a running system cannot be set back by {by}; say `only: [memory]`")

    def _set(self, to: datetime) -> None:
        request: Any = ops_service_pb2.SetClockRequest()
        request.now.FromDatetime(to)
        for service in self._remote.services:
            self._remote.call(service, _OPS["SetClock"], request, self._operator)

    def _sweep(self) -> None:
        self._settle()
        for service in self._remote.services:
            self._remote.call(service, _OPS["RunSweeps"], ops_service_pb2.RunSweepsRequest(), self._operator)
        self._settle()

    # --- coming to rest ----------------------------------------------------------------------------------------------

    def _status(self, service: str) -> Any:
        return self._remote.call(service, _OPS["GetStatus"], ops_service_pb2.GetStatusRequest(), self._operator)

    def _settle(self) -> None:
        """Ask until every follower of every log has what there is, and nothing moved since the last time of asking."""
        until = time.monotonic() + self._patience
        before: dict[str, int] = {}
        pause = 0.002
        while True:
            statuses = {service: self._status(service) for service in self._remote.services}
            for service, status in statuses.items():
                if status.quarantined:
                    raise NotAtRest(f"{service} set {status.quarantined} events aside: rectify audit quarantine list")
            heads = {service: status.position for service, status in statuses.items()}
            behind = list(_behind(statuses))
            if not behind and heads == before:
                return
            if time.monotonic() > until:
                raise NotAtRest(f"not at rest after {self._patience} s: {behind or heads}")
            before = heads
            if behind:
                time.sleep(pause)
                pause = min(pause * 2, 0.1)

    # --- what happened -----------------------------------------------------------------------------------------------

    def mark(self) -> Mapping[str, int]:
        """See `World`."""
        return {service: self._status(service).position for service in self._remote.services}

    def since(self, mark: Mapping[str, int]) -> list[Happened]:
        """See `World`."""
        found = [event for service in self._remote.services for event in self._events(service, mark.get(service, 0))]
        return sorted(found, key=lambda event: (event.at, event.source, event.position))

    def history(self, about: str, as_of: datetime | None = None, as_of_effective: datetime | None = None) -> list[Happened]:
        """See `World`; read from the services' own logs, so that what audit says can be compared with it."""
        return [
            event
            for event in self.since({})
            if about in event.refs
            and (as_of is None or event.at <= as_of)
            and (as_of_effective is None or event.effective <= as_of_effective)
        ]

    def _events(self, service: str, after: int) -> Iterator[Happened]:
        while True:
            request = log_service_pb2.ReadLogRequest(after=after, limit=PAGE)
            page: Any = self._remote.call(service, _LOG["ReadLog"], request, self._mirror)
            for row in page.rows:
                yield _happened(row)
            if not page.rows:
                return
            after = page.rows[-1].position


def _midnight(moment: datetime, zone: tzinfo) -> datetime:
    day = moment.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)


def _behind(statuses: Mapping[str, Any]) -> Iterator[str]:
    """Followers that do not have everything; a consumer's measure is the neighbour's own word, not what it has heard."""
    published = {status.source: status.pub for status in statuses.values()}
    for service, status in statuses.items():
        for follower in status.followers:
            kind, _, origin = follower.name.partition(":")
            head = published.get(origin, follower.head) if kind == "consumer" else follower.head
            if follower.position < max(head, follower.head):
                yield f"{service} {follower.name} at {follower.position} of {head}"


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
    )
