"""The review of a report, version by version: copies, assisting opinions, the collated opinion in three parts."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.errors import Refusal
from kernel.messages import Changes, Event, Fact
from supervision.events import report_review as happened
from supervision.events.report_review import Assistant, Conclusion
from supervision.model.reviewers import last_day
from supervision.model.verifier import HeldPost, require_outsider
from supervision.refusals.report_reviews import (
    CopyDayWrong,
    DrafterAssisted,
    NotInspected,
    OpinionGivenBefore,
    OpinionNotAsked,
    OpinionsMissing,
    VersionNotReceived,
)
from supervision.refusals.verdicts import AlreadyDecided, OpinionIncomplete


def report_review_id(case: str, kind: str, special_check: str = "") -> str:
    """Id of the review of one report of a case, all its versions."""
    return named("report-review", case, kind, special_check)


class ReviewState(StrEnum):
    """Where the review of a version stands."""

    RECEIVED = "RECEIVED"
    ASSISTING = "ASSISTING"
    COLLATING = "COLLATING"
    OPINION_ISSUED = "OPINION_ISSUED"
    ACKNOWLEDGED = "ACKNOWLEDGED"


class Parts(BaseModel):
    """What a body says: overall judgement, shortcomings, further demands."""

    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()

    def missing(self) -> list[str]:
        """Which of the three parts say nothing."""
        said = {"overall": self.overall, "shortcomings": self.shortcomings, "demands": "".join(self.demands)}
        return [part for part, text in said.items() if not text.strip()]


class Opinion(Parts):
    """The collated opinion as it is issued; `drafter` wrote it, `document` is the hash of the paper."""

    conclusion: Conclusion
    document: str
    drafter: str
    missing_reason: str = ""


class Version(BaseModel):
    """A version under review with all that was said of it."""

    received: happened.ReportReceived
    assistants: dict[str, Assistant]
    copies: dict[str, happened.CopyReceived] = Field(default_factory=dict)
    given: dict[str, happened.AssistingGiven] = Field(default_factory=dict)
    issued: happened.ReportOpinionIssued | None = None
    acknowledged: happened.OpinionAcknowledged | None = None

    @property
    def state(self) -> ReviewState:
        """How far it is."""
        if self.acknowledged is not None:
            return ReviewState.ACKNOWLEDGED
        if self.issued is not None:
            return ReviewState.OPINION_ISSUED
        if not self.missing:
            return ReviewState.COLLATING
        return ReviewState.ASSISTING if self.given or self.copies else ReviewState.RECEIVED

    @property
    def missing(self) -> tuple[str, ...]:
        """The bodies whose opinion has not come."""
        return tuple(body for body in self.assistants if body not in self.given)


class ReportReview(Aggregate):
    """The review of one report of a case (R-30, R-31, R-39, R-52)."""

    KIND = "supervision.report-review"
    CALLED = "报告审核 / report review"

    case: str = ""
    org: str = ""
    report_kind: str = ""
    special_check: str = ""
    rulebook: str = ""
    lead: str = ""
    versions: dict[int, Version] = Field(default_factory=dict)
    kept: list[happened.AssistingKept] = Field(default_factory=list)
    not_applied: int = 0

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def newest(self) -> int:
        """The number of the version that arrived last, 0 before the first."""
        return max(self.versions, default=0)

    @property
    def authors(self) -> frozenset[str]:
        """Persons who gave, drafted or issued an opinion on any version: none of them evaluates alone (SOD-08)."""
        persons: set[str] = set()
        for version in self.versions.values():
            persons |= {given.author for given in version.given.values()}
            if version.issued is not None:
                persons |= {version.issued.drafter, version.issued.verifier}
        return frozenset(persons)

    def received(self, version: int) -> Version:
        """The version, which must have arrived; 0 means the newest.

        Raises:
            VersionNotReceived.
        """
        known = self.versions.get(version or self.newest)
        if known is None:
            raise VersionNotReceived(field="report_version", version=version)
        return known

    # --- arriving ----------------------------------------------------------------------------------------------------

    def receive(self, arrived: happened.ReportReceived, at: datetime) -> Changes:
        """A version arrived at this moment; nothing when it is known. Opinions that came before it are taken up."""
        if arrived.version in self.versions:
            return []
        first = min((version.received.received_on for version in self.versions.values()), default=arrived.received_on)
        arrived = arrived.model_copy(update={"first_on": first})
        changes: Changes = [arrived.under(arrived.lead_rule, arrived.rulebook) if arrived.lead_rule else arrived]
        ahead = self.model_copy(deep=True)
        ahead.evolve(arrived, at)
        for kept in self.kept:
            if kept.version == arrived.version:
                changes += ahead.hear(kept)
        return changes

    def copied(self, act: Act, version: int, body: str, received_on: date, receipt: str) -> Changes:
        """An assisting body's copy arrived on another day than the report; its receipt proves it, its clock runs from there.

        Raises:
            VersionNotReceived, OpinionNotAsked, OpinionGivenBefore, CopyDayWrong.
        """
        known = self.received(version)
        assistant = self._assistant(known, body)
        arrived = known.received.received_on
        if received_on < arrived or received_on > act.today:
            raise CopyDayWrong(field="received_on", day=received_on, received=arrived, today=act.today)
        if received_on == assistant.copied_on and body in known.copies:
            return []
        copied = happened.CopyReceived(
            **self._whose(known),
            body=body,
            rule=assistant.rule,
            former_on=assistant.copied_on,
            received_on=received_on,
            former_due=assistant.due,
            due=last_day(self.rulebook, assistant.rule, received_on),
            receipt=receipt,
        )
        return [self._under(copied, assistant.rule)]

    # --- assisting opinions ------------------------------------------------------------------------------------------

    def assist(self, act: Act, posts: Sequence[HeldPost], version: int, body: str, parts: Parts) -> Changes:
        """A body that acts here (the team) gives the lead its opinion; it is taken after the issue too, as late.

        Raises:
            VersionNotReceived, OpinionNotAsked, OpinionGivenBefore, VerifierHeldPost, DrafterAssisted, OpinionIncomplete.
        """
        known = self.received(version)
        assistant = self._assistant(known, body)
        require_outsider(act, posts, self.org, self.rulebook)
        if known.issued is not None and act.actor in (known.issued.drafter, known.issued.verifier):
            raise DrafterAssisted
        if not parts.overall.strip():
            raise OpinionIncomplete(field="overall", missing="overall")
        return [self._given(known, assistant, act.effective_day, act.actor, parts)]

    def hear(self, told: happened.AssistingKept) -> Changes:
        """A neighbour's opinion. Before its version arrives it is kept; one that cannot stand is noted with the reason."""
        known = self.versions.get(told.version)
        if known is None:
            return [] if told in self.kept else [told]
        before = known.given.get(told.body)
        if before is not None and (before.opinion_no, before.author) == (told.opinion_no, told.author):
            return []
        try:
            assistant = self._assistant(known, told.body)
        except Refusal as refusal:
            return [
                happened.AssistingNotApplied(
                    **self._whose(known),
                    body=told.body,
                    opinion_no=told.opinion_no,
                    author=told.author,
                    code=refusal.code,
                    en=refusal.text("en"),
                    zh=refusal.text("zh"),
                )
            ]
        parts = Parts(**told.model_dump(include=set(Parts.model_fields)))
        return [self._given(known, assistant, told.given_on, told.author, parts)]

    def _assistant(self, known: Version, body: str) -> Assistant:
        assistant = known.assistants.get(body)
        if assistant is None:
            raise OpinionNotAsked(body=body, asked=", ".join(known.assistants) or "—")
        if body in known.given:
            raise OpinionGivenBefore(body=body, version=known.received.version)
        return assistant

    def _given(self, known: Version, assistant: Assistant, on: date, author: str, parts: Parts) -> Event | Fact:
        given = happened.AssistingGiven(
            **self._whose(known),
            **parts.model_dump(),
            body=assistant.body,
            rule=assistant.rule,
            given_on=on,
            due=assistant.due,
            late=assistant.due is not None and on > assistant.due,
            after_issue=known.issued is not None,
            author=author,
        )
        return self._under(given, assistant.rule)

    # --- the collated opinion ----------------------------------------------------------------------------------------

    def issue(self, act: Act, posts: Sequence[HeldPost], version: int, opinion: Opinion) -> Changes:
        """The lead reviewer's written opinion on the newest version (R-30); its three parts all say something (R-31).

        Raises:
            VersionNotReceived, AlreadyDecided, VerifierHeldPost, DrafterAssisted, OpinionIncomplete, OpinionsMissing.
        """
        known = self.received(version)
        if known.issued is not None or known.received.version != self.newest:
            raise AlreadyDecided(field="report_version", what=f"报告第 {known.received.version} 版", state=known.state)
        require_outsider(act, posts, self.org, self.rulebook)
        if {given.author for given in known.given.values()} & {act.actor, opinion.drafter}:
            raise DrafterAssisted(field="drafter")
        if missing := opinion.missing():
            raise OpinionIncomplete(field=missing[0], missing=", ".join(missing))
        if known.missing and not opinion.missing_reason.strip():
            raise OpinionsMissing(field="missing_reason", missing=", ".join(known.missing))
        due = known.received.lead_due
        issued = happened.ReportOpinionIssued(
            **self._whose(known),
            **opinion.model_dump(exclude={"missing_reason"}),
            missing_reason=opinion.missing_reason if known.missing else "",
            issued_on=act.effective_day,
            due=due,
            late=due is not None and act.effective_day > due,
            missing=known.missing,
            verifier=act.actor,
        )
        return [issued.under("R-31", self.rulebook)]

    def acknowledge(self, act: Act, holder: str, version: int) -> Changes:
        """The organisation that answers for the case now signs for the opinion.

        Raises:
            NotInspected, VersionNotReceived, AlreadyDecided.
        """
        if act.org != holder:
            raise NotInspected
        known = self.received(version)
        if known.state is not ReviewState.OPINION_ISSUED:
            raise AlreadyDecided(field="report_version", what="审核意见 / opinion", state=known.state)
        return [happened.OpinionAcknowledged(**self._whose(known), acknowledged_on=act.effective_day, by=act.actor)]

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.ReportReceived():
                self.case, self.org, self.rulebook, self.lead = event.case, event.org, event.rulebook, event.lead
                self.report_kind, self.special_check = event.report_kind, event.special_check
                assistants = {assistant.body: assistant for assistant in event.assistants}
                self.versions[event.version] = Version(received=event, assistants=assistants)
            case happened.CopyReceived():
                known = self.versions[event.version]
                assistant = known.assistants[event.body]
                known.assistants[event.body] = assistant.model_copy(update={"copied_on": event.received_on, "due": event.due})
                known.copies[event.body] = event
            case happened.AssistingGiven():
                self.versions[event.version].given[event.body] = event
            case happened.AssistingKept():
                self.kept.append(event)
            case happened.AssistingNotApplied():
                self.not_applied += 1
            case happened.ReportOpinionIssued():
                self.versions[event.version].issued = event
            case happened.OpinionAcknowledged():
                self.versions[event.version].acknowledged = event
            case _:
                raise TypeError(f"a report review does not fold {event.TOPIC} of {at}")

    def _whose(self, known: Version) -> dict[str, Any]:
        whose: Mapping[str, Any] = {"review": self.id, "case": self.case, "org": self.org}
        return {**whose, "report_kind": self.report_kind, "special_check": self.special_check, "version": known.received.version}

    def _under(self, event: Event, rule: str) -> Event | Fact:
        return event.under(rule, self.rulebook) if rule else event
