"""The published document of a version."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from publicity.events.parts import Difference
from publicity.model.notice.checks import exempted, wholly_exempt
from publicity.model.notice.folding import Folded
from publicity.model.notice.words import ExemptionState, Version

FORMAT = "rectify-notice-1"


def document_of(
    notice: Folded, version: Version, day: date, until: date, corrected: int | None, changed: Sequence[Difference]
) -> dict[str, Any]:
    """The content of the published document: without what is exempted, and with how much that is and on which grounds."""
    content, left_out, whole = version.content, exempted(version), wholly_exempt(version)
    grounds = sorted({one.ground for one in version.exemptions if one.state is ExemptionState.CONSENTED})
    head: dict[str, Any] = {
        "format": FORMAT,
        "number": content.number,
        "organisation": content.org_name,
        "case": notice.case,
        "org": notice.org,
        "scope": notice.scope.value,
        "version": version.version,
        "approval": version.approval_no,
        "published_on": day.isoformat(),
        "feedback_until": until.isoformat(),
        "channels": [channel.model_dump(mode="json") for channel in content.channels],
        "exempted": {"findings": len(left_out), "whole": whole, "grounds": grounds},
        "corrects": corrected,
        "differences": [one.model_dump() for one in changed],
    }
    if whole:
        return head
    return head | {
        "report": {"kind": content.report_kind.value, "version": content.report_version, "sha256": content.report_sha256},
        "basis": content.basis,
        "arrangements": content.organisation,
        "figures": content.figures.model_dump(),
        "results": [
            {"number": one.number, "wording": one.wording, "state": one.state, "account": one.account}
            for one in content.results
            if one.finding not in left_out
        ],
        "next_steps": content.next_steps,
        "text": content.text,
    }
