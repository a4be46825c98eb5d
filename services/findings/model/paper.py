"""Feedback brought from paper: the same facts as if it had been given here, on the days they happened, marked as imported."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from findings.commands.feedback import ImportFeedback
from findings.model import dates, receipt
from findings.model import finding as ledger
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.model.wording import Content, Origin
from findings.refusals.case import DateNotYet
from findings.refusals.feedback import ReceiptIncomplete
from kernel.context import Act
from kernel.messages import Changes, facts


def bring(
    paper: ImportFeedback,
    feedback: Feedback,
    case: Case,
    inspected: Round,
    org: Organisation,
    given: Mapping[str, str],
    act: Act,
    find: Callable[[str], ledger.Finding],
) -> Changes:
    """Approved and delivered feedback enters the record; with its receipt, the case opens on the day of that receipt.

    The import fakes no approval: it says that it is one, and who signed the receipt must have served that day.

    Raises:
        ReceiptIncomplete, DateNotYet, NotServingPrincipal, and what the single steps refuse.
    """
    whole = {"received_on": paper.received_on, "signed_by": paper.signed_by, "receipt_sha256": paper.receipt_sha256}
    missing = [name for name, value in whole.items() if value is None]
    if 0 < len(missing) < len(whole):
        raise ReceiptIncomplete(missing=", ".join(missing))
    content = Content(overall=paper.overall, items=paper.items, special_checks=paper.special_checks)
    origin = Origin(round=inspected.id, org=org.id, round_code=inspected.code, org_code=org.code)
    reference = dates.in_force(inspected.rulebook, paper.meeting_on)
    record, met = feedback.model_copy(deep=True), _morning(paper.meeting_on, act)
    changes = _folded(record, record.bring(origin, content, paper.approval, paper.document_sha256, given), met)
    changes += _folded(record, record.deliver(paper.meeting_on, paper.place, paper.attendance, "", act.today, reference), met)
    changes += inspected.feedback_begun()
    if paper.received_on is None or paper.signed_by is None or paper.receipt_sha256 is None:
        return changes
    received, signed = paper.received_on, _morning(paper.received_on, act)
    if received > act.today:
        raise DateNotYet(what="receipt", day=received.isoformat(), today=act.today.isoformat())
    book = dates.in_force(inspected.rulebook, received)
    org.require_principal(paper.signed_by, received, dates.acting_days(book))
    changes += _folded(record, record.receive(case.id, paper.signed_by, received, book, paper.receipt_sha256), signed)
    opened = receipt.open_case(case, record, inspected, org, received, find, act.now)
    return [*changes, *(fact.on(signed) for fact in facts(opened))]


def _folded(record: Feedback, changes: Changes, at: datetime) -> Changes:
    """The changes at their time, after `record` has taken them in."""
    for fact in facts(changes):
        record.fold(fact.event, at)
    return [fact.on(at) for fact in facts(changes)]


def _morning(day: date, act: Act) -> datetime:
    return datetime.combine(day, time(), act.zone)
