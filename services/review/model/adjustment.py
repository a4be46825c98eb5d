"""The adjustment of a post: put forward, decided once, never by its subject (R-72, SOD-10)."""

from datetime import date, datetime

from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from review.events import adjustment as told
from review.events.words import Origin, Outcome, Part
from review.model.ruled import resting
from review.refusals.adjustment import (
    AdjustmentDecidedBefore,
    AnotherSubject,
    MeasureMissing,
    NotTheSubject,
    SubjectMissing,
    SubjectRecords,
)

RULE = "R-72"


class Ruling(Part):
    """What a decision says."""

    person: str | None = None
    outcome: Outcome
    measure: str = ""
    decision_no: str
    reason: str = ""
    document: str = ""


class Decided(Part):
    """What was decided, and on which day."""

    outcome: Outcome
    measure: str
    decision_no: str
    reason: str
    document: str
    decided_on: date


class Adjustment(Aggregate):
    """One proposal to adjust a post."""

    KIND = "review.adjustment"
    CALLED = "职务调整建议 / adjustment proposal"

    org: str = ""
    case: str | None = None
    person: str | None = None
    rulebook: str = ""
    origin: Origin = Origin.OWN
    reason: str = ""
    proposed_on: date | None = None
    decided: Decided | None = None
    responses: tuple[str, ...] = ()

    def put_forward(self, put: told.AdjustmentPutForward) -> Changes:
        """Somebody asks that a post be adjusted; nothing when the proposal is known.

        Raises:
            SubjectRecords: the proposer is the one whose post it is (SOD-10).
        """
        if self.exists:
            return []
        if put.origin is Origin.OWN and put.proposer == put.person:
            raise SubjectRecords(field="person")
        return [resting(put, RULE, put.rulebook)]

    def decide(self, act: Act, ruling: Ruling) -> Changes:
        """Adjust the post, or say why not.

        Raises:
            AdjustmentDecidedBefore, SubjectMissing, AnotherSubject, SubjectRecords, MeasureMissing.
        """
        if self.decided is not None:
            raise AdjustmentDecidedBefore(outcome=self.decided.outcome)
        person = ruling.person or self.person
        if person is None:
            raise SubjectMissing(field="person")
        if self.person is not None and person != self.person:
            raise AnotherSubject(field="person")
        if act.actor == person:
            raise SubjectRecords(field="person")
        part = "measure" if ruling.outcome is Outcome.ADJUSTED else "reason"
        if not getattr(ruling, part):
            raise MeasureMissing(field=part, outcome=ruling.outcome, missing=part)
        words = {name: getattr(ruling, name) for name in Ruling.model_fields if name != "person"}
        decided = told.AdjustmentDecided(
            proposal=self.id,
            org=self.org,
            case=self.case,
            person=person,
            **words,
            decided_on=act.effective_day,
            author=act.actor,
        )
        return [resting(decided, RULE, self.rulebook)]

    def respond(self, act: Act, text: str) -> Changes:
        """The subject has a word to say about the decision.

        Raises:
            NotTheSubject: nothing was decided, or about somebody else.
        """
        if self.decided is None or act.actor != self.person:
            raise NotTheSubject
        said = told.AdjustmentResponded(
            proposal=self.id, org=self.org, case=self.case, person=act.actor, text=text, responded_on=act.effective_day
        )
        return [said]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.AdjustmentPutForward():
                self.org, self.case, self.person, self.rulebook = event.org, event.case, event.person, event.rulebook
                self.origin, self.reason, self.proposed_on = event.origin, event.reason, event.proposed_on
            case told.AdjustmentDecided():
                self.person = event.person
                self.decided = Decided(**{name: getattr(event, name) for name in Decided.model_fields})
            case told.AdjustmentResponded():
                self.responses = (*self.responses, event.text)
            case _:
                raise TypeError(f"an adjustment does not fold {event.TOPIC} of {at}")
