"""What becomes of demands."""

from collections.abc import Iterator, Mapping

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from supervision.commands.report_reviews import AnswerDemand, CloseDemand
from supervision.handlers.organ import judges
from supervision.model.case import CaseFile, file_id
from supervision.model.demand import Demand, demand_id


def answer_demand(command: AnswerDemand, act: Act, repo: Repository) -> Changes:
    """The inspected organisation answers."""
    demand = get(repo, Demand, command.demand)
    holder = repo.find(CaseFile, file_id(demand.case)).holder
    return demand.answer(act, holder or demand.org, command.note, command.evidence)


def close_demand(command: CloseDemand, act: Act, repo: Repository) -> Changes:
    """The organ that made it is satisfied."""
    demand = get(repo, Demand, command.demand)
    judges(demand.case, act, repo)
    return demand.close(act, command.note)


def settled(review: str, earlier: Mapping[int, int], opinion_no: str, act: Act, repo: Repository) -> Changes:
    """A version was accepted: what earlier ones (version to number of demands) were asked and answered is closed."""
    return [change for demand in _demands(review, earlier, repo) for change in demand.settled_by(act, opinion_no)]


def _demands(review: str, earlier: Mapping[int, int], repo: Repository) -> Iterator[Demand]:
    for version, count in sorted(earlier.items()):
        for no in range(1, count + 1):
            yield repo.find(Demand, demand_id(review, version, no))
