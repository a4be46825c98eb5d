"""All services without a store: aggregates, policies and read models alone, quick enough for thousands of histories.

What the machine adds (bytes, transactions, delivery, limits of effective time) is not here; what bodies may do to each
other is, whole. A world can be forked: what happens in one branch is not seen in the other.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID, uuid5

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from protovalidate import Validator
from rectify.envelope.v1.envelope_pb2 import EventRef, Receipt

from chassis import mapping
from chassis.auth import Caller, authorise
from chassis.dispatch.form import why
from chassis.dispatch.reading import path
from chassis.node.assembly import whole
from chassis.read_log import reading
from chassis.refusal_log import concerned, refusal_event
from chassis.service import Query, Service, Sweep
from chassis.store.rows.memory import MemoryRows
from kernel.aggregates import Aggregate, Repository
from kernel.context import NAMES, SYSTEM, Act, Asker, named
from kernel.envelope import Recorded, Told
from kernel.errors import EffectiveInFuture, InvalidField, Kind, Refusal, Unavailable
from kernel.messages import Changes, Event, ballots, facts
from testkit.given import ZONE
from testkit.scenario_parts import Mistake
from testkit.scenario_world import Happened
from testkit.world import services

A = TypeVar("A", bound=Aggregate)

# One thing leads to another; a chain longer than this goes in a circle.
REACTIONS = 20_000


class CannotReact(AssertionError):
    """A policy failed on an event that stands: in a running system it would be set aside."""


@dataclass
class _Node:
    """One service: its events, what they fold to, its read models."""

    service: Service
    log: list[Recorded[Any]] = field(default_factory=list)
    streams: dict[str, tuple[tuple[Event, datetime], ...]] = field(default_factory=dict)
    known: dict[str, dict[type[Aggregate], Aggregate]] = field(default_factory=dict)
    rows: MemoryRows = field(default_factory=MemoryRows)
    commands: set[str] = field(default_factory=set)
    ballots: dict[str, dict[str, int]] = field(default_factory=dict)
    refused: dict[tuple[str, date, str], int] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return f"sandbox-pure/{self.service.name}/1"

    def find(self, kind: type[A], id: str) -> A:
        """See `kernel.aggregates.Repository`."""
        found = self.known.get(id, {}).get(kind)
        if found is None:
            found = kind(id=id)
            for event, at in self.streams.get(id, ()):
                found.fold(event, at)
            self.known[id] = {**self.known.get(id, {}), kind: found}
        return cast(A, found)

    def tally(self, box: str) -> dict[str, int]:
        """See `kernel.aggregates.BallotBoxes`."""
        return dict(self.ballots.get(box, {}))

    def fork(self) -> "_Node":
        return replace(
            self,
            log=list(self.log),
            streams=dict(self.streams),
            known=dict(self.known),
            rows=self.rows.fork(),
            commands=set(self.commands),
            ballots={box: dict(counts) for box, counts in self.ballots.items()},
            refused=dict(self.refused),
        )

    def add(self, recorded: Recorded[Any]) -> None:
        """Take an event in: into the log, the aggregates that know its stream, the read models."""
        event, stream, at = recorded.event, recorded.aggregate, recorded.effective
        self.log.append(recorded)
        if stream in self.known:
            # Copies, for a fork may still hold the state before.
            self.known[stream] = {kind: one.model_copy(deep=True).fold(event, at) for kind, one in self.known[stream].items()}
        self.streams[stream] = (*self.streams.get(stream, ()), (event, at))
        for projection in self.service.projections.values():
            projection.fold(recorded, self.rows)


class PureWorld:
    """Every service, as `testkit.scenario_world.World` asks for it.

    Args:
        clock: where time begins, aware. pages: the services; None takes all that are installed.
        seen: called after every command and midnight with the world and what was recorded since.
    """

    name = "pure"

    def __init__(
        self,
        clock: datetime,
        zone: tzinfo = ZONE,
        pages: Sequence[Service] | None = None,
        seen: Callable[["PureWorld", str, Message, Caller], None] | None = None,
    ) -> None:
        self.zone = zone
        self._now = clock.astimezone(UTC)
        self._validator = _validator()
        self._seen = seen
        self._nodes = {page.name: _Node(whole(page)) for page in (services() if pages is None else pages)}
        self._hearers = _hearers(self._nodes.values())

    def fork(self) -> "PureWorld":
        """A world that goes on from here on its own."""
        made = object.__new__(PureWorld)
        made.__dict__.update(self.__dict__)
        made._nodes = {name: node.fork() for name, node in self._nodes.items()}
        made._seen = None
        return made

    # --- World -------------------------------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The business clock."""
        return self._now

    def call(self, service: str, method: MethodDescriptor, request: Message, caller: Caller) -> Message:
        """See `World`."""
        node = self._nodes.get(service)
        if node is None:
            raise Unavailable(what=service, why="it is not part of this world")
        try:
            self._admit(method, request, caller)
            if method.name not in node.service.commands:
                return self._answer(node, method, request, caller)
            answer = self._command(node, method, request, caller)
        except Refusal as refusal:
            self._refused(node, method.name, request, caller, refusal)
            raise
        if self._seen is not None:
            self._seen(self, f"{service}/{method.name}", request, caller)
        return answer

    def advance(self, to: datetime) -> None:
        """See `World`."""
        to = to.astimezone(UTC)
        while (midnight := self._midnight()) <= to:
            self._now = midnight
            self.sweep()
        self._now = max(self._now, to)

    def set_back(self, by: timedelta) -> None:
        """Business time does not go back, and here there is no other."""
        del by

    def tamper(self, service: str, position: int) -> None:
        """There is no database here that somebody could reach past a service.

        Raises:
            Mistake: always.
        """
        raise Mistake(f"{service} #{position}: nobody reaches past a pure world; say `only: [live]`")

    def mark(self) -> Mapping[str, int]:
        """See `World`."""
        return {name: len(node.log) for name, node in self._nodes.items()}

    def since(self, mark: Mapping[str, int]) -> list[Happened]:
        """See `World`."""
        found = [_happened(one) for name, node in self._nodes.items() for one in node.log[mark.get(name, 0) :]]
        return sorted(found, key=lambda event: (event.at, event.source, event.position))

    def history(self, about: str, as_of: datetime | None = None, as_of_effective: datetime | None = None) -> list[Happened]:
        """See `World`."""
        return [
            event
            for event in self.since({})
            if about in event.refs
            and (as_of is None or event.at <= as_of)
            and (as_of_effective is None or event.effective <= as_of_effective)
        ]

    def log(self, service: str) -> Sequence[Recorded[Any]]:
        """All events of a service, in order."""
        return self._nodes[service].log

    def repository(self, service: str) -> Repository:
        """The aggregates of a service."""
        return self._nodes[service]

    def rows(self, service: str) -> MemoryRows:
        """The read models of a service."""
        return self._nodes[service].rows

    def pages(self) -> Mapping[str, Service]:
        """The services by name."""
        return {name: node.service for name, node in self._nodes.items()}

    # --- the way of a command ----------------------------------------------------------------------------------------

    def _admit(self, method: MethodDescriptor, request: Message, caller: Caller) -> None:
        violations = self._validator.collect_violations(request, fail_fast=True)
        if violations:
            where = path(violations[0].proto.field)
            raise InvalidField(field=where, field_name=where or method.name, why=why(violations[0]))
        authorise(caller, method)

    def _command(self, node: _Node, method: MethodDescriptor, request: Any, caller: Caller) -> Receipt:
        page = node.service.commands[method.name]
        given = request.meta.command_id or str(uuid5(NAMES, f"{node.source}:{len(node.log)}:{method.name}"))
        if given in node.commands:
            return Receipt(command_id=given, position=len(node.log), repeated=True)
        effective = request.meta.effective.ToDatetime(tzinfo=UTC) if request.meta.HasField("effective") else self._now
        if effective > self._now:
            raise EffectiveInFuture(effective=effective.isoformat(), now=self._now.isoformat())
        act = Act(self._now, effective, UUID(given), caller.person, caller.role, caller.org, self.zone)
        command = page.read(request) if page.read else mapping.from_proto(request, page.command)
        answers = {"answers": tuple(self._ask(ask, command, act) for ask in page.asks)} if page.asks else {}
        changes = page.handler(command, act, node, **answers)
        added = self._append(node, changes, act, ())
        node.commands.add(given)
        self._settle([(node, one) for one in added])
        refs = [
            EventRef(source=o.source, position=o.position, topic=o.topic, aggregate=o.aggregate, version=o.version) for o in added
        ]
        return Receipt(command_id=given, events=refs, position=len(node.log))

    def _ask(self, ask: Any, command: Any, act: Act) -> Any:
        question = ask.ask(command, act)
        if question is None:
            return None
        node = self._nodes[ask.service]
        method = node.service.rpc.methods_by_name[ask.rpc]
        asker = Caller(named("service", ask.service), "service:neighbour", "")
        try:
            return ask.hear(self._answer(node, method, question, asker))
        except Refusal as refusal:
            if refusal.kind is Kind.NOT_FOUND:
                return None
            raise

    def _answer(self, node: _Node, method: MethodDescriptor, request: Any, caller: Caller) -> Message:
        page: Query = node.service.queries[method.name]
        known = self._known_at(node, request)
        question = page.read(request) if page.read else mapping.from_proto(request, page.question)
        asker = {"asker": Asker(caller.person, caller.role, caller.org, self._today)} if page.asker else {}
        answer = page.handler(question, known.rows, known, **asker)
        if page.reads is not None and (shown := page.reads(question, answer)):
            act = Act(self._now, self._now, UUID(int=0), caller.person, caller.role, caller.org, self.zone)
            self._append(node, reading(node.service.name, method.name, shown)(act, node), act, ())
        if page.write is not None:
            return page.write(answer)
        response: Message = mapping.to_proto(answer, GetMessageClass(method.output_type))
        return response

    def _known_at(self, node: _Node, request: Any) -> _Node:
        """The service as it was known at the dates that a question names."""
        meta = request.meta
        if not (meta.HasField("as_of") or meta.HasField("as_of_effective")):
            return node
        then = _Node(node.service)
        recorded = meta.as_of.ToDatetime(tzinfo=UTC) if meta.HasField("as_of") else None
        effective = meta.as_of_effective.ToDatetime(tzinfo=UTC) if meta.HasField("as_of_effective") else None
        for one in node.log:
            if (recorded is None or one.at <= recorded) and (effective is None or one.effective <= effective):
                then.add(one)
        return then

    def _refused(self, node: _Node, rpc: str, request: Message, caller: Caller, refusal: Refusal) -> None:
        day = self._today
        count = node.refused[caller.person, day, refusal.code] = node.refused.get((caller.person, day, refusal.code), 0) + 1
        stream = named("refusals", caller.person, day.isoformat())
        about = {f"about_{n}": one for n, one in enumerate(concerned(request), 1)}
        event = refusal_event(node.service.name)(
            id=stream, day=day, rpc=rpc, code=refusal.code, field=refusal.field[:128], count=count, counted=False, **about
        )
        act = Act(self._now, self._now, UUID(int=0), caller.person, caller.role, caller.org, self.zone)
        self._append(node, [event], act, ())

    # --- events and what follows -------------------------------------------------------------------------------------

    def _append(self, node: _Node, changes: Changes, act: Act, causes: tuple[str, ...]) -> list[Recorded[Any]]:
        added: list[Recorded[Any]] = []
        for ballot in ballots(changes):
            counters = node.ballots.setdefault(ballot.box, {})
            for key, by in ballot.counters.items():
                counters[key] = counters.get(key, 0) + by
        for fact in facts(changes):
            event = fact.event
            position = len(node.log) + 1
            recorded = Recorded(
                event=event,
                source=node.source,
                position=position,
                pub=position if type(event) in node.service.publishes else None,
                aggregate=event.stream,
                version=len(node.streams.get(event.stream, ())) + 1,
                topic=event.TOPIC,
                at=self._now,
                effective=fact.effective or act.effective,
                command=str(act.command),
                causes=causes,
                refs=_refs(event),
                actor=act.actor,
                role=act.role,
                org=act.org,
                rule=f"{fact.rulebook}:{fact.rule}" if fact.rule else "",
                leaf=bytes(32),
            )
            node.add(recorded)
            added.append(recorded)
        return added

    def _settle(self, begun: Sequence[tuple[_Node, Recorded[Any]]]) -> None:
        """Let own policies and neighbours react until nothing follows any more."""
        waiting = deque(begun)
        for _ in range(REACTIONS):
            if not waiting:
                return
            node, recorded = waiting.popleft()
            for policy in node.service.policies.get(type(recorded.event), ()):
                waiting.extend(self._react(node, policy, recorded, recorded))
            made = node.service.publishes.get(type(recorded.event))
            if made is None:
                continue
            message = mapping.to_proto(recorded.event, made) if isinstance(made, type) else made(recorded)
            for hearer, hear in self._hearers.get(message.DESCRIPTOR.full_name, ()):
                news = hear.read(message) if hear.read else mapping.from_proto(message, hear.news, skip=())
                told = Told(
                    news,
                    recorded.source,
                    recorded.position,
                    recorded.position,
                    recorded.at,
                    recorded.effective,
                    recorded.actor,
                    recorded.role,
                    recorded.org,
                    recorded.rule,
                    recorded.refs,
                )
                for policy in hear.policies:
                    waiting.extend(self._react(self._nodes[hearer], policy, told, recorded))
        raise AssertionError("services keep reacting to each other")

    def _react(
        self, node: _Node, policy: Callable[..., Changes], cause: Any, recorded: Recorded[Any]
    ) -> Iterator[tuple[_Node, Recorded[Any]]]:
        origin = f"{recorded.source}:{recorded.position}"
        act = Act(
            self._now, recorded.effective, uuid5(NAMES, f"{origin}:{policy.__name__}"), SYSTEM, "system", recorded.org, self.zone
        )
        try:
            changes = policy(cause, act, node)
        except Refusal as refusal:
            raise CannotReact(f"{node.service.name}.{policy.__name__} on {recorded.topic}: {refusal.code}") from refusal
        yield from ((node, one) for one in self._append(node, changes, act, (origin,)))

    def sweep(self) -> None:
        """What this day brings, to every service."""
        day = self._today
        for node in self._nodes.values():
            for name, sweep in node.service.sweeps.items():
                for item in sweep.due(day, node.rows):
                    command = uuid5(NAMES, f"{node.source}:{name}:{day}:{item}")
                    act = Act(self._now, self._now, command, SYSTEM, "system", "", self.zone)
                    self._settle([(node, one) for one in self._append(node, _swept(sweep, item, day, act, node), act, ())])

    @property
    def _today(self) -> date:
        return self._now.astimezone(self.zone).date()

    def _midnight(self) -> datetime:
        return datetime.combine(self._today + timedelta(days=1), datetime.min.time(), self.zone).astimezone(UTC)


@cache
def _validator() -> Validator:
    """One for all worlds: it learns each message's rules once."""
    return Validator()


def _swept(sweep: Sweep, item: str, day: date, act: Act, repo: Repository) -> Changes:
    changes: Changes = sweep.handler(item, day, act, repo)
    return changes


def _hearers(nodes: Any) -> dict[str, list[tuple[str, Any]]]:
    found: dict[str, list[tuple[str, Any]]] = {}
    for node in nodes:
        for full_name, hear in node.service.hears.items():
            found.setdefault(full_name, []).append((node.service.name, hear))
    return found


def _refs(event: Event) -> tuple[str, ...]:
    values = {getattr(event, name) for name in type(event).ref_fields()} | {event.stream}
    return tuple(sorted(value for value in values if value))


def _happened(recorded: Recorded[Any]) -> Happened:
    sealed = recorded.event.personal_fields()
    body = {name: value for name, value in recorded.event.model_dump(mode="json").items() if name not in sealed}
    return Happened(
        recorded.source,
        recorded.position,
        recorded.topic,
        recorded.aggregate,
        recorded.version,
        recorded.at,
        recorded.effective,
        recorded.actor,
        recorded.role,
        recorded.org,
        recorded.rule,
        recorded.refs,
        body,
        recorded.causes,
    )
