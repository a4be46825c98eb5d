"""Models to messages and back: what fits survives the round trip, what does not is refused when the service is built."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from chassis.mapping import check, from_proto, to_proto
from chassis.service import DeclarationError
from kernel.errors import InvalidField
from kernel.messages import Command, Id, Message, Personal, Ref
from tests.libs.chassis.delivery.contracts import messages

P = messages(
    "tests.mapping.v1",
    """
    Item: string label, int64 amount, optional string note
    Whole: string text, string state, string day, string who, int32 small, int64 large, bool flag, bytes raw, time at, \
repeated string words, repeated Item items, Item one, map names, optional int64 count, string maybe_day, optional string hint, \
time maybe_at, string kind, string price, repeated string days, Item maybe_one
    Tree: string name, repeated Tree children
    Meta: string id
    Ask: Meta meta, string name, string day, string level
    Odd: double ratio
    """,
)


class State(StrEnum):
    OPEN = "OPEN"
    CLOSED = "CLOSED"


class Item(BaseModel):
    label: str
    amount: int
    note: Personal[str] | None = None


class Whole(BaseModel):
    text: str
    state: State
    day: date
    who: Id
    small: Annotated[int, Field(ge=-(2**31), lt=2**31)]
    large: int
    flag: bool
    raw: bytes
    at: datetime
    words: tuple[str, ...]
    items: list[Item]
    one: Item
    names: dict[str, str]
    count: int | None
    maybe_day: date | None
    hint: str | None
    maybe_at: datetime | None
    kind: Literal["a", "b"]
    price: Decimal
    days: list[date]
    maybe_one: Item | None


class Tree(BaseModel):
    name: str
    children: list["Tree"] = []


class AskCommand(Command):
    name: str
    day: date = date(2026, 1, 1)
    level: Id = ""


text = st.text(st.characters(exclude_categories=["Cs"]))
int64 = st.integers(-(2**63), 2**63 - 1)
instants = st.datetimes(
    min_value=datetime(1, 1, 2),  # noqa: DTZ001 - the zone is drawn beside it
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))]),
)
items = st.builds(Item, label=text, amount=int64, note=st.none() | text)
wholes = st.builds(
    Whole,
    text=text,
    who=st.uuids().map(lambda u: u.hex),
    small=st.integers(-(2**31), 2**31 - 1),
    large=int64,
    words=st.lists(text).map(tuple),
    items=st.lists(items),
    one=items,
    at=instants,
    names=st.dictionaries(text, text),
    count=st.none() | int64,
    maybe_at=st.none() | instants,
    hint=st.none() | text,
    price=st.decimals(allow_nan=False, allow_infinity=False, places=2),
    maybe_one=st.none() | items,
)


@given(wholes)
def test_what_fits_survives_the_round_trip_through_bytes(whole: Whole) -> None:
    sent = to_proto(whole, P["Whole"]).SerializeToString(deterministic=True)
    again = from_proto(P["Whole"].FromString(sent), Whole)
    assert again == whole
    assert to_proto(again, P["Whole"]).SerializeToString(deterministic=True) == sent


@given(st.recursive(st.builds(Tree, name=text), lambda inner: st.builds(Tree, name=text, children=st.lists(inner, max_size=3))))
def test_a_message_may_hold_its_own_kind(tree: Tree) -> None:
    check(P["Tree"].DESCRIPTOR, Tree, "to_proto")
    assert from_proto(to_proto(tree, P["Tree"]), Tree) == tree


def test_meta_is_not_mapped_and_empty_text_leaves_the_default() -> None:
    check(P["Ask"].DESCRIPTOR, AskCommand, "from_proto")
    message = P["Ask"](meta=P["Meta"](id="x"), name="")
    assert from_proto(message, AskCommand) == AskCommand(name="")


def test_text_is_normalised_at_the_boundary() -> None:
    assert from_proto(P["Ask"](name="e\u0301"), AskCommand).name == "\u00e9"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"day": "20260302"}, "day"),
        ({"day": "2026-W10-1"}, "day"),
        ({"day": "1700000000"}, "day"),
        ({"day": ""}, "day"),
        ({"state": "AJAR"}, "state"),
        ({"state": ""}, "state"),
        ({"who": "xyz"}, "who"),
        ({"who": ""}, "who"),
        ({"price": "NaN"}, "price"),
        ({"price": "ten"}, "price"),
        ({"kind": "c"}, "kind"),
        ({"days": ["2026-03-02", "2026-02-30"]}, "days.1"),
        ({"one": None}, "one"),
        ({"at": None}, "at"),
    ],
)
def test_a_wrong_value_is_refused_by_its_path(change: dict[str, Any], field: str) -> None:
    whole = Whole(
        text="", state=State.OPEN, day=date(2026, 3, 2), who="0" * 32, small=1, large=1, flag=True, raw=b"", words=(), items=[],
        at=datetime(2026, 3, 2, tzinfo=UTC), one=Item(label="", amount=1), names={}, count=None, maybe_day=None, hint=None,
        maybe_at=None, kind="a", price=Decimal(1), days=[], maybe_one=None,
    )  # fmt: skip
    message = to_proto(whole, P["Whole"])
    for name, value in change.items():
        message.ClearField(name)
        if isinstance(value, list):
            getattr(message, name).extend(value)
        elif value is not None:
            setattr(message, name, value)
    with pytest.raises(InvalidField) as refused:
        from_proto(message, Whole)
    assert refused.value.field == field


class Sum(BaseModel):
    label: str
    amount: int
    total: int = 0


class Part(BaseModel):
    label: str


class NoneWhereZero(BaseModel):
    label: str
    amount: int | None
    note: str | None


class Ratio(BaseModel):
    ratio: float


class Listed(BaseModel):
    label: list[str]
    amount: int
    note: str | None


class DeepWrong(BaseModel):
    name: str
    children: list[Part]


class Secret(Message):
    label: Ref
    amount: bool
    note: str | None


@pytest.mark.parametrize("direction", ["to_proto", "from_proto"])
@pytest.mark.parametrize(
    ("message", "model", "named"),
    [
        ("Item", Part, "amount"),
        ("Item", Sum, "note|total"),
        ("Item", NoneWhereZero, "amount"),
        ("Item", Listed, "label"),
        ("Item", Secret, "amount"),
        ("Tree", DeepWrong, "children|label|name"),
        ("Odd", Ratio, "ratio"),
    ],
)
def test_a_pair_that_does_not_fit_is_refused_when_built(direction: Any, message: str, model: type[BaseModel], named: str) -> None:
    with pytest.raises(DeclarationError, match=named):
        check(P[message].DESCRIPTOR, model, direction)


def test_an_event_is_published_in_part_and_news_heard_in_part() -> None:
    check(P["Meta"].DESCRIPTOR, make("Wide", id=str, more=int), "to_proto", partial=True)
    check(P["Item"].DESCRIPTOR, Part, "from_proto", partial=True)
    assert from_proto(P["Item"](label="x", amount=3), Part) == Part(label="x")
    with pytest.raises(DeclarationError, match="amount"):
        check(P["Item"].DESCRIPTOR, Part, "to_proto", partial=True)
    with pytest.raises(DeclarationError, match="total"):
        check(P["Item"].DESCRIPTOR, Sum, "from_proto", partial=True)


def test_a_time_without_zone_and_a_number_too_large_are_refused() -> None:
    timed = make("Timed", maybe_at=datetime)
    clock = messages("tests.mapping.clock.v1", "Clock: time maybe_at, int32 small")["Clock"]
    with pytest.raises(DeclarationError, match="small"):
        to_proto(timed(maybe_at=datetime(2026, 3, 2, tzinfo=UTC)), clock)
    both = make("Both", maybe_at=datetime, small=int)
    with pytest.raises(ValueError, match="outside the years 1 to 9999"):
        to_proto(both(maybe_at=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=8))), small=1), clock)
    with pytest.raises(ValueError, match="zone"):
        to_proto(both(maybe_at=datetime(2026, 3, 2), small=1), clock)  # noqa: DTZ001 - the fault under test
    with pytest.raises(ValueError, match="range"):
        to_proto(both(maybe_at=datetime(2026, 3, 2, tzinfo=UTC), small=2**31), clock)


def make(name: str, **fields: Any) -> type[BaseModel]:
    return type(name, (BaseModel,), {"__annotations__": fields})
