"""Wishes about handovers."""

from datetime import date
from enum import StrEnum

from findings.events.handover import ItemKind
from findings.events.parts import Part, Sha256
from kernel.messages import Command, Id


class Absence(StrEnum):
    """Why the principal signs in the leaver's place."""

    DEAD = "dead"
    DETAINED = "detained"
    REFUSING = "refusing"
    UNABLE = "unable"


class AddedItem(Part):
    """An item that no ledger holds."""

    kind: ItemKind
    number: str = ""
    text: str
    due: date | None = None


class PrepareHandover(Command):
    """List what is unfinished; `incoming` may be named now or left open."""

    handover: Id
    incoming: Id | None = None
    items: tuple[AddedItem, ...] = ()


class SignHandover(Command):
    """Sign: first the one who leaves, or the principal in their place; then the one who takes over."""

    handover: Id
    ground: Absence | None = None
    reason: str = ""


class WitnessHandover(Command):
    """Witness it."""

    handover: Id


class FileHandover(Command):
    """File the signed record."""

    handover: Id
    file_number: str
    document_sha256: Sha256
