"""Accountability."""

from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes
from supervision.commands import accountability as wish
from supervision.events.accountability import AccountabilityProposed
from supervision.handlers.organ import judged_case
from supervision.model.accountability import Accountability, Superior, decider
from supervision.model.case import CaseFile, file_id


def propose_accountability(
    command: wish.ProposeAccountability, act: Act, repo: Repository, answers: tuple[Superior | None, ...]
) -> Changes:
    """A matter is put forward; who decides it is settled now (SOD-12)."""
    file = judged_case(command.case, act, repo) if command.case else None
    deciding = decider(command.subject_class, command.subject, file, answers[0], act)
    proposed = AccountabilityProposed(
        **command.model_dump(),
        proposal=named("accountability", command.number),
        org=file.org if file else command.subject,
        decider=deciding.org,
        decider_role=deciding.role,
        rulebook=file.rulebook if file else "",
        proposer=act.actor,
    )
    return repo.find(Accountability, proposed.proposal).propose(proposed, act, repo)


def accept_accountability(command: wish.AcceptAccountability, act: Act, repo: Repository) -> Changes:
    """It is taken up for review."""
    matter = get(repo, Accountability, command.accountability)
    return matter.accept(command.note, command.number, command.obligations, command.events, act, repo)


def decide_accountability(command: wish.DecideAccountability, act: Act, repo: Repository) -> Changes:
    """It is decided."""
    matter, on = get(repo, Accountability, command.accountability), command.decided_on or act.effective_day
    return matter.decide(command.outcome, command.decision_no, on, act, repo)


def serve_accountability(command: wish.ServeAccountability, act: Act, repo: Repository) -> Changes:
    """The decision was served."""
    matter, on = get(repo, Accountability, command.accountability), command.served_on or act.effective_day
    return matter.serve(on, command.receipt_sha256, act, repo)


def effect_accountability(command: wish.EffectAccountability, act: Act, repo: Repository) -> Changes:
    """The decision takes effect."""
    matter = get(repo, Accountability, command.accountability)
    return matter.take_effect(command.effective_on or act.effective_day, act, repo)


def answer_accountability(command: wish.AnswerAccountability, act: Act, repo: Repository) -> Changes:
    """The subject responds."""
    matter = get(repo, Accountability, command.accountability)
    return matter.answer(command.response_sha256, _holder(matter, repo), act)


def appeal_accountability(command: wish.AppealAccountability, act: Act, repo: Repository) -> Changes:
    """The subject appeals."""
    matter = get(repo, Accountability, command.accountability)
    return matter.appeal(command.appeal_sha256, _holder(matter, repo), act)


def announce_accountability(command: wish.AnnounceAccountability, act: Act, repo: Repository) -> Changes:
    """The decision may be spoken of in public."""
    return get(repo, Accountability, command.accountability).announce(command.notice, act, repo)


def close_accountability(command: wish.CloseAccountability, act: Act, repo: Repository) -> Changes:
    """The matter is closed."""
    return get(repo, Accountability, command.accountability).close(command.result, command.appeal, act, repo)


def _holder(matter: Accountability, repo: Repository) -> str:
    """The organisation that answers for the matter's case now."""
    return repo.find(CaseFile, file_id(matter.case)).holder if matter.case else matter.subject
