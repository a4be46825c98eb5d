"""Taking note of a case."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.case import CaseTakenUp
from supervision.events.heard import findings as heard
from supervision.model.case import CaseFile, file_id


def take_up_case(told: Told[heard.CaseOpened], act: Act, repo: Repository) -> Changes:
    """A case was opened: who may judge in it is noted (SOD-12)."""
    case = told.news
    bodies = case.bodies.model_dump(exclude={"dispatching"})
    known = case.model_dump(include={"case", "org", "rulebook", "round", "phase_end"})
    return repo.find(CaseFile, file_id(case.case)).take_up(CaseTakenUp(file=file_id(case.case), **known, **bodies))
