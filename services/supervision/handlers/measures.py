"""Supervision measures."""

from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes
from supervision.commands import measures as wish
from supervision.events.measures import ActionOpened
from supervision.handlers.organ import judged_case, judged_round, judges
from supervision.model.measures import PROPOSING, ActionLog, SupervisionAction, log_id


def open_action(command: wish.OpenAction, act: Act, repo: Repository) -> Changes:
    """A measure is taken or proposed; in a case or a round only by an organ of it (SOD-12)."""
    file = judged_case(command.case, act, repo) if command.case else None
    inspected = judged_round(command.round, act, repo) if command.round else None
    known = file or inspected
    opened = ActionOpened(
        **{**command.model_dump(), "org": file.org if file else command.org},
        action=named("action", command.number),
        proposed=act.role in PROPOSING,
        opener=act.actor,
        opener_org=act.org,
        opener_role=act.role,
        rulebook=known.rulebook if known else "",
    )
    return repo.find(SupervisionAction, opened.action).open(opened, act)


def approve_action(command: wish.ApproveAction, act: Act, repo: Repository) -> Changes:
    """The leading group approves."""
    return _judged(command.action, act, repo).approve(command.approval, act)


def perform_action(command: wish.PerformAction, act: Act, repo: Repository) -> Changes:
    """It was performed."""
    found, on = _judged(command.action, act, repo), command.performed_on or act.effective_day
    performed = found.perform(
        act,
        on=on,
        place=command.place,
        present=command.present,
        record=command.record_sha256,
        response_due=command.response_due,
    )
    return [*performed, *repo.find(ActionLog, log_id(found.case or "")).enter(found, on)]


def respond_to_action(command: wish.RespondToAction, act: Act, repo: Repository) -> Changes:
    """The party addressed responds."""
    return get(repo, SupervisionAction, command.action).respond(command.response, command.document_sha256, act)


def close_action(command: wish.CloseAction, act: Act, repo: Repository) -> Changes:
    """It is closed."""
    return _judged(command.action, act, repo).close(command.result, act)


def _judged(action: str, act: Act, repo: Repository) -> SupervisionAction:
    """The measure, about whose case the acting organ may decide."""
    found = get(repo, SupervisionAction, action)
    if found.case is not None:
        judges(found.case, act, repo)
    return found
