"""What the signature on a receipt brings about: a case with its dates, and every finding in the ledger."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from findings.events.case import CaseOpened
from findings.events.parts import State
from findings.events.words import Bodies, CaseFinding, FeedbackItem, RelationKind, Standing
from findings.model import dates
from findings.model import finding as ledger
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.refusals.case import CaseExists
from findings.refusals.organisation import SelfSupervision
from kernel.messages import Changes, facts
from rulebook import Rulebook, preset

# The organs that judge the organisation's rectification; none of them judges its own (SOD-12).
_JUDGES = ("office", "discipline", "org_dept", "publicity")

# Folding a case needs a time that none of its facts look at.
_MIDNIGHT = datetime(1, 1, 1, tzinfo=UTC)

Numbered = Sequence[tuple[str, str, FeedbackItem, int]]


def judges(bodies: Bodies, org: Organisation, day: date) -> Bodies:
    """The round's organs, those of the level above where the organisation would judge itself (SOD-12, A41).

    Raises:
        SelfSupervision: the register knows no superior organ.
    """
    replaced = {body: org.parent(RelationKind.SUPERIOR_ORGAN, day) for body in _JUDGES if getattr(bodies, body) == org.id}
    for body, superior in replaced.items():
        if superior is None:
            raise SelfSupervision(code=org.code, body=body)
    return bodies.model_copy(update=replaced)


def open_case(
    case: Case,
    feedback: Feedback,
    inspected: Round,
    org: Organisation,
    received: date,
    find: Callable[[str], ledger.Finding],
    now: datetime,
) -> Changes:
    """The case opens and its findings enter the ledger, one for each item and none besides (R-14).

    Args:
        case, org: the case not opened yet, and the organisation; both at the moment of the receipt.
        feedback: delivered.
        inspected: the round.
        received: day 0.
        find: the finding of an id, as it is before.
        now: when the register is told, whatever happened in the organisation since a receipt that is recorded late.

    Raises:
        CaseExists, NoRulebookInForce, UnknownSpecialCheck, SelfSupervision, and what registering a finding refuses.
    """
    if case.exists:
        raise CaseExists(number=f"{feedback.round_code}/{feedback.org_code}")
    reference = dates.in_force(inspected.rulebook, received)
    book, meeting = preset(reference), feedback.meeting_on or received
    end = dates.phase_end(book, received, meeting)
    items = feedback.numbered()
    opened = CaseOpened(
        case=case.id,
        org=org.id,
        round=inspected.id,
        feedback=feedback.id,
        number=f"{feedback.round_code}/{feedback.org_code}",
        round_code=feedback.round_code,
        org_code=feedback.org_code,
        rulebook=reference,
        feedback_date=meeting,
        receipt_date=received,
        phase_end=end.due,
        special_checks=tuple(check.check for check in feedback.special_checks),
        checks=feedback.special_checks,
        bodies=judges(inspected.organs, org, received),
        dues=dates.dues(book, received, meeting, feedback.special_checks),
        findings=_entries(items, received, end.due),
        digest=feedback.digest,
    )
    registered = _registered(items, case.id, org.id, feedback, (meeting, received, end.due), reference, find)
    done = _done_before(case, opened, [find(finding) for finding, _, item, _ in items if item.immediate], book)
    entered = [fact.on(now) for fact in facts(org.enter(case.id))]
    return [opened.under("R-01", reference), *entered, *registered, *done]


def join_case(case: Case, feedback: Feedback, no: int, received: date, find: Callable[[str], ledger.Finding]) -> Changes:
    """The findings of supplement `no` join the case, each with day 0 and end of phase of its own (A47).

    Raises:
        CaseEnded, and what registering a finding refuses.
    """
    items = [item for item in feedback.numbered() if item[3] == no]
    end = dates.phase_end(preset(case.rulebook), received, received).due
    joined = case.supplement(no, received, end, _entries(items, received, end))
    registered = _registered(items, case.id, case.holder, feedback, (received, received, end), case.rulebook, find)
    return [*joined, *registered]


def _done_before(case: Case, opened: CaseOpened, served: Sequence[ledger.Finding], book: Rulebook) -> Changes:
    """What was served during the stay and finished before the feedback is settled from the start (A08)."""
    fresh, changes = case.model_copy(deep=True), Changes()
    fresh.fold(opened, _MIDNIGHT)
    for found in served:
        if found.state is State.SIGNED_OFF and found.current.signed_off is not None:
            day = found.current.signed_off.astimezone(book.zoneinfo).date()
            settled = fresh.finding_settled(found.id, Standing.SIGNED_OFF, day)
            for fact in facts(settled):
                fresh.fold(fact.event, _MIDNIGHT)
            changes += settled
    return changes


def _entries(items: Numbered, received: date, end: date) -> tuple[CaseFinding, ...]:
    return tuple(
        CaseFinding(finding=finding, number=number, received_on=received, due=end, special_check=item.special_check, supplement=no)
        for finding, number, item, no in items
    )


def _registered(
    items: Numbered,
    case: str,
    org: str,
    feedback: Feedback,
    days: tuple[date, date, date],
    reference: str,
    find: Callable[[str], ledger.Finding],
) -> Changes:
    fed_back, received, end = days
    origin = ledger.Origin(
        case=case,
        org=org,
        round=feedback.round,
        feedback=feedback.id,
        round_code=feedback.round_code,
        org_code=feedback.org_code,
        fed_back=fed_back,
        received=received,
        due=end,
        rulebook=reference,
    )
    changes: Changes = []
    for finding, number, item, no in items:
        entry = ledger.Entry(number=number, supplement=no, **item.model_dump(exclude={"immediate"}))
        changes += find(finding).register(entry, origin)
    return changes
