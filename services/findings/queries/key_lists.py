"""Questions about key-finding lists."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.model.key_lists import KeyList
from findings.projections.key_lists import KEY_LISTS
from findings.projections.ledger import LEDGER
from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Rows, Where

PAGE = 200


class GetKeyList(Question):
    """One list."""

    key_list: Id


class KeyLine(Part):
    """A key finding: as it was when the list was issued, as it is, and what was seen last."""

    finding: str
    number: str
    org: str
    wording: str
    state_then: str
    state: str
    due: date | None
    overdue: bool
    progress: str
    note: str
    followed_by: str
    followed_on: date | None


class KeyRecipientLine(Part):
    """A recipient."""

    capacity: str
    org: str
    person: str
    received_on: date | None


class KeyListAnswer(Answer):
    """One list."""

    key_list: str
    number: str
    round: str
    office: str
    rulebook: str
    digest: str
    issued_on: date | None
    entries: tuple[KeyLine, ...]
    recipients: tuple[KeyRecipientLine, ...]
    open: int


class ListKeyLists(Question):
    """Lists in order of number."""

    round: str = ""
    after: str = ""
    limit: int = 0


class KeyListLine(Part):
    """One list."""

    key_list: str
    number: str
    round: str
    office: str
    findings: int
    recipients: int
    received: int
    issued_on: date


class KeyLists(Answer):
    """Lists."""

    lists: tuple[KeyListLine, ...]


def get_key_list(question: GetKeyList, rows: Rows, repo: Repository) -> KeyListAnswer:
    """One list with what its findings are now, or were."""
    found = get(repo, KeyList, question.key_list)
    lines = tuple(_line(found, place, rows) for place in range(len(found.entries)))
    recipients = (
        KeyRecipientLine(capacity=one.capacity, org=one.org, person=one.person or "", received_on=found.received.get(one.org))
        for one in found.recipients
    )
    same = found.model_dump(include={"number", "round", "office", "rulebook", "digest", "issued_on"})
    remaining = sum(line.state not in ("SIGNED_OFF", "CLOSED_NOT_APPLICABLE") for line in lines)
    return KeyListAnswer(key_list=found.id, **same, entries=lines, recipients=tuple(recipients), open=remaining)


def list_key_lists(question: ListKeyLists, rows: Rows, repo: Repository) -> KeyLists:
    """Lists in order of number."""
    where = [Where("round", "=", question.round)] if question.round else []
    where += [Where("number", ">", question.after)] if question.after else []
    found = rows.page(KEY_LISTS, where, [("number", "asc")], question.limit or PAGE)
    return KeyLists(lists=tuple(KeyListLine(**row) for row in found))


def of_key_list(question: GetKeyList, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.key_list, *(entry.finding for entry in repo.find(KeyList, question.key_list).entries)]


def _line(found: KeyList, place: int, rows: Rows) -> KeyLine:
    entry = found.entries[place]
    row, look = rows.get(LEDGER, entry.finding), found.looks.get(entry.finding)
    return KeyLine(
        finding=entry.finding,
        number=entry.number,
        org=entry.org,
        wording=row["wording"] if row else "",
        state_then=entry.state,
        state=row["state"] if row else entry.state,
        due=date.fromisoformat(row["due"]) if row and row["due"] else entry.due,
        overdue=bool(row and row["overdue"]),
        progress=look.progress if look else "",
        note=look.note if look else "",
        followed_by=look.by if look else "",
        followed_on=look.followed_on if look else None,
    )
