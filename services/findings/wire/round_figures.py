"""The figures of a round, asked of this very service by the command that freezes them."""

from google.protobuf.json_format import MessageToDict
from rectify.findings.v1 import round_reports_pb2

from findings.commands.round_reports import SubmitRoundReport
from findings.events.round_reports import RoundFigures
from findings.handlers.round_reports import Figures
from kernel.context import Act


def ask_figures(command: SubmitRoundReport, act: Act) -> round_reports_pb2.GetRoundFiguresRequest:
    """How does the round stand?"""
    return round_reports_pb2.GetRoundFiguresRequest(round=command.round)


def hear_figures(answer: round_reports_pb2.GetRoundFiguresResponse) -> Figures:
    """As the read models show it at this moment."""
    plain = MessageToDict(answer.figures, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)
    return Figures(figures=RoundFigures.model_validate(plain))
