"""The disclosure notice of a case on one track: every version drafted, checked, reviewed, approved, published."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import rulebook
from kernel.context import Act
from kernel.messages import Changes
from publicity.events import disclosure as told
from publicity.events.guarded import Guard
from publicity.events.parts import ChannelKind, Figures, ReportKind, Scope
from publicity.model import figures, scanner
from publicity.model.case import CaseFile
from publicity.model.document import canonical, sha256
from publicity.model.notice.checks import against, changes_between, clean, digest
from publicity.model.notice.folding import Folded
from publicity.model.notice.publication import document_of
from publicity.model.notice.redaction import approved_as, redaction_of
from publicity.model.notice.words import Approved, Content, State, Version
from publicity.model.scanner import Passage
from publicity.refusals.disclosure import (
    ApproverNotFit,
    Confidential,
    ContentDiffers,
    ForeignFinding,
    KeyViewsUnanswered,
    NoChannel,
    NoSuchView,
    NothingToCorrect,
    NoticeState,
    PeriodRuns,
    SameHands,
    SummaryMissing,
    UnknownGround,
)
from publicity.refusals.organ import NotServingPrincipal

# Rules a notice rests on: the workflow of disclosure is coordinated, results are publicised.
WORKFLOW, PUBLICITY = "R-81", "R-82"


class Notice(Folded):
    """What may be done with a notice, and who may do it."""

    # --- drafting ----------------------------------------------------------------------------------------------------

    def draft(self, file: CaseFile, scope: Scope, record: Approved, wish: Mapping[str, Any], act: Act) -> Changes:
        """A version made from the record, with the handler's own words; anew until handed in, the next one as a correction.

        Args:
            wish: `basis`, `organisation`, `next_steps`, `text`, `channels`, `figures` (only those stated otherwise),
                `treatments` (of paths that the proof is not to show) and, for a correction that the record does not ask
                for, `reason`.

        Raises:
            NotHolderOfCase, NoticeState, NothingToCorrect, NoChannel, TreatmentWrong.
        """
        file.require_holder(act)
        version = self._next(str(wish.get("reason") or ""))
        if not wish["channels"]:
            raise NoChannel(field="channels")
        given = {name: value for name, value in wish["figures"].items() if value is not None}
        content = Content(
            number=record.number,
            org_name=record.org_name,
            report_kind=record.report_kind,
            report_version=record.report_version,
            report_sha256=record.report_sha256,
            basis=wish["basis"] or f"依据审核通过的整改报告（第 {record.report_version} 版）",
            organisation=wish["organisation"] or record.leading,
            results=record.results,
            record=record.figures,
            figures=record.figures.model_copy(update=given),
            next_steps=wish["next_steps"],
            text=wish["text"],
            channels=tuple(wish["channels"]),
            redaction=redaction_of(wish.get("treatments", ())),
        )
        whose = {"notice": self.id, "case": file.case, "org": file.org, "scope": scope, "version": version}
        fields = {name: getattr(content, name) for name in Content.model_fields}
        drafted = told.NoticeDrafted(**whose, drafter=act.actor, digest=digest(content), **fields)
        return [drafted.under(WORKFLOW, file.rulebook)]

    def _next(self, reason: str) -> int:
        if not self.versions:
            return 1
        newest = self.newest
        if newest.state is State.DRAFT:
            return newest.version
        if newest.state.public:
            if not newest.differs and not reason:
                raise NothingToCorrect(version=newest.version)
            return newest.version + 1
        if newest.state is State.WITHDRAWN:
            return newest.version + 1
        raise NoticeState(version=newest.version, state=newest.state, needed=f"{State.DRAFT} / {State.FEEDBACK_PERIOD}")

    def submit(self, file: CaseFile, serving: bool, act: Act) -> Changes:
        """The serving principal signs and hands it in.

        Raises:
            NotHolderOfCase, NoticeState, NotServingPrincipal.
        """
        file.require_holder(act)
        version = self._in(State.DRAFT)
        if not serving:
            raise NotServingPrincipal(day=act.effective_day)
        submitted = told.NoticeSubmitted(**self._same(), principal=act.actor, digest=version.digest)
        return [submitted.under(WORKFLOW, file.rulebook)]

    # --- checking ----------------------------------------------------------------------------------------------------

    def check(self, file: CaseFile, record: Approved, act: Act) -> Changes:
        """Every figure against the record: it goes on, or back with each difference named (A29).

        Raises:
            NotBodyOfCase, NoticeState.
        """
        file.require_organ(act)
        version = self._in(State.CONTENT_CHECK)
        if differences := against(version.content, record):
            return [told.ContentDiffered(**self._same(), checker=act.actor, differences=differences)]
        checked = told.ContentChecked(
            **self._same(), checker=act.actor, report_version=record.report_version, digest=version.digest
        )
        return [checked.under(WORKFLOW, file.rulebook)]

    def send_back(self, file: CaseFile, reason: str, act: Act) -> Changes:
        """Whoever has it now wants it drafted anew.

        Raises:
            NotBodyOfCase, NoticeState.
        """
        file.require_organ(act)
        version = self._in(*(state for state in State if state.on_its_way))
        return [told.NoticeSentBack(**self._same(), by=act.actor, state=version.state, reason=reason)]

    def review(self, file: CaseFile, known: Mapping[str, Guard], opinion: str, act: Act) -> Changes:
        """The confidentiality review: the scanner's hard blocks first, then a person's word (A28).

        Raises:
            NotBodyOfCase, NoticeState, SameHands, Confidential.
        """
        file.require_organ(act)
        version = self._in(State.CONFIDENTIALITY_REVIEW)
        if act.actor in version.drafters:
            raise SameHands(former="起草人 / drafter", role="保密审查人 / confidentiality reviewer")
        clean(version, known)
        reviewed = told.ConfidentialityReviewed(**self._same(), reviewer=act.actor, opinion=opinion, approves=_approved(version))
        return [reviewed.under(WORKFLOW, file.rulebook)]

    # --- exemptions --------------------------------------------------------------------------------------------------

    def exempt(self, file: CaseFile, findings: Sequence[str], ground: str, explanation: str, act: Act) -> Changes:
        """Ask to leave findings out, or all, on one of the rulebook's grounds.

        Raises:
            NotBodyOfCase, NotHolderOfCase, NoticeState, UnknownGround, ForeignFinding.
        """
        if act.role == "handler":
            file.require_holder(act)
        else:
            file.require_organ(act)
        version = self._in(State.CONFIDENTIALITY_REVIEW)
        known = [item.code for item in rulebook.preset(file.rulebook).settings.disclosure_exemptions.value]
        if ground not in known:
            raise UnknownGround(field="ground", ground=ground, rulebook=file.rulebook, known=", ".join(known))
        inside = {result.finding for result in version.content.results}
        if foreign := sorted(set(findings) - inside):
            raise ForeignFinding(field="findings", findings=", ".join(foreign))
        requested = told.ExemptionRequested(
            **self._same(),
            n=len(version.exemptions) + 1,
            findings=tuple(findings),
            ground=ground,
            explanation=explanation,
            requester=act.actor,
        )
        return [requested.under(WORKFLOW, file.rulebook)]

    def consent(self, file: CaseFile, decision_no: str, act: Act) -> Changes:
        """The leading group consents to what was asked.

        Raises:
            NotBodyOfCase, NoticeState.
        """
        file.require_organ(act)
        version = self._in(State.EXEMPTION_REQUESTED)
        consented = told.ExemptionConsented(**self._same(), n=len(version.exemptions), decision_no=decision_no, by=act.actor)
        return [consented.under(WORKFLOW, file.rulebook)]

    def refuse(self, file: CaseFile, reason: str, act: Act) -> Changes:
        """The leading group does not.

        Raises:
            NotBodyOfCase, NoticeState.
        """
        file.require_organ(act)
        version = self._in(State.EXEMPTION_REQUESTED)
        return [told.ExemptionRefused(**self._same(), n=len(version.exemptions), reason=reason, by=act.actor)]

    # --- publishing --------------------------------------------------------------------------------------------------

    def approve(self, file: CaseFile, approval_no: str, serving: bool, act: Act) -> Changes:
        """Third pair of hands (SOD-09); a text for the public is agreed by the leading group (F-20).

        Raises:
            NotBodyOfCase, NotHolderOfCase, NotServingPrincipal, NoticeState, ApproverNotFit, SameHands.
        """
        if act.role == "principal":
            file.require_holder(act)
            if not serving:
                raise NotServingPrincipal(day=act.effective_day)
        else:
            file.require_organ(act)
        version = self._in(State.CLEARED)
        if self.scope is Scope.PUBLIC and act.role != "leading_group":
            raise ApproverNotFit
        for former, who in (("起草人 / drafter", version.drafters), ("保密审查人 / confidentiality reviewer", (version.reviewer,))):
            if act.actor in who:
                raise SameHands(former=former, role="审批人 / approver")
        approved = told.NoticeApproved(**self._same(), approver=act.actor, approval_no=approval_no, approves=_approved(version))
        return [approved.under(WORKFLOW, file.rulebook)]

    def publish(self, file: CaseFile, record: Approved, known: Mapping[str, Guard], medium: str, act: Act) -> Changes:
        """Make it public, if it still says what the record says and nothing in it became secret meanwhile.

        Raises:
            NotBodyOfCase, NoticeState, ContentDiffers, Confidential.
        """
        file.require_publisher(act)
        version = self._in(State.APPROVED)
        if differences := against(version.content, record):
            raise ContentDiffers(differences=figures.told(differences))
        clean(version, known)
        book = rulebook.preset(file.rulebook)
        day = act.effective_day
        until = rulebook.last_day(book, day, book.settings.disclosure_feedback.value)
        former = self.published
        changed = tuple(changes_between(former, version)) if former else ()
        corrects = former.version if former else None
        document = canonical(document_of(self, version, day, until, corrects, changed))
        published = told.DisclosurePublished(
            **self._same(),
            published_on=day,
            feedback_until=until,
            medium=medium,
            document=document,
            sha256=sha256(document),
            differences=changed,
            number=version.content.number,
            org_name=version.content.org_name,
            content=version.digest,
            redaction=version.content.redaction,
        )
        changes: Changes = [published.under(PUBLICITY, file.rulebook)]
        if former is not None:
            fields = tuple(one.field for one in changed)
            corrected = told.DisclosureCorrected(**self._of(former), by_version=version.version, fields=fields)
            changes.append(corrected.under(PUBLICITY, file.rulebook))
        return changes

    def prove(self, version: int, proof: str, policy: str) -> Changes:
        """Keep the proof of a version that was published: the first one, whose hash stands on the notice."""
        known = next((one for one in self.versions if one.version == version and one.published_on is not None), None)
        if known is None or known.proof:
            return []
        return [told.NoticeProved(**self._of(known), proof=proof, sha256=sha256(proof), policy=policy)]

    # --- afterwards --------------------------------------------------------------------------------------------------

    def corrected(self, kind: str, report_version: int, totals: Figures) -> Changes:
        """The report was accepted anew: where its figures are not those that are published, say so and ask for another version."""
        version = self.published
        if version is None or version.content.report_kind != kind or report_version <= version.content.report_version:
            return []
        names = tuple(name for name in Figures.model_fields if name != "measures")
        differences = tuple(figures.between(version.content.figures, totals, names))
        if not differences or differences == version.differs:
            return []
        whose = self._same() | {"version": version.version}
        differs = told.NoticeDiffers(**whose, report_kind=ReportKind(kind), report_version=report_version, differences=differences)
        return [differs]

    def hear_view(
        self, file: CaseFile, received_on: date, channel: ChannelKind, count: int, key: bool, summary: str, act: Act
    ) -> Changes:
        """Count what people said; a key view with a summary that names nobody.

        Raises:
            NotHolderOfCase, NotBodyOfCase, NoticeState, SummaryMissing, Confidential.
        """
        self._handles(file, act)
        version = self._published()
        if key and not summary:
            raise SummaryMissing(field="summary")
        if hits := scanner.scan([Passage("summary", summary)], {}, ()):
            raise Confidential(field="summary", what=scanner.told(hits))
        recorded = told.FeedbackRecorded(
            **self._of(version),
            n=len(version.views) + 1,
            received_on=received_on,
            channel=channel,
            count=count,
            key=key,
            summary=summary,
        )
        return [recorded.under(WORKFLOW, file.rulebook)]

    def answer(self, file: CaseFile, n: int, text: str, act: Act) -> Changes:
        """Answer a key view (F-22).

        Raises:
            NotHolderOfCase, NotBodyOfCase, NoticeState, NoSuchView, Confidential.
        """
        self._handles(file, act)
        version = self._published()
        if not any(view.n == n and view.key and not view.answer for view in version.views):
            raise NoSuchView(field="view", n=n)
        if hits := scanner.scan([Passage("answer", text)], {}, [channel.value for channel in version.content.channels]):
            raise Confidential(field="answer", what=scanner.told(hits))
        return [told.FeedbackAnswered(**self._of(version), n=n, answer=text)]

    def close_feedback(self, file: CaseFile, act: Act) -> Changes:
        """The period is over and every key view answered.

        Raises:
            NotHolderOfCase, NotBodyOfCase, NoticeState, PeriodRuns, KeyViewsUnanswered.
        """
        self._handles(file, act)
        version = self._published(State.FEEDBACK_PERIOD)
        if version.feedback_until is not None and act.effective_day <= version.feedback_until:
            raise PeriodRuns(until=version.feedback_until)
        key = [view for view in version.views if view.key]
        if left := [str(view.n) for view in key if not view.answer]:
            raise KeyViewsUnanswered(numbers=", ".join(left))
        views = sum(view.count for view in version.views)
        closed = told.FeedbackClosed(**self._of(version), views=views, key=len(key))
        return [closed.under(WORKFLOW, file.rulebook)]

    def archive(self, file: CaseFile, archive_no: str, act: Act) -> Changes:
        """Into the files.

        Raises:
            NotBodyOfCase, NoticeState.
        """
        file.require_organ(act)
        version = self._published(State.RESPONDED)
        return [told.NoticeArchived(**self._of(version), archive_no=archive_no)]

    def withdraw(self, file: CaseFile, reason: str, decision_no: str, act: Act) -> Changes:
        """Take back what is published, or what is on its way; the fact and the hash stay.

        Raises:
            NotBodyOfCase, NoticeState.
        """
        file.require_organ(act)
        version = self.published or self._in(*(state for state in State if state.on_its_way))
        withdrawn = told.DisclosureWithdrawn(
            **self._of(version), reason=reason, decision_no=decision_no, withdrawn_on=act.effective_day, sha256=version.sha256
        )
        return [withdrawn.under(WORKFLOW, file.rulebook)]

    def _handles(self, file: CaseFile, act: Act) -> None:
        if act.role == "handler":
            file.require_holder(act)
        else:
            file.require_organ(act)


def _approved(version: Version) -> str:
    return approved_as(version.digest, version.content.redaction, version.version)
