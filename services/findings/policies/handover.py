"""What the register tells about the leadership team: somebody left, and their duty is to be handed over (R-106)."""

from collections.abc import Sequence
from datetime import date

from findings.events.finding import FindingReopened
from findings.events.organisation import PostEnded
from findings.events.words import PostKind
from findings.model import dates
from findings.model.case import Case
from findings.model.finding import Finding
from findings.model.handover import Handover, Leaving, handover_id, handover_number, on_team
from findings.model.organisation import Organisation, Post
from findings.policies.days import every
from findings.projections.handover import HANDOVERS
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.envelope import Recorded
from kernel.messages import Changes
from kernel.tables import Rows, Where


def call_handover(recorded: Recorded[PostEnded], act: Act, repo: Repository) -> Changes:
    """Somebody left the leadership team; who stays on it in another post keeps the duty."""
    event = recorded.event
    org, changes = get(repo, Organisation, event.org, what="org"), Changes()
    if not event.post.leads or on_team(org, event.person, event.until):
        return changes
    post = org.posts[event.n - 1]
    for case in (get(repo, Case, entered) for entered in org.cases):
        if case.closed:
            continue
        leaving = _leaving(post, event.until, event.until, case, org, act)
        findings = [repo.find(Finding, entry.finding) for entry in case.unfinished]
        changes += repo.find(Handover, handover_id(leaving.number)).call(leaving, case, findings)
    return changes


def reopened_without_anybody(recorded: Recorded[FindingReopened], act: Act, repo: Repository) -> Changes:
    """A finding is open again whose member left after it was settled: it has the gap that it would have had then."""
    event = recorded.event
    found, case = get(repo, Finding, event.finding), get(repo, Case, event.case)
    org = get(repo, Organisation, case.holder, what="org")
    left = [post for post in org.posts if post.person == found.member and post.post.leads and post.until is not None]
    if not left or on_team(org, found.member, act.today):
        return []
    post = left[-1]
    leaving = _leaving(post, post.until or act.today, act.today, case, org, act)
    handover = repo.find(Handover, handover_id(leaving.number))
    return handover.gap_again(found, leaving.serving) if handover.exists else handover.call(leaving, case, [found])


def gaps_due(day: date, rows: Rows) -> Sequence[str]:
    """Handovers with findings for which nobody answers."""
    return list(every(rows, HANDOVERS, [Where("gaps", ">", 0)], "handover"))


def close_gaps(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """Gaps that ended in another way than by the handover."""
    handover = get(repo, Handover, id)
    return handover.close_gaps({gap.finding: get(repo, Finding, gap.finding) for gap in handover.open_gaps})


def _leaving(post: Post, left_on: date, called_on: date, case: Case, org: Organisation, act: Act) -> Leaving:
    serving = org.principal(act.today, dates.acting_days(case.rulebook))
    return Leaving(
        number=handover_number(case, org, post.n),
        person=post.person,
        post=post.post,
        left_on=left_on,
        called_on=called_on,
        whole_case=post.post is PostKind.PRINCIPAL and not post.acting,
        serving=serving.person if serving else None,
    )
