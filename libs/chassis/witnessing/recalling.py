"""A witness that lost its memory recalls what it cosigned from its own log, before it signs anything again (R5)."""

import structlog
from rectify.log.v1.log_service_pb2 import GetCheckpointResponse

from chassis.store.contract import Store
from chassis.store.witnessed import Witnessed
from chassis.witnessing.events import accepted_event
from translog.checkpoint import open_checkpoint
from translog.errors import TranslogError
from translog.note import VerifierKey, write_note
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


def recall_shown(witnessed: Witnessed, answer: GetCheckpointResponse, own: VerifierKey) -> bool:
    """Remember again a checkpoint that a log shows with the witness's own cosignature; whether there was one.

    Of a log that is not remembered at all this comes before anything is signed: what was cosigned once binds.
    """
    try:
        key = VerifierKey.parse(answer.vkey)
        opened = open_checkpoint(answer.note.encode(), [key, own], answer.source)
    except TranslogError:
        return False
    at = next((one.time for one in opened.signed if (one.name, one.key_id) == (own.name, own.key_id)), None)
    if at is None or not any((one.name, one.key_id) == (key.name, key.key_id) for one in opened.signed):
        return False
    named = {(key.name, key.key_id), (own.name, own.key_id)}
    note = write_note(opened.checkpoint.text, [one for one in opened.signatures if (one.name, one.key_id) in named])
    return witnessed.recall(answer.source, answer.vkey, opened.checkpoint.size, opened.checkpoint.root, at, note)
