"""The schemes and the evaluations as they stand."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import evaluation as told
from supervision.model.evaluation import State

SCHEMES = Table(
    name="schemes",
    key=("scheme", "scheme_version"),
    columns={
        "scheme": "text",
        "scheme_version": "int",
        "code": "text",
        "title": "text",
        "rulebook": "text",
        "indicators": "json",
        "vetoes": "json",
        "thresholds": "json",
        "satisfaction": "text",
        "document_sha256": "text",
        "owner": "text",
        "fixed_on": "text",
    },
    indexes=[("code", "scheme_version"), ("owner",)],
)

EVALUATIONS = Table(
    name="evaluations",
    key=("evaluation",),
    columns={
        "evaluation": "text",
        "number": "text",
        "case_id": "text",
        "org": "text",
        "state": "text",
        "scheme": "text",
        "scheme_version": "int",
        "due": "text",
        "opened_on": "text",
        "ratings": "json",
        "self_total": "int",
        "materials": "text",
        "site_record": "text",
        "survey": "text",
        "answers": "int",
        "satisfied_permille": "int",
        "survey_counted": "bool",
        "deductions": "json",
        "vetoes": "json",
        "score": "int",
        "grade": "text",
        "evaluator": "text",
        "cosigner": "text",
        "disposal": "text",
        "reason": "text",
        "opinion": "text",
        "heard_on": "text",
        "approval": "text",
        "approved_on": "text",
        "uses": "json",
        "position": "int",
    },
    indexes=[("case_id",), ("org",), ("state",), ("number",)],
)

TABLES = [SCHEMES, EVALUATIONS]

_EMPTY = (
    "materials",
    "site_record",
    "survey",
    "grade",
    "evaluator",
    "cosigner",
    "disposal",
    "reason",
    "opinion",
    "heard_on",
    "approval",
    "approved_on",
)


def evaluations(recorded: Recorded[Any], rows: Rows) -> None:
    """Schemes, and evaluations by them."""
    event = recorded.event
    match event:
        case told.SchemeFixed():
            _fix(event, recorded, rows)
        case told.EvaluationOpened():
            _open(event, recorded, rows)
        case told.SelfAssessed():
            ratings = [rating.model_dump() for rating in event.ratings]
            _step(rows, recorded, State.SELF_ASSESSMENT, ratings=ratings, self_total=event.total)
        case told.MaterialChecked():
            _step(rows, recorded, State.MATERIAL_CHECK, materials=event.note)
        case told.SiteVisited():
            _step(rows, recorded, State.ON_SITE, site_record=event.record_sha256)
        case told.SurveyCounted():
            taken = {"survey": event.survey, "answers": event.answers, "survey_counted": event.counted}
            share = event.satisfied_permille if event.counted else None
            _change(rows, recorded, **taken, satisfied_permille=share)
        case told.EvaluationCosigned():
            _change(rows, recorded, cosigner=event.cosigner)
        case told.EvaluationScored():
            said = {"score": event.score, "grade": event.grade, "evaluator": event.evaluator, "vetoes": list(event.vetoes)}
            deductions = [deduction.model_dump() for deduction in event.deductions]
            _step(rows, recorded, State.SCORED, deductions=deductions, **said)
        case told.GradeProposed():
            _step(rows, recorded, State.GRADE_PROPOSED, disposal=event.disposal, reason=event.reason, opinion="")
        case told.EvaluationAnswered():
            _change(rows, recorded, opinion=event.opinion)
        case told.EvaluationHeard():
            _step(rows, recorded, State.HEARD, heard_on=event.heard_on.isoformat())
        case told.EvaluationSentBack():
            _step(rows, recorded, State.SCORED, disposal="", heard_on="")
        case told.EvaluationApproved():
            _step(rows, recorded, State.APPROVED, approval=event.approval, approved_on=event.approved_on.isoformat())
        case told.EvaluationUsed():
            row = rows.get(EVALUATIONS, event.evaluation) or {}
            _step(rows, recorded, State.USED, uses=[*row["uses"], {"use": event.use.value, "reference": event.reference}])


def _fix(event: told.SchemeFixed, recorded: Recorded[Any], rows: Rows) -> None:
    same = ("scheme", "scheme_version", "code", "title", "rulebook", "satisfaction", "document_sha256", "owner")
    rows.put(
        SCHEMES,
        {
            **{name: getattr(event, name) for name in same},
            **{name: [part.model_dump() for part in getattr(event, name)] for name in ("indicators", "vetoes", "thresholds")},
            "fixed_on": recorded.effective.date().isoformat(),
        },
    )


def _open(event: told.EvaluationOpened, recorded: Recorded[Any], rows: Rows) -> None:
    rows.put(
        EVALUATIONS,
        {
            **{name: getattr(event, name) for name in ("evaluation", "number", "org", "scheme", "scheme_version")},
            **dict.fromkeys(_EMPTY, ""),
            **{name: [] for name in ("ratings", "deductions", "vetoes", "uses")},
            **dict.fromkeys(("self_total", "answers", "score"), 0),
            "case_id": event.case,
            "state": State.SCHEME_FIXED.value,
            "due": event.due.isoformat() if event.due else "",
            "opened_on": recorded.effective.date().isoformat(),
            "satisfied_permille": None,
            "survey_counted": False,
            "position": recorded.position,
        },
    )


def _step(rows: Rows, recorded: Recorded[Any], state: State, **columns: Any) -> None:
    _change(rows, recorded, state=state.value, **columns)


def _change(rows: Rows, recorded: Recorded[Any], **columns: Any) -> None:
    rows.update(EVALUATIONS, (recorded.event.evaluation,), position=recorded.position, **columns)
