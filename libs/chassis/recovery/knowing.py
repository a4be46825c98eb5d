"""How large a log is known to have been, and by whose word: checkpoints that it signed, and copies of its rows."""

from collections.abc import Sequence
from typing import NamedTuple

from rectify.log.v1.log_service_pb2 import GetMirroredResponse

from chassis.sealing import CHECKPOINT, TileStore
from chassis.store import Store
from chassis.store.checkpoints import SEALER
from translog.checkpoint import open_checkpoint
from translog.errors import TranslogError
from translog.note import VerifierKey


class Known(NamedTuple):
    """A checkpoint that this log signed, and who showed it: size, root (32 bytes) and the note."""

    who: str
    size: int
    root: bytes
    note: bytes


class Held(NamedTuple):
    """What is known of a log from outside the rows of its database.

    Attributes:
        signed: checkpoints; copied: how many rows each copy holds, by its name.
        counted: the size that the database remembers of itself; asked: whether everybody who may know was heard.
    """

    signed: tuple[Known, ...] = ()
    copied: tuple[tuple[str, int], ...] = ()
    counted: int = 0
    asked: bool = True

    @property
    def size(self) -> int:
        """The greatest that is known; below it nothing may be recorded."""
        return max([self.counted, self.proven, *(size for _, size in self.copied)])

    @property
    def proven(self) -> int:
        """The greatest size that was signed."""
        return max((one.size for one in self.signed), default=0)

    def __or__(self, other: object) -> "Held":
        if not isinstance(other, Held):
            return NotImplemented
        return Held(
            self.signed + other.signed, self.copied + other.copied, max(self.counted, other.counted), self.asked and other.asked
        )


def of_own(store: Store, tiles: TileStore | None, keys: Sequence[VerifierKey]) -> Held:
    """What the service has itself: its database's memory, the newest checkpoint there, and the one among its tiles.

    A checkpoint that does not verify is no knowledge; audits name it.
    """
    notes = []
    newest = store.checkpoint()
    if newest is not None:
        notes.append(("database", newest.cosigned or newest.note))
    shown = tiles.read(CHECKPOINT) if tiles is not None else None
    if shown is not None:
        notes.append((CHECKPOINT, shown))
    signed = [one for who, note in notes if (one := opened(who, note, keys)) is not None]
    return Held(tuple(signed), (), max(store.tracked(SEALER), store.head().position))


def of_mirror(who: str, answer: GetMirroredResponse, keys: Sequence[VerifierKey]) -> Held:
    """What a mirror answers: the rows that it holds, and the checkpoint that it cosigned."""
    one = opened(who, answer.note.encode(), keys) if answer.note else None
    return Held((one,) if one is not None else (), ((who, int(answer.position)),))


def opened(who: str, note: bytes, keys: Sequence[VerifierKey]) -> Known | None:
    """A checkpoint signed by this log, None where it is not."""
    if not keys:
        return None
    try:
        found = open_checkpoint(note, keys, keys[-1].name, who).checkpoint
    except TranslogError:
        return None
    return Known(who, found.size, found.root, note)
