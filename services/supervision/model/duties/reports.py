"""Which report discharges which rule, by the rulebook of the case."""

from collections.abc import Callable, Iterable
from datetime import date

from supervision.model.duties.words import Moment, Subjects

# The kinds of report of the findings service.
PROGRESS, PRINCIPAL, SPECIAL, FINAL = "progress", "principal", "special", "final"

ORG = "inspected_org"


def expected(rule: str) -> Subjects:
    """The reports that the rulebook expects under this rule when a case opens."""

    def subjects(moment: Moment) -> Iterable[str]:
        book, checks = moment.book.settings, getattr(moment.news, "special_checks", ())
        own = [_subject(report.by) for report in book.progress_reports.value if report.rule == rule]
        return [*own, *(check for check in checks if _rule_of(moment, check) == rule)]

    return subjects


def report(rule: str) -> Subjects:
    """The one report that this message is about, when the rulebook expects it under this rule."""

    def subjects(moment: Moment) -> Iterable[str]:
        told = moment.news
        if told.kind == SPECIAL:
            return [told.special_check] if _rule_of(moment, told.special_check) == rule else []
        if told.kind == FINAL:
            return [""] if rule == "R-16" else []
        by = PRINCIPAL if told.kind == PRINCIPAL else ORG
        reports = moment.book.settings.progress_reports.value
        return [_subject(each.by) for each in reports if each.rule == rule and each.by == by]

    return subjects


def progress(moment: Moment) -> Iterable[str]:
    """The report on the concentrated phase, which is also the record of the phase (R-01)."""
    return [""] if moment.news.kind == PROGRESS else []


def reviewed(rule: str) -> Subjects:
    """The version under review, when this rule gives the lead reviewer's clock."""

    def subjects(moment: Moment) -> Iterable[str]:
        return [version(moment)] if moment.news.lead_rule == rule else []

    return subjects


def assisted(rule: str) -> Subjects:
    """The version on which a body is asked for its opinion, when this rule gives that body's clock."""

    def subjects(moment: Moment) -> Iterable[str]:
        return [version(moment)] if any(body.rule == rule for body in moment.news.assistants) else []

    return subjects


def copied(rule: str) -> Callable[[Moment], date | None]:
    """The day on which the body with this clock got its copy."""

    def day(moment: Moment) -> date | None:
        return next((body.copied_on for body in moment.news.assistants if body.rule == rule), None)

    return day


def under(rule: str) -> Subjects:
    """The version that the message is about, when the message names this rule."""

    def subjects(moment: Moment) -> Iterable[str]:
        return [version(moment)] if moment.news.rule == rule else []

    return subjects


def judged(rule: str) -> Subjects:
    """The version whose opinion was issued under this rule."""

    def subjects(moment: Moment) -> Iterable[str]:
        return [version(moment)] if _review_of(moment) == rule else []

    return subjects


def checked(rule: str) -> Subjects:
    """The version of a special report on which the department that led the check gave its own opinion under this rule."""

    def subjects(moment: Moment) -> Iterable[str]:
        return [str(moment.news.version)] if _review_of(moment) == rule else []

    return subjects


def special(rule: str) -> Subjects:
    """The special report that the message is about, when this rule gives the clock of who reviews it in the ledger itself."""

    def subjects(moment: Moment) -> Iterable[str]:
        told = moment.news
        return [told.special_check] if told.kind == SPECIAL and _review_of(moment) == rule else []

    return subjects


def later_of_two(moment: Moment) -> Iterable[str]:
    """R-43 runs from the later of the progress report and the report on the personnel check: when both are there."""
    if moment.news.kind not in (PROGRESS, SPECIAL) or later_day(moment) is None:
        return []
    own = next(iter(_reviewed_by_org_dept(moment)), "")
    about_own = moment.news.kind == SPECIAL and moment.news.special_check == own
    if moment.news.kind == SPECIAL and not about_own:
        return []
    return [str(moment.news.version) if about_own else "1"]


def later_day(moment: Moment) -> date | None:
    """The day of the later one; None while one of them is missing."""
    own = next(iter(_reviewed_by_org_dept(moment)), "")
    whole = _received(moment, "R-07", "", moment.news.kind == PROGRESS)
    special = _received(moment, _rule_of(moment, own), own, moment.news.kind == SPECIAL and moment.news.special_check == own)
    return max(whole, special) if own and whole and special else None


def version(moment: Moment) -> str:
    """The version as a subject; of another report than that on the concentrated phase with its name."""
    told = moment.news
    return str(told.version) if told.report_kind == PROGRESS else f"{told.special_check or told.report_kind} {told.version}"


def _received(moment: Moment, rule: str, subject: str, is_this: bool) -> date | None:
    return moment.day if is_this else moment.duty(rule, subject).first_submitted_on


def _reviewed_by_org_dept(moment: Moment) -> Iterable[str]:
    return [check.check for check in moment.book.settings.special_checks.value if check.review == "R-43"]


def _review_of(moment: Moment) -> str:
    told = moment.news
    if told.special_check:
        checks = moment.book.settings.special_checks.value
        return next((check.review or "" for check in checks if check.check == told.special_check), "")
    return moment.book.settings.progress_reviewers.value.lead.rule


def _rule_of(moment: Moment, check: str) -> str:
    checks = moment.book.settings.special_checks.value
    return next((known.report for known in checks if known.check == check), "R-11") if check else ""


def _subject(by: str) -> str:
    return "" if by == ORG else by
