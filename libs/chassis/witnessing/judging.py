"""Decides on a checkpoint that a log submits: as C2SP tlog-witness says, and only when the mirror holds its events."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

import structlog
from rectify.log.v1.log_service_pb2 import GetCheckpointResponse

from chassis.delivery_metrics import DeliveryMetrics
from chassis.recovery.forking import beginning_of, begun, check
from chassis.sealing.rotation import chain, keys_of, rotations
from chassis.store.mirror import MirrorStore
from chassis.store.witnessed import Accepted, Moved, Refused, Witnessed
from chassis.witnessing.recalling import recall_shown
from chassis.witnessing.refusals import MirrorBehind, MirrorDiffers
from translog.checkpoint import cosign
from translog.errors import (
    OldSizeStale,
    OriginUnknown,
    ProofInvalid,
    RequestMalformed,
    RootConflict,
    TranslogError,
    Words,
)
from translog.merkle import CompactTree
from translog.note import ED25519, Signature, SignerKey, VerifierKey, parse_note, write_note
from translog.record.forks import akin
from translog.witness import Latest, Request, decide, read_request
from witness.cosigner import Outcome

_PAGE = 10_000
_LOOK = 0.05

log = structlog.get_logger(__name__)

AskCheckpoint = Callable[[str], Awaitable[GetCheckpointResponse]]
"""GetCheckpoint of a service by name; raises whatever the transport raises."""


class _Log(NamedTuple):
    """One log's own order: its submissions take turns, and its tree only grows."""

    turn: asyncio.Lock
    trees: list[CompactTree]


class Judge:
    """Cosigns what it holds.

    Args:
        services: whose logs are mirrored; mirror: the kept logs; witnessed: what was cosigned.
        signer: the witness's key; clock: business time, that of its cosignatures.
        ask: asks a service for the key of its log, when the first of it is to be cosigned.
        patience: seconds for the mirror to bring what a checkpoint covers.
        custodians: of whom two decide that a log goes on under another origin.
    """

    def __init__(
        self,
        services: Sequence[str],
        mirror: MirrorStore,
        witnessed: Witnessed,
        signer: SignerKey,
        ask: AskCheckpoint,
        *,
        clock: Callable[[], datetime],
        metrics: DeliveryMetrics | None = None,
        patience: float = 2.0,
        custodians: Sequence[VerifierKey] = (),
    ) -> None:
        self._services = frozenset(services)
        self._mirror, self._witnessed, self._signer, self._ask = mirror, witnessed, signer, ask
        self._clock, self._patience, self._custodians = clock, patience, tuple(custodians)
        self._metrics = metrics or DeliveryMetrics()
        self._first: dict[str, VerifierKey] = {}
        self._logs: dict[str, _Log] = {}
        self._taken = asyncio.Event()
        self._alarms: dict[str, str] = {}
        self.accepted = asyncio.Event()
        self.recalled = True

    @property
    def alarms(self) -> tuple[str, ...]:
        """Which logs are not cosigned any more, and why."""
        return tuple(f"{origin} is not cosigned: {reason}" for origin, reason in sorted(self._alarms.items()))

    def taken(self) -> None:
        """The mirror has new rows."""
        self._taken.set()
        self._taken = asyncio.Event()

    # --- as its door sees it -------------------------------------------------------------------------------------------

    def newest(self, origin: str) -> bytes | None:
        """The newest checkpoint of a log that was cosigned, with both signatures. Blocks."""
        found = self._witnessed.newest(origin)
        return None if found is None or not found.note else found.note

    def origins(self) -> list[str]:
        """The logs of which a checkpoint was cosigned. Blocks."""
        return list(self._witnessed.logs())

    async def judge(self, body: bytes) -> Outcome:
        """What is answered to a submission; what is cosigned is in the database when this returns."""
        try:
            request = read_request(body)
        except RequestMalformed as error:
            return Outcome(400, None, error)
        origin = request.checkpoint.origin
        if not self.recalled:
            why = Words("the witness is recalling what it cosigned", "见证方正在恢复联署记忆")
            return Outcome(503, None, MirrorBehind(origin, size=request.checkpoint.size, why=why))
        try:
            key = await self._key(origin)
        except Exception as error:  # noqa: BLE001 - the log's service may be down for as long as it likes
            why = Words(f"its service does not tell its key: {error!r}", "其服务未告知公钥")
            return Outcome(503, None, MirrorBehind(origin, size=request.checkpoint.size, why=why))
        if key is None:
            return Outcome(404, None, OriginUnknown("checkpoint", origin=origin))
        # A stranger's request does not get as far as the database.
        first = decide(request, [key], None)
        if first.status == 403 and _others(request, key):
            # By another key of this log, if by one: then the log says so where it is mirrored.
            key = await asyncio.to_thread(self._renewed, request, key)
            first = decide(request, [key], None)
        if first.status in (400, 403, 404):
            return Outcome(first.status, None, first.error)
        found = self._logs.setdefault(origin, _Log(asyncio.Lock(), []))
        async with found.turn:
            outcome = await self._consider(request, key, found)
        if outcome.status == 200:
            self._alarms.pop(origin, None)
            self.accepted.set()
        return outcome

    async def ask_all(self) -> None:
        """Remember what the logs themselves show with this witness's cosignature; one that does not answer is asked later."""
        for service in sorted(self._services):
            try:
                answer = await self._ask(service)
            except Exception as error:  # noqa: BLE001 - the log's service may be down for as long as it likes
                log.info("witness-recalls-later", context=service, why=repr(error))
                continue
            if answer.note and answer.vkey:
                await asyncio.to_thread(recall_shown, self._witnessed, answer, self._signer.verifier)

    async def _key(self, origin: str) -> VerifierKey | None:
        """The one key of a log: its first, or the last that it named since. None for a log that is not mirrored here."""
        parts = origin.split("/")
        if len(parts) != 3 or parts[1] not in self._services:
            return None
        if origin not in self._first:
            logs = await asyncio.to_thread(self._witnessed.logs)
            known = logs.get(origin)
            if known is None and any(akin(other, origin) for other in logs):
                known = await asyncio.to_thread(self._begun, origin)
            elif known is None:
                answer = await self._ask(parts[1])
                known = answer.vkey if answer.source == origin else ""
                if known and answer.note:
                    await asyncio.to_thread(recall_shown, self._witnessed, answer, self._signer.verifier)
            key = VerifierKey.parse(known) if known else None
            if key is None or key.name != origin or key.kind != ED25519:
                return None
            self._first[origin] = key
        return self._first[origin]

    def _begun(self, origin: str) -> str:
        """The key by which a log goes on in the place of one that was cosigned, as two custodians signed it.

        Raises:
            LookupError: the mirror holds no event that says so. ForkRefused: it is not theirs.
        """
        service = origin.split("/")[1]
        for one in reversed(begun(service, self._mirror.aggregate(origin, beginning_of(service)))):
            if one.fork.origin == origin:
                loss = check(one.event, origin, self._custodians)
                log.warning("witness-knows-forked-log", origin=origin, former=loss.former, size=loss.size, known=loss.known)
                return loss.vkey
        raise LookupError(f"the mirror does not hold the event that begins {origin}")

    def _renewed(self, request: Request, known: VerifierKey) -> VerifierKey:
        """The key that signed a checkpoint, if the log, as it is mirrored, names it after the known one; else the known one."""
        origin = known.name
        rows = self._mirror.aggregate(origin, keys_of(origin.split("/")[1]))
        held = [one.fresh for one in chain(known, rotations(origin, rows)) if one.position <= request.checkpoint.size]
        if not held or decide(request, [held[-1]], None).status in (400, 403, 404):
            return known
        self._witnessed.renew(origin, str(known), str(held[-1]))
        self._first[origin] = held[-1]
        log.warning("witness-knows-new-key", origin=origin, vkey=str(held[-1]))
        return held[-1]

    async def _consider(self, request: Request, key: VerifierKey, found: _Log) -> Outcome:
        origin, size = request.checkpoint.origin, request.checkpoint.size
        newest = await asyncio.to_thread(self._witnessed.newest, origin)
        latest = None if newest is None else Latest(newest.size, newest.root)
        decision = decide(request, [key], latest)
        if decision.error is not None:
            if latest is not None and latest.size == size and latest.root != request.checkpoint.root:
                self._alarm(origin, size, "fork", decision.error)
            elif isinstance(decision.error, RootConflict | ProofInvalid):
                self._alarm(origin, size, "proof", decision.error)
            return Outcome(decision.status, None, decision.error)
        mirrored = await self._mirrored(origin, size)
        if mirrored < size:
            why = Words(f"the mirror stands at {mirrored}", f"镜像现至 {mirrored}")
            return Outcome(503, None, MirrorBehind(origin, size=size, why=why))
        return await asyncio.to_thread(self._accept, request, key, newest, found)

    async def _mirrored(self, origin: str, size: int) -> int:
        """How far the mirror is, as soon as it holds `size` events, or after a while."""
        end = time.monotonic() + self._patience
        while True:
            taken = self._taken
            position = (await asyncio.to_thread(self._mirror.head, origin)).position
            left = end - time.monotonic()
            if position >= size or left <= 0:
                return position
            with suppress(TimeoutError):
                # Another process may be the one that mirrors: nobody tells us then.
                async with asyncio.timeout(min(left, _LOOK)):
                    await taken.wait()

    def _accept(self, request: Request, key: VerifierKey, newest: Accepted | None, found: _Log) -> Outcome:
        checkpoint = request.checkpoint
        origin, size, root = checkpoint.origin, checkpoint.size, checkpoint.root
        made: list[Signature] = []

        def sign(last: int) -> tuple[int, bytes]:
            at = max(int(self._clock().timestamp()), last)
            own = next(one for one in parse_note(request.note).signatures if (one.name, one.key_id) == (key.name, key.key_id))
            made.append(cosign(checkpoint, self._signer, at))
            return at, write_note(checkpoint.text, [own, made[-1]])

        try:
            if newest is None or size > newest.size:
                self._check_root(found, origin, size, root, newest)
            self._witnessed.accept(origin, str(key), request.old, size, root, sign)
        except Moved as moved:
            return Outcome(409, None, OldSizeStale("checkpoint", old=request.old, known=moved.size))
        except Refused as refused:
            if refused.reason == "key":
                self._first.pop(origin, None)  # another process has learnt of another key
            error = MirrorDiffers(origin, why=str(refused))
            self._alarm(origin, size, refused.reason, error)
            return Outcome(422, None, error)
        if _others(request, key):
            self._renewed(request, key)  # the one that both signed: the next one has the new key alone
        return Outcome(200, made[-1], None)

    def _check_root(self, found: _Log, origin: str, size: int, root: bytes, newest: Accepted | None) -> None:
        """Refuse a root that the first `size` mirrored events do not give, or on the way to which the last one does not lie."""
        tree = found.trees.pop() if found.trees else CompactTree()
        if tree.size > size or (newest is not None and tree.size > newest.size):
            tree = CompactTree()
        if newest is not None and tree.size <= newest.size:
            self._grow(tree, origin, newest.size)
            if tree.root() != newest.root:
                raise Refused(origin, size, "mirror", f"the mirrored events do not give the root cosigned at {newest.size}")
        self._grow(tree, origin, size)
        if tree.root() != root:
            raise Refused(origin, size, "root", f"it says {root.hex()}, its mirrored events give {tree.root().hex()}")
        found.trees.append(tree)

    def _grow(self, tree: CompactTree, origin: str, size: int) -> None:
        while tree.size < size:
            leaves = self._mirror.leaves(origin, tree.size, min(_PAGE, size - tree.size))
            if not leaves:
                raise Refused(origin, size, "mirror", f"the mirror ends at {tree.size}")
            tree.extend(leaves)

    def _alarm(self, origin: str, size: int, reason: str, why: TranslogError) -> None:
        """What the log itself signed, and what is not in order with it."""
        context = origin.split("/")[1]
        if self._alarms.get(origin) != reason:
            log.error("checkpoint-refused", origin=origin, size=size, reason=reason, why=str(why))
        self._alarms[origin] = reason
        self._metrics.alarm(f"witness:{context}", reason)


def _others(request: Request, key: VerifierKey) -> bool:
    """Whether a checkpoint carries a signature by the log's name and another key."""
    return any(one.name == key.name and one.key_id != key.key_id for one in parse_note(request.note).signatures)
