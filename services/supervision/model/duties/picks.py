"""How a message names the duty that it is about, and its day."""

from collections.abc import Iterable
from datetime import date

from supervision.model.duties.words import Day, Moment, Subjects, Word


def on(field: str) -> Day:
    """A day that the message states."""
    return lambda moment: getattr(moment.news, field)


def by(*fields: str) -> Subjects:
    """The duty named by these fields of the message."""
    return lambda moment: [":".join(str(getattr(moment.news, field)) for field in fields)]


def when(field: str, *values: object) -> Subjects:
    """The only duty, when the message says this."""
    return lambda moment: [""] if getattr(moment.news, field) in values else []


def present(*duties: str) -> Subjects:
    """The only duty, when somebody in one of these capacities was there."""
    return lambda moment: [""] if any(one.present and one.duty in duties for one in moment.news.attendance) else []


def month(moment: Moment) -> date:
    """The first day of the month reported on."""
    return date.fromisoformat(f"{moment.news.month}-01")


def year(day: str) -> Subjects:
    """The year of a day of the message."""
    return lambda moment: [str(getattr(moment.news, day).year)]


def milestones(moment: Moment) -> list[str]:
    """The phased goals of a plan."""
    return [f"{moment.news.finding}:{goal.no}" for goal in moment.news.milestones]


def milestone_day(moment: Moment) -> date | None:
    """The day of the phased goal in question."""
    return next((goal.day for goal in moment.news.milestones if moment.subject == f"{moment.news.finding}:{goal.no}"), None)


def dropped_milestones(moment: Moment) -> list[str]:
    """Phased goals that the plan no longer has."""
    kept = {goal.no for goal in moment.news.milestones}
    return [f"{moment.news.finding}:{no}" for no in range(1, max(kept, default=0)) if no not in kept]


def democratic_life(moment: Moment) -> list[str]:
    """The only duty, when the meeting is the democratic-life meeting."""
    return [""] if moment.news.kind == "democratic-life" else []


def personnel_plan(moment: Moment) -> list[str]:
    """A version whose part on the personnel check is reviewed by another body than the lead (R-38)."""
    assisting = {reviewer.rule for reviewer in moment.book.settings.plan_reviewers.value.assisting}
    wanted = "R-38" in assisting and "personnel_selection" in moment.news.special_checks
    return [str(moment.news.version)] if wanted else []


def plan_version(moment: Moment) -> str:
    """Which plan."""
    return f"plan v{moment.news.plan_version}"


def stated(moment: Moment) -> date | None:
    """The date that the message itself states."""
    due: date | None = moment.news.due
    return due


def word(field: str) -> Word:
    """A word of the message."""
    return lambda moment: str(getattr(moment.news, field))


def says(text: str) -> Word:
    """The same word always."""

    def word_of(moment: Moment) -> str:
        del moment
        return text

    return word_of


def capacity(name: str) -> Subjects:
    """The duty of one who is asked to a meeting."""

    def subjects(moment: Moment) -> Iterable[str]:
        del moment
        return [name]

    return subjects


def came(name: str) -> Subjects:
    """The same, when somebody in this capacity was there."""
    there = present(name)
    return lambda moment: [name for _ in there(moment)]


def attended(*duties: str) -> Subjects:
    """The only duty, when somebody in one of these capacities was at the democratic-life meeting."""
    there = present(*duties)
    return lambda moment: [one for one in democratic_life(moment) for _ in there(moment)]


def body(role: str) -> Subjects:
    """The version of a plan, when this body gave its opinion on it."""
    return lambda moment: [str(moment.news.plan_version)] if moment.news.body == role else []


def secretary_heard(moment: Moment) -> date:
    """When the secretary's special meeting heard the round."""
    return moment.heard_on


def demands(moment: Moment) -> str:
    """What a returned plan is asked for."""
    return "; ".join(moment.news.demands)


def talked_of(topic: str) -> Subjects:
    """The only duty, when the talk was about this."""
    return lambda moment: [""] if topic in moment.news.topics else []


def recorded(rule: str) -> Subjects:
    """The only duty, when a person recorded what was done under this rule."""
    return lambda moment: [""] if moment.news.rule_id == rule else []


def when_complete(moment: Moment) -> list[str]:
    """The only duty, once all who are to receive have received."""
    return [""] if moment.news.complete else []
