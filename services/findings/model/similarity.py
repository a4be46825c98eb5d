"""Which findings look alike, by the pairs of neighbouring characters that their wordings share, and what people make of it."""

import unicodedata
from datetime import datetime
from itertools import pairwise

from findings.events.similarity import Likeness, SimilarityJudged
from findings.model.finding import Finding
from findings.refusals.similarity import JudgedAlready, SameFinding
from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.messages import Changes, Event

Pairs = frozenset[str]

WHOLE = 1000


def pairs(text: str) -> Pairs:
    """The pairs of neighbouring letters and digits of a text.

    Full-width and half-width signs are one, upper and lower case too; what is neither letter nor digit separates nothing:
    `《公务用车管理办法》` and `公务用车 管理办法` have the same pairs. A text of one character is a pair of its own.
    """
    letters = "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())
    return frozenset(map("".join, pairwise(letters))) or frozenset(filter(None, [letters]))


def permille(one: Pairs, other: Pairs) -> int:
    """Dice's coefficient in thousandths, rounded down: 1000 when all pairs are shared, 0 when none is, or a text is empty.

    Exact in whole numbers: the same two texts give the same value everywhere, whichever comes first.
    """
    both = len(one) + len(other)
    return 2 * WHOLE * len(one & other) // both if both else 0


def reachable(one: int, other: int, least: int) -> bool:
    """Whether texts of so many pairs can be alike by at least so many thousandths: what cannot need not be compared."""
    return 2 * WHOLE * min(one, other) >= least * (one + other) if one + other else False


def pair_id(one: str, other: str) -> str:
    """The id under which the comparison of two findings is kept, whichever is named first."""
    return named("similarity", *sorted((one, other)))


class Similarity(Aggregate):
    """What a person made of two findings."""

    KIND = "findings.similarity"
    CALLED = "相似问题认定 / comparison of findings"

    likeness: Likeness | None = None
    reason: str = ""

    def judge(self, found: Finding, other: Finding, likeness: Likeness, reason: str) -> Changes:
        """A person compares them; another judgement later replaces the former, which stays on record.

        Raises:
            SameFinding: it is one finding. JudgedAlready: this is what was judged before, for the same reason.
        """
        if found.id == other.id:
            raise SameFinding(field="other", number=found.number)
        if (self.likeness, self.reason) == (likeness, reason):
            raise JudgedAlready(number=found.number, other=other.number, likeness=likeness)
        judged = SimilarityJudged(
            pair=self.id,
            finding=found.id,
            case=found.case,
            org=found.org,
            other=other.id,
            other_case=other.case,
            other_org=other.org,
            likeness=likeness,
            reason=reason,
            permille=permille(pairs(found.wording), pairs(other.wording)),
            former=self.likeness,
        )
        return [judged]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        match event:
            case SimilarityJudged():
                self.likeness, self.reason = event.likeness, event.reason
