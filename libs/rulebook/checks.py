"""What must agree inside a rulebook beyond the shape of each part."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .deadlines import Trigger, chain, deadline
from .errors import QuestionError
from .model import Rulebook
from .rules import Rule
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


def _zone(rulebook: Rulebook) -> Iterator[Finding]:
    try:
        ZoneInfo(rulebook.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield _found("RULEBOOK_ZONE_UNKNOWN", ("zone",), rulebook.zone)


def _rules(rulebook: Rulebook) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, rule in enumerate(rulebook.rules):
        if rule.id in seen:
            yield _found("RULEBOOK_RULE_DUPLICATE", ("rules", index), rule.id)
        seen.add(rule.id)
        yield from _terms(rulebook, rule, ("rules", index))
        yield from _references(rulebook, rule, ("rules", index))


def _terms(rulebook: Rulebook, rule: Rule, at: Location) -> Iterator[Finding]:
    spec = rule.deadline
    for key, event in (
        ("trigger", rule.trigger),
        ("deadline.since", spec.since),
        ("deadline.at", spec.at),
        ("deadline.before", spec.before),
        ("deadline.compare", spec.compare),
        ("window.since", rule.window.since if rule.window else None),
    ):
        if event is not None and event not in rulebook.events:
            yield _found("RULEBOOK_TERM_UNKNOWN", (*at, *key.split(".")), event)
    for role, bodies in (("party", rule.party), ("addressee", rule.addressee), ("verifier", rule.verifier)):
        for position, party in enumerate(bodies.parties if bodies else ()):
            if party not in rulebook.parties:
                yield _found("RULEBOOK_TERM_UNKNOWN", (*at, role, "parties", position), party)
    for position, document in enumerate(rule.evidence.documents if rule.evidence else ()):
        if document not in rulebook.documents:
            yield _found("RULEBOOK_TERM_UNKNOWN", (*at, "evidence", "documents", position), document)
    for position, consequence in enumerate(rule.on_miss):
        if consequence not in rulebook.consequences:
            yield _found("RULEBOOK_TERM_UNKNOWN", (*at, "on_miss", position), consequence)
    for position, citation in enumerate(rule.source):
        if citation not in rulebook.citations:
            yield _found("RULEBOOK_CITATION_UNKNOWN", (*at, "source", position), citation)


def _references(rulebook: Rulebook, rule: Rule, at: Location) -> Iterator[Finding]:
    for key, other in (("after", rule.deadline.after), ("within", rule.deadline.within)):
        if other is None:
            continue
        if other not in rulebook:
            yield _found("RULEBOOK_RULE_UNKNOWN", (*at, "deadline", key), other)
            continue
        links = chain(rulebook, rule.id)
        if len(set(links)) < len(links):
            yield _found("RULEBOOK_CHAIN_CYCLIC", (*at, "deadline", key), " → ".join(links))
        elif not rulebook.rule(other).deadline.dated:
            text = f"{other} sets no date"
            yield Finding("RULEBOOK_DEADLINE_SHAPE", (*at, "deadline", key), f"{other} 没有日期", text)


def _consequences(rulebook: Rulebook) -> Iterator[Finding]:
    for code, consequence in rulebook.consequences.items():
        if consequence.rule is not None and consequence.rule not in rulebook:
            yield _found("RULEBOOK_RULE_UNKNOWN", ("consequences", code, "rule"), consequence.rule)


def _settings(rulebook: Rulebook) -> Iterator[Finding]:
    settings = rulebook.settings
    for name in type(settings).model_fields:
        for position, citation in enumerate(getattr(settings, name).source):
            if citation not in rulebook.citations:
                yield _found("RULEBOOK_CITATION_UNKNOWN", ("settings", name, "source", position), citation)
    rules: list[tuple[Location, str]] = []
    parties: list[tuple[Location, str]] = []
    for name, reviewers in (
        ("progress_reviewers", settings.progress_reviewers.value),
        ("plan_reviewers", settings.plan_reviewers.value),
    ):
        rules.append((("settings", name, "value", "lead", "rule"), reviewers.lead.rule))
        parties.append((("settings", name, "value", "lead", "party"), reviewers.lead.party))
        for n, reviewer in enumerate(reviewers.assisting):
            rules.append((("settings", name, "value", "assisting", n, "rule"), reviewer.rule))
            parties.append((("settings", name, "value", "assisting", n, "party"), reviewer.party))
    rules.append((("settings", "monthly_returns", "value", "rule"), settings.monthly_returns.value.rule))
    for n, report in enumerate(settings.progress_reports.value):
        rules.append((("settings", "progress_reports", "value", n, "rule"), report.rule))
        parties.append((("settings", "progress_reports", "value", n, "by"), report.by))
    for n, check in enumerate(settings.special_checks.value):
        rules.append((("settings", "special_checks", "value", n, "report"), check.report))
        if check.review is not None:
            rules.append((("settings", "special_checks", "value", n, "review"), check.review))
        parties.append((("settings", "special_checks", "value", n, "addressee"), check.addressee))
    for n, warning in enumerate(settings.warnings.value):
        parties += [(("settings", "warnings", "value", n, "reaches", m), p) for m, p in enumerate(warning.reaches)]
    for n, step in enumerate(settings.escalation.value):
        for key, bodies in (("by", step.by), ("approved_by", step.approved_by), ("reaches", step.reaches)):
            parties += [(("settings", "escalation", "value", n, key, m), p) for m, p in enumerate(bodies)]
    for location, rule_id in rules:
        if rule_id not in rulebook:
            yield _found("RULEBOOK_RULE_UNKNOWN", location, rule_id)
    for location, party in parties:
        if party not in rulebook.parties:
            yield _found("RULEBOOK_TERM_UNKNOWN", location, party)


def _examples(rulebook: Rulebook) -> Iterator[Finding]:
    for index, example in enumerate(rulebook.examples):
        at: Location = ("examples", index)
        try:
            due = deadline(rulebook, example.rule, Trigger(example.on, example.what)).due
        except QuestionError as error:
            yield Finding("RULEBOOK_EXAMPLE_FAILED", at, error.message("zh"), error.message("en"))
            continue
        if due != example.due:
            yield Finding(
                "RULEBOOK_EXAMPLE_FAILED",
                at,
                f"{example.rule} 自 {example.on} 起算为 {due}，而非 {example.due}",
                f"{example.rule} from {example.on} comes to {due}, not {example.due}",
            )
