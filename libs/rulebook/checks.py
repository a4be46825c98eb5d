"""What must agree inside a rulebook beyond the shape of each part."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kernel.errors import Refusal

from .deadlines import Trigger, chain, deadline
from .model import Rulebook
from .rules import Rule
from .settings import Reviewer, Settings
from .working_days import Calendar
from .yaml_tree import Location


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement and where it is."""

    code: str
    location: Location
    zh: str
    en: str


def _found(code: str, location: Location, what: str) -> Finding:
    return Finding(code, location, what, what)


def findings(rulebook: Rulebook) -> list[Finding]:
    """All disagreements; examples are tried only when there is nothing else."""
    found = [*_zone(rulebook), *_rules(rulebook), *_settings(rulebook), *_consequences(rulebook)]
    return found or [*_examples(rulebook)]


def calendar_findings(calendar: Calendar) -> list[Finding]:
    """Dates outside their year, runs that end before they begin, and days that are both off and worked."""
    found: list[Finding] = []
    off = {day for year in calendar.years.values() for run in year.holidays for day in run.days()}
    for number, year in calendar.years.items():
        for n, run in enumerate(year.holidays):
            if run.first > run.last or {run.first.year, run.last.year} != {number}:
                at: Location = ("years", str(number), "holidays", n)
                found.append(_found("rulebook-calendar-dates", at, f"{run.first} – {run.last} ({number})"))
        for n, day in enumerate(year.workdays):
            if day.year != number or day.weekday() < 5 or day in off:
                found.append(_found("rulebook-calendar-dates", ("years", str(number), "workdays", n), f"{day} ({number})"))
    return found


def _zone(rulebook: Rulebook) -> Iterator[Finding]:
    try:
        ZoneInfo(rulebook.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield _found("rulebook-zone-unknown", ("zone",), rulebook.zone)


def _rules(rulebook: Rulebook) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, rule in enumerate(rulebook.rules):
        if rule.id in seen:
            yield _found("rulebook-rule-duplicate", ("rules", index), rule.id)
        seen.add(rule.id)
        yield from _terms(rulebook, rule, ("rules", index))
        yield from _references(rulebook, rule, ("rules", index))


def _terms(rulebook: Rulebook, rule: Rule, at: Location) -> Iterator[Finding]:
    spec = rule.deadline
    events = (
        ("trigger", rule.trigger),
        ("deadline.since", spec.since),
        ("deadline.at", spec.at),
        ("deadline.before", spec.before),
        ("deadline.compare", spec.compare),
        ("window.since", rule.window.since if rule.window else None),
    )
    used: list[tuple[str, str | None, Container[str]]] = [(key, event, rulebook.events) for key, event in events]
    for role, bodies in (("party", rule.party), ("addressee", rule.addressee), ("verifier", rule.verifier)):
        used += [(f"{role}.parties.{n}", party, rulebook.parties) for n, party in enumerate(bodies.parties if bodies else ())]
    documents = rule.evidence.documents if rule.evidence else ()
    used += [(f"evidence.documents.{n}", document, rulebook.documents) for n, document in enumerate(documents)]
    used += [(f"on_miss.{n}", code, rulebook.consequences) for n, code in enumerate(rule.on_miss)]
    for key, code, known in used:
        if code is not None and code not in known:
            yield _found("rulebook-term-unknown", (*at, *_steps(key)), code)
    for position, citation in enumerate(rule.source):
        if citation not in rulebook.citations:
            yield _found("rulebook-citation-unknown", (*at, "source", position), citation)


def _steps(key: str) -> Location:
    return tuple(int(part) if part.isdigit() else part for part in key.split("."))


def _references(rulebook: Rulebook, rule: Rule, at: Location) -> Iterator[Finding]:
    for key, other in (("after", rule.deadline.after), ("within", rule.deadline.within)):
        if other is None:
            continue
        if other not in rulebook:
            yield _found("rulebook-rule-unknown", (*at, "deadline", key), other)
            continue
        links = chain(rulebook, rule.id)
        if len(set(links)) < len(links):
            yield _found("rulebook-chain-cyclic", (*at, "deadline", key), " → ".join(links))
        elif not rulebook.rule(other).deadline.dated:
            text = f"{other} sets no date"
            yield Finding("rulebook-deadline-shape", (*at, "deadline", key), f"{other} 没有日期", text)


def _consequences(rulebook: Rulebook) -> Iterator[Finding]:
    for code, consequence in rulebook.consequences.items():
        if consequence.rule is not None and consequence.rule not in rulebook:
            yield _found("rulebook-rule-unknown", ("consequences", code, "rule"), consequence.rule)


def _settings(rulebook: Rulebook) -> Iterator[Finding]:
    settings = rulebook.settings
    for name in Settings.model_fields:
        for position, citation in enumerate(getattr(settings, name).source):
            if citation not in rulebook.citations:
                yield _found("rulebook-citation-unknown", ("settings", name, "source", position), citation)
    for key, rule_id in _setting_rules(settings):
        if rule_id not in rulebook:
            yield _found("rulebook-rule-unknown", ("settings", *_steps(key)), rule_id)
    for key, party in _setting_parties(settings):
        if party not in rulebook.parties:
            yield _found("rulebook-term-unknown", ("settings", *_steps(key)), party)


def _reviewers(settings: Settings) -> Iterator[tuple[str, Reviewer]]:
    for name, reviewers in (
        ("progress_reviewers", settings.progress_reviewers.value),
        ("plan_reviewers", settings.plan_reviewers.value),
    ):
        yield f"{name}.value.lead", reviewers.lead
        yield from ((f"{name}.value.assisting.{n}", reviewer) for n, reviewer in enumerate(reviewers.assisting))


def _setting_rules(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "monthly_returns.value.rule", settings.monthly_returns.value.rule
    yield from ((f"{key}.rule", reviewer.rule) for key, reviewer in _reviewers(settings))
    for n, report in enumerate(settings.progress_reports.value):
        yield f"progress_reports.value.{n}.rule", report.rule
    for n, check in enumerate(settings.special_checks.value):
        yield f"special_checks.value.{n}.report", check.report
        if check.review is not None:
            yield f"special_checks.value.{n}.review", check.review


def _setting_parties(settings: Settings) -> Iterator[tuple[str, str]]:
    yield from ((f"{key}.party", reviewer.party) for key, reviewer in _reviewers(settings))
    for n, report in enumerate(settings.progress_reports.value):
        yield f"progress_reports.value.{n}.by", report.by
    for n, check in enumerate(settings.special_checks.value):
        yield f"special_checks.value.{n}.addressee", check.addressee
    for n, warning in enumerate(settings.warnings.value):
        yield from ((f"warnings.value.{n}.reaches.{m}", party) for m, party in enumerate(warning.reaches))
    for n, step in enumerate(settings.escalation.value):
        for key, bodies in (("by", step.by), ("approved_by", step.approved_by), ("reaches", step.reaches)):
            yield from ((f"escalation.value.{n}.{key}.{m}", party) for m, party in enumerate(bodies))


def _examples(rulebook: Rulebook) -> Iterator[Finding]:
    for index, example in enumerate(rulebook.examples):
        at: Location = ("examples", index)
        try:
            due = deadline(rulebook, example.rule, Trigger(example.start, example.what)).due
        except Refusal as error:
            yield Finding("rulebook-example-failed", at, error.text("zh"), error.text("en"))
            continue
        if due != example.due:
            yield Finding(
                "rulebook-example-failed",
                at,
                f"{example.rule} 自 {example.start} 起算为 {due}，而非 {example.due}",
                f"{example.rule} from {example.start} comes to {due}, not {example.due}",
            )
