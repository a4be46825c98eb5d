"""I14: separation of duties over the whole history, told from the facts alone and not from the code that decided."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from findings.events.case import CaseOpened
from findings.events.extension import ExtensionGranted
from findings.events.finding import FindingRegistered
from findings.events.organisation import OrganisationRegistered
from findings.events.plan import PlanEndorsed
from findings.events.reports import ReportEndorsed
from findings.events.returns import ReturnEndorsed
from findings.events.signoff import FindingSignedOff, InnerSigned
from findings.model import dates
from findings.model.organisation import Organisation
from findings.model.recusal import require_impartial
from findings.refusals.signoff import Recused
from kernel.aggregates import Repository
from kernel.envelope import Flaw, Recorded
from kernel.tables import Rows
from rulebook import preset

_Endorsed = PlanEndorsed | ReportEndorsed | ReturnEndorsed


def duties_separate(rows: Rows, repo: Repository, events: Iterable[Recorded[Any]]) -> tuple[int, list[Flaw]]:
    """I14: who asked, approved, verified, endorsed and extended were who may (SOD-01 to SOD-04, SOD-13).

    Each fact is held against the register as it was when the fact was recorded.
    """
    known = _Known()
    flaws: list[Flaw] = []
    for recorded in events:
        known.note(recorded)
        flaws += (Flaw(recorded.position, recorded.aggregate, code, why) for code, why in known.wrong(recorded))
    return known.checked, flaws


class _Known:
    """What the log said so far of organisations, cases and sign-offs."""

    def __init__(self) -> None:
        self.checked = 0
        self._register: dict[str, Organisation] = {}
        self._rulebooks: dict[str, str] = {}
        self._of_principal: set[str] = set()
        self._inner: dict[tuple[str, int], InnerSigned] = {}

    def note(self, recorded: Recorded[Any]) -> None:
        """Remember what later facts are held against."""
        event = recorded.event
        match event:
            case OrganisationRegistered():
                self._register[event.org] = Organisation(id=event.org)
            case CaseOpened():
                self._rulebooks[event.case] = event.rulebook
            case FindingRegistered() if event.about_principal:
                self._of_principal.add(event.finding)
            case InnerSigned():
                self._inner[event.finding, event.signoff] = event
        if recorded.aggregate in self._register:
            self._register[recorded.aggregate].fold(event, recorded.effective)

    def wrong(self, recorded: Recorded[Any]) -> Iterator[tuple[str, str]]:
        """What this fact breaks: code and reason."""
        match recorded.event:
            case InnerSigned() as inner:
                self.checked += 1
                yield from self._inside(inner)
            case FindingSignedOff() as signed if signed.verifier is not None:
                self.checked += 1
                yield from self._outside(signed, signed.verifier, recorded)
            case PlanEndorsed() | ReportEndorsed() | ReturnEndorsed() as endorsed:
                self.checked += 1
                yield from self._endorsed(endorsed, recorded)
            case ExtensionGranted() as granted:
                self.checked += 1
                if recorded.org == granted.org:
                    yield "sod-13", f"{granted.finding}: the extension was granted in the name of its own organisation"

    def _inside(self, inner: InnerSigned) -> Iterator[tuple[str, str]]:
        persons = [inner.requester, inner.member, *([inner.principal] if inner.principal else [])]
        if len(set(persons)) < len(persons):
            yield "sod-02", f"{inner.number}: one person took two steps of sign-off {inner.signoff}"
        if inner.finding in self._of_principal and (inner.principal is not None or not inner.route.outer):
            yield "sod-03", f"{inner.number} concerns the principal and was not left to the outer verifier"

    def _outside(self, signed: FindingSignedOff, verifier: str, recorded: Recorded[Any]) -> Iterator[tuple[str, str]]:
        inner = self._inner.get((signed.finding, signed.signoff))
        if inner is None:
            yield "sod-02", f"{signed.number}: sign-off {signed.signoff} was verified and never signed inside"
            return
        if verifier in (inner.requester, inner.member, inner.principal):
            yield "sod-02", f"{signed.number}: who verified sign-off {signed.signoff} took a step inside"
        if verifier in inner.barred:
            yield "verifier-must-differ", f"{signed.number}: who verified had a check of it overturned"
        org = self._register.get(signed.org)
        if org is None:
            return
        day = _day(recorded, inner.rulebook)
        try:
            require_impartial(verifier, org, inner.rulebook, signed.number, day)
        except Recused as recused:
            yield "sod-01", f"{signed.number}: who verified {recused.values['why']}"

    def _endorsed(self, endorsed: _Endorsed, recorded: Recorded[Any]) -> Iterator[tuple[str, str]]:
        if recorded.actor != endorsed.principal:
            yield "sod-04", f"{recorded.topic}: endorsed by another person than acted"
        org, rulebook = self._register.get(recorded.org), self._rulebooks.get(endorsed.case)
        if org is None or rulebook is None:
            yield "sod-04", f"{recorded.topic}: endorsed for an organisation or case that is not on record"
            return
        day = _day(recorded, rulebook)
        serving = org.principal(day, dates.acting_days(rulebook))
        if serving is None or serving.person != endorsed.principal:
            yield "sod-04", f"{recorded.topic}: {org.code} had another principal on {day}"


def _day(recorded: Recorded[Any], rulebook: str) -> date:
    return recorded.effective.astimezone(preset(rulebook).zoneinfo).date()
