"""The guard of a node's store: whom it asks, and what it restores from."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from nats.aio.client import Client as Broker
from prometheus_client import CollectorRegistry
from rectify.log.v1.log_service_pb2 import GetMirroredRequest, ReadMirrorRequest

from chassis.neighbours import Neighbours
from chassis.recovery import Guard, Held, RecoveryMetrics, Source, mirrored, of_mirror, of_own, streamed
from chassis.recovery.knowing import counted, opened
from chassis.recovery.sources import length
from chassis.refusals import Refused
from chassis.sealing import Ring, existing_tiles
from chassis.settings import Settings, WitnessAt
from chassis.store import Store
from chassis.streams import PASSING
from kernel.errors import Refusal
from translog.errors import TranslogError
from translog.note import VerifierKey
from witness.client import Client

_LOG = "rectify.log.v1.LogService"
_PAGE = 1000
_SECONDS = 30.0


def guard_of(
    settings: Settings,
    store: Store,
    keys: Callable[[], list[VerifierKey]],
    neighbours: Neighbours,
    client: Callable[[], Broker | None],
    clock: Callable[[], datetime],
    holder: str,
    registry: CollectorRegistry,
) -> Guard:
    """The guard; works wait until it has looked.

    Args:
        keys: that may have signed the log's checkpoints; client: the node's connection to the broker.
    """
    name = settings.service
    apart = settings.mirror != name and settings.mirror in settings.neighbours
    sources: list[Source] = []
    if apart:

        def ask(after: int) -> object:
            request = ReadMirrorRequest(source=store.source, after=after, limit=_PAGE)
            return neighbours.call(settings.mirror, f"{_LOG}/ReadMirror", request, _SECONDS)

        sources.append(mirrored(settings.mirror, ask))  # type: ignore[arg-type]  # what a neighbour answers is known by its method
    sources.append(streamed(client, name, store.source, tail=not apart))

    async def look(asking: bool) -> Held:
        if not asking:
            return Held(counted=await asyncio.to_thread(counted, store))
        held = await asyncio.to_thread(_own, settings, store, keys())
        for one in await asyncio.gather(
            *(_of_witness(at, store.source, keys(), settings.ask_timeout) for at in settings.witnesses)
        ):
            held |= one
        if apart:
            try:
                answer = await neighbours.call(
                    settings.mirror, f"{_LOG}/GetMirrored", GetMirroredRequest(source=store.source), settings.ask_timeout
                )
            except (Refusal, Refused):
                return held | Held(asked=False)
            return held | of_mirror(settings.mirror, answer, keys())
        if settings.mirror != name or not settings.nats:
            return held
        # The mirror's own log: what it keeps of it lies in the same database, so the stream is the only copy.
        try:
            size = await length(client(), name, store.source)
        except PASSING:
            size = None
        return held | (Held(asked=False) if size is None else Held(copied=((f"LOG_{name.upper()}", size),)))

    store.pause(True)
    return Guard(store, look, sources, clock, holder, patience=settings.mirror_patience, metrics=RecoveryMetrics(registry))


async def _of_witness(at: WitnessAt, origin: str, keys: list[VerifierKey], seconds: float) -> Held:
    """The newest checkpoint that a witness cosigned; one that does not answer is not waited for."""
    client = Client(at.url, at.key, patience=seconds)
    try:
        shown = await client.newest(origin, keys)
    except (TranslogError, OSError):
        return Held()
    finally:
        await client.close()
    one = opened(at.key.name, shown[0], keys) if shown is not None else None
    return Held((one,)) if one is not None else Held()


def _own(settings: Settings, store: Store, keys: list[VerifierKey]) -> Held:
    return of_own(store, existing_tiles(settings.tiles), keys)


def verifiers(ring: Ring | None) -> list[VerifierKey]:
    """The public keys by which a log's checkpoints are opened, the present one last."""
    return ring.verifiers if ring is not None else []
