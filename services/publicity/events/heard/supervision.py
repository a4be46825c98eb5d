"""What publicity learns from the supervision service."""

from datetime import date

from kernel.messages import Id, News


class AccountabilityDecided(News):
    """A matter of accountability was decided; `announced` when it may be spoken of."""

    matter: Id
    org: Id
    decided_on: date
    announced: bool = False
    decision_no: str


class TypicalCaseSuggested(News):
    """A case is put forward for notice and exposure."""

    suggestion: Id
    case: Id
    org: Id
    title: str
    facts_sha256: str = ""
    suggested_on: date
