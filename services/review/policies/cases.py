"""What review notes when findings tells of a case."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from review.events.case import CaseTakenUp
from review.events.heard import findings as heard
from review.model.case import CaseFile, file_id
from review.model.leadership import Leadership, leadership_id


def take_up_case(told: Told[heard.CaseOpened], act: Act, repo: Repository) -> Changes:
    """A case was opened: who acts in it, and that the organisation answers for it (SOD-12)."""
    news, file = told.news, repo.find(CaseFile, file_id(told.news.case))
    known = news.model_dump(exclude={"bodies"})
    taken = file.take_up(CaseTakenUp(file=file.id, **known, **news.bodies.model_dump()))
    return [*taken, *_leadership(news.org, repo).enter(news.org, news.case, news.bodies.org_dept, news.rulebook)]


def leave_closed_case(told: Told[heard.CaseClosed], act: Act, repo: Repository) -> Changes:
    """A case is closed: talks need not raise it any more."""
    return _leadership(told.news.org, repo).leave(told.news.case)


def enter_reopened_case(told: Told[heard.CaseReopened], act: Act, repo: Repository) -> Changes:
    """A closed case is open again."""
    news, file = told.news, repo.find(CaseFile, file_id(told.news.case))
    return _leadership(news.org, repo).enter(news.org, news.case, file.bodies["org_dept"], file.rulebook) if file.exists else []


def move_case(told: Told[heard.CaseTransferred], act: Act, repo: Repository) -> Changes:
    """After a merger another organisation answers for the case, unless it was closed."""
    news, file = told.news, repo.find(CaseFile, file_id(told.news.case))
    moved, left = file.move(news.org), _leadership(news.former, repo).leave(news.case)
    successor = _leadership(news.org, repo)
    return [*moved, *left, *(successor.enter(news.org, news.case, file.bodies["org_dept"], file.rulebook) if left else [])]


def end_phase(told: Told[heard.ConcentratedPhaseEnded], act: Act, repo: Repository) -> Changes:
    """The concentrated phase ended: the supervision report may be handed in (R-41)."""
    return repo.find(CaseFile, file_id(told.news.case)).end_phase(told.news.phase_end)


def _leadership(org: str, repo: Repository) -> Leadership:
    return repo.find(Leadership, leadership_id(org))
