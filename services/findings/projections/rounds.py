"""Read models of rounds and of feedback: each row is what the aggregate is after the fact."""

from typing import Any

from findings.events.feedback import OfFeedback
from findings.events.round import OfRound, WorkingPaperFiled
from findings.events.words import Bodies
from findings.model.feedback import Feedback
from findings.model.round import Round
from kernel.context import named
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

ROUNDS = Table(
    "rounds",
    ("round",),
    {
        "round": "text",
        "code": "text",
        "title": "text",
        "kind": "text",
        "state": "text",
        "orgs": "int",
        "opened": "int",
        "closed": "int",
        "whole": "json",
    },
    indexes=(("code",), ("state",)),
)

# Which organs act in a round, in whichever role.
ROUND_BODIES = Table("round_bodies", ("round", "org"), {"round": "text", "org": "text"}, indexes=(("org",),))

FEEDBACK = Table(
    "feedback",
    ("feedback",),
    {
        "feedback": "text",
        "round": "text",
        "org": "text",
        "number": "text",
        "state": "text",
        "findings": "int",
        "meeting_on": "text",
        "received_on": "text",
        "whole": "json",
    },
    indexes=(("round",), ("org",), ("number",)),
)

# Working papers by reference: number and hash, never what they say.
PAPERS = Table(
    "working_papers",
    ("paper",),
    {"paper": "text", "round": "text", "org": "text", "number": "text", "sha256": "text", "filer": "text", "filed_at": "text"},
    indexes=(("round", "org", "number"),),
)

TABLES = (ROUNDS, ROUND_BODIES, FEEDBACK, PAPERS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a round or feedback."""
    match recorded.event:
        case OfRound() as event:
            known = rows.get(ROUNDS, event.round)
            before = _before(Round, event.round, known)
            bodies = before.bodies
            after = before.fold(event, recorded.effective)
            rows.put(ROUNDS, _round(after))
            if after.bodies != bodies:
                _acting(after, bodies, rows)
            if isinstance(event, WorkingPaperFiled):
                rows.put(PAPERS, _paper(event, recorded))
        case OfFeedback() as event:
            known = rows.get(FEEDBACK, event.feedback)
            rows.put(FEEDBACK, _feedback(_before(Feedback, event.feedback, known).fold(event, recorded.effective)))


def _before[A: (Round, Feedback)](kind: type[A], id: str, row: dict[str, Any] | None) -> A:
    return kind(id=id) if row is None else kind.model_validate(row["whole"])


def _round(found: Round) -> dict[str, Any]:
    return {
        "round": found.id,
        "code": found.code,
        "title": found.title,
        "kind": found.kind.value,
        "state": found.state.value,
        "orgs": len(found.orgs),
        "opened": sum(bool(o.case) for o in found.orgs.values()),
        "closed": sum(o.closed for o in found.orgs.values()),
        "whole": found.model_dump(mode="json"),
    }


def _acting(found: Round, former: Bodies | None, rows: Rows) -> None:
    named_before, named_now = (set(filter(None, dict(b).values())) if b else set() for b in (former, found.bodies))
    for org in named_before - named_now:
        rows.delete(ROUND_BODIES, found.id, org)
    for org in named_now:
        rows.put(ROUND_BODIES, {"round": found.id, "org": org})


def _paper(event: WorkingPaperFiled, recorded: Recorded[Any]) -> dict[str, Any]:
    return {
        "paper": named("working-paper", event.round, event.org, event.number),
        **event.model_dump(include={"round", "org", "number", "sha256"}),
        "filer": recorded.actor,
        "filed_at": recorded.effective.isoformat(),
    }


def _feedback(found: Feedback) -> dict[str, Any]:
    return {
        "feedback": found.id,
        "round": found.round,
        "org": found.org,
        "number": f"{found.round_code}/{found.org_code}",
        "state": found.state.value if found.state else "",
        "findings": len(found.items) + sum(len(s.numbers) for s in found.supplements),
        "meeting_on": found.meeting_on.isoformat() if found.meeting_on else "",
        "received_on": found.received_on.isoformat() if found.received_on else "",
        "whole": found.model_dump(mode="json"),
    }
