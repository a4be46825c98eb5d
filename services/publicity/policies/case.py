"""What is noted of cases, and of numbers that must not be published."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from publicity.events.case import CaseTakenUp
from publicity.events.guarded import Guard
from publicity.events.heard import findings, leads, supervision
from publicity.model.case import CaseFile, file_id
from publicity.model.guarded import CATALOGUE, Catalogue, Shelf, shelf_id


def take_up_case(told: Told[findings.CaseOpened], act: Act, repo: Repository) -> Changes:
    """A case was opened."""
    case = told.news
    file = repo.find(CaseFile, file_id(case.case))
    named = case.model_dump(include={"case", "org", "number", "round", "rulebook", "receipt_date"})
    bodies = case.bodies.model_dump(exclude={"dispatching"})
    return file.take_up(CaseTakenUp(file=file.id, **named, **bodies))


def hand_on_case(told: Told[findings.CaseTransferred], act: Act, repo: Repository) -> Changes:
    """Another organisation answers for a case."""
    return repo.find(CaseFile, file_id(told.news.case)).hand_on(told.news.org, told.news.former)


def guard_lead(told: Told[leads.LeadReferred], act: Act, repo: Repository) -> Changes:
    """A lead's number is never published (SOD-06)."""
    return _guard(Guard.LEAD, told.news.round, told.news.number, repo)


def guard_paper(told: Told[findings.WorkingPaperFiled], act: Act, repo: Repository) -> Changes:
    """A working paper's number is never published (SOD-06)."""
    return _guard(Guard.PAPER, told.news.round, told.news.number, repo)


def guard_decision(told: Told[supervision.AccountabilityDecided], act: Act, repo: Repository) -> Changes:
    """A decision is published when it is announced, and not before."""
    decided = told.news
    year = str(decided.decided_on.year)
    if decided.announced:
        return repo.find(Shelf, shelf_id(Guard.CASE, year)).free(decided.decision_no)
    return _guard(Guard.CASE, year, decided.decision_no, repo)


def _guard(kind: Guard, part: str, number: str, repo: Repository) -> Changes:
    return repo.find(Shelf, shelf_id(kind, part)).guard(kind, number, repo.find(Catalogue, CATALOGUE))
