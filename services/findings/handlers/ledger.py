"""The command that brings a ledger: load, decide, return."""

from findings.commands.ledger import ImportLedger
from findings.model.delivery import bring, require_entitled
from findings.model.importing import amended, judge
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes


def import_ledger(command: ImportLedger, act: Act, repo: Repository) -> Changes:
    """New feedback opens its case, a returned ledger proposes amendments, the same file again changes nothing."""
    judged = judge(command.delivered, repo, act.today, command.enter)
    if judged.known:
        return []
    require_entitled(judged, act)
    judged.require_sound()
    return bring(command, judged, act, repo) if judged.info.fresh else amended(judged, repo, act.actor)
