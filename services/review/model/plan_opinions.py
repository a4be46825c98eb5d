"""Opinions on the personnel part of a plan, version by version (R-38)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from review.events import plan as told
from review.events.words import Part, Stand
from review.model.reviewer import HeldPost, given_on, require_outsider
from review.model.ruled import due, resting
from review.refusals.opinions import NoPersonnelPart, NothingToReview, OpinionGivenBefore, PartsMissing

RULE = "R-38"


class PartState(StrEnum):
    """How far one version is."""

    RECEIVED = "RECEIVED"
    PASSED = "PASSED"
    RETURNED = "RETURNED"
    WITHDRAWN = "WITHDRAWN"


class PlanOpinion(Part):
    """What is said of the personnel part."""

    conclusion: Stand
    opinion_no: str
    overall: str
    demands: tuple[str, ...] = ()


class PartVersion(Part):
    """A version with a personnel part, and what was said of it."""

    version: int
    plan: str
    received_on: date
    target: date | None = None
    state: PartState = PartState.RECEIVED
    opinion: PlanOpinion | None = None
    given_on: date | None = None
    verifier: str = ""


def plan_opinions_id(case: str) -> str:
    """The id under which the opinions on a case's plan are kept."""
    return named("personnel-plan", case)


class PlanOpinions(Aggregate):
    """The personnel part of a case's plan."""

    KIND = "review.plan-part"

    case: str = ""
    org: str = ""
    rulebook: str = ""
    versions: list[PartVersion] = Field(default_factory=list)

    def receive(self, received: told.PlanPartReceived) -> Changes:
        """A version with a personnel part was handed in; nothing when it is known."""
        if any(known.version == received.plan_version for known in self.versions):
            return []
        return [resting(received, RULE, received.rulebook)]

    def withdraw(self, version: int) -> Changes:
        """A version was taken back; nothing when nothing waits."""
        known = self._version(version)
        if known is None or known.state is not PartState.RECEIVED:
            return []
        whose = {"opinions": self.id, "plan": known.plan, "case": self.case, "org": self.org}
        return [told.PlanPartWithdrawn(**whose, plan_version=version)]

    def give(self, act: Act, posts: Sequence[HeldPost], version: int, opinion: PlanOpinion) -> Changes:
        """Say whether the personnel part passes; one that returns it says what is demanded.

        Raises:
            NoPersonnelPart, NothingToReview, OpinionGivenBefore, PartsMissing, OpinionBeforeReceipt, VerifierHeldPostThere.
        """
        if not self.versions:
            raise NoPersonnelPart
        known = self._version(version)
        what = "整改方案 / plan"
        if known is not None and known.given_on is not None:
            raise OpinionGivenBefore(field="plan_version", what=what, version=version, given=known.given_on)
        if known is None or known.state is not PartState.RECEIVED:
            state = known.state if known else "not received"
            raise NothingToReview(field="plan_version", what=what, version=version, state=state)
        wanted = ("overall", "demands") if opinion.conclusion is Stand.AGAINST else ("overall",)
        if missing := [part for part in wanted if not getattr(opinion, part)]:
            raise PartsMissing(field=missing[0], missing=", ".join(missing))
        require_outsider(act, posts, self.org, self.rulebook)
        given = told.PlanOpinionGiven(
            opinions=self.id,
            plan=known.plan,
            case=self.case,
            org=self.org,
            plan_version=version,
            **{name: getattr(opinion, name) for name in PlanOpinion.model_fields},
            given_on=given_on(act, known.received_on, None, RULE),
            verifier=act.actor,
        )
        return [resting(given, RULE, self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.PlanPartReceived():
                self.case, self.org, self.rulebook = event.case, event.org, event.rulebook
                target = due(event.rulebook, RULE, event.received_on)
                received = PartVersion(version=event.plan_version, plan=event.plan, received_on=event.received_on, target=target)
                self.versions.append(received)
            case told.PlanPartWithdrawn():
                self._mark(event.plan_version, state=PartState.WITHDRAWN)
            case told.PlanOpinionGiven():
                state = PartState.PASSED if event.conclusion is Stand.FAVOURS else PartState.RETURNED
                said = PlanOpinion(**{name: getattr(event, name) for name in PlanOpinion.model_fields})
                given = {"state": state, "opinion": said, "given_on": event.given_on, "verifier": event.verifier}
                self._mark(event.plan_version, **given)
            case _:
                raise TypeError(f"opinions on a plan do not fold {event.TOPIC} of {at}")

    def _version(self, version: int) -> PartVersion | None:
        return next((known for known in self.versions if known.version == version), None)

    def _mark(self, version: int, **values: object) -> None:
        self.versions = [known.model_copy(update=values) if known.version == version else known for known in self.versions]
