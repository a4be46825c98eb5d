"""Executable audits that only this service can run: the record against itself and against the read models."""

from collections.abc import Iterable
from typing import Any

from findings.events.case import CaseOpened, CaseSupplemented
from findings.events.finding import FindingLinked, FindingRegistered
from findings.events.returns import ReturnExpected
from findings.model import dates
from findings.projections.ledger import LEDGER
from kernel.aggregates import Repository
from kernel.envelope import Flaw, Recorded
from kernel.tables import Rows
from rulebook import next_monthly_return, preset


def reconciles(rows: Rows, repo: Repository, events: Iterable[Recorded[Any]]) -> tuple[int, list[Flaw]]:
    """I22: every finding that entered a case was fed back once and stands in the ledger once (R-14)."""
    named: dict[str, Recorded[Any]] = {}
    fed_back: dict[str, Recorded[Any]] = {}
    flaws: list[Flaw] = []
    for recorded in events:
        match recorded.event:
            case CaseOpened() | CaseSupplemented() as entered:
                for entry in entered.findings:
                    if entry.finding in named:
                        flaws.append(_flaw(recorded, "entered-twice", f"{entry.number} entered a case before"))
                    named[entry.finding] = recorded
            case FindingRegistered() | FindingLinked() as finding:
                if finding.finding in fed_back:
                    flaws.append(_flaw(recorded, "fed-back-twice", f"{finding.finding} was fed back before"))
                fed_back[finding.finding] = recorded
    flaws += (
        _flaw(named[lost], "not-registered", f"finding {lost} entered a case and was never registered")
        for lost in named.keys() - fed_back.keys()
    )
    flaws += (
        _flaw(fed_back[stray], "not-in-case", f"finding {stray} was registered and is in no case")
        for stray in fed_back.keys() - named.keys()
    )
    for registered, recorded in fed_back.items():
        if rows.get(LEDGER, registered) is None:
            flaws.append(_flaw(recorded, "not-in-ledger", f"finding {registered} is not in the ledger"))
    return len(named | fed_back), flaws


def deadlines_recompute(rows: Rows, repo: Repository, events: Iterable[Recorded[Any]]) -> tuple[int, list[Flaw]]:
    """I23: the dates in the history follow from rule, trigger and calendar."""
    checked, flaws = 0, []
    for recorded in events:
        match recorded.event:
            case CaseOpened() as case:
                checked += 1
                expected = dates.dues(preset(case.rulebook), case.receipt_date, case.feedback_date, case.checks)
                if expected != case.dues:
                    flaws.append(_flaw(recorded, "dues-differ", f"the rulebook gives {expected}, recorded was {case.dues}"))
            case ReturnExpected() as monthly:
                checked += 1
                due = next_monthly_return(preset(monthly.rulebook), dates.month_days(monthly.month)[0]).due
                if due != monthly.due:
                    flaws.append(_flaw(recorded, "return-differs", f"{monthly.month} is due {due}, recorded was {monthly.due}"))
    return checked, flaws


def _flaw(recorded: Recorded[Any], code: str, why: str) -> Flaw:
    return Flaw(recorded.position, recorded.aggregate, code, why)
