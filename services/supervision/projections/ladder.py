"""How far duties and findings were pressed, and what waits for a person's decision."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table, Where
from supervision.events import ladder as told
from supervision.events import obligation as duty
from supervision.model.ladder import ladder_id

LADDERS = Table(
    name="ladders",
    key=("ladder",),
    columns={
        "ladder": "text",
        "obligation": "text",
        "finding": "text",
        "case_id": "text",
        "org": "text",
        "rule_id": "text",
        "supervisors": "bool",
        "step": "int",
        "taken": "json",
        "last_date": "text",
        "watch": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("watch",)],
)

WAITING = Table(
    name="ladder_waiting",
    key=("ladder", "step"),
    columns={
        "ladder": "text",
        "step": "int",
        "obligation": "text",
        "finding": "text",
        "case_id": "text",
        "org": "text",
        "rule_id": "text",
        "supervisors": "bool",
        "ground": "text",
        "detail": "text",
        "days_overdue": "int",
        "act_zh": "text",
        "act_en": "text",
        "decides": "json",
        "since": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org",), ("since",), ("ladder",)],
)

# Above any step of a ladder.
_HIGHEST = 99


def ladders(recorded: Recorded[Any], rows: Rows) -> None:
    """The ladders as they stand; what ends lets nothing wait."""
    event = recorded.event
    match event:
        case told.LadderStepTaken():
            _taken(recorded, event, rows)
        case told.LadderProposed():
            _known(recorded, event, rows)
            if event.ground is told.Ground.LAST_DATE_MISSED:
                rows.update(LADDERS, (event.ladder,), watch=None)
            about = {name: getattr(event, name) for name in ("ladder", "step", "obligation", "finding", "org", "rule_id")}
            rows.put(
                WAITING,
                {
                    **about,
                    "case_id": event.case,
                    "supervisors": event.supervisors,
                    "ground": event.ground.value,
                    "detail": event.detail,
                    "days_overdue": event.days_overdue,
                    "act_zh": event.act_zh,
                    "act_en": event.act_en,
                    "decides": list(event.by),
                    "since": recorded.effective.date().isoformat(),
                    "position": recorded.position,
                },
            )
        case told.LadderDeclined():
            rows.delete(WAITING, event.ladder, event.step)
        case duty.ObligationMet() | duty.ObligationMetLate() | duty.ObligationWaived() | duty.ObligationSuperseded():
            _ended(rows, ladder_id(event.obligation))
        case _:
            pass


def _taken(recorded: Recorded[Any], event: told.LadderStepTaken, rows: Rows) -> None:
    row = _known(recorded, event, rows)
    step = {
        "step": event.step,
        "on": recorded.effective.date().isoformat(),
        "ground": event.ground.value,
        "act_zh": event.act_zh,
        "act_en": event.act_en,
        "reaches": list(event.reaches),
        "automatic": event.automatic,
        "by": recorded.actor,
        "reason": event.reason,
        "document": event.document,
        "last_date": event.last_date.isoformat() if event.last_date else "",
    }
    rows.update(
        LADDERS,
        (event.ladder,),
        step=event.step,
        taken=[*row, step],
        watch=event.last_date.isoformat() if event.last_date else None,
        **({"last_date": event.last_date.isoformat()} if event.last_date else {}),
    )
    _let_go(rows, event.ladder, event.step)


def _known(recorded: Recorded[Any], event: told.LadderEvent, rows: Rows) -> list[Any]:
    """The row of the ladder, begun when there is none; the steps taken so far."""
    row = rows.get(LADDERS, event.ladder)
    if row is not None:
        return list(row["taken"])
    begun = {name: getattr(event, name) for name in ("ladder", "obligation", "finding", "org", "rule_id", "supervisors")}
    rows.put(LADDERS, {**begun, "case_id": event.case, "step": 0, "taken": [], "position": recorded.position})
    return []


def _ended(rows: Rows, ladder: str) -> None:
    """The duty came to its end: nothing waits, no date is watched."""
    row = rows.get(LADDERS, ladder)
    if row is not None:
        rows.update(LADDERS, (ladder,), watch=None)
        _let_go(rows, ladder, _HIGHEST)


def _let_go(rows: Rows, ladder: str, upto: int) -> None:
    """What waits at the ladder up to this step waits no longer."""
    if rows.get(LADDERS, ladder) is None:
        return
    for row in rows.page(WAITING, [Where("ladder", "=", ladder)], limit=100):
        if row["step"] <= upto:
            rows.delete(WAITING, ladder, row["step"])
