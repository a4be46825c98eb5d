"""Who gave opinions in a case: the evaluator is none of them, or another one signs as well (SOD-08)."""

import rulebook
from kernel.aggregates import Repository
from supervision.model.case import CaseFile, file_id
from supervision.model.plan_review import PlanReview, review_id
from supervision.model.report_review import ReportReview, report_review_id


def opinion_authors(case: str, repo: Repository) -> frozenset[str]:
    """Persons who gave, drafted or issued an opinion on the case's plan or on one of its reports."""
    authors = repo.find(PlanReview, review_id(case)).authors
    for kind, check in _reports(case, repo):
        authors |= repo.find(ReportReview, report_review_id(case, kind, check)).authors
    return authors


def _reports(case: str, repo: Repository) -> list[tuple[str, str]]:
    book = repo.find(CaseFile, file_id(case)).rulebook
    checks = rulebook.preset(book).settings.special_checks.value if book else ()
    return [("progress", ""), ("principal", ""), *(("special", check.check) for check in checks)]
