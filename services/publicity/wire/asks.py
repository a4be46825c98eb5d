"""What publicity asks the findings service before it decides."""

from typing import Any

from rectify.findings.v1 import ledger_pb2, plans_pb2, register_pb2, reports_pb2

from kernel.context import Act
from publicity.events.parts import ReportKind
from publicity.handlers.record import FindingFound, LedgerFound, OrgFound, PlanFound, PostFound, ReportFound

_ACCEPTED = "ACCEPTED"
_MOST = 1000


def ask_progress(command: Any, act: Act) -> reports_pb2.GetReportRequest:
    """The progress report with its versions."""
    return reports_pb2.GetReportRequest(case=command.case, kind=ReportKind.PROGRESS)


def ask_final(command: Any, act: Act) -> reports_pb2.GetReportRequest:
    """The final report with its versions."""
    return reports_pb2.GetReportRequest(case=command.case, kind=ReportKind.FINAL)


def hear_report(answer: reports_pb2.GetReportResponse) -> ReportFound:
    """The newest version that was accepted; version 0 when none was."""
    kind = ReportKind(answer.kind)
    accepted = [version for version in answer.versions if version.state == _ACCEPTED]
    if not accepted:
        return ReportFound(kind=kind)
    newest, totals = accepted[-1], accepted[-1].totals
    return ReportFound(
        kind=kind,
        version=newest.version,
        sha256=newest.sha256,
        leading=newest.leading,
        accounts={account.finding: account.account for account in newest.accounts},
        findings=totals.findings,
        signed_off=totals.signed_off,
        unfinished=totals.unfinished,
        reforms=totals.reforms,
        money_fen=totals.money_fen,
        people=totals.people,
    )


def ask_ledger(command: Any, act: Act) -> ledger_pb2.ListFindingsRequest:
    """All findings of the case."""
    return ledger_pb2.ListFindingsRequest(case=command.case, limit=_MOST)


def hear_ledger(answer: ledger_pb2.ListFindingsResponse) -> LedgerFound:
    """Their wording and state, and the number of the case."""
    lines = [
        FindingFound(finding=line.finding, number=line.number, wording=line.wording, state=line.state) for line in answer.findings
    ]
    return LedgerFound(number=answer.findings[0].case_number if answer.findings else "", findings=tuple(lines))


def ask_plan(command: Any, act: Act) -> plans_pb2.GetPlanRequest:
    """The plan with its versions."""
    return plans_pb2.GetPlanRequest(case=command.case)


def hear_plan(answer: plans_pb2.GetPlanResponse) -> PlanFound:
    """How many measures the version in force has."""
    in_force = [version for version in answer.versions if version.version == answer.in_force]
    return PlanFound(measures=sum(len(item.measures) for version in in_force for item in version.items))


def ask_posts(command: Any, act: Act) -> register_pb2.FindPostsRequest:
    """Who serves as principal of the organ acted for on that day."""
    return register_pb2.FindPostsRequest(org=act.org, post="principal", person=act.actor, day=act.effective_day.isoformat())


def hear_posts(answer: register_pb2.FindPostsResponse) -> PostFound:
    """Whether who acts is among them, by the register."""
    return PostFound(serving=bool(answer.posts))


def ask_org(command: Any, act: Act) -> register_pb2.GetOrganisationRequest:
    """The organisation acted for."""
    return register_pb2.GetOrganisationRequest(org=act.org)


def hear_org(answer: register_pb2.GetOrganisationResponse) -> OrgFound:
    """Its name."""
    return OrgFound(name=answer.name)
