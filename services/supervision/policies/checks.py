"""Sign-offs that arrive."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.signoff_check import SignOffCheckOpened
from supervision.model.signoff_check import SignOffCheck, check_id


def open_check(told: Told[heard.InnerSigned], act: Act, repo: Repository) -> Changes:
    """The organisation signed inside: the outer check is due."""
    signed = told.news
    if not signed.outer:
        return []  # the rulebook wants no outer check of this one
    check = check_id(signed.finding)
    return repo.find(SignOffCheck, check).open(
        SignOffCheckOpened(check=check, **signed.model_dump(exclude={"outer"})),
    )
