"""Opinions on reports: the team's, the lead reviewer's; copies and acknowledgements."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from supervision.commands import report_reviews as wish
from supervision.events.demand import Source
from supervision.events.report_review import Conclusion
from supervision.handlers.checks import PostsHeld
from supervision.handlers.demands import settled
from supervision.handlers.organ import judges
from supervision.model.case import CaseFile, file_id
from supervision.model.demand import opened
from supervision.model.report_review import Opinion, Parts, ReportReview, report_review_id
from supervision.model.reviewers import body_of_role
from supervision.model.verifier import HeldPost
from supervision.refusals.organ import NotOrganOfCase
from supervision.refusals.report_reviews import OpinionElsewhere

TEAM, PROGRESS = "team", "progress"
Posts = tuple[PostsHeld | None, ...]


def assist_report_review(command: wish.AssistReportReview, act: Act, repo: Repository, answers: Posts) -> Changes:
    """A body gives the lead reviewer its opinion: the team (R-52), which acts for the office of the case.

    The organization department speaks here of the principal's own report only: of the progress report its own service tells.
    """
    review, body = _review(command, repo), body_of_role(act.role)
    file = repo.find(CaseFile, file_id(command.case))
    file.require_organ(act)
    if body == TEAM and act.org != file.bodies.get("office"):
        raise NotOrganOfCase(role=act.role)
    if body != TEAM and command.report_kind == PROGRESS:
        raise OpinionElsewhere(verb="assisting-opinion give")
    parts = Parts(**command.model_dump(include=set(Parts.model_fields)))
    return review.assist(act, _posts(answers), command.report_version, body, parts)


def record_report_copy(command: wish.RecordReportCopy, act: Act, repo: Repository) -> Changes:
    """The lead reviewer records on which day an assisting body got its copy: nobody moves the own clock (SOD-13)."""
    review = _led(command, act, repo)
    return review.copied(act, command.report_version, command.body, command.received_on, command.receipt)


def issue_report_opinion(command: wish.IssueReportOpinion, act: Act, repo: Repository, answers: Posts) -> Changes:
    """The lead reviewer issues the written opinion (R-30); its demands are followed from now on."""
    review = _led(command, act, repo)
    said = command.model_dump(include=set(Opinion.model_fields) - {"drafter"})
    issued = review.issue(act, _posts(answers), command.report_version, Opinion(**said, drafter=command.drafter or act.actor))
    number = command.report_version or review.newest
    if command.conclusion is Conclusion.RETURNED:
        return [*issued, *_opened(review, command, number, act)]
    returned = {version: known.issued for version, known in review.versions.items() if version < number and known.issued}
    earlier = {v: len(issued.demands) for v, issued in returned.items() if issued.conclusion is Conclusion.RETURNED}
    closed = settled(review.id, earlier, command.opinion_no, act, repo)
    demanding = command.conclusion is Conclusion.ACCEPTED_WITH_DEMANDS
    return [*issued, *closed, *(_opened(review, command, number, act) if demanding else [])]


def acknowledge_report_opinion(command: wish.AcknowledgeReportOpinion, act: Act, repo: Repository) -> Changes:
    """The inspected organisation signs for the opinion."""
    review, file = _review(command, repo), repo.find(CaseFile, file_id(command.case))
    return review.acknowledge(act, file.holder or review.org, command.report_version)


def _review(
    command: wish.AssistReportReview | wish.RecordReportCopy | wish.IssueReportOpinion | wish.AcknowledgeReportOpinion,
    repo: Repository,
) -> ReportReview:
    review = report_review_id(command.case, command.report_kind, command.special_check)
    return get(repo, ReportReview, review, what="报告审核 / report review", shown=command.case)


def _led(command: wish.RecordReportCopy | wish.IssueReportOpinion, act: Act, repo: Repository) -> ReportReview:
    """The review, for the body that leads it."""
    review = _review(command, repo)
    judges(review.case, act, repo)
    if act.role != review.lead:
        raise NotOrganOfCase(role=review.lead)
    return review


def _posts(answers: Posts) -> tuple[HeldPost, ...]:
    held = answers[0]
    return held.posts if held else ()


def _opened(review: ReportReview, command: wish.IssueReportOpinion, version: int, act: Act) -> Changes:
    return opened(
        source=Source.REPORT,
        review=review.id,
        case=review.case,
        org=review.org,
        subject=review.special_check or review.report_kind,
        version=version,
        opinion_no=command.opinion_no,
        demands=command.demands,
        organ=review.lead,
        on=act.effective_day,
        book=review.rulebook,
    )
