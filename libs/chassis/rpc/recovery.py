"""RecoveryService: what is missing at the end of a log, put back; and a new key for it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from google.protobuf.message import Message as Proto
from rectify.recovery.v1 import recovery_service_pb2
from rectify.recovery.v1.recovery_service_pb2 import Holder, RecoverSuffixResponse, RotateKeyResponse

from chassis.auth import Caller
from chassis.recovery import Guard, State
from chassis.rpc.server import Offer


@dataclass(frozen=True, slots=True)
class Rotated:
    """A key that was replaced: position of the event about it, and both public keys."""

    position: int
    former: str
    vkey: str


def recovery_offer(source: str, guard: Callable[[], Guard], rotate: Callable[[str, Caller], Awaitable[Rotated]]) -> Offer:
    """RecoveryService of the log `source`."""

    async def recover_suffix(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller, deadline
        return _answer(source, await guard().look(restore=not request.dry_run))

    async def rotate_key(request: Any, caller: Caller, deadline: float) -> Proto:
        del deadline
        done = await rotate(request.reason, caller)
        return RotateKeyResponse(source=source, position=done.position, former=done.former, vkey=done.vkey)

    service = recovery_service_pb2.DESCRIPTOR.services_by_name["RecoveryService"]
    return Offer(service, plain={"RecoverSuffix": recover_suffix, "RotateKey": rotate_key})


def _answer(source: str, state: State) -> Proto:
    held, plan = state.held, state.plan
    missing = state.here < held.size
    return RecoverSuffixResponse(
        source=source,
        position=state.here,
        known=held.size,
        proven=held.proven,
        restored=plan.upto - plan.here if missing and plan is not None else state.restored,
        beyond=plan.beyond if plan is not None else 0,
        why=state.why,
        holders=[
            *(Holder(who=one.who, size=one.size, signed=True) for one in held.signed),
            *(Holder(who=who, size=size) for who, size in held.copied),
        ],
    )
