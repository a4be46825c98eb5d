"""A service that is away for ten days leaves the record as it would be had it never been away, recorded times aside."""

import asyncio
import json
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from chassis.rpc.client import Client
from chassis.sandbox import advance
from chassis.up import SERVICES
from cli.volumes.play import Player
from cli.volumes.shape import Stage
from kernel.context import SYSTEM
from testkit.live import LiveWorld
from testkit.system import System

pytestmark = [pytest.mark.faults, pytest.mark.timeout(900)]

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 3, 2, 9, tzinfo=ZONE)
ORGS, SEED = 2, 11
# The ten days before this stage, with the end of the concentrated phase among them, are those that a service misses.
MISSED, UNTIL = "assisting opinions", "returns"

OF_THE_MACHINE = (".sweep.completed.v1", ".log.state-sealed.v1", ".checkpoint.accepted.v1", ".witness.beat.v1")

Fact = tuple[str, str, str, str, str]


async def played(system: System, away: str) -> None:
    """Made-up rounds up to the reviewers' opinions; `away` is killed for the days before one of the stages."""
    endpoints = {name: system.address(name) for name in SERVICES}

    async def waits(stage: Stage, moment: datetime) -> None:
        if away and stage.name == MISSED:
            await system.at_rest()  # what it said is known; what a crash leaves unsaid is another test's
            system.kill(away)
            token = system.issuer.issue(SYSTEM, "operator")
            others = {name: Client(address, lambda: token) for name, address in endpoints.items() if name != away}
            await advance(moment, others, ZONE, patience=120.0)
            for client in others.values():
                await client.close()
            system.launch(away)
            await system.answering()

    await Player(endpoints, system.issuer, ZONE, waits=waits).play(ORGS, SEED, until=UNTIL)
    await system.at_rest()


def facts(data: Path, away: str = "") -> Counter[Fact]:
    """What is on record in the end: service, topic, aggregate, effective time and content of every event.

    How many items a sweep looked at, how many checkpoints were cosigned and when a witness spoke say how the work was spread
    over time, not what happened; the nightly seal is a hash over recorded times.
    """
    with System(data, clock=START) as system:
        asyncio.run(played(system, away))
        with LiveWorld({name: system.address(name) for name in SERVICES}, system.issuer, ZONE) as world:
            return Counter(
                (
                    event.source.split("/")[1],
                    event.topic,
                    event.aggregate,
                    event.effective.isoformat(),
                    json.dumps(event.body, ensure_ascii=False, sort_keys=True),
                )
                for event in world.since({})
                if not event.topic.endswith(OF_THE_MACHINE)
            )


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Counter[Fact]:
    """The same without anybody away."""
    return facts(tmp_path_factory.mktemp("undisturbed"))


@pytest.mark.parametrize("away", SERVICES)
def test_ten_days_away_change_nothing(away: str, undisturbed: Counter[Fact], tmp_path: Path) -> None:
    found = facts(tmp_path, away)
    lost, added = undisturbed - found, found - undisturbed
    assert not (lost | added), _told(lost, added)


def _told(lost: Counter[Fact], added: Counter[Fact], most: int = 12) -> str:
    lines = [f"{sum(lost.values())} facts are missing, {sum(added.values())} are there in their stead"]
    for sign, some in (("-", lost), ("+", added)):
        lines += (f"{sign} {' '.join(fact)}" for fact in sorted(some)[:most])
    return "\n".join(lines)


def test_the_days_that_are_missed_matter(undisturbed: Counter[Fact]) -> None:
    """Otherwise the others would prove nothing: in those days phases end and duties begin, come due and are missed."""
    first = datetime(2026, 5, 31, tzinfo=ZONE)
    inside = {
        topic for _, topic, _, effective, _ in undisturbed if first < datetime.fromisoformat(effective) < first + timedelta(days=10)
    }
    assert {
        "findings.case.concentrated-phase-ended.v1",
        "findings.finding.continued.v1",
        "supervision.obligation.opened.v1",
        "supervision.obligation.overdue.v1",
        "supervision.obligation.warning-issued.v1",
        "supervision.ladder.step-taken.v1",
    } <= inside
