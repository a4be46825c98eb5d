"""What supervision asks its neighbours."""

from typing import Any

from rectify.findings.v1 import ledger_pb2, register_pb2

from kernel.context import Act
from supervision.commands.look_back import RecordLookBackResult, ReopenByLookBack
from supervision.events.look_back import Outcome
from supervision.handlers.checks import PostsHeld
from supervision.handlers.look_back import FindingStanding
from supervision.model.verifier import HeldPost


def ask_posts(command: Any, act: Act) -> register_pb2.FindPostsRequest:
    """Which posts does, or did, the verifier hold?"""
    return register_pb2.FindPostsRequest(person=act.actor)


def hear_posts(answer: register_pb2.FindPostsResponse) -> PostsHeld:
    """All of them, with the day each ended."""
    return PostsHeld(posts=tuple(HeldPost(org=post.org, until=post.until or None) for post in answer.posts))


def ask_finding(command: ReopenByLookBack, act: Act) -> ledger_pb2.GetFindingRequest:
    """What is the finding right now?"""
    return ledger_pb2.GetFindingRequest(finding=command.finding)


def ask_overturned(command: RecordLookBackResult, act: Act) -> ledger_pb2.GetFindingRequest | None:
    """What is the finding right now, when its sign-off is to be overturned?"""
    return ledger_pb2.GetFindingRequest(finding=command.finding) if command.outcome is Outcome.OVERTURNED else None


def hear_finding(answer: ledger_pb2.GetFindingResponse) -> FindingStanding:
    """Its case, organisation and state."""
    line = answer.line
    return FindingStanding(finding=line.finding, case=line.case, org=line.org, rulebook=answer.rulebook, state=line.state)
