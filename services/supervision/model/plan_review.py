"""The review of a plan, version by version."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import plan_review as happened
from supervision.refusals.verdicts import AlreadyDecided, OpinionIncomplete


def review_id(case: str) -> str:
    """Id of the review of a case's plan."""
    return named("plan-review", case)


class PlanState(StrEnum):
    """Where one version of a plan stands with its reviewer."""

    RECEIVED = "RECEIVED"
    PASSED = "PASSED"
    PASSED_WITH_OPINION = "PASSED_WITH_OPINION"
    RETURNED = "RETURNED"


class Opinion(BaseModel):
    """What a reviewer says about one version of a plan."""

    plan_version: int
    opinion_no: str
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()

    def missing(self, *parts: str) -> list[str]:
        """Which of these parts are empty."""
        return [part for part in parts if not getattr(self, part)]


class PlanVersion(BaseModel):
    """A version of the plan and the opinion on it."""

    version: int
    received_on: date
    state: PlanState = PlanState.RECEIVED
    opinion: Opinion | None = None


class PlanReview(Aggregate):
    """The review of a case's plan, version by version (R-25, R-26)."""

    plan: str = ""
    case: str = ""
    org: str = ""
    rulebook: str = ""
    versions: list[PlanVersion] = Field(default_factory=list)

    def receive(self, received: happened.PlanReceived) -> Changes:
        """A version arrived; nothing when it is known."""
        if any(known.version == received.plan_version for known in self.versions):
            return []
        return [received.under("R-25", received.rulebook)]

    def give_pass(self, act: Act, opinion: Opinion) -> Changes:
        """Pass the version, with or without demands.

        Raises:
            AlreadyDecided, OpinionIncomplete.
        """
        self._undecided(opinion, "overall")
        passed = happened.PlanPassed(**self._names(act), **opinion.model_dump(), with_opinion=bool(opinion.demands))
        return [passed.under("R-26", self.rulebook)]

    def give_back(self, act: Act, opinion: Opinion) -> Changes:
        """Return the version; an opinion that returns says what falls short and what is demanded.

        Raises:
            AlreadyDecided, OpinionIncomplete.
        """
        self._undecided(opinion, "overall", "shortcomings", "demands")
        returned = happened.PlanReturned(**self._names(act), **opinion.model_dump())
        return [returned.under("R-26", self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.PlanReceived():
                self.plan, self.case, self.org, self.rulebook = event.plan, event.case, event.org, event.rulebook
                self.versions.append(PlanVersion(version=event.plan_version, received_on=event.received_on))
            case happened.PlanPassed():
                self._decide(event, PlanState.PASSED_WITH_OPINION if event.with_opinion else PlanState.PASSED)
            case happened.PlanReturned():
                self._decide(event, PlanState.RETURNED)
            case _:
                raise TypeError(f"a plan review does not fold {event.TOPIC} of {at}")

    def _decide(self, event: happened.PlanPassed | happened.PlanReturned, state: PlanState) -> None:
        known = next(known for known in self.versions if known.version == event.plan_version)
        known.state = state
        known.opinion = Opinion(**{name: getattr(event, name) for name in Opinion.model_fields})

    def _names(self, act: Act) -> dict[str, str]:
        return {"review": self.id, "plan": self.plan, "case": self.case, "org": self.org, "verifier": act.actor}

    def _undecided(self, opinion: Opinion, *parts: str) -> None:
        version = opinion.plan_version
        known = next((known for known in self.versions if known.version == version), None)
        if known is None or known.state is not PlanState.RECEIVED:
            raise AlreadyDecided(field="plan_version", what=f"plan v{version}", state=known.state if known else "not received")
        if missing := opinion.missing(*parts):
            raise OpinionIncomplete(field=missing[0], missing=", ".join(missing))
