"""Who may give an opinion, and on which day it counts as given."""

from collections.abc import Sequence
from datetime import date

import rulebook
from kernel.context import Act
from kernel.messages import Answer
from review.refusals.opinions import LateClaimedTimely, OpinionBeforeReceipt, VerifierHeldPostThere


class HeldPost(Answer):
    """A post in an organisation, as the register answers; `until` is None while it is held."""

    org: str
    person: str = ""
    post: str = ""
    since: date | None = None
    until: date | None = None
    acting: bool = False


def require_outsider(act: Act, posts: Sequence[HeldPost], org: str, book: str) -> None:
    """Go on only for who holds no post in the organisation and held none within the rulebook's window (SOD-01).

    Raises:
        VerifierHeldPostThere.
    """
    rules = rulebook.preset(book)
    for post in posts:
        if post.org != org:
            continue
        until = post.until or act.today
        if act.today <= rulebook.last_day(rules, until, rules.settings.recusal_window.value):
            raise VerifierHeldPostThere(until=until)


def given_on(act: Act, received: date, limit: date | None, rule: str) -> date:
    """The day on which an opinion counts as given: that of its effective time, which nobody types.

    Once the limit has passed it can no longer be dated within it.

    Raises:
        OpinionBeforeReceipt, LateClaimedTimely.
    """
    day = act.effective_day
    if day < received:
        raise OpinionBeforeReceipt(given=day, received=received)
    if limit is not None and day <= limit < act.today:
        raise LateClaimedTimely(rule=rule, due=limit, today=act.today, given=day)
    return day
