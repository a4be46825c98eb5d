"""A rulebook as it stands in a file, and as it is once its base and calendar are resolved."""

import hashlib
import json
from datetime import date
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints

from .errors import UnknownRule, UnknownTerm
from .rules import Rule, RuleOverride
from .settings import Settings, SettingsOverride
from .text import CitationId, Code, Model, RulebookId, RuleId, Text, Words
from .working_days import Calendar, CalendarReference

Version = Annotated[int, Field(ge=1)]


class Citation(Model):
    """A source. `obtained` says how much of it the rulebook's author read."""

    title: Text
    kind: Literal["measures", "regulations", "explanation", "speech", "article", "practice", "default"]
    obtained: Literal["text", "explanation", "opening", "none"]
    locator: Words | None = None


class Consequence(Model):
    """What follows when a duty is missed; `rule` is the clause that says so."""

    zh: Words
    en: Words
    rule: RuleId | None = None
    inference: bool = False


class EffectiveFrom(Model):
    """The first day on which the rulebook applies; `inference` when its source does not give the day."""

    day: date
    inference: bool = False


class Extends(Model):
    """The base of an extension: a shipped `id@version`, or a file beside it that starts with `./`.

    `binding`: the base's rules bind here as they stand. `borrowed`: the base belongs to other measures; what is not
    overridden fills gaps as a configurable default and is marked inference.
    """

    base: Annotated[str, StringConstraints(pattern=r"^(\./.+|[a-z][a-z0-9-]*@[1-9][0-9]*)$")]
    inherited: Literal["binding", "borrowed"]


class Example(Model):
    """A date worked out by hand: `what` (by default the rule's own event) happened at `start`.

    A rulebook whose arithmetic disagrees with it is refused.
    """

    rule: RuleId
    start: date
    what: Code | None = None
    due: date


class _Head(Model):
    id: RulebookId
    version: Version
    title: Text
    owner: Text
    effective_from: EffectiveFrom


class RootFile(_Head):
    """A rulebook that stands alone."""

    zone: Words
    calendar: CalendarReference
    citations: dict[CitationId, Citation]
    parties: dict[Code, Text]
    events: dict[Code, Text]
    documents: dict[Code, Text]
    consequences: dict[Code, Consequence]
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
    settings: Settings
    examples: tuple[Example, ...] = ()


class ExtensionFile(_Head):
    """A rulebook that changes another one by explicit overrides, additions and omissions."""

    extends: Extends
    zone: Words | None = None
    calendar: CalendarReference | None = None
    citations: dict[CitationId, Citation] = Field(default_factory=dict)
    parties: dict[Code, Text] = Field(default_factory=dict)
    events: dict[Code, Text] = Field(default_factory=dict)
    documents: dict[Code, Text] = Field(default_factory=dict)
    consequences: dict[Code, Consequence] = Field(default_factory=dict)
    overrides: dict[RuleId, RuleOverride] = Field(default_factory=dict)
    add: tuple[Rule, ...] = ()
    drop: dict[RuleId, Text] = Field(default_factory=dict)
    settings: SettingsOverride | None = None
    examples: tuple[Example, ...] = ()


class Rulebook(_Head):
    """A resolved rulebook: everything that decides a date, in one immutable value.

    `base` is the reference it extends; `origins` says for each rule which rulebook last spoke of it; `dropped` are
    the base's rules that do not apply, with the reason.
    """

    zone: Words
    calendar: Calendar
    base: Words | None
    citations: dict[CitationId, Citation]
    parties: dict[Code, Text]
    events: dict[Code, Text]
    documents: dict[Code, Text]
    consequences: dict[Code, Consequence]
    rules: tuple[Rule, ...]
    settings: Settings
    examples: tuple[Example, ...]
    origins: dict[RuleId, Words]
    dropped: dict[RuleId, Text]

    @property
    def ref(self) -> str:
        """The name under which facts cite it, `guangxi-2022@1`."""
        return f"{self.id}@{self.version}"

    @property
    def pinned(self) -> str:
        """The reference with the digest, `guangxi-2022@1#…`: what a fact that rests on a rule states."""
        return f"{self.ref}#{self.digest}"

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hexadecimal over the canonical JSON of all content, the calendar's included."""
        # Values left at their default are left out, so that a new optional key does not change old digests.
        content = self.model_dump(mode="json", exclude_defaults=True)
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @cached_property
    def zoneinfo(self) -> ZoneInfo:
        """The zone in which days begin and end."""
        return ZoneInfo(self.zone)

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._by_id

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id.

        Raises:
            UnknownRule: there is none.
        """
        try:
            return self._by_id[rule_id]
        except KeyError:
            raise UnknownRule(rulebook=self.ref, rule=rule_id) from None

    def triggered_by(self, event: str) -> tuple[Rule, ...]:
        """The rules whose trigger is this event, in the rulebook's order."""
        return tuple(rule for rule in self.rules if rule.trigger == event)

    def event(self, code: str) -> Text:
        """The name of an event.

        Raises:
            UnknownTerm: the vocabulary lacks it.
        """
        try:
            return self.events[code]
        except KeyError:
            raise UnknownTerm(rulebook=self.ref, term=code) from None
