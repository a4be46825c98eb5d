"""How each rule is held where no clock of the table keeps it, and why not."""

from collections.abc import Mapping

from rulebook import Rulebook, has_due_date
from supervision.model.duties.table import DUTIES
from supervision.model.duties.words import Held, How

_CARRIED: Mapping[str, tuple[str, str]] = {
    "R-31": ("R-30", "the opinion is refused without its three parts, and its clock is that of the opinion"),
    "R-110": ("R-62", "handling with care has no date of its own beside the referral's"),
    "R-133": ("R-20", "the road map is the phased goals of the reviewed plan, each with its own clock"),
    "R-134": ("R-03", "a plan without root causes is refused, and its clock is that of the plan"),
    "R-135": ("R-03", "a plan without lead and supporting units is refused, and its clock is that of the plan"),
    "R-143": ("R-05", "what makes the meeting good is in its record; its clock is that of the meeting"),
    "R-153": ("R-67", "letters and leads that are referred run under their own rules (R-62, R-63, R-67)"),
}

_GATES: Mapping[str, str] = {
    "R-12": "no sign-off can be asked for without criteria: the day before the first one is never missed",
    "R-13": "no sign-off can be asked for before the procedure is laid down",
    "R-44": "feedback that was not approved cannot be delivered",
    "R-48": "feedback carries the demands of each finding when it is delivered",
    "R-103": "a round is not reported while a paper lacks one of its three bases",
    "R-104": "a round is not reported before the report was talked through",
    "R-137": "a report is not received without the principal's endorsement",
    "R-150": "a report is not received without the principal's endorsement; the dates are those of its rules",
}

_RECORDS: Mapping[str, str] = {
    "R-28": "which statements were read before the meeting is in its record; no message tells of it",
    "R-29": "what was said at the meeting is in its record; no message tells of it",
}

_PERSONS: Mapping[str, str] = {
    "R-74": "when a committee studied rectification, only its minutes say",
    "R-75": "the suitable time is the committee's to find",
    "R-76": "the suitable time is the committee's to find",
    "R-77": "the suitable time is the committee's to find",
    "R-88": "that measures were issued happens outside the platform",
    "R-117": "the hearing on internal inspection of a central unit happens outside the platform",
    "R-121": "that Opinions were issued happens outside the platform; the rulebook is the evidence",
    "R-155": "that a major problem was found is known to the team alone until it reports",
}

_TABLE: Mapping[str, tuple[str, ...]] = {duty.rule: duty.triggers for duty in DUTIES}


def held(rule_id: str, book: Rulebook) -> Held:
    """How this rule is held.

    Raises:
        UnknownRule: the rulebook has no such rule. LookupError: a rule with a date of which nothing is said here.
    """
    dated = has_due_date(book, rule_id)
    if rule_id in _TABLE:
        return Held("obligation", "a clock of the table of duties", messages=_TABLE[rule_id])
    if rule_id in _CARRIED:
        by, why = _CARRIED[rule_id]
        return Held("carried", why, by=by)
    kinds: tuple[tuple[How, Mapping[str, str]], ...] = (("gate", _GATES), ("record", _RECORDS), ("person", _PERSONS))
    for how, said in kinds:
        if rule_id in said:
            return Held(how, said[rule_id])
    if dated:
        raise LookupError(f"{rule_id} has a date, and nothing says who keeps it")
    return Held("record", "a standing duty: facts under it are kept, nothing is due by a date")
