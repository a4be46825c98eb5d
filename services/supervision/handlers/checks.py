"""Verdicts on sign-offs."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Answer, Changes
from supervision.commands.checks import FailSignOffCheck, PassSignOffCheck
from supervision.handlers.organ import judges
from supervision.model.signoff_check import SignOffCheck, check_id
from supervision.model.verifier import HeldPost


class PostsHeld(Answer):
    """All posts that the verifier holds or held."""

    posts: tuple[HeldPost, ...] = ()


def pass_sign_off_check(command: PassSignOffCheck, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The outer verifier confirms."""
    check = get(repo, SignOffCheck, check_id(command.finding), what="销号外部核验 / outer check", shown=command.finding)
    judges(check.case, act, repo)
    return check.give_pass(
        act, _posts(answers), opinion_no=command.opinion_no, overall=command.overall, site_record=command.site_record
    )


def fail_sign_off_check(command: FailSignOffCheck, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The outer verifier rejects."""
    check = get(repo, SignOffCheck, check_id(command.finding), what="销号外部核验 / outer check", shown=command.finding)
    judges(check.case, act, repo)
    return check.give_fail(act, _posts(answers), command.model_dump(exclude={"finding"}))


def _posts(answers: tuple[PostsHeld | None, ...]) -> tuple[HeldPost, ...]:
    held = answers[0]
    return held.posts if held else ()
