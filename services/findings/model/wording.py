"""The parts of which feedback consists, and that its items belong to the checks it lists."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.events.words import FeedbackItem, SpecialCheck, SupplementState, WordingCorrection
from findings.refusals.feedback import CheckNotListed


class Supplement(Part):
    """A supplement and how far it is."""

    no: int
    state: SupplementState
    drafter: str
    items: tuple[FeedbackItem, ...]
    corrections: tuple[WordingCorrection, ...]
    reason: str
    numbers: tuple[str, ...] = ()
    received_on: date | None = None


class Origin(Part):
    """Round and organisation of a feedback, by id and by code."""

    round: str
    org: str
    round_code: str
    org_code: str


class Content(Part):
    """What feedback says."""

    overall: str
    items: tuple[FeedbackItem, ...]
    special_checks: tuple[SpecialCheck, ...]


def require_listed(items: Sequence[FeedbackItem], checks: Sequence[SpecialCheck]) -> None:
    """Every item that belongs to a special check belongs to one of these.

    Raises:
        CheckNotListed: one does not.
    """
    known = {check.check for check in checks}
    for place, item in enumerate(items, 1):
        if item.special_check and item.special_check not in known:
            raise CheckNotListed(field=f"items.{place - 1}.special_check", n=place, check=item.special_check)
