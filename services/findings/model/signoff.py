"""Signing off: gates, inner steps, the outer check, and what overturns it."""

import hashlib
import json
from dataclasses import dataclass

from findings.events.finding import FindingReopened
from findings.events.parts import Bound, Defect, Proof, Route, Sha256, State
from findings.events.signoff import (
    FindingSignedOff,
    InnerSigned,
    PrincipalOpinionNoted,
    SignOffCheckFailedNoted,
    SignOffMemberApproved,
    SignOffRejected,
    SignOffRequested,
)
from findings.model.guards import WORKING, Guarded
from findings.model.standing import SignOff
from findings.refusals.organisation import NotServingPrincipal
from findings.refusals.signoff import (
    GatesNotMet,
    MemberFirst,
    SameApprover,
    StepTaken,
    VerdictOutOfDate,
    VerifierOverturned,
)
from kernel.context import Act
from kernel.messages import Changes
from rulebook.settings import OuterCheck

# Items are struck off the ledger by sign-off, criterion by criterion.
SIGN_OFF = "R-130"
_REQUESTED = ("requested", "申请")
_APPROVED = ("approved as a member", "以班子成员身份审核")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing before sign-off can be asked for."""

    code: str
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an outer verifier says of a sign-off."""

    signoff: int
    verifier: str
    opinion_no: str
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    defect: Defect | None = None
    site_record: str = ""


@dataclass(frozen=True, slots=True)
class Overturning:
    """What overturns a sign-off: a look-back, spot check, petition or recurrence, with its evidence."""

    ground: str
    reason: str
    defect: Defect | None
    decision: str
    evidence: tuple[Sha256, ...]
    verifier: str | None


class Signing(Guarded):
    """The decisions that lead to a sign-off and away from it."""

    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is missing before sign-off can be asked for; empty when all gates are met."""
        found = []
        if not self.cause:
            found.append(Gap("cause", "the root cause", "原因剖析"))
        if not self.criteria:
            found.append(Gap("criteria", "sign-off criteria", "销号标准"))
        standing = [measure for measure in self.measures.values() if not measure.dropped]
        if not standing:
            found.append(Gap("measures", "at least one measure", "至少一项整改措施"))
        found += [
            Gap(f"measure:{measure.no}", f"completion of measure {measure.no}", f"措施 {measure.no} 尚未完成")
            for measure in standing
            if not measure.done
        ]
        proven = {no for piece in self.evidence.values() for no in piece.criteria}
        for criterion in self.criteria:
            if criterion.no not in proven:
                en, zh = f"evidence for criterion {criterion.no}", f"销号标准 {criterion.no} 的佐证材料"
                found.append(Gap(f"evidence:{criterion.no}", en, zh))
        if self.extension_check is None:
            found.append(Gap("extension-check", "the check for similar problems (R-136)", "举一反三检查（R-136）"))
        return tuple(found)

    def matrix(self) -> tuple[Proof, ...]:
        """Criteria and the evidence that stands for each now, bound by hash."""
        return tuple(
            Proof(
                criterion=criterion.no,
                evidence=tuple(
                    Bound(evidence=piece.no, version=piece.newest.version, sha256=piece.newest.sha256)
                    for piece in self.evidence.values()
                    if criterion.no in piece.criteria
                ),
            )
            for criterion in self.criteria
        )

    def digest(self, signoff: int) -> str:
        """SHA-256 (hex) of what is signed: words, criteria, measures, evidence hashes, the check for similar problems."""
        content = {
            "number": self.number,
            "signoff": str(signoff),
            "wording": self.wording,
            "cause": self.cause,
            "plan_item": self.plan_item,
            "criteria": [{"no": str(c.no), "text": c.text} for c in self.criteria],
            "measures": [{"no": str(m.no), "text": m.text, "result": m.result} for m in self.measures.values() if not m.dropped],
            "matrix": [
                {
                    "criterion": str(proof.criterion),
                    "evidence": [{"no": str(b.evidence), "version": str(b.version), "sha256": b.sha256} for b in proof.evidence],
                }
                for proof in self.matrix()
            ],
            "extension_check": {k: str(v) for k, v in self.extension_check.model_dump().items()} if self.extension_check else {},
        }
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    # --- inner steps -------------------------------------------------------------------------------------------------

    def request_signoff(self, note: str, act: Act) -> Changes:
        """The handler asks for sign-off.

        Raises:
            WrongState: work has not begun or is over.
            GatesNotMet: measures, evidence or the check for similar problems are missing; each is named.
        """
        self.must_be_in(*WORKING)
        if gaps := self.gaps():
            missing_en, missing_zh = "; ".join(gap.en for gap in gaps), "；".join(gap.zh for gap in gaps)
            raise GatesNotMet(
                number=self.number, missing_en=missing_en, missing_zh=missing_zh, codes=" ".join(g.code for g in gaps)
            )
        no = len(self.signoffs) + 1
        digest = self.digest(no)
        asked = SignOffRequested(**self.about, signoff=no, requester=act.actor, matrix=self.matrix(), digest=digest, note=note)
        return [asked.under(SIGN_OFF, self.rulebook)]

    def approve_as_member(self, opinion: str, act: Act) -> Changes:
        """First inner step. Where the finding concerns the principal it is the only one: the outer verifier is next (SOD-03).

        Raises:
            WrongState: no sign-off is asked for.
            StepTaken: a member approved already.
            SameApprover: the requester may not approve (SOD-02).
        """
        self.must_be_in(State.SIGNOFF_REQUESTED)
        asked = self.current
        if asked.member is not None:
            raise StepTaken(number=self.number)
        self._other_than(act, {asked.requester: _REQUESTED})
        approved = SignOffMemberApproved(**self.about, signoff=asked.no, member=act.actor, digest=asked.digest, opinion=opinion)
        given = approved.under(SIGN_OFF, self.rulebook)
        if not self.about_principal:
            return [given]
        inner = self._inner(asked, act.actor, None, opinion, Route.PRINCIPAL_CONCERNED)
        return [given, inner.under(SIGN_OFF, self.rulebook)]

    def approve_as_principal(self, opinion: str, serving: str | None, check: OuterCheck, act: Act) -> Changes:
        """Second inner step; the rulebook says whether an outer verifier decides then.

        Args:
            opinion: what the principal says.
            serving: the person who serves as principal on that day, None when the register knows none.
            check: the rulebook's switch for outer checks.
            act: who approves, when.

        Raises:
            WrongState: no sign-off is asked for.
            NotServingPrincipal: somebody else serves (SOD-04).
            MemberFirst: no member approved.
            SameApprover: the requester or the member may not approve (SOD-02).
        """
        if self.about_principal and self.state is State.INNER_SIGNED and self.current.principal is None:
            return self._noted(opinion, serving, act)
        self.must_be_in(State.SIGNOFF_REQUESTED)
        asked = self.current
        self._serves(serving, act)
        self._other_than(
            act, {asked.requester: ("requested", "申请"), asked.member: ("approved as a member", "以班子成员身份审核")}
        )
        if asked.member is None:
            raise MemberFirst(number=self.number)
        route, percent, seed, drawn = self._route(asked, check, act)
        inner = self._inner(asked, asked.member, act.actor, opinion, route, percent=percent, seed=seed, drawn=drawn)
        settled = inner.under(SIGN_OFF, self.rulebook)
        if route.outer:
            return [settled]
        signed = FindingSignedOff(**self.about, number=self.number, signoff=asked.no, digest=asked.digest, route=route)
        return [settled, signed.under(SIGN_OFF, self.rulebook)]

    def _noted(self, opinion: str, serving: str | None, act: Act) -> Changes:
        self._serves(serving, act)
        self._other_than(
            act, {self.current.requester: ("requested", "申请"), self.current.member: ("approved as a member", "审核")}
        )
        return [PrincipalOpinionNoted(**self.about, signoff=self.current.no, principal=act.actor, opinion=opinion)]

    def _serves(self, serving: str | None, act: Act) -> None:
        if act.actor != serving:
            raise NotServingPrincipal(day=act.effective_day.isoformat(), code=self.org_code)

    def _other_than(self, act: Act, taken: dict[str | None, tuple[str, str]]) -> None:
        if act.actor in taken:
            en, zh = taken[act.actor]
            raise SameApprover(number=self.number, taken=en, taken_zh=zh, wanted="approve", wanted_zh="审批")

    def _inner(
        self,
        asked: SignOff,
        member: str,
        principal: str | None,
        opinion: str,
        route: Route,
        *,
        percent: int = 0,
        seed: str = "",
        drawn: int = 0,
    ) -> InnerSigned:
        return InnerSigned(
            **self.about,
            signoff=asked.no,
            member=member,
            principal=principal,
            requester=asked.requester,
            number=self.number,
            barred=tuple(sorted(self.overturned_verifiers)),
            reopened=self.reopened,
            special_check=self.special_check,
            rulebook=self.rulebook,
            digest=asked.digest,
            opinion=opinion,
            route=route,
            percent=percent,
            seed=seed,
            drawn=drawn,
        )

    def _route(self, asked: SignOff, check: OuterCheck, act: Act) -> tuple[Route, int, str, int]:
        """(why the outer verifier does or does not decide, share checked, seed, what was drawn)."""
        if self.reopened:
            return Route.REOPENED_BEFORE, 0, "", 0
        if check.mode == "full":
            return Route.FULL, 0, "", 0
        if check.mode == "off" or check.sample_percent is None:
            return Route.OFF, 0, "", 0
        # The moment of recording is part of the seed: who chooses the command's id cannot choose the draw.
        seed = hashlib.sha256(f"{act.command} {act.now.isoformat()} {asked.digest}".encode()).hexdigest()
        drawn = draw(seed, self.number, asked.no)
        return (Route.DRAWN if drawn < check.sample_percent else Route.NOT_DRAWN), check.sample_percent, seed, drawn

    def reject_signoff(self, reason: str, serving: str | None, act: Act) -> Changes:
        """A member, or the serving principal, sends it back.

        Raises:
            WrongState: no sign-off is asked for.
            NotServingPrincipal: somebody else serves (SOD-04).
        """
        self.must_be_in(State.SIGNOFF_REQUESTED)
        if act.role == "principal":
            self._serves(serving, act)
        rejected = SignOffRejected(**self.about, signoff=self.current.no, step=act.role, by=act.actor, reason=reason)
        return [rejected.under(SIGN_OFF, self.rulebook)]

    # --- outer check -------------------------------------------------------------------------------------------------

    def may_verify(self, verifier: str) -> None:
        """Whether this person may be the outer verifier of the sign-off that stands, posts and interests apart.

        Raises:
            SameApprover: the person took an inner step (SOD-02).
            VerifierOverturned: the person passed a sign-off that was overturned.
        """
        if self.signoffs:
            asked = self.current
            if verifier in (asked.requester, asked.member, asked.principal):
                raise SameApprover(
                    number=self.number, taken="took an inner step", taken_zh="办理过内部环节", wanted="verify", wanted_zh="核查"
                )
        if verifier in self.overturned_verifiers:
            raise VerifierOverturned(number=self.number)

    def pass_check(self, verdict: Verdict) -> Changes:
        """The outer verifier agrees: the finding is signed off.

        Raises:
            VerdictOutOfDate: no sign-off, or another one, waits for the outer check.
            SameApprover, VerifierOverturned: this person may not verify it.
        """
        asked = self._awaiting(verdict)
        self.may_verify(verdict.verifier)
        signed = FindingSignedOff(
            **self.about,
            number=self.number,
            signoff=asked.no,
            digest=asked.digest,
            route=asked.route or Route.FULL,
            verifier=verdict.verifier,
            opinion_no=verdict.opinion_no,
            overall=verdict.overall,
            site_record=verdict.site_record,
        )
        return [signed.under(SIGN_OFF, self.rulebook)]

    def fail_check(self, verdict: Verdict) -> Changes:
        """The outer verifier found it wanting: work goes on (R-144).

        Raises:
            VerdictOutOfDate: no sign-off, or another one, waits for the outer check.
            SameApprover, VerifierOverturned: this person may not verify it.
        """
        asked = self._awaiting(verdict)
        self.may_verify(verdict.verifier)
        failed = SignOffCheckFailedNoted(
            **self.about,
            signoff=asked.no,
            verifier=verdict.verifier,
            opinion_no=verdict.opinion_no,
            defect=verdict.defect or Defect.FORMAL,
            shortcomings=verdict.shortcomings,
            demands=verdict.demands,
        )
        return [failed.under("R-144", self.rulebook)]

    def _awaiting(self, verdict: Verdict) -> SignOff:
        if self.state is not State.INNER_SIGNED or self.current.no != verdict.signoff:
            raise VerdictOutOfDate(number=self.number, state=self.state or "—", signoff=verdict.signoff)
        return self.current

    def reopen(self, why: Overturning) -> Changes:
        """A signed-off finding is open again; the sign-off stays, marked overturned (R-108, R-152).

        Raises:
            VerdictOutOfDate: it is not signed off.
        """
        if self.state is not State.SIGNED_OFF:
            raise VerdictOutOfDate(number=self.number, state=self.state or "—", signoff=len(self.signoffs))
        event = FindingReopened(
            **self.about,
            signoff=self.current.no,
            count=self.reopened + 1,
            ground=why.ground,
            reason=why.reason,
            defect=why.defect,
            decision=why.decision,
            evidence=why.evidence,
            verifier=why.verifier,
        )
        return [event.under("R-152", self.rulebook)]


def draw(seed: str, number: str, signoff: int) -> int:
    """A number from 0 to 99 that anybody can recompute from the record."""
    return int.from_bytes(hashlib.sha256(f"{seed}{number}#{signoff}".encode()).digest()[:8]) % 100
