"""Facts about proposed amendments: what a returned ledger, or a person, wants changed in a finding's row."""

from findings.events.parts import OfFinding, Part
from kernel.messages import Personal


class Change(Part):
    """One cell: the ledger's column, what stands there, what shall stand there (empty for names of persons)."""

    column: str
    old: str
    new: str


class AmendmentProposed(OfFinding):
    """Cells of the row shall change; `amendment` counts from 1 within the finding.

    Names of persons travel apart from the other cells: a change of column 责任领导, 责任人 or 包保领导 has empty texts,
    and the new name stands in its own field.
    """

    TOPIC = "findings.finding.amendment-proposed.v1"

    amendment: int
    changes: tuple[Change, ...]
    member_name: Personal[str] = ""
    handler_name: Personal[str] = ""
    sponsor_name: Personal[str] = ""
    reason: str
    source: str = ""
    row: int = 0


class AmendmentAccepted(OfFinding):
    """The proposed cells are the row's cells from now on."""

    TOPIC = "findings.finding.amendment-accepted.v1"

    amendment: int
    reason: str = ""


class AmendmentRejected(OfFinding):
    """The row stays as it was."""

    TOPIC = "findings.finding.amendment-rejected.v1"

    amendment: int
    reason: str
