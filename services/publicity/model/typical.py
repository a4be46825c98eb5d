"""A typical case: proposed, approved by the leading group, notified or exposed, withdrawn (R-83)."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from publicity.events import typical as told
from publicity.events.guarded import Guard
from publicity.events.parts import Scope
from publicity.model import scanner
from publicity.model.case import CaseFile
from publicity.model.document import canonical, sha256
from publicity.model.scanner import Passage
from publicity.refusals.disclosure import Confidential
from publicity.refusals.typical import OwnProposal, TypicalNumberTaken, TypicalState

FORMAT = "rectify-typical-case-1"
RULE = "R-83"


class TypicalStanding(StrEnum):
    """How far a typical case is."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    PUBLISHED = "PUBLISHED"
    WITHDRAWN = "WITHDRAWN"


def typical_id(number: str) -> str:
    """The id of a typical case."""
    return named("typical", number)


class Suggestion(Aggregate):
    """A suggestion to notify and expose a case."""

    KIND = "publicity.typical-case"
    CALLED = "典型案例建议 / suggestion"

    def note(self, suggested: told.TypicalCaseSuggested, rulebook: str) -> Changes:
        """It arrived; nothing when it is known. It may be faster than the case, whose rulebook is then not known yet."""
        return [] if self.exists else [suggested.under(RULE, rulebook) if rulebook else suggested]

    def evolve(self, event: Event, at: datetime) -> None:
        """There is nothing to fold: it arrived."""


class TypicalCase(Aggregate):
    """A typical case as its facts made it."""

    KIND = "publicity.typical-case"
    CALLED = "典型案例 / typical case"

    case: str = ""
    org: str = ""
    number: str = ""
    scope: Scope = Scope.PARTY
    title: str = ""
    text: str = ""
    rulebook: str = ""
    state: TypicalStanding = TypicalStanding.PROPOSED
    proposer: str = ""
    approver: str = ""
    approval_no: str = ""
    published_on: date | None = None
    document: str = ""
    sha256: str = ""
    withdrawn_on: date | None = None
    reason: str = ""
    decision_no: str = ""

    def propose(
        self,
        file: CaseFile,
        known: Mapping[str, Guard],
        *,
        number: str,
        scope: Scope,
        title: str,
        text: str,
        act: Act,
        suggestion: str | None = None,
    ) -> Changes:
        """Put it forward, by itself or as what a suggestion asked for.

        Raises:
            NotBodyOfCase, TypicalNumberTaken, Confidential.
        """
        file.require_organ(act)
        if self.exists:
            raise TypicalNumberTaken(field="number", number=number)
        _clean(title, text, known)
        proposed = told.TypicalCaseProposed(
            typical=self.id,
            case=file.case,
            org=file.org,
            number=number,
            scope=scope,
            title=title,
            text=text,
            proposer=act.actor,
            rulebook=file.rulebook,
            suggestion=suggestion,
        )
        return [proposed.under(RULE, file.rulebook)]

    def approve(self, file: CaseFile, approval_no: str, act: Act) -> Changes:
        """The leading group approves it.

        Raises:
            NotBodyOfCase, TypicalState, OwnProposal.
        """
        self._decides(file, act)
        approved = told.TypicalCaseApproved(**self._names(), approver=act.actor, approval_no=approval_no)
        return [approved.under(RULE, self.rulebook)]

    def reject(self, file: CaseFile, reason: str, act: Act) -> Changes:
        """The leading group does not want it.

        Raises:
            NotBodyOfCase, TypicalState, OwnProposal.
        """
        self._decides(file, act)
        return [told.TypicalCaseRejected(**self._names(), by=act.actor, reason=reason)]

    def publish(self, file: CaseFile, known: Mapping[str, Guard], act: Act) -> Changes:
        """Notify or expose it, if nothing in it became secret meanwhile.

        Raises:
            NotBodyOfCase, TypicalState, Confidential.
        """
        file.require_publisher(act)
        self._in(TypicalStanding.APPROVED)
        _clean(self.title, self.text, known)
        day = act.effective_day
        document = canonical(
            {
                "format": FORMAT,
                "number": self.number,
                "scope": self.scope.value,
                "title": self.title,
                "text": self.text,
                "approval": self.approval_no,
                "published_on": day.isoformat(),
            }
        )
        published = told.TypicalCasePublished(**self._names(), published_on=day, document=document, sha256=sha256(document))
        return [published.under(RULE, self.rulebook)]

    def withdraw(self, file: CaseFile, reason: str, decision_no: str, act: Act) -> Changes:
        """Take it back; that it was published stays provable.

        Raises:
            NotBodyOfCase, TypicalState.
        """
        file.require_organ(act)
        self._in(TypicalStanding.PROPOSED, TypicalStanding.APPROVED, TypicalStanding.PUBLISHED)
        withdrawn = told.TypicalCaseWithdrawn(
            **self._names(), reason=reason, decision_no=decision_no, withdrawn_on=act.effective_day
        )
        return [withdrawn.under(RULE, self.rulebook)]

    def _decides(self, file: CaseFile, act: Act) -> None:
        file.require_organ(act)
        self._in(TypicalStanding.PROPOSED)
        if act.actor == self.proposer:
            raise OwnProposal

    def _in(self, *states: TypicalStanding) -> None:
        if self.state not in states:
            raise TypicalState(state=self.state, needed=", ".join(states))

    def _names(self) -> dict[str, Any]:
        return {"typical": self.id, "case": self.case, "org": self.org}

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.TypicalCaseProposed():
                self.case, self.org, self.number, self.scope = event.case, event.org, event.number, event.scope
                self.title, self.text, self.proposer, self.rulebook = event.title, event.text, event.proposer, event.rulebook
            case told.TypicalCaseApproved():
                self.state, self.approver, self.approval_no = TypicalStanding.APPROVED, event.approver, event.approval_no
            case told.TypicalCaseRejected():
                self.state, self.reason = TypicalStanding.REJECTED, event.reason
            case told.TypicalCasePublished():
                self.state, self.published_on = TypicalStanding.PUBLISHED, event.published_on
                self.document, self.sha256 = event.document, event.sha256
            case told.TypicalCaseWithdrawn():
                self.state, self.withdrawn_on = TypicalStanding.WITHDRAWN, event.withdrawn_on
                self.reason, self.decision_no = event.reason, event.decision_no
            case _:
                raise TypeError(f"a typical case does not fold {event.TOPIC} of {at}")


def _clean(title: str, text: str, known: Mapping[str, Guard]) -> None:
    if hits := scanner.scan([Passage("title", title), Passage("text", text)], known):
        raise Confidential(what=scanner.told(hits))
