"""Plan reviews, outer checks, look-backs and proposals for accountability."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Answer, Changes, Event
from supervision.events import verdict as happened
from supervision.refusals import (
    AlreadyDecided,
    EvidenceMissing,
    NotSignedOff,
    OpinionIncomplete,
    VerifierHeldPost,
    VerifierInvolved,
    VerifierMustDiffer,
)


def review_id(case: str) -> str:
    """Id of the review of a case's plan."""
    return named("plan-review", case)


def check_id(finding: str) -> str:
    """Id of the outer checks of a finding's sign-offs."""
    return named("signoff-check", finding)


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


class HeldPost(Answer):
    """A post that the verifier holds (`until` is None) or held until a day."""

    org: str
    until: date | None = None


class CheckState(StrEnum):
    """Where the outer check of a sign-off stands."""

    OPEN = "OPEN"
    PASSED = "PASSED"
    FAILED = "FAILED"


class SignOffCheck(Aggregate):
    """The outer checks of one finding's sign-offs, one after the other."""

    finding: str = ""
    case: str = ""
    org: str = ""
    signoff: int = 0
    state: CheckState | None = None
    involved: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    rulebook: str = ""

    def open(self, opened: happened.SignOffCheckOpened) -> Changes:
        """The organisation signed inside; nothing when this sign-off is known."""
        return [] if self.exists and opened.signoff <= self.signoff else [opened]

    def give_pass(self, act: Act, posts: Sequence[HeldPost], **opinion: str) -> Changes:
        """Confirm. `posts` are all that the verifier holds or held.

        Raises:
            AlreadyDecided, VerifierInvolved, VerifierHeldPost, VerifierMustDiffer.
        """
        self._may_verify(act, posts)
        return [happened.SignOffCheckPassed(**self._names(), verifier=act.actor, **opinion)]

    def give_fail(self, act: Act, posts: Sequence[HeldPost], opinion: dict[str, Any]) -> Changes:
        """Reject with a defect; false rectification is put forward for accountability.

        `opinion` holds the fields of SignOffCheckFailed that the verifier states.

        Raises:
            AlreadyDecided, VerifierInvolved, VerifierHeldPost, VerifierMustDiffer.
        """
        self._may_verify(act, posts)
        failed = happened.SignOffCheckFailed(**self._names(), verifier=act.actor, **opinion)
        return [failed, *propose(act, self.finding, self.case, self.org, self.rulebook, failed.defect, failed.shortcomings)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.SignOffCheckOpened():
                self.finding, self.case, self.org = event.finding, event.case, event.org
                self.signoff, self.involved, self.barred = event.signoff, event.involved, event.barred
                self.rulebook = event.rulebook
                self.state = CheckState.OPEN
            case happened.SignOffCheckPassed():
                self.state = CheckState.PASSED
            case happened.SignOffCheckFailed():
                self.state = CheckState.FAILED
            case _:
                raise TypeError(f"an outer check does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, Any]:
        return {"check": self.id, "finding": self.finding, "case": self.case, "org": self.org, "signoff": self.signoff}

    def _may_verify(self, act: Act, posts: Sequence[HeldPost]) -> None:
        if self.state is not CheckState.OPEN:
            raise AlreadyDecided(field="finding", what="outer check", state=self.state or "not requested")
        if act.actor in self.involved:
            raise VerifierInvolved()
        if act.actor in self.barred:
            raise VerifierMustDiffer()
        book = rulebook.preset(self.rulebook)
        for post in posts:
            if post.org != self.org:
                continue
            until = post.until or act.today
            if act.today <= rulebook.last_day(book, until, book.settings.recusal_window.value):
                raise VerifierHeldPost(until=until)


class LookBack(Aggregate):
    """One look-back at one finding."""

    finding: str = ""

    def reopen(
        self,
        act: Act,
        *,
        finding: str,
        case: str,
        org: str,
        book: str,
        state: str,
        ground: happened.Ground,
        defect: happened.Defect | None,
        reason: str,
        decision: str,
        evidence: tuple[str, ...],
    ) -> Changes:
        """Overturn a sign-off on evidence.

        Args:
            state: the finding's state as its owner answered a moment ago.

        Raises:
            NotSignedOff, EvidenceMissing.
        """
        if state != "SIGNED_OFF":
            raise NotSignedOff(field="finding", state=state)
        if not evidence:
            raise EvidenceMissing(field="evidence")
        reopened = happened.LookBackReopened(
            look_back=self.id,
            finding=finding,
            case=case,
            org=org,
            ground=ground,
            defect=defect,
            reason=reason,
            decision=decision,
            evidence=evidence,
            verifier=act.actor,
        )
        return [reopened.under("R-152", book), *propose(act, finding, case, org, book, defect, reason)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.LookBackReopened():
                self.finding = event.finding
            case _:
                raise TypeError(f"a look-back does not fold {event.TOPIC} of {at}")


class Proposal(Aggregate):
    """A proposal for accountability; persons decide on it."""

    finding: str = ""

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.AccountabilityProposed():
                self.finding = event.finding
            case _:
                raise TypeError(f"a proposal does not fold {event.TOPIC} of {at}")


def propose(act: Act, finding: str, case: str, org: str, book: str, defect: happened.Defect | None, grounds: str) -> Changes:
    """False rectification is put forward for accountability (R-141); other defects are not."""
    if defect is not happened.Defect.FALSE:
        return []
    proposal = happened.AccountabilityProposed(
        proposal=act.new_id("proposal"), finding=finding, case=case, org=org, grounds=grounds, defect=defect
    )
    return [proposal.under("R-141", book)]
