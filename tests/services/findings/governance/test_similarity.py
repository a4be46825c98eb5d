"""How alike wordings are, exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.model.similarity import WHOLE, pair_id, pairs, permille, reachable

texts = st.text(alphabet="公务用车管理不规范违规发放津贴，。《》 Ａa1", max_size=40)


def test_pairs_look_through_signs_width_and_case() -> None:
    assert pairs("《公务用车》，管理Ａ1") == pairs("公务用车 管理a１") == {"公务", "务用", "用车", "车管", "管理", "理a", "a1"}
    assert pairs("车") == {"车"}
    assert pairs("，。") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("公务用车管理不规范", "公务用车管理不规范", WHOLE),
        ("公务用车管理不规范", "公务用车管理不够规范", 2000 * 7 // 17),
        ("公车私用", "工程招投标", 0),
        ("", "", 0),
    ],
)
def test_the_measure_is_exact(one: str, other: str, value: int) -> None:
    assert permille(pairs(one), pairs(other)) == value


@given(texts, texts)
def test_the_measure_is_symmetric_bounded_and_never_above_what_the_lengths_allow(one: str, other: str) -> None:
    mine, theirs = pairs(one), pairs(other)
    value = permille(mine, theirs)
    assert value == permille(theirs, mine)
    assert 0 <= value <= WHOLE
    assert (value == WHOLE) == (mine == theirs and bool(mine))
    assert value == 0 or reachable(len(mine), len(theirs), value)


def test_two_findings_have_one_comparison() -> None:
    assert pair_id("a" * 32, "b" * 32) == pair_id("b" * 32, "a" * 32) != pair_id("a" * 32, "c" * 32)
