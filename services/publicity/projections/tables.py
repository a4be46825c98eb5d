"""Read models: each row is what the aggregate is after the fact; cases with who may read what is not published."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from publicity.events.case import CaseHandedOn, CaseTakenUp
from publicity.events.disclosure import ConfidentialityReviewed, DisclosurePublished, NoticeApproved, NoticeProved, OfNotice
from publicity.events.survey import OfSurvey, SurveyTokenSpent
from publicity.events.typical import OfTypicalCase, TypicalCaseProposed, TypicalCaseSuggested
from publicity.model.notice import Notice
from publicity.model.survey import Survey
from publicity.model.typical import TypicalCase

CASES = Table(
    "publicity_cases",
    ("case_id",),
    {"case_id": "text", "org": "text", "number": "text", "bodies": "json"},
)

NOTICES = Table(
    "notices",
    ("notice",),
    {
        "notice": "text",
        "case_id": "text",
        "org": "text",
        "number": "text",
        "scope": "text",
        "version": "int",
        "state": "text",
        "published_version": "int",
        "published_on": "text",
        "differs": "bool",
        "whole": "json",
    },
    indexes=(("case_id",), ("org",), ("scope", "state"), ("number", "scope")),
)

PROOFS = Table(
    "notice_proofs",
    ("notice", "version"),
    {"notice": "text", "version": "int", "reviewed": "int", "approved": "int", "published": "int", "wanted": "bool"},
    indexes=(("wanted",),),
)

TYPICAL_CASES = Table(
    "typical_cases",
    ("typical",),
    {
        "typical": "text",
        "case_id": "text",
        "org": "text",
        "number": "text",
        "scope": "text",
        "state": "text",
        "published_on": "text",
        "whole": "json",
    },
    indexes=(("number",), ("case_id",), ("scope", "state")),
)

SURVEYS = Table(
    "surveys",
    ("survey",),
    {
        "survey": "text",
        "case_id": "text",
        "org": "text",
        "number": "text",
        "title": "text",
        "state": "text",
        "closed_on": "text",
        "spent": "int",
        "whole": "json",
    },
    indexes=(("number",), ("case_id",), ("state",)),
)


def cases(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a case."""
    match recorded.event:
        case CaseTakenUp() as event:
            bodies = sorted({event.leading_group, event.office, event.discipline, event.org_dept, event.publicity or ""} - {""})
            rows.put(CASES, {"case_id": event.case, "org": event.org, "number": event.number, "bodies": bodies})
        case CaseHandedOn() as event:
            rows.update(CASES, (event.case,), org=event.org)


def notices(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a notice."""
    match recorded.event:
        case OfNotice() as event:
            known = rows.get(NOTICES, event.notice)
            before = Notice(id=event.notice) if known is None else Notice.model_validate(known["whole"])
            rows.put(NOTICES, _notice(before.fold(event, recorded.effective)))


def proofs(recorded: Recorded[Any], rows: Rows) -> None:
    """Where the facts stand that prove a publication, and whether its proof is still wanted."""
    match recorded.event:
        case ConfidentialityReviewed(approves=str(approves)) as event if approves:
            _place(rows, event, reviewed=recorded.position)
        case NoticeApproved(approves=str(approves)) as event if approves:
            _place(rows, event, approved=recorded.position)
        case DisclosurePublished(content=str(content)) as event if content:
            known = rows.get(PROOFS, event.notice, event.version) or {}
            # What was approved before approvals named what they approve of cannot be proved.
            wanted = bool(known.get("reviewed") and known.get("approved"))
            _place(rows, event, published=recorded.position, wanted=wanted)
        case NoticeProved() as event:
            _place(rows, event, wanted=False)


def _place(rows: Rows, event: OfNotice, **columns: Any) -> None:
    fresh = {"notice": event.notice, "version": event.version, "reviewed": 0, "approved": 0, "published": 0, "wanted": False}
    rows.put(PROOFS, {**(rows.get(PROOFS, event.notice, event.version) or fresh), **columns})


def typical_cases(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a typical case."""
    match recorded.event:
        case TypicalCaseSuggested() as event:
            rows.put(TYPICAL_CASES, _suggested(event))
        case OfTypicalCase() as event:
            if isinstance(event, TypicalCaseProposed) and event.suggestion is not None:
                rows.delete(TYPICAL_CASES, event.suggestion)
            known = rows.get(TYPICAL_CASES, event.typical)
            before = TypicalCase(id=event.typical) if known is None else TypicalCase.model_validate(known["whole"])
            rows.put(TYPICAL_CASES, _typical(before.fold(event, recorded.effective)))


def surveys(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a survey; of the tokens a row keeps how many were used, not which."""
    match recorded.event:
        case SurveyTokenSpent() as event:
            known = rows.get(SURVEYS, event.survey)
            if known is not None:
                rows.update(SURVEYS, (event.survey,), spent=known["spent"] + 1)
        case OfSurvey() as event:
            known = rows.get(SURVEYS, event.survey)
            before = Survey(id=event.survey) if known is None else Survey.model_validate(known["whole"])
            after = before.fold(event, recorded.effective)
            rows.put(SURVEYS, _survey(after, known["spent"] if known else 0))


def _notice(found: Notice) -> dict[str, Any]:
    newest, published = found.newest, found.published
    return {
        "notice": found.id,
        "case_id": found.case,
        "org": found.org,
        "number": newest.content.number,
        "scope": found.scope.value,
        "version": newest.version,
        "state": newest.state.value,
        "published_version": published.version if published else 0,
        "published_on": published.published_on.isoformat() if published and published.published_on else "",
        "differs": bool(published and published.differs),
        "whole": found.model_dump(mode="json"),
    }


def _suggested(event: TypicalCaseSuggested) -> dict[str, Any]:
    """A suggestion stands in the list, without a number or track, until somebody proposes what it asks for."""
    return {
        "typical": event.suggestion,
        "case_id": event.case,
        "org": event.org,
        "number": "",
        "scope": "",
        "state": "SUGGESTED",
        "published_on": "",
        "whole": {"title": event.title},
    }


def _typical(found: TypicalCase) -> dict[str, Any]:
    return {
        "typical": found.id,
        "case_id": found.case,
        "org": found.org,
        "number": found.number,
        "scope": found.scope.value,
        "state": found.state.value,
        "published_on": found.published_on.isoformat() if found.published_on else "",
        "whole": found.model_dump(mode="json"),
    }


def _survey(found: Survey, spent: int) -> dict[str, Any]:
    return {
        "survey": found.id,
        "case_id": found.case,
        "org": found.org,
        "number": found.number,
        "title": found.title,
        "state": found.state.value,
        "closed_on": found.closed_on.isoformat() if found.closed_on else "",
        "spent": spent,
        "whole": found.model_copy(update={"tokens": {}}).model_dump(mode="json"),
    }
