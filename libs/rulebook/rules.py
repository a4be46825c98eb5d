"""The shape of a rule: who does what, from when, by when, shown how, and what of it is inference."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .period import Period
from .text import CitationId, Code, Model, RuleId, Text

type Kind = Literal["H", "T", "P", "N"]
type Every = Literal["month", "half_year", "year"]

Sources = Annotated[tuple[CitationId, ...], Field(min_length=1)]


class Parties(Model):
    """Parties in a role; `inference` when no source names them."""

    parties: Annotated[tuple[Code, ...], Field(min_length=1)]
    inference: bool = False


class Evidence(Model):
    """Documents that show the act was done; `inference` when no source asks for them."""

    documents: Annotated[tuple[Code, ...], Field(min_length=1)]
    inference: bool = False


class DeadlineSpec(Model):
    """How a rule's date comes about.

    `type` is H (an exact number in the source), T (timely; any number is a service target), P (periodic) or N
    (standing, or bound to an event). A period counts from the event `since`, by default the rule's trigger, or, when
    `after` names another rule, from the last day of that rule's period. `within` takes over another rule's date;
    `at` is the day of an event and `before` the day before it; `every` is the calendar period reported on and `day`
    the day of the following period by which. `compare` names a second event of the same clock, whose earlier date is
    shown but not used. `latest` is an outer limit beside the normal period.
    """

    type: Kind
    period: Period | None = None
    since: Code | None = None
    after: RuleId | None = None
    within: RuleId | None = None
    at: Code | None = None
    before: Code | None = None
    every: Every | None = None
    day: Annotated[int, Field(ge=1, le=28)] | None = None
    compare: Code | None = None
    latest: Period | None = None
    inference: bool = False
    note: Text | None = None

    @model_validator(mode="after")
    def _shape(self) -> "DeadlineSpec":
        ways = [name for name in ("period", "within", "at", "before", "every") if getattr(self, name) is not None]
        if len(ways) > 1:
            raise _shape_fault(f"{ways[0]} + {ways[1]}")
        way = ways[0] if ways else None
        allowed: dict[Kind, tuple[str | None, ...]] = {
            "H": ("period", "within", "at", "before"),
            "T": ("period", "within", None),
            "P": ("every",),
            "N": ("within", "at", "before", None),
        }
        if way not in allowed[self.type]:
            raise _shape_fault(f"{self.type} + {way or 'no date'}")
        only_with_period = ("since", "after", "compare", "latest")
        for name in only_with_period:
            if getattr(self, name) is not None and way != "period":
                raise _shape_fault(f"{name} without period")
        if self.after is not None and self.compare is not None:
            raise _shape_fault("after + compare")
        if self.day is not None and way != "every":
            raise _shape_fault("day without every")
        if self.type == "T" and self.period is not None and not self.inference:
            raise PydanticCustomError("target_as_rule", "a number of kind T is a service target")
        return self

    @property
    def dated(self) -> bool:
        """Whether a due date can be computed at all."""
        return any(way is not None for way in (self.period, self.within, self.at, self.before, self.every))


def _shape_fault(what: str) -> PydanticCustomError:
    return PydanticCustomError("deadline_shape", "{what}", {"what": what})


class Window(Model):
    """The time, from an event, in which the rule's trigger counts; its last day is inside."""

    period: Period
    since: Code
    inference: bool = False


class Rule(Model):
    """One duty.

    `inference: true` on the rule says that no source states the duty; on a part, that no source states that part.
    A reader is shown such a part as a configurable default, never as a rule of the measures.
    """

    id: RuleId
    trigger: Code
    party: Parties
    action: Text
    addressee: Parties | None = None
    deadline: DeadlineSpec
    window: Window | None = None
    evidence: Evidence | None = None
    verifier: Parties | None = None
    on_miss: tuple[Code, ...] = ()
    source: Sources
    inference: bool = False
    note: Text | None = None

    @property
    def inferred_parts(self) -> tuple[str, ...]:
        """Names of the parts that no source states; every part when the rule itself is inference."""
        parts = {
            "party": self.party,
            "addressee": self.addressee,
            "deadline": self.deadline,
            "window": self.window,
            "evidence": self.evidence,
            "verifier": self.verifier,
        }
        return tuple(name for name, part in parts.items() if part is not None and (self.inference or part.inference))


class RuleOverride(Model):
    """What an extension changes in a rule of its base; a part that is given replaces the base's part whole."""

    source: Sources
    trigger: Code | None = None
    party: Parties | None = None
    action: Text | None = None
    addressee: Parties | None = None
    deadline: DeadlineSpec | None = None
    window: Window | None = None
    evidence: Evidence | None = None
    verifier: Parties | None = None
    on_miss: tuple[Code, ...] | None = None
    inference: bool | None = None
    note: Text | None = None
