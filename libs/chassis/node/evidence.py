"""What a running node shows to the examinations of its own log."""

import asyncio
from collections.abc import Callable
from functools import partial

from nats.aio.client import Client
from prometheus_client import generate_latest

from chassis.examining import Evidence, on_streams
from chassis.sealing import Ring, existing_tiles
from chassis.service import Service
from chassis.settings import Settings
from chassis.streams import PASSING
from chassis.telemetry import Metrics


async def evidence_of(
    service: Service, settings: Settings, ring: Ring | None, metrics: Metrics, client: Callable[[], Client | None]
) -> Evidence:
    """Tiles, public key, log files, metrics and streams, as they are now."""
    folder = settings.log_file.parent if settings.log_file is not None else None
    try:
        log, evt = await on_streams(client(), service.name)
    except PASSING:
        log = evt = None  # the broker went away meanwhile: the note says that it did not answer
    return Evidence(
        await asyncio.to_thread(existing_tiles, settings.tiles),
        ring.verifiers if ring is not None else (),
        sorted(folder.glob(f"{service.name}*")) if folder is not None else (),
        partial(generate_latest, metrics.registry),
        log,
        evt,
    )
