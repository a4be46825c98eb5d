"""A supervising body that is itself inspected reads nothing that its supervisors say among themselves about it (SOD-12)."""

from datetime import date

import pytest

from chassis.store import MemoryRows
from kernel.context import Asker, named
from kernel.errors import NotFound
from supervision.commands.look_back import GetLookBack, ListLookBacks, RecomputeLookBack
from supervision.commands.supervision_reports import GetSupervisionReport, ListSupervisionReports
from supervision.events.case import CaseMoved, CaseTakenUp
from supervision.events.supervision_report import SupervisionReportDrafted
from supervision.model.case import CaseFile, file_id
from supervision.model.supervision_report import report_id
from supervision.projections.look_back import LOOK_BACKS, POPULATION
from supervision.projections.supervision_reports import REPORTS
from supervision.queries import look_back, supervision_reports
from supervision.queries.insiders import outside
from testkit.given import Given

CASE, OTHER, BACK = named("case", "2026-1", "JW"), named("case", "2026-1", "CGJ"), named("look-back", "回头看1号")


def asker(role: str, org: str) -> Asker:
    return Asker("a" * 32, role, named("org", org), date(2026, 9, 1))


@pytest.fixture
def repo() -> Given:
    """JW is inspected itself, later JW2 answers for its case; CGJ is inspected as well."""
    made = Given()
    for case, org in ((CASE, "JW"), (OTHER, "CGJ")):
        bodies = {name: named("org", name) for name in ("leading_group", "office", "discipline", "org_dept")}
        taken = CaseTakenUp(file=file_id(case), case=case, org=named("org", org), rulebook="guangxi-2022@1", **bodies)
        made.apply(made.find(CaseFile, file_id(case)).take_up(taken))
    moved = CaseMoved(file=file_id(CASE), case=CASE, org=named("org", "JW2"), former=named("org", "JW"), moved_on=date(2026, 6, 1))
    made.apply(made.find(CaseFile, file_id(CASE)).move(moved))
    return made


OUTSIDE = [("discipline", "SJW"), ("office", "XCB"), ("auditor", "SJJ")]
INSIDE = [("discipline", "JW"), ("office", "JW"), ("discipline", "JW2"), ("principal", "JW"), ("handler", "XCB")]


@pytest.mark.parametrize(("who", "shown"), [*((who, True) for who in OUTSIDE), *((who, False) for who in INSIDE)])
def test_only_who_is_not_concerned_is_shown_it(repo: Given, who: tuple[str, str], shown: bool) -> None:
    assert outside(asker(*who), [CASE], repo) is shown
    assert outside(asker(*who), [OTHER, CASE], repo) is shown


def test_of_others_it_reads_as_before(repo: Given) -> None:
    assert outside(asker("discipline", "JW"), [OTHER], repo)
    assert outside(asker("discipline", "JW"), [], repo)


@pytest.mark.parametrize(("who", "shown"), [*((who, True) for who in OUTSIDE), *((who, False) for who in INSIDE)])
def test_a_look_back_that_is_not_reported_is_hidden_from_whom_it_may_visit(repo: Given, who: tuple[str, str], shown: bool) -> None:
    rows = MemoryRows()
    kinds = {"json": [], "int": 0, "text": ""}
    blank = {name: kinds[kind] for name, kind in LOOK_BACKS.columns.items()}
    row = blank | {"lookback": BACK, "number": "回头看1号", "state": "DRAWN"}
    rows.put(LOOK_BACKS, row)
    waiting = dict.fromkeys(POPULATION.columns, "") | {"lookback": BACK, "finding": "f" * 32, "case_id": CASE}
    rows.put(POPULATION, waiting)
    questions = (
        lambda: look_back.get_look_back(GetLookBack(lookback=BACK), rows, repo, asker(*who)),
        lambda: look_back.recompute_look_back(RecomputeLookBack(lookback=BACK), rows, repo, asker(*who)),
    )
    for question in questions:
        if shown:
            question()
        else:
            with pytest.raises(NotFound):
                question()
    assert bool(look_back.list_look_backs(ListLookBacks(), rows, repo, asker(*who)).lookbacks) is shown
    rows.put(LOOK_BACKS, row | {"state": "REPORTED"})
    assert look_back.list_look_backs(ListLookBacks(), rows, repo, asker(*who)).lookbacks


@pytest.mark.parametrize(("who", "shown"), [*((who, True) for who in OUTSIDE), *((who, False) for who in INSIDE)])
def test_a_supervision_report_is_not_for_whom_it_is_about(repo: Given, who: tuple[str, str], shown: bool) -> None:
    rows, report = MemoryRows(), report_id(CASE)
    row = {"report": report, "case_id": CASE, "org": named("org", "JW"), "by": named("org", "SJW"), "version": 1}
    rows.put(REPORTS, row | {"state": "DRAFT", "drafted_on": "2026-08-01", "submitted_on": "", "position": 1})
    drafted = SupervisionReportDrafted(
        report=report, case=CASE, org=named("org", "JW"), by=named("org", "SJW"), version=1, phase="continuing", findings=(),
        duties=(), actions=(), problems=(), judgement="总体到位", suggestions=(), document="a" * 64, drafter="a" * 32,
    )  # fmt: skip
    repo.apply([drafted])
    question = GetSupervisionReport(case=CASE)
    if shown:
        assert supervision_reports.get_supervision_report(question, rows, repo, asker(*who)).case == CASE
    else:
        with pytest.raises(NotFound):
            supervision_reports.get_supervision_report(question, rows, repo, asker(*who))
    listed = supervision_reports.list_supervision_reports(ListSupervisionReports(), rows, repo, asker(*who)).reports
    assert bool(listed) is shown
    assert set(supervision_reports.of_supervision_report(question, repo)) == {report, file_id(CASE)}
