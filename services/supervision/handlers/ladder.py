"""Persons decide on the steps of the ladder; what a new day brings to it."""

from datetime import date
from typing import Any

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.errors import NotFound
from kernel.messages import Changes
from supervision.commands.ladder import DeclineLadderStep, TakeLadderStep
from supervision.handlers.look_back import FindingStanding
from supervision.handlers.obligations import about_duty, judges_over
from supervision.handlers.organ import judges
from supervision.model.ladder import Ladder, about_finding, ladder_id
from supervision.model.obligation import Obligation, State
from supervision.refusals.ladder import LadderOfWhat, NotOverdue

Standing = tuple[FindingStanding | None, ...]


def take_ladder_step(command: TakeLadderStep, act: Act, repo: Repository, answers: Standing) -> Changes:
    """A person takes a step."""
    about = _about(command, act, repo, answers)
    ladder = repo.find(Ladder, ladder_id(str(command.obligation or command.finding)))
    return ladder.take(about, command.step, act, reason=command.reason, document=command.document, last_date=command.last_date)


def decline_ladder_step(command: DeclineLadderStep, act: Act, repo: Repository, answers: Standing) -> Changes:
    """A person decides against it."""
    _about(command, act, repo, answers)
    return repo.find(Ladder, ladder_id(str(command.obligation or command.finding))).decline(command.step, act, command.reason)


def ladder_day(ladder: str, day: date, act: Act, repo: Repository) -> Changes:
    """The last date of an admonition passed."""
    return repo.find(Ladder, ladder).day(day)


def _about(command: TakeLadderStep | DeclineLadderStep, act: Act, repo: Repository, answers: Standing) -> dict[str, Any]:
    """What stands at the ladder, when the acting organ may press it."""
    if (command.obligation is None) == (command.finding is None):
        raise LadderOfWhat(field="obligation")
    if command.obligation is not None:
        duty = get(repo, Obligation, command.obligation)
        judges_over(duty, act, repo)
        if duty.state is not State.OVERDUE and not duty.target_passed:
            raise NotOverdue(rule=duty.rule_id, state=duty.state)
        return about_duty(duty)
    standing = answers[0]
    if standing is None:
        raise NotFound(what="问题 / finding", id=str(command.finding))
    judges(standing.case, act, repo)
    return about_finding(standing.finding, standing.case, standing.org, standing.rulebook)
