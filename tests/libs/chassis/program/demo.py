"""Two small services, `demo` and `near`, declared as real ones are."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from chassis.service import Ask, Hear, Projection, Query, Rpc, Service, Sweep
from kernel.aggregates import Aggregate, Repository, get
from kernel.context import Act, Asker
from kernel.envelope import Recorded, Told
from kernel.errors import Kind, Refusal
from kernel.messages import Answer, Changes, Command, Event, News, Question, Ref
from kernel.tables import Rows, Table
from tests.libs.chassis.program.contracts import message, service


class ThingOpened(Event):
    TOPIC = "demo.thing.opened.v1"
    STREAM = "thing"

    thing: Ref
    name: str
    due: date | None = None


class ThingRenamed(Event):
    TOPIC = "demo.thing.renamed.v1"
    STREAM = "thing"

    thing: Ref
    name: str


class ThingFilled(Event):
    TOPIC = "demo.thing.filled.v1"
    STREAM = "thing"

    thing: Ref
    amount: int


class ThingOverdue(Event):
    TOPIC = "demo.thing.overdue.v1"
    STREAM = "thing"

    thing: Ref
    day: date


class AlreadyOpen(Refusal):
    code = "demo-already-open"
    kind = Kind.BLOCKED
    en = "{thing} is open"
    zh = "{thing} 已存在"
    next_en = "choose another"
    next_zh = "请另选"


class OverLimit(Refusal):
    code = "demo-over-limit"
    kind = Kind.BLOCKED
    en = "{amount} is more than {limit}"
    zh = "{amount} 超过 {limit}"


class Fault(Exception):
    pass


class Thing(Aggregate):
    name: str = ""
    renames: int = 0
    overdue: bool = False

    def evolve(self, event: Event, at: datetime) -> None:
        match event:
            case ThingOpened():
                self.name = event.name
            case ThingRenamed():
                self.name = event.name
                self.renames += 1
            case ThingOverdue():
                self.overdue = True


class Part(Command):
    name: str
    count: int


class OpenThing(Command):
    thing: Ref
    name: str
    due: date | None
    parts: list[Part]


class RenameThing(Command):
    thing: Ref
    name: str


class FillThing(Command):
    thing: Ref
    amount: int


def open_thing(command: OpenThing, act: Act, repo: Repository) -> Changes:
    if repo.find(Thing, command.thing).exists:
        raise AlreadyOpen(thing=command.thing)
    if command.name == "fault":
        raise Fault("a fault of the program")
    return [ThingOpened(thing=command.thing, name=command.name, due=command.due)]


def rename_thing(command: RenameThing, act: Act, repo: Repository) -> Changes:
    thing = get(repo, Thing, command.thing)
    return [] if thing.name == command.name else [ThingRenamed(thing=command.thing, name=command.name)]


def fill_thing(command: FillThing, act: Act, repo: Repository, answers: tuple[Any, ...] = ()) -> Changes:
    (limit,) = answers
    repo.find(Thing, command.thing)
    if limit is not None and command.amount > limit.amount:
        raise OverLimit(amount=command.amount, limit=limit.amount)
    return [ThingFilled(thing=command.thing, amount=command.amount)]


THINGS = Table("things", ("thing",), {"thing": "text", "name": "text", "renames": "int", "due": "text", "overdue": "bool"})


def fold(recorded: Recorded[Event], rows: Rows) -> None:
    match recorded.event:
        case ThingOpened(thing=thing, name=name, due=due):
            rows.put(
                THINGS, {"thing": thing, "name": name, "renames": 0, "due": due.isoformat() if due else None, "overdue": False}
            )
        case ThingRenamed(thing=thing, name=name):
            row = rows.get(THINGS, thing)
            assert row is not None
            rows.update(THINGS, (thing,), name=name, renames=row["renames"] + 1)
        case ThingOverdue(thing=thing):
            rows.update(THINGS, (thing,), overdue=True)


class GetThing(Question):
    thing: str


class ListThings(Question):
    pass


class ThingSeen(Answer):
    thing: str
    name: str
    renames: int


class ThingsSeen(Answer):
    things: list[ThingSeen]


def get_thing(question: GetThing, rows: Rows, repo: Repository) -> ThingSeen:
    thing = get(repo, Thing, question.thing)
    row = rows.get(THINGS, question.thing)
    return ThingSeen(thing=question.thing, name=row["name"] if row else "not projected", renames=thing.renames)


def list_things(question: ListThings, rows: Rows, repo: Repository) -> ThingsSeen:
    return ThingsSeen(
        things=[ThingSeen(thing=r["thing"], name=r["name"], renames=r["renames"]) for r in rows.page(THINGS, limit=1000)]
    )


def peek_at_things(question: ListThings, rows: Rows, repo: Repository, asker: Asker) -> ThingsSeen:
    return list_things(question, rows, repo) if asker.role == "office" else ThingsSeen(things=[])


def due(day: date, rows: Rows) -> Sequence[str]:
    found = rows.page(THINGS, limit=1000)
    return [r["thing"] for r in found if r["due"] and r["due"] < day.isoformat() and not r["overdue"]]


def overdue(id: str, day: date, act: Act, repo: Repository) -> Changes:
    thing = get(repo, Thing, id)
    if thing.name == "unsweepable":
        raise Fault("a fault of the program")
    return [] if thing.overdue else [ThingOverdue(thing=id, day=day)]


class LimitHeard(Answer):
    thing: str
    amount: int


def _ask_limit(command: FillThing, act: Act) -> Any:
    return message("rectify.near.v1.GetLimitRequest")(thing=command.thing) if command.amount >= 0 else None


def _hear_limit(response: Any) -> LimitHeard:
    return LimitHeard(thing=response.thing, amount=response.amount)


DEMO = Service(
    name="demo",
    events=[ThingOpened, ThingRenamed, ThingFilled, ThingOverdue],
    rpc=service("rectify.demo.v1.DemoService"),
    commands={
        "OpenThing": Rpc(OpenThing, open_thing),
        "RenameThing": Rpc(RenameThing, rename_thing),
        "FillThing": Rpc(FillThing, fill_thing, asks=[Ask("near", "GetLimit", _ask_limit, _hear_limit)]),
    },
    queries={
        "GetThing": Query(GetThing, get_thing, scope=lambda question, _: [question.thing]),
        "ListThings": Query(ListThings, list_things),
        "PeekAtThings": Query(
            ListThings, peek_at_things, asker=True, reads=lambda _, answer: [thing.thing for thing in answer.things]
        ),
    },
    projections={"things": Projection([THINGS], fold)},
    sweeps={"overdue": Sweep(due, overdue)},
    publishes={ThingOpened: message("rectify.demo.v1.ThingOpened")},
    files=True,
)


class LimitSet(Event):
    TOPIC = "near.limit.set.v1"
    STREAM = "thing"

    thing: Ref
    amount: int


class Limit(Aggregate):
    amount: int = 0

    def evolve(self, event: Event, at: datetime) -> None:
        assert isinstance(event, LimitSet)
        self.amount = event.amount


class SetLimit(Command):
    thing: Ref
    amount: int


class GetLimit(Question):
    thing: str


class LimitSeen(Answer):
    thing: str
    amount: int


class ThingHeard(News):
    thing: str
    name: str


def set_limit(command: SetLimit, act: Act, repo: Repository) -> Changes:
    return [LimitSet(thing=command.thing, amount=command.amount)]


def get_limit(question: GetLimit, rows: Rows, repo: Repository) -> LimitSeen:
    return LimitSeen(thing=question.thing, amount=get(repo, Limit, question.thing).amount)


def first_limit(told: Told[ThingHeard], act: Act, repo: Repository) -> Changes:
    return [] if repo.find(Limit, told.news.thing).exists else [LimitSet(thing=told.news.thing, amount=7)]


NEAR = Service(
    name="near",
    events=[LimitSet],
    rpc=service("rectify.near.v1.NearService"),
    commands={"SetLimit": Rpc(SetLimit, set_limit)},
    queries={"GetLimit": Query(GetLimit, get_limit)},
    hears={"rectify.demo.v1.ThingOpened": Hear(ThingHeard, [first_limit])},
)
