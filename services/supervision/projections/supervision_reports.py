"""The reports on supervision, the newest version of each."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import supervision_report as told
from supervision.model.supervision_report import State

REPORTS = Table(
    name="supervision_reports",
    key=("report",),
    columns={
        "report": "text",
        "case_id": "text",
        "org": "text",
        "by": "text",
        "version": "int",
        "state": "text",
        "drafted_on": "text",
        "submitted_on": "text",
        "position": "int",
    },
    indexes=[("by", "state"), ("state", "drafted_on")],
)


def supervision_reports(recorded: Recorded[Any], rows: Rows) -> None:
    """The reports."""
    event = recorded.event
    match event:
        case told.SupervisionReportDrafted():
            rows.put(
                REPORTS,
                {
                    **{name: getattr(event, name) for name in ("report", "org", "by", "version")},
                    "case_id": event.case,
                    "state": State.DRAFT.value,
                    "drafted_on": recorded.effective.date().isoformat(),
                    "submitted_on": "",
                    "position": recorded.position,
                },
            )
        case told.SupervisionReportSubmitted():
            _change(rows, recorded, State.SUBMITTED, submitted_on=event.submitted_on.isoformat())
        case told.SupervisionReportAccepted():
            _change(rows, recorded, State.ACCEPTED)
        case told.SupervisionReportSentBack():
            _change(rows, recorded, State.SENT_BACK)


def _change(rows: Rows, recorded: Recorded[Any], state: State, **columns: Any) -> None:
    rows.update(REPORTS, (recorded.event.report,), state=state.value, position=recorded.position, **columns)
