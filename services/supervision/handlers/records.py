"""What persons did under standing duties."""

import rulebook
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from supervision.commands.records import RecordDuty
from supervision.events.record import DutyRecorded
from supervision.model.case import CaseFile, file_id
from supervision.model.record import DutyRecord
from supervision.model.round import RoundFile, round_file_id
from supervision.refusals.records import RulebookNeeded


def record_duty(command: RecordDuty, act: Act, repo: Repository) -> Changes:
    """Kept under the rulebook of its case or round."""
    record = repo.find(DutyRecord, act.new_id("duty-record"))
    return record.record(
        DutyRecorded(
            **command.model_dump(exclude={"rulebook"}),
            record=record.id,
            rulebook=_rulebook(command, repo),
            org=act.org,
            recorder=act.actor,
            recorder_role=act.role,
        ),
        act,
    )


def _rulebook(command: RecordDuty, repo: Repository) -> str:
    if command.case:
        return get(repo, CaseFile, file_id(command.case), what="整改事项 / case", shown=command.case).rulebook
    if command.round:
        return get(repo, RoundFile, round_file_id(command.round), what="轮次 / round", shown=command.round).rulebook
    if not command.rulebook:
        raise RulebookNeeded(field="rulebook")
    return rulebook.preset(command.rulebook).ref
