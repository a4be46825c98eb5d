"""Verdicts on sign-offs."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Answer, Changes
from supervision.commands.checks import FailSignOffCheck, PassSignOffCheck
from supervision.handlers.organ import judged_case
from supervision.model.case import CaseFile
from supervision.model.signoff_check import SignOffCheck, check_id
from supervision.model.verifier import HeldPost


class PostsHeld(Answer):
    """All posts that the verifier holds or held."""

    posts: tuple[HeldPost, ...] = ()


def pass_sign_off_check(command: PassSignOffCheck, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The outer verifier confirms."""
    check, file = _judged(command.finding, act, repo)
    return check.give_pass(act, _posts(answers), file.holder, command.model_dump(exclude={"finding"}))


def fail_sign_off_check(command: FailSignOffCheck, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The outer verifier rejects."""
    check, file = _judged(command.finding, act, repo)
    return check.give_fail(act, _posts(answers), file.holder, command.model_dump(exclude={"finding"}))


def _judged(finding: str, act: Act, repo: Repository) -> tuple[SignOffCheck, CaseFile]:
    """The check, and its case, in which the acting organ has its role (SOD-12)."""
    check = get(repo, SignOffCheck, check_id(finding), what="销号外部核验 / outer check", shown=finding)
    return check, judged_case(check.case, act, repo)


def _posts(answers: tuple[PostsHeld | None, ...]) -> tuple[HeldPost, ...]:
    held = answers[0]
    return held.posts if held else ()
