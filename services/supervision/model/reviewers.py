"""Who reviews what: the rulebook's parties as the bodies of a case, with the day by which each speaks."""

from collections.abc import Iterable
from datetime import date

import rulebook
from supervision.events.report_review import Assistant

# Parties of the rulebook as roles of a case.
_BODY = {
    "discipline_organ": "discipline",
    "org_dept": "org_dept",
    "publicity_dept": "publicity",
    "office": "office",
    "team": "team",
    "leading_group": "leading_group",
}


def body_of(party: str) -> str:
    """The role of a case that a party of the rulebook is; a party that is none keeps its name."""
    return _BODY.get(party, party)


def body_of_role(role: str) -> str:
    """The body for which a person of this role speaks: a team's leader speaks for the team."""
    return "team" if role == "team_leader" else role


def last_day(book: str, rule: str, since: date) -> date | None:
    """By when a body acts under a rule, counted from `since`; None when the rule, or its date, is not there."""
    rules = rulebook.preset(book)
    if not rule or rule not in rules or not rulebook.has_due_date(rules, rule):
        return None
    return rulebook.deadline(rules, rule, rulebook.Trigger(since)).due


def plan_bodies(book: str, checks: Iterable[str]) -> tuple[str, ...]:
    """The bodies for whose opinion the verdict on a plan with these special checks waits, besides the lead's own.

    Who receives the report on a special check looks at its part of the plan, and only when the plan has one (R-38 for the
    personnel check); other assisting reviewers of the rulebook look at every plan.
    """
    settings = rulebook.preset(book).settings
    reviewers = settings.plan_reviewers.value
    addressees = {check.check: check.addressee for check in settings.special_checks.value}
    parties = [addressees[check] for check in sorted(set(checks)) if check in addressees]
    parties += [reviewer.party for reviewer in reviewers.assisting if reviewer.party not in addressees.values()]
    bodies = {_BODY[party] for party in parties if party in _BODY}
    return tuple(sorted(bodies - {body_of(reviewers.lead.party)}))


def plan_lead(book: str) -> str:
    """The body that issues the verdict on a plan."""
    return body_of(rulebook.preset(book).settings.plan_reviewers.value.lead.party)


def plan_rule(book: str, body: str) -> str:
    """The rule under which a body reviews a plan; "" when the rulebook names none for it."""
    reviewers = rulebook.preset(book).settings.plan_reviewers.value
    named = {body_of(reviewer.party): reviewer.rule for reviewer in (reviewers.lead, *reviewers.assisting)}
    return named.get(body, "")


def report_lead(book: str, special_check: str) -> tuple[str, str]:
    """(body, rule) of the opinion on a report: a special check that the discipline organ led has no other reviewer."""
    settings = rulebook.preset(book).settings
    lead = settings.progress_reviewers.value.lead
    if not special_check:
        return body_of(lead.party), lead.rule
    review = next((check.review for check in settings.special_checks.value if check.check == special_check), None)
    return body_of("discipline_organ"), review or ""


def report_assistants(book: str, special_check: str, copied_on: date) -> tuple[Assistant, ...]:
    """Who gives the lead an opinion on a report, the clock of each running from the day of its copy; none on a special one."""
    if special_check:
        return ()
    reviewers = rulebook.preset(book).settings.progress_reviewers.value.assisting
    return tuple(
        Assistant(
            body=body_of(reviewer.party), rule=reviewer.rule, copied_on=copied_on, due=last_day(book, reviewer.rule, copied_on)
        )
        for reviewer in reviewers
    )
