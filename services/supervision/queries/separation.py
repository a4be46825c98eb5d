"""I14: separation of duties among those who supervise, told from the facts alone and not from the code that decided."""

from collections.abc import Iterable, Iterator
from typing import Any

from kernel.aggregates import Repository
from kernel.envelope import Flaw, Recorded
from kernel.tables import Rows
from supervision.events.measures import ActionOpened, ActionPerformed
from supervision.events.obligation import ObligationExtended, ObligationOpened, ObligationScheduled, ObligationWaived
from supervision.events.report_review import AssistingGiven, ReportOpinionIssued
from supervision.events.signoff_check import SignOffCheckFailed, SignOffCheckOpened, SignOffCheckPassed


def duties_separate(rows: Rows, repo: Repository, events: Iterable[Recorded[Any]]) -> tuple[int, list[Flaw]]:
    """I14: who verified, drafted, recorded, extended and waived were who may (SOD-02, SOD-05, SOD-10, SOD-13)."""
    known = _Known()
    flaws: list[Flaw] = []
    for recorded in events:
        flaws += (Flaw(recorded.position, recorded.aggregate, code, why) for code, why in known.wrong(recorded))
    return known.checked, flaws


class _Known:
    """What the log said so far that later facts are held against."""

    def __init__(self) -> None:
        self.checked = 0
        self._opened: dict[tuple[str, int], SignOffCheckOpened] = {}
        self._assisted: dict[str, set[str]] = {}
        self._addressed: dict[str, str] = {}
        self._obligors: dict[str, str] = {}

    def wrong(self, recorded: Recorded[Any]) -> Iterator[tuple[str, str]]:
        """What this fact breaks, code and reason; what it says is remembered."""
        match recorded.event:
            case SignOffCheckOpened() as opened:
                self._opened[opened.finding, opened.signoff] = opened
            case SignOffCheckPassed() | SignOffCheckFailed() as verdict:
                self.checked += 1
                check = self._opened.get((verdict.finding, verdict.signoff))
                if check is None:
                    yield "sod-02", f"sign-off {verdict.signoff} of {verdict.finding} was verified and no check of it was opened"
                elif verdict.verifier in (*check.involved, *check.barred):
                    yield "sod-02", f"who verified sign-off {verdict.signoff} of {verdict.finding} took a step inside, or is barred"
            case AssistingGiven() as given:
                self._assisted.setdefault(given.review, set()).add(given.author)
            case ReportOpinionIssued() as issued:
                self.checked += 1
                if issued.drafter in self._assisted.get(issued.review, ()):
                    yield "sod-05", f"who drafted {issued.opinion_no} had given an assisting opinion on the report"
            case ActionOpened() as action if action.person:
                self._addressed[recorded.aggregate] = action.person
            case ActionPerformed() as performed:
                self.checked += 1
                if performed.recorder == self._addressed.get(recorded.aggregate):
                    yield "sod-10", f"{recorded.aggregate} was recorded by the person whom it addresses"
            case ObligationScheduled() | ObligationOpened() as duty:
                self._obligors[duty.obligation] = duty.obligor
            case ObligationExtended() | ObligationWaived() as eased:
                self.checked += 1
                if recorded.org and recorded.org == self._obligors.get(eased.obligation):
                    yield "sod-13", f"{eased.obligation} was extended or waived by the organ that has it"
