"""I14: of one version of a notice, who drafted, reviewed and approved are three persons (SOD-09)."""

from collections.abc import Iterable
from typing import Any

from kernel.aggregates import Repository
from kernel.envelope import Flaw, Recorded
from kernel.tables import Rows
from publicity.events.disclosure import ConfidentialityReviewed, NoticeApproved, NoticeDrafted


def duties_separate(rows: Rows, repo: Repository, events: Iterable[Recorded[Any]]) -> tuple[int, list[Flaw]]:
    """I14, told from the facts alone and not from the code that decided (SOD-09)."""
    drafted: dict[tuple[str, int], str] = {}
    reviewed: dict[tuple[str, int], str] = {}
    checked, flaws = 0, []
    for recorded in events:
        match recorded.event:
            case NoticeDrafted() as draft:
                drafted[draft.notice, draft.version] = draft.drafter
            case ConfidentialityReviewed() as review:
                reviewed[review.notice, review.version] = review.reviewer
            case NoticeApproved() as approval:
                checked += 1
                key = approval.notice, approval.version
                persons = [drafted.get(key), reviewed.get(key), approval.approver]
                if None in persons or len(set(persons)) < len(persons):
                    why = f"version {approval.version} of {approval.notice} was not drafted, reviewed and approved by three persons"
                    flaws.append(Flaw(recorded.position, recorded.aggregate, "sod-09", why))
    return checked, flaws
