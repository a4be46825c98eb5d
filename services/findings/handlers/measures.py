"""Commands about measures, milestones and the check for similar problems: load, decide, return."""

from findings.commands import measures as wish
from findings.model.whose import ours
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes


def add_measure(command: wish.AddMeasure, act: Act, repo: Repository) -> Changes:
    """One more measure."""
    return ours(repo, command.finding, act).add_measure(command.text, command.due, command.unit, act)


def report_measure(command: wish.ReportMeasure, act: Act, repo: Repository) -> Changes:
    """Progress: the most frequent command of all."""
    return ours(repo, command.finding, act).report_measure(command.measure, command.percent, command.note)


def complete_measure(command: wish.CompleteMeasure, act: Act, repo: Repository) -> Changes:
    """A measure is carried out."""
    return ours(repo, command.finding, act).complete_measure(command.measure, command.result)


def record_extension_check(command: wish.RecordExtensionCheck, act: Act, repo: Repository) -> Changes:
    """The search for similar problems."""
    return ours(repo, command.finding, act).record_extension_check(command.scope, command.found, command.fixed, command.note)


def add_milestone(command: wish.AddMilestone, act: Act, repo: Repository) -> Changes:
    """A phased goal."""
    return ours(repo, command.finding, act).add_milestone(command.day, command.goal, act)


def meet_milestone(command: wish.MeetMilestone, act: Act, repo: Repository) -> Changes:
    """A phased goal is reached."""
    return ours(repo, command.finding, act).meet_milestone(command.milestone, command.result, act)
