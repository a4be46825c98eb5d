"""A round: who is inspected, by whom, and how far it is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import Field

from findings.events import inspection as happened
from findings.events import round as told
from findings.events.parts import Part
from findings.events.words import Bodies, HearingBody, Recusal, RoundKind, RoundMode, RoundState, TeamMandate
from findings.model import dates
from findings.model.ruled import bound
from findings.refusals.case import DateNotYet, UnknownRulebook
from findings.refusals.round import (
    AlreadyInRound,
    CasesOpen,
    NotInRound,
    NotOrganOfRound,
    PaperNumberUsed,
    PapersIncomplete,
    PaperWithoutBasis,
    RecusalOutstanding,
    RoundCodeUsed,
    WrongRoundState,
)
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event

_BEFORE_FEEDBACK = tuple(RoundState)[: tuple(RoundState).index(RoundState.FEEDING_BACK)]


class Inspected(Part):
    """One organisation of the round."""

    code: str
    case: str = ""
    received_on: date | None = None
    closed: bool = False
    papers: tuple[str, ...] = ()
    talked: bool = False


class Declared(Part):
    """Somebody who stays away, by a declaration; `kin` is a relative's person id."""

    person: str
    orgs: tuple[str, ...]
    kind: str
    kin: str = ""


class Major(Part):
    """A major problem that was reported, by reference."""

    org: str
    reported_on: date
    due: date | None = None
    late: bool = False
    target_passed: bool = False
    taken_on: date | None = None


class Round(Aggregate):
    """A round as its facts made it; `majors` are by number."""

    KIND = "findings.round"
    CALLED = "轮次 / round"

    code: str = ""
    title: str = ""
    kind: RoundKind = RoundKind.XUNSHI
    mode: RoundMode = RoundMode.ROUTINE
    rulebook: str = ""
    state: RoundState = RoundState.PLANNED
    bodies: Bodies | None = None
    orgs: dict[str, Inspected] = Field(default_factory=dict)
    teams: tuple[TeamMandate, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    declared: tuple[Declared, ...] = ()
    majors: dict[str, Major] = Field(default_factory=dict)
    briefings: int = 0
    incidents: int = 0
    meetings: int = 0
    secretary_met_on: date | None = None

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def organs(self) -> Bodies:
        """The organs that act in it; every planned round has them."""
        if self.bodies is None:
            raise ValueError(f"round {self.id} was never planned")
        return self.bodies

    def require_organ(self, body: str, org: str) -> None:
        """The organ must act as `body` (a field of `Bodies`) in this round.

        Raises:
            NotOrganOfRound: another one does.
        """
        if getattr(self.organs, body) != org:
            raise NotOrganOfRound(body=body, code=self.code)

    def require_inspected(self, org: str) -> Inspected:
        """The organisation must be inspected in this round.

        Raises:
            NotInRound: it is not.
        """
        if org not in self.orgs:
            raise NotInRound(org=org, code=self.code)
        return self.orgs[org]

    def require_team(self, person: str, org: str) -> None:
        """Where a mandate was issued, the person must belong to the team that inspects the organisation.

        Raises:
            NotOrganOfRound: another team does. RecusalOutstanding: the person declared an interest in it (SOD-01).
        """
        team = [t for t in self.teams if org in t.orgs]
        if self.stays_away(person, org):
            raise RecusalOutstanding(person=person, team=team[0].name if team else "—", org=self.orgs[org].code)
        if self.teams and not any(person in (t.leader, *t.members) for t in team):
            raise NotOrganOfRound(body="team", code=self.code)

    def require_member(self, person: str) -> None:
        """Where a mandate was issued, the person must belong to one of its teams.

        Raises:
            NotOrganOfRound: to none.
        """
        if self.teams and not any(person in (team.leader, *team.members) for team in self.teams):
            raise NotOrganOfRound(body="team", code=self.code)

    def require_state(self, *states: RoundState) -> None:
        """The round must be in one of these states.

        Raises:
            WrongRoundState.
        """
        self._in(*states)

    def stays_away(self, person: str, org: str) -> bool:
        """Whether the person declared an interest in the organisation."""
        return any(one.person == person and org in one.orgs for one in self.declared)

    def may_feed_back(self) -> None:
        """Feedback follows the secretary's meeting.

        Raises:
            WrongRoundState: it has not heard the report yet, or the round is archived.
        """
        self._in(RoundState.DECIDED, RoundState.FEEDING_BACK, RoundState.IN_RECTIFICATION)

    # --- decisions ---------------------------------------------------------------------------------------------------

    def plan(self, code: str, title: str, kind: RoundKind, mode: RoundMode, rulebook: str, bodies: Bodies) -> Changes:
        """The round is planned.

        Raises:
            RoundCodeUsed, UnknownRulebook.
        """
        if self.exists:
            raise RoundCodeUsed(code=code)
        if not dates.known(rulebook):
            raise UnknownRulebook(rulebook=rulebook)
        return [told.RoundPlanned(round=self.id, code=code, title=title, kind=kind, mode=mode, rulebook=rulebook, bodies=bodies)]

    def add(self, orgs: Sequence[str], codes: Sequence[str], reason: str) -> Changes:
        """More organisations are to be inspected; nothing when none is given.

        Raises:
            AlreadyInRound, WrongRoundState.
        """
        if self.state is RoundState.ARCHIVED:
            raise WrongRoundState(code=self.code, state=self.state, needed="an open round")
        if again := [code for org, code in zip(orgs, codes, strict=True) if org in self.orgs]:
            raise AlreadyInRound(code=self.code, orgs=", ".join(again))
        return [told.OrganisationsAdded(round=self.id, orgs=tuple(orgs), codes=tuple(codes), reason=reason)] if orgs else []

    def issue_mandate(self, document: str, teams: Sequence[TeamMandate]) -> Changes:
        """The teams are authorised; issued again before the stay, the mandate replaces the former.

        Raises:
            WrongRoundState, NotInRound.
        """
        self._in(RoundState.PLANNED, RoundState.MANNED, RoundState.CLEARED)
        for team in teams:
            for org in team.orgs:
                self.require_inspected(org)
        return [told.MandateIssued(round=self.id, document=document, teams=tuple(teams))]

    def clear_recusals(self, recusals: Sequence[Recusal], tied: Mapping[str, Collection[str]]) -> Changes:
        """Recusals were examined; `tied` are, by organisation, those who hold or lately held a post in it (SOD-01).

        Raises:
            WrongRoundState; RecusalOutstanding: a person who steps aside, or has to, is in the team of that organisation.
        """
        self._in(RoundState.MANNED)
        aside = {(r.org, r.person) for r in recusals} | {(org, person) for org, people in tied.items() for person in people}
        # A relative's post keeps away like one's own, also one that was taken after the declaration.
        aside |= {(org, one.person) for one in self.declared for org, people in tied.items() if one.kin and one.kin in people}
        self._none_in_team(aside)
        known = {(one.person, one.org) for one in recusals}
        stated = sorted((one.person, org, one.kind) for one in self.declared for org in one.orgs)
        # The ground is sealed where it was declared: here stands its kind alone.
        declared = [Recusal(person=who, org=org, ground=kind) for who, org, kind in stated if (who, org) not in known]
        return [told.RecusalsCleared(round=self.id, recusals=(*recusals, *declared))]

    def _none_in_team(self, aside: Collection[tuple[str, str]]) -> None:
        for team in self.teams:
            for org in team.orgs:
                for person in (team.leader, *team.members):
                    if (org, person) in aside or self.stays_away(person, org):
                        raise RecusalOutstanding(person=person, team=team.name, org=self.orgs[org].code)

    def begin_stay(self, day: date, today: date) -> Changes:
        """The teams moved in.

        Raises:
            WrongRoundState, DateNotYet; RecusalOutstanding: somebody declared an interest since.
        """
        self._in(RoundState.CLEARED)
        self._none_in_team(())
        past("stay", day, today)
        return [told.StayBegun(round=self.id, day=day)]

    def end_stay(self, day: date, today: date) -> Changes:
        """The teams left.

        Raises:
            WrongRoundState, DateNotYet.
        """
        self._in(RoundState.ON_SITE)
        past("stay", day, today)
        return [told.StayEnded(**self._step(day), day=day)]

    def file_paper(self, org: str, number: str, sha256: str, bases: dict[str, bool], day: date) -> Changes:
        """A working paper is filed; `bases` says which of the three it states (R-103).

        Raises:
            WrongRoundState, NotInRound, PaperWithoutBasis; PaperNumberUsed: the organisation has a paper of this number.
        """
        self._in(RoundState.ON_SITE, RoundState.REPORTING)
        inspected = self.require_inspected(org)
        if missing := [name for name, stated in bases.items() if not stated]:
            raise PaperWithoutBasis(number=number, missing=", ".join(missing))
        if number in inspected.papers:
            raise PaperNumberUsed(field="number", number=number, org=inspected.code)
        filed = told.WorkingPaperFiled(round=self.id, org=org, number=number, sha256=sha256)
        return [bound(filed, "R-103", dates.binding(self.rulebook, day))]

    def talk_through(self, org: str, principal: str, record_sha256: str, day: date) -> Changes:
        """The report was talked through with the inspected principal (R-104).

        Raises:
            WrongRoundState, NotInRound.
        """
        self._in(RoundState.ON_SITE, RoundState.REPORTING)
        self.require_inspected(org)
        talked = told.ReportTalkedThrough(round=self.id, org=org, principal=principal, record_sha256=record_sha256)
        return [bound(talked, "R-104", dates.binding(self.rulebook, day))]

    def report(self, report_sha256: str, day: date) -> Changes:
        """The inspection report is complete: a working paper and a talk for each organisation (R-103, R-104).

        Raises:
            WrongRoundState, PapersIncomplete.
        """
        self._in(RoundState.REPORTING)
        no_paper = [o.code for o in self.orgs.values() if not o.papers]
        no_talk = [o.code for o in self.orgs.values() if not o.talked]
        if no_paper or no_talk:
            raise PapersIncomplete(no_paper=", ".join(no_paper) or "-", no_talk=", ".join(no_talk) or "-")
        step = self._step(day)
        return [bound(told.RoundReported(**step, report_sha256=report_sha256, day=day), "R-103", step["rulebook"])]

    def hear(self, body: HearingBody, day: date, minutes_sha256: str, today: date) -> Changes:
        """A body heard the report: the leading group first, then the secretary's meeting.

        Raises:
            WrongRoundState, DateNotYet.
        """
        self._in(RoundState.REPORTED if body is HearingBody.LEADING_GROUP else RoundState.HEARD)
        past("hearing", day, today)
        return [told.RoundHeard(**self._step(day), body=body, day=day, minutes_sha256=minutes_sha256)]

    def feedback_begun(self) -> Changes:
        """The first feedback is out; nothing when it is known."""
        return [told.FeedbackBegun(round=self.id)] if self.state in _BEFORE_FEEDBACK else []

    def case_opened(self, org: str, case: str, received_on: date) -> Changes:
        """One organisation received its feedback; with the last one the round is in rectification."""
        if org not in self.orgs or self.orgs[org].case:
            return []
        opened: Changes = [told.RoundCaseOpened(round=self.id, org=org, case=case, received_on=received_on)]
        if all(o.case for key, o in self.orgs.items() if key != org):
            opened.append(told.RectificationBegun(round=self.id))
        return opened

    def case_closed(self, case: str, closed: bool) -> Changes:
        """A case of the round was closed, or opened again."""
        known = [o for o in self.orgs.values() if o.case == case]
        return [told.RoundCaseClosed(round=self.id, case=case, closed=closed)] if known and known[0].closed != closed else []

    def archive(self, act: Act) -> Changes:
        """The round is archived.

        Raises:
            NotOrganOfRound, WrongRoundState, CasesOpen.
        """
        self.require_organ("office", act.org)
        self._in(RoundState.IN_RECTIFICATION)
        if remaining := [o for o in self.orgs.values() if not o.closed]:
            raise CasesOpen(code=self.code, open=len(remaining), all=len(self.orgs))
        return [told.RoundArchived(round=self.id)]

    def _step(self, day: date) -> dict[str, Any]:
        """What a step of the whole round tells of it."""
        told_of = {"round": self.id, "code": self.code, "orgs": tuple(self.orgs), "bodies": self.organs, "teams": self.teams}
        return {**told_of, "rulebook": dates.binding(self.rulebook, day)}

    def _in(self, *states: RoundState) -> None:
        if self.state not in states:
            raise WrongRoundState(code=self.code, state=self.state, needed=" / ".join(states))

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.RoundPlanned():
                self.code, self.title, self.kind, self.mode = event.code, event.title, event.kind, event.mode
                self.rulebook, self.bodies = event.rulebook, event.bodies
            case told.OrganisationsAdded():
                self.orgs |= {org: Inspected(code=code) for org, code in zip(event.orgs, event.codes, strict=True)}
                if self.state is RoundState.IN_RECTIFICATION:
                    self.state = RoundState.FEEDING_BACK
            case told.MandateIssued():
                self.state, self.teams = RoundState.MANNED, event.teams
            case told.RecusalsCleared():
                self.recusals = event.recusals
                self.state = RoundState.CLEARED
            case told.StayBegun():
                self.state = RoundState.ON_SITE
            case told.StayEnded():
                self.state = RoundState.REPORTING
            case told.WorkingPaperFiled():
                self._change(event.org, papers=(*self.orgs[event.org].papers, event.number))
            case told.ReportTalkedThrough():
                self._change(event.org, talked=True)
            case told.RoundReported():
                self.state = RoundState.REPORTED
            case told.RoundHeard():
                heard = event.body is HearingBody.LEADING_GROUP
                self.state = RoundState.HEARD if heard else RoundState.DECIDED
                self.secretary_met_on = self.secretary_met_on if heard else event.day
            case told.FeedbackBegun():
                self.state = RoundState.FEEDING_BACK
            case told.RoundCaseOpened():
                self._change(event.org, case=event.case, received_on=event.received_on)
            case told.RectificationBegun():
                self.state = RoundState.IN_RECTIFICATION
            case told.RoundCaseClosed():
                org = next(key for key, o in self.orgs.items() if o.case == event.case)
                self._change(org, closed=event.closed)
            case told.RoundArchived():
                self.state = RoundState.ARCHIVED
            case _:
                self._inspected(event)

    def _inspected(self, event: Event) -> None:
        match event:
            case happened.InterestDeclared():
                one = Declared(person=event.person, orgs=event.orgs, kind=event.kind, kin=event.kin or "")
                self.declared = (*self.declared, one)
            case happened.MajorProblemReported():
                self.majors[event.number] = Major(
                    **event.model_dump(include={"org", "reported_on", "due", "late", "target_passed"})
                )
            case happened.MajorProblemTaken():
                taken = self.majors[event.number].model_copy(update={"taken_on": event.taken_on})
                self.majors[event.number] = taken
            case happened.BackgroundBriefed():
                self.briefings += 1
            case happened.IncidentRecorded():
                self.incidents += 1
            case happened.ConcentratedFeedbackHeld():
                self.meetings += 1

    def _change(self, org: str, **values: object) -> None:
        self.orgs[org] = self.orgs[org].model_copy(update=values)


def past(what: str, day: date, today: date) -> None:
    """What is recorded has happened.

    Raises:
        DateNotYet.
    """
    if day > today:
        raise DateNotYet(what=what, day=day.isoformat(), today=today.isoformat())
