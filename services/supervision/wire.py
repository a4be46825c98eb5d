"""Protobuf to and from the domain, where names alone are not enough."""

from collections.abc import Callable
from typing import Any, TypeVar

from google.protobuf.message import Message
from rectify.findings.v1 import findings_events_pb2 as told
from rectify.findings.v1 import ledger_pb2, register_pb2

from kernel.context import Act
from kernel.messages import News
from supervision import commands
from supervision.events import heard
from supervision.handlers import FindingStanding, PostsHeld
from supervision.model.verdict import HeldPost

N = TypeVar("N", bound=News)


def picked(message: type[Message], news: type[N]) -> Callable[[Any], N]:
    """Reads from a neighbour's message what supervision's own word for it needs, and nothing else.

    Raises:
        TypeError: the message has no field of that name; said when the module is imported, not when an event arrives.
    """
    missing = sorted(set(news.model_fields) - set(message.DESCRIPTOR.fields_by_name))
    if missing:
        raise TypeError(f"{message.DESCRIPTOR.full_name} has no {', '.join(missing)} for {news.__name__}")

    def read(told: Any) -> N:
        return news(**{name: _plain(getattr(told, name)) for name in news.model_fields})

    return read


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return {field.name: getattr(value, field.name) or None for field in value.DESCRIPTOR.fields}
    return value if isinstance(value, str | int | bool) else tuple(value)


# What supervision hears, by the name of the message: its own word for it, and how to read it.
NEWS: dict[str, tuple[type[News], Callable[[Any], News]]] = {
    message.DESCRIPTOR.name: (news, picked(message, news))
    for message, news in (
        (told.CaseOpened, heard.CaseOpened),
        (told.ConcentratedPhaseEnded, heard.ConcentratedPhaseEnded),
        (told.AllSignedOff, heard.AllSignedOff),
        (told.PlanSubmitted, heard.PlanSubmitted),
        (told.InnerSigned, heard.InnerSigned),
        (told.ReportSubmitted, heard.ReportSubmitted),
        (told.ReportAccepted, heard.ReportAccepted),
        (told.ReportSentBack, heard.ReportSentBack),
        (told.ReturnExpected, heard.ReturnExpected),
        (told.ReturnSubmitted, heard.ReturnSubmitted),
        (told.ReturnAccepted, heard.ReturnAccepted),
        (told.ReturnSentBack, heard.ReturnSentBack),
    )
}


def ask_posts(command: Any, act: Act) -> register_pb2.FindPostsRequest:
    """Which posts does, or did, the verifier hold?"""
    return register_pb2.FindPostsRequest(person=act.actor)


def hear_posts(answer: register_pb2.FindPostsResponse) -> PostsHeld:
    """All of them, with the day each ended."""
    return PostsHeld(posts=tuple(HeldPost(org=post.org, until=post.until or None) for post in answer.posts))


def ask_finding(command: commands.ReopenByLookBack, act: Act) -> ledger_pb2.GetFindingRequest:
    """What is the finding right now?"""
    return ledger_pb2.GetFindingRequest(finding=command.finding)


def hear_finding(answer: ledger_pb2.GetFindingResponse) -> FindingStanding:
    """Its case, organisation and state."""
    line = answer.line
    return FindingStanding(finding=line.finding, case=line.case, org=line.org, rulebook=answer.rulebook, state=line.state)
