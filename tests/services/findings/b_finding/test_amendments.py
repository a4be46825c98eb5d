"""Amendments of a row: proposed, then accepted or rejected by a person; what a review passed changes only with one."""

from typing import Any

import pytest

from findings.commands import amendments as wish
from findings.handlers import amendments as act_on
from findings.refusals.amendments import (
    AmendmentDecided,
    AmendmentOutdated,
    CellUnknown,
    CellWrong,
    DateNotYours,
    WordingFrozen,
)
from findings.refusals.finding import AmendPlanInstead, NoSuchPart, NothingChanges


def propose(world: Any, role: str = "handler", org: str = "CGJ", **cells: str) -> None:
    listed = tuple({"column": column, "text": text} for column, text in cells.items())
    command = wish.ProposeAmendment(finding=world.id(), cells=listed, reason="更正")
    world.do(act_on.propose_amendment, command, role, org)


def accept(world: Any, no: int = 1, role: str = "member", org: str = "CGJ") -> None:
    world.do(act_on.accept_amendment, wish.AcceptAmendment(finding=world.id(), amendment=no), role, org)


def reject(world: Any, no: int = 1) -> None:
    world.do(act_on.reject_amendment, wish.RejectAmendment(finding=world.id(), amendment=no, reason="不采纳"), "member")


def test_an_accepted_one_changes_the_row(world: Any) -> None:
    propose(world, 具体表现="三处", 备注="补充", 配合单位="人事科，财务科", 整改措施="1.甲\n2.乙")
    found = world.finding()
    assert found.manifestation == ""
    accept(world)
    found = world.finding()
    assert (found.manifestation, found.remark, found.supports) == ("三处", "补充", ("人事科", "财务科"))
    assert found.planned_measures == ("甲", "乙")
    assert found.amendments[0].outcome == "accepted"


def test_a_rejected_one_changes_nothing(world: Any) -> None:
    propose(world, 备注="补充")
    reject(world)
    assert world.finding().remark == ""
    with pytest.raises(AmendmentDecided):
        accept(world)


def test_names_of_persons_travel_apart(world: Any) -> None:
    propose(world, 责任领导="班子成员甲")
    proposed = world.finding().amendments[0]
    assert proposed.changes[0].new == ""
    assert dict(proposed.names) == {"L": "班子成员甲"}
    assert "班子成员甲" not in proposed.changes[0].model_dump_json()
    accept(world)
    assert world.finding().member_name == "班子成员甲"


def test_the_words_of_the_feedback_are_the_dispatching_sides(world: Any) -> None:
    propose(world, 反馈问题="另一种说法")
    with pytest.raises(WordingFrozen):
        accept(world)
    accept(world, role="office", org="XCB")
    assert world.finding().wording == "另一种说法"


def test_nobody_moves_the_own_date(world: Any) -> None:
    propose(world, 完成时限="2026年12月31日")
    with pytest.raises(DateNotYours):
        accept(world)
    accept(world, role="office", org="XCB")
    assert world.finding().due.isoformat() == "2026-12-31"


def test_what_a_review_passed_changes_with_the_plan(world: Any) -> None:
    world.begin()
    propose(world, 整改目标="别的目标")
    with pytest.raises(AmendPlanInstead) as refused:
        accept(world)
    assert "整改目标" in str(refused.value)


def test_what_changed_meanwhile_is_decided_anew(world: Any) -> None:
    propose(world, 备注="甲")
    propose(world, 备注="乙")
    accept(world, 1)
    with pytest.raises(AmendmentOutdated):
        accept(world, 2)


def test_refused_cells(world: Any) -> None:
    with pytest.raises(CellUnknown):
        propose(world, 完成状态="已销号")
    with pytest.raises(CellUnknown):
        propose(world, 不存在="x")
    with pytest.raises(CellWrong) as refused:
        propose(world, 完成时限="2026-02-30")
    assert refused.value.values["why"] == "date-does-not-exist"
    with pytest.raises(NothingChanges):
        propose(world, 反馈问题="问题1")
    with pytest.raises(NoSuchPart):
        accept(world, 7)
