"""Commands about the inspection itself: load, decide, return."""

from collections.abc import Collection
from functools import partial

from findings.commands import inspection as wish
from findings.model import dates, inspection
from findings.model.common_problems import CommonProblem
from findings.model.organisation import Organisation
from findings.model.round import Round
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.errors import NotFound
from kernel.messages import Changes


def declare_interest(command: wish.DeclareInterest, act: Act, repo: Repository) -> Changes:
    """Somebody of a team declares an interest of one's own, or the office records another person's."""
    found = get(repo, Round, command.round)
    if act.role == "office":
        found.require_organ("office", act.org)
    told = (command.person or act.actor, command.kind, command.org, command.kin, command.ground)
    return inspection.declare(found, *told, ties(found, found.orgs, act, repo), act)


def report_major_problem(command: wish.ReportMajorProblem, act: Act, repo: Repository) -> Changes:
    """The team that inspects the organisation reports a major problem."""
    found, day = get(repo, Round, command.round), command.found_on or act.effective_day
    found.require_team(act.actor, command.org)
    return inspection.report_major(found, command.org, command.number, day, command.document_sha256, act)


def take_major_problem(command: wish.TakeMajorProblem, act: Act, repo: Repository) -> Changes:
    """The leading group takes it."""
    return inspection.take_major(get(repo, Round, command.round), command.number, act)


def record_briefing(command: wish.RecordBriefing, act: Act, repo: Repository) -> Changes:
    """A recipient was briefed."""
    found, recipient = get(repo, Round, command.round), get(repo, Organisation, command.recipient, what="org")
    found.require_member(act.actor)
    return inspection.brief(found, recipient.id, command.day or act.effective_day, act.today)


def hold_concentrated_feedback(command: wish.HoldConcentratedFeedback, act: Act, repo: Repository) -> Changes:
    """The leading group fed common problems back."""
    found = get(repo, Round, command.round)
    found.require_organ("leading_group", act.org)
    for problem in command.problems:
        if get(repo, CommonProblem, problem).state is None:
            raise NotFound(what=CommonProblem.CALLED, id=problem)
    day, present = command.day or act.effective_day, [get(repo, Organisation, org, what="org").id for org in command.present]
    return inspection.feed_back_common(found, day, command.problems, present, command.minutes_sha256, act.today)


def record_incident(command: wish.RecordIncident, act: Act, repo: Repository) -> Changes:
    """The team records what an organisation did."""
    found, day = get(repo, Round, command.round), command.day or act.effective_day
    found.require_team(act.actor, command.org)
    return inspection.incident(found, command.org, command.kind, day, command.record_sha256, act.today)


def ties(found: Round, orgs: Collection[str], act: Act, repo: Repository) -> dict[str, Collection[str]]:
    """By organisation, persons who hold or lately held a post in it on the day of the act (SOD-01)."""
    book, day = dates.in_force(found.rulebook, act.effective_day), act.effective_day
    tied = partial(dates.still_tied, book, day=day)
    return {org: get(repo, Organisation, org, what="org").tied(tied) for org in sorted(orgs)}
