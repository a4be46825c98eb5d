"""The ideology check of a case: what arrived at the publicity department, and what it said (R-09, A12, A13)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from publicity.events import ideology as told
from publicity.events.ideology import PlanVerdict, ReportVerdict
from publicity.events.parts import Part
from publicity.model.case import CaseFile
from publicity.refusals.ideology import DemandsMissing, NothingToReview, OpinionIncomplete

IDEOLOGY = "ideology"
RULE = "R-09"


class Opinion(Part):
    """What was said of a version."""

    conclusion: str
    opinion_no: str
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str
    given_on: date


class Received(Part):
    """A version that arrived, of the plan or of the report."""

    version: int
    received_on: date
    document: str
    plan: str = ""
    opinion: Opinion | None = None


def check_id(case: str) -> str:
    """The id of the ideology check of a case."""
    return named("ideology-check", case)


class IdeologyCheck(Aggregate):
    """The ideology check as its facts made it."""

    KIND = "publicity.ideology"
    CALLED = "意识形态专项检查 / ideology check"

    case: str = ""
    org: str = ""
    plans: tuple[Received, ...] = ()
    reports: tuple[Received, ...] = ()

    def receive_plan(self, *, case: str, org: str, plan: str, version: int, document: str, submitter: str, on: date) -> Changes:
        """A version of the plan with an ideology part arrived; nothing when it is known."""
        if any(one.version == version for one in self.plans):
            return []
        received = told.PlanReceived(
            check=self.id,
            case=case,
            org=org,
            plan=plan,
            plan_version=version,
            received_on=on,
            document=document,
            submitter=submitter,
        )
        return [received]

    def receive_report(
        self, *, case: str, org: str, version: int, document: str, endorser: str, on: date, rulebook: str
    ) -> Changes:
        """A version of the special report arrived; nothing when it is known."""
        if any(one.version == version for one in self.reports):
            return []
        received = told.ReportReceived(
            check=self.id, case=case, org=org, version=version, received_on=on, document=document, endorser=endorser
        )
        return [received.under(RULE, rulebook) if rulebook else received]

    def judge_plan(
        self,
        file: CaseFile,
        version: int,
        conclusion: PlanVerdict,
        opinion_no: str,
        overall: str,
        demands: Sequence[str],
        act: Act,
    ) -> Changes:
        """The opinion on the ideology part of the newest version of the plan.

        Raises:
            NotBodyOfCase, NothingToReview, DemandsMissing.
        """
        file.require_organ(act)
        newest = _waiting(self.plans, version, "方案 / plan")
        if conclusion is PlanVerdict.RETURN and not demands:
            raise DemandsMissing(field="demands")
        given = told.PlanOpinionGiven(
            **self._names(),
            plan=newest.plan,
            plan_version=version,
            conclusion=conclusion,
            opinion_no=opinion_no,
            overall=overall,
            demands=tuple(demands),
            verifier=act.actor,
            given_on=act.effective_day,
        )
        return [given]

    def judge_report(
        self,
        file: CaseFile,
        version: int,
        conclusion: ReportVerdict,
        opinion_no: str,
        overall: str,
        shortcomings: str,
        demands: Sequence[str],
        act: Act,
    ) -> Changes:
        """The written opinion on the newest version of the special report, in its three parts.

        Raises:
            NotBodyOfCase, NothingToReview, OpinionIncomplete.
        """
        file.require_organ(act)
        _waiting(self.reports, version, "专项报告 / special report")
        parts = {"总体评价 / overall": overall, "存在不足 / shortcomings": shortcomings, "进一步要求 / demands": list(demands)}
        if missing := [name for name, part in parts.items() if not part]:
            chinese, english = zip(*(name.split(" / ") for name in missing), strict=True)
            raise OpinionIncomplete(missing=f"{'、'.join(chinese)} / {', '.join(english)}")
        issued = told.CheckOpinionIssued(
            **self._names(),
            special_check=IDEOLOGY,
            version=version,
            conclusion=conclusion,
            opinion_no=opinion_no,
            overall=overall,
            shortcomings=shortcomings,
            demands=tuple(demands),
            verifier=act.actor,
            issued_on=act.effective_day,
        )
        return [issued.under(RULE, file.rulebook)]

    def _names(self) -> dict[str, Any]:
        return {"check": self.id, "case": self.case, "org": self.org}

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.PlanReceived():
                self.case, self.org = event.case, event.org
                arrived = Received(
                    version=event.plan_version, received_on=event.received_on, document=event.document, plan=event.plan
                )
                self.plans = (*self.plans, arrived)
            case told.ReportReceived():
                self.case, self.org = event.case, event.org
                arrived = Received(version=event.version, received_on=event.received_on, document=event.document)
                self.reports = (*self.reports, arrived)
            case told.PlanOpinionGiven():
                self.plans = _judged(self.plans, event.plan_version, _opinion(event, event.given_on))
            case told.CheckOpinionIssued():
                self.reports = _judged(self.reports, event.version, _opinion(event, event.issued_on))
            case _:
                raise TypeError(f"an ideology check does not fold {event.TOPIC} of {at}")


def _waiting(versions: Sequence[Received], version: int, what: str) -> Received:
    newest = versions[-1] if versions else None
    if newest is None or newest.version != version or newest.opinion is not None:
        raise NothingToReview(version=version, what=what, newest=newest.version if newest else 0)
    return newest


def _opinion(event: told.PlanOpinionGiven | told.CheckOpinionIssued, on: date) -> Opinion:
    return Opinion(
        **event.model_dump(include={"conclusion", "opinion_no", "overall", "shortcomings", "demands", "verifier"}), given_on=on
    )


def _judged(versions: Sequence[Received], version: int, opinion: Opinion) -> tuple[Received, ...]:
    return tuple(one.model_copy(update={"opinion": opinion}) if one.version == version else one for one in versions)
