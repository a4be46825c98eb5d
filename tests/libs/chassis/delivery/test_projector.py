"""The projector: read models fold, own policies react once, and a circle of policies ends."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from chassis.delivery_metrics import DeliveryMetrics
from chassis.pace import Doorbell
from chassis.projector import DEEPEST, POLICIES, Projector
from chassis.store import OutOfOrder, Store
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act, named
from kernel.envelope import Recorded
from kernel.errors import Unavailable
from kernel.messages import Changes, Event
from kernel.tables import Rows
from tests.libs.chassis.delivery.world import (
    BETA_SERVICE,
    DUTIES,
    FAST,
    ORG,
    DutyCounted,
    DutyEnded,
    DutyTaken,
    Echoed,
    count_duty,
    duties,
    record,
    until,
    without,
)


def take(beta: Store, number: int, said: str = "once") -> str:
    duty = named("duty", str(number))
    record(beta, DutyTaken(duty=duty, case=named("case", str(number)), seen=said))
    return duty


def counts(beta: Store) -> dict[str, int]:
    return {row["duty"]: row["counted"] for row in beta.rows().page(DUTIES)}


async def test_policies_and_projections_follow_the_log_to_its_end(beta: Store) -> None:
    once, twice = take(beta, 1), take(beta, 2, "twice")
    assert await Projector(BETA_SERVICE, beta, timing=FAST).run_once() == 5
    assert counts(beta) == {once: 1, twice: 2}
    assert beta.followers() == {"policies": 5, "projection:duties": 5}


async def test_a_read_model_stands_still_before_a_hole(beta: Store, tmp_path: Path) -> None:
    """A row that somebody gave a far place would otherwise carry the read model there, past all that is still to come."""
    for number in range(3):
        take(beta, number)
    with closing(sqlite3.connect(tmp_path / "beta.e1.db")) as connection, connection:
        connection.execute("UPDATE stored_events SET notification_id = ? WHERE notification_id = 2", (1 << 40,))
    with pytest.raises(OutOfOrder):
        beta.project("duties")
    assert beta.projected("duties") == 0


async def test_a_reaction_names_its_cause_and_acts_for_the_system(beta: Store) -> None:
    duty = take(beta, 1, "twice")
    await Projector(BETA_SERVICE, beta, timing=FAST).run_once()
    reactions = [beta.decode(row) for row in beta.read(1, 10)]
    assert [type(one.event) for one in reactions] == [DutyCounted, DutyCounted]
    assert len({one.command for one in reactions}) == 2
    for one in reactions:
        assert one.causes == (f"{beta.source}:1",)
        assert (one.actor, one.role, one.org, one.aggregate) == (SYSTEM, "system", ORG, duty)


async def test_reacting_again_repeats_nothing(beta: Store) -> None:
    take(beta, 1, "twice")
    await Projector(BETA_SERVICE, beta, timing=FAST).run_once()
    again = Projector(BETA_SERVICE, beta, timing=FAST)
    again.reactor.follower = "policies-afresh"
    await again.run_once()
    assert beta.head().position == 3
    assert beta.tracked("policies-afresh") == 3


async def test_many_events_share_transactions_and_keep_their_order(beta: Store) -> None:
    made = [take(beta, number) for number in range(30)]
    page = without(BETA_SERVICE, policies={DutyTaken: BETA_SERVICE.policies[DutyTaken][:1]})
    await Projector(page, beta, timing=FAST).run_once()
    assert [beta.decode(row).aggregate for row in beta.read(30, 100)] == made


async def test_what_fails_between_others_comes_again_in_its_place(beta: Store) -> None:
    made = [take(beta, number) for number in range(12)]
    failures = {made[4]: 2, made[7]: 1}

    def count_patiently(recorded: Recorded[DutyTaken], act: Act, repo: Repository) -> Changes:
        if failures.get(recorded.event.duty, 0):
            failures[recorded.event.duty] -= 1
            raise RuntimeError("on purpose")
        return count_duty(recorded, act, repo)

    page = without(BETA_SERVICE, policies={DutyTaken: [count_duty, count_patiently]})
    await Projector(page, beta, timing=FAST).run_once()
    assert [beta.decode(row).aggregate for row in beta.read(12, 100)] == [duty for duty in made for _ in range(2)]
    assert (beta.tracked(POLICIES), beta.quarantined()) == (36, [])


async def test_a_failing_reaction_is_set_aside_and_the_others_go_on(beta: Store) -> None:
    failing = {named("duty", "1")}

    def count(recorded: Recorded[DutyTaken], act: object, repo: object) -> list[Event]:
        if recorded.event.duty in failing:
            raise RuntimeError("the text of a fault may quote contents and is not kept")
        return []

    page = without(BETA_SERVICE, policies={DutyTaken: [count], DutyEnded: [count_ended]})
    for number in range(3):
        duty = take(beta, number)
        record(beta, DutyEnded(duty=duty))
    projector = Projector(page, beta, timing=FAST)
    await projector.run_once()
    held = beta.quarantined(POLICIES)
    assert [one.position for one in held] == [3]
    assert held[0].error.startswith("RuntimeError at test_projector.py:")
    assert "contents" not in held[0].error
    assert beta.tracked(POLICIES) == beta.head().position
    failing.clear()
    assert await projector.release(3) == [3]
    assert beta.quarantined() == []


def count_ended(recorded: Recorded[DutyEnded], act: object, repo: object) -> list[Event]:
    del recorded, act, repo
    return []


async def test_a_store_that_does_not_answer_is_no_failure_of_the_event(beta: Store) -> None:
    patience = [3]

    def unavailable(recorded: object, act: object, repo: object) -> list[Event]:
        del recorded, act, repo
        if patience[0]:
            patience[0] -= 1
            raise Unavailable(what="store", why="on purpose")
        return []

    take(beta, 1)
    stop = asyncio.Event()
    bell = Doorbell(beta)
    page = without(BETA_SERVICE, policies={DutyTaken: [unavailable]})
    task = asyncio.create_task(Projector(page, beta, timing=FAST).run(stop, "here", bell))
    await until(lambda: beta.tracked(POLICIES) == 1)
    assert patience == [0]
    assert beta.quarantined() == []
    stop.set()
    await task
    bell.close()


async def test_a_circle_of_policies_ends(beta: Store) -> None:
    record(beta, Echoed(echo=named("echo", "1"), number=0))
    await Projector(BETA_SERVICE, beta, timing=FAST).run_once()
    assert beta.head().position == DEEPEST + 2
    (held,) = beta.quarantined(POLICIES)
    assert held.position == DEEPEST + 2
    assert "circle" in held.error


async def test_it_follows_while_events_are_recorded(beta: Store) -> None:
    stop = asyncio.Event()
    bell = Doorbell(beta)
    task = asyncio.create_task(Projector(BETA_SERVICE, beta, timing=FAST).run(stop, "here", bell))
    for number in range(5):
        await asyncio.to_thread(take, beta, number)
    assert await asyncio.to_thread(beta.wait_projected, 10, 10.0)
    assert list(counts(beta).values()) == [1] * 5
    stop.set()
    await task
    bell.close()


async def test_what_was_heard_of_and_is_not_there_is_not_waited_for(beta: Store) -> None:
    take(beta, 1)
    projector = Projector(BETA_SERVICE, beta, timing=FAST)
    async with asyncio.timeout(10):
        await projector.fold([*BETA_SERVICE.projections], 9)
        await projector.react(9)
    assert (beta.projected(*BETA_SERVICE.projections), beta.tracked(POLICIES)) == (1, 2)


async def test_a_fold_that_fails_stops_its_read_model_alone(beta: Store) -> None:
    def broken(recorded: Recorded[Event], rows: Rows) -> None:
        raise LookupError("on purpose")

    page = without(BETA_SERVICE, projections={"duties": BETA_SERVICE.projections["duties"]})
    take(beta, 1)
    with pytest.MonkeyPatch.context() as patched:
        projection = page.projections["duties"]
        patched.setattr(beta, "project", lambda *_: broken(None, None))  # type: ignore[arg-type]
        assert projection.fold is duties
        stop = asyncio.Event()
        bell = Doorbell(beta)
        task = asyncio.create_task(Projector(page, beta, timing=FAST, metrics=DeliveryMetrics()).run(stop, "here", bell))
        await until(lambda: beta.tracked(POLICIES) == 2)
        assert beta.projected("duties") == 0
    assert await asyncio.to_thread(beta.wait_projected, 2, 10.0)
    stop.set()
    await task
    bell.close()
