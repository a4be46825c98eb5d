"""What supervision asks its neighbours."""

from collections import Counter
from typing import Any

from rectify.findings.v1 import cases_pb2, ledger_pb2, register_pb2

from kernel.context import Act
from supervision.commands.accountability import ProposeAccountability
from supervision.commands.look_back import RecordLookBackResult
from supervision.events.accountability import SubjectClass
from supervision.events.look_back import Outcome
from supervision.handlers.checks import PostsHeld
from supervision.handlers.look_back import FindingStanding
from supervision.model.accountability import Superior
from supervision.model.supervision_report import CaseStanding
from supervision.model.verifier import HeldPost


def ask_posts(command: Any, act: Act) -> register_pb2.FindPostsRequest:
    """Which posts does, or did, the verifier hold?"""
    return register_pb2.FindPostsRequest(person=act.actor)


def hear_posts(answer: register_pb2.FindPostsResponse) -> PostsHeld:
    """All of them, with the day each ended."""
    return PostsHeld(posts=tuple(HeldPost(org=post.org, until=post.until or None) for post in answer.posts))


def ask_superior(command: ProposeAccountability, act: Act) -> register_pb2.GetOrganisationRequest | None:
    """Which organ is above the subject, where the level above may have to decide (SOD-12)?"""
    if command.subject_class not in (SubjectClass.SUPERVISOR, SubjectClass.INSPECTION_ORGAN):
        return None
    return register_pb2.GetOrganisationRequest(org=command.subject)


def hear_superior(answer: register_pb2.GetOrganisationResponse) -> Superior:
    """The superior organ that the register knows now."""
    above = [held.parent for held in answer.relations if held.relation == "superior-organ" and not held.until]
    return Superior(org=answer.org, above=above[-1] if above else None)


def ask_finding(command: Any, act: Act) -> ledger_pb2.GetFindingRequest | None:
    """What is the finding right now? Nothing, where the command names none."""
    return ledger_pb2.GetFindingRequest(finding=command.finding) if command.finding else None


def ask_overturned(command: RecordLookBackResult, act: Act) -> ledger_pb2.GetFindingRequest | None:
    """What is the finding right now, when its sign-off is to be overturned?"""
    return ledger_pb2.GetFindingRequest(finding=command.finding) if command.outcome is Outcome.OVERTURNED else None


def hear_finding(answer: ledger_pb2.GetFindingResponse) -> FindingStanding:
    """Its case, organisation and state."""
    line = answer.line
    return FindingStanding(finding=line.finding, case=line.case, org=line.org, rulebook=answer.rulebook, state=line.state)


def ask_case(command: Any, act: Act) -> cases_pb2.GetCaseRequest:
    """How does the case stand right now?"""
    return cases_pb2.GetCaseRequest(case=command.case)


def hear_case(answer: cases_pb2.GetCaseResponse) -> CaseStanding:
    """Its phase, and its findings by standing."""
    return CaseStanding(phase=answer.phase, standings=dict(Counter(line.standing for line in answer.findings)))
