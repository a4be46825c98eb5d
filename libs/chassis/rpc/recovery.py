"""RecoveryService: what is missing at the end of a log and putting it back, and another key for it."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid5

import structlog
from google.protobuf.message import Message as Proto
from rectify.recovery.v1 import recovery_service_pb2
from rectify.recovery.v1.recovery_service_pb2 import ForkLogResponse, Holder, RecoverSuffixResponse, RotateKeyResponse

from chassis.auth import Caller
from chassis.dispatch import Dispatch
from chassis.receipts import Wait
from chassis.recovery import Guard, State
from chassis.recovery.forking import ForkRefused, following, forked_by
from chassis.rpc.server import Offer
from chassis.sealing import Ring, RotationRefused
from chassis.sealing.epochs import next_key
from chassis.sealing.rotation import KeyRotated, rotating
from chassis.store import Store, Turned, Work
from kernel.context import SYSTEM
from translog.note import VerifierKey

# Names the command of a change: the same new key is the same command.
_NAMES = UUID("6d1c5c52-5f0b-5d4e-8a36-0c1f2b6a9d47")
_WAY_BACK = 0.5

log = structlog.get_logger(__name__)


class Forks(NamedTuple):
    """What a process needs to turn its log to another origin: the file of its key, its custodians, and how it then ends itself."""

    key: Path
    custodians: Sequence[VerifierKey]
    leave: Callable[[], None]


def recovery_offer(
    source: str, guard: Guard, dispatch: Dispatch, store: Store, ring: Ring | None, forks: Forks | None = None
) -> Offer:
    """RecoveryService of the log `source`; `ring` holds its keys, None as `forks` in a process that has none."""

    async def recover_suffix(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller, deadline
        return _answer(source, await guard.look(restore=not request.dry_run, ask=True), dry=request.dry_run)

    async def rotate_key(request: Any, caller: Caller, deadline: float) -> Proto:
        if ring is None:
            raise RotationRefused(why="此进程不保管日志密钥 / this process keeps no key of the log")
        if request.dry_run:
            await asyncio.to_thread(ring.refresh)
            return _keys(source, ring)
        event = await asyncio.to_thread(ring.prepare)
        work = _rotation(source, event, caller)
        appended = await asyncio.wrap_future(store.submit(work))
        under = await dispatch.receipts.tide.reach(appended.position, Wait.SEALED, deadline - _WAY_BACK)
        await asyncio.to_thread(ring.refresh)
        made = _keys(source, ring)
        made.former, made.fresh, made.position = event.former, event.fresh, appended.position
        made.sealed = under.size if under is not None else 0
        return made

    async def fork_log(request: Any, caller: Caller, deadline: float) -> Proto:
        del deadline
        if forks is None:
            raise ForkRefused(origin=source, why="此进程不保管日志密钥 / this process keeps no key of the log")
        fresh = following(source)
        loss, sealed = await guard.loss(fresh)
        key = await asyncio.to_thread(next_key, forks.key, fresh)
        loss = loss._replace(vkey=str(key.verifier))
        if not request.dry_run:
            signed = [(one.vkey, one.signature) for one in request.custodians]
            event = forked_by(source.split("/")[1], loss, signed, forks.custodians)
            said = event.model_dump(mode="json")
            turned = Turned(fresh, loss.former, loss.size, said, caller.person or SYSTEM, caller.role)
            await asyncio.to_thread(store.turn, turned)
            log.error("log-turned", source=source, fresh=fresh, size=loss.size, known=loss.known)
            forks.leave()
        return ForkLogResponse(
            former=loss.former,
            fresh=loss.fresh,
            vkey=loss.vkey,
            size=loss.size,
            root=loss.root,
            sealed=sealed,
            known=loss.known,
            statement=loss.statement,
            holders=_holders(guard.state),
            forked=not request.dry_run,
        )

    service = recovery_service_pb2.DESCRIPTOR.services_by_name["RecoveryService"]
    return Offer(service, plain={"RecoverSuffix": recover_suffix, "RotateKey": rotate_key, "ForkLog": fork_log})


def _answer(source: str, state: State, *, dry: bool) -> Proto:
    held, plan = state.held, state.plan
    obtainable = plan.upto - plan.here if plan is not None and state.here < held.size else 0
    return RecoverSuffixResponse(
        source=source,
        position=state.here,
        known=held.size,
        proven=held.proven,
        restored=obtainable if dry else state.restored,
        beyond=plan.beyond if plan is not None else 0,
        why=state.why,
        holders=_holders(state),
    )


def _holders(state: State) -> list[Holder]:
    return [
        *(Holder(who=one.who, size=one.size, signed=True) for one in state.held.signed),
        *(Holder(who=who, size=size) for who, size in state.held.copied),
    ]


def _rotation(source: str, event: KeyRotated, caller: Caller) -> Work:
    full = f"{source}:{event.fresh}"
    return Work(
        command=uuid5(_NAMES, full),
        digest=hashlib.sha256(full.encode()).digest(),
        actor=caller.person or SYSTEM,
        role=caller.role,
        org="",
        decide=rotating(event),
    )


def _keys(source: str, ring: Ring) -> RotateKeyResponse:
    *known, present = map(str, ring.verifiers)
    return RotateKeyResponse(source=source, present=present, known=known)
