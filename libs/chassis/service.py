"""The declaration of a service, checked when it is built: what it owns, offers, hears, keeps and publishes."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any, Protocol

from google.protobuf.descriptor import Descriptor, MethodDescriptor, ServiceDescriptor
from google.protobuf.message import Message as Proto
from rectify.options.v1 import options_pb2

from kernel.envelope import Flaw
from kernel.messages import Command, Event, News, Question
from kernel.tables import Row, Rows, Table

Handler = Callable[..., Any]


class DeclarationError(TypeError):
    """The page of a service says something that cannot be."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to a neighbour that must be answered before a command is decided.

    Attributes:
        service: the neighbour's name; rpc: its query.
        ask: command and acting circumstances to the neighbour's request message, or None when nothing need be asked.
        hear: the neighbour's response to this context's own words (a kernel `Answer`); handlers get it as the keyword
            `answers`, a tuple with one entry per Ask (None where nothing was asked or the neighbour refused not-found).
    """

    service: str
    rpc: str
    ask: Callable[[Any, Any], Proto | None]
    hear: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Rpc:
    """A command: `handler(command, act, repo[, answers=…]) -> Changes`.

    The request message maps onto `command` field by field, by name (its `meta` is the envelope's and is not mapped);
    `read` replaces that mapping where names are not enough.

    An `anonymous` command is recorded as the system's, in the role `public` and for no organ, whoever gave it, refusals
    too; and the digest that its id is kept with says nothing of the request, for who knows half of one could find the
    other half by trying. The same id again therefore gets the first answer, whatever comes with it.
    """

    command: type[Command]
    handler: Handler
    read: Callable[[Any], Command] | None = None
    asks: Sequence[Ask] = ()
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: `handler(question, rows, repo) -> Answer`, mapped onto the response message by name or by `write`.

    `scope(question, repo) -> ids` names the aggregates whose events suffice to answer as of a date; without it, or when
    it answers None, an as-of question folds the whole log up to that date.

    `asker` gives the handler the keyword `asker`, a `kernel.context.Asker`: for answers that depend on who asks.
    `reads(question, answer) -> ids` names what the answer shows of things whose every reading is a fact (SOD-15): the
    reading is recorded before the answer leaves.
    """

    question: type[Question]
    handler: Handler
    read: Callable[[Any], Question] | None = None
    write: Callable[[Any], Proto] | None = None
    scope: Callable[..., Sequence[str] | None] | None = None
    asker: bool = False
    reads: Callable[[Any, Any], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Native:
    """A question answered from bytes and other services: `await answer(request, tools) -> response`, in protobuf.

    `tools` is what `Service.tools` makes of the node that runs the service; `asker` gives the keyword `asker`, as for `Query`.
    """

    answer: Callable[..., Awaitable[Proto]]
    asker: bool = False


@dataclass(frozen=True, slots=True)
class Hear:
    """What to do with a neighbour's published event: `policy(told, act, repo) -> Changes`, each policy by its own name."""

    news: type[News]
    policies: Sequence[Handler]
    read: Callable[[Any], News] | None = None


@dataclass(frozen=True, slots=True)
class Projection:
    """A read model: `fold(recorded, rows) -> None`, a `match` over events; its position is the chassis's business."""

    tables: Sequence[Table]
    fold: Callable[[Any, Rows], None]


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a new day brings: `due(day, rows) -> ids` of aggregates, then for each `handler(id, day, act, repo) -> Changes`.

    Both are repeatable: an id whose state needs nothing yields no change. `due` may yield ids page by page; with `batch`
    above 1 so many ids are handled by one command, and singly only when that command fails, so that one that fails holds
    up no other. The handler of a batch reads nothing that another id's changes touch.
    """

    due: Callable[[date, Rows], Iterable[str]]
    handler: Handler
    batch: int = 1


@dataclass(frozen=True, slots=True)
class Site:
    """A static site for everybody: `pages(rows) -> {path: content}`, made anew after the events it shows.

    Content is bytes, served as they are, or the name of a template and what fills it (Jinja2, escaped). The path's ending
    says what it is: css, html, json or txt. `pages` is pure: equal read models give equal pages.

    Attributes:
        pages: see above; templates: `package:folder` where they lie; after: own events it shows.
    """

    pages: Callable[[Rows], Mapping[str, bytes | tuple[str, Mapping[str, Any]]]]
    templates: str
    after: Sequence[type[Event]]


class Provable(Protocol):
    """Something that is to be proved to everybody: the fact itself and the approvals of it, by position in the own log."""

    @property
    def id(self) -> str:
        """Its name among all that this service proves."""
        ...

    @property
    def source(self) -> int:
        """Position of the fact, which discloses itself (`translog.publication`)."""
        ...

    @property
    def approvals(self) -> Sequence[int]:
        """Positions of the approvals."""
        ...


@dataclass(frozen=True, slots=True)
class Proves:
    """Facts that get a proof file (`rectify-publication/1`), made once a cosigned checkpoint covers them.

    Attributes:
        wanted: `wanted(rows) -> [Provable]`, those that have none yet.
        keep: `keep(provable, proof, policy, act, repo) -> Changes`, the decision to keep the proof, a JSON text, and the
            policy under which it is valid; nothing when there is one.
    """

    wanted: Callable[[Rows], Sequence[Any]]
    keep: Callable[[Any, str, str, Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Check:
    """An executable audit that only the owning service can run: `run(rows, repo, events) -> (checked, flaws)`.

    `events` iterates over all `Recorded` of the service in log order.
    """

    invariant: str
    run: Callable[..., tuple[int, Sequence[Flaw]]]


def everything(table: str, row: Row) -> bool:
    """No row is behind a wall."""
    del table, row
    return True


@dataclass(frozen=True)
class Service:
    """One service, on one page.

    Attributes:
        name: the context's name; every topic of its own begins with it.
        events: the facts it owns.
        rpc: descriptor of its gRPC service.
        commands, queries: by method name; with the natives exactly the methods of `rpc`.
        natives: questions by method name that are answered from bytes; only for a service that mirrors others.
        mirrors: names of the services whose whole logs it keeps; may include its own.
        tools: makes of a running node's facilities (`chassis.node.Facilities`) what the natives need.
        policies: own events to reactions `policy(recorded, act, repo) -> Changes`.
        hears: neighbours' published messages by full protobuf name (`rectify.supervision.v1.PlanReturned`).
        projections: read models by name.
        sweeps: daily sweeps by name.
        publishes: own events to the published message class (mapped by name) or a function of the recorded event.
        files: whether it offers FilesService.
        site: a static site that it offers to everybody, over HTTP and as a folder; None offers none.
        proves: what it proves to everybody; None proves nothing.
        checks: executable audits of its own by id (`I22`); the chassis adds those that every service has (I11, I15).
        chores: by name, what it does by itself from time to time: `await chore(tools)`, looked at twice a minute of machine time
            by one process; not in a sandbox, whose time stands still.
        admit: looks at the read models when a node starts, and refuses to start when what is recorded rests on something
            that is not loaded any more.
        shown: whether a difference between two dates may show a row of a table of its read models; what stands behind a
            wall never is (SOD-06).
    """

    name: str
    events: Sequence[type[Event]]
    rpc: ServiceDescriptor
    commands: Mapping[str, Rpc]
    queries: Mapping[str, Query] = field(default_factory=dict)
    natives: Mapping[str, Native] = field(default_factory=dict)
    mirrors: Sequence[str] = ()
    tools: Callable[[Any], Any] | None = None
    policies: Mapping[type[Event], Sequence[Handler]] = field(default_factory=dict)
    hears: Mapping[str, Hear] = field(default_factory=dict)
    projections: Mapping[str, Projection] = field(default_factory=dict)
    sweeps: Mapping[str, Sweep] = field(default_factory=dict)
    publishes: Mapping[type[Event], type[Proto] | Callable[[Any], Proto]] = field(default_factory=dict)
    files: bool = False
    site: Site | None = None
    proves: Proves | None = None
    checks: Mapping[str, Check] = field(default_factory=dict)
    admit: Callable[[Rows], None] | None = None
    shown: Callable[[str, Row], bool] = everything
    chores: Mapping[str, Callable[[Any], Awaitable[None]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._check_events()
        self._check_methods()
        self._check_reactions()
        self._check_tables()

    def _check_events(self) -> None:
        topics: set[str] = set()
        for event in self.events:
            topic = event.__dict__.get("TOPIC")
            if topic is None:
                raise DeclarationError(f"{self.name}: {event.__qualname__} states no TOPIC")
            if not topic.startswith(f"{self.name}."):
                raise DeclarationError(f"{self.name}: {event.__qualname__} ({topic}) is another context's event")
            for stored in (topic, *event.FORMER):
                if stored in topics:
                    raise DeclarationError(f"{self.name}: two events are stored as {stored}")
                topics.add(stored)

    def _check_methods(self) -> None:
        methods = {method.name for method in self.rpc.methods}
        declared = [*self.commands, *self.queries, *self.natives]
        for name in sorted(methods - set(declared)):
            raise DeclarationError(f"{self.name}: {self.rpc.full_name}.{name} has no handler")
        for name in sorted(set(declared) - methods):
            raise DeclarationError(f"{self.name}: {self.rpc.full_name} has no method {name}")
        for name in sorted({name for name in declared if declared.count(name) > 1}):
            raise DeclarationError(f"{self.name}: {name} is declared twice")
        if (self.natives or self.chores) and self.tools is None:
            raise DeclarationError(f"{self.name}: natives and chores need tools")
        for name in methods:
            if options(self.rpc.methods_by_name[name]).query != (name not in self.commands):
                raise DeclarationError(f"{self.name}: the contract and the page disagree whether {name} is a query")

    def _check_reactions(self) -> None:
        own = set(self.events)
        shown = self.site.after if self.site is not None else ()
        for where, named in (("policies", self.policies), ("publishes", self.publishes), ("site", shown)):
            for event in named:
                if event not in own:
                    raise DeclarationError(f"{self.name}: {where} names {event.__qualname__}, which is not an event of its own")
        for full_name, hear in self.hears.items():
            if full_name.split(".")[1:2] == [self.name]:
                raise DeclarationError(f"{self.name}: hears its own {full_name}; use policies")
            if not hear.policies:
                raise DeclarationError(f"{self.name}: hears {full_name} and does nothing with it")
        names = [p.__name__ for group in self.policies.values() for p in group]
        names += [p.__name__ for hear in self.hears.values() for p in hear.policies]
        if any(name == "<lambda>" for name in names):
            raise DeclarationError(f"{self.name}: a policy has a name, by which its reactions are repeatable")

    def _check_tables(self) -> None:
        tables = [table.name for projection in self.projections.values() for table in projection.tables]
        for name in {name for name in tables if tables.count(name) > 1}:
            raise DeclarationError(f"{self.name}: two projections keep a table {name}")

    @cached_property
    def by_topic(self) -> dict[str, tuple[type[Event], Callable[[dict[str, Any]], dict[str, Any]] | None]]:
        """Every stored name, present and former, with its class and the function that lifts former fields."""
        registry: dict[str, tuple[type[Event], Callable[[dict[str, Any]], dict[str, Any]] | None]] = {}
        for event in self.events:
            registry[event.TOPIC] = (event, None)
            for topic, lift in event.FORMER.items():
                registry[topic] = (event, lift)
        return registry

    @cached_property
    def neighbours(self) -> tuple[str, ...]:
        """Names of the services whose published events it hears, sorted."""
        return tuple(sorted({full_name.split(".")[1] for full_name in self.hears}))


def options(method: MethodDescriptor) -> options_pb2.Call:
    """The marks of an RPC: verb, roles, query."""
    extensions: Any = method.GetOptions().Extensions  # the stubs of protoc do not know the type of an extension
    call: options_pb2.Call = extensions[options_pb2.call]
    return call


@cache
def guarded(message: Descriptor) -> frozenset[str]:
    """Names of a request's fields whose values stand nowhere in clear: not in records of refusals, nor in a command's digest."""
    marks: dict[str, Any] = {one.name: one.GetOptions().Extensions for one in message.fields}  # as above
    return frozenset(name for name, extensions in marks.items() if extensions[options_pb2.entry].guarded)


def gathered(topics: Sequence[Any], name: str) -> dict[Any, Any]:
    """The tables of this name of all topics of a page (modules); what two of them react to, both do, in their order."""
    whole: dict[Any, Any] = {}
    for topic in topics:
        for key, value in getattr(topic, name, {}).items():
            whole[key] = [*whole.get(key, []), *value] if isinstance(value, list) else value
    return whole
