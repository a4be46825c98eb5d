"""Commands about handovers: load, decide, return."""

from findings.commands import handover as wish
from findings.model import dates
from findings.model.case import Case
from findings.model.finding import Finding
from findings.model.handover import Handover, signer
from findings.model.organisation import Organisation
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes


def prepare_handover(command: wish.PrepareHandover, act: Act, repo: Repository) -> Changes:
    """The organisation lists what is unfinished."""
    handover, case = _loaded(command.handover, repo)
    case.require_holder(act.org)
    findings = [repo.find(Finding, entry.finding) for entry in case.unfinished]
    return handover.prepare(act.actor, command.incoming, findings, command.items)


def sign_handover(command: wish.SignHandover, act: Act, repo: Repository) -> Changes:
    """The one who leaves signs, then the one who takes over; the duty moves with the second signature."""
    handover, case = _loaded(command.handover, repo)
    org = get(repo, Organisation, case.holder, what="org")
    signing = signer(org, act.actor, act.effective_day, dates.acting_days(case.rulebook))
    findings = {gap.finding: get(repo, Finding, gap.finding) for gap in handover.open_gaps}
    return handover.sign(signing, command.ground, command.reason, findings)


def witness_handover(command: wish.WitnessHandover, act: Act, repo: Repository) -> Changes:
    """The discipline organ or the organization department witnesses it."""
    handover, case = _loaded(command.handover, repo)
    body = "discipline" if act.role == "discipline" else "org_dept"
    case.require_organ(act.org, body)
    return handover.witnessed(act.actor, body)


def file_handover(command: wish.FileHandover, act: Act, repo: Repository) -> Changes:
    """The organisation, or the office, files the signed record."""
    handover, case = _loaded(command.handover, repo)
    if act.role == "office":
        case.require_organ(act.org, "office")
    else:
        case.require_holder(act.org)
    return handover.file(command.file_number, command.document_sha256)


def _loaded(id: str, repo: Repository) -> tuple[Handover, Case]:
    handover = get(repo, Handover, id)
    return handover, get(repo, Case, handover.case)
