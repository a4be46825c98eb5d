"""Facts about the one extension a finding may get."""

from datetime import date

from findings.events.parts import OfFinding
from kernel.messages import Id


class ExtensionRequested(OfFinding):
    """The principal asks for a later date."""

    TOPIC = "findings.finding.extension-requested.v1"

    extension: int
    requester: Id
    due: date
    wanted: date
    reason: str


class ExtensionGranted(OfFinding):
    """The dispatching side set a later date; the old one stays visible."""

    TOPIC = "findings.finding.extension-granted.v1"

    extension: int
    former: date
    due: date
    reason: str = ""


class ExtensionRefused(OfFinding):
    """The dispatching side left the date as it was."""

    TOPIC = "findings.finding.extension-refused.v1"

    extension: int
    due: date
    reason: str
