"""Every value of an event reads back as it was, and what could not is refused when the class is first seen."""

from base64 import b64encode
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from chassis.store.shapes import UnstorableType, marked, plain, shape_of
from kernel.messages import PERSONAL, Event, MaybeRef, Personal, Ref

ID = "a" * 32


class Colour(StrEnum):
    RED = "red"


class Level(IntEnum):
    LOW = 1
    HIGH = 7


class Weight(Enum):
    LIGHT = 3
    TEXT = "t"


class Inner(BaseModel):
    number: int
    maybe: int | None = None
    raw: bytes = b""
    rate: Decimal = Decimal(0)


class Tagged(BaseModel):
    kind: Literal["a", "b"]
    inners: tuple[Inner, ...] = ()


type Alias = list[Inner]


class Everything(Event):
    TOPIC: ClassVar[str] = "sample.thing.everything.v1"
    STREAM: ClassVar[str] = "thing"

    thing: Ref
    text: str
    yes: bool
    nothing: None = None
    number: int
    amount: Decimal
    day: date
    moment: datetime
    clock: time
    raw: bytes
    uuid: UUID
    colour: Colour
    level: Level
    weight: Weight
    fixed: Literal[1, 2]
    word: Literal["x", "y"] | None
    maybe: int | None
    inner: Inner
    maybe_inner: Inner | None
    tagged: Tagged
    numbers: list[int]
    pair: tuple[int, str]
    many: tuple[Inner, ...]
    alias: Alias
    names: frozenset[str]
    counts: dict[str, int]
    by_day: dict[date, Inner]
    raws: dict[str, bytes]
    noted: Annotated[int, "some mark"]


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
_INTS = st.integers(-(10**30), 10**30)
_INNERS = st.builds(
    Inner,
    number=_INTS,
    maybe=st.none() | _INTS,
    raw=st.binary(max_size=5),
    rate=st.decimals(allow_nan=False, allow_infinity=False),
)
_ZONES = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30))])
_EVENTS = st.builds(
    Everything,
    thing=st.just(ID),
    text=_TEXT,
    yes=st.booleans(),
    number=_INTS,
    amount=st.decimals(allow_nan=False, allow_infinity=False),
    day=st.dates(),
    moment=st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=_ZONES),  # noqa: DTZ001 - its zone is drawn
    clock=st.times(),
    raw=st.binary(max_size=9),
    uuid=st.uuids(),
    colour=st.sampled_from(Colour),
    level=st.sampled_from(Level),
    weight=st.sampled_from(Weight),
    fixed=st.sampled_from([1, 2]),
    word=st.sampled_from(["x", "y", None]),
    maybe=st.none() | _INTS,
    inner=_INNERS,
    maybe_inner=st.none() | _INNERS,
    tagged=st.builds(Tagged, kind=st.sampled_from(["a", "b"]), inners=st.lists(_INNERS, max_size=2).map(tuple)),
    numbers=st.lists(_INTS, max_size=3),
    pair=st.tuples(_INTS, _TEXT),
    many=st.lists(_INNERS, max_size=2).map(tuple),
    alias=st.lists(_INNERS, max_size=2),
    names=st.frozensets(_TEXT, max_size=3),
    counts=st.dictionaries(_TEXT, _INTS, max_size=3),
    by_day=st.dictionaries(st.dates(), _INNERS, max_size=2),
    raws=st.dictionaries(_TEXT, st.binary(max_size=4), max_size=2),
    noted=_INTS,
)


def only_texts(value: Any) -> bool:
    """Whether a JSON value holds no number anywhere."""
    if isinstance(value, dict):
        return all(type(key) is str and only_texts(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(only_texts, value))
    return value is None or type(value) in (str, bool)


@settings(max_examples=200, deadline=None)
@given(event=_EVENTS)
def test_every_value_reads_back_as_it_was(event: Everything) -> None:
    stored = {name: plain(value) for name, value in event.__dict__.items()}
    assert only_texts(stored)
    read = shape_of(Everything).read(orjson.loads(orjson.dumps(stored)), ())
    assert read == event
    assert isinstance(read, Everything)
    assert read.moment.utcoffset() == event.moment.utcoffset()
    assert {name: plain(value) for name, value in read.__dict__.items()} == stored


def test_the_stored_values_are_the_plainest() -> None:
    assert plain(12) == "12"
    assert plain(True) is True
    assert plain(Decimal("1.50")) == "1.50"
    assert plain(date(2026, 3, 2)) == "2026-03-02"
    assert plain(datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=8)))) == "2026-03-02T09:00:00+08:00"
    assert plain(b"\xff") == b64encode(b"\xff").decode()
    assert plain({"b": 1, "a": (2, None)}) == {"b": "1", "a": ["2", None]}
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
    assert plain(Level.HIGH) == "7"


@pytest.mark.parametrize("value", [1.5, timedelta(1), object(), datetime(2026, 3, 2), {None: 1}])  # noqa: DTZ001 - to be refused
def test_a_value_without_a_form_is_refused(value: object) -> None:
    with pytest.raises(UnstorableType):
        plain(value)


def test_types_that_could_not_be_told_apart_are_refused() -> None:
    for annotation in (
        float,
        float | None,
        list[float],
        dict[str, float],
        Any,
        object,
        timedelta,
        int | str,
        date | str | None,
        date | datetime,
        bytes | str,
        Decimal | int,
        list[int | str],
        dict[str, Any],
    ):
        made = type(
            "Made",
            (Event,),
            {
                "__module__": __name__,
                "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str], "thing": Ref, "field": annotation},
                "TOPIC": "sample.thing.made.v1",
                "STREAM": "thing",
            },
        )
        with pytest.raises(UnstorableType, match=r"Made\.field"):
            shape_of(made)


class Person(BaseModel):
    name: Personal[str]
    town: str


class Marked(Event):
    TOPIC: ClassVar[str] = "sample.thing.marked.v1"
    STREAM: ClassVar[str] = "thing"

    thing: Ref
    one: MaybeRef = None
    two: Ref | None = None
    several: tuple[Ref, ...] = ()
    by_name: dict[str, Ref] | None = None
    plain_id: str = ""
    name: Personal[str] = ""
    maybe_name: Personal[str] | None = None
    names: list[Personal[str]] | None = None
    person: Person | None = None
    people: dict[str, Person] | None = None


def test_marks_are_found_wherever_they_stand() -> None:
    shape = shape_of(Marked)
    assert set(shape.sealed) == {"name", "maybe_name", "names", "person", "people"}
    assert {name for name, _ in shape.refs} == {"thing", "one", "two", "several", "by_name"}
    assert not marked(Literal["rectify:personal"], PERSONAL)


def test_refs_are_gathered_from_every_form() -> None:
    ids = [f"{number:032x}" for number in range(6)]
    event = Marked(thing=ids[0], one=ids[1], two=ids[2], several=(ids[3], ids[4]), by_name={"not an id": ids[5]})
    gathered = [ref for name, gather in shape_of(Marked).refs for ref in gather(getattr(event, name))]
    assert gathered == ids
    empty = Marked(thing=ids[0])
    assert [ref for name, gather in shape_of(Marked).refs for ref in gather(getattr(empty, name))] == ids[:1]
