"""A look-back at a signed-off finding."""

from datetime import datetime

from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events import look_back as happened
from supervision.events.words import Defect, Ground
from supervision.model.accountability import propose
from supervision.refusals.look_back import EvidenceMissing, NotSignedOff


class LookBack(Aggregate):
    """One look-back at one finding."""

    KIND = "supervision.look-back"

    finding: str = ""

    def reopen(
        self,
        act: Act,
        *,
        finding: str,
        case: str,
        org: str,
        book: str,
        state: str,
        ground: Ground,
        defect: Defect | None,
        reason: str,
        decision: str,
        evidence: tuple[str, ...],
    ) -> Changes:
        """Overturn a sign-off on evidence.

        Args:
            state: the finding's state as its owner answered a moment ago.

        Raises:
            NotSignedOff, EvidenceMissing.
        """
        if state != "SIGNED_OFF":
            raise NotSignedOff(field="finding", state=state)
        if not evidence:
            raise EvidenceMissing(field="evidence")
        reopened = happened.LookBackReopened(
            look_back=self.id,
            finding=finding,
            case=case,
            org=org,
            ground=ground,
            defect=defect,
            reason=reason,
            decision=decision,
            evidence=evidence,
            verifier=act.actor,
        )
        return [reopened.under("R-152", book), *propose(act, finding, case, org, book, defect, reason)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.LookBackReopened():
                self.finding = event.finding
            case _:
                raise TypeError(f"a look-back does not fold {event.TOPIC} of {at}")
