"""What happens around a stay: interests that keep people away, major problems, briefings, meetings, incidents."""

from collections.abc import Collection, Sequence
from datetime import date

from findings.events import inspection as told
from findings.events.inspection import IncidentKind, InterestKind
from findings.events.words import RoundState
from findings.model import dates
from findings.model.round import Round, past
from findings.model.ruled import bound
from findings.refusals.inspection import DeclareForOneself, InterestOfNothing, MajorProblemNumberUsed, MajorProblemUnknown
from kernel.context import Act
from kernel.messages import Changes
from rulebook import Trigger, deadline, has_due_date, preset

MAJOR = "R-155"
BRIEFED = "R-51"
FED_BACK = "R-105"
SUPPORT = "R-158"

_TEAM = ("team", "team_leader")
_ON_SITE = (RoundState.ON_SITE, RoundState.REPORTING)
_BEFORE_REPORT = (RoundState.PLANNED, RoundState.MANNED, RoundState.CLEARED, *_ON_SITE)


def declare(
    found: Round,
    person: str,
    kind: InterestKind,
    org: str | None,
    kin: str | None,
    ground: str,
    ties: dict[str, Collection[str]],
    act: Act,
) -> Changes:
    """An interest is declared: from now on the person has no part in the inspection of those organisations (SOD-01).

    Args:
        org: the organisation it is in; kin: a relative, whose posts in organisations of the round count as well.
        ties: by organisation of the round, persons who hold or lately held a post in it.

    Raises:
        WrongRoundState, DeclareForOneself, InterestOfNothing, NotInRound.
    """
    found.require_state(*_BEFORE_REPORT)
    if act.role in _TEAM and person != act.actor:
        raise DeclareForOneself(field="person")
    if org is None and kin is None:
        raise InterestOfNothing(field="org")
    if org is not None:
        found.require_inspected(org)
    orgs = {org} if org is not None else set()
    orgs |= {place for place, people in ties.items() if kin is not None and kin in people}
    declared = told.InterestDeclared(round=found.id, person=person, kind=kind, orgs=tuple(sorted(orgs)), kin=kin, ground=ground)
    return [declared]


def report_major(found: Round, org: str, number: str, found_on: date, document_sha256: str, act: Act) -> Changes:
    """A major problem is reported in time, without a position of one's own (R-155); late is late.

    Raises:
        WrongRoundState, NotInRound, DateNotYet, MajorProblemNumberUsed.
    """
    found.require_state(*_ON_SITE)
    found.require_inspected(org)
    past("major problem", found_on, act.today)
    if number in found.majors:
        raise MajorProblemNumberUsed(field="number", number=number, code=found.code)
    day = act.effective_day
    book = dates.binding(found.rulebook, day)
    due, inference = _due(book, found_on)
    reported = told.MajorProblemReported(
        round=found.id,
        org=org,
        number=number,
        found_on=found_on,
        reported_on=day,
        due=due,
        **dates.judged(book, MAJOR, due, day),
        inference=inference,
        document_sha256=document_sha256,
        reporter=act.actor,
        rulebook=book,
    )
    return [bound(reported, MAJOR, book)]


def take_major(found: Round, number: str, act: Act) -> Changes:
    """The leading group takes it.

    Raises:
        NotOrganOfRound, MajorProblemUnknown.
    """
    found.require_organ("leading_group", act.org)
    known = found.majors.get(number)
    if known is None or known.taken_on is not None:
        raise MajorProblemUnknown(field="number", number=number, code=found.code)
    day = act.effective_day
    taken = told.MajorProblemTaken(round=found.id, org=known.org, number=number, signer=act.actor, taken_on=day)
    return [bound(taken, MAJOR, dates.binding(found.rulebook, day))]


def brief(found: Round, recipient: str, day: date, today: date) -> Changes:
    """A recipient was told of the background (R-51).

    Raises:
        DateNotYet.
    """
    past("briefing", day, today)
    told_so = told.BackgroundBriefed(round=found.id, recipient=recipient, day=day)
    return [bound(told_so, BRIEFED, dates.binding(found.rulebook, day))]


def feed_back_common(
    found: Round, day: date, problems: Sequence[str], present: Sequence[str], minutes_sha256: str, today: date
) -> Changes:
    """Common problems were fed back to many at once (R-105).

    Raises:
        WrongRoundState, DateNotYet.
    """
    found.may_feed_back()
    past("meeting", day, today)
    held = told.ConcentratedFeedbackHeld(
        round=found.id, day=day, problems=tuple(problems), present=tuple(present), minutes_sha256=minutes_sha256
    )
    return [bound(held, FED_BACK, dates.binding(found.rulebook, day))]


def incident(found: Round, org: str, kind: IncidentKind, day: date, record_sha256: str, today: date) -> Changes:
    """An inspected organisation did not support the inspection (R-158).

    Raises:
        WrongRoundState, NotInRound, DateNotYet.
    """
    found.require_state(*_ON_SITE)
    found.require_inspected(org)
    past("incident", day, today)
    recorded = told.IncidentRecorded(round=found.id, org=org, kind=kind, day=day, record_sha256=record_sha256)
    return [bound(recorded, SUPPORT, dates.binding(found.rulebook, day))]


def _due(book: str, found_on: date) -> tuple[date | None, bool]:
    if not book or MAJOR not in preset(book) or not has_due_date(preset(book), MAJOR):
        return None, False
    computed = deadline(preset(book), MAJOR, Trigger(found_on))
    return computed.due, computed.inference
