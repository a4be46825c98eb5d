"""The switches of a rulebook that belong to no single rule; each says whether a source states it."""

from typing import Annotated, Any, Literal, cast

from pydantic import Field, create_model, model_validator
from pydantic_core import PydanticCustomError

from .period import Period
from .text import CitationId, Code, Model, RuleId, Text

Percent = Annotated[int, Field(ge=1, le=100)]
Positive = Annotated[int, Field(ge=1)]
NotNegative = Annotated[int, Field(ge=0)]


class Setting[T](Model):
    """A value, where it comes from, and whether it is a configurable default rather than a source's statement."""

    value: T
    inference: bool = False
    source: tuple[CitationId, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _stated_values_cite(self) -> "Setting[T]":
        if not self.inference and not self.source:
            raise PydanticCustomError("citation_missing", "a value that is not inference cites its source")
        return self


class OuterCheck(Model):
    """Which inner sign-offs the outer verifier checks: all, a share drawn at random, or none."""

    mode: Literal["full", "sampled", "off"]
    sample_percent: Percent | None = None

    @model_validator(mode="after")
    def _rate_with_sample(self) -> "OuterCheck":
        if (self.mode == "sampled") != (self.sample_percent is not None):
            raise PydanticCustomError("sample", "sample_percent is given with mode sampled and only then")
        return self


class WarningStep(Model):
    """A reminder sent before a due date; `label` is the letter's colour."""

    days_before: NotNegative
    step: NotNegative
    label: Code
    reaches: tuple[Code, ...]


class EscalationStep(Model):
    """A step of the ladder; the first condition reached triggers it. Only automatic steps act without a person."""

    step: Positive
    days_overdue: Positive | None = None
    stagnant_returns: Positive | None = None
    missing_returns: Positive | None = None
    failed_outer_checks: Positive | None = None
    events: tuple[Code, ...] = ()
    act: Text
    by: tuple[Code, ...]
    approved_by: tuple[Code, ...] = ()
    reaches: tuple[Code, ...]
    automatic: bool


class Reviewer(Model):
    """A reviewing body and the rule that gives its clock."""

    party: Code
    rule: RuleId


class Reviewers(Model):
    """Who reviews a document: the body that issues the opinion, and those that give it theirs."""

    lead: Reviewer
    assisting: tuple[Reviewer, ...]


class ReportExpected(Model):
    """A progress report that is due from a body or person under a rule."""

    by: Code
    rule: RuleId


class SpecialCheck(Model):
    """A check run alongside an inspection: who receives its report, and under which rules."""

    check: Code
    name: Text
    addressee: Code
    report: RuleId
    review: RuleId | None = None


class Named(Model):
    """A code and its name."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
    name: Text


class Extensions(Model):
    """How often a date may be extended, and whether only before it has passed."""

    max_count: NotNegative
    before_due_only: bool


class MonthlyReturns(Model):
    """The rule of the monthly return, and the month that the first one after the concentrated phase covers."""

    rule: RuleId
    first: Literal["month_of_phase_end", "month_after_phase_end"]


class EvaluationTiming(Model):
    """When an evaluation may start and must be done, counted from the end of the concentrated phase."""

    not_before: Period | None = None
    not_after: Period | None = None


class LookBack(Model):
    """When signed-off findings are visited again, and what share of them is drawn."""

    after: Period
    sample_percent: Percent


class Settings(Model):
    """All switches of a rulebook."""

    roll_over: Setting[Literal["off", "on"]]
    outer_check: Setting[OuterCheck]
    warnings: Setting[Annotated[tuple[WarningStep, ...], Field(min_length=1)]]
    overdue_reminder_days: Setting[Positive]
    escalation: Setting[tuple[EscalationStep, ...]]
    stagnant_returns: Setting[Positive]
    monthly_returns: Setting[MonthlyReturns]
    acting_principal_days: Setting[Positive]
    recusal_window: Setting[Period]
    extensions: Setting[Extensions]
    backdating_days: Setting[Positive]
    progress_reports: Setting[Annotated[tuple[ReportExpected, ...], Field(min_length=1)]]
    progress_reviewers: Setting[Reviewers]
    plan_reviewers: Setting[Reviewers]
    special_checks: Setting[tuple[SpecialCheck, ...]]
    evaluation_grades: Setting[Annotated[tuple[Named, ...], Field(min_length=4, max_length=4)]]
    evaluation_timing: Setting[EvaluationTiming]
    disposals: Setting[Annotated[tuple[Named, ...], Field(min_length=4, max_length=4)]]
    survey_minimum: Setting[Positive]
    look_back: Setting[LookBack]
    disclosure_feedback: Setting[Period]
    disclosure_exemptions: Setting[tuple[Named, ...]]
    common_problem_orgs: Setting[Positive]


# An extension gives only the settings that it changes; the merged rulebook is checked against `Settings` again.
_OPTIONAL: dict[str, Any] = {name: (cast("Any", field.annotation) | None, None) for name, field in Settings.model_fields.items()}
SettingsOverride = create_model(
    "SettingsOverride",
    __base__=Model,
    __doc__="The settings that an extension changes; each replaces the base's whole.",
    **_OPTIONAL,
)
