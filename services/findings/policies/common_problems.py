"""What findings make of common problems: each case that opens, and each finding classified otherwise, moves the counts."""

from collections import defaultdict
from collections.abc import Sequence

from findings.events.case import CaseOpened, CaseSupplemented
from findings.events.common_problems import CategoryLeft, CategorySeen, CommonProblemConfirmed
from findings.events.finding import FindingClassified
from findings.events.words import FeedbackItem
from findings.model.case import Case
from findings.model.common_problems import CommonProblem, Seen, problem_id, problem_number, threshold
from findings.model.feedback import Feedback
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.envelope import Recorded
from kernel.messages import Changes


def count_opened(recorded: Recorded[CaseOpened], act: Act, repo: Repository) -> Changes:
    """The findings of a feedback, by category."""
    event = recorded.event
    case = get(repo, Case, event.case)
    items = [(finding, item) for finding, _, item, no in get(repo, Feedback, event.feedback).numbered() if no == 0]
    return _count(case, items, act, repo)


def count_supplement(recorded: Recorded[CaseSupplemented], act: Act, repo: Repository) -> Changes:
    """The findings of a supplement, by category."""
    event = recorded.event
    case = get(repo, Case, event.case)
    numbered = get(repo, Feedback, case.feedback).numbered()
    return _count(case, [(finding, item) for finding, _, item, no in numbered if no == event.supplement], act, repo)


def count_classified(recorded: Recorded[FindingClassified], act: Act, repo: Repository) -> Changes:
    """A finding that changes its category counts there and no longer here; before its feedback it counts nowhere."""
    event = recorded.event
    case, found = repo.find(Case, event.case), get(repo, Finding, event.finding)
    if event.category is None or not case.exists or event.finding not in case.findings:
        return []
    left = _problem(case, event.former_category, repo).leave(event.finding) if event.former_category else []
    return [*left, *_see(case, event.category, [found.id], act, repo)]


def mark_confirmed(recorded: Recorded[CommonProblemConfirmed], act: Act, repo: Repository) -> Changes:
    """Every finding of a confirmed problem says that it is part of it; each keeps its own state and sign-off."""
    problem = get(repo, CommonProblem, recorded.event.problem)
    return _mark(sorted(problem.findings), problem.number, repo)


def mark_seen(recorded: Recorded[CategorySeen], act: Act, repo: Repository) -> Changes:
    """So does one that comes to a problem which was confirmed before."""
    problem = get(repo, CommonProblem, recorded.event.problem)
    return _mark(recorded.event.findings, problem.number, repo) if problem.confirmed else []


def unmark_left(recorded: Recorded[CategoryLeft], act: Act, repo: Repository) -> Changes:
    """What was classified otherwise is no part of it any more."""
    found = repo.find(Finding, recorded.event.finding)
    return found.share("") if found.common_problem == recorded.event.number else []


def _mark(findings: Sequence[str], number: str, repo: Repository) -> Changes:
    return [change for finding in findings for change in repo.find(Finding, finding).share(number)]


def _count(case: Case, items: list[tuple[str, FeedbackItem]], act: Act, repo: Repository) -> Changes:
    by_category: defaultdict[str, list[str]] = defaultdict(list)
    for finding, item in items:
        by_category[item.category].append(finding)
    return [change for category, findings in sorted(by_category.items()) for change in _see(case, category, findings, act, repo)]


def _see(case: Case, category: str, findings: list[str], act: Act, repo: Repository) -> Changes:
    if not category:
        return []
    origin = Seen(number=problem_number(_code(case, repo), category), office=case.organs.office, category=category)
    problem, book = _problem(case, category, repo), case.rulebook
    return problem.see(origin, case.round, case.org, findings, threshold(book), book, act.effective_day)


def _problem(case: Case, category: str, repo: Repository) -> CommonProblem:
    return repo.find(CommonProblem, problem_id(_code(case, repo), category))


def _code(case: Case, repo: Repository) -> str:
    """The office's code; its id where it never entered the register, as with ledgers that come from files."""
    return repo.find(Organisation, case.organs.office).code or case.organs.office
