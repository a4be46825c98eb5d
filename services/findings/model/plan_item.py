"""What a plan says of one finding: taken from the wish and, where that is silent, from the finding; complete, and in its dates."""

from collections.abc import Iterable
from datetime import date

from findings.events.parts import Criterion, MeasurePlan, MilestonePlan, Part, Sha256, State, Track
from findings.model.digest import digest
from findings.model.finding import Finding
from findings.refusals.plan import DueLaterThanAllowed, FindingNotClaimed, ItemIncomplete, PartAfterDue


class Item(Part):
    """What a version says of one finding."""

    finding: str
    number: str
    track: Track
    cause: str
    criteria: tuple[Criterion, ...]
    goal: str
    measures: tuple[MeasurePlan, ...]
    milestones: tuple[MilestonePlan, ...]
    due: date
    unit: str
    supports: tuple[str, ...]
    member: str
    handler: str
    special_check: str
    sha256: Sha256 | None = None


class Draft(Part):
    """What the handler wants the plan to say of a finding; what is left out is taken from the finding."""

    goal: str
    measures: tuple[MeasurePlan, ...] = ()
    milestones: tuple[MilestonePlan, ...] = ()
    due: date | None = None
    track: Track | None = None
    cause: str = ""
    criteria: tuple[Criterion, ...] = ()


def drafted(finding: Finding, wish: Draft) -> Item:
    """The item with its hash.

    Raises:
        FindingNotClaimed: nobody answers for the finding.
        ItemIncomplete: parts are missing; each is named.
        DueLaterThanAllowed, PartAfterDue: its parts or dates do not fit.
    """
    if not finding.claimed:
        raise FindingNotClaimed(field="finding", number=finding.number)
    filled = wish.model_copy(
        update={
            "goal": wish.goal or finding.goal,
            "measures": wish.measures or _own_measures(finding),
            "milestones": wish.milestones or _own_milestones(finding),
            "due": wish.due or finding.due,
            "track": wish.track or finding.track or Track.CONCENTRATED,
            "cause": wish.cause or finding.cause,
            "criteria": wish.criteria or finding.criteria,
        }
    )
    due = _complete(finding, filled)
    _dates(finding, filled, due)
    taken = {name: getattr(finding, name) for name in ("number", "unit", "supports", "member", "handler", "special_check")}
    item = Item(finding=finding.id, **filled.model_dump(), **taken)
    return item.model_copy(update={"sha256": digest(item.model_dump(mode="json", exclude={"sha256"}))})


def _own_measures(finding: Finding) -> tuple[MeasurePlan, ...]:
    if finding.measures:
        kept = sorted(finding.measures.values(), key=lambda measure: measure.no)
        return tuple(MeasurePlan(no=no, text=m.text, due=m.due, unit=m.unit) for no, m in enumerate(kept, 1))
    return tuple(MeasurePlan(no=no, text=text) for no, text in enumerate(finding.planned_measures, 1))


def _own_milestones(finding: Finding) -> tuple[MilestonePlan, ...]:
    if finding.milestones:
        kept = sorted(finding.milestones.values(), key=lambda milestone: milestone.no)
        return tuple(MilestonePlan(no=no, day=m.day, goal=m.goal) for no, m in enumerate(kept, 1))
    return finding.planned_stages()


def _complete(finding: Finding, filled: Draft) -> date:
    wanted = {
        "cause": ("the root cause (R-134)", "原因剖析（R-134）"),
        "criteria": ("sign-off criteria (R-12)", "销号标准（R-12）"),
        "goal": ("the goal", "整改目标"),
        "measures": ("at least one measure", "至少一项整改措施"),
        "due": ("the due date", "完成时限"),
    }
    missing = [texts for name, texts in wanted.items() if not getattr(filled, name)]
    if filled.track is Track.LONG_TERM and not filled.milestones:
        missing.append(("phased goals with dates (R-20)", "阶段目标及时间（R-20）"))
    if missing or filled.due is None:
        raise ItemIncomplete(
            number=finding.number, missing_en="; ".join(en for en, _ in missing), missing_zh="；".join(zh for _, zh in missing)
        )
    return filled.due


def _dates(finding: Finding, filled: Draft, due: date) -> None:
    """A plan sets a later date only before its first review, and then only for a long-term item (SOD-13)."""
    free = finding.state is State.REOPENED or (not finding.plan_version and filled.track is Track.LONG_TERM)
    if finding.due is not None and due > finding.due and not free:
        raise DueLaterThanAllowed(field="due", number=finding.number, due=finding.due, wanted=due)
    _within(finding, "措施 / measure", due, (measure.due for measure in filled.measures))
    _within(finding, "阶段目标 / milestone", due, (milestone.day for milestone in filled.milestones))


def _within(finding: Finding, part: str, due: date, days: Iterable[date | None]) -> None:
    for day in days:
        if day is not None and day > due:
            raise PartAfterDue(field="due", number=finding.number, part=part, day=day, due=due)
