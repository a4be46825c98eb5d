"""A small context with which the suites of the store are run: notebooks, their lines, and who keeps them."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.struct_pb2 import Struct
from pydantic import BaseModel

from chassis.service import Projection, Service
from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.errors import Kind, Refusal
from kernel.messages import Changes, Event, Personal, Ref
from kernel.tables import Rows, Table


class Colour(StrEnum):
    """Colours of a notebook."""

    RED = "red"
    BLUE = "blue"


class Price(BaseModel):
    """An amount and the day it was asked."""

    fen: int
    rate: Decimal = Decimal("1.00")
    on: date | None = None


class NotebookOpened(Event):
    """A notebook was opened."""

    TOPIC: ClassVar[str] = "sample.notebook.opened.v2"
    STREAM: ClassVar[str] = "notebook"
    FORMER: ClassVar[Any] = {"sample.notebook.opened.v1": lambda fields: {**fields, "colour": "blue"}}

    notebook: Ref
    title: str
    colour: Colour = Colour.RED
    price: Price | None = None


class KeeperNamed(Event):
    """Who keeps a notebook."""

    TOPIC: ClassVar[str] = "sample.notebook.keeper-named.v1"
    STREAM: ClassVar[str] = "notebook"
    SUBJECT: ClassVar[str] = "keeper"

    notebook: Ref
    keeper: Ref
    name: Personal[str]
    phones: Personal[tuple[str, ...]] = ()


class LineWritten(Event):
    """A line was written."""

    TOPIC: ClassVar[str] = "sample.notebook.line-written.v1"
    STREAM: ClassVar[str] = "notebook"

    notebook: Ref
    number: int
    text: str


class NotebookClosed(Event):
    """A notebook was closed."""

    TOPIC: ClassVar[str] = "sample.notebook.closed.v1"
    STREAM: ClassVar[str] = "notebook"

    notebook: Ref
    at: datetime


class AlreadyOpen(Refusal):
    """The notebook exists."""

    code = "sample-already-open"
    kind = Kind.CONFLICT
    en = "notebook {id} is open already"
    zh = "笔记本 {id} 已开启"


class NoSuchNotebook(Refusal):
    """Nobody opened it."""

    code = "sample-no-such-notebook"
    kind = Kind.BLOCKED
    en = "notebook {id} is not open"
    zh = "笔记本 {id} 未开启"


class Notebook(Aggregate):
    """A notebook."""

    KIND = "sample.notebook"

    title: str = ""
    colour: Colour = Colour.RED
    lines: int = 0
    characters: int = 0
    keeper: str = ""
    closed: bool = False

    def open(self, title: str) -> Changes:
        """Open it."""
        if self.exists:
            raise AlreadyOpen(id=self.id)
        return [NotebookOpened(notebook=self.id, title=title, price=Price(fen=1250))]

    def write(self, text: str) -> Changes:
        """Write a line."""
        if not self.exists or self.closed:
            raise NoSuchNotebook(id=self.id)
        return [LineWritten(notebook=self.id, number=self.lines + 1, text=text)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold."""
        match event:
            case NotebookOpened():
                self.title, self.colour = event.title, event.colour
            case LineWritten():
                assert event.number == self.lines + 1, "a line was lost or came twice"
                self.lines += 1
                self.characters += len(event.text)
            case KeeperNamed():
                self.keeper = event.name
            case NotebookClosed():
                self.closed = True


NOTEBOOKS = Table(
    "notebooks",
    ("notebook",),
    {"notebook": "text", "title": "text", "colour": "text", "lines": "int", "tags": "json", "closed": "bool"},
    [("colour", "lines")],
)
LINES = Table("lines", ("notebook", "number"), {"notebook": "text", "number": "int", "text": "text"})


def shelf(recorded: Any, rows: Rows) -> None:
    """Notebooks and how many lines each has."""
    event = recorded.event
    match event:
        case NotebookOpened():
            rows.put(
                NOTEBOOKS,
                {
                    "notebook": event.notebook,
                    "title": event.title,
                    "colour": event.colour,
                    "lines": 0,
                    "tags": [],
                    "closed": False,
                },
            )
        case LineWritten():
            row = rows.get(NOTEBOOKS, event.notebook)
            assert row is not None, "a line before its notebook"
            rows.update(NOTEBOOKS, (event.notebook,), lines=row["lines"] + 1, tags=[*row["tags"], event.number][-3:])
        case NotebookClosed():
            rows.update(NOTEBOOKS, (event.notebook,), closed=True)


def text(recorded: Any, rows: Rows) -> None:
    """Every line."""
    if isinstance(recorded.event, LineWritten):
        event = recorded.event
        rows.put(LINES, {"notebook": event.notebook, "number": event.number, "text": event.text})


def sample_service(**changes: Any) -> Service:
    """The declaration of the sample context; `changes` replace parts of it."""
    file = descriptor_pb2.FileDescriptorProto(name="sample.proto", package="sample")
    file.service.add(name="SampleService")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    declared: dict[str, Any] = {
        "name": "sample",
        "events": [NotebookOpened, KeeperNamed, LineWritten, NotebookClosed],
        "rpc": pool.FindServiceByName("sample.SampleService"),
        "commands": {},
        "projections": {"shelf": Projection([NOTEBOOKS], shelf), "text": Projection([LINES], text)},
        "publishes": {NotebookOpened: Struct, NotebookClosed: Struct},
    }
    return Service(**{**declared, **changes})


def notebook(number: int) -> str:
    """The id of the n-th notebook."""
    return named("notebook", str(number))
