"""Commands about re-feedback: load, decide, return."""

from findings.commands import principal as wish
from findings.model import dates
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.organisation import Organisation
from findings.model.principal import ReFeedback, refeedback_id
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes


def schedule_refeedback(command: wish.ScheduleReFeedback, act: Act, repo: Repository) -> Changes:
    """The office fixes a day."""
    case, refeedback = _loaded(command.case, repo)
    case.require_organ(act.org, "office")
    return refeedback.schedule(command.day, command.place, case)


def deliver_refeedback(command: wish.DeliverReFeedback, act: Act, repo: Repository) -> Changes:
    """The office gives the feedback again."""
    case, refeedback = _loaded(command.case, repo)
    case.require_organ(act.org, "office")
    day, digest = command.day or act.effective_day, get(repo, Feedback, case.feedback).digest
    return refeedback.deliver(day, command.place, act.actor, digest, command.record_sha256 or "", case, act.today)


def accept_refeedback(command: wish.AcceptReFeedback, act: Act, repo: Repository) -> Changes:
    """The serving principal signs (SOD-04)."""
    case, refeedback = _loaded(command.case, repo)
    org, day = get(repo, Organisation, case.holder, what="org"), act.effective_day
    org.require_principal(act.actor, day, dates.acting_days(case.rulebook))
    return refeedback.accept(act.actor, day, case)


def _loaded(id: str, repo: Repository) -> tuple[Case, ReFeedback]:
    case = get(repo, Case, id)
    return case, repo.find(ReFeedback, refeedback_id(case))
