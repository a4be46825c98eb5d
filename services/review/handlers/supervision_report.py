"""The report on the department's own supervision."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from review.commands.supervision_report import (
    AcceptSupervisionReport,
    DraftSupervisionReport,
    SendBackSupervisionReport,
    SubmitSupervisionReport,
)
from review.events.words import Action, ActionCount
from review.handlers.organ import judged
from review.model.assessment import Assessments, assessments_id
from review.model.case import CaseFile
from review.model.leadership import Leadership, leadership_id
from review.model.supervision_report import Content, SupervisionReport, supervision_report_id


def draft_supervision_report(command: DraftSupervisionReport, act: Act, repo: Repository) -> Changes:
    """A version, with what review recorded itself counted by it (R-41)."""
    file = judged(command.case, act, repo)
    content = Content(**command.model_dump(exclude={"case"}))
    return _report(command.case, repo).draft(act, file, content, _recorded(file, repo))


def submit_supervision_report(command: SubmitSupervisionReport, act: Act, repo: Repository) -> Changes:
    """It goes to the leading group."""
    return _report(command.case, repo).submit(act, judged(command.case, act, repo))


def accept_supervision_report(command: AcceptSupervisionReport, act: Act, repo: Repository) -> Changes:
    """The leading group accepts it."""
    return _report(command.case, repo).accept(act, judged(command.case, act, repo))


def send_back_supervision_report(command: SendBackSupervisionReport, act: Act, repo: Repository) -> Changes:
    """The leading group wants a new version."""
    return _report(command.case, repo).send_back(act, judged(command.case, act, repo), command.reason)


def _report(case: str, repo: Repository) -> SupervisionReport:
    return repo.find(SupervisionReport, supervision_report_id(case))


def _recorded(file: CaseFile, repo: Repository) -> tuple[ActionCount, ...]:
    entries = len(repo.find(Assessments, assessments_id(file.case)).entries)
    talks = repo.find(Leadership, leadership_id(file.org)).talks_on(file.case)
    counts = ((Action.CADRE_ASSESSMENT, entries), (Action.APPOINTMENT_TALK, talks))
    return tuple(ActionCount(action=action, count=count) for action, count in counts)
