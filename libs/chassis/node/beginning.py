"""The first event of a log that goes on in the place of another one: recorded before anything else is (R6)."""

from hashlib import sha256
from uuid import UUID, uuid5

import structlog
from prometheus_client import CollectorRegistry, Gauge

from chassis.recovery.forking import check, forked_event, forking
from chassis.service import Service
from chassis.settings import Settings
from chassis.store import Store, Work

# Names the command of a beginning: the same loss is the same command.
_NAMES = UUID("b0a7d3b8-31d7-5b5c-9f3b-6b0d6a5d8e21")
_SECONDS = 60.0

log = structlog.get_logger(__name__)


def begin(service: Service, settings: Settings, store: Store, registry: CollectorRegistry) -> None:
    """Record how this log began, if its database has turned to it and says nothing more yet; and say what was lost, loudly.

    Raises:
        ForkRefused: it was not two of the custodians who decided. Exception: what the store raises.
    """
    turned = store.turned()
    begun = any(one.origin == store.source for one in store.forks())
    if turned is not None and not begun and store.head().position == turned.size:
        event = forked_event(service.name).model_validate(turned.event)
        statement = check(event, store.source, settings.custodian_keys).statement
        work = Work(
            command=uuid5(_NAMES, statement),
            digest=sha256(statement.encode()).digest(),
            actor=turned.actor,
            role=turned.role,
            org="",
            decide=forking(event),
        )
        store.submit(work).result(_SECONDS)
    lost = Gauge("rectify_log_lost", "Events that were lost where this log went on under another origin", registry=registry)
    for one in store.forks():
        lost.inc(one.known - one.size)
        log.error("log-forked", source=one.origin, former=one.former, size=one.size, known=one.known, position=one.position)
