"""What the register tells the cases of an organisation: a principal left, another took office (R-17)."""

from collections.abc import Iterator, Sequence
from datetime import date

from findings.events.case import CaseOpened
from findings.events.organisation import PersonAppointed, PostEnded
from findings.events.words import PostKind
from findings.model import dates
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.organisation import Organisation
from findings.model.principal import ReFeedback, counts_from, refeedback_id, served, stays
from findings.projections.register import POSTS
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.envelope import Recorded
from kernel.messages import Changes
from kernel.tables import Rows, Where

_PAGE = 500


def principal_left(recorded: Recorded[PostEnded], act: Act, repo: Repository) -> Changes:
    """A principal left; one who goes on as such, or an acting one who never counted, did not."""
    event = recorded.event
    org, changes = get(repo, Organisation, event.org, what="org"), Changes()
    if event.post is not PostKind.PRINCIPAL or stays(org, event.person, event.n, event.until):
        return changes
    for case, refeedback, signer in _cases(org, repo):
        known = refeedback.known(signer) == event.person
        if known or served(org, event.person, event.until, dates.acting_days(case.rulebook)):
            changes += refeedback.left(event.person, event.until, case)
    return changes


def principal_took_office(recorded: Recorded[PersonAppointed], act: Act, repo: Repository) -> Changes:
    """Another principal took office; an acting one counts later, by the day (`acting_counts`)."""
    event = recorded.event
    org, changes = get(repo, Organisation, event.org, what="org"), Changes()
    if event.post is not PostKind.PRINCIPAL or event.acting:
        return changes
    for case, refeedback, signer in _cases(org, repo):
        changes += refeedback.took_office(event.person, event.since, case, signer)
    return changes


def earlier_changes(recorded: Recorded[CaseOpened], act: Act, repo: Repository) -> Changes:
    """A case brought from paper may be older than changes that the register knows already."""
    event = recorded.event
    case, org = get(repo, Case, event.case), get(repo, Organisation, event.org, what="org")
    signer = get(repo, Feedback, event.feedback).signer
    return repo.find(ReFeedback, refeedback_id(case)).follow(org, case, signer, act)


def acting_due(day: date, rows: Rows) -> Sequence[str]:
    """Organisations in which somebody acts as principal on this day."""
    acting = [Where("post", "=", PostKind.PRINCIPAL.value), Where("acting", "=", True), Where("until", "=", "")]
    found: set[str] = set()
    after: list[object] | None = None
    while page := rows.page(POSTS, acting, [], _PAGE, after):
        found |= {row["org"] for row in page}
        after = [page[-1]["org"], page[-1]["n"]]
    return sorted(found)


def acting_counts(id: str, day: date, act: Act, repo: Repository) -> Changes:
    """An acting principal who has lasted counts as a change of principal."""
    org, changes = get(repo, Organisation, id, what="org"), Changes()
    for case, refeedback, signer in _cases(org, repo):
        acting_days = dates.acting_days(case.rulebook)
        serving = org.principal(day, acting_days)
        if serving is not None and serving.acting and serving.person != refeedback.known(signer):
            changes += refeedback.took_office(serving.person, counts_from(serving, acting_days), case, signer)
    return changes


def _cases(org: Organisation, repo: Repository) -> Iterator[tuple[Case, ReFeedback, str]]:
    for entered in org.cases:
        case = get(repo, Case, entered)
        yield case, repo.find(ReFeedback, refeedback_id(case)), get(repo, Feedback, case.feedback).signer
