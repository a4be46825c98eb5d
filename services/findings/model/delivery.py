"""Bringing a delivered ledger that is not on record: register, feedback, receipt, findings, all in one act."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from findings.commands.delivered import Delivered
from findings.commands.feedback import ImportFeedback
from findings.commands.ledger import ImportLedger
from findings.events.words import Bodies, FeedbackItem, Level, Line, PostKind, RoundKind, RoundMode
from findings.model import paper
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.finding import Finding
from findings.model.importing import Import, detailed, kept
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.model.round import Round
from findings.refusals.ledger import ImporterNotEntitled
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Changes, facts

A = TypeVar("A", bound=Aggregate)

# The organs that a round needs: where an import is to enter it and names none, they get these codes and names.
ORGANS: Mapping[str, tuple[str, str]] = {
    "dispatching": ("PARTY-COMMITTEE", "派出党组织"),
    "leading_group": ("LEADING-GROUP", "巡视巡察工作领导小组"),
    "office": ("OFFICE", "巡视巡察工作领导小组办公室"),
    "discipline": ("DISCIPLINE", "纪委监委机关"),
    "org_dept": ("ORG-DEPT", "组织部"),
    "publicity": ("PUBLICITY", "宣传部"),
}


def require_entitled(judged: Import, act: Act) -> None:
    """Delivered feedback is brought by the dispatching side; a ledger that comes back, by either side of its case.

    Raises:
        ImporterNotEntitled: neither; NotBodyOfCase: another office's case.
    """
    info = judged.info
    if act.role == "operator":
        return
    if info.fresh:
        mine = not info.round.exists or info.round.organs.office == act.org
        if act.role != "office" or not mine:
            raise ImporterNotEntitled(round=info.round_code)
    elif act.org != info.case.holder:
        info.case.require_organ(act.org, "office")


def bring(command: ImportLedger, judged: Import, act: Act, repo: Repository) -> Changes:
    """The feedback enters the record as delivered on its day, its receipt as signed on its own, and the case opens."""
    info = judged.info
    changes: Changes = []
    org, inspected = info.org, info.round
    if not org.exists:
        org = _taken(org, org.register(info.org_code, info.org_name, "", info.level, Line.TERRITORIAL, ()), act, changes)
    if not inspected.exists:
        inspected = _taken(inspected, _planned(command, judged, act, repo, changes), act, changes)
    if org.id not in inspected.orgs:
        inspected = _taken(inspected, inspected.add([org.id], [info.org_code], "台账导入"), act, changes)
    signer = info.serving or act.new_id("person")
    if info.serving is None and info.received is not None:
        changes += Person(id=signer).register(info.principal, "")
        since = info.received - timedelta(days=1)
        org = _taken(org, org.appoint(signer, PostKind.PRINCIPAL, "", since, False, act.today), act, changes)
    given = {outcome.finding: outcome.number for outcome in judged.outcomes}
    feedback = repo.find(Feedback, named("feedback", info.round_code, info.org_code))
    brought = paper.bring(
        _paper(judged, signer, inspected, org), feedback, Case(id=info.case.id), inspected, org, given, act, _finder(repo)
    )
    return [*changes, *brought, *detailed(judged), *kept(judged, act.actor)]


def _finder(repo: Repository) -> Callable[[str], Finding]:
    return lambda finding: repo.find(Finding, finding)


def _paper(judged: Import, signer: str, inspected: Round, org: Organisation) -> ImportFeedback:
    """The file as feedback on paper: the file itself is the document and the receipt."""
    info, delivered = judged.info, judged.delivered
    return ImportFeedback(
        round=inspected.id,
        org=org.id,
        items=tuple(
            FeedbackItem(
                wording=outcome.row.cells["D"],
                manifestation=outcome.row.cells.get("E", ""),
                category=outcome.row.cells.get("C", ""),
                immediate=outcome.finding,
            )
            for outcome in judged.outcomes
        ),
        special_checks=info.checks,
        approval=f"台账导入 {_name(delivered)}",
        document_sha256=delivered.sha256,
        meeting_on=info.fed_back or date.min,
        received_on=info.received,
        signed_by=signer,
        receipt_sha256=delivered.sha256,
    )


def _name(delivered: Delivered) -> str:
    return delivered.name or delivered.sha256[:12]


def _planned(command: ImportLedger, judged: Import, act: Act, repo: Repository, changes: Changes) -> Changes:
    """The round with its organs; those that are not named, and not in the register, are entered."""
    organs = {body: getattr(command, body) for body in ORGANS}
    if organs["office"] is None and act.role == "office":
        organs["office"] = act.org
    for body, (code, name) in ORGANS.items():
        if organs[body] is None:
            organs[body] = named("org", code)
            known = repo.find(Organisation, organs[body])
            if not known.exists:
                changes += known.register(code, name, "", _at_least(judged.info.level), Line.TERRITORIAL, ())
    info = judged.info
    kind = RoundKind.VILLAGE if info.level is Level.VILLAGE else RoundKind.XUNCHA if _local(info.level) else RoundKind.XUNSHI
    return info.round.plan(info.round_code, info.round_title, kind, RoundMode.ROUTINE, info.rulebook, Bodies(**organs))


def _at_least(level: Level) -> Level:
    """Villages and townships are inspected, they do not inspect."""
    return Level.COUNTY if level in (Level.TOWNSHIP, Level.VILLAGE) else level


def _local(level: Level) -> bool:
    return level not in (Level.CENTRE, Level.PROVINCE)


def _taken(aggregate: A, decided: Changes, act: Act, changes: Changes) -> A:
    """The aggregate as it will be, on a copy; what was decided joins the changes."""
    changes += decided
    copy = aggregate.model_copy(deep=True)
    for fact in facts(decided):
        if fact.event.stream == copy.id:
            copy.fold(fact.event, fact.effective or act.effective)
    return copy
