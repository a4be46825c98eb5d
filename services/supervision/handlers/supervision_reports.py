"""Reports on supervision."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.errors import NotFound
from kernel.messages import Changes
from supervision.commands import supervision_reports as wish
from supervision.events.supervision_report import SupervisionReportDrafted
from supervision.handlers.organ import judged_case
from supervision.model.supervision_report import CaseStanding, SupervisionReport, figures, report_id


def draft_supervision_report(
    command: wish.DraftSupervisionReport, act: Act, repo: Repository, answers: tuple[CaseStanding | None, ...]
) -> Changes:
    """A version is drafted with the figures of the record."""
    file, (standing,) = judged_case(command.case, act, repo), answers
    if standing is None:
        raise NotFound(what="整改事项 / case", id=command.case)
    report = repo.find(SupervisionReport, report_id(file.case))
    counted = figures(file.case, standing, repo)
    drafted = SupervisionReportDrafted(
        **command.model_dump(),
        **{name: getattr(counted, name) for name in type(counted).model_fields},
        report=report.id,
        org=file.org,
        by=act.org,
        version=report.next_version,
        drafter=act.actor,
    )
    return report.draft(drafted, file.rulebook)


def submit_supervision_report(command: wish.SubmitSupervisionReport, act: Act, repo: Repository) -> Changes:
    """It goes to the leading group."""
    file = judged_case(command.case, act, repo)
    return repo.find(SupervisionReport, report_id(file.case)).submit(file.rulebook, act)


def accept_supervision_report(command: wish.AcceptSupervisionReport, act: Act, repo: Repository) -> Changes:
    """The leading group accepts."""
    file = judged_case(command.case, act, repo)
    return repo.find(SupervisionReport, report_id(file.case)).accept(command.minutes_no, file.rulebook, act)


def send_back_supervision_report(command: wish.SendBackSupervisionReport, act: Act, repo: Repository) -> Changes:
    """The leading group sends it back."""
    file = judged_case(command.case, act, repo)
    return repo.find(SupervisionReport, report_id(file.case)).send_back(command.reason, file.rulebook, act)
