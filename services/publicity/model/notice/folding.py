"""A disclosure notice as its facts made it."""

from datetime import datetime
from typing import Any

from kernel.aggregates import Aggregate
from kernel.messages import Event
from publicity.events import disclosure as told
from publicity.events.parts import Scope
from publicity.model.notice.words import Content, Exemption, ExemptionState, State, Version, View
from publicity.refusals.disclosure import NoticeState


class Folded(Aggregate):
    """All versions of the notice of a case on one track."""

    KIND = "publicity.notice"
    CALLED = "公开稿 / disclosure notice"

    case: str = ""
    org: str = ""
    scope: Scope = Scope.PARTY
    versions: tuple[Version, ...] = ()

    @property
    def newest(self) -> Version:
        """The version that is being worked on, or was last."""
        return self.versions[-1]

    @property
    def published(self) -> Version | None:
        """The version that people can read, if any."""
        return next((one for one in reversed(self.versions) if one.state.public), None)

    def _in(self, *states: State) -> Version:
        if not self.versions or self.newest.state not in states:
            version, state = (self.newest.version, self.newest.state.value) if self.versions else (0, "未起草 / not drafted")
            raise NoticeState(version=version, state=state, needed=", ".join(states))
        return self.newest

    def _published(self, *states: State) -> Version:
        wanted = states or tuple(state for state in State if state.public)
        version = self.published
        if version is None or version.state not in wanted:
            shown = version or (self.newest if self.versions else None)
            state = shown.state.value if shown else "未起草 / not drafted"
            raise NoticeState(version=shown.version if shown else 0, state=state, needed=", ".join(wanted))
        return version

    def _of(self, version: Version) -> dict[str, Any]:
        return {"notice": self.id, "case": self.case, "org": self.org, "scope": self.scope, "version": version.version}

    def _same(self) -> dict[str, Any]:
        return self._of(self.newest)

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        match event:
            case told.NoticeDrafted():
                self._drafted(event)
            case told.NoticeSubmitted():
                self._mark(event, state=State.CONTENT_CHECK, principal=event.principal, check=(), sent_back="")
            case told.ContentChecked():
                self._mark(event, state=State.CONFIDENTIALITY_REVIEW)
            case told.ContentDiffered():
                self._mark(event, state=State.DRAFT, check=event.differences)
            case told.NoticeSentBack():
                self._mark(event, state=State.DRAFT, sent_back=event.reason, reviewer="", exemptions=())
            case told.ConfidentialityReviewed():
                self._mark(event, state=State.CLEARED, reviewer=event.reviewer)
            case told.ExemptionRequested():
                asked = Exemption(n=event.n, findings=event.findings, ground=event.ground, explanation=event.explanation)
                self._mark(event, state=State.EXEMPTION_REQUESTED, exemptions=(*self._at(event).exemptions, asked))
            case told.ExemptionConsented() | told.ExemptionRefused():
                self._exempted(event)
            case told.NoticeApproved():
                self._mark(event, state=State.APPROVED, approver=event.approver, approval_no=event.approval_no)
            case told.DisclosurePublished():
                self._publish(event)
            case told.NoticeProved():
                self._mark(event, proof=event.proof, proof_sha256=event.sha256, policy=event.policy)
            case told.DisclosureCorrected():
                self._mark(event, state=State.CORRECTED)
            case told.NoticeDiffers():
                self._mark(event, differs=event.differences)
            case told.FeedbackRecorded() | told.FeedbackAnswered():
                self._heard(event)
            case told.FeedbackClosed():
                self._mark(event, state=State.RESPONDED)
            case told.NoticeArchived():
                self._mark(event, state=State.ARCHIVED, archive_no=event.archive_no)
            case told.DisclosureWithdrawn():
                values = {"reason": event.reason, "decision_no": event.decision_no, "withdrawn_on": event.withdrawn_on}
                self._mark(event, state=State.WITHDRAWN, **values)
            case _:
                raise TypeError(f"a notice does not fold {event.TOPIC} of {at}")

    def _drafted(self, event: told.NoticeDrafted) -> None:
        self.case, self.org, self.scope = event.case, event.org, event.scope
        content = Content(**{name: getattr(event, name) for name in Content.model_fields})
        known = self.versions[event.version - 1 :]
        former = known[0].drafters if known else ()
        drafters = former if event.drafter in former else (*former, event.drafter)
        check, sent_back = (known[0].check, known[0].sent_back) if known else ((), "")
        drafted = Version(
            version=event.version,
            state=State.DRAFT,
            content=content,
            digest=event.digest,
            drafters=drafters,
            check=check,
            sent_back=sent_back,
        )
        self.versions = (*self.versions[: event.version - 1], drafted)

    def _publish(self, event: told.DisclosurePublished) -> None:
        names = ("published_on", "feedback_until", "medium", "document", "sha256", "differences")
        self._mark(event, state=State.FEEDBACK_PERIOD, **{name: getattr(event, name) for name in names})

    def _heard(self, event: told.FeedbackRecorded | told.FeedbackAnswered) -> None:
        views = self._at(event).views
        if isinstance(event, told.FeedbackRecorded):
            views = (*views, View(**event.model_dump(include=set(View.model_fields))))
        else:
            views = tuple(view.model_copy(update={"answer": event.answer}) if view.n == event.n else view for view in views)
        self._mark(event, views=views)

    def _exempted(self, event: told.ExemptionConsented | told.ExemptionRefused) -> None:
        if isinstance(event, told.ExemptionConsented):
            values: dict[str, object] = {"state": ExemptionState.CONSENTED, "decision_no": event.decision_no}
        else:
            values = {"state": ExemptionState.REFUSED, "reason": event.reason}
        known = self._at(event).exemptions
        decided = tuple(one.model_copy(update=values) if one.n == event.n else one for one in known)
        self._mark(event, state=State.CONFIDENTIALITY_REVIEW, exemptions=decided)

    def _at(self, event: told.OfNotice) -> Version:
        return self.versions[event.version - 1]

    def _mark(self, event: told.OfNotice, **values: object) -> None:
        self._set(event.version, **values)

    def _set(self, version: int, **values: object) -> None:
        changed = self.versions[version - 1].model_copy(update=values)
        self.versions = (*self.versions[: version - 1], changed, *self.versions[version:])
