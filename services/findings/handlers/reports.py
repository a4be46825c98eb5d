"""Commands about reports: load, decide, return."""

from findings.commands.reports import AcceptReport, DraftReport, EndorseReport, SendBackReport, SubmitReport
from findings.events.reports import ReportKind
from findings.model import dates
from findings.model.case import Case
from findings.model.organisation import Organisation
from findings.model.registers import EntryState, Register, RegisterKind
from findings.model.reports import Report, Results, scope_of
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def draft_report(command: DraftReport, act: Act, repo: Repository) -> Changes:
    """A version with its numbers from the record."""
    case, report = _report(command, repo)
    case.require_holder(act.org)
    results = _results(case, command, repo)
    words = (command.kind, command.special_check, command.leading, command.accounts, command.document_sha256, command.correction)
    return report.draft(case, results, *words, act)


def endorse_report(command: EndorseReport, act: Act, repo: Repository) -> Changes:
    """The serving principal signs for its truth (R-137)."""
    case, report = _report(command, repo)
    holder = get(repo, Organisation, case.holder, what="org")
    holder.require_principal(act.actor, act.effective_day, dates.acting_days(case.rulebook))
    return report.endorse(case, act.actor, command.text)


def submit_report(command: SubmitReport, act: Act, repo: Repository) -> Changes:
    """It goes to its addressee; with the progress report the case is under review."""
    case, report = _report(command, repo)
    case.require_holder(act.org)
    submitted = report.submit(case, command.addressee, act)
    return [*submitted, *(case.progress_submitted(report.id) if command.kind is ReportKind.PROGRESS else [])]


def accept_report(command: AcceptReport, act: Act, repo: Repository) -> Changes:
    """The addressee accepts it; with the final report the case is completed (R-16)."""
    case, report = _report(command, repo)
    changes = report.accept(case, act.org, command.opinion, act.effective_day)
    if command.kind is ReportKind.FINAL:
        changes += case.complete(report.id, act.effective_day)
    return changes


def send_back_report(command: SendBackReport, act: Act, repo: Repository) -> Changes:
    """The addressee wants a new version."""
    case, report = _report(command, repo)
    return report.send_back(case, act.org, command.opinion, command.reason)


def _results(case: Case, command: DraftReport, repo: Repository) -> Results:
    """What the registers hold: of the whole case, or for a special check of its findings only."""
    scope = (
        {"", *case.findings} if command.kind is not ReportKind.SPECIAL else set(scope_of(case, command.kind, command.special_check))
    )
    books = {kind: repo.find(Register, kind.of(case.id)).entries for kind in RegisterKind}
    sums = {
        kind: sum(entry.amount for entry in entries if entry.state is EntryState.RECORDED and entry.finding in scope)
        for kind, entries in books.items()
    }
    return Results(reforms=sums[RegisterKind.REFORM], money_fen=sums[RegisterKind.MONEY], people=sums[RegisterKind.PEOPLE])


def _report(
    command: DraftReport | EndorseReport | SubmitReport | AcceptReport | SendBackReport, repo: Repository
) -> tuple[Case, Report]:
    case = get(repo, Case, command.case)
    return case, repo.find(Report, named("report", case.id, command.kind, command.special_check))
