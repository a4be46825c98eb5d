"""Read model of key-finding lists."""

from typing import Any

from findings.events import key_lists as told
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

KEY_LISTS = Table(
    "key_lists",
    ("key_list",),
    {
        "key_list": "text",
        "number": "text",
        "round": "text",
        "office": "text",
        "findings": "int",
        "recipients": "int",
        "received": "int",
        "issued_on": "text",
    },
    indexes=(("number",), ("round",)),
)

TABLES = (KEY_LISTS,)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a list."""
    match recorded.event:
        case told.KeyListIssued() as event:
            row = event.model_dump(mode="json", include={"key_list", "number", "round", "office", "issued_on"})
            rows.put(KEY_LISTS, row | {"findings": len(event.entries), "recipients": len(event.recipients), "received": 0})
        case told.KeyListReceived() as event:
            known = rows.get(KEY_LISTS, event.key_list)
            if known is None:
                raise KeyError(event.key_list)
            rows.update(KEY_LISTS, (event.key_list,), received=known["received"] + 1)
        case _:
            return
