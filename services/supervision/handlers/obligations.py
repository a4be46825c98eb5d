"""What bodies decide about duties, and what a new day brings."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import rulebook
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes, facts
from supervision.commands import obligations as wish
from supervision.events.ladder import Ground
from supervision.events.obligation import ObligationOverdue
from supervision.model.case import CaseFile, file_id
from supervision.model.duties import SUPERVISORS
from supervision.model.duties.verifiers import require_verifier
from supervision.model.ladder import Ladder, ladder_id
from supervision.model.obligation import CAN_BE_MISSED, Obligation, State, obligation_id
from supervision.model.round import RoundFile, round_file_id
from supervision.refusals.obligations import NotObligor, OwnDuty


def submit_obligation(command: wish.SubmitObligation, act: Act, repo: Repository) -> Changes:
    """The obligor hands in."""
    duty = get(repo, Obligation, command.obligation)
    if act.org != duty.obligor and act.org != _holder(duty, repo):
        raise NotObligor(rule=duty.rule_id)
    return duty.hand_in(act, command.document, command.note)


def accept_obligation(command: wish.AcceptObligation, act: Act, repo: Repository) -> Changes:
    """The verifier accepts."""
    duty = _duty(command.obligation, act, repo)
    require_verifier(duty, act)
    return duty.accept()


def send_back_obligation(command: wish.SendBackObligation, act: Act, repo: Repository) -> Changes:
    """The verifier sends back."""
    duty = _duty(command.obligation, act, repo)
    require_verifier(duty, act)
    return duty.send_back(command.reason)


def extend_obligation(command: wish.ExtendObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side extends."""
    return _duty(command.obligation, act, repo).extend(command.due, command.reason, act)


def suspend_obligation(command: wish.SuspendObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side stops the clock."""
    return _duty(command.obligation, act, repo).suspend(command.reason, act)


def resume_obligation(command: wish.ResumeObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side lets the clock go on."""
    return _duty(command.obligation, act, repo).resume(command.reason, act)


def waive_obligation(command: wish.WaiveObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side waives."""
    return _duty(command.obligation, act, repo).waive(command.reason, act)


def obligation_day(obligation: str, day: date, act: Act, repo: Repository) -> Changes:
    """Reminders and overdue marks of one obligation, and what the ladder does with what is overdue."""
    duty = repo.find(Obligation, obligation)
    changes = duty.day(day)
    became = any(isinstance(fact.event, ObligationOverdue) for fact in facts(changes))
    pressed = became or (duty.state is State.OVERDUE and duty.submitted_on is None)
    if not pressed or duty.kind not in CAN_BE_MISSED:
        return changes
    ladder = repo.find(Ladder, ladder_id(duty.id))
    about = about_duty(duty)
    changes += ladder.by_time(about, (day - duty.due).days if _escalates(duty) else 0, duty.after_due)
    if became:
        changes += (fact.on(duty.after_due(1)) for fact in facts(_missing_return(duty, ladder, about, repo)))
    return changes


def about_duty(duty: Obligation) -> dict[str, Any]:
    """What a ladder says of the duty that stands at it."""
    return {
        "obligation": duty.id,
        "finding": duty.finding,
        "case": duty.case,
        "org": duty.org,
        "rule_id": duty.rule_id,
        "rulebook": duty.rulebook,
        "supervisors": duty.party in SUPERVISORS,
    }


def judges_over(duty: Obligation, act: Act, repo: Repository) -> None:
    """Go on only for the organ of this role in the duty's case or round (SOD-12)."""
    if duty.case:
        repo.find(CaseFile, file_id(duty.case)).require_organ(act)
    elif duty.round:
        repo.find(RoundFile, round_file_id(duty.round)).require_organ(act)


def _escalates(duty: Obligation) -> bool:
    return "escalation" in rulebook.preset(duty.rulebook).rule(duty.rule_id).on_miss


def _missing_return(duty: Obligation, ladder: Ladder, about: dict[str, Any], repo: Repository) -> Changes:
    """So many monthly returns missing in a row put a step to a person."""
    settings = rulebook.preset(duty.rulebook).settings
    if duty.rule_id != settings.monthly_returns.value.rule:
        return []
    missing = 1 + len(_missed_before(duty, repo))
    steps = [step for step in settings.escalation.value if step.missing_returns and step.missing_returns <= missing]
    return [change for step in steps for change in ladder.propose(about, step.step, Ground.MISSING_RETURN, duty.subject)]


def _missed_before(duty: Obligation, repo: Repository) -> Sequence[str]:
    """The months right before this one whose returns were missing too."""
    missed: list[str] = []
    first = date.fromisoformat(f"{duty.subject}-01")
    while True:
        first = (first - timedelta(days=1)).replace(day=1)
        before = repo.find(Obligation, obligation_id(duty.case or "", duty.rule_id, f"{first:%Y-%m}"))
        if before.missed is None:
            return missed
        missed.append(before.subject)


def _duty(obligation: str, act: Act, repo: Repository) -> Obligation:
    """An obligation about which the acting organ may decide."""
    found = get(repo, Obligation, obligation)
    judges_over(found, act, repo)
    if act.org == _holder(found, repo):
        raise OwnDuty(field="obligation")
    return found


def _holder(duty: Obligation, repo: Repository) -> str | None:
    """Who has the duty after a merger; None where nothing moved."""
    if not duty.case:
        return None
    file = repo.find(CaseFile, file_id(duty.case))
    return file.holder if file.holder != file.org and duty.obligor == file.org else None
