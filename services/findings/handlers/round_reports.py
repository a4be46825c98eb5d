"""Commands about reports on a round: load, decide, return."""

from findings.commands import round_reports as wish
from findings.events.round_reports import RoundFigures
from findings.model import dates
from findings.model.round import Round
from findings.model.round_reports import RoundReport
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.errors import NotFound
from kernel.messages import Answer, Changes


class Figures(Answer):
    """The figures of a round as they stand."""

    figures: RoundFigures


def submit_round_report(
    command: wish.SubmitRoundReport, act: Act, repo: Repository, answers: tuple[Figures | None, ...] = ()
) -> Changes:
    """The office reports the round with the figures that it shows at this moment."""
    inspected = get(repo, Round, command.round)
    inspected.require_organ("office", act.org)
    (shown,) = answers
    if shown is None:
        raise NotFound(what=Round.CALLED, id=inspected.code)
    book, found = dates.binding(inspected.rulebook, act.effective_day), named("round_report", command.number)
    report = repo.find(RoundReport, found)
    return report.submit(command.number, inspected, shown.figures, command.document_sha256, book, act.effective_day)


def receive_round_report(command: wish.ReceiveRoundReport, act: Act, repo: Repository) -> Changes:
    """Party committee or leading group takes it."""
    return get(repo, RoundReport, command.round_report).receive(act)
