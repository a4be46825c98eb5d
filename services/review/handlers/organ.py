"""Who may act, asked before a decision is taken."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Answer
from review.model.case import CaseFile, file_id
from review.model.reviewer import HeldPost


class PostsHeld(Answer):
    """Posts as the register knows them."""

    posts: tuple[HeldPost, ...] = ()


def judged(case: str, act: Act, repo: Repository) -> CaseFile:
    """The case, in which the acting organ must have its role (SOD-12).

    Raises:
        NotFound, NotOrganOfThisCase.
    """
    file = get(repo, CaseFile, file_id(case), shown=case)
    file.require_organ(act)
    return file


def posts(answers: tuple[PostsHeld | None, ...]) -> tuple[HeldPost, ...]:
    """The posts that the register named, none where it knew nothing."""
    return tuple(post for held in answers if held is not None for post in held.posts)
