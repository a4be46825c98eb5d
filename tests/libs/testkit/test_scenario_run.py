"""The runner against a world made of canned answers: what it asks, what it notices, how it reports."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from rectify.envelope.v1.envelope_pb2 import EventRef, Receipt
from rectify.findings.v1 import register_pb2

from chassis.auth import Caller
from kernel.context import named
from kernel.errors import NotFound, RoleDenied
from testkit.scenario import Happened, Report, load, run

START = "2026-03-02T09:00+08:00"


def happened(position: int, topic: str, **body: Any) -> Happened:
    at = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
    return Happened("s/findings/1", position, topic, "a" * 32, position, at, at, "b" * 32, "admin", "", "", ("c" * 32,), body)


class FakeWorld:
    name = "fake"

    def __init__(self) -> None:
        self.now = dt.datetime.fromisoformat(START)
        self.calls: list[tuple[str, Any, Caller]] = []
        self.answers: dict[str, Any] = {"FindPosts": register_pb2.FindPostsResponse()}
        self.events: list[Happened] = []
        self.advanced: list[dt.datetime] = []
        self.back = dt.timedelta()
        self.lost: list[tuple[str, int]] = []

    def call(self, service: str, method: MethodDescriptor, request: Message, caller: Caller) -> Message:
        self.calls.append((method.name, request, caller))
        answer = self.answers[method.name]
        if isinstance(answer, Exception):
            raise answer
        made: Message = answer(request) if callable(answer) else answer
        return made

    def advance(self, to: dt.datetime) -> None:
        self.advanced.append(to)
        self.now = to

    def set_back(self, by: dt.timedelta) -> None:
        self.back = by

    def tamper(self, service: str, position: int) -> None:
        self.lost.append((service, position))

    def mark(self) -> Mapping[str, int]:
        return {"findings": 0}

    def since(self, mark: Mapping[str, int]) -> list[Happened]:
        return self.events

    def history(self, about: str, as_of: dt.datetime | None, as_of_effective: dt.datetime | None) -> list[Happened]:
        self.calls.append(("history", (about, as_of, as_of_effective), Caller("", "", "")))
        return self.events


@pytest.fixture
def world() -> FakeWorld:
    found = FakeWorld()
    found.answers["RenameOrganisation"] = Receipt(
        command_id="x", events=[EventRef(topic="findings.organisation.renamed.v1", aggregate="a" * 32, version=2)], position=2
    )
    line = register_pb2.OrganisationLine(org=named("org", "CGJ"), code="CGJ", name="某局")
    found.answers["ListOrganisations"] = register_pb2.ListOrganisationsResponse(organisations=[line])
    found.answers["GetOrganisation"] = register_pb2.GetOrganisationResponse(org=named("org", "CGJ"), code="CGJ", name="某局")
    return found


@pytest.fixture
def play(tmp_path: Path, world: FakeWorld) -> Callable[[str], Report]:
    def one(steps: str) -> Report:
        file = tmp_path / "X01.yaml"
        file.write_text(f"scenario: X01\nleft: [a part]\nclock: {START}\nsteps:\n{steps}", encoding="utf-8")
        return run(load(file), world)

    return one


RENAME = "  - {do: org rename, as: admin, with: {org: CGJ, name: 新局, since: 2026-03-02}%s}\n"


def problem(report: Report) -> str:
    assert not report.ok
    return "\n".join(report.outcomes[-1].problems)


def test_a_command_is_given_and_its_receipt_compared(play: Callable[[str], Report], world: FakeWorld) -> None:
    report = play(
        RENAME % ", effective: 2026-03-01, expect_version: 1, records: [organisation.renamed], save: {who: events.0.aggregate}"
    )
    assert report.ok, report.text()
    name, request, caller = world.calls[-1]
    assert name == "RenameOrganisation"
    assert request.org == named("org", "CGJ")
    assert (request.meta.expected_version, request.meta.effective.ToJsonString()) == (1, "2026-03-01T01:00:00Z")
    assert caller.role == "admin"
    assert problem(play(RENAME % ", records: [organisation.merged]")).startswith("records: expected")
    assert problem(play(RENAME % ", repeated: true")) == "repeated: expected True, got False"
    assert "the answer has no 'events.3.aggregate'" in problem(play(RENAME % ", save: {who: events.3.aggregate}"))


def test_command_ids_are_the_same_in_every_run_and_for_one_name(play: Callable[[str], Report], world: FakeWorld) -> None:
    steps = RENAME % ", command: once" + RENAME % "" + RENAME % ", command: once"
    for _ in range(2):
        assert play(steps).ok
    ids = [request.meta.command_id for name, request, _ in world.calls if name == "RenameOrganisation"]
    assert ids[0] == ids[2] == ids[3] == ids[5]
    assert ids[1] == ids[4] != ids[0]


def test_an_expected_refusal_must_come_as_said_and_be_on_record(play: Callable[[str], Report], world: FakeWorld) -> None:
    world.answers["RenameOrganisation"] = RoleDenied(field="org", role="admin", command="RenameOrganisation", allowed="office")
    world.events = [happened(1, "findings.refusal.recorded.v1", code="role-denied")]
    assert play(RENAME % ", refused: role-denied").ok
    assert play(RENAME % ", refused: {code: role-denied, field: org, says: office, values: {role: admin}}").ok
    assert problem(play(RENAME % ", refused: not-found")).startswith(
        "expected to be refused as not-found, was refused as role-denied"
    )
    assert "'org', expected 'name'" in problem(play(RENAME % ", refused: {code: role-denied, field: name}"))
    assert "does not say 'team'" in problem(play(RENAME % ", refused: {code: role-denied, says: team}"))
    assert "values.role" in problem(play(RENAME % ", refused: {code: role-denied, values: {role: office}}"))
    assert problem(play(RENAME % "")).startswith("refused at org (role-denied)")
    world.events = []
    assert problem(play(RENAME % ", refused: role-denied")).startswith("the refusal role-denied was not recorded")


def test_a_refusal_that_does_not_come_is_missed(play: Callable[[str], Report]) -> None:
    text = problem(play(RENAME % ", refused: role-denied"))
    assert text == "expected to be refused (role-denied), but it was recorded: ['findings.organisation.renamed']"
    assert "but it was answered" in problem(play("  - {ask: org list, refused: not-found}\n"))


def test_questions(play: Callable[[str], Report], world: FakeWorld) -> None:
    ask = "  - {ask: org list, as: office@XCB, as_of: 2026-03-01, with: {prefix: CG}, answer: {organisations: {count: %d}}}\n"
    assert play(ask % 1).ok
    _, request, caller = world.calls[-1]
    assert request.meta.as_of.ToJsonString() == "2026-03-01T15:59:59.999999Z"
    assert (caller.role, caller.org) == ("office", named("org", "XCB"))
    assert "organisations: expected count 2" in problem(play(ask % 2))
    assert play("  - {ask: org list, save: {then: .}}\n  - {ask: org list, same_as: then}\n").ok
    answers = iter("ab")
    world.answers["GetOrganisation"] = lambda _: register_pb2.GetOrganisationResponse(code=next(answers))
    steps = "  - {ask: org show, with: {org: CGJ}, save: {then: .}}\n  - {ask: org show, with: {org: CGJ}, same_as: then}\n"
    assert problem(play(steps)) == "the answer differs from then: code: 'a' then, 'b' now"


def test_expectations_of_one_thing(play: Callable[[str], Report], world: FakeWorld) -> None:
    assert play("  - expect: {org: CGJ, name: 某局}\n  - expect: {org: {prefix: C}, code: CGJ}\n").ok
    assert play("  - expect: {org: {prefix: C}, count: 1, code: CGJ}\n").ok
    assert problem(play("  - expect: {org: CGJ, name: 别局}\n")) == "name: expected '别局', got '某局'"
    assert problem(play("  - expect: {org: {prefix: C}, count: 2}\n")).startswith("org: expected 2 of")
    world.answers["ListOrganisations"] = register_pb2.ListOrganisationsResponse()
    assert problem(play("  - expect: {org: {prefix: C}, code: CGJ}\n")).startswith("org: expected one with")
    world.answers["GetOrganisation"] = NotFound(what="org", id="CGJ")
    assert play("  - {expect: {org: CGJ, name: ~}, refused: not-found}\n").ok


def test_events_and_histories(play: Callable[[str], Report], world: FakeWorld) -> None:
    world.events = [
        happened(1, "findings.finding.registered.v1", number="F1"),
        happened(2, "findings.finding.claimed.v1", track="concentrated", criteria=[1, 2]),
    ]
    assert play("  - {history: F1, as_of: 2026-03-01, topics: [finding.registered, finding.claimed]}\n").ok
    assert world.calls[-1][1][0] == named("finding", "F1")
    assert play("  - {history: 'case:R/O', includes: [{topic: finding.claimed, role: admin, body: {criteria: {count: 2}}}]}\n").ok
    assert world.calls[-1][1][0] == named("case", "R", "O")
    assert play(RENAME % "" + "  - {events: of the last step, includes: [finding.registered], excludes: [finding.signed-off]}\n").ok
    assert problem(play("  - {history: F1, topics: [finding.claimed]}\n")).startswith("topics: expected")
    backwards = "  - {history: F1, includes: [finding.claimed, finding.registered]}\n"
    assert "no event like 'finding.registered' after the one before it" in problem(play(backwards))
    assert problem(play("  - {history: F1, excludes: [{body: {number: F1}}]}\n")).startswith("excludes: there is an event like")


def test_the_newest_event_of_a_name_is_deleted_past_its_service(play: Callable[[str], Report], world: FakeWorld) -> None:
    topics = ("findings.finding.overdue.v1", "findings.finding.overdue.v1", "findings.finding.claimed.v1")
    world.events = [happened(position, topic) for position, topic in enumerate(topics, 1)]
    lost = "  - tamper: {service: findings, delete: finding.overdue}\n    save: {at: position}\n"
    look = "  - history: F1\n    excludes: [{topic: finding.overdue, position: '${at}'}]\n"
    assert "position 2" in problem(play(lost + look))
    assert world.lost == [("findings", 2)]
    elsewhere = play("  - tamper: {service: supervision, delete: finding.overdue}\n")
    assert problem(elsewhere) == "supervision has no event 'finding.overdue' that could be deleted"


def test_time_goes_forward(play: Callable[[str], Report], world: FakeWorld) -> None:
    assert play("  - at: 2026-03-05\n  - advance: 90d\n  - advance: to 2026-07-01T10:30\n  - {set back: 2d}\n").ok
    moments = [moment.astimezone(dt.timezone(dt.timedelta(hours=8))).isoformat() for moment in world.advanced]
    assert moments == ["2026-03-05T09:00:00+08:00", "2026-06-03T09:00:00+08:00", "2026-07-01T10:30:00+08:00"]
    assert world.back == dt.timedelta(days=2)
    assert "time does not go back to 2026-03-01" in problem(play("  - at: 2026-03-01\n"))


def test_the_present_day_is_no_step_back(play: Callable[[str], Report], world: FakeWorld) -> None:
    world.now = dt.datetime.fromisoformat("2026-03-02T15:00+08:00")
    assert play("  - at: 2026-03-02\n").ok
    assert world.advanced == []


def test_steps_for_each_member_and_values(play: Callable[[str], Report], world: FakeWorld) -> None:
    steps = "  - set: {last: 3}\n  - each: {n: '1..${last}'}\n    steps:\n      - expect: {org: '${n}', name: 某局}\n"
    assert play(steps).ok
    assert [request.org for name, request, _ in world.calls if name == "GetOrganisation"] == [
        named("org", str(n)) for n in (1, 2, 3)
    ]
    assert play("  - each: {n: [a, b]}\n    steps:\n      - expect: {org: '${n}', code: CGJ}\n").ok
    assert "nothing is named 'm'" in problem(play("  - expect: {org: '${m}', code: CGJ}\n"))
    assert "such as 1..38" in problem(play("  - each: {n: many}\n    steps:\n      - expect: {org: CGJ}\n"))


def test_a_run_ends_at_the_first_surprise_and_the_report_says_where(play: Callable[[str], Report], world: FakeWorld) -> None:
    report = play("  - expect: {org: CGJ, code: CGJ}\n  - expect: {org: CGJ, name: 别局}\n  - expect: {org: CGJ, name: 某局}\n")
    assert [outcome.ok for outcome in report.outcomes] == [True, False]
    assert report.text().splitlines() == [
        "FAIL X01 [fake]: 2 steps",
        "  X01.yaml:6 (steps) expect {'org': 'CGJ', 'name': '别局'}",
        "    name: expected '别局', got '某局'",
        "  left: a part",
    ]


def test_a_command_says_who_acts(play: Callable[[str], Report], world: FakeWorld) -> None:
    assert "as: ROLE@ORG" in problem(play("  - {do: org rename, with: {org: CGJ, name: 新局, since: 2026-03-02}}\n"))
    person = "d" * 32
    assert play(f"  - {{do: org rename, as: {{role: admin, org: XW, person: {person}}}, with: {{org: CGJ}}}}\n").ok
    assert world.calls[-1][2] == Caller(person, "admin", named("org", "XW"))
    assert "ROLE" in problem(play("  - {do: org rename, as: The Boss, with: {org: CGJ}}\n"))
