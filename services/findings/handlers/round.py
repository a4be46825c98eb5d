"""Commands about rounds: load, decide, return."""

from collections.abc import Sequence

from findings.commands import round as wish
from findings.events.words import Bodies
from findings.handlers.inspection import ties
from findings.model import dates
from findings.model.organisation import Organisation
from findings.model.round import Round
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes

_ORGANS = ("dispatching", "leading_group", "office", "discipline", "org_dept", "publicity")


def plan_round(command: wish.PlanRound, act: Act, repo: Repository) -> Changes:
    """A round is planned, with the organisations named at once."""
    organs = {name: getattr(command, name) for name in _ORGANS}
    _codes(repo, [org for org in organs.values() if org])
    found = repo.find(Round, named("round", command.code))
    planned = found.plan(command.code, command.title, command.kind, command.mode, command.rulebook, Bodies(**organs))
    return [*planned, *found.add(command.orgs, _codes(repo, command.orgs), "")]


def add_to_round(command: wish.AddToRound, act: Act, repo: Repository) -> Changes:
    """More organisations."""
    return _round(command.round, act, repo).add(command.orgs, _codes(repo, command.orgs), command.reason)


def issue_mandate(command: wish.IssueMandate, act: Act, repo: Repository) -> Changes:
    """The teams are authorised."""
    return get(repo, Round, command.round).issue_mandate(command.document, command.teams)


def clear_recusals(command: wish.ClearRecusals, act: Act, repo: Repository) -> Changes:
    """Recusals were examined."""
    found = _round(command.round, act, repo)
    return found.clear_recusals(command.recusals, ties(found, {org for team in found.teams for org in team.orgs}, act, repo))


def begin_stay(command: wish.BeginStay, act: Act, repo: Repository) -> Changes:
    """The teams moved in."""
    return _round(command.round, act, repo).begin_stay(command.day or act.effective_day, act.today)


def end_stay(command: wish.EndStay, act: Act, repo: Repository) -> Changes:
    """The teams left."""
    return _round(command.round, act, repo).end_stay(command.day or act.effective_day, act.today)


def file_working_paper(command: wish.FileWorkingPaper, act: Act, repo: Repository) -> Changes:
    """A working paper is filed by the team that inspects the organisation."""
    found = get(repo, Round, command.round)
    found.require_team(act.actor, command.org)
    bases = {name: getattr(command, f"{name}_basis") for name in ("factual", "policy", "responsibility")}
    return found.file_paper(command.org, command.number, command.sha256, bases, act.effective_day)


def talk_report_through(command: wish.TalkReportThrough, act: Act, repo: Repository) -> Changes:
    """The report was talked through with the serving principal."""
    found = get(repo, Round, command.round)
    found.require_team(act.actor, command.org)
    acting = dates.acting_days(dates.in_force(found.rulebook, act.effective_day))
    get(repo, Organisation, command.org, what="org").require_principal(command.principal, act.effective_day, acting)
    return found.talk_through(command.org, command.principal, command.record_sha256, act.effective_day)


def report_round(command: wish.ReportRound, act: Act, repo: Repository) -> Changes:
    """The report is complete."""
    return _round(command.round, act, repo).report(command.report_sha256, act.effective_day)


def hear_round(command: wish.HearRound, act: Act, repo: Repository) -> Changes:
    """A body heard the report."""
    return get(repo, Round, command.round).hear(command.body, command.day, command.minutes_sha256, act.today)


def archive_round(command: wish.ArchiveRound, act: Act, repo: Repository) -> Changes:
    """The round is archived."""
    return get(repo, Round, command.round).archive(act)


def _round(id: str, act: Act, repo: Repository) -> Round:
    """The round, in which the actor's organ must be the office."""
    found = get(repo, Round, id)
    found.require_organ("office", act.org)
    return found


def _codes(repo: Repository, orgs: Sequence[str]) -> list[str]:
    return [get(repo, Organisation, org, what="org").code for org in orgs]
