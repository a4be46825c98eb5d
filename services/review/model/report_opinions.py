"""Opinions on reports: the assisting one on the progress report (R-39), the own one on the personnel check (R-43)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from review.events import reports as told
from review.events.words import Conclusion, Part
from review.model.case import PERSONNEL
from review.model.reviewer import HeldPost, given_on, require_outsider
from review.model.ruled import due, resting
from review.refusals.opinions import NothingToReview, OpinionGivenBefore, PartsMissing

ASSISTING = "R-39"
CHECK = "R-43"
PROGRESS = "progress"
SPECIAL = "special"


class OpinionState(StrEnum):
    """How far an opinion on one version is; a newer version takes the place of one on which nothing was said."""

    PENDING = "PENDING"
    GIVEN = "GIVEN"
    REPLACED = "REPLACED"


class ReportOpinion(Part):
    """The three parts of an opinion on a report (R-31), its number, and for the own check what it comes to."""

    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]

    def require(self, *parts: str) -> None:
        """Go on only when these parts are there.

        Raises:
            PartsMissing.
        """
        if missing := [part for part in parts if not getattr(self, part)]:
            raise PartsMissing(field=missing[0], missing=", ".join(missing))


class ReportVersion(Part):
    """A version of a report and the opinion on it; `code`, `en`, `zh` say why the report could not follow."""

    version: int
    received_on: date
    state: OpinionState = OpinionState.PENDING
    opinion: ReportOpinion | None = None
    conclusion: Conclusion | None = None
    given_on: date | None = None
    due: date | None = None
    late: bool = False
    verifier: str = ""
    settled: bool = False
    code: str = ""
    en: str = ""
    zh: str = ""


def report_opinions_id(case: str) -> str:
    """The id under which the opinions on a case's reports are kept."""
    return named("personnel-reports", case)


class ReportOpinions(Aggregate):
    """The two reports of a case on which the organization department gives opinions."""

    KIND = "review.report"

    case: str = ""
    org: str = ""
    rulebook: str = ""
    progress: list[ReportVersion] = Field(default_factory=list)
    check: list[ReportVersion] = Field(default_factory=list)

    # --- what is asked of it -----------------------------------------------------------------------------------------

    def assisting_due(self, known: ReportVersion) -> date | None:
        """The last day of the 20 for the assisting opinion, counted from the version's receipt (R-39)."""
        return due(self.rulebook, ASSISTING, known.received_on)

    def check_due(self, known: ReportVersion) -> date | None:
        """The last day of the month for the own opinion, from the receipt of whichever report came later (R-43).

        None while only one of the two has come: its clock does not run yet.
        """
        if not self.progress:
            return None
        return due(self.rulebook, CHECK, max(known.received_on, self.progress[0].received_on))

    # --- decisions ---------------------------------------------------------------------------------------------------

    def receive(self, received: told.ReportReceived) -> Changes:
        """A version was handed in; nothing when it is known. Where no personnel check took place R-39 stands all the same."""
        known = self.check if received.kind == SPECIAL else self.progress
        if any(version.version == received.version for version in known):
            return []
        return [resting(received, CHECK if received.kind == SPECIAL else ASSISTING, received.rulebook)]

    def assist(self, act: Act, posts: Sequence[HeldPost], version: int, opinion: ReportOpinion) -> Changes:
        """Give the discipline organ the opinion on the progress report, late if it is late.

        Raises:
            NothingToReview, OpinionGivenBefore, PartsMissing, VerifierHeldPostThere, OpinionBeforeReceipt, LateClaimedTimely.
        """
        known = self._pending(self.progress, version, "report_version", "集中整改进展情况报告 / progress report")
        opinion.require("overall", "shortcomings")
        require_outsider(act, posts, self.org, self.rulebook)
        limit = self.assisting_due(known)
        day = given_on(act, known.received_on, limit, ASSISTING)
        given = told.AssistingOpinionGiven(
            **self._whose,
            report_version=version,
            **dict(opinion),
            given_on=day,
            due=limit,
            late=limit is not None and day > limit,
            verifier=act.actor,
        )
        return [resting(given, ASSISTING, self.rulebook)]

    def issue(self, act: Act, posts: Sequence[HeldPost], version: int, conclusion: Conclusion, opinion: ReportOpinion) -> Changes:
        """Give the inspected organisation the written opinion on the personnel check, in three parts (R-43).

        Who gave the assisting opinion may give this one.

        Raises:
            NothingToReview, OpinionGivenBefore, PartsMissing, VerifierHeldPostThere, OpinionBeforeReceipt, LateClaimedTimely.
        """
        known = self._pending(self.check, version, "version", "选人用人专项检查整改报告 / report on the personnel check")
        opinion.require("overall", "shortcomings", "demands")
        require_outsider(act, posts, self.org, self.rulebook)
        limit = self.check_due(known)
        day = given_on(act, known.received_on, limit, CHECK)
        issued = told.CheckOpinionIssued(
            **self._whose,
            special_check=PERSONNEL,
            version=version,
            conclusion=conclusion,
            **dict(opinion),
            issued_on=day,
            due=limit,
            late=limit is not None and day > limit,
            verifier=act.actor,
        )
        return [resting(issued, CHECK, self.rulebook)]

    def settle(self, version: int, code: str = "", en: str = "", zh: str = "") -> Changes:
        """The report followed the opinion, or could not; nothing when nothing was issued or the outcome is known."""
        known = next((known for known in self.check if known.version == version), None)
        if known is None or known.state is not OpinionState.GIVEN or (known.settled and known.code == code):
            return []
        settled = told.CheckOpinionSettled(**self._whose, special_check=PERSONNEL, version=version, code=code, en=en, zh=zh)
        return [settled]

    @property
    def _whose(self) -> dict[str, str]:
        return {"opinions": self.id, "case": self.case, "org": self.org}

    def _pending(self, versions: Sequence[ReportVersion], version: int, field: str, what: str) -> ReportVersion:
        known = next((known for known in versions if known.version == version), None)
        if known is not None and known.given_on is not None:
            raise OpinionGivenBefore(field=field, what=what, version=version, given=known.given_on)
        if known is None or known.state is not OpinionState.PENDING:
            raise NothingToReview(field=field, what=what, version=version, state=known.state if known else "not received")
        return known

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.ReportReceived():
                self.case, self.org, self.rulebook = event.case, event.org, event.rulebook
                if event.kind == SPECIAL:
                    self.check = _joined(self.check, event)
                else:
                    self.progress = _joined(self.progress, event)
            case told.AssistingOpinionGiven():
                self.progress = _marked(self.progress, event.report_version, **_given(event, event.given_on))
            case told.CheckOpinionIssued():
                said = {**_given(event, event.issued_on), "conclusion": event.conclusion}
                self.check = _marked(self.check, event.version, **said)
            case told.CheckOpinionSettled():
                why = {"code": event.code, "en": event.en, "zh": event.zh}
                self.check = _marked(self.check, event.version, settled=True, **why)
            case _:
                raise TypeError(f"opinions on reports do not fold {event.TOPIC} of {at}")


def _joined(versions: Sequence[ReportVersion], event: told.ReportReceived) -> list[ReportVersion]:
    former = [
        known.model_copy(update={"state": OpinionState.REPLACED}) if known.state is OpinionState.PENDING else known
        for known in versions
    ]
    return [*former, ReportVersion(version=event.version, received_on=event.received_on)]


def _marked(versions: Sequence[ReportVersion], version: int, **values: object) -> list[ReportVersion]:
    return [known.model_copy(update=values) if known.version == version else known for known in versions]


def _given(event: told.AssistingOpinionGiven | told.CheckOpinionIssued, day: date) -> dict[str, object]:
    said = ReportOpinion(**{name: getattr(event, name) for name in ReportOpinion.model_fields})
    late = {"due": event.due, "late": event.late, "verifier": event.verifier}
    return {"state": OpinionState.GIVEN, "opinion": said, "given_on": day, **late}
