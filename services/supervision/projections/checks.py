"""The outer checks as they stand."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import signoff_check as verdict

CHECKS = Table(
    name="signoff_checks",
    key=("check_id",),
    columns={
        "check_id": "text",
        "finding": "text",
        "case_id": "text",
        "org": "text",
        "signoff": "int",
        "state": "text",
        "opened_on": "text",
        "verifier": "text",
        "defect": "text",
        "special_check": "text",
        "verifier_role": "text",
        "failures": "int",
        "reason": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("state",)],
)


def signoff_checks(recorded: Recorded[Any], rows: Rows) -> None:
    """The outer checks, the newest attempt of each finding."""
    event = recorded.event
    match event:
        case verdict.SignOffCheckOpened():
            rows.put(
                CHECKS,
                {
                    "check_id": event.check,
                    "finding": event.finding,
                    "case_id": event.case,
                    "org": event.org,
                    "signoff": event.signoff,
                    "state": "OPEN",
                    "opened_on": recorded.effective.date().isoformat(),
                    "special_check": event.special_check,
                    "verifier_role": event.verifier_role,
                    "failures": (rows.get(CHECKS, event.check) or {}).get("failures") or 0,
                    "position": recorded.position,
                },
            )
        case verdict.SignOffCheckPassed():
            rows.update(CHECKS, (event.check,), state="PASSED", verifier=event.verifier, failures=0, position=recorded.position)
        case verdict.SignOffCheckFailed():
            rows.update(
                CHECKS,
                (event.check,),
                state="FAILED",
                verifier=event.verifier,
                defect=event.defect.value,
                failures=event.failures,
                reason=event.shortcomings,
                position=recorded.position,
            )
