"""Histories: one order for all services, never an effect before its cause, as of two times."""

from datetime import date, timedelta

import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.audit.v1 import audit_service_pb2 as pb
from rectify.envelope.v1.envelope_pb2 import QueryMeta

from audit import natives
from audit.history import history, shown
from audit.natives import get_history
from kernel.context import Asker, named
from kernel.errors import InvalidField
from tests.services.audit.world import FINDING, START, Bench, Noted, answer, note

OFFICE = Asker("a" * 32, "office", named("org", "XCB"), date(2026, 3, 2))


def stamp(days: float) -> Timestamp:
    found = Timestamp()
    found.FromDatetime(START + timedelta(days=days))
    return found


def test_effects_follow_their_causes_although_the_clock_stands_still(told: Bench) -> None:
    keys = [entry.key for entry in history(told.mirror, FINDING)]
    assert keys == [f"test/{side}/1:{n}" for n in range(1, 7) for side in ("left", "right")]


def test_what_an_event_followed_from_is_shown_although_it_names_something_else(told: Bench) -> None:
    elsewhere = Noted(note=named("note", "9"), finding=named("finding", "2"), text="整份方案退回")
    told.record("left", elsewhere, 9)
    told.record("right", answer(9), 9, causes=("test/left/1:7",))
    told.take()
    assert [entry.key for entry in history(told.mirror, FINDING)][-2:] == ["test/left/1:7", "test/right/1:7"]


def test_what_names_the_case_and_no_other_finding_comes_with_it_unless_left_out(told: Bench) -> None:
    before = history(told.mirror, FINDING)
    case = named("case", "1")
    for n, finding in enumerate((FINDING, None, named("finding", "2")), 7):
        told.record("left", Noted(note=named("note", str(n)), finding=finding, case=case, text="结案意见"), n)
    told.take()
    assert [entry.key for entry in history(told.mirror, FINDING, own_only=True)][len(before) :] == ["test/left/1:7"]
    assert [entry.key for entry in history(told.mirror, FINDING)][len(before) :] == [
        "test/left/1:7",
        "test/left/1:8",
    ]


def test_a_walled_log_is_in_no_history_not_even_as_a_cause(told: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Noted(note=named("note", "9"), finding=named("finding", "2"), text="移交")
    told.record("left", elsewhere, 9)
    told.record("right", answer(9), 9, causes=("test/left/1:7",))
    told.take()
    monkeypatch.setattr("audit.history.WALLED", {"left"})
    found = history(told.mirror, FINDING)
    assert {entry.row.source for entry in found} == {"test/right/1"}
    assert found[-1].verified is not None


@pytest.mark.parametrize(
    ("role", "org", "topic", "seen"),
    [
        ("office", "XCB", "findings.round.working-paper-filed.v1", True),
        ("handler", "CGJ", "findings.round.working-paper-filed.v1", False),
        ("handler", "JTJ", "findings.feedback.drafted.v2", False),
        ("office", "CGJ", "findings.feedback.drafted.v1", False),
        ("principal", "CGJ", "supervision.report-review.assisting-given.v1", False),
        ("principal", "CGJ", "supervision.report-review.opinion-issued.v1", True),
        ("principal", "CGJ", "findings.read.recorded.v1", False),
        ("discipline", "JW", "findings.refusal.recorded.v1", True),
    ],
)
def test_what_is_reserved_is_not_for_whom_it_is_about(told: Bench, role: str, org: str, topic: str, seen: bool) -> None:
    [first, *_] = history(told.mirror, FINDING)
    assert first.verified is not None
    verified = first.verified._replace(clear={**first.verified.clear, "org": named("org", "CGJ")})
    entry = first._replace(row=first.row._replace(topic=topic), verified=verified)
    assert shown(entry, Asker("a" * 32, role, named("org", org), date(2026, 3, 2))) is seen


async def test_an_event_is_shown_whole_and_verified(told: Bench) -> None:
    answer = await get_history(pb.GetHistoryRequest(about=FINDING, limit=1), told, asker=OFFICE)
    (event,) = answer.events
    assert (event.topic, event.role, event.verified, event.version) == ("left.note.made.v1", "handler", True, 1)
    assert '"text":"退款已到账1"' in event.body
    assert "办公室主任甲" not in event.body
    assert '"author":{"sealed":"A256GCM"}' in event.body


async def test_pages_join_to_the_whole(told: Bench) -> None:
    found, after = [], ""
    while True:
        page = await get_history(pb.GetHistoryRequest(about=FINDING, limit=5, after=after), told, asker=OFFICE)
        found += [f"{event.source}:{event.position}" for event in page.events]
        after = page.next
        if not after:
            break
    assert found == [entry.key for entry in history(told.mirror, FINDING)]


async def test_going_on_after_what_is_not_there_is_refused(told: Bench) -> None:
    with pytest.raises(InvalidField):
        await get_history(pb.GetHistoryRequest(about=FINDING, after="test/left/1:99"), told, asker=OFFICE)


async def test_as_of_recorded_time_is_what_was_known(told: Bench) -> None:
    for days, count in ((-1, 0), (0, 6), (0.5, 6), (1, 12)):
        answer = await get_history(pb.GetHistoryRequest(about=FINDING, meta=QueryMeta(as_of=stamp(days))), told, asker=OFFICE)
        assert len(answer.events) == count


async def test_as_of_a_recorded_time_it_says_how_far_each_log_was_and_what_was_cosigned_by_then(told: Bench) -> None:
    first = int(START.timestamp())
    for base, size, at in ((0, 2, first), (2, 5, first + 86_400)):
        told.witnessed.accept("test/left/1", "vkey", base, size, bytes([size]) * 32, lambda last, at=at: (at, b"note"))  # type: ignore[misc]  # bound now
    for days, position, cosigned in ((-1, 0, 0), (0, 3, 2), (0.5, 3, 2), (1, 6, 5)):
        answer = await get_history(pb.GetHistoryRequest(about=FINDING, meta=QueryMeta(as_of=stamp(days))), told, asker=OFFICE)
        assert [(one.source, one.position, one.cosigned) for one in answer.sources] == (
            [("test/left/1", position, cosigned), ("test/right/1", position, 0)] if position else []
        )
    assert answer.sources[0].cosigned_at.ToSeconds() == first + 86_400
    assert not (await get_history(pb.GetHistoryRequest(about=FINDING), told, asker=OFFICE)).sources


async def test_rows_of_the_mirror_are_read_as_they_came_but_those_of_leads(told: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await natives.read_mirror(pb.ReadMirrorRequest(source="test/left/1", limit=4), told)
    rest = await natives.read_mirror(pb.ReadMirrorRequest(source="test/left/1", after=4), told)
    rows = [*first.rows, *rest.rows]
    assert [row.position for row in rows] == list(range(1, 7))
    assert [row.state for row in rows] == [row.state for row in told.stores["left"].read(0, 10)]
    monkeypatch.setattr(natives, "_BYTES", 1)
    assert [row.position for row in (await natives.read_mirror(pb.ReadMirrorRequest(source="test/left/1"), told)).rows] == [1]
    with pytest.raises(InvalidField):
        await natives.read_mirror(pb.ReadMirrorRequest(source="test/nowhere/1"), told)
    monkeypatch.setattr("audit.history.WALLED", {"left"})
    with pytest.raises(natives.Walled):
        await natives.read_mirror(pb.ReadMirrorRequest(source="test/left/1"), told)


async def test_as_of_effective_time_leaves_out_what_took_effect_later(told: Bench) -> None:
    told.record("left", note(7), 7, effective=told.clock[0] - timedelta(hours=20))
    told.take()
    meta = QueryMeta(as_of_effective=stamp(0.5))
    answer = await get_history(pb.GetHistoryRequest(about=FINDING, meta=meta), told, asker=OFFICE)
    assert [event.position for event in answer.events if event.source == "test/left/1"] == [1, 2, 3, 7]


async def test_sources_are_listed_with_their_roots(told: Bench) -> None:
    answer = await natives.list_sources(pb.ListSourcesRequest(), told)
    assert [(source.source, source.position, len(source.root)) for source in answer.sources] == [
        ("test/left/1", 6, 32),
        ("test/right/1", 6, 32),
    ]
