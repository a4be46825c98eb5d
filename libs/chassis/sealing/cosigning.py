"""Shows each new checkpoint to the witnesses of the log (C2SP tlog-witness), and keeps what they sign beside it."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from chassis.pace import Timing, either, sleep
from chassis.sealing.metrics import CosignMetrics
from chassis.sealing.proving import Reread
from chassis.sealing.sealed import SealedLog
from chassis.sealing.tiles import TileStore
from chassis.store.contract import SealedTree, Store
from translog.errors import TranslogError
from translog.note import Signature, VerifierKey, parse_note, write_note
from translog.policy import Policy
from translog.tile import node_reader
from witness.client import Client, Cosigned, proofs
from witness.errors import Refused, WitnessAhead, WitnessForked

log = structlog.get_logger(__name__)

_AGAIN = 60.0
_ALARMED = 30.0
_STEADY = 0.1
_PAUSES = (0.2, 0.5, 1.0, 2.0, 3.0)
_PATIENCE = 10.0


@dataclass(slots=True)
class _Asked:
    """One witness: how it is reached and how that went. `held` is the size it cosigned last, as far as known."""

    name: str
    client: Client
    held: int = 0
    failures: int = 0
    due: float = 0.0
    alarm: str = ""
    signed: int = -1
    task: "asyncio.Task[None] | None" = None

    @property
    def busy(self) -> bool:
        """Whether it is being asked."""
        return self.task is not None and not self.task.done()


@dataclass(slots=True)
class _Round:
    """One checkpoint on its way to all witnesses."""

    tree: SealedTree
    began: float
    quorum: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)


class Cosigners:
    """The witnesses of one log. It goes on being sealed whatever they do; who waits for them is told when they do not answer.

    All are shown the same checkpoint at a time, so that their cosignatures meet on one; one that does not answer in time
    joins again at a later one.

    Args:
        store: of the log; sealed: the log's seal, for the file `checkpoint`; tiles: for proofs.
        policy: the log's key, its witnesses and their quorum; witnesses: where each is asked, and its key.
        pace: shortest time between two rounds, seconds; again: between two questions about a checkpoint that is signed, by
            which a witness's memory and ours are compared.
    """

    def __init__(
        self,
        store: Store,
        sealed: SealedLog,
        tiles: TileStore,
        policy: Policy,
        witnesses: Sequence[tuple[str, VerifierKey]],
        *,
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: CosignMetrics | None = None,
        pace: float = 0.25,
        again: float = _AGAIN,
        patience: float = _PATIENCE,
    ) -> None:
        self._store, self._sealed, self._tiles, self._policy = store, sealed, tiles, policy
        self._timing, self._pace, self._again = timing, pace, again
        self._metrics = metrics or CosignMetrics()
        names = {witness.key: witness.name for witness in policy.witnesses}
        self._asked = [_Asked(names[key], Client(url, key, patience=patience)) for url, key in witnesses]
        self._wanted = asyncio.Event()
        self._keeping = asyncio.Lock()
        self._waiting: float | None = None
        self._metrics.age.set_function(self._age)

    def renew(self, policy: Policy) -> None:
        """Another key signs the log; the policy knows all of them."""
        self._policy = policy

    @property
    def alarms(self) -> tuple[str, ...]:
        """What witnesses hold that this log does not, for whoever asks whether this process is ready."""
        return tuple(f"witness {one.name}: {one.alarm}" for one in self._asked if one.alarm)

    def grown(self) -> None:
        """A checkpoint was sealed."""
        self._waiting = self._waiting or time.monotonic()
        self._wanted.set()

    def _age(self) -> float:
        waiting = self._waiting
        return 0.0 if waiting is None else time.monotonic() - waiting

    # --- life ----------------------------------------------------------------------------------------------------------

    async def run(self, stop: asyncio.Event) -> None:
        """Ask until `stop`, or until cancelled."""
        for one in self._asked:
            one.signed, one.due = -1, 0.0  # whatever was signed, what each holds is compared at the beginning
        compared = time.monotonic()
        try:
            while not stop.is_set():
                if not self._store.steady:
                    # What is here may be older than what was signed: to witnesses that would be a rollback.
                    await sleep(stop, _STEADY)
                    continue
                began = time.monotonic()
                self._wanted.clear()
                if began - compared >= self._again:
                    compared = began
                    for one in self._asked:
                        one.signed = -1
                try:
                    newest = await asyncio.to_thread(self._store.checkpoint)
                    if newest is not None:
                        await self._round(newest)
                except Exception as error:  # noqa: BLE001 - a database or disk that does not answer is waited for
                    log.warning("cosigning-retries", source=self._store.source, error=repr(error))
                    await sleep(stop, self._timing.retry_most)
                    continue
                await either(stop, self._wanted, self._rest(newest, compared))
                await sleep(stop, began + self._pace - time.monotonic())
        finally:
            for one in self._asked:
                if one.task is not None:
                    one.task.cancel()
            try:
                await asyncio.gather(*(one.task for one in self._asked if one.task is not None), return_exceptions=True)
            finally:  # also when this is cancelled while it waits
                for one in self._asked:
                    one.task = None
                    await one.client.close()

    def _rest(self, newest: SealedTree | None, compared: float) -> float:
        """How long nothing is to be done, unless a checkpoint is sealed."""
        now = time.monotonic()
        dues = [one.due for one in self._asked if not one.busy and newest is not None and one.signed != newest.size]
        return max(0.0, min([compared + self._again, *dues]) - now)

    async def _round(self, tree: SealedTree) -> None:
        """Show a checkpoint to everybody who is free; until it has its quorum, or all have answered."""
        now = time.monotonic()
        this = _Round(tree, now)
        for one in self._asked:
            if not one.busy and one.due <= now and one.signed != tree.size:
                one.task = asyncio.create_task(self._ask(one, this))
        while not this.quorum:
            tasks = [one.task for one in self._asked if one.task is not None and one.busy]
            if not tasks:
                return
            this.changed.clear()
            changed = asyncio.ensure_future(this.changed.wait())
            await asyncio.wait([*tasks, changed], return_when=asyncio.FIRST_COMPLETED)
            changed.cancel()

    # --- one witness ---------------------------------------------------------------------------------------------------

    async def _ask(self, one: _Asked, this: _Round) -> None:
        tree = this.tree
        read = node_reader(tree.size, Reread(self._tiles))
        try:
            found = await one.client.submit(tree.note, one.held, proofs(read))
            one.held = tree.size
            await self._keep(one, this, found)
        except (WitnessAhead, WitnessForked) as error:
            await self._differs(one, tree, error)
        except Exception as error:  # noqa: BLE001 - whatever it is, this witness is asked again, and it is counted
            self._failed(one, _reason(error), error)
        else:
            one.signed, one.failures, one.due = tree.size, 0, 0.0
            self._calm(one)
        if this.quorum:
            self._wanted.set()  # the round has ended without it, perhaps: it is shown what came meanwhile

    def _failed(self, one: _Asked, reason: str, error: Exception) -> None:
        pause = _PAUSES[min(one.failures, len(_PAUSES) - 1)]
        if one.failures == 0:
            log.warning("witness-unanswered", source=self._store.source, witness=one.name, reason=reason, why=str(error))
        one.failures += 1
        one.due = time.monotonic() + pause
        self._metrics.failures.labels(one.name, reason).inc()

    async def _differs(self, one: _Asked, tree: SealedTree, error: WitnessAhead | WitnessForked) -> None:
        """A witness says that it holds more, or another root; that is believed only when it shows it, signed by this log."""
        held = await self._shown(one, tree)
        newest = await asyncio.to_thread(self._store.checkpoint)
        if held is None or (newest is not None and newest.size > tree.size and newest.size >= held[0]):
            one.held = 0  # somebody else of this service has sealed more meanwhile, or nothing is shown
            self._failed(one, error.code, error)
            return
        reason = "fork" if held[0] == tree.size else "rollback"
        if one.alarm != reason:
            log.error("witness-differs", source=self._store.source, witness=one.name, reason=reason, held=held[0], size=tree.size)
        one.alarm = reason
        one.failures, one.due = one.failures + 1, time.monotonic() + _ALARMED
        self._metrics.failures.labels(one.name, reason).inc()
        self._metrics.alarmed.labels(one.name).set(1)

    async def _shown(self, one: _Asked, tree: SealedTree) -> tuple[int, bytes] | None:
        """Size and root that a witness shows of this log, under this log's own signature, where they contradict `tree`."""
        keys = self._policy.keys_of(self._store.source)
        try:
            shown = await one.client.newest(self._store.source, keys)
        except (TranslogError, OSError):
            return None
        if shown is None:
            return None
        opened = shown[1]
        own = {(key.name, key.key_id) for key in keys}
        if not any((signed.name, signed.key_id) in own for signed in opened.signed):
            return None
        found = opened.checkpoint
        differs = found.size > tree.size or (found.size == tree.size and found.root != tree.root)
        return (found.size, found.root) if differs else None

    def _calm(self, one: _Asked) -> None:
        if one.alarm:
            log.info("witness-agrees", source=self._store.source, witness=one.name, after=one.alarm)
            one.alarm = ""
            self._metrics.alarmed.labels(one.name).set(0)

    # --- what is kept --------------------------------------------------------------------------------------------------

    async def _keep(self, one: _Asked, this: _Round, found: Cosigned) -> None:
        async with self._keeping:
            quorum = await asyncio.to_thread(self._merge, this.tree, found.signature)
        self._metrics.signed.labels(one.name).inc()
        if quorum and not this.quorum:
            this.quorum = True
            now = time.monotonic()
            self._metrics.size.set(this.tree.size)
            self._metrics.seconds.observe(now - this.began)
            # What was sealed since this round began is the next one's.
            self._waiting = this.began if self._wanted.is_set() else None
        this.changed.set()

    def _merge(self, tree: SealedTree, signature: Signature) -> bool:
        """Keep a cosignature beside the checkpoint of its size; whether that has its quorum now."""
        kept = next(iter(self._store.checkpoints(tree.size - 1, 1)), None)
        if kept is None or (kept.size, kept.root) != (tree.size, tree.root):
            return False  # set back meanwhile: the sealer says so
        note = kept.cosigned or kept.note
        parsed = parse_note(note)
        if all((one.name, one.key_id) != (signature.name, signature.key_id) for one in parsed.signatures):
            note = self._policy.close(write_note(parsed.text, [*parsed.signatures, signature]), self._store.source)
            self._store.cosign(tree.size, note)
            self._sealed.show(tree.size, note)
        return self._policy.judge(note).quorum


def _reason(error: Exception) -> str:
    if isinstance(error, Refused):
        return f"{error.code}-{error.facts['status']}"
    return error.code if isinstance(error, TranslogError) else type(error).__name__
