"""The witness itself: what it is asked, what it says, and what it remembers before it says so, without any network."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from translog.checkpoint import cosign
from translog.errors import ProofInvalid, RequestMalformed, RootConflict, TranslogError
from translog.note import COSIGNATURE, Signature, SignerKey, parse_note, write_note
from translog.witness import Latest, Request, decide, read_request
from witness.errors import ClockBehind, KeyOfAnother
from witness.logs import Logs

TOLERATED = 300
"""Seconds that the clock may stand before the last cosignature; the cosignature then carries that one's time again."""


class Held(NamedTuple):
    """The newest checkpoint of a log that a witness cosigned.

    Attributes:
        root: 32 bytes.
        at: POSIX time of the cosignature, seconds.
        note: the checkpoint with the signatures of the log and the witness's cosignature.
    """

    origin: str
    size: int
    root: bytes
    at: int
    note: bytes


class Suspicion(NamedTuple):
    """A checkpoint that its log signed and that was not cosigned.

    Attributes:
        code: `root-conflict`, which with what is held proves a fork, or `proof-invalid`, which may be a fault of the sender.
    """

    origin: str
    size: int
    root: bytes
    at: int
    code: str
    note: bytes


class Outcome(NamedTuple):
    """What is answered: a cosignature with status 200, or a refusal with the status that the protocol names."""

    status: int
    cosignature: Signature | None
    error: TranslogError | None


class Step(NamedTuple):
    """What is to be remembered of one submission, at once, and what is then said."""

    hold: Held | None
    suspect: Suspicion | None
    outcome: Outcome


class Memory(Protocol):
    """What a witness remembers, beyond its own life."""

    def transact(self, origin: str, step: Callable[[Held | None], Step]) -> Step:
        """Let `step` see what is held of a log, and hold what it says, as one: nobody else's step comes between, and when
        this returns it is on disk.

        Raises:
            MemoryUnavailable: nothing may be said to anybody; what is held may be the former or the new.
        """

    def held(self, origin: str) -> Held | None:
        """The newest cosigned checkpoint of a log."""

    def origins(self) -> list[str]:
        """The logs of which something is held."""


class Witness:
    """Cosigns checkpoints of known logs that extend what it cosigned before.

    Args:
        signer: its key, of the cosignature kind.
        logs: whom it serves; may be exchanged while it runs.
        clock: POSIX time, seconds.
    """

    def __init__(self, signer: SignerKey, logs: Logs, memory: Memory, clock: Callable[[], int]) -> None:
        if signer.kind != COSIGNATURE:
            raise KeyOfAnother(signer.name, found=str(signer.verifier), expected="type 0x04")
        self.logs = logs
        self._signer = signer
        self._memory = memory
        self._clock = clock

    @property
    def vkey(self) -> str:
        """What others put into their policies."""
        return str(self._signer.verifier)

    def add_checkpoint(self, body: bytes) -> Outcome:
        """Decide on a submission; what is cosigned is on disk when this returns. Blocks on the disk.

        Raises:
            MemoryUnavailable: nothing was cosigned.
        """
        try:
            request = read_request(body)
        except RequestMalformed as error:
            return Outcome(400, None, error)
        origin = request.checkpoint.origin
        keys = self.logs.get(origin)
        # A stranger, or somebody else's signature, does not get as far as the disk. What is held plays no part in that.
        first = decide(request, keys, None)
        if keys is None or first.status in (400, 403, 404):
            return Outcome(first.status, None, first.error)
        names = {(key.name, key.key_id) for key in keys}
        verified = [one for one in parse_note(request.note).signatures if (one.name, one.key_id) in names]
        # One of each key: a note full of repetitions would leave no room for the cosignature.
        signed = tuple({(one.name, one.key_id): one for one in verified}.values())
        return self._memory.transact(origin, lambda held: self._step(request, signed, held)).outcome

    def _step(self, request: Request, signed: tuple[Signature, ...], held: Held | None) -> Step:
        checkpoint, now = request.checkpoint, self._clock()
        origin, size, root = checkpoint.origin, checkpoint.size, checkpoint.root
        latest = None if held is None else Latest(held.size, held.root)
        decision = decide(request, self.logs.get(origin), latest)
        if decision.error is not None:
            code = decision.error.code
            if latest is not None and latest.size == size and latest.root != root:
                code = RootConflict.code  # whatever else is wrong with the request, the log has signed two roots of one size
            suspicious = code in (RootConflict.code, ProofInvalid.code)
            suspect = Suspicion(origin, size, root, now, code, write_note(checkpoint.text, signed)) if suspicious else None
            return Step(None, suspect, Outcome(decision.status, None, decision.error))
        last = 0 if held is None else held.at
        if now < last - TOLERATED:
            return Step(None, None, Outcome(503, None, ClockBehind(origin, seconds=last - now)))
        # Never before the last one: sizes and times grow together.
        at = max(now, last)
        cosignature = cosign(checkpoint, self._signer, at)
        note = write_note(checkpoint.text, (*signed, cosignature))
        return Step(Held(origin, size, root, at, note), None, Outcome(200, cosignature, None))

    def newest(self, origin: str) -> bytes | None:
        """The newest checkpoint of a log that it cosigned, as a note with the log's signatures and its own."""
        held = self._memory.held(origin)
        return None if held is None else held.note

    def origins(self) -> list[str]:
        """The logs of which it has cosigned a checkpoint, whether it still serves them or not."""
        return self._memory.origins()
