"""The rectification plan of a case: drafted item by item, endorsed, submitted, reviewed, amended."""

from collections.abc import Mapping
from datetime import datetime

from findings.events import plan as told
from findings.events.parts import Part
from findings.model.digest import digest
from findings.model.finding import Adoption, Finding
from findings.model.plan_item import Draft, Item, drafted
from findings.refusals.plan import (
    AmendmentReasonMissing,
    FindingNotOfCase,
    FindingsOmitted,
    NoPlan,
    NotEndorsed,
    NothingAmended,
    PlanState,
    VerdictWithoutPlan,
)
from kernel.aggregates import Aggregate
from kernel.messages import Changes, Event, Fact

DRAFT, ENDORSED, SUBMITTED = "DRAFT", "ENDORSED", "SUBMITTED"
RETURNED, WITHDRAWN, PASSED, PASSED_WITH_OPINION = "RETURNED", "WITHDRAWN", "PASSED", "PASSED_WITH_OPINION"


class Version(Part):
    """One version; its items start as those of the version before."""

    no: int
    state: str
    amendment: bool
    reason: str
    begun: datetime
    items: Mapping[str, Item]
    endorsed_by: str = ""
    endorsed_digest: str = ""
    submitted: datetime | None = None
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str = ""
    decided: datetime | None = None

    @property
    def passed(self) -> bool:
        """Whether the reviewers passed it."""
        return self.state in (PASSED, PASSED_WITH_OPINION)

    @property
    def digest(self) -> str:
        """SHA-256 over the hashes of its items, by number."""
        return digest([[item.number, item.sha256] for item in sorted(self.items.values(), key=lambda item: item.number)])


class Plan(Aggregate):
    """The plan of one case with all its versions."""

    KIND = "findings.plan"
    CALLED = "整改方案 / plan"

    case: str = ""
    org: str = ""
    versions: tuple[Version, ...] = ()

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def current(self) -> Version:
        """The newest version.

        Raises:
            NoPlan: none was begun.
        """
        if not self.versions:
            raise NoPlan
        return self.versions[-1]

    @property
    def in_force(self) -> Version | None:
        """The newest version that passed, None before the first."""
        return next((version for version in reversed(self.versions) if version.passed), None)

    def _in(self, *states: str) -> Version:
        if self.current.state not in states:
            raise PlanState(version=self.current.no, state=self.current.state, allowed=" / ".join(states))
        return self.current

    # --- drafting ----------------------------------------------------------------------------------------------------

    def amend(self, reason: str) -> Changes:
        """A passed plan is to change: a version is opened, to be reviewed the same way.

        Raises:
            NoPlan, PlanState: no plan passed, or a version is in hand.
        """
        self._in(PASSED, PASSED_WITH_OPINION)
        return [self._begun(True, reason)]

    def draft(self, finding: Finding, wish: Draft) -> Changes:
        """What the plan says of a finding; the first draft, and the first after a return, begins a version.

        Raises:
            PlanState: the version is with the reviewers.
            AmendmentReasonMissing: the plan passed and no amendment was opened.
            FindingNotOfCase, FindingNotClaimed, ItemIncomplete, NumberingWrong, DueLaterThanAllowed, PartAfterDue.
        """
        opening: Changes = []
        version = 1
        if not self.versions:
            opening = [self._begun(False, "", finding)]
        elif self.current.passed:
            raise AmendmentReasonMissing(version=self.current.no)
        elif self.current.state in (RETURNED, WITHDRAWN):
            opening = [self._begun(self.in_force is not None, self.current.reason)]
            version = self.current.no + 1
        else:
            version = self._in(DRAFT, ENDORSED).no
        return [*opening, self._item(finding, wish, version)]

    def _begun(self, amendment: bool, reason: str, finding: Finding | None = None) -> told.PlanVersionBegun:
        return told.PlanVersionBegun(
            plan=self.id,
            case=finding.case if finding else self.case,
            org=finding.org if finding else self.org,
            version=len(self.versions) + 1,
            amendment=amendment,
            reason=reason,
        )

    def _item(self, finding: Finding, wish: Draft, version: int) -> Fact:
        if self.case and finding.case != self.case:
            raise FindingNotOfCase(field="finding", number=finding.number)
        item = drafted(finding, wish)
        made = told.PlanItemDrafted(plan=self.id, case=finding.case, org=finding.org, version=version, **item.model_dump())
        return made.under("R-03", finding.rulebook)

    # --- endorsing and submitting ------------------------------------------------------------------------------------

    def endorse(self, principal: str, text: str, required: Mapping[str, str], rulebook: str) -> Changes:
        """The serving principal signs for the version as it stands; whether somebody serves is asked before.

        Raises:
            NoPlan, PlanState, FindingsOmitted.
        """
        version = self._in(DRAFT)
        self._whole(version, required)
        event = told.PlanEndorsed(**self._about, version=version.no, principal=principal, digest=version.digest, text=text)
        return [event.under("R-150", rulebook)]

    def submit(self, required: Mapping[str, str], paper: "Paper", rulebook: str) -> Changes:
        """The version goes to the reviewers.

        Args:
            required: numbers of the findings that are not settled, by id: none may be missing (R-14).
            paper: what the plan says besides its items.
            rulebook: reference of the case's rulebook.

        Raises:
            NoPlan, PlanState, FindingsOmitted, NotEndorsed, NothingAmended.
        """
        version = self._in(DRAFT, ENDORSED)
        self._whole(version, required)
        if version.state != ENDORSED or version.endorsed_digest != version.digest:
            raise NotEndorsed(version=version.no)
        passed = self.in_force
        if passed is not None and passed.digest == version.digest:
            raise NothingAmended(version=version.no)
        items = sorted(version.items.values(), key=lambda item: item.number)
        event = told.PlanSubmitted(
            **self._about,
            version=version.no,
            amendment=version.amendment,
            items=tuple(told.ItemHash(finding=i.finding, number=i.number, sha256=i.sha256) for i in items),
            digest=version.digest,
            special_checks=tuple(sorted({item.special_check for item in items} - {""})),
            rulebook=rulebook,
            **paper.model_dump(),
        )
        return [event.under("R-03", rulebook)]

    def withdraw(self, reason: str) -> Changes:
        """Taken back before a verdict.

        Raises:
            NoPlan, PlanState.
        """
        return [told.PlanWithdrawn(**self._about, version=self._in(SUBMITTED).no, reason=reason)]

    def _whole(self, version: Version, required: Mapping[str, str]) -> None:
        omitted = sorted(number for finding, number in required.items() if finding not in version.items)
        if omitted:
            raise FindingsOmitted(count=len(omitted), numbers=", ".join(omitted))

    # --- verdicts ----------------------------------------------------------------------------------------------------

    def awaiting(self, version: int) -> Version:
        """The version, which must wait for a verdict.

        Raises:
            VerdictWithoutPlan: it does not.
        """
        if not self.versions or self.current.no != version or self.current.state != SUBMITTED:
            raise VerdictWithoutPlan(version=version)
        return self.current

    def passes(self, version: int, opinion: "Opinion", with_opinion: bool, rulebook: str) -> Changes:
        """The reviewers passed it.

        Raises:
            VerdictWithoutPlan.
        """
        self.awaiting(version)
        event = told.PlanPassed(**self._about, version=version, with_opinion=with_opinion, **opinion.model_dump())
        return [event.under("R-25", rulebook)]

    def is_returned(self, version: int, opinion: "Opinion", rulebook: str) -> Changes:
        """The reviewers sent it back.

        Raises:
            VerdictWithoutPlan.
        """
        self.awaiting(version)
        return [told.PlanReturned(**self._about, version=version, **opinion.model_dump()).under("R-26", rulebook)]

    def adoptions(self, version: int, with_opinion: bool) -> dict[str, Adoption]:
        """What a version means for each finding, by id."""
        taken = {"finding", "number", "unit", "supports", "member", "handler", "special_check", "sha256"}
        return {
            item.finding: Adoption(
                plan=self.id, version=version, item=item.sha256, opinion=with_opinion, **item.model_dump(exclude=taken)
            )
            for item in self.versions[version - 1].items.values()
        }

    @property
    def _about(self) -> dict[str, str]:
        return {"plan": self.id, "case": self.case, "org": self.org}

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        match event:
            case told.PlanVersionBegun():
                self.case, self.org = event.case, event.org
                former = self.versions[-1].items if self.versions else {}
                begun = Version(
                    no=event.version, state=DRAFT, amendment=event.amendment, reason=event.reason, begun=at, items=dict(former)
                )
                self.versions = (*self.versions, begun)
            case told.PlanItemDrafted():
                item = Item(**event.model_dump(exclude={"plan", "case", "org", "version"}))
                self._change(state=DRAFT, items={**self.current.items, event.finding: item})
            case told.PlanEndorsed():
                self._change(state=ENDORSED, endorsed_by=event.principal, endorsed_digest=event.digest)
            case told.PlanSubmitted():
                self._change(state=SUBMITTED, submitted=at)
            case told.PlanWithdrawn():
                self._change(state=WITHDRAWN, decided=at)
            case told.PlanPassed():
                state = PASSED_WITH_OPINION if event.with_opinion else PASSED
                self._change(state=state, decided=at, **event.model_dump(include=_OPINION))
            case told.PlanReturned():
                self._change(state=RETURNED, decided=at, **event.model_dump(include=_OPINION))

    def _change(self, **values: object) -> None:
        self.versions = (*self.versions[:-1], self.current.model_copy(update=values))


_OPINION = {"opinion_no", "overall", "shortcomings", "demands", "verifier"}


class Paper(Part):
    """What a plan says besides its items; hashes may be empty."""

    aims: str = ""
    safeguards: str = ""
    minutes_sha256: str = ""
    document_sha256: str = ""


class Opinion(Part):
    """What the reviewers say of a version."""

    opinion_no: str
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str
