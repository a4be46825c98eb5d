"""Questions about dates: each with the rule, or the act, it comes from."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.model import whose
from findings.model.dates import phase_end
from findings.model.finding import Finding
from kernel.aggregates import Repository
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows
from rulebook import preset


class ExplainDates(Question):
    """Every date of a finding and why it is what it is."""

    finding: Id


class ExplainedDate(Part):
    """A date and its reason; `inference` marks a configurable default that no source states."""

    what: str
    day: date
    rule: str = ""
    rulebook: str = ""
    inference: bool = False
    zh: str
    en: str


class ExplainedDates(Answer):
    """Every date, the earliest first."""

    dates: tuple[ExplainedDate, ...]


def of_finding(question: ExplainDates, repo: Repository) -> Sequence[str]:
    """The events of the finding suffice to answer as of a date."""
    return [question.finding]


def explain_dates(question: ExplainDates, rows: Rows, repo: Repository) -> ExplainedDates:
    """The dates of a finding with their reasons.

    Raises:
        NotFound.
    """
    found = whose.finding(repo, question.finding)
    dates = [*_feedback(found), *_notice(found), *_milestones(found), *_extensions(found), *_due(found)]
    return ExplainedDates(dates=tuple(sorted(dates, key=lambda explained: (explained.day, explained.what))))


def _feedback(found: Finding) -> list[ExplainedDate]:
    if found.fed_back is None or found.received is None:
        return []
    book = preset(found.rulebook)
    end = phase_end(book, found.received, found.fed_back)
    return [
        ExplainedDate(what="feedback", day=found.fed_back, zh="反馈会议召开之日", en="the day of the feedback meeting"),
        ExplainedDate(what="received", day=found.received, zh="签收反馈意见之日，为起算日", en="the day of receipt, day 0"),
        ExplainedDate(
            what="concentrated-phase",
            day=end.due,
            rule=end.rule,
            rulebook=end.rulebook,
            inference=end.inference,
            zh=end.explanation.text("zh"),
            en=end.explanation.text("en"),
        ),
    ]


def _notice(found: Finding) -> list[ExplainedDate]:
    if found.notice is None:
        return []
    zh, en = "立行立改通知书确定的期限", "set by the notice of immediate rectification"
    return [ExplainedDate(what="notice", day=found.notice.due, rule="R-138", rulebook=found.rulebook, zh=zh, en=en)]


def _milestones(found: Finding) -> list[ExplainedDate]:
    reason = {"rule": "R-20", "rulebook": found.rulebook, "zh": "整改方案确定的阶段目标", "en": "a phased goal of the plan"}
    return [ExplainedDate(what=f"milestone:{stage.no}", day=stage.day, **reason) for stage in found.milestones.values()]


def _extensions(found: Finding) -> list[ExplainedDate]:
    return [
        ExplainedDate(
            what=f"extension:{extension.no}",
            day=extension.former,
            zh=f"延期前的原时限，经第 {extension.no} 次延期变更为 {extension.due}",
            en=f"the date before extension {extension.no}, which made it {extension.due}",
        )
        for extension in found.extensions
        if extension.due is not None
    ]


def _due(found: Finding) -> list[ExplainedDate]:
    if found.due is None:
        return []
    granted = [extension for extension in found.extensions if extension.due is not None]
    inside = {"rule": "R-01", "rulebook": found.rulebook}
    if granted and granted[-1].due == found.due:
        last = granted[-1]
        why = {
            "zh": f"派出方批准第 {last.no} 次延期，原为 {last.former}",
            "en": f"extension {last.no}, granted; before: {last.former}",
        }
    elif found.notice is not None and found.notice.due == found.due:
        why = {"zh": "立行立改通知书确定的期限", "en": "set by the notice of immediate rectification", "rule": "R-138"}
    elif found.due == found.first_due:
        why = {"zh": "集中整改期最后一日", "en": "the last day of the concentrated phase"} | inside
    elif found.plan_version:
        version = found.plan_version
        why = {"zh": f"整改方案第 {version} 版确定的完成时限", "en": f"set by version {version} of the plan, which was reviewed"}
    else:
        why = {"zh": "所交台账载明的完成时限", "en": "as the delivered ledger states it"}
    return [ExplainedDate(what="due", day=found.due, **why)]
