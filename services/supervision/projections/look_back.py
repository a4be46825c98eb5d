"""What is signed off, what was drawn from it, and what the visits showed."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table, Where
from supervision.events import look_back as told
from supervision.events.look_back import Outcome
from supervision.model.signed_off import drawable_from

SIGNED_OFF = Table(
    name="signed_off",
    key=("finding",),
    columns={
        "finding": "text",
        "case_id": "text",
        "org": "text",
        "round": "text",
        "number": "text",
        "signoff": "int",
        "signed_off_on": "text",
        "drawable_from": "text",
    },
    indexes=[("case_id", "drawable_from"), ("round",)],
)

LOOK_BACKS = Table(
    name="look_backs",
    key=("lookback",),
    columns={
        "lookback": "text",
        "number": "text",
        "title": "text",
        "round": "text",
        "state": "text",
        "cases": "json",
        "drawn_on": "text",
        "seed": "text",
        "seed_source": "text",
        "percent": "int",
        "population_count": "int",
        "population_sha256": "text",
        "drawn": "int",
        "held": "int",
        "overturned": "int",
        "summary": "text",
        "document_sha256": "text",
        "reported_on": "text",
        "position": "int",
    },
    indexes=[("round",), ("state",), ("number",)],
)

DRAWN = Table(
    name="look_back_items",
    key=("lookback", "finding"),
    columns={
        "lookback": "text",
        "finding": "text",
        "n": "int",
        "number": "text",
        "case_id": "text",
        "org": "text",
        "signoff": "int",
        "score": "text",
        "outcome": "text",
        "note": "text",
        "defect": "text",
        "checker": "text",
        "checked_on": "text",
    },
    indexes=[("lookback", "n"), ("finding",)],
)

# What could be drawn on the day of a draw, kept so that the draw can be repeated whatever happened since.
POPULATION = Table(
    name="look_back_population",
    key=("lookback", "finding"),
    columns={"lookback": "text", "finding": "text", "number": "text", "case_id": "text", "signed_off_on": "text"},
)

TABLES = [SIGNED_OFF, LOOK_BACKS, DRAWN, POPULATION]


def look_backs(recorded: Recorded[Any], rows: Rows) -> None:
    """Signed-off findings and look-backs at them."""
    event = recorded.event
    match event:
        case told.SignedOffNoted():
            rows.put(
                SIGNED_OFF,
                {
                    **{name: getattr(event, name) for name in ("finding", "org", "round", "number", "signoff")},
                    "case_id": event.case,
                    "signed_off_on": event.signed_off_on.isoformat(),
                    "drawable_from": drawable_from(event.rulebook, event.signed_off_on).isoformat(),
                },
            )
        case told.SignOffLost():
            rows.delete(SIGNED_OFF, event.finding)
        case told.LookBackDrawn():
            _drawn(event, recorded.position, rows)
        case told.DrawnItemHeld():
            _visited(event, Outcome.HOLDS, "", rows)
        case told.DrawnItemOverturned():
            _visited(event, Outcome.OVERTURNED, event.defect.value if event.defect else "", rows)
        case told.LookBackReported():
            rows.update(
                LOOK_BACKS,
                (event.draw,),
                state="REPORTED",
                summary=event.summary,
                document_sha256=event.document_sha256,
                reported_on=event.reported_on.isoformat(),
                position=recorded.position,
            )


def _drawn(event: told.LookBackDrawn, position: int, rows: Rows) -> None:
    day = event.drawn_on.isoformat()
    same = ("number", "title", "round", "seed", "seed_source", "percent", "population_count", "population_sha256")
    rows.put(
        LOOK_BACKS,
        {
            **{name: getattr(event, name) for name in same},
            **dict.fromkeys(("summary", "document_sha256", "reported_on"), ""),
            "lookback": event.draw,
            "state": "DRAWN",
            "cases": list(event.cases),
            "drawn_on": day,
            "drawn": len(event.items),
            "held": 0,
            "overturned": 0,
            "position": position,
        },
    )
    for case in event.cases:
        for known in rows.page(SIGNED_OFF, [Where("case_id", "=", case), Where("drawable_from", "<=", day)], (), 10_000):
            kept = {name: known[name] for name in ("finding", "number", "case_id", "signed_off_on")}
            rows.put(POPULATION, {"lookback": event.draw, **kept})
    for n, item in enumerate(event.items, 1):
        rows.put(
            DRAWN,
            {
                **item.model_dump(exclude={"case", "verifier"}),
                **dict.fromkeys(("outcome", "note", "defect", "checker", "checked_on"), ""),
                "lookback": event.draw,
                "n": n,
                "case_id": item.case,
            },
        )


def _visited(event: told.DrawnItemHeld | told.DrawnItemOverturned, outcome: Outcome, defect: str, rows: Rows) -> None:
    day = event.checked_on.isoformat()
    seen = {"note": event.note, "checker": event.checker, "checked_on": day}
    rows.update(DRAWN, (event.draw, event.finding), outcome=outcome.value, defect=defect, **seen)
    whole = rows.get(LOOK_BACKS, event.draw) or {}
    column = "held" if outcome is Outcome.HOLDS else "overturned"
    rows.update(LOOK_BACKS, (event.draw,), **{column: whole[column] + 1})
