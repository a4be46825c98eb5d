"""Read models of leads: number, addressee, dates and status class, nothing of what a lead says."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from leads import events as told
from leads.model.record import LeadState

# `awaited` is the day by which an outcome is due that is not there, else "", `target` that it is a service target, which is
# never overdue; `elsewhere` days lost at wrong organs.
LEADS = Table(
    "leads",
    ("lead",),
    {
        "lead": "text",
        "number": "text",
        "round": "text",
        "office": "text",
        "leading_group": "text",
        "registrant": "text",
        "addressee": "text",
        "addressee_kind": "text",
        "state": "text",
        "status_class": "text",
        "registered_on": "text",
        "approved_on": "text",
        "referred_on": "text",
        "accepted_on": "text",
        "due": "text",
        "awaited": "text",
        "target": "bool",
        "fed_back_on": "text",
        "late": "bool",
        "after_target": "bool",
        "closed_on": "text",
        "elsewhere": "int",
    },
    indexes=(("number",), ("round",), ("office",), ("leading_group",), ("registrant",), ("addressee",), ("awaited",)),
)

# One row for each time that a lead was handed over.
REFERRALS = Table(
    "referrals",
    ("lead", "referred_on", "addressee"),
    {
        "lead": "text",
        "referred_on": "text",
        "addressee": "text",
        "number": "text",
        "round": "text",
        "addressee_kind": "text",
        "giver": "text",
        "receiver": "text",
        "due": "text",
        "returned_on": "text",
        "days": "int",
    },
    indexes=(("round", "number"),),
)

TABLES = (LEADS, REFERRALS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a lead."""
    event = recorded.event
    match event:
        case told.LeadRegistered():
            rows.put(LEADS, _registered(event))
        case told.LeadReworded():
            rows.update(LEADS, (event.lead,), addressee=event.addressee, addressee_kind=event.addressee_kind.value)
        case told.LeadApproved():
            _now(event, rows, LeadState.APPROVED_FOR_REFERRAL, approved_on=event.approved_on.isoformat())
        case told.LeadHandedOver():
            due = event.due.isoformat()
            since = event.referred_on.isoformat()
            _now(event, rows, LeadState.HANDED_OVER, referred_on=since, due=due, awaited=due, target=event.target)
            rows.put(REFERRALS, _referral(event))
        case told.LeadMisdirected():
            _misdirected(event, rows)
        case told.LeadRerouted():
            moved = {"addressee": event.addressee, "addressee_kind": event.addressee_kind.value}
            _now(event, rows, LeadState.APPROVED_FOR_REFERRAL, **moved)
        case _:
            _handled(event, rows)


def _handled(event: Any, rows: Rows) -> None:
    match event:
        case told.LeadAccepted():
            _now(event, rows, LeadState.ACCEPTED, accepted_on=event.accepted_on.isoformat())
        case told.StatusChanged():
            _now(event, rows, LeadState.IN_HANDLING, status_class=event.status_class.value)
        case told.LeadExtended():
            rows.update(LEADS, (event.lead,), due=event.due.isoformat(), awaited=event.due.isoformat())
        case told.OutcomeFedBack():
            judged = {"late": event.late, "after_target": event.target_passed}
            back = {"fed_back_on": event.fed_back_on.isoformat(), "awaited": "", **judged}
            _now(event, rows, LeadState.OUTCOME_FED_BACK, status_class=event.status_class.value, **back)
        case told.LeadClosed():
            _now(event, rows, LeadState.CLOSED, closed_on=event.closed_on.isoformat())


def _misdirected(event: told.LeadMisdirected, rows: Rows) -> None:
    row = rows.get(LEADS, event.lead)
    if row is None:
        raise KeyError(event.lead)
    key = (event.lead, row["referred_on"], event.addressee)
    rows.update(REFERRALS, key, returned_on=event.returned_on.isoformat(), days=event.days)
    lost = {"referred_on": "", "due": "", "awaited": "", "elsewhere": row["elsewhere"] + event.days}
    _now(event, rows, LeadState.MISDIRECTED, **lost)


def _now(event: told.OfLead, rows: Rows, state: LeadState, **columns: Any) -> None:
    rows.update(LEADS, (event.lead,), state=state.value, **columns)


def _registered(event: told.LeadRegistered) -> dict[str, Any]:
    taken = {
        name: getattr(event, name) for name in ("lead", "number", "round", "office", "leading_group", "registrant", "addressee")
    }
    nothing = dict.fromkeys(
        ("status_class", "approved_on", "referred_on", "accepted_on", "due", "awaited", "fed_back_on", "closed_on"), ""
    )
    known = {"addressee_kind": event.addressee_kind.value, "registered_on": event.registered_on.isoformat()}
    judged = {"target": False, "late": False, "after_target": False}
    return {**taken, **nothing, **known, **judged, "state": LeadState.REGISTERED.value, "elsewhere": 0}


def _referral(event: told.LeadHandedOver) -> dict[str, Any]:
    taken = {name: getattr(event, name) for name in ("lead", "addressee", "number", "round", "giver", "receiver")}
    dates = {"referred_on": event.referred_on.isoformat(), "due": event.due.isoformat()}
    return {**taken, **dates, "addressee_kind": event.addressee_kind.value, "returned_on": "", "days": 0}
