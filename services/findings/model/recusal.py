"""Recusal: nobody verifies what an organisation did in which they hold, or held within a window, a post (SOD-01)."""

from datetime import date

from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.refusals.signoff import Recused
from rulebook import last_day, preset


def require_impartial(person: str, org: Organisation, rulebook: str, number: str, day: date) -> None:
    """The person must not have to step aside.

    Args:
        person: the verifier.
        org: the organisation whose finding it is.
        rulebook: reference of the case's rulebook, which holds the window (a configurable default).
        number: the finding's, for the refusal.
        day: the day of the check.

    Raises:
        Recused: the register knows a post, held now or until within the window.
    """
    book = preset(rulebook)
    for post in org.posts:
        if post.person != person:
            continue
        if post.until is None or day < post.until:
            raise Recused(number=number, why=f"holds the post {post.post} there", why_zh=f"现任该党组织 {post.post}")
        if day <= last_day(book, post.until, book.settings.recusal_window.value):
            ended = post.until.isoformat()
            raise Recused(
                number=number,
                why=f"held the post {post.post} there until {ended}",
                why_zh=f"曾任该党组织 {post.post}，{ended} 离任",
            )


def require_undeclared(person: str, inspected: Round, orgs: set[str], number: str) -> None:
    """Nobody who stepped aside from an organisation in its round verifies its findings: a declared interest stays one.

    Raises:
        Recused: the person's recusal was stated when recusals were examined.
    """
    stated = {recusal.org for recusal in inspected.recusals if recusal.person == person}
    for org in orgs:
        if org in stated or inspected.stays_away(person, org):
            # The ground may tell of kin: it stays where it was declared.
            raise Recused(number=number, why="stepped aside in this round", why_zh="本轮次已申明回避")
