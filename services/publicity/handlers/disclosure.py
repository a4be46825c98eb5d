"""Commands about disclosure notices."""

from typing import Any

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from publicity.commands import disclosure as wish
from publicity.handlers.record import OrgFound, PostFound, record
from publicity.model.case import CaseFile, file_id
from publicity.model.guarded import guarded
from publicity.model.notice import Notice, notice_id


def draft_disclosure(command: wish.DraftDisclosure, act: Act, repo: Repository, answers: Any) -> Changes:
    """A draft from the accepted report and the ledger, with the handler's words."""
    file, notice = _known(command, repo)
    file.require_holder(act)
    org: OrgFound | None = answers[4]
    words = command.model_dump(include={"basis", "organisation", "next_steps", "text", "reason"})
    words |= {"channels": command.channels, "treatments": command.treatments}
    stated = command.figures.model_dump() if command.figures else {}
    found = record(command.report, answers, org.name if org else "")
    return notice.draft(file, command.scope, found, words | {"figures": stated}, act)


def submit_disclosure(command: wish.SubmitDisclosure, act: Act, repo: Repository, answers: Any) -> Changes:
    """The serving principal signs (SOD-04)."""
    file, notice = _known(command, repo)
    return notice.submit(file, _serves(answers), act)


def check_disclosure(command: wish.CheckDisclosure, act: Act, repo: Repository, answers: Any) -> Changes:
    """Figure by figure against the record as it is now (A29)."""
    file, notice = _drafted(command, repo)
    return notice.check(file, record(notice.newest.content.report_kind, answers), act)


def send_back_disclosure(command: wish.SendBackDisclosure, act: Act, repo: Repository) -> Changes:
    """Back to be drafted anew."""
    file, notice = _drafted(command, repo)
    return notice.send_back(file, command.reason, act)


def review_disclosure(command: wish.ReviewDisclosure, act: Act, repo: Repository) -> Changes:
    """The confidentiality review (A28)."""
    file, notice = _drafted(command, repo)
    return notice.review(file, guarded(repo), command.opinion, act)


def exempt_from_disclosure(command: wish.ExemptFromDisclosure, act: Act, repo: Repository) -> Changes:
    """Ask for an exemption."""
    file, notice = _drafted(command, repo)
    return notice.exempt(file, command.findings, command.ground, command.explanation, act)


def consent_to_exemption(command: wish.ConsentToExemption, act: Act, repo: Repository) -> Changes:
    """The leading group consents."""
    file, notice = _drafted(command, repo)
    return notice.consent(file, command.decision_no, act)


def refuse_exemption(command: wish.RefuseExemption, act: Act, repo: Repository) -> Changes:
    """The leading group does not consent."""
    file, notice = _drafted(command, repo)
    return notice.refuse(file, command.reason, act)


def approve_disclosure(command: wish.ApproveDisclosure, act: Act, repo: Repository, answers: Any) -> Changes:
    """The third pair of hands (SOD-09)."""
    file, notice = _drafted(command, repo)
    return notice.approve(file, command.approval_no, _serves(answers), act)


def publish_disclosure(command: wish.PublishDisclosure, act: Act, repo: Repository, answers: Any) -> Changes:
    """Make it public."""
    file, notice = _drafted(command, repo)
    return notice.publish(file, record(notice.newest.content.report_kind, answers), guarded(repo), command.medium, act)


def withdraw_disclosure(command: wish.WithdrawDisclosure, act: Act, repo: Repository) -> Changes:
    """Take it back."""
    file, notice = _drafted(command, repo)
    return notice.withdraw(file, command.reason, command.decision_no, act)


def record_disclosure_feedback(command: wish.RecordDisclosureFeedback, act: Act, repo: Repository) -> Changes:
    """Count what people said."""
    file, notice = _drafted(command, repo)
    day = command.received_on or act.effective_day
    return notice.hear_view(file, day, command.channel, command.count, command.key, command.summary, act)


def answer_disclosure_feedback(command: wish.AnswerDisclosureFeedback, act: Act, repo: Repository) -> Changes:
    """Answer a key view (F-22)."""
    file, notice = _drafted(command, repo)
    return notice.answer(file, command.view, command.answer, act)


def close_disclosure_feedback(command: wish.CloseDisclosureFeedback, act: Act, repo: Repository) -> Changes:
    """The feedback period's work is done."""
    file, notice = _drafted(command, repo)
    return notice.close_feedback(file, act)


def archive_disclosure(command: wish.ArchiveDisclosure, act: Act, repo: Repository) -> Changes:
    """Into the files."""
    file, notice = _drafted(command, repo)
    return notice.archive(file, command.archive_no, act)


def _known(command: wish.OfDisclosure, repo: Repository) -> tuple[CaseFile, Notice]:
    file = get(repo, CaseFile, file_id(command.case), shown=command.case)
    return file, repo.find(Notice, notice_id(command.case, command.scope))


def _drafted(command: wish.OfDisclosure, repo: Repository) -> tuple[CaseFile, Notice]:
    file, _ = _known(command, repo)
    return file, get(repo, Notice, notice_id(command.case, command.scope), shown=f"{file.number} {command.scope}")


def _serves(answers: Any) -> bool:
    posts: PostFound | None = answers[0]
    return posts is not None and posts.serving
