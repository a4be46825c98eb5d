"""Runs a scenario in a world and reports, step by step, what was expected and what came."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chassis.auth import Caller
from chassis.refusals import Refused
from cli.contracts import Verb, find
from cli.failure import Failure
from cli.names import Names, NotAPost, Post
from cli.plain import plain
from cli.request import Builder, WrongValue, end_of, instant
from cli.session import REGISTER, post_question
from kernel.context import named
from kernel.errors import Kind, Refusal
from testkit.scenario_file import Scenario, Step, Unnamed, fill
from testkit.scenario_match import Matcher
from testkit.scenario_parts import (
    Mistake,
    broken,
    code_of,
    compare_topics,
    first_difference,
    members,
    pick,
    same_topic,
    short,
    span,
    topics_of,
    unwrapped,
)
from testkit.scenario_report import Outcome, Report
from testkit.scenario_world import Happened, World

# Ids of commands and of people in no register follow from this and the scenario, so that two runs are the same.
SEED = uuid.UUID("5b7f9f7e-6f0c-5a86-9b63-0b6d2f0f9a11")
# Who asks where a scenario does not say.
READER = "auditor"
# A day alone begins work at this hour.
MORNING = dt.timedelta(hours=9)
_UNRECORDED = frozenset({Kind.UNAUTHENTICATED, Kind.UNAVAILABLE, Kind.INTERNAL})


def run(scenario: Scenario, world: World) -> Report:
    """Run every step in order until one is not as expected."""
    return Report(scenario, world.name, tuple(_Run(scenario, world).outcomes()))


@dataclass
class _Run:
    scenario: Scenario
    world: World
    names: dict[str, Any] = field(default_factory=dict)
    commands: int = 0
    mark: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = dict(self.scenario.values)
        self.builder = Builder(Names(person=self._person), self.scenario.zone, self._file)
        self.matcher = Matcher(self.builder.names, self.scenario.zone)

    def outcomes(self) -> Iterator[Outcome]:
        for phase, step in self.scenario.steps:
            for outcome in self._step(phase, step, {}):
                yield outcome
                if not outcome.ok:
                    return

    def _step(self, phase: str, step: Step, local: Mapping[str, Any]) -> Iterator[Outcome]:
        names = {**self.names, **local, "today": self._today}
        try:
            self._clock(step, names)
            names["today"] = self._today
            if step.kind == "use":
                fixture = self.scenario.fixtures[step.body["use"]]
                given = fill(step.body.get("with", {}), names)
                inner = {**names, **fill(fixture.parameters, names), **given}
                yield from self._block(phase, fixture.steps, inner)
            elif step.kind == "each":
                ((name, values),) = step.body["each"].items()
                for value in members(fill(values, names)):
                    yield from self._block(phase, step.steps, {**local, name: value})
            else:
                problems = self._act(step, names)
                yield Outcome(phase, self._title(step, names), step.place, tuple(problems))
        except (Mistake, Unnamed, WrongValue, NotAPost, Failure) as error:
            text = error.args[0] if isinstance(error, Unnamed) else str(error)
            yield Outcome(phase, self._title(step, names), step.place, (text,))
        except Exception as error:  # noqa: BLE001 - a program that breaks is a finding like any other, and is reported as one
            yield Outcome(phase, self._title(step, names), step.place, tuple(broken(error)))

    def _act(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        """Do what a step says; what comes out is not as expected."""
        match step.kind:
            case "do":
                return self._do(step, names)
            case "ask":
                return self._ask(step, names)
            case "expect":
                return self._expect(step, names)
            case "history":
                return self._history(step, names)
            case "events":
                return self._events(step, names)
            case "tamper":
                return self._tamper(step, names)
        match step.kind:
            case "advance":
                self._advance(str(fill(step.body["advance"], names)))
            case "set back":
                self.world.set_back(span(str(fill(step.body["set back"], names))))
            case "set":
                self.names.update(fill(step.body["set"], names))
        return iter(())

    def _block(self, phase: str, steps: Sequence[Step], local: Mapping[str, Any]) -> Iterator[Outcome]:
        # What a fixture was given must not be hidden by a name saved earlier, and what it saves must be seen by its later steps.
        before = set(self.names)
        for step in steps:
            fresh = {name: value for name, value in self.names.items() if name not in before}
            for outcome in self._step(phase, step, {**local, **fresh}):
                yield outcome
                if not outcome.ok:
                    return

    def _title(self, step: Step, names: Mapping[str, Any]) -> str:
        try:
            written = fill({key: step.body[key] for key in (step.kind, "as", "at") if key in step.body}, names)
        except Unnamed:
            written = dict(step.body)
        return " ".join(f"{key} {value}" for key, value in written.items())

    def _clock(self, step: Step, names: Mapping[str, Any]) -> None:
        if "at" in step.body:
            self._advance_to(str(fill(step.body["at"], names)))

    def _advance_to(self, text: str) -> None:
        moment = instant(text, self.scenario.zone, "at")
        if re.fullmatch(r"[0-9-]{10}", text.strip()):
            moment = max(moment + MORNING, self.world.now) if text.strip() == self._today else moment + MORNING
        if moment < self.world.now:
            raise Mistake(
                f"it is {self.world.now.astimezone(self.scenario.zone).isoformat()} already; time does not go back to {text}"
            )
        if moment > self.world.now:
            self.world.advance(moment)

    # --- what a step does: each returns what is not as expected ------------------------------------------------------

    def _do(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        verb = self._verb(step.body["do"])
        if "as" not in step.body:
            raise Mistake("`do` says who acts: as: ROLE@ORG")
        request: Any = self.builder.build(verb.method.input_type, fill(step.body.get("with", {}), names))
        request.meta.command_id = self._command_id(fill(step.body.get("command", ""), names))
        request.meta.expected_version = int(fill(step.body.get("expect_version", 0), names))
        if "effective" in step.body:
            request.meta.effective.FromDatetime(self._moment(step.body["effective"], names))
        caller = self._caller(fill(step.body["as"], names))
        self.mark = self.world.mark()
        try:
            receipt = plain(self.world.call(verb.service, verb.method, request, caller))
        except (Refusal, Refused) as refusal:
            yield from self._refused(verb, step.body.get("refused"), refusal)
            return
        if "refused" in step.body:
            yield f"expected to be refused ({code_of(step.body['refused'])}), but it was recorded: {topics_of(receipt)}"
        if "repeated" in step.body and receipt["repeated"] is not step.body["repeated"]:
            yield f"repeated: expected {step.body['repeated']}, got {receipt['repeated']}"
        if "records" in step.body:
            yield from compare_topics(step.body["records"], topics_of(receipt), "records")
        if "answer" in step.body:
            yield from self.matcher.differences(fill(step.body["answer"], names), receipt)
        self._save(step, receipt)

    def _ask(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        verb = self._verb(step.body["ask"])
        try:
            answer = self._question(verb, fill(step.body.get("with", {}), names), step, names)
        except (Refusal, Refused) as refusal:
            yield from self._refused(verb, step.body.get("refused"), refusal)
            return
        if "refused" in step.body:
            yield f"expected to be refused ({code_of(step.body['refused'])}), but it was answered"
        if "answer" in step.body:
            yield from self.matcher.differences(fill(step.body["answer"], names), answer)
        if "same_as" in step.body and answer != names.get(step.body["same_as"]):
            yield f"the answer differs from {step.body['same_as']}: {first_difference(names.get(step.body['same_as']), answer)}"
        self._save(step, answer)

    def _expect(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        """`{noun: which, field: value …}`: one thing as it is shown, or the only one in a list that a mapping describes."""
        expected = fill(step.body["expect"], names)
        noun, which = next(iter(expected.items()))
        rest = {name: value for name, value in expected.items() if name != noun}
        listed = isinstance(which, Mapping)
        verb = self._verb(f"{noun} {'list' if listed else 'show'}")
        given = which if listed else {verb.positional[0]: which}
        try:
            answer = self._question(verb, given, step, names)
        except (Refusal, Refused) as refusal:
            yield from self._refused(verb, step.body.get("refused"), refusal)
            return
        if not listed:
            yield from self.matcher.differences(rest, unwrapped(answer, rest))
            return
        rows = next(value for value in answer.values() if isinstance(value, list))
        if "count" in rest and "count" not in (rows[0] if rows else {}):
            wanted = rest.pop("count")
            if len(rows) != wanted:
                yield f"{noun}: expected {wanted} of {dict(which)}, got {len(rows)}: {rows}"
            for n, row in enumerate(rows):
                yield from self.matcher.differences(rest, row, f"{noun}[{n}]")
        elif len(rows) != 1:
            yield f"{noun}: expected one with {dict(which)}, got {len(rows)}: {rows}"
        else:
            yield from self.matcher.differences(rest, rows[0])

    def _question(self, verb: Verb, given: Mapping[str, Any], step: Step, names: Mapping[str, Any]) -> dict[str, Any]:
        request: Any = self.builder.build(verb.method.input_type, given)
        for key in ("as_of", "as_of_effective"):
            if key in step.body:
                getattr(request.meta, key).FromDatetime(end_of(str(fill(step.body[key], names)), self.scenario.zone, key))
        caller = self._caller(fill(step.body.get("as", READER), names))
        return plain(self.world.call(verb.service, verb.method, request, caller))

    def _refused(self, verb: Verb, expected: Any, refusal: Refusal | Refused) -> Iterator[str]:
        """A refusal is expected with its code, and is itself a recorded event."""
        if expected is None:
            where = f" at {refusal.field}" if refusal.field else ""
            yield f"refused{where} ({refusal.code}): {refusal.text('en')}"
            return
        if refusal.code != code_of(expected):
            yield f"expected to be refused as {code_of(expected)}, was refused as {refusal.code}: {refusal.text('en')}"
            return
        if isinstance(expected, Mapping):
            if "field" in expected and refusal.field != expected["field"]:
                yield f"refused for the field {refusal.field!r}, expected {expected['field']!r}"
            if expected.get("says", "") not in f"{refusal.text('en')}\n{refusal.text('zh')}":
                yield f"the refusal does not say {expected['says']!r}: {refusal.text('en')}"
            yield from self.matcher.differences(dict(expected.get("values", {})), dict(refusal.values), "values")
        if verb.query or refusal.kind in _UNRECORDED:
            return
        recorded = [event for event in self.world.since(self.mark) if event.topic.endswith(".refusal.recorded.v1")]
        if not any(event.body.get("code") == refusal.code for event in recorded):
            since = [short(event.topic) for event in self.world.since(self.mark)]
            yield f"the refusal {refusal.code} was not recorded; since then: {since}"

    def _history(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        about = self.builder.names.id("finding", str(fill(step.body["history"], names)))
        moments = [
            end_of(str(fill(step.body[key], names)), self.scenario.zone, key) if key in step.body else None
            for key in ("as_of", "as_of_effective")
        ]
        yield from self._compare(step, names, self.world.history(about, *moments))

    def _events(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        if step.body["events"] != "of the last step":
            raise Mistake("`events: of the last step` is what can be looked at; a thing's own are its `history:`")
        yield from self._compare(step, names, self.world.since(self.mark))

    def _tamper(self, step: Step, names: Mapping[str, Any]) -> Iterator[str]:
        """The newest event of a name disappears from its service's database, past the service."""
        wanted = fill(step.body["tamper"], names)
        service, topic = str(wanted["service"]), str(wanted["delete"])
        known = [
            event for event in self.world.since({}) if event.source.split("/")[1] == service and same_topic(topic, event.topic)
        ]
        if not known:
            raise Mistake(f"{service} has no event {topic!r} that could be deleted")
        lost = max(known, key=lambda event: event.position)
        self.world.tamper(service, lost.position)
        self._save(step, lost.shown())
        return iter(())

    def _compare(self, step: Step, names: Mapping[str, Any], happened: Sequence[Happened]) -> Iterator[str]:
        shown = [event.shown() for event in happened]
        if "topics" in step.body:
            yield from compare_topics(fill(step.body["topics"], names), [event["topic"] for event in shown], "topics")
        place = 0
        for wanted in fill(step.body.get("includes", []), names):
            found = next((n for n in range(place, len(shown)) if self._like(wanted, shown[n])), None)
            if found is None:
                later = "" if place == 0 else " after the one before it"
                yield f"includes: no event like {wanted!r}{later}; there are: {[event['topic'] for event in shown]}"
                return
            place = found + 1
        for unwanted in fill(step.body.get("excludes", []), names):
            for event in shown:
                if self._like(unwanted, event):
                    yield f"excludes: there is an event like {unwanted!r}: {event['topic']} at position {event['position']}"
        self._save(step, {"events": shown})

    def _like(self, wanted: Any, event: Mapping[str, Any]) -> bool:
        if isinstance(wanted, str):
            return same_topic(wanted, str(event["topic"]))
        rest = dict(wanted)
        topic = rest.pop("topic", None)
        if topic is not None and not same_topic(str(topic), str(event["topic"])):
            return False
        return self.matcher.matches(rest, event)

    def _advance(self, text: str) -> None:
        if text.startswith("to "):
            self._advance_to(text.removeprefix("to "))
        else:
            self.world.advance(self.world.now + span(text))

    # --- who, when, which --------------------------------------------------------------------------------------------

    def _verb(self, words: str) -> Verb:
        verb = find(words)
        if verb is None:
            raise Mistake(f"there is no verb {words!r}")
        return verb

    def _moment(self, written: Any, names: Mapping[str, Any]) -> dt.datetime:
        text = str(fill(written, names))
        moment = instant(text, self.scenario.zone, "effective")
        return moment + MORNING if re.fullmatch(r"[0-9-]{10}", text.strip()) else moment

    def _file(self, path: str) -> bytes:
        """A file that a step names; a relative path begins at the scenario's own folder."""
        return (self.scenario.file.parent / path).read_bytes()

    def _command_id(self, name: str) -> str:
        """A named command has the same id each time it is given; all others have one of their own."""
        self.commands += 1
        return str(uuid.uuid5(SEED, f"{self.scenario.file.stem}/{name or self.commands}"))

    def _caller(self, who: Any) -> Caller:
        if isinstance(who, Mapping):
            org = self.builder.names.id("org", who["org"]) if who.get("org") else ""
            person = self.builder.names.id("person", who["person"]) if who.get("person") else ""
            post = Post(who["role"], who.get("org", ""))
            return Caller(person or self._person(str(post)), who["role"], org)
        post = Post.parse(str(who))
        return Caller(self._person(str(post)), post.role, named("org", post.org) if post.org else "")

    def _person(self, text: str) -> str:
        """Who holds a post today by the register, else somebody invented for it."""
        post = Post.parse(text)
        register = self._verb(REGISTER)
        reader = Caller(invented(self.scenario, Post(READER)), READER, "")
        answer: Any = self.world.call(register.service, register.method, post_question(register, post, self._today), reader)
        held = list(dict.fromkeys(row.person for row in answer.posts))
        return held[post.n - 1] if len(held) >= post.n else invented(self.scenario, post)

    @property
    def _today(self) -> str:
        return self.world.now.astimezone(self.scenario.zone).date().isoformat()

    def _save(self, step: Step, content: Mapping[str, Any]) -> None:
        for name, path in step.body.get("save", {}).items():
            self.names[name] = pick(content, str(path))


def invented(scenario: Scenario, post: Post) -> str:
    """A person who is in no register: the same for the same post in every run."""
    return uuid.uuid5(SEED, f"{scenario.file.stem}/person/{post}").hex
