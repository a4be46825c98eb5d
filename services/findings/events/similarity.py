"""Facts about two findings that look alike, as a person judged them."""

from enum import StrEnum

from kernel.messages import Event, Ref


class Likeness(StrEnum):
    """What a person made of two findings: the same thing, related ones, or different ones."""

    SAME = "same"
    RELATED = "related"
    DIFFERENT = "different"


class SimilarityJudged(Event):
    """A person compared two findings; it stands in the history of both. The measure only suggested, by `permille`.

    `case`, `org` are those of `finding`, `other_case`, `other_org` those of `other`; `permille` is the measure's value at
    that moment, 1000 for wordings with the same pairs of characters.
    """

    TOPIC = "findings.similarity.judged.v1"
    STREAM = "pair"

    pair: Ref
    finding: Ref
    case: Ref
    org: Ref
    other: Ref
    other_case: Ref
    other_org: Ref
    likeness: Likeness
    reason: str
    permille: int
    former: Likeness | None = None
