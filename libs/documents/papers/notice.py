"""Notices: of supervision and immediate rectification (督办、立行立改), and of disclosure (整改进展情况通报)."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text, Texts


class Notice(Paper):
    """A notice served on an organisation, with room for the receipt and the response."""

    TITLE: ClassVar[str] = "{name}"

    kind: Literal["notice"] = "notice"
    name: Text = "督办通知书"
    step: Text = ""
    basis: Text = ""
    findings: Texts = ()
    facts: Text = ""
    demand: Text = ""
    due: Day = ""
    served_to: Text = ""
    served_on: Day = ""
    present: Texts = ()
    response: Text = ""
    responded_on: Day = ""
    result: Text = ""
    confirmed_on: Day = ""


class DisclosedResult(Part):
    """What is published of a finding."""

    number: Text = ""
    heading: Text
    text: Text = ""


class Channels(Part):
    """How people can answer."""

    phone: Text = ""
    post: Text = ""
    email: Text = ""


class Disclosure(Paper):
    """The published account of rectification, within the Party or to the public."""

    TITLE: ClassVar[str] = "{org}关于{round}整改进展情况的通报"

    kind: Literal["disclosure"] = "disclosure"
    scope: Literal["", "党内通报", "向社会公开"] = ""
    version: int = 1
    state: Text = ""
    basis: Text = ""
    organisation: Text = ""
    summary: Text = ""
    results: tuple[DisclosedResult, ...] = ()
    handled: Text = ""
    next_steps: Text = ""
    channels: Channels = Channels()
    since: Day = ""
    until: Day = ""
    approvals: Texts = ()
    exemptions: Texts = ()
