"""Verification names what was changed: every column, in source and mirror, and what is missing."""

import random
import sqlite3
from contextlib import closing

import pytest
from rectify.audit.v1 import audit_service_pb2 as pb
from rectify.ops.v1.ops_service_pb2 import Follower

from audit.audits import run_audits
from audit.natives import run, verify_logs
from chassis.refusals import Refused
from kernel.errors import InvalidField, Kind, Unavailable
from tests.services.audit.world import Bench, answer


async def verdict(bench: Bench, service: str = "left") -> pb.SourceVerdict:
    response = await verify_logs(pb.VerifyRequest(service=service), bench)
    assert response.ok == (not response.sources[0].broken)
    return response.sources[0]


def alter(bench: Bench, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(bench.paths["left"])) as connection, connection:
        connection.execute(sql, values)


async def test_what_was_not_touched_verifies(told: Bench) -> None:
    found = await verdict(told)
    assert (found.events, found.lag, len(found.root), list(found.broken)) == (6, 0, 32, [])


async def test_an_event_the_mirror_has_not_yet_is_lag_not_fault(told: Bench) -> None:
    told.record("right", answer(7), 7)
    found = await verdict(told, "right")
    assert (found.lag, list(found.broken)) == (1, [])


@pytest.mark.parametrize("column", ["notification_id", "pub", "originator_id", "originator_version", "topic", "state"])
@pytest.mark.parametrize("seed", range(12))
async def test_every_flipped_bit_is_named(told: Bench, column: str, seed: int) -> None:
    """Random bits of every column of event rows, at the source; the position (or where it was) is named."""
    chance = random.Random(f"{column}{seed}")
    position = chance.randint(1, 6)
    with closing(sqlite3.connect(told.paths["left"])) as connection, connection:
        where = "WHERE notification_id = ?"
        (value,) = connection.execute(f"SELECT {column} FROM stored_events {where}", (position,)).fetchone()
        if isinstance(value, int):
            changed: object = value ^ (1 << chance.randint(4, 12))
        else:
            raw = bytearray(value.encode() if isinstance(value, str) else value)
            raw[chance.randrange(len(raw))] ^= 1 << chance.randint(0, 6)
            changed = bytes(raw).decode("latin-1") if isinstance(value, str) else bytes(raw)
        connection.execute(f"UPDATE stored_events SET {column} = ? {where}", (changed, position))
    found = await verdict(told)
    assert position in {broken.position for broken in found.broken}, [str(broken) for broken in found.broken]
    assert {broken.source for broken in found.broken} == {"test/left/1"}


async def test_a_deleted_event_is_named(told: Bench) -> None:
    alter(told, "DELETE FROM stored_events WHERE notification_id = 3")
    found = await verdict(told)
    assert 3 in {broken.position for broken in found.broken}


async def test_a_source_that_lost_its_end_is_named(told: Bench) -> None:
    alter(told, "DELETE FROM stored_events WHERE notification_id > 4")
    found = await verdict(told)
    assert "source-shorter" in {broken.code for broken in found.broken}


async def test_the_audits_pass_on_what_is_right_and_name_what_is_not(told: Bench) -> None:
    clean = await run(pb.RunAuditsRequest(), told)
    assert {audit.id: audit.outcome for audit in clean.audits if audit.outcome != "PASS"} == {}
    assert clean.ok
    alter(told, "UPDATE stored_events SET topic = 'left.note.burnt.v1' WHERE notification_id = 2")
    broken = await run(pb.RunAuditsRequest(ids=["I01", "I03"]), told)
    outcomes = {audit.id: [finding.position for finding in audit.findings] for audit in broken.audits}
    assert outcomes["I01"] == []
    assert 2 in outcomes["I03"]
    assert not broken.ok


async def test_a_command_that_took_effect_twice_is_named(told: Bench) -> None:
    told.record("right", answer(9), 9, causes=("test/left/1:99",))
    told.take()
    results = await run_audits(told, ["I12"])
    assert [wrong.code for wrong in results["I12"].wrong] == ["cause"]


async def test_a_remembered_key_that_is_none_is_named(told: Bench) -> None:
    told.witnessed.accept("test/left/1", "no key", 0, 1, bytes(32), lambda last: (last, b"note"))
    results = await run_audits(told, ["I06"])
    assert [(wrong.source, wrong.code) for wrong in results["I06"].wrong] == [("test/left/1", "key-differs")]


async def test_an_audit_that_stumbles_has_failed_and_the_others_go_on(told: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(error: Exception) -> None:
        def former() -> list[tuple[str, str]]:
            raise error

        monkeypatch.setattr(told.witnessed, "former", former)

    stumble(ValueError("甲"))
    results = await run_audits(told, ["I06", "I12"])
    assert {name: [wrong.code for wrong in found.wrong] for name, found in results.items()} == {"I06": ["audit-failed"], "I12": []}
    for away in (Unavailable(what="left", why="gone"), Refused(Kind.UNAVAILABLE, "unavailable")):
        stumble(away)
        with pytest.raises(type(away)):
            await run_audits(told, ["I12", "I06"])


async def test_unknown_names_are_refused(told: Bench) -> None:
    with pytest.raises(InvalidField):
        await verify_logs(pb.VerifyRequest(service="middle"), told)
    with pytest.raises(InvalidField):
        await run(pb.RunAuditsRequest(ids=["I99"]), told)


@pytest.mark.parametrize(
    ("follower", "position", "outcome"),
    [
        ("policies", 6, "PASS"),
        ("policies", 7, "FAIL"),
        ("mirror:left", 6, "PASS"),
        ("mirror:left", 7, "FAIL"),
        ("consumer:left", 6, "PASS"),
        ("consumer:left", 7, "FAIL"),
        ("consumer:elsewhere", 99, "PASS"),
    ],
)
async def test_no_follower_is_ahead_of_what_it_follows(told: Bench, follower: str, position: int, outcome: str) -> None:
    """Both have six events, all of them published."""
    told.followers.append(Follower(name=follower, position=position, head=position))
    (found,) = (await run(pb.RunAuditsRequest(ids=["I11"]), told)).audits
    assert (found.outcome, [flaw.code for flaw in found.findings]) == (outcome, ["follower-ahead"] * (outcome == "FAIL"))
