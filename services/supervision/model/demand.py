"""A further demand of an opinion, followed until its organ closes it."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import demand as happened
from supervision.refusals.report_reviews import AnswerEmpty, DemandEnded, DemandNotAnswered, NotInspected, NotOrganOfDemand

# The rule under which an opinion demands something.
_RULES = {happened.Source.PLAN: "R-26", happened.Source.REPORT: "R-31"}


def demand_id(review: str, version: int, no: int) -> str:
    """The id of the `no`-th demand (from 1) of the opinion on a version."""
    return named("demand", review, str(version), str(no))


class DemandState(StrEnum):
    """Where a demand stands."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"


class Demand(Aggregate):
    """One demand."""

    KIND = "supervision.demand"
    CALLED = "进一步要求 / demand"

    case: str = ""
    org: str = ""
    organ: str = ""
    state: DemandState = DemandState.OPEN
    answers: list[happened.DemandAnswered] = Field(default_factory=list)

    def answer(self, act: Act, holder: str, note: str, evidence: Sequence[str]) -> Changes:
        """The organisation that answers for the case now answers with a note, evidence, or both.

        Raises:
            NotInspected, AnswerEmpty, DemandEnded.
        """
        if act.org != holder:
            raise NotInspected
        if self.state is DemandState.CLOSED:
            raise DemandEnded(field="demand")
        if not note.strip() and not evidence:
            raise AnswerEmpty(field="note")
        answered = happened.DemandAnswered(
            **self._names(), answered_on=act.effective_day, note=note, evidence=tuple(evidence), by=act.actor
        )
        return [answered]

    def answered_by_version(self, version: int, on: date, by: str) -> Changes:
        """The next version of the document is an answer to what is open."""
        if not self.exists or self.state is not DemandState.OPEN:
            return []
        return [happened.DemandAnswered(**self._names(), answered_on=on, version=version, by=by)]

    def close(self, act: Act, note: str) -> Changes:
        """The organ that made it is satisfied.

        Raises:
            NotOrganOfDemand, DemandNotAnswered.
        """
        if act.role != self.organ:
            raise NotOrganOfDemand(organ=self.organ)
        if self.state is not DemandState.ANSWERED:
            raise DemandNotAnswered(field="demand", state=self.state)
        return [happened.DemandClosed(**self._names(), closed_on=act.effective_day, note=note, by=act.actor)]

    def settled_by(self, act: Act, opinion_no: str) -> Changes:
        """A later version was accepted: what it answered is closed with that opinion."""
        if not self.exists or self.state is not DemandState.ANSWERED:
            return []
        return [happened.DemandClosed(**self._names(), closed_on=act.effective_day, note=opinion_no, by=act.actor)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.DemandOpened():
                self.case, self.org, self.organ = event.case, event.org, event.organ
            case happened.DemandAnswered():
                self.state = DemandState.ANSWERED
                self.answers.append(event)
            case happened.DemandClosed():
                self.state = DemandState.CLOSED
            case _:
                raise TypeError(f"a demand does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, str]:
        return {"demand": self.id, "case": self.case, "org": self.org}


def opened(
    *,
    source: happened.Source,
    review: str,
    case: str,
    org: str,
    subject: str,
    version: int,
    opinion_no: str,
    demands: Sequence[str],
    organ: str,
    on: date,
    book: str,
) -> Changes:
    """One fact for each demand of an opinion.

    Args:
        subject: which report ("progress", a special check); "" for a plan.
        organ: role of the body that follows it.
    """
    return [
        happened.DemandOpened(
            demand=demand_id(review, version, no),
            case=case,
            org=org,
            source=source,
            review=review,
            subject=subject,
            version=version,
            no=no,
            opinion_no=opinion_no,
            text=text,
            organ=organ,
            opened_on=on,
        ).under(_RULES[source], book)
        for no, text in enumerate(demands, 1)
    ]
