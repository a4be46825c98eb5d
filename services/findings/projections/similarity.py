"""Read models of wordings to compare, and of what people made of pairs of findings."""

from typing import Any

from findings.events.finding import FindingClassified, FindingLinked, FindingRegistered, ImmediateNoticeServed
from findings.events.similarity import SimilarityJudged
from kernel.envelope import Recorded
from kernel.tables import Row, Rows, Table

# Narrow rows: a question about one finding reads all of them.
WORDINGS = Table(
    "wordings",
    ("finding",),
    {"finding": "text", "number": "text", "org": "text", "round": "text", "category": "text", "wording": "text"},
    indexes=(("category",), ("round",)),
)

# Each judgement twice, so that it is found from either finding.
LIKENESSES = Table(
    "likenesses",
    ("finding", "other"),
    {"finding": "text", "other": "text", "likeness": "text", "reason": "text", "judged_by": "text", "judged_at": "text"},
)

TABLES = (WORDINGS, LIKENESSES)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about what findings say or are to each other."""
    match recorded.event:
        case FindingRegistered() as event:
            rows.put(WORDINGS, _worded(event) | {"number": event.number, "category": event.category})
        case ImmediateNoticeServed() as event:
            rows.put(WORDINGS, _worded(event) | {"number": event.number, "category": ""})
        case FindingLinked() as event:
            known = rows.get(WORDINGS, event.finding)
            if known is not None:
                rows.put(WORDINGS, known | _worded(event) | {"category": event.category})
        case FindingClassified() as event if event.category is not None:
            if rows.get(WORDINGS, event.finding) is not None:
                rows.update(WORDINGS, (event.finding,), category=event.category)
        case SimilarityJudged() as event:
            said = {"likeness": event.likeness.value, "reason": event.reason, "judged_by": recorded.actor}
            said |= {"judged_at": recorded.at.isoformat()}
            for one, other in ((event.finding, event.other), (event.other, event.finding)):
                rows.put(LIKENESSES, {"finding": one, "other": other, **said})
        case _:
            return


def _worded(event: FindingRegistered | FindingLinked | ImmediateNoticeServed) -> Row:
    return {"finding": event.finding, "org": event.org, "round": event.round, "wording": event.wording}
