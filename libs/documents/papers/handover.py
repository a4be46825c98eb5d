"""The handover form of rectification duties (整改责任交接表, R-106)."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text


class HandedItem(Part):
    """Something open that is handed over."""

    kind: Text = ""
    number: Text = ""
    text: Text
    state: Text = ""
    due: Day = ""


class Signature(Part):
    """A signature's name and day; an empty name leaves the line for a pen."""

    name: Text = ""
    on: Day = ""


class HandoverForm(Paper):
    """From whoever left a post to whoever took it."""

    TITLE: ClassVar[str] = "{org}巡视整改责任交接表"

    kind: Literal["handover"] = "handover"
    leaver: Text = ""
    leaver_post: Text = ""
    left_on: Day = ""
    due: Day = ""
    incoming: Text = ""
    incoming_post: Text = ""
    items: tuple[HandedItem, ...] = ()
    list_version: int = 0
    digest: Text = ""
    remarks: Text = ""
    in_place: Text = ""
    outgoing: Signature = Signature()
    receiving: Signature = Signature()
    witness_body: Text = ""
    witness: Signature = Signature()
    file_number: Text = ""
    state: Text = ""
