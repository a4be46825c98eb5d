"""RecoveryService: what is missing at the end of a log, and putting it back."""

from typing import Any

from google.protobuf.message import Message as Proto
from rectify.recovery.v1 import recovery_service_pb2
from rectify.recovery.v1.recovery_service_pb2 import Holder, RecoverSuffixResponse

from chassis.auth import Caller
from chassis.recovery import Guard, State
from chassis.rpc.server import Offer


def recovery_offer(source: str, guard: Guard) -> Offer:
    """RecoveryService of the log `source`."""

    async def recover_suffix(request: Any, caller: Caller, deadline: float) -> Proto:
        del caller, deadline
        return _answer(source, await guard.look(restore=not request.dry_run, ask=True), dry=request.dry_run)

    service = recovery_service_pb2.DESCRIPTOR.services_by_name["RecoveryService"]
    return Offer(service, plain={"RecoverSuffix": recover_suffix})


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
        holders=[
            *(Holder(who=one.who, size=one.size, signed=True) for one in held.signed),
            *(Holder(who=who, size=size) for who, size in held.copied),
        ],
    )
