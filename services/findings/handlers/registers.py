"""Commands about the registers of results: load, decide, return."""

from findings.commands import registers as wish
from findings.model.case import Case
from findings.model.registers import RegisterKind, may_write, register
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes

# Who besides the organisation itself may say that an entry is wrong.
CORRECTING = ("discipline", "office")


def record_reform(command: wish.RecordReform, act: Act, repo: Repository) -> Changes:
    """A rule was repealed, amended or adopted."""
    case = _written(command.case, act, repo)
    day, book = command.day or act.effective_day, register(repo, RegisterKind.REFORM, case.id)
    return book.record_reform(case, command.finding, command.action, command.title, day, command.document_sha256, act.today)


def withdraw_reform(command: wish.WithdrawReform, act: Act, repo: Repository) -> Changes:
    """An entry no longer counts."""
    case = _written(command.case, act, repo, *CORRECTING)
    return register(repo, RegisterKind.REFORM, case.id).withdraw_reform(case, command.entry, command.reason)


def record_money(command: wish.RecordMoney, act: Act, repo: Repository) -> Changes:
    """Money was recovered."""
    case = _written(command.case, act, repo)
    day, book = command.day or act.effective_day, register(repo, RegisterKind.MONEY, case.id)
    return book.record_money(case, command.finding, command.kind, command.fen, day, command.evidence_sha256, act.today)


def withdraw_money(command: wish.WithdrawMoney, act: Act, repo: Repository) -> Changes:
    """An entry no longer counts."""
    case = _written(command.case, act, repo, *CORRECTING)
    return register(repo, RegisterKind.MONEY, case.id).withdraw_money(case, command.entry, command.reason)


def record_people(command: wish.RecordPeople, act: Act, repo: Repository) -> Changes:
    """People were dealt with, by the organisation, the discipline organ or the organization department."""
    case = _written(command.case, act, repo, "discipline", "org_dept")
    day, book = command.day or act.effective_day, register(repo, RegisterKind.PEOPLE, case.id)
    return book.record_people(case, command.finding, command.measure, command.people, day, command.evidence_sha256, act.today)


def withdraw_people(command: wish.WithdrawPeople, act: Act, repo: Repository) -> Changes:
    """An entry no longer counts."""
    case = _written(command.case, act, repo, *CORRECTING, "org_dept")
    return register(repo, RegisterKind.PEOPLE, case.id).withdraw_people(case, command.entry, command.reason)


def _written(id: str, act: Act, repo: Repository, *bodies: str) -> Case:
    """The case, whose registers the actor may write."""
    case = get(repo, Case, id)
    may_write(case, act, *bodies)
    return case
