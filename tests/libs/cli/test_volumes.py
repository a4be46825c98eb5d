"""Made-up rounds: every command of them is accepted, they have the shape they should, and a seed makes one world."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from chassis.auth import Caller
from cli.contracts import verbs
from cli.names import Names, Post
from cli.request import Builder
from cli.volumes.shape import CONTINUING, FEWEST, MOST, stages
from kernel.context import named
from testkit.pure import PureWorld

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 3, 2, 9, tzinfo=ZONE)
ORGS = 3


def played(seed: int) -> PureWorld:
    """All stages in a pure world; a refusal fails the test."""
    world, people = PureWorld(START), dict[str, str]()

    def person(text: str) -> str:
        return people.get(text) or named("somebody", text)

    builder = Builder(Names(person=person), ZONE)
    for stage in stages(ORGS, seed, START.date()):
        world.advance(datetime.combine(stage.day, START.timetz()))
        for lane in stage.lanes:
            for step in lane:
                verb, post = verbs()[step.verb], Post.parse(step.who)
                caller = Caller(person(step.who), post.role, named("org", post.org) if post.org else "")
                request = builder.build(verb.method.input_type, step.fields)
                receipt = world.call(verb.service, verb.method, request, caller)
                if step.verb == "person register":
                    people[f"{step.fields['post']}@{step.fields['org']}"] = receipt.events[0].aggregate  # type: ignore[attr-defined]
    return world


def test_the_rounds_have_the_shape_they_should() -> None:
    world = played(7)
    of_findings = [e for e in world.since({}) if e.topic.startswith("findings.finding.")]
    per_finding = Counter(event.aggregate for event in of_findings)
    signed = Counter(e.aggregate for e in of_findings if e.topic == "findings.finding.signed-off.v1")
    continued = {e.aggregate for e in of_findings if e.topic == "findings.finding.continued.v1"}
    assert ORGS * FEWEST <= len(per_finding) <= ORGS * MOST
    assert set(signed) == set(per_finding)  # each is signed off once; what is reopened stands open again
    assert set(signed.values()) == {1}
    assert abs(len(continued) / len(per_finding) - CONTINUING) < 0.05
    everything = sum(not e.topic.startswith(("findings.organisation", "findings.person")) for e in world.since({}))
    assert 25 <= everything / len(per_finding) <= 60


def test_a_seed_makes_the_same_rounds_again() -> None:
    one, other = (list(stages(ORGS, 7, START.date())) for _ in range(2))
    assert one == other
    assert one != list(stages(ORGS, 8, START.date()))
