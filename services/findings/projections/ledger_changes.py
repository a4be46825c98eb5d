"""What each fact changes in a row of the ledger."""

from collections.abc import Callable
from typing import Any

from findings.events import amendments as amended
from findings.events import evidence as shown
from findings.events import extension as extended
from findings.events import finding as told
from findings.events import measures as done
from findings.events import signoff as signed
from findings.events.parts import Criterion, MilestonePlan, OfFinding, State, Track
from findings.model import cells
from kernel.envelope import Recorded
from kernel.tables import Row
from rulebook import preset

_NAMES = {"L": "member_name", "M": "handler_name", "N": "sponsor_name"}


def _linked(event: told.FindingLinked, row: Row, _: Recorded[Any]) -> Row:
    taken = ("wording", "manifestation", "special_check", "supplement", "rulebook")
    given = {name: getattr(event, name) for name in taken}
    return given | {
        "category": event.category or row["category"],
        "severity": event.severity.value if event.severity else row["severity"],
        "key": event.key or row["key"],
        "fed_back": event.fed_back.isoformat(),
        "received": event.received.isoformat(),
        "search": f"{row['number']} {event.wording}",
    }


# --- planning --------------------------------------------------------------------------------------------------------


def _criteria(criteria: tuple[Criterion, ...]) -> list[Row]:
    return [criterion.model_dump(mode="json") for criterion in criteria]


def _claimed(event: told.FindingClaimed, row: Row, _: Recorded[Any]) -> Row:
    state = State.PLANNED.value if row["state"] == State.REGISTERED else row["state"]
    return {
        "state": state,
        "member": event.member,
        "handler": event.handler,
        "member_name": "",
        "handler_name": "",
        "unit": event.unit,
        "supports": list(event.supports),
        "track": event.track.value,
        "cause": event.cause,
        "criteria": _criteria(event.criteria),
    }


def _detailed(event: told.FindingDetailed, row: Row, _: Recorded[Any]) -> Row:
    taken = ("cause", "goal", "unit", "member_name", "handler_name", "sponsor_name", "remark")
    return {name: getattr(event, name) for name in taken} | {
        "supports": list(event.supports),
        "criteria": _criteria(event.criteria),
        "planned_measures": list(event.measures),
        "planned_milestones": list(event.milestones),
        "track": event.track.value if event.track else row["track"],
        "due": event.due.isoformat() if event.due else row["due"],
    }


def _adopted(event: told.PlanItemAdopted, row: Row, _: Recorded[Any]) -> Row:
    former = {measure["no"]: measure for measure in row["measures"]}
    wanted = [plan.model_dump(mode="json") for plan in event.measures]
    kept = [{**former.get(plan["no"], {"percent": 0, "done": False}), **plan, "planned": True, "dropped": False} for plan in wanted]
    numbers = {plan["no"] for plan in wanted}
    rest = [{**measure, "dropped": measure["planned"]} for no, measure in former.items() if no not in numbers]
    measures = sorted(kept + rest, key=lambda measure: measure["no"])
    milestones = _replanned(row["milestones"], event.milestones)
    state = row["state"]
    if state in (State.PLANNED, State.REGISTERED):
        state = State.CONTINUING if row["phase_over"] else State.IN_PROGRESS
    elif state == State.REOPENED:
        state = State.IN_PROGRESS
    return {
        "state": str(state),
        "plan_version": event.plan_version,
        "goal": event.goal,
        "cause": event.cause,
        "criteria": _criteria(event.criteria),
        "track": event.track.value if event.track else row["track"],
        "due": event.due.isoformat() if event.due else row["due"],
        "measures": measures,
        "percent": _mean(measures),
        **_stages(milestones),
    }


def _replanned(former: list[Row], plans: tuple[MilestonePlan, ...]) -> list[Row]:
    known = {stage["no"]: stage for stage in former}
    stages = {no: stage for no, stage in known.items() if stage["met"] or stage["missed"]}
    for plan in plans:
        before, fresh = known.get(plan.no), plan.model_dump(mode="json") | {"met": "", "missed": False}
        stands = before is not None and (before["met"] or before["day"] == fresh["day"])
        stages[plan.no] = before if before is not None and stands else fresh
    return sorted(stages.values(), key=lambda stage: stage["no"])


def _returned(event: told.PlanItemReturned, row: Row, _: Recorded[Any]) -> Row:
    return {"state": State.REGISTERED.value} if row["state"] == State.PLANNED else {}


def _classified(event: told.FindingClassified, row: Row, _: Recorded[Any]) -> Row:
    given = {"category": event.category, "severity": event.severity.value if event.severity else None}
    return {name: value for name, value in given.items() if value is not None}


# --- doing -----------------------------------------------------------------------------------------------------------


def _mean(measures: list[Row]) -> int:
    counted = [measure["percent"] for measure in measures if not measure["dropped"]]
    return sum(counted) // len(counted) if counted else 0


def _stages(milestones: list[Row]) -> Row:
    ahead = [stage["day"] for stage in milestones if not stage["met"] and not stage["missed"]]
    return {
        "milestones": milestones,
        "next_milestone": min(ahead, default=""),
        "missed": sum(stage["missed"] for stage in milestones),
    }


def _on(row: Row, recorded: Recorded[Any]) -> str:
    """The day, in the zone of the case's rulebook, on which the thing happened."""
    return recorded.effective.astimezone(preset(row["rulebook"]).zoneinfo).date().isoformat()


def _measures(row: Row, no: int, **values: object) -> Row:
    measures = [measure | values if measure["no"] == no else measure for measure in row["measures"]]
    return {"measures": measures, "percent": _mean(measures)}


def _added(event: done.MeasureAdded, row: Row, _: Recorded[Any]) -> Row:
    added = {"no": event.measure, "text": event.text, "due": event.due.isoformat() if event.due else None, "unit": event.unit}
    measures = [*row["measures"], added | {"percent": 0, "done": False, "planned": False, "dropped": False}]
    return {"measures": measures, "percent": _mean(measures)}


def _reported(event: done.MeasureReported, row: Row, recorded: Recorded[Any]) -> Row:
    return _measures(row, event.measure, percent=event.percent) | {"progress": event.note, "reported": _on(row, recorded)}


def _completed(event: done.MeasureCompleted, row: Row, recorded: Recorded[Any]) -> Row:
    changed = _measures(row, event.measure, percent=100, done=True)
    return changed | {"progress": event.result, "reported": _on(row, recorded)}


def _stage(row: Row, no: int, **values: object) -> Row:
    return _stages([stage | values if stage["no"] == no else stage for stage in row["milestones"]])


def _stage_added(event: done.MilestoneAdded, row: Row, _: Recorded[Any]) -> Row:
    added = {"no": event.milestone, "day": event.day.isoformat(), "goal": event.goal, "met": "", "missed": False}
    return _stages([*row["milestones"], added])


def _stage_met(event: done.MilestoneMet, row: Row, _: Recorded[Any]) -> Row:
    before = next(stage for stage in row["milestones"] if stage["no"] == event.milestone)
    return _stage(row, event.milestone, met=event.day.isoformat(), missed=before["missed"] or event.late)


def _checked(event: done.ExtensionCheckRecorded, row: Row, _: Recorded[Any]) -> Row:
    note = f"；{event.note}" if event.note else ""
    return {"similar": f"{event.scope}：发现 {event.found}，整改 {event.fixed}{note}"}


def _shown(event: shown.EvidenceAdded, row: Row, _: Recorded[Any]) -> Row:
    return {"evidence": [*row["evidence"], {"no": event.evidence, "name": event.name, "sha256": event.sha256}]}


def _replaced(event: shown.EvidenceReplaced, row: Row, _: Recorded[Any]) -> Row:
    fresh = {"no": event.evidence, "name": event.name, "sha256": event.sha256}
    return {"evidence": [fresh if piece["no"] == event.evidence else piece for piece in row["evidence"]]}


# --- amendments ------------------------------------------------------------------------------------------------------


def _proposed(event: amended.AmendmentProposed, row: Row, _: Recorded[Any]) -> Row:
    names = {"L": event.member_name, "M": event.handler_name, "N": event.sponsor_name}
    wanted = {change.column: names.get(change.column, change.new) for change in event.changes}
    proposals = [*row["proposals"], {"no": event.amendment, "cells": wanted}]
    return {"proposals": proposals, "amendments": len(proposals)}


def _decided(row: Row, no: int) -> Row:
    proposals = [proposal for proposal in row["proposals"] if proposal["no"] != no]
    return {"proposals": proposals, "amendments": len(proposals)}


def _accepted(event: amended.AmendmentAccepted, row: Row, _: Recorded[Any]) -> Row:
    wanted = next(proposal["cells"] for proposal in row["proposals"] if proposal["no"] == event.amendment)
    values: Row = {}
    for column, text in wanted.items():
        values |= {name: _plain(value) for name, value in cells.fields(column, text).items()}
        if column in _NAMES:
            values |= {_NAMES[column].removesuffix("_name"): ""}
    if "wording" in values:
        values |= {"search": f"{row['number']} {values['wording']}"}
    return values | _decided(row, event.amendment)


def _plain(value: Any) -> Any:
    match value:
        case tuple():
            return [_plain(entry) for entry in value]
        case Criterion():
            return value.model_dump(mode="json")
        case Track() | str():
            return str(value)
        case _:
            return value.isoformat()


# --- signing off -----------------------------------------------------------------------------------------------------


def _continued(event: told.FindingContinued, row: Row, _: Recorded[Any]) -> Row:
    going = {"phase_over": True, "continuing": True}
    if row["state"] == State.IN_PROGRESS:
        return going | {"state": State.CONTINUING.value}
    if row["resumes"] == State.IN_PROGRESS and row["state"] in (State.SIGNOFF_REQUESTED, State.INNER_SIGNED):
        return going | {"resumes": State.CONTINUING.value}
    return going


def _requested(event: signed.SignOffRequested, row: Row, _: Recorded[Any]) -> Row:
    return {"resumes": row["state"], "state": State.SIGNOFF_REQUESTED.value}


def _inner(event: signed.InnerSigned, row: Row, _: Recorded[Any]) -> Row:
    return {"state": State.INNER_SIGNED.value, "principal": event.principal or ""}


def _back(event: signed.SignOffRejected | signed.SignOffCheckFailedNoted, row: Row, _: Recorded[Any]) -> Row:
    return {"state": row["resumes"]}


def _signed_off(event: signed.FindingSignedOff, row: Row, recorded: Recorded[Any]) -> Row:
    return {
        "state": State.SIGNED_OFF.value,
        "open": False,
        "continuing": False,
        "signed_off_on": _on(row, recorded),
        "verifier": event.verifier or "",
    }


def _reopened(event: told.FindingReopened, row: Row, _: Recorded[Any]) -> Row:
    return {
        "state": State.REOPENED.value,
        "resumes": State.IN_PROGRESS.value,
        "open": True,
        "continuing": row["phase_over"],
        "reopened": event.count,
        "altered": False,
        "signed_off_on": "",
        "verifier": "",
        "principal": "",
    }


CHANGES: dict[type[OfFinding], Callable[[Any, Row, Recorded[Any]], Row]] = {
    told.FindingLinked: _linked,
    told.FindingClaimed: _claimed,
    told.FindingDetailed: _detailed,
    told.CriteriaSet: lambda event, _row, _at: {"criteria": _criteria(event.criteria)},
    told.UnitsAssigned: lambda event, _row, _at: {"unit": event.unit, "supports": list(event.supports)},
    told.PersonsAssigned: lambda event, _row, _at: {
        "member": event.member,
        "handler": event.handler,
        "member_name": "",
        "handler_name": "",
    },
    told.SponsorSet: lambda event, _row, _at: {"sponsor": event.sponsor, "sponsor_name": ""},
    told.KeyFindingFlagged: lambda event, _row, _at: {"key": event.key},
    told.ListingNoted: lambda event, _row, _at: {"listed": event.listed},
    told.FindingClassified: _classified,
    told.FindingOverdue: lambda event, row, _at: {"overdue": row["due"] == event.due.isoformat()},
    told.FindingContinued: _continued,
    told.PlanItemAdopted: _adopted,
    told.PlanItemReturned: _returned,
    told.FindingReopened: _reopened,
    told.FindingClosedNotApplicable: lambda _event, _row, _at: {
        "state": State.CLOSED_NOT_APPLICABLE.value,
        "open": False,
        "continuing": False,
    },
    done.MeasureAdded: _added,
    done.MeasureReported: _reported,
    done.MeasureCompleted: _completed,
    done.MilestoneAdded: _stage_added,
    done.MilestoneMet: _stage_met,
    done.MilestoneMissed: lambda event, row, _at: _stage(row, event.milestone, missed=True),
    done.ExtensionCheckRecorded: _checked,
    shown.EvidenceAdded: _shown,
    shown.EvidenceReplaced: _replaced,
    shown.EvidenceAltered: lambda _event, _row, _at: {"altered": True},
    extended.ExtensionGranted: lambda event, _row, _at: {"due": event.due.isoformat()},
    amended.AmendmentProposed: _proposed,
    amended.AmendmentAccepted: _accepted,
    amended.AmendmentRejected: lambda event, row, _at: _decided(row, event.amendment),
    signed.SignOffRequested: _requested,
    signed.InnerSigned: _inner,
    signed.SignOffRejected: _back,
    signed.SignOffCheckFailedNoted: _back,
    signed.FindingSignedOff: _signed_off,
}
