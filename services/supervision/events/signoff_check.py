"""What happens in the outer check of a sign-off."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from kernel.messages import Event, Id, Ref
from supervision.events.words import Defect


class Vote(StrEnum):
    """What a member of an acceptance panel said; `attends` is to be there without a vote."""

    FOR = "for"
    AGAINST = "against"
    ATTENDS = "attends"


class PanelMember(BaseModel):
    """Somebody on an acceptance panel; the inspected organisation may attend and never votes (SOD-14)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    org: Id
    person: Id | None = None
    vote: Vote


class CheckEvent(Event):
    """What every event of an outer check names."""

    STREAM = "check"

    check: Ref
    finding: Ref
    case: Ref
    org: Ref
    signoff: int


class SignOffCheckOpened(CheckEvent):
    """The inspected organisation signed inside; the outer check is due.

    `involved` are the persons who requested and approved, `barred` those whose check of this finding was overturned: none
    of them may verify. `verifier_role` is the body that checks: the organization department for the part of a personnel
    check, the department of another special check for its part, the discipline organ for all else.
    """

    TOPIC = "supervision.signoff-check.opened.v1"

    involved: tuple[str, ...]
    barred: tuple[str, ...] = ()
    document: str = ""
    special_check: str = ""
    verifier_role: str = "discipline"
    rulebook: str


class SignOffCheckPassed(CheckEvent):
    """The verifier confirmed the sign-off on the evidence."""

    TOPIC = "supervision.signoff-check.passed.v1"

    opinion_no: str = ""
    overall: str = ""
    verifier: str
    site_record: str = ""
    panel: tuple[PanelMember, ...] = ()


class SignOffCheckFailed(CheckEvent):
    """The verifier found the rectification wanting."""

    TOPIC = "supervision.signoff-check.failed.v1"

    opinion_no: str = ""
    overall: str = ""
    shortcomings: str
    demands: tuple[str, ...] = ()
    defect: Defect
    verifier: str
    site_record: str = ""
    panel: tuple[PanelMember, ...] = ()
    failures: int = 1
