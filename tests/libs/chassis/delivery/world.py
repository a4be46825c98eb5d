"""Two small contexts: alpha keeps cases and tells of them, beta hears of them and keeps duties."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID, uuid4

from nats.aio.client import Client
from rectify.log.v1.log_service_pb2 import ReadPublishedResponse

from chassis.delivery_metrics import DeliveryMetrics
from chassis.pace import Timing
from chassis.published import published
from chassis.service import Hear, Projection, Service
from chassis.store import Appended, MemoryKeyring, Store, Work, open_store
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.envelope import Recorded, Told
from kernel.messages import Changes, Event, News, Personal, Ref
from kernel.tables import Rows, Table
from tests.libs.chassis.delivery.contracts import messages, no_methods

ALPHA = messages(
    "rectify.alpha.v1",
    """
    CaseOpened: string case, string title, int64 weight
    CaseClosed: string case, string how
    CaseShelved: string case
""",
)
BETA = messages("rectify.beta.v1", "DutyTaken: string duty, string case")

ORG = named("org", "office")
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Clock:
    """A business clock that moves a little at every look, and by hand."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=10)
        return self.now


class CaseOpened(Event):
    TOPIC: ClassVar[str] = "alpha.case.opened.v1"
    STREAM: ClassVar[str] = "case"
    case: Ref
    title: str
    weight: int = 1
    contact: Personal[str] = ""


class CaseNoted(Event):
    TOPIC: ClassVar[str] = "alpha.case.noted.v1"
    STREAM: ClassVar[str] = "case"
    case: Ref
    note: str


class CaseClosed(Event):
    TOPIC: ClassVar[str] = "alpha.case.closed.v1"
    STREAM: ClassVar[str] = "case"
    case: Ref


class CaseShelved(Event):
    TOPIC: ClassVar[str] = "alpha.case.shelved.v1"
    STREAM: ClassVar[str] = "case"
    case: Ref


class Case(Aggregate):
    def evolve(self, event: Event, at: datetime) -> None:
        assert isinstance(event, CaseOpened | CaseNoted | CaseClosed | CaseShelved)


class DutyTaken(Event):
    TOPIC: ClassVar[str] = "beta.duty.taken.v1"
    STREAM: ClassVar[str] = "duty"
    duty: Ref
    case: Ref
    seen: str


class DutyCounted(Event):
    TOPIC: ClassVar[str] = "beta.duty.counted.v1"
    STREAM: ClassVar[str] = "duty"
    duty: Ref


class DutyEnded(Event):
    TOPIC: ClassVar[str] = "beta.duty.ended.v1"
    STREAM: ClassVar[str] = "duty"
    duty: Ref


class Echoed(Event):
    TOPIC: ClassVar[str] = "beta.echo.echoed.v1"
    STREAM: ClassVar[str] = "echo"
    echo: Ref
    number: int


class Duty(Aggregate):
    case: str = ""
    counted: int = 0
    ended: bool = False

    def evolve(self, event: Event, at: datetime) -> None:
        match event:
            case DutyTaken():
                self.case = event.case
            case DutyCounted():
                self.counted += 1
            case DutyEnded():
                self.ended = True


class Echo(Aggregate):
    number: int = 0

    def evolve(self, event: Event, at: datetime) -> None:
        assert isinstance(event, Echoed)
        self.number = event.number


class Opened(News):
    case: Ref
    title: str


class Closed(News):
    case: Ref
    how: str


def duty_of(case: str) -> str:
    return named("duty", case)


class Broken(Exception):
    """A policy that fails on purpose."""


FAULTS: dict[str, int] = {}  # title -> how often the policy still fails


def take_duty(told: Told[Opened], act: Act, repo: Repository) -> Changes:
    if FAULTS.get(told.news.title, 0) > 0:
        FAULTS[told.news.title] -= 1
        raise Broken(told.news.title)
    repo.find(Duty, duty_of(told.news.case))
    return [DutyTaken(duty=duty_of(told.news.case), case=told.news.case, seen=told.news.title)]


def end_duty(told: Told[Closed], act: Act, repo: Repository) -> Changes:
    duty = repo.find(Duty, duty_of(told.news.case))
    if not duty.exists:
        raise Broken("closed before it was opened")
    return [DutyEnded(duty=duty.id)]


def count_duty(recorded: Recorded[DutyTaken], act: Act, repo: Repository) -> Changes:
    return [DutyCounted(duty=repo.find(Duty, recorded.event.duty).id)]


def count_again(recorded: Recorded[DutyTaken], act: Act, repo: Repository) -> Changes:
    return [DutyCounted(duty=repo.find(Duty, recorded.event.duty).id)] if recorded.event.seen == "twice" else []


def echo(recorded: Recorded[Echoed], act: Act, repo: Repository) -> Changes:
    return [Echoed(echo=repo.find(Echo, recorded.event.echo).id, number=recorded.event.number + 1)]


DUTIES = Table("duties", ("duty",), {"duty": "text", "seen": "text", "counted": "int", "ended": "bool"})


def duties(recorded: Recorded[Event], rows: Rows) -> None:
    match recorded.event:
        case DutyTaken(duty=duty, seen=seen):
            rows.put(DUTIES, {"duty": duty, "seen": seen, "counted": 0, "ended": False})
        case DutyCounted(duty=duty):
            row = rows.get(DUTIES, duty)
            assert row is not None
            rows.update(DUTIES, (duty,), counted=row["counted"] + 1)
        case DutyEnded(duty=duty):
            rows.update(DUTIES, (duty,), ended=True)


ALPHA_SERVICE = Service(
    name="alpha",
    events=[CaseOpened, CaseNoted, CaseClosed, CaseShelved],
    rpc=no_methods("rectify.alpha.v1"),
    commands={},
    publishes={
        CaseOpened: ALPHA["CaseOpened"],
        CaseClosed: lambda recorded: ALPHA["CaseClosed"](case=recorded.event.case, how="in order"),
        CaseShelved: ALPHA["CaseShelved"],
    },
)
BETA_SERVICE = Service(
    name="beta",
    events=[DutyTaken, DutyCounted, DutyEnded, Echoed],
    rpc=no_methods("rectify.beta.v1"),
    commands={},
    policies={DutyTaken: [count_duty, count_again], Echoed: [echo]},
    hears={
        "rectify.alpha.v1.CaseOpened": Hear(Opened, [take_duty]),
        "rectify.alpha.v1.CaseClosed": Hear(Closed, [end_duty]),
    },
    projections={"duties": Projection([DUTIES], duties)},
    publishes={DutyTaken: BETA["DutyTaken"]},
)


@contextmanager
def opened(service: Service, folder: Path, clock: Callable[[], datetime] | None = None, epoch: str = "e1") -> Iterator[Store]:
    """A store of the service in `folder`, empty or as it was left."""
    store = open_store(
        f"sqlite:///{folder / service.name}.{epoch}.db",
        service,
        site="test",
        epoch=epoch,
        clock=clock or Clock(),
        zone=timezone(timedelta(hours=8)),
        keyring=MemoryKeyring(),
    )
    store.migrate()
    try:
        yield store
    finally:
        store.close()


def record(store: Store, *changes: Event, command: UUID | None = None, effective: datetime | None = None) -> Appended:
    """Record events as somebody's command."""
    known = sorted({event.stream for event in changes})
    kinds: dict[str, type[Aggregate]] = {"alpha": Case, "beta": Duty}

    def decide(act: Act, repo: Repository) -> Changes:
        for aggregate in known:
            repo.find(Echo if isinstance(changes[0], Echoed) else kinds[store.source.split("/")[1]], aggregate)
        return list(changes)

    command = command or uuid4()
    work = Work(command, sha256(command.bytes).digest(), named("p", "1"), "handler", ORG, decide, effective=effective)
    return store.submit(work).result(10)


def open_cases(store: Store, count: int, prefix: str = "case") -> list[str]:
    """Cases by number: two published events and an unpublished one between them, each."""
    made = []
    for number in range(count):
        case = named("case", f"{prefix}-{number}")
        record(store, CaseOpened(case=case, title=f"{prefix}-{number}"))
        record(store, CaseNoted(case=case, note="nobody hears this"))
        record(store, CaseShelved(case=case))
        made.append(case)
    return made


class Source:
    """ReadPublished of a store, which can be made to fail and says how often it was asked."""

    def __init__(self, service: Service, store: Store) -> None:
        self.service, self.store = service, store
        self.asked = 0
        self.down = False
        self.source = store.source

    async def __call__(self, after: int, limit: int) -> ReadPublishedResponse:
        self.asked += 1
        if self.down:
            raise ConnectionError("the neighbour is down")
        events = [published(self.service, self.store.decode(row)) for row in self.store.read_published(after, limit)]
        return ReadPublishedResponse(source=self.source, events=events, head=self.store.head().pub)


def seen(store: Store) -> list[str]:
    """Titles of the duties in the order in which they were taken."""
    events = [store.decode(row).event for row in store.read(0, 100_000)]
    return [event.seen for event in events if isinstance(event, DutyTaken)]


def without(service: Service, **changes: Any) -> Service:
    """The same page with something changed."""
    return replace(service, **changes)


# Everything happens within milliseconds here; nothing rests on how long it takes.
FAST = Timing(
    lease=2.0,
    beat=0.1,
    silent=0.6,
    verify=0.1,
    confirm=0.02,
    head=30.0,
    lonely=0.1,
    ack=0.5,
    retry=0.01,
    retry_most=0.1,
    failures=(0.001, 0.001, 0.001, 0.001),
)


async def until(condition: Callable[[], bool | Awaitable[bool]], patience: float = 15.0) -> None:
    """Return when the condition holds; fail when it does not in time."""
    async with asyncio.timeout(patience):
        while True:
            held = condition()
            if await held if isinstance(held, Awaitable) else held:
                return
            await asyncio.sleep(0.005)


async def kept(nc: Client, stream: str) -> list[tuple[int, str, dict[str, str], bytes]]:
    """Every message that a stream holds: sequence, subject, headers, payload."""
    js = nc.jetstream()
    state = (await js.stream_info(stream)).state
    found = []
    for sequence in range(state.first_seq, state.last_seq + 1):
        message = await js.get_msg(stream, sequence)
        found.append((sequence, message.subject or "", dict(message.headers or {}), message.data or b""))
    return found


def counted(metrics: DeliveryMetrics, name: str, **labels: str) -> float:
    """The value of a counter or gauge, 0 when it was never touched."""
    return metrics.registry.get_sample_value(name, labels) or 0.0
