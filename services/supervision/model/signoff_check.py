"""The outer check of a sign-off."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import signoff_check as happened
from supervision.model.accountability import propose
from supervision.model.case import CaseFile
from supervision.model.duties.words import ORGANS
from supervision.model.verifier import HeldPost, require_outsider
from supervision.refusals.verdicts import (
    AlreadyDecided,
    InspectedVotes,
    VerifierInvolved,
    VerifierMustDiffer,
    WrongVerifyingBody,
)

# Items are struck off the ledger by sign-off.
SIGN_OFF = "R-130"


def check_id(finding: str) -> str:
    """Id of the outer checks of a finding's sign-offs."""
    return named("signoff-check", finding)


class CheckState(StrEnum):
    """Where the outer check of a sign-off stands."""

    OPEN = "OPEN"
    PASSED = "PASSED"
    FAILED = "FAILED"


class SignOffCheck(Aggregate):
    """The outer checks of one finding's sign-offs, one after the other."""

    KIND = "supervision.signoff-check"

    finding: str = ""
    case: str = ""
    org: str = ""
    signoff: int = 0
    state: CheckState | None = None
    involved: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    rulebook: str = ""
    verifier_role: str = "discipline"
    failures: int = 0

    def open(self, opened: happened.SignOffCheckOpened) -> Changes:
        """The organisation signed inside; nothing when this sign-off is known."""
        return [] if self.exists and opened.signoff <= self.signoff else [opened.under(SIGN_OFF, opened.rulebook)]

    def give_pass(self, act: Act, posts: Sequence[HeldPost], holder: str, opinion: dict[str, Any]) -> Changes:
        """Confirm.

        Args:
            posts: all that the verifier holds or held.
            holder: the organisation that answers for the case now.
            opinion: the fields of SignOffCheckPassed that the verifier states.

        Raises:
            AlreadyDecided, WrongVerifyingBody, VerifierInvolved, VerifierHeldPost, VerifierMustDiffer, InspectedVotes.
        """
        self._may_verify(act, posts, holder, opinion)
        passed = happened.SignOffCheckPassed(**self._names(), verifier=act.actor, **opinion)
        return [passed.under(SIGN_OFF, self.rulebook)]

    def give_fail(self, act: Act, posts: Sequence[HeldPost], holder: str, opinion: dict[str, Any]) -> Changes:
        """Reject with a defect; false rectification is put forward for accountability.

        `opinion` holds the fields of SignOffCheckFailed that the verifier states; the rest is as in `give_pass`.

        Raises:
            AlreadyDecided, WrongVerifyingBody, VerifierInvolved, VerifierHeldPost, VerifierMustDiffer, InspectedVotes.
        """
        self._may_verify(act, posts, holder, opinion)
        failed = happened.SignOffCheckFailed(**self._names(), verifier=act.actor, failures=self.failures + 1, **opinion)
        return [
            failed.under("R-144", self.rulebook),
            *propose(act, self.finding, self.case, self.org, self.rulebook, failed.defect, failed.shortcomings),
        ]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.SignOffCheckOpened():
                self.finding, self.case, self.org = event.finding, event.case, event.org
                self.signoff, self.involved, self.barred = event.signoff, event.involved, event.barred
                self.rulebook, self.verifier_role = event.rulebook, event.verifier_role
                self.state = CheckState.OPEN
            case happened.SignOffCheckPassed():
                self.state, self.failures = CheckState.PASSED, 0
            case happened.SignOffCheckFailed():
                self.state = CheckState.FAILED
                self.failures += 1
            case _:
                raise TypeError(f"an outer check does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, Any]:
        return {"check": self.id, "finding": self.finding, "case": self.case, "org": self.org, "signoff": self.signoff}

    def _may_verify(self, act: Act, posts: Sequence[HeldPost], holder: str, opinion: dict[str, Any]) -> None:
        if self.state is not CheckState.OPEN:
            raise AlreadyDecided(field="finding", what="outer check", state=self.state or "not requested")
        if act.role != self.verifier_role:
            raise WrongVerifyingBody(role=self.verifier_role)
        if act.actor in self.involved:
            raise VerifierInvolved()
        if act.actor in self.barred:
            raise VerifierMustDiffer()
        require_outsider(act, posts, self.org, self.rulebook)
        for n, member in enumerate(opinion.get("panel", ())):
            if member["org"] in (self.org, holder) and member["vote"] != happened.Vote.ATTENDS:
                raise InspectedVotes(field=f"panel.{n}.vote")


def verifier_role(special_check: str, book: str, file: CaseFile) -> str:
    """The body that checks a sign-off.

    The addressee of the special check's report for its part: the organization department for personnel selection, the
    department of another check otherwise; the discipline organ for all other findings, and where the case has no such body.
    """
    checks = {check.check: check.addressee for check in rulebook.preset(book).settings.special_checks.value}
    role = ORGANS.get(checks.get(special_check, ""), "discipline")
    return role if file.bodies.get(role) else "discipline"
