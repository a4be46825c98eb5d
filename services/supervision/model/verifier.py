"""Who may verify for an organisation (SOD-01)."""

from collections.abc import Sequence
from datetime import date

import rulebook
from kernel.context import Act
from kernel.messages import Answer
from supervision.refusals.verdicts import VerifierHeldPost


class HeldPost(Answer):
    """A post that the verifier holds (`until` is None) or held until a day."""

    org: str
    until: date | None = None


def require_outsider(act: Act, posts: Sequence[HeldPost], org: str, book: str) -> None:
    """Go on only for who holds no post in the organisation and held none within the window of the rulebook (SOD-01).

    Raises:
        VerifierHeldPost.
    """
    rules = rulebook.preset(book)
    for post in posts:
        if post.org != org:
            continue
        until = post.until or act.today
        if act.today <= rulebook.last_day(rules, until, rules.settings.recusal_window.value):
            raise VerifierHeldPost(until=until)
