"""Commands about cases: load, decide, return; and what a new day brings to them."""

from findings.commands.case import CloseCase, LayDownProcedure, RecordMeeting, SetUpMechanism
from findings.model.case import Case
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes


def set_up_mechanism(command: SetUpMechanism, act: Act, repo: Repository) -> Changes:
    """The working mechanism (R-04)."""
    case = _own(command.case, act, repo)
    return case.set_up_mechanism(act.effective_day, command.description, command.head, command.members, command.document_sha256)


def record_meeting(command: RecordMeeting, act: Act, repo: Repository) -> Changes:
    """A meeting on rectification (R-02, R-05)."""
    case, fields = _own(command.case, act, repo), dict(command)
    fields |= {"day": command.day or act.effective_day, "today": act.today}
    del fields["case"]
    return case.hold_meeting(**fields)


def lay_down_procedure(command: LayDownProcedure, act: Act, repo: Repository) -> Changes:
    """The sign-off procedure (R-13)."""
    return _own(command.case, act, repo).lay_down_procedure(act.effective_day, command.number, command.document_sha256)


def close_case(command: CloseCase, act: Act, repo: Repository) -> Changes:
    """The case is closed by the dispatching side."""
    case = get(repo, Case, command.case)
    case.require_organ(act.org, "office", "leading_group")
    return case.close(command.reason)


def _own(id: str, act: Act, repo: Repository) -> Case:
    """The case, for which the actor's organisation must answer."""
    case = get(repo, Case, id)
    case.require_holder(act.org)
    return case
