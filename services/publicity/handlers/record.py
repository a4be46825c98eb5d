"""What neighbours answer, and the record that a notice is made from and checked against."""

from collections.abc import Mapping
from typing import Any

from kernel.messages import Answer
from publicity.events.parts import Figures, FindingResult, ReportKind
from publicity.model.figures import rate
from publicity.model.notice import Approved
from publicity.refusals.disclosure import NoAcceptedReport


class ReportFound(Answer):
    """The newest version of a report that was accepted; version 0 when none was."""

    kind: ReportKind
    version: int = 0
    sha256: str = ""
    leading: str = ""
    accounts: Mapping[str, str] = {}
    findings: int = 0
    signed_off: int = 0
    unfinished: int = 0
    reforms: int = 0
    money_fen: int = 0
    people: int = 0


class FindingFound(Answer):
    """A finding of the ledger."""

    finding: str
    number: str
    wording: str
    state: str


class LedgerFound(Answer):
    """The findings of a case and its number."""

    number: str = ""
    findings: tuple[FindingFound, ...] = ()


class PlanFound(Answer):
    """How many measures the plan in force has."""

    measures: int = 0


class PostFound(Answer):
    """Whether who acts serves as principal of the organ acted for today."""

    serving: bool = False


class OrgFound(Answer):
    """The organisation's name."""

    name: str = ""


# What is asked before a notice is drafted, checked or published, in this order.
Answers = tuple[ReportFound | None, ReportFound | None, LedgerFound | None, PlanFound | None, Any]


def record(kind: ReportKind, answers: Any, org_name: str = "") -> Approved:
    """The record behind a notice made from this kind of report.

    Raises:
        NoAcceptedReport: there is none.
    """
    progress, final, ledger, plan = answers[:4]
    report = final if kind is ReportKind.FINAL else progress
    if report is None or ledger is None or not report.version:
        raise NoAcceptedReport(kind=kind)
    results = tuple(
        FindingResult(
            finding=one.finding,
            number=one.number,
            wording=one.wording,
            state=one.state,
            account=report.accounts[one.finding],
        )
        for one in ledger.findings
        if one.finding in report.accounts
    )
    figures = Figures(
        findings=report.findings,
        measures=plan.measures if plan else 0,
        signed_off=report.signed_off,
        continuing=report.unfinished,
        rate_permille=rate(report.signed_off, report.findings),
        reforms=report.reforms,
        money_fen=report.money_fen,
        people=report.people,
    )
    return Approved(
        org_name=org_name,
        number=ledger.number,
        report_kind=kind,
        report_version=report.version,
        report_sha256=report.sha256,
        leading=report.leading,
        results=results,
        figures=figures,
    )
