"""Accountability: what is put forward, who decides, and what is kept of it: reference, class and date (R-84 to R-87)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kernel.aggregates import Aggregate, Repository
from kernel.context import Act
from kernel.messages import Answer, Changes, Event
from supervision.events import accountability as happened
from supervision.events.accountability import AppealOutcome, Consequence, SubjectClass
from supervision.events.words import Defect
from supervision.model.case import CaseFile, file_id
from supervision.model.obligation import Obligation
from supervision.model.rule import resting
from supervision.refusals.accountability import (
    AppealOutcomeMissing,
    AppealOutcomeUnasked,
    CaseNeeded,
    CitationMissing,
    MatterDayLater,
    MatterState,
    NoLevelAbove,
    NotDecider,
    NotDeciderAbove,
    NotSubject,
    ObligationUnknown,
    OwnAccountability,
)
from supervision.refusals.measures import NumberUsed

RULES = {
    SubjectClass.INSPECTED_ORG: "R-84",
    SubjectClass.SUPERVISOR: "R-85",
    SubjectClass.FUNCTIONAL_DEPT: "R-86",
    SubjectClass.INSPECTION_ORGAN: "R-87",
}


class State(StrEnum):
    """How far a matter is."""

    PROPOSED = "PROPOSED"
    ACCEPTED_FOR_REVIEW = "ACCEPTED_FOR_REVIEW"
    DECIDED = "DECIDED"
    SERVED = "SERVED"
    EFFECTIVE = "EFFECTIVE"
    APPEALED = "APPEALED"
    CLOSED = "CLOSED"


class Superior(Answer):
    """The organ above an organ, on a day; None when the register knows none."""

    org: str
    above: str | None = None


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides a matter: an organ, in a role."""

    org: str
    role: str


def decider(subject_class: SubjectClass, subject: str, file: CaseFile | None, superior: Superior | None, act: Act) -> Decider:
    """Who decides on a subject of this class.

    Class a and c: the case's discipline organ; c without a case: the discipline organ that proposes. Class b: the level above
    (SOD-12). Class d: the case's leading group for the dispatching side; for the leading group itself the level above.

    Raises:
        CaseNeeded: class a, or class c put forward by another body, without a case.
        NoLevelAbove: the register knows no organ above the subject.
    """
    above = superior.above if superior else None
    match subject_class:
        case SubjectClass.INSPECTED_ORG | SubjectClass.FUNCTIONAL_DEPT if file is not None:
            return Decider(file.bodies["discipline"], "discipline")
        case SubjectClass.FUNCTIONAL_DEPT if act.role == "discipline":
            return Decider(act.org, "discipline")
        case SubjectClass.INSPECTED_ORG | SubjectClass.FUNCTIONAL_DEPT:
            raise CaseNeeded(field="case")
        case SubjectClass.INSPECTION_ORGAN if file is not None and file.bodies["leading_group"] != subject:
            return Decider(file.bodies["leading_group"], "leading_group")
    if above is None:
        raise NoLevelAbove(field="subject")
    return Decider(above, "discipline" if subject_class is SubjectClass.SUPERVISOR else "leading_group")


class Accountability(Aggregate):
    """One matter of accountability."""

    KIND = "supervision.accountability"
    CALLED = "问责事项 / matter of accountability"

    number: str = ""
    finding: str | None = None
    case: str | None = None
    org: str = ""
    subject_class: SubjectClass = SubjectClass.INSPECTED_ORG
    subject: str = ""
    person: str | None = None
    obligations: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    decider: str = ""
    decider_role: str = ""
    rulebook: str = ""
    outcome: Consequence | None = None
    decision_no: str = ""
    decided_on: date | None = None
    announced: bool = False
    appealed: bool = False
    state: State | None = None

    def propose(self, proposed: happened.AccountabilityProposed, act: Act, repo: Repository) -> Changes:
        """Put a matter forward.

        Raises:
            NumberUsed, CitationMissing, ObligationUnknown.
            OwnAccountability: by its subject (SOD-10).
        """
        if self.exists:
            raise NumberUsed(field="number", number=proposed.number)
        if act.actor == proposed.person or act.org == (proposed.subject or proposed.org):
            raise OwnAccountability()
        _cited(proposed.obligations, proposed.events, repo)
        return [resting(proposed, RULES[proposed.subject_class], proposed.rulebook)]

    def accept(
        self, note: str, number: str, obligations: tuple[str, ...], events: tuple[str, ...], act: Act, repo: Repository
    ) -> Changes:
        """Take it up for review; what it rests on is complete by now.

        Raises:
            MatterState, NotDecider, NotDeciderAbove, OwnAccountability, CitationMissing, ObligationUnknown.
        """
        self._must_be(State.PROPOSED)
        self._by_decider(act, repo)
        cited = tuple(dict.fromkeys((*self.obligations, *obligations)))
        shown = tuple(dict.fromkeys((*self.events, *events)))
        _cited(cited, shown, repo)
        accepted = happened.AccountabilityAccepted(
            **self._names(), number=number or self.number, obligations=cited, events=shown, note=note, by=act.actor
        )
        return [accepted]

    def decide(self, outcome: Consequence, decision_no: str, on: date, act: Act, repo: Repository) -> Changes:
        """Decide.

        Raises:
            MatterState, NotDecider, NotDeciderAbove, OwnAccountability, MatterDayLater.
        """
        self._must_be(State.ACCEPTED_FOR_REVIEW)
        self._by_decider(act, repo)
        _has_come("decided_on", on, act)
        decided = happened.AccountabilityDecided(
            **self._names(),
            subject_class=self.subject_class,
            outcome=outcome,
            decision_no=decision_no,
            decided_on=on,
            by=act.actor,
        )
        changes: Changes = [resting(decided, RULES[self.subject_class], self.rulebook)]
        if outcome is Consequence.POST_ADJUSTMENT:
            adjustment = happened.AdjustmentProposed(
                proposal=self.id, case=self.case, org=self.subject, person=self.person, reason=decision_no
            )
            changes.append(resting(adjustment, "R-72", self.rulebook))
        return changes

    def serve(self, on: date, receipt: str, act: Act, repo: Repository) -> Changes:
        """Serve the decision on its subject.

        Raises:
            MatterState, NotDecider, NotDeciderAbove, OwnAccountability, MatterDayLater.
        """
        self._must_be(State.DECIDED)
        self._by_decider(act, repo)
        _has_come("served_on", on, act)
        return [happened.AccountabilityServed(**self._names(), served_on=on, receipt_sha256=receipt, by=act.actor)]

    def take_effect(self, on: date, act: Act, repo: Repository) -> Changes:
        """The decision takes effect.

        Raises:
            MatterState, NotDecider, NotDeciderAbove, OwnAccountability, MatterDayLater.
        """
        self._must_be(State.SERVED)
        self._by_decider(act, repo)
        _has_come("effective_on", on, act)
        return [happened.AccountabilityEffective(**self._names(), effective_on=on, by=act.actor)]

    def answer(self, response: str, holder: str, act: Act) -> Changes:
        """The subject responds.

        Args:
            holder: the organisation that answers for the case now; for other subjects the subject.

        Raises:
            MatterState, NotSubject.
        """
        self._must_be(State.SERVED, State.EFFECTIVE, State.APPEALED)
        self._by_subject(holder, act)
        return [happened.AccountabilityAnswered(**self._names(), response_sha256=response, by=act.actor)]

    def appeal(self, appeal: str, holder: str, act: Act) -> Changes:
        """The subject appeals.

        Raises:
            MatterState, NotSubject.
        """
        self._must_be(State.SERVED, State.EFFECTIVE)
        self._by_subject(holder, act)
        appealed = happened.AccountabilityAppealed(
            **self._names(), appeal_sha256=appeal, appealed_on=act.effective_day, by=act.actor
        )
        return [appealed]

    def announce(self, notice: str, act: Act, repo: Repository) -> Changes:
        """The decision may be spoken of in public; nothing when it may already.

        Raises:
            MatterState, NotDecider, NotDeciderAbove, OwnAccountability.
        """
        self._must_be(State.DECIDED, State.SERVED, State.EFFECTIVE, State.APPEALED, State.CLOSED)
        self._by_decider(act, repo)
        if self.announced or self.outcome is None or self.decided_on is None:
            return []
        announced = happened.AccountabilityAnnounced(
            **self._names(),
            subject_class=self.subject_class,
            outcome=self.outcome,
            decision_no=self.decision_no,
            decided_on=self.decided_on,
            notice=notice,
            by=act.actor,
        )
        return [announced]

    def close(self, result: str, appeal: AppealOutcome | None, act: Act, repo: Repository) -> Changes:
        """Close the matter; one that was appealed with the outcome of the appeal.

        Raises:
            MatterState, NotDecider, NotDeciderAbove, OwnAccountability, AppealOutcomeMissing, AppealOutcomeUnasked.
        """
        ready = (State.EFFECTIVE, State.APPEALED)
        self._must_be(*(ready if self.outcome is not Consequence.NO_ACTION else (*ready, State.DECIDED, State.SERVED)))
        self._by_decider(act, repo)
        if self.appealed and appeal is None:
            raise AppealOutcomeMissing(field="appeal")
        if appeal is not None and not self.appealed:
            raise AppealOutcomeUnasked(field="appeal")
        return [happened.AccountabilityClosed(**self._names(), result=result, appeal=appeal, by=act.actor)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.AccountabilityProposed():
                self.number, self.finding, self.case, self.org = event.number, event.finding, event.case, event.org
                self.subject_class, self.subject, self.person = event.subject_class, event.subject or event.org, event.person
                self.obligations, self.events, self.rulebook = event.obligations, event.events, event.rulebook
                self.decider, self.decider_role = event.decider or "", event.decider_role
                self.state = State.PROPOSED
            case happened.AccountabilityAccepted():
                self.number, self.obligations, self.events = event.number, event.obligations, event.events
                self.state = State.ACCEPTED_FOR_REVIEW
            case happened.AccountabilityDecided():
                self.outcome, self.decision_no, self.decided_on = event.outcome, event.decision_no, event.decided_on
                self.state = State.DECIDED
            case happened.AccountabilityServed():
                self.state = State.SERVED
            case happened.AccountabilityEffective():
                self.state = State.EFFECTIVE
            case happened.AccountabilityAppealed():
                self.appealed, self.state = True, State.APPEALED
            case happened.AccountabilityAnnounced():
                self.announced = True
            case happened.AccountabilityClosed():
                self.state = State.CLOSED
            case happened.AdjustmentProposed() | happened.AccountabilityAnswered():
                pass  # kept in the record; nothing here depends on them
            case _:
                raise TypeError(f"a matter of accountability does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, Any]:
        return {"matter": self.id, "case": self.case, "org": self.org}

    def _must_be(self, *states: State) -> None:
        if self.state not in states:
            raise MatterState(state=self.state or "-", wanted=", ".join(states))

    def decided_by(self, repo: Repository) -> Decider:
        """Who decides; a proposal that follows from a verdict leaves it to the organs of its case."""
        if self.decider or self.case is None:
            return Decider(self.decider, self.decider_role)
        return Decider(repo.find(CaseFile, file_id(self.case)).bodies.get("discipline", ""), "discipline")

    def _by_decider(self, act: Act, repo: Repository) -> None:
        if act.actor == self.person or act.org == self.subject:
            raise OwnAccountability()
        deciding = self.decided_by(repo)
        if (act.org, act.role) != (deciding.org, deciding.role):
            raise NotDeciderAbove() if self.subject_class is SubjectClass.SUPERVISOR else NotDecider(role=deciding.role)

    def _by_subject(self, holder: str, act: Act) -> None:
        whose = holder if self.subject == self.org and self.case else self.subject
        if act.actor != self.person and act.org != whose:
            raise NotSubject()


def propose(act: Act, finding: str, case: str, org: str, book: str, defect: Defect | None, grounds: str) -> Changes:
    """False rectification is put forward for accountability (R-141); other defects are not."""
    if defect is not Defect.FALSE:
        return []
    proposal = happened.AccountabilityProposed(
        proposal=act.new_id("proposal"),
        finding=finding,
        case=case,
        org=org,
        grounds=grounds,
        defect=defect,
        rulebook=book,
        proposer=act.actor,
    )
    return [proposal.under("R-141", book)]


def _cited(obligations: Sequence[str], events: Sequence[str], repo: Repository) -> None:
    """At least one obligation, which must be there, and one event."""
    missing = [what for what, given in (("obligations", obligations), ("events", events)) if not given]
    if missing:
        raise CitationMissing(field=missing[0], missing=", ".join(missing))
    for n, obligation in enumerate(obligations):
        if not repo.find(Obligation, obligation).exists:
            raise ObligationUnknown(field=f"obligations.{n}", obligation=obligation)


def _has_come(field: str, day: date, act: Act) -> None:
    if day > act.today:
        raise MatterDayLater(field=field, day=day)
