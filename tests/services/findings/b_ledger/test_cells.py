"""Cells of the ledger: what people write and what the platform writes read alike, and nothing of a goal is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.model.cells import BY_LETTER, CellUnreadable, canonical, numbered, stages


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-02 完成清查", "2026-03-02 完成清查"),
        ("2026年3月2日前完成清查", "2026-03-02 完成清查"),
        ("2026.3.2：完成清查", "2026-03-02 完成清查"),
        ("２０２６/3/2日底，完成清查", "2026-03-02 完成清查"),
        ("2026年3月2日", "2026-03-02"),
        ("2026-03-02 日常检查", "2026-03-02 日常检查"),
        ("2026-03-02日常检查", "2026-03-02 日常检查"),
        ("2026-03-02 前期调研", "2026-03-02 前期调研"),
        ("2026年3月2日 止损", "2026-03-02 止损"),
    ],
)
def test_a_stage_is_a_date_and_the_whole_goal(written: str, read: str) -> None:
    assert stages(written) == (read,)
    assert stages(numbered(stages(written))) == (read,)


@given(st.sampled_from(sorted(BY_LETTER)), st.text("2026年3月2日-/. 前底止:：、，①1)（一）甲乙\n\t", max_size=40))
def test_what_is_written_in_one_way_stays_so(column: str, text: str) -> None:
    try:
        once = canonical(column, text)
    except CellUnreadable:
        return
    assert canonical(column, once) == once


@given(st.text("日前底止:：、， 甲1", max_size=12))
def test_stages_stay_so_whatever_their_goals_begin_with(goal: str) -> None:
    once = canonical("P", f"2026年3月12日{goal}")
    assert canonical("P", once) == once
