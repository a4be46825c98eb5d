"""What happens in the outer check of a sign-off."""

from kernel.messages import Event, Ref
from supervision.events.words import Defect


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
    of them may verify.
    """

    TOPIC = "supervision.signoff-check.opened.v1"

    involved: tuple[str, ...]
    barred: tuple[str, ...] = ()
    document: str = ""
    rulebook: str


class SignOffCheckPassed(CheckEvent):
    """The verifier confirmed the sign-off on the evidence."""

    TOPIC = "supervision.signoff-check.passed.v1"

    opinion_no: str = ""
    overall: str = ""
    verifier: str
    site_record: str = ""


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
    failures: int = 1
