"""The review of a plan, version by version."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import plan_review as happened
from supervision.model.reviewers import plan_rule
from supervision.refusals.report_reviews import OpinionGivenBefore, OpinionsAgainst, OpinionsMissing
from supervision.refusals.verdicts import AlreadyDecided, OpinionIncomplete


def review_id(case: str) -> str:
    """Id of the review of a case's plan."""
    return named("plan-review", case)


class PlanState(StrEnum):
    """Where one version of a plan stands with its reviewers."""

    RECEIVED = "RECEIVED"
    PASSED = "PASSED"
    PASSED_WITH_OPINION = "PASSED_WITH_OPINION"
    RETURNED = "RETURNED"
    WITHDRAWN = "WITHDRAWN"


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


class Reasons(BaseModel):
    """Why a verdict does not wait for a body, or goes against one."""

    missing_reason: str = ""
    against_reason: str = ""


class PlanVersion(BaseModel):
    """A version of the plan, the bodies whose opinion is asked, and the verdict on it."""

    version: int
    received_on: date
    special_checks: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    state: PlanState = PlanState.RECEIVED
    opinion: Opinion | None = None
    verifier: str = ""
    missing_reason: str = ""
    against_reason: str = ""

    @property
    def demanded(self) -> tuple[str, ...]:
        """What it was returned with: the next version answers that."""
        return self.opinion.demands if self.opinion and self.state is PlanState.RETURNED else ()


class PlanReview(Aggregate):
    """The review of a case's plan, version by version (R-25, R-26, R-38)."""

    KIND = "supervision.plan-review"

    plan: str = ""
    case: str = ""
    org: str = ""
    rulebook: str = ""
    versions: list[PlanVersion] = Field(default_factory=list)
    opinions: list[happened.PlanOpinionReceived] = Field(default_factory=list)
    not_applied: int = 0

    @property
    def authors(self) -> frozenset[str]:
        """Persons who gave an opinion or a verdict on any version: none of them evaluates alone (SOD-08)."""
        verifiers = {version.verifier for version in self.versions if version.verifier}
        return frozenset(verifiers | {opinion.verifier for opinion in self.opinions})

    def given(self, version: int) -> dict[str, happened.PlanOpinionReceived]:
        """By body, what was said of a version."""
        return {opinion.body: opinion for opinion in self.opinions if opinion.plan_version == version}

    def receive(self, received: happened.PlanReceived) -> Changes:
        """A version arrived; nothing when it is known."""
        if any(known.version == received.plan_version for known in self.versions):
            return []
        return [received.under("R-25", received.rulebook)]

    def hear(self, told: happened.PlanOpinionReceived, book: str) -> Changes:
        """A neighbour's opinion, also before the version arrived or after the verdict; a second one is noted only.

        Args:
            book: the rulebook of the case, "" when the case is not known here yet.
        """
        before = self.given(told.plan_version).get(told.body)
        if before is not None:
            return [] if before.opinion_no == told.opinion_no else [self._second(told)]
        rule = plan_rule(book, told.body) if book else ""
        return [told.under(rule, book) if rule else told]

    def take_back(self, version: int, reason: str) -> Changes:
        """The version was withdrawn; nothing when it does not wait for a verdict."""
        known = next((known for known in self.versions if known.version == version), None)
        if known is None or known.state is not PlanState.RECEIVED:
            return []
        whose = {"review": self.id, "plan": self.plan, "case": self.case, "org": self.org}
        return [happened.PlanTakenBack(**whose, plan_version=version, reason=reason)]

    def opine(self, told: happened.PlanOpinionReceived) -> Changes:
        """A body that acts here (the office) says what it thinks of a version that waits.

        Raises:
            AlreadyDecided, OpinionGivenBefore, OpinionIncomplete.
        """
        self._waits(told.plan_version)
        if told.body in self.given(told.plan_version):
            raise OpinionGivenBefore(body=told.body, version=told.plan_version)
        if told.conclusion is happened.Stand.AGAINST and not "".join(told.demands).strip():
            raise OpinionIncomplete(field="demands", missing="demands")
        return self.hear(told, self.rulebook)

    def give_pass(self, act: Act, opinion: Opinion, reasons: Reasons) -> Changes:
        """Pass the version, with or without demands.

        Raises:
            AlreadyDecided, OpinionIncomplete; OpinionsMissing, OpinionsAgainst: without the reason.
        """
        known = self._undecided(opinion, "overall")
        missing = self._missing(known, reasons)
        given = self.given(known.version)
        against = tuple(sorted(body for body, said in given.items() if said.conclusion is happened.Stand.AGAINST))
        if against and not reasons.against_reason.strip():
            raise OpinionsAgainst(field="against_reason", against=", ".join(against))
        passed = happened.PlanPassed(
            **self._names(act),
            **opinion.model_dump(),
            with_opinion=bool(opinion.demands),
            missing=missing,
            missing_reason=reasons.missing_reason if missing else "",
            against=against,
            against_reason=reasons.against_reason if against else "",
        )
        return [passed.under("R-26", self.rulebook)]

    def give_back(self, act: Act, opinion: Opinion, reasons: Reasons) -> Changes:
        """Return the version; an opinion that returns says what falls short and what is demanded.

        Raises:
            AlreadyDecided, OpinionIncomplete; OpinionsMissing: without the reason.
        """
        known = self._undecided(opinion, "overall", "shortcomings", "demands")
        missing = self._missing(known, reasons)
        returned = happened.PlanReturned(
            **self._names(act), **opinion.model_dump(), missing=missing, missing_reason=reasons.missing_reason if missing else ""
        )
        return [returned.under("R-26", self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.PlanReceived():
                self.plan, self.case, self.org, self.rulebook = event.plan, event.case, event.org, event.rulebook
                arrived = PlanVersion(version=event.plan_version, received_on=event.received_on, bodies=event.bodies)
                self.versions.append(arrived.model_copy(update={"special_checks": event.special_checks}))
            case happened.PlanOpinionReceived():
                self.opinions.append(event)
            case happened.PlanOpinionNotApplied():
                self.not_applied += 1
            case happened.PlanTakenBack():
                next(known for known in self.versions if known.version == event.plan_version).state = PlanState.WITHDRAWN
            case happened.PlanPassed():
                self._decide(event, PlanState.PASSED_WITH_OPINION if event.with_opinion else PlanState.PASSED)
            case happened.PlanReturned():
                self._decide(event, PlanState.RETURNED)
            case _:
                raise TypeError(f"a plan review does not fold {event.TOPIC} of {at}")

    def _decide(self, event: happened.PlanPassed | happened.PlanReturned, state: PlanState) -> None:
        known = next(known for known in self.versions if known.version == event.plan_version)
        known.state, known.verifier, known.missing_reason = state, event.verifier, event.missing_reason
        known.against_reason = getattr(event, "against_reason", "")
        known.opinion = Opinion(**{name: getattr(event, name) for name in Opinion.model_fields})

    def _names(self, act: Act) -> dict[str, str]:
        return {"review": self.id, "plan": self.plan, "case": self.case, "org": self.org, "verifier": act.actor}

    def _second(self, told: happened.PlanOpinionReceived) -> happened.PlanOpinionNotApplied:
        refusal = OpinionGivenBefore(body=told.body, version=told.plan_version)
        said = told.model_dump(exclude={"overall", "demands", "given_on"})
        return happened.PlanOpinionNotApplied(**said, code=refusal.code, en=refusal.text("en"), zh=refusal.text("zh"))

    def _missing(self, known: PlanVersion, reasons: Reasons) -> tuple[str, ...]:
        given = self.given(known.version)
        missing = tuple(body for body in known.bodies if body not in given)
        if missing and not reasons.missing_reason.strip():
            raise OpinionsMissing(field="missing_reason", missing=", ".join(missing))
        return missing

    def _waits(self, version: int) -> PlanVersion:
        known = next((known for known in self.versions if known.version == version), None)
        if known is None or known.state is not PlanState.RECEIVED:
            raise AlreadyDecided(field="plan_version", what=f"plan v{version}", state=known.state if known else "not received")
        return known

    def _undecided(self, opinion: Opinion, *parts: str) -> PlanVersion:
        known = self._waits(opinion.plan_version)
        if missing := opinion.missing(*parts):
            raise OpinionIncomplete(field=missing[0], missing=", ".join(missing))
        return known
