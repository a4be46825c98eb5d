"""Questions about letters and notifications."""

from collections.abc import Sequence
from datetime import date

from findings.events.letters import Wording
from findings.events.parts import Part
from findings.events.registers import RuleChange
from findings.model.letters import Letter, LetterState, reply_deadline
from findings.model.organisation import Organisation
from findings.projections.letters import LETTERS, NOTIFICATIONS, RECIPIENTS
from findings.projections.register import ORGANISATIONS
from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200

# Who is written to and does not write: of letters and notifications they see those that were sent to them.
RECEIVING = ("handler", "member", "principal", "functional", "org_dept", "publicity")


class GetLetter(Question):
    """One letter."""

    letter: Id


class ReplyLine(Part):
    """What the addressee answered."""

    adoption: str
    reason: str
    actions: tuple[str, ...]
    rule_changes: tuple[RuleChange, ...]
    replier: str
    replied_on: date
    late: bool
    target_passed: bool


class ImplementationLine(Part):
    """What the addressee did."""

    result: str
    rule_changes: tuple[RuleChange, ...]
    implemented_on: date
    evidence_sha256: str


class LetterAnswer(Answer):
    """One letter."""

    letter: str
    number: str
    kind: str
    state: str
    round: str
    case: str
    findings: tuple[str, ...]
    addressee: str
    basis: str
    basis_kind: str
    basis_on: date | None
    facts: str
    suggestions: tuple[str, ...]
    contact: str
    proposer: str
    approval: str
    approver: str
    sha256: str
    sent_on: date | None
    reply_due: date | None
    due_rule: str
    inference: bool
    why_zh: str
    why_en: str
    received_on: date | None
    signer: str
    unit: str
    overdue: bool
    target_passed: bool
    reply: ReplyLine | None
    adoption: str
    assessment: str
    assessor: str
    implementation: ImplementationLine | None
    note: str


class ListLetters(Question):
    """Letters in order of number."""

    round: str = ""
    case: str = ""
    addressee: str = ""
    kind: str = ""
    state: str = ""
    unanswered: bool = False
    overdue: bool = False
    target_passed: bool = False
    after: str = ""
    limit: int = 0


class LetterLine(Part):
    """One letter in a list."""

    letter: str
    number: str
    kind: str
    state: str
    round: str
    case: str
    addressee: str
    sent_on: str
    reply_due: str
    overdue: bool
    replied_on: str
    late: bool
    target_passed: bool
    adoption: str


class LetterList(Answer):
    """Letters."""

    letters: tuple[LetterLine, ...]


class ListNotifications(Question):
    """Notifications in order of number."""

    round: str = ""
    case: str = ""
    org: str = ""
    state: str = ""
    limit: int = 0


class RecipientLine(Part):
    """A recipient, and when and how it acknowledged."""

    org: str
    acknowledged_on: str
    signer: str
    actions: tuple[str, ...]


class NotificationLine(Part):
    """One notification."""

    notification: str
    number: str
    kind: str
    round: str
    case: str
    title: str
    content: str
    document_sha256: str
    actions: tuple[str, ...]
    sent_on: str
    state: str
    recipients: tuple[RecipientLine, ...]


class NotificationList(Answer):
    """Notifications."""

    notifications: tuple[NotificationLine, ...]


def get_letter(question: GetLetter, rows: Rows, repo: Repository, *, asker: Asker) -> LetterAnswer:
    """One letter as it is, or was, with the reason of its date; to who may only receive it, once it was sent to them."""
    found = repo.find(Letter, question.letter)
    addressed = found.sent_on is not None and _becomes(found.addressee, asker.org, repo)
    if not found.exists or (asker.role in RECEIVING and not addressed):
        raise NotFound(what=Letter.CALLED, id=question.letter)
    zh, en = _why(found)
    same = found.model_dump(include={*LetterAnswer.model_fields, *LetterLine.model_fields} & set(Letter.model_fields))
    same |= {"state": found.state or "", "adoption": found.adoption or "", "case": found.case}
    said = found.said.model_dump(include=set(Wording.model_fields) - {"reply_due"})
    return LetterAnswer(**same, **said, letter=found.id, sha256=found.digest, why_zh=zh, why_en=en)


def list_letters(question: ListLetters, rows: Rows, repo: Repository, *, asker: Asker) -> LetterList:
    """Letters in order of number; who may only receive them is shown those sent to the own organisation."""
    columns = {"round": "round", "case": "case_id", "addressee": "addressee", "kind": "kind", "state": "state"}
    where = [Where(column, "=", value) for field, column in columns.items() if (value := getattr(question, field))]
    if question.unanswered:
        where.append(Where("state", "in", [state.value for state in LetterState if state.awaits_reply]))
    if question.overdue:
        where.append(Where("overdue", "=", True))
    if question.target_passed:
        where.append(Where("target_passed", "=", True))
    where += [Where("number", ">", question.after)] if question.after else []
    if asker.role in RECEIVING:
        where += [Where("addressee", "in", _known_as(asker.org, rows)), Where("sent_on", "!=", "")]
    found = rows.page(LETTERS, where, [("number", "asc")], question.limit or PAGE)
    return LetterList(letters=tuple(_line(row) for row in found))


def list_notifications(question: ListNotifications, rows: Rows, repo: Repository, *, asker: Asker) -> NotificationList:
    """Notifications in order of number; those of one organisation are the ones it was sent, as are those of a recipient."""
    columns = {"round": "round", "case": "case_id", "state": "state"}
    where = [Where(column, "=", value) for field, column in columns.items() if (value := getattr(question, field))]
    limit = question.limit or PAGE
    own = _known_as(asker.org, rows) if asker.role in RECEIVING else None
    to = own if own is not None else [question.org]
    if question.org or own is not None:
        asked = [org for org in to if question.org in ("", org)]
        sent = rows.page(RECIPIENTS, [Where("org", "in", asked or [""])], [("number", "asc")], limit)
        where.append(Where("notification", "in", [row["notification"] for row in sent] or [""]))
    found = rows.page(NOTIFICATIONS, where, [("number", "asc")], limit)
    return NotificationList(notifications=tuple(_notification(row, rows) for row in found))


def _becomes(org: str, other: str, repo: Repository) -> bool:
    """Whether an organisation is, or by merger became, the other."""
    while org and org != other:
        org = repo.find(Organisation, org).successor
    return bool(org)


def _known_as(org: str, rows: Rows) -> list[str]:
    """The organisation and all that were merged into it, however long ago."""
    known, found = [org], [org]
    while found:
        merged = rows.page(ORGANISATIONS, [Where("successor", "in", found)], limit=PAGE)
        found = [row["org"] for row in merged if row["org"] not in known]
        known += found
    return known


def of_letter(question: GetLetter, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.letter]


def _why(letter: Letter) -> tuple[str, str]:
    if not letter.due_rule or letter.sent_on is None:
        return "", ""
    found = reply_deadline(letter.rulebook, letter.sent_on)
    if found is None:
        return "", ""
    # The rule counts from the receipt; here the sending stands for it, and the reader is told so.
    zh, en = found.explanation.text("zh"), found.explanation.text("en")
    return f"自发出之日起算，签收迟延不顺延：{zh}", f"counted from the day of sending, which signing late does not move: {en}"


def _line(row: Row) -> LetterLine:
    taken = {name: row[name] for name in LetterLine.model_fields if name != "case"}
    judged = {name: bool(row[name]) for name in ("overdue", "late", "target_passed")}
    return LetterLine(**{**taken, **judged, "case": row["case_id"]})


def _notification(row: Row, rows: Rows) -> NotificationLine:
    sent = rows.page(RECIPIENTS, [Where("notification", "=", row["notification"])], [("n", "asc")], 1000)
    recipients = tuple(RecipientLine(**{name: one[name] for name in RecipientLine.model_fields}) for one in sent)
    taken = {name: row[name] for name in NotificationLine.model_fields if name not in ("case", "recipients")}
    return NotificationLine(**taken, case=row["case_id"], recipients=recipients)
