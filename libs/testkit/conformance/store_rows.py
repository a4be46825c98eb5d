"""What every implementation of `kernel.tables.Rows` must do: memory, SQLite and PostgreSQL behave as one."""

# The names of the cases say what they hold.
# ruff: noqa: D102

from datetime import UTC, date, datetime
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chassis.store import MemoryRows, after_of
from chassis.store.rows.values import full_order
from kernel.tables import Row, Rows, Table, Where
from testkit.conformance.store_sample import Colour

PEOPLE = Table(
    "people",
    ("town", "number"),
    {"town": "text", "number": "int", "name": "text", "age": "int", "active": "bool", "notes": "json"},
    [("name",), ("age", "name"), ("active", "age")],
)
KEYS_ONLY = Table("marks", ("mark",), {"mark": "text"})

ROWS: list[Row] = [
    {"town": "b", "number": 2, "name": "张三", "age": 30, "active": True, "notes": {"k": [1, 2.5, None]}},
    {"town": "a", "number": 1, "name": "Zoë", "age": 30, "active": False, "notes": []},
    {"town": "a", "number": 10, "name": None, "age": None, "active": None, "notes": None},
    {"town": "a", "number": 2, "name": "anna", "age": 41, "active": True, "notes": "text"},
    {"town": "c", "number": 1, "name": "Anna_%", "age": None, "active": True, "notes": None},
    {"town": "c", "number": 3, "name": "\U0001f600", "age": -5, "active": None, "notes": {}},
    {"town": "c", "number": 4, "name": "～", "age": 2**62, "active": False, "notes": [{}]},
]


class RowsSuite:
    """Inherited by the tests of every implementation, which give the fixture `rows`: empty tables to write and read."""

    @pytest.fixture
    def filled(self, rows: Rows) -> Rows:
        """The sample rows."""
        for row in ROWS:
            rows.put(PEOPLE, row)
        return rows

    # --- single rows -------------------------------------------------------------------------------------------------

    def test_a_row_comes_back_as_it_was_put(self, filled: Rows) -> None:
        for row in ROWS:
            assert filled.get(PEOPLE, row["town"], row["number"]) == row
        assert filled.get(PEOPLE, "a", 3) is None

    def test_what_comes_back_is_nobodys_own(self, filled: Rows) -> None:
        row = filled.get(PEOPLE, "b", 2)
        assert row is not None
        row["notes"]["k"].append("mine")
        row["name"] = "other"
        assert filled.get(PEOPLE, "b", 2) == ROWS[0]
        mine: Row = {"town": "z", "number": 1, "notes": [1]}
        filled.put(PEOPLE, mine)
        mine["notes"].append(2)
        found = filled.get(PEOPLE, "z", 1)
        assert found is not None
        assert found["notes"] == [1]

    def test_putting_again_replaces_the_whole_row(self, filled: Rows) -> None:
        filled.put(PEOPLE, {"town": "b", "number": 2, "age": 31})
        assert filled.get(PEOPLE, "b", 2) == {
            "town": "b",
            "number": 2,
            "name": None,
            "age": 31,
            "active": None,
            "notes": None,
        }

    def test_updating_changes_the_named_columns(self, filled: Rows) -> None:
        filled.update(PEOPLE, ("b", 2), age=31, notes=(1, 2))
        assert filled.get(PEOPLE, "b", 2) == {**ROWS[0], "age": 31, "notes": [1, 2]}

    def test_updating_a_missing_row_is_a_fault(self, filled: Rows) -> None:
        with pytest.raises(KeyError):
            filled.update(PEOPLE, ("b", 3), age=31)

    def test_deleting(self, filled: Rows) -> None:
        filled.delete(PEOPLE, "b", 2)
        filled.delete(PEOPLE, "b", 2)
        assert filled.get(PEOPLE, "b", 2) is None
        assert filled.count(PEOPLE) == [{"count": len(ROWS) - 1}]
        filled.put(PEOPLE, ROWS[0])
        assert filled.get(PEOPLE, "b", 2) == ROWS[0]

    def test_a_table_of_keys_alone(self, rows: Rows) -> None:
        rows.put(KEYS_ONLY, {"mark": "x"})
        rows.put(KEYS_ONLY, {"mark": "x"})
        assert rows.page(KEYS_ONLY) == [{"mark": "x"}]

    def test_values_are_kept_as_their_column_says(self, rows: Rows) -> None:
        rows.put(PEOPLE, {"town": Colour.RED, "number": 1, "name": date(2026, 3, 2)})
        rows.put(PEOPLE, {"town": "x", "number": 1, "name": datetime(2026, 3, 2, 1, tzinfo=UTC)})
        assert rows.page(PEOPLE, [Where("town", "=", Colour.RED)])[0]["name"] == "2026-03-02"
        found = rows.get(PEOPLE, "x", 1)
        assert found is not None
        assert found["name"] == "2026-03-02T01:00:00.000000Z"

    @pytest.mark.parametrize(
        "row",
        [
            {"town": 1, "number": 1},
            {"town": "a", "number": "1"},
            {"town": "a", "number": True},
            {"town": "a", "number": 1, "active": 1},
            {"town": "a", "number": 1, "age": 1.0},
            {"town": "a", "number": 1, "notes": object()},
        ],
    )
    def test_a_value_of_another_kind_is_refused(self, rows: Rows, row: Row) -> None:
        with pytest.raises(TypeError, match="table people, column"):
            rows.put(PEOPLE, row)

    def test_what_not_every_database_can_keep_is_refused(self, rows: Rows) -> None:
        for row in ({"town": "a\x00", "number": 1}, {"town": "a", "number": 2**63}, {"town": "a"}):
            with pytest.raises(ValueError, match="table people"):
                rows.put(PEOPLE, row)
        with pytest.raises(KeyError):
            rows.put(PEOPLE, {"town": "a", "number": 1, "other": 1})
        with pytest.raises(TypeError):
            rows.get(PEOPLE, "a")

    # --- conditions --------------------------------------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("where", "expected"),
        [
            ([], 7),
            ([Where("age", "=", 30)], 2),
            ([Where("age", "!=", 30)], 3),
            ([Where("age", ">", 30)], 2),
            ([Where("age", ">=", 30)], 4),
            ([Where("age", "<", 30)], 1),
            ([Where("age", "<=", 30)], 3),
            ([Where("age", "null")], 2),
            ([Where("age", "not-null")], 5),
            ([Where("age", "in", [30, 41, 99])], 3),
            ([Where("age", "in", [])], 0),
            ([Where("name", "in", ("anna", "张三"))], 2),
            ([Where("name", "prefix", "A")], 1),
            ([Where("name", "prefix", "Anna_%")], 1),
            ([Where("name", "prefix", "张")], 1),
            ([Where("name", "prefix", "")], 6),
            ([Where("name", "contains", "nna")], 2),
            ([Where("name", "contains", "_%")], 1),
            ([Where("name", "contains", "三")], 1),
            ([Where("active", "=", True)], 3),
            ([Where("active", "!=", True)], 2),
            ([Where("active", "null")], 2),
            ([Where("town", "=", "a"), Where("age", "not-null")], 2),
            ([Where("name", "<", "Zoë")], 1),
        ],
    )
    def test_conditions(self, filled: Rows, where: list[Where], expected: int) -> None:
        assert filled.count(PEOPLE, where) == [{"count": expected}]
        assert len(filled.page(PEOPLE, where)) == expected

    @pytest.mark.parametrize(
        "where",
        [
            Where("notes", "=", "x"),
            Where("other", "=", 1),
            Where("age", "prefix", "1"),
            Where("age", "=", "30"),
            Where("age", "=", None),
            Where("name", "in", "anna"),
            Where("active", "=", 1),
        ],
    )
    def test_a_condition_that_makes_no_sense_is_refused(self, filled: Rows, where: Where) -> None:
        with pytest.raises((TypeError, KeyError)):
            filled.page(PEOPLE, [where])

    # --- order and pages ---------------------------------------------------------------------------------------------

    def test_text_sorts_by_code_point_and_a_missing_value_first(self, filled: Rows) -> None:
        names = [row["name"] for row in filled.page(PEOPLE, order=[("name", "asc")])]
        assert names == [None, "Anna_%", "Zoë", "anna", "张三", "～", "\U0001f600"]
        assert [row["name"] for row in filled.page(PEOPLE, order=[("name", "desc")])] == names[::-1]

    @pytest.mark.parametrize(
        "order",
        [
            [],
            [("age", "asc")],
            [("age", "desc")],
            [("active", "desc"), ("name", "asc")],
            [("town", "desc")],
            [("number", "asc"), ("town", "desc")],
        ],
    )
    def test_pages_follow_each_other_without_loss_or_repetition(
        self, filled: Rows, order: list[tuple[str, Literal["asc", "desc"]]]
    ) -> None:
        whole = filled.page(PEOPLE, order=order)
        assert whole == sorted_by(ROWS, order)
        for size in (1, 2, 3):
            gathered: list[Row] = []
            while page := filled.page(
                PEOPLE, order=order, limit=size, after=after_of(PEOPLE, order, gathered[-1]) if gathered else None
            ):
                gathered += page
            assert gathered == whole

    def test_a_page_may_start_where_a_row_is_gone(self, filled: Rows) -> None:
        after = after_of(PEOPLE, (), ROWS[3])
        filled.delete(PEOPLE, "a", 2)
        assert [row["number"] for row in filled.page(PEOPLE, limit=2, after=after)] == [10, 2]

    def test_pages_of_other_forms_are_refused(self, filled: Rows) -> None:
        with pytest.raises(TypeError):
            filled.page(PEOPLE, after=["a"])
        with pytest.raises(KeyError):
            filled.page(PEOPLE, order=[("notes", "asc")])
        assert filled.page(PEOPLE, limit=0) == []

    def test_counts_by_group(self, filled: Rows) -> None:
        assert filled.count(PEOPLE, by=["town"]) == [
            {"town": "a", "count": 3},
            {"town": "b", "count": 1},
            {"town": "c", "count": 3},
        ]
        assert filled.count(PEOPLE, [Where("age", "not-null")], ["active", "town"]) == [
            {"active": None, "town": "c", "count": 1},
            {"active": False, "town": "a", "count": 1},
            {"active": False, "town": "c", "count": 1},
            {"active": True, "town": "a", "count": 1},
            {"active": True, "town": "b", "count": 1},
        ]
        assert filled.count(PEOPLE, [Where("town", "=", "none")], ["town"]) == []

    # --- the measure -------------------------------------------------------------------------------------------------

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_any_sequence_of_changes_gives_what_memory_gives(self, rows: Rows, data: st.DataObject) -> None:
        memory = MemoryRows()
        for row in rows.page(PEOPLE, limit=10_000):
            rows.delete(PEOPLE, row["town"], row["number"])
        both: tuple[Rows, Rows] = (memory, rows)
        for change in data.draw(st.lists(_CHANGES, max_size=25)):
            outcomes = [_outcome(each, change) for each in both]
            assert outcomes[0] == outcomes[1]
        order: list[tuple[str, Literal["asc", "desc"]]] = data.draw(_ORDERS)
        where = data.draw(st.lists(_WHERES, max_size=2))
        pages = [each.page(PEOPLE, where, order, limit=1000) for each in both]
        assert pages[0] == pages[1]
        if pages[0]:
            after = after_of(PEOPLE, order, data.draw(st.sampled_from(pages[0])))
            rest = [each.page(PEOPLE, where, order, 1000, after) for each in both]
            assert rest[0] == rest[1]
        counts = [each.count(PEOPLE, where, [name for name, _ in order]) for each in both]
        assert counts[0] == counts[1]


_TOWNS = st.sampled_from(["a", "b", "东"])
_NUMBERS = st.integers(0, 3)
_NAMES = st.none() | st.sampled_from(["", "a", "A", "ab", "％", "é", "e\u0301", "_", "\U0001f600", "z" * 50])
_AGES = st.none() | st.sampled_from([-1, 0, 1, 2**63 - 1, -(2**63)])
_NOTES = st.none() | st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=4,
)
_PUTS = st.fixed_dictionaries(
    {"town": _TOWNS, "number": _NUMBERS},
    optional={"name": _NAMES, "age": _AGES, "active": st.none() | st.booleans(), "notes": _NOTES},
)
_CHANGES = st.one_of(
    st.tuples(st.just("put"), _PUTS),
    st.tuples(st.just("update"), _PUTS),
    st.tuples(st.just("delete"), st.fixed_dictionaries({"town": _TOWNS, "number": _NUMBERS})),
    st.tuples(st.just("get"), st.fixed_dictionaries({"town": _TOWNS, "number": _NUMBERS})),
    st.tuples(st.just("page"), st.just({"town": "a", "number": 0})),
)
_DIRECTIONS: list[Literal["asc", "desc"]] = ["asc", "desc"]
_ORDERS = st.lists(
    st.tuples(st.sampled_from(["town", "number", "name", "age", "active"]), st.sampled_from(_DIRECTIONS)),
    max_size=3,
    unique_by=lambda term: term[0],
)
_WHERES = st.one_of(
    st.builds(Where, st.just("age"), st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), st.sampled_from([-1, 0, 1])),
    st.builds(Where, st.just("name"), st.sampled_from(["prefix", "contains", "<", ">="]), st.sampled_from(["", "a", "_", "é"])),
    st.builds(Where, st.sampled_from(["name", "age", "active"]), st.sampled_from(["null", "not-null"])),
    st.builds(Where, st.just("name"), st.just("in"), st.lists(_NAMES, max_size=3)),
)


def _outcome(rows: Rows, change: tuple[str, Row]) -> Any:
    kind, row = change
    key = (row["town"], row["number"])
    try:
        match kind:
            case "put":
                return rows.put(PEOPLE, row)
            case "update":
                return rows.update(PEOPLE, key, **{name: value for name, value in row.items() if name not in PEOPLE.key})
            case "delete":
                return rows.delete(PEOPLE, *key)
            case "get":
                return rows.get(PEOPLE, *key)
            case _:
                return rows.page(PEOPLE)
    except KeyError:
        return "no such row"


def sorted_by(rows: list[Row], order: list[tuple[str, Literal["asc", "desc"]]]) -> list[Row]:
    """The plain definition of the order: by each term, a missing value first, from the last term to the first."""
    found = list(rows)
    for name, direction in reversed(full_order(PEOPLE, order)):
        found.sort(key=lambda row: (row[name] is not None, row[name] if row[name] is not None else 0), reverse=direction == "desc")
    return found
