"""Wishes about outer checks."""

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Text
from supervision.events.signoff_check import PanelMember
from supervision.events.words import Defect


class PassSignOffCheck(Command):
    """The outer verifier confirms a sign-off."""

    finding: Id
    opinion_no: str = ""
    overall: str = ""
    site_record: Hash = ""
    panel: tuple[PanelMember, ...] = ()


class FailSignOffCheck(Command):
    """The outer verifier rejects a sign-off, naming the defect."""

    finding: Id
    opinion_no: str = ""
    overall: str = ""
    shortcomings: Text
    demands: tuple[Text, ...] = ()
    defect: Defect
    site_record: Hash = ""
    panel: tuple[PanelMember, ...] = ()


class ListSignOffChecks(Question):
    """Outer checks that wait for a verdict, or all of a case."""

    case: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""
