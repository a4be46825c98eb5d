"""Decisions about the leadership team of an organisation, what the register made of them, and appointment talks."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event, Fact
from review.events import leadership as told
from review.events.words import Part, Post, TalkItem, TalkTopic
from review.model.reviewer import HeldPost
from review.model.ruled import resting
from review.refusals.leadership import (
    DecidedBefore,
    DecisionInForce,
    InPostAlready,
    NoSuchDecision,
    NotInPost,
    OwnAppointment,
    SamePerson,
    TalkTooEarly,
    TalkWithoutRectification,
    TwoPrincipals,
)
from review.refusals.organ import NotOrganOfThisCase, OwnLeadership

RULE = "R-113"
# Whoever of the leadership team changes, what is open is handed over.
HANDED_OVER = "R-106"


class DecisionState(StrEnum):
    """What became of a decision: the register follows it on its day, or says why it cannot."""

    DECIDED = "DECIDED"
    FOLLOWED = "FOLLOWED"
    NOT_FOLLOWED = "NOT_FOLLOWED"
    REVOKED = "REVOKED"


class OpenCase(Part):
    """A case that the organisation answers for."""

    case: str
    org_dept: str
    rulebook: str


class Decision(Part):
    """A decision about one person and one post; `removal` when it only ends one."""

    decision: str
    decision_no: str
    post: Post
    person: str
    replaces: str | None = None
    removal: bool = False
    acting: bool = False
    effective_on: date
    state: DecisionState = DecisionState.DECIDED


class Appointment(Part):
    """What a decision to appoint says."""

    post: Post
    person: str
    replaces: str | None = None
    title: str = ""
    acting: bool = False
    effective_on: date
    decision_no: str
    document: str


class Removal(Part):
    """What a decision to remove says."""

    post: Post
    person: str
    effective_on: date
    decision_no: str
    document: str
    reason: str = ""


class Talk(Part):
    """What was said in an appointment talk."""

    person: str
    items: tuple[TalkItem, ...]
    place: str = ""
    record_sha256: str


class HeldTalk(Part):
    """A talk that was held, and the cases that were open then."""

    talk: str
    person: str
    held_on: date
    place: str
    items: tuple[TalkItem, ...]
    cases: tuple[str, ...]
    speaker: str
    record_sha256: str


_OF_TALK = tuple(name for name in HeldTalk.model_fields if name != "items")


def leadership_id(org: str) -> str:
    """The id under which the decisions about an organisation's posts are kept."""
    return named("leadership", org)


def decision_id(org: str, decision_no: str, person: str) -> str:
    """The id of what one paper decides about one person."""
    return named("post-decision", org, decision_no, person)


class Leadership(Aggregate):
    """The leadership team of one organisation as the organization department decides about it."""

    KIND = "review.leadership"
    CALLED = "领导班子 / leadership"

    org: str = ""
    cases: list[OpenCase] = Field(default_factory=list)
    decisions: list[Decision] = Field(default_factory=list)
    talks: list[HeldTalk] = Field(default_factory=list)

    # --- what is asked of it -----------------------------------------------------------------------------------------

    def require_department(self, act: Act, org: str) -> None:
        """Go on only for a department that may decide about the organisation: not its own, and one of its open cases'.

        Raises:
            OwnLeadership, NotOrganOfThisCase.
        """
        if act.org == org:
            raise OwnLeadership
        if self.cases and act.org not in {case.org_dept for case in self.cases}:
            raise NotOrganOfThisCase(role=act.role)

    def decided(self, decision: str) -> Decision | None:
        """The decision of this id, None when there is none."""
        return next((known for known in self.decisions if known.decision == decision), None)

    def talks_on(self, case: str) -> int:
        """How many appointment talks were held while the case was open."""
        return sum(case in talk.cases for talk in self.talks)

    # --- cases -------------------------------------------------------------------------------------------------------

    def enter(self, org: str, case: str, org_dept: str, rulebook: str) -> Changes:
        """It answers for an open case; nothing when it is known."""
        if any(known.case == case for known in self.cases):
            return []
        return [told.CaseEntered(leadership=self.id, org=org, case=case, org_dept=org_dept, rulebook=rulebook)]

    def leave(self, case: str) -> Changes:
        """It answers for an open case no longer; nothing when it is known."""
        if all(known.case != case for known in self.cases):
            return []
        return [told.CaseLeft(leadership=self.id, org=self.org, case=case)]

    # --- decisions ---------------------------------------------------------------------------------------------------

    def appoint(self, act: Act, org: str, wanted: Appointment, posts: Sequence[HeldPost]) -> Changes:
        """Decide that a person takes a post. `posts` are all that the register knows of the organisation.

        Raises:
            OwnLeadership, NotOrganOfThisCase, OwnAppointment, SamePerson, DecidedBefore, NotInPost, InPostAlready,
            TwoPrincipals.
        """
        self.require_department(act, org)
        self._foreign(act, wanted.person, wanted.replaces)
        if wanted.person == wanted.replaces:
            raise SamePerson(field="replaces")
        decision = self._fresh(org, wanted.decision_no, wanted.person)
        day, holders = wanted.effective_on, self._holders(wanted.post, wanted.effective_on, posts)
        if wanted.replaces is not None and wanted.replaces not in holders:
            raise NotInPost(field="replaces", post=wanted.post, day=day)
        if wanted.person in holders and holders[wanted.person] == wanted.acting:
            raise InPostAlready(field="person", post=wanted.post, day=day)
        if wanted.post is Post.PRINCIPAL and _serving(holders) - {wanted.person, wanted.replaces}:
            raise TwoPrincipals(field="replaces", day=day)
        words = {name: getattr(wanted, name) for name in Appointment.model_fields}
        decided = told.AppointmentDecided(leadership=self.id, org=org, decision=decision, case=self._case, **words)
        return [self._ruled(decided, wanted.post, removal=False)]

    def remove(self, act: Act, org: str, wanted: Removal, posts: Sequence[HeldPost]) -> Changes:
        """Decide that a person leaves a post.

        Raises:
            OwnLeadership, NotOrganOfThisCase, OwnAppointment, DecidedBefore, NotInPost.
        """
        self.require_department(act, org)
        self._foreign(act, wanted.person, None)
        decision = self._fresh(org, wanted.decision_no, wanted.person)
        if wanted.person not in self._holders(wanted.post, wanted.effective_on, posts):
            raise NotInPost(field="person", post=wanted.post, day=wanted.effective_on)
        words = {name: getattr(wanted, name) for name in Removal.model_fields}
        decided = told.RemovalDecided(leadership=self.id, org=org, decision=decision, case=self._case, **words)
        return [self._ruled(decided, wanted.post, removal=True)]

    def revoke(self, act: Act, org: str, person: str, decision_no: str, reason: str) -> Changes:
        """Take a decision back before the day from which it holds.

        Raises:
            OwnLeadership, NotOrganOfThisCase, OwnAppointment, NoSuchDecision, DecisionInForce.
        """
        self.require_department(act, org)
        self._foreign(act, person, None)
        known = self.decided(decision_id(org, decision_no, person))
        if known is None:
            raise NoSuchDecision(field="decision_no", decision_no=decision_no)
        if known.state is not DecisionState.DECIDED or known.effective_on <= act.today:
            raise DecisionInForce(decision_no=decision_no, state=known.state, day=known.effective_on)
        taken_back = told.AppointmentRevoked(leadership=self.id, org=org, decision=known.decision, person=person, reason=reason)
        return [self._ruled(taken_back, known.post, removal=known.removal)]

    def followed(self, decision: str) -> Changes:
        """The register followed; nothing when that is known, or the decision is not one of these."""
        known = self.decided(decision)
        if known is None or known.state in (DecisionState.FOLLOWED, DecisionState.REVOKED):
            return []
        return [told.AppointmentFollowed(leadership=self.id, org=self.org, decision=decision, person=known.person)]

    def not_followed(self, decision: str, code: str, en: str, zh: str) -> Changes:
        """The register could not follow; nothing when that is known, or the decision is not one of these."""
        known = self.decided(decision)
        if known is None or known.state is DecisionState.NOT_FOLLOWED:
            return []
        whose = {"leadership": self.id, "org": self.org, "decision": decision, "person": known.person}
        return [told.AppointmentNotFollowed(**whose, code=code, en=en, zh=zh)]

    # --- talks -------------------------------------------------------------------------------------------------------

    def talk(self, act: Act, org: str, said: Talk, posts: Sequence[HeldPost]) -> Changes:
        """Record a talk with somebody newly appointed; with open cases it raises rectification (R-113).

        Raises:
            OwnLeadership, NotOrganOfThisCase, OwnAppointment, TalkTooEarly, TalkWithoutRectification.
        """
        self.require_department(act, org)
        self._foreign(act, said.person, None)
        appointed = [known for known in self.decisions if known.person == said.person and _stands(known) and not known.removal]
        if not appointed and not any(post.person == said.person and post.org == org for post in posts):
            raise TalkTooEarly(field="person")
        topics = tuple(item.topic for item in said.items)
        if self.cases and TalkTopic.RECTIFICATION not in topics:
            raise TalkWithoutRectification(field="items", cases=len(self.cases))
        held = told.AppointmentTalkHeld(
            leadership=self.id,
            org=org,
            talk=act.new_id("talk"),
            case=self._case,
            person=said.person,
            decision=appointed[-1].decision if appointed else None,
            held_on=act.effective_day,
            place=said.place,
            topics=topics,
            texts=tuple(item.text for item in said.items),
            cases=tuple(case.case for case in self.cases),
            speaker=act.actor,
            record_sha256=said.record_sha256,
        )
        return [resting(held, RULE, self._book) if TalkTopic.RECTIFICATION in topics else held]

    def _ruled(self, decided: Event, post: Post, *, removal: bool) -> Event | Fact:
        """With an open case a new principal is to be talked to (R-113), and who leaves hands over (R-106)."""
        new_principal = post is Post.PRINCIPAL and not removal
        return resting(decided, RULE if new_principal else HANDED_OVER, self._book)

    # --- parts -------------------------------------------------------------------------------------------------------

    @property
    def _case(self) -> str | None:
        return self.cases[-1].case if self.cases else None

    @property
    def _book(self) -> str:
        return self.cases[-1].rulebook if self.cases else ""

    def _foreign(self, act: Act, *persons: str | None) -> None:
        if act.actor in persons:
            raise OwnAppointment

    def _fresh(self, org: str, decision_no: str, person: str) -> str:
        decision = decision_id(org, decision_no, person)
        if (known := self.decided(decision)) is not None:
            raise DecidedBefore(field="decision_no", decision_no=decision_no, state=known.state)
        return decision

    def _holders(self, post: Post, day: date, posts: Sequence[HeldPost]) -> dict[str, bool]:
        """Who holds the post on a day, and whether as acting: by the register, and by what was decided and waits."""
        held = {
            known.person: known.acting
            for known in posts
            if known.post == post and (known.since is None or known.since <= day) and (known.until is None or day < known.until)
        }
        waiting = [known for known in self.decisions if known.state is DecisionState.DECIDED and known.post is post]
        for known in sorted(waiting, key=lambda known: known.effective_on):
            if known.effective_on > day:
                continue
            for gone in (known.person, known.replaces) if known.removal else (known.replaces,):
                held.pop(gone or "", None)
            if not known.removal:
                held[known.person] = known.acting
        return held

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.CaseEntered():
                self.org = event.org
                self.cases.append(OpenCase(case=event.case, org_dept=event.org_dept, rulebook=event.rulebook))
            case told.CaseLeft():
                self.cases = [known for known in self.cases if known.case != event.case]
            case told.AppointmentDecided() | told.RemovalDecided():
                self.org = event.org
                words = {name: getattr(event, name) for name in ("decision", "decision_no", "post", "person", "effective_on")}
                if isinstance(event, told.RemovalDecided):
                    self.decisions.append(Decision(**words, removal=True))
                else:
                    self.decisions.append(Decision(**words, replaces=event.replaces, acting=event.acting))
            case told.AppointmentRevoked():
                self._mark(event.decision, DecisionState.REVOKED)
            case told.AppointmentFollowed():
                self._mark(event.decision, DecisionState.FOLLOWED)
            case told.AppointmentNotFollowed():
                self._mark(event.decision, DecisionState.NOT_FOLLOWED)
            case told.AppointmentTalkHeld():
                self.org = event.org
                texts = event.texts or ("",) * len(event.topics)  # the words of a shredded talk are gone, its topics are not
                items = tuple(TalkItem(topic=topic, text=text) for topic, text in zip(event.topics, texts, strict=True))
                self.talks.append(HeldTalk(items=items, **{name: getattr(event, name) for name in _OF_TALK}))
            case _:
                raise TypeError(f"a leadership does not fold {event.TOPIC} of {at}")

    def _mark(self, decision: str, state: DecisionState) -> None:
        self.decisions = [
            known.model_copy(update={"state": state}) if known.decision == decision else known for known in self.decisions
        ]


def _stands(decision: Decision) -> bool:
    return decision.state in (DecisionState.DECIDED, DecisionState.FOLLOWED)


def _serving(holders: dict[str, bool]) -> set[str]:
    """Who serves as principal: the full one, and only where there is none whoever acts."""
    full = {person for person, acting in holders.items() if not acting}
    return full or set(holders)
