"""Key-finding lists as others hear of them: which findings and who got them, without what they say."""

from rectify.findings.v1 import findings_events_pb2 as events_pb2

from findings.events.key_lists import KeyListIssued
from kernel.envelope import Recorded


def key_list_issued(recorded: Recorded[KeyListIssued]) -> events_pb2.KeyListIssued:
    """A list went out."""
    event = recorded.event
    return events_pb2.KeyListIssued(
        key_list=event.key_list,
        number=event.number,
        round=event.round,
        office=event.office,
        finding_ids=[entry.finding for entry in event.entries],
        recipients=[recipient.org for recipient in event.recipients],
        issued_on=event.issued_on.isoformat(),
        rulebook=event.rulebook,
    )
