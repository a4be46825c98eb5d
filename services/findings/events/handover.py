"""Facts about the handover of rectification duty by somebody who leaves a leadership team (R-106)."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Sha256
from findings.events.words import PostKind
from kernel.messages import Event, Id, MaybeRef, Personal, Ref


class ItemKind(StrEnum):
    """What kind of unfinished business an item of the list is; the last three are added by hand."""

    FINDING = "finding"
    MILESTONE = "milestone"
    SPONSORSHIP = "sponsorship"
    LETTER = "letter"
    LISTED = "listed"
    OTHER = "other"


class GapEnd(StrEnum):
    """How a duty gap ended."""

    HANDED_OVER = "handed-over"
    REASSIGNED = "reassigned"
    SETTLED = "settled"


class HandoverItem(Part):
    """One item of the list; `number` is that of its finding, or of the letter, "" where it has none.

    `moves` says that the one who takes over answers for it from the second signature on.
    """

    kind: ItemKind
    finding: Id | None = None
    number: str = ""
    text: str
    state: str = ""
    due: date | None = None
    moves: bool = False


class OfHandover(Event):
    """A fact about one handover in one case; `leaver` is whose duty it is about."""

    STREAM = "handover"
    SUBJECT = "leaver"

    handover: Ref
    case: Ref
    org: Ref
    leaver: Ref


class HandoverCalled(OfHandover):
    """Somebody left a post of the leadership team: the duty is to be handed over by `due`, a service target (R-106).

    `office` and `org_dept` are the organs to be reminded. `findings` are those for which the leaver answers in the
    ledger; each has its own `DutyGapOpened`.
    """

    TOPIC = "findings.handover.called.v1"

    number: str
    post: PostKind
    left_on: date
    due: date | None
    rulebook: str
    findings: tuple[Id, ...]
    office: Id
    org_dept: Id


class DutyGapOpened(OfHandover):
    """Nobody answers for this finding in the leaver's place; the principal holds it, `holder` where one serves."""

    TOPIC = "findings.handover.duty-gap-opened.v1"

    finding: Ref
    number: str
    holder: MaybeRef = None


class DutyGapClosed(OfHandover):
    """Somebody answers for it again, `member`; or nothing remains to be done."""

    TOPIC = "findings.handover.duty-gap-closed.v1"

    finding: Ref
    number: str
    end: GapEnd
    member: MaybeRef = None


class HandoverListPrepared(OfHandover):
    """The list of what is unfinished stands; `version` counts from 1, `digest` is over the items."""

    TOPIC = "findings.handover.list-prepared.v1"

    version: int
    preparer: Id
    incoming: MaybeRef = None
    items: tuple[HandoverItem, ...]
    digest: Sha256


class HandoverSignedByOutgoing(OfHandover):
    """The leaver signed the list; or the principal in the leaver's place, with the ground and the reason."""

    TOPIC = "findings.handover.signed-by-outgoing.v1"

    signer: Ref
    in_place: bool
    ground: Personal[str] = ""
    reason: Personal[str] = ""
    digest: Sha256


class HandoverSignedByIncoming(OfHandover):
    """Who takes over signed: from now on `findings` are theirs in the ledger."""

    TOPIC = "findings.handover.signed-by-incoming.v1"

    incoming: Ref
    findings: tuple[Id, ...]
    digest: Sha256


class HandoverWitnessed(OfHandover):
    """Somebody of the discipline organ or the organization department saw it done."""

    TOPIC = "findings.handover.witnessed.v1"

    witness: Id
    body: str


class HandoverFiled(OfHandover):
    """The signed record is filed."""

    TOPIC = "findings.handover.filed.v1"

    number: str
    incoming: Ref
    file_number: str
    document_sha256: Sha256
