"""What happens to a typical case that is to be notified and exposed (R-83)."""

from datetime import date

from kernel.messages import Event, Id, MaybeRef, Ref
from publicity.events.parts import Scope, Sha256


class TypicalCaseSuggested(Event):
    """The leading group's side suggested to notify and expose a case; it waits to be written and proposed (R-83)."""

    TOPIC = "publicity.typical-case.suggested.v1"
    STREAM = "suggestion"

    suggestion: Ref
    case: Ref
    org: Ref
    title: str
    facts_sha256: str
    suggested_on: date


class OfTypicalCase(Event):
    """A fact about one typical case."""

    STREAM = "typical"

    typical: Ref
    case: Ref
    org: Ref


class TypicalCaseProposed(OfTypicalCase):
    """Somebody puts a case forward."""

    TOPIC = "publicity.typical-case.proposed.v1"

    number: str
    scope: Scope
    title: str
    text: str
    proposer: Id
    rulebook: str
    suggestion: MaybeRef = None


class TypicalCaseApproved(OfTypicalCase):
    """The leading group approved it."""

    TOPIC = "publicity.typical-case.approved.v1"

    approver: Id
    approval_no: str


class TypicalCaseRejected(OfTypicalCase):
    """The leading group does not want it."""

    TOPIC = "publicity.typical-case.rejected.v1"

    by: Id
    reason: str


class TypicalCasePublished(OfTypicalCase):
    """It is notified or exposed."""

    TOPIC = "publicity.typical-case.published.v1"

    published_on: date
    document: str
    sha256: Sha256


class TypicalCaseWithdrawn(OfTypicalCase):
    """It is no longer published."""

    TOPIC = "publicity.typical-case.withdrawn.v1"

    reason: str
    decision_no: str
    withdrawn_on: date
