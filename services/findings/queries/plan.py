"""Questions about a case's plan: every version, opinion and difference."""

from collections.abc import Sequence
from datetime import date, datetime

from findings.events.parts import Part
from findings.model.plan import Plan, Version
from findings.model.plan_item import Item
from kernel.aggregates import Repository, get
from kernel.context import named
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows


class GetPlan(Question):
    """The plan of a case."""

    case: Id


class CriterionLine(Part):
    """A sign-off criterion."""

    no: int
    text: str


class MeasureLine(Part):
    """A measure of a plan."""

    no: int
    text: str
    due: date | None
    unit: str


class MilestoneLine(Part):
    """A phased goal of a plan."""

    no: int
    day: date
    goal: str


class PlanItem(Part):
    """What a version says of one finding."""

    finding: str
    number: str
    track: str
    cause: str
    criteria: tuple[CriterionLine, ...]
    goal: str
    measures: tuple[MeasureLine, ...]
    milestones: tuple[MilestoneLine, ...]
    due: date
    unit: str
    supports: tuple[str, ...]
    member: str
    handler: str
    special_check: str
    sha256: str


class PlanDifference(Part):
    """A field in which a version differs from the one before."""

    finding: str
    number: str
    field: str
    former: str
    present: str


class PlanVersion(Part):
    """One version."""

    version: int
    state: str
    amendment: bool
    reason: str
    begun: datetime
    submitted: datetime | None
    endorsed_by: str
    digest: str
    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    verifier: str
    decided: datetime | None
    items: tuple[PlanItem, ...]
    differences: tuple[PlanDifference, ...]


class PlanAnswer(Answer):
    """The plan with every version."""

    plan: str
    case: str
    org: str
    versions: tuple[PlanVersion, ...]
    in_force: int


def of_plan(question: GetPlan, repo: Repository) -> Sequence[str]:
    """The events of the plan suffice to answer as of a date."""
    return [named("plan", question.case)]


def get_plan(question: GetPlan, rows: Rows, repo: Repository) -> PlanAnswer:
    """The plan as it stands, or stood.

    Raises:
        NotFound: nothing was drafted.
    """
    plan = get(repo, Plan, named("plan", question.case), what="整改方案 / plan", shown=question.case)
    before = [None, *plan.versions]
    versions = tuple(_version(version, former) for former, version in zip(before, plan.versions, strict=False))
    return PlanAnswer(
        plan=plan.id, case=plan.case, org=plan.org, versions=versions, in_force=plan.in_force.no if plan.in_force else 0
    )


def _version(version: Version, former: Version | None) -> PlanVersion:
    taken = {name: getattr(version, name) for name in PlanVersion.model_fields if name in Version.model_fields and name != "items"}
    items = sorted(version.items.values(), key=lambda item: item.number)
    differences = [d for item in items for d in _differences(item, former.items.get(item.finding) if former else None, former)]
    return PlanVersion(
        version=version.no,
        digest=version.digest,
        items=tuple(plan_item(item) for item in items),
        differences=tuple(differences),
        **taken,
    )


def plan_item(item: Item) -> PlanItem:
    """An item as an answer shows it."""
    return PlanItem(**item.model_dump())


def _differences(item: Item, before: Item | None, former: Version | None) -> list[PlanDifference]:
    """Nothing in the first version; else each field that differs, all of them where the item is new."""
    if former is None:
        return []
    fields = [name for name in Item.model_fields if name not in ("finding", "number", "sha256")]
    texts = ((name, _text(getattr(before, name)) if before else "", _text(getattr(item, name))) for name in fields)
    return [
        PlanDifference(finding=item.finding, number=item.number, field=name, former=old, present=new)
        for name, old, new in texts
        if old != new
    ]


def _text(value: object) -> str:
    match value:
        case tuple():
            return "\n".join(_text(entry) for entry in value)
        case Part():
            words = (str(part) for part in value.model_dump(mode="json").values() if part not in (None, ""))
            return " ".join(words)
        case _:
            return str(value)
