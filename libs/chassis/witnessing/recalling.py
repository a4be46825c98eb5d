"""A witness that lost its memory recalls what it cosigned from its own log, before it signs anything again (R5)."""

import structlog

from chassis.store.contract import Store
from chassis.store.witnessed import Witnessed
from chassis.witnessing.events import accepted_event
from translog.errors import TranslogError
from translog.record import verify_record

_PAGE = 1000

log = structlog.get_logger(__name__)


def recall(service: str, store: Store, witnessed: Witnessed) -> int:
    """Remember again every checkpoint that an event of the own log names; how many had been forgotten.

    One root a size and sizes that only grow hold again after that, whatever database the memory lies in.
    """
    topic, after, forgotten = accepted_event(service).TOPIC, 0, 0
    while rows := store.read(after, _PAGE):
        for row in rows:
            if row.topic != topic:
                continue
            try:
                said = verify_record(row.state).clear
            except TranslogError:
                continue  # audits name it
            numbers = int(str(said["size"])), bytes.fromhex(str(said["root"])), int(str(said["cosigned"]))
            forgotten += witnessed.recall(str(said["origin"]), "", *numbers)
        after = rows[-1].position
    if forgotten:
        log.warning("witness-recalled", source=store.source, checkpoints=forgotten)
    return forgotten
