"""Commands about typical cases."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from publicity.commands import typical as wish
from publicity.model.case import CaseFile, file_id
from publicity.model.guarded import guarded
from publicity.model.typical import Suggestion, TypicalCase, typical_id


def propose_typical_case(command: wish.ProposeTypicalCase, act: Act, repo: Repository) -> Changes:
    """Put one forward (R-83)."""
    file = get(repo, CaseFile, file_id(command.case), shown=command.case)
    typical = repo.find(TypicalCase, typical_id(command.number))
    if command.suggestion is not None:
        get(repo, Suggestion, command.suggestion)
    return typical.propose(file, guarded(repo), **command.model_dump(exclude={"case"}), act=act)


def approve_typical_case(command: wish.ApproveTypicalCase, act: Act, repo: Repository) -> Changes:
    """The leading group approves it."""
    file, typical = _known(command.typical, repo)
    return typical.approve(file, command.approval_no, act)


def reject_typical_case(command: wish.RejectTypicalCase, act: Act, repo: Repository) -> Changes:
    """The leading group does not want it."""
    file, typical = _known(command.typical, repo)
    return typical.reject(file, command.reason, act)


def publish_typical_case(command: wish.PublishTypicalCase, act: Act, repo: Repository) -> Changes:
    """Notify or expose it."""
    file, typical = _known(command.typical, repo)
    return typical.publish(file, guarded(repo), act)


def withdraw_typical_case(command: wish.WithdrawTypicalCase, act: Act, repo: Repository) -> Changes:
    """Take it back."""
    file, typical = _known(command.typical, repo)
    return typical.withdraw(file, command.reason, command.decision_no, act)


def _known(typical: str, repo: Repository) -> tuple[CaseFile, TypicalCase]:
    found = get(repo, TypicalCase, typical)
    return repo.find(CaseFile, file_id(found.case)), found
