"""Look-backs."""

from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Answer, Changes
from supervision.commands.look_back import DrawLookBack, RecordLookBackResult, ReopenByLookBack, ReportLookBack
from supervision.events.look_back import Outcome
from supervision.events.words import Ground
from supervision.handlers.organ import judged_case, judges
from supervision.model.case import CaseFile, file_id
from supervision.model.look_back import LookBack
from supervision.model.look_back_draw import LookBackDraw, Order
from supervision.model.signed_off import RoundRoll, SignedOffRoll, case_roll_id, round_roll_id


class FindingStanding(Answer):
    """What the findings service answers about a finding right now."""

    finding: str
    case: str
    org: str
    rulebook: str
    state: str


def reopen_by_look_back(
    command: ReopenByLookBack, act: Act, repo: Repository, answers: tuple[FindingStanding | None, ...]
) -> Changes:
    """A look-back overturns a sign-off; what the finding is right now, its owner says."""
    (standing,) = answers
    if standing is not None:
        judges(standing.case, act, repo)
    look_back = repo.find(LookBack, act.new_id("look-back"))
    return look_back.reopen(
        act,
        finding=command.finding,
        case=standing.case if standing else "",
        org=standing.org if standing else "",
        book=standing.rulebook if standing else "",
        state=standing.state if standing else "unknown",
        ground=command.ground,
        defect=command.defect,
        reason=command.reason,
        decision=command.decision,
        evidence=command.evidence,
    )


def draw_look_back(command: DrawLookBack, act: Act, repo: Repository) -> Changes:
    """Findings are drawn from the cases named, or from all cases of the round in which this organ judges (SOD-12)."""
    cases = tuple(dict.fromkeys(judged_case(case, act, repo).case for case in command.cases)) or _judged(command.round, act, repo)
    population = [one for case in cases for one in repo.find(SignedOffRoll, case_roll_id(case)).drawable(act.effective_day)]
    order = Order(**{**command.model_dump(), "cases": cases})
    return repo.find(LookBackDraw, named("lookback", command.number)).draw(order, population, act)


def record_look_back_result(
    command: RecordLookBackResult, act: Act, repo: Repository, answers: tuple[FindingStanding | None, ...]
) -> Changes:
    """A visit's result; one that overturns reopens the finding as any look-back does."""
    draw = get(repo, LookBackDraw, command.lookback)
    judges(draw.item(command.finding).case, act, repo)
    if command.outcome is Outcome.HOLDS:
        return draw.holds(command.finding, command.note, command.evidence, act)
    visited = draw.overturned(command.finding, act.new_id("look-back"), command.note, command.defect, act)
    reopening = ReopenByLookBack(
        **command.model_dump(exclude={"lookback", "outcome", "note"}), reason=command.note, ground=Ground.LOOK_BACK
    )
    return [*visited, *reopen_by_look_back(reopening, act, repo, answers)]


def report_look_back(command: ReportLookBack, act: Act, repo: Repository) -> Changes:
    """The report on a look-back, given by the organ of one of its cases."""
    draw = get(repo, LookBackDraw, command.lookback)
    first = next(iter(draw.items.values()))
    book = judged_case(first.case, act, repo).rulebook
    return draw.report(command.summary, command.document_sha256, book, act)


def _judged(round: str, act: Act, repo: Repository) -> tuple[str, ...]:
    """Cases of the round in which the acting organ has its role; those of its own are left out (SOD-12)."""
    files = (repo.find(CaseFile, file_id(case)) for case in repo.find(RoundRoll, round_roll_id(round)).cases)
    return tuple(file.case for file in files if file.judged_by(act))
