"""One county, its organs and two inspected organisations, on a clock that tests move: the page's own tables, no machine."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import pytest
from google.protobuf.json_format import MessageToDict, ParseDict
from google.protobuf.message_factory import GetMessageClass
from rectify.findings.v1 import findings_service_pb2

from chassis.mapping import from_proto, to_proto
from chassis.store.rows.memory import MemoryRows
from findings.page import cases, filings, register, rounds
from kernel.aggregates import Aggregate
from kernel.context import NAMES, SYSTEM, Act, Asker, named
from kernel.envelope import Recorded, Told
from kernel.errors import EffectiveBeforePrevious
from kernel.messages import Changes, Event, News, facts

METHODS = findings_service_pb2.DESCRIPTOR.services_by_name["FindingsService"].methods_by_name
ZONE = ZoneInfo("Asia/Shanghai")
HASH = "ab" * 32
FEEDBACK = named("feedback", "XC2026-1", "CGJ")
CASE = named("case", "XC2026-1", "CGJ")


class World:
    """These topics in memory: commands, policies, projections and sweeps, each event folded once."""

    def __init__(self, now: datetime) -> None:
        self.commands: dict[str, Any] = {}
        self.queries: dict[str, Any] = {}
        self.policies: dict[type[Event], list[Any]] = {}
        self.projections: dict[str, Any] = {}
        self.sweeps: dict[str, Any] = {}
        for topic in (register, rounds, cases, filings):
            for name in ("commands", "queries", "projections", "sweeps"):
                getattr(self, name).update(getattr(topic, name.upper(), {}))
            for event, policies in getattr(topic, "POLICIES", {}).items():
                self.policies.setdefault(event, []).extend(policies)
        self.now = now
        self.log: list[Recorded[Event]] = []
        self.rows = MemoryRows()
        self._known: dict[str, Aggregate] = {}
        self._streams: dict[str, list[Recorded[Event]]] = {}
        self._reacted = 0

    def find(self, kind: type[Any], id: str) -> Any:
        """An aggregate as the log made it."""
        known = self._known.get(id)
        if known is None or not isinstance(known, kind):
            known = kind(id=id)
            for recorded in self._streams.get(id, []):
                known.fold(recorded.event, recorded.effective)
            self._known[id] = known
        return known

    def act(self, name: str, actor: str = SYSTEM, role: str = "system", org: str = "", effective: datetime | None = None) -> Act:
        """Who acts now; every act is a command of its own."""
        command: UUID = uuid5(NAMES, f"{name}:{len(self.log)}")
        return Act(self.now, effective or self.now, command, actor, role, org, ZONE)

    def record(self, changes: Changes, act: Act, historical: bool = False) -> list[Recorded[Event]]:
        """Append, project, and let the policies react until nothing moves."""
        done = []
        for fact in facts(changes):
            event, effective = fact.event, fact.effective or act.effective
            assert event.TOPIC.startswith("findings."), type(event)
            assert bool(fact.rule) == bool(fact.rulebook), fact
            stream = self._streams.setdefault(event.stream, [])
            if stream and effective < max(r.effective for r in stream) and not historical:
                raise EffectiveBeforePrevious(effective=effective, id=event.stream, previous=stream[-1].effective)
            rule = f"{fact.rulebook}:{fact.rule}" if fact.rule else ""
            position = len(self.log) + 1
            recorded = Recorded(
                event, "test/findings/1", position, None, event.stream, len(stream) + 1, event.TOPIC, act.now, effective,
                str(act.command), (), (), act.actor, act.role, act.org, rule, b"",
            )  # fmt: skip
            stream.append(recorded)
            self.log.append(recorded)
            self._known.pop(event.stream, None)
            for projection in self.projections.values():
                projection.fold(recorded, self.rows)
            done.append(recorded)
        return done

    def react(self) -> None:
        """Every policy for every event it did not see."""
        while self._reacted < len(self.log):
            recorded = self.log[self._reacted]
            self._reacted += 1
            for policy in self.policies.get(type(recorded.event), []):
                act = self.act(policy.__name__)
                self.record(policy(recorded, act, self), act)

    def sweep(self, day: date) -> None:
        """What a new day brings."""
        for name, sweep in self.sweeps.items():
            for item in sorted(set(sweep.due(day, self.rows))):
                act = self.act(f"{name}:{item}:{day}")
                self.record(sweep.handler(item, day, act, self), act)
            self.react()

    def advance(self, to: datetime) -> None:
        """Over every midnight up to this moment."""
        day = self.now.astimezone(ZONE).date() + timedelta(days=1)
        while (midnight := datetime.combine(day, time(), ZONE)) <= to:
            self.now = midnight
            self.sweep(day)
            day += timedelta(days=1)
        self.now = max(self.now, to)


class Town:
    """Speaks to the service as its people do."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people: dict[str, str] = {}

    def at(self, day: str, hour: int = 9) -> "Town":
        """Go on to this hour of this day."""
        self.world.advance(datetime.combine(date.fromisoformat(day), time(hour), ZONE))
        return self

    def do(self, rpc: str, who: str, /, **fields: Any) -> list[str]:
        """A command given by `role@ORG` or `role@ORG#n`; the topics it recorded."""
        role, _, place = who.partition("@")
        rule = self.world.commands[rpc]
        org, effective = named("org", place.partition("#")[0]), fields.pop("effective", None)
        act = self.world.act(rpc, self.people.get(who, named("nobody", who)), role, org, effective)
        command = from_proto(self._request(rpc, fields), rule.command)
        recorded = self.world.record(rule.handler(command, act, self.world), act, rule.command.HISTORICAL)
        self.world.react()
        return [one.topic for one in recorded]

    def hear(self, policy: Any, news: News, org: str = "") -> list[str]:
        """A neighbour's published event, by an organ of its; the topics it recorded."""
        act = self.world.act(policy.__name__)
        told = Told(news, "test/supervision/1", 1, 1, act.now, act.effective, act.actor, act.role, org or act.org, "", ())
        recorded = self.world.record(policy(told, act, self.world), act)
        self.world.react()
        return [one.topic for one in recorded]

    def ask(self, rpc: str, /, by: str = "office@XCB", **fields: Any) -> dict[str, Any]:
        """A question, asked by the office or by `role@ORG#n`."""
        query = self.world.queries[rpc]
        question = from_proto(self._request(rpc, fields), query.question)
        role, _, place = by.partition("@")
        asker = Asker(self.people.get(by, named("nobody", by)), role, named("org", place.partition("#")[0]), self.world.now.date())
        known = {"asker": asker} if query.asker else {}
        answer = query.handler(question, self.world.rows, self.world, **known)
        kind = GetMessageClass(METHODS[rpc].output_type)
        return MessageToDict(to_proto(answer, kind), preserving_proto_field_name=True, always_print_fields_with_no_presence=True)

    def _request(self, rpc: str, fields: dict[str, Any]) -> Any:
        return ParseDict(fields, GetMessageClass(METHODS[rpc].input_type)())

    def person(self, who: str, since: str = "2020-01-01", acting: bool = False) -> str:
        """Register somebody in the post that `role@ORG#n` names."""
        role, _, place = who.partition("@")
        org = named("org", place.partition("#")[0])
        before = len(self.events("person.registered"))
        self.do("RegisterPerson", "admin@XCB", name=f"{who}甲", org=org, post=role, since=since, acting=acting)
        assert len(self.events("person.registered")) == before + 1
        self.people[who] = self.events("person.registered")[-1].model_dump()["person"]
        return self.people[who]

    def org(self, code: str, **fields: Any) -> str:
        """Register an organisation."""
        self.do("RegisterOrganisation", "admin@XCB", code=code, name=f"{code}党组织", level="county", **fields)
        return named("org", code)

    def events(self, ending: str = "") -> list[Event]:
        """What the service recorded whose topic, without version, ends so."""
        return [recorded.event for recorded in self.world.log if recorded.topic.rpartition(".v")[0].endswith(ending)]

    def last(self, ending: str) -> dict[str, Any]:
        """The newest such event's fields, in JSON's words."""
        return self.events(ending)[-1].model_dump(mode="json")

    def plan_round(self, code: str = "XC2026-1", rulebook: str = "guangxi-2022", orgs: tuple[str, ...] = ("CGJ", "JYJ")) -> None:
        """A round in which these are inspected."""
        organs = {"dispatching": "XW", "leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB"}
        self.do(
            "PlanRound",
            "office@XCB",
            code=code,
            title="第一轮",
            kind="xuncha",
            rulebook=rulebook,
            publicity=named("org", "XCBU"),
            orgs=[named("org", org) for org in orgs],
            **{name: named("org", org) for name, org in organs.items()},
        )

    def bring(self, org: str = "CGJ", items: int = 3, meeting_on: str = "2026-03-02", code: str = "XC2026-1", **fields: Any) -> str:
        """Feedback brought from paper; its id."""
        self.do(
            "ImportFeedback",
            "office@XCB",
            round=named("round", code),
            org=named("org", org),
            items=[{"wording": f"问题{n}", "category": "党的领导"} for n in range(1, items + 1)],
            approval="领导小组〔2026〕1号",
            document_sha256=HASH,
            meeting_on=meeting_on,
            **fields,
        )
        return named("feedback", code, org)

    def open(self, org: str = "CGJ", items: int = 3, day: str = "2026-03-02", code: str = "XC2026-1", **fields: Any) -> str:
        """Feedback brought and signed for on the day; the case's id."""
        self.at(day)
        feedback = self.bring(org, items, day, code, **fields)
        self.do("SignReceipt", f"principal@{org}", feedback=feedback)
        return named("case", code, org)


@pytest.fixture
def town() -> Town:
    """Monday, 2026-03-02, nine o'clock; organs, organisations, people; no round yet."""
    found = Town(World(datetime(2020, 1, 1, 9, tzinfo=ZONE)))
    for code in ("XW", "LDXZ", "XCB", "JW", "ZZB", "XCBU", "SJW", "CGJ", "JYJ"):
        found.org(code)
    for who in ("principal@CGJ", "member@CGJ", "handler@CGJ", "principal@JYJ", "leading_group@LDXZ", "team_leader@XCB"):
        found.person(who)
    found.world.now = datetime(2026, 3, 2, 9, tzinfo=ZONE)
    return found


@pytest.fixture
def case(town: Town) -> str:
    """A case of CGJ with three findings, received today; its id."""
    town.plan_round()
    return town.open()
