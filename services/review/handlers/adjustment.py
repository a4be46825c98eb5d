"""Adjustments of posts."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from review.commands.adjustment import DecideAdjustment, ProposeAdjustment, RespondToAdjustment
from review.events.adjustment import AdjustmentPutForward
from review.events.words import Origin
from review.handlers.organ import judged
from review.model.adjustment import Adjustment, Ruling
from review.model.case import CaseFile, file_id
from review.model.leadership import Leadership, leadership_id


def propose_adjustment(command: ProposeAdjustment, act: Act, repo: Repository) -> Changes:
    """Somebody asks that a post be adjusted (R-72)."""
    proposal = act.new_id("adjustment")
    book = get(repo, CaseFile, file_id(command.case), shown=command.case).rulebook if command.case else ""
    put = AdjustmentPutForward(
        proposal=proposal,
        **command.model_dump(),
        origin=Origin.OWN,
        proposed_on=act.effective_day,
        proposer=act.actor,
        rulebook=book,
    )
    return repo.find(Adjustment, proposal).put_forward(put)


def decide_adjustment(command: DecideAdjustment, act: Act, repo: Repository) -> Changes:
    """The department adjusts the post, or says why not."""
    adjustment = get(repo, Adjustment, command.proposal)
    if adjustment.case:
        judged(adjustment.case, act, repo)
    repo.find(Leadership, leadership_id(adjustment.org)).require_department(act, adjustment.org)
    return adjustment.decide(act, Ruling(**command.model_dump(exclude={"proposal"})))


def respond_to_adjustment(command: RespondToAdjustment, act: Act, repo: Repository) -> Changes:
    """The subject has a word to say."""
    return get(repo, Adjustment, command.proposal).respond(act, command.text)
