"""Commands about findings: load, decide, return."""

from findings.commands import finding as wish
from findings.model import dates
from findings.model.finding import Demand, Finding
from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.model.whose import INSPECTED, ours, theirs
from findings.refusals.finding import NoticeIncomplete, NumberReserved
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def serve_immediate_notice(command: wish.ServeImmediateNotice, act: Act, repo: Repository) -> Changes:
    """Rectification is demanded at once, of a finding that exists or of one that begins with it."""
    if command.finding is not None:
        found = theirs(repo, command.finding, act)
        whose = {name: getattr(found, name) for name in ("case", "org", "round", "round_code", "org_code", "number", "wording")}
        served = Demand(**whose, rulebook=found.rulebook, demand=command.demand, due=command.due, served_to=command.served_to)
        return found.serve_notice(served, act)
    demand = _first_demand(command, act, repo)
    return repo.find(Finding, named("finding", demand.number)).serve_notice(demand, act)


def _first_demand(command: wish.ServeImmediateNotice, act: Act, repo: Repository) -> Demand:
    if command.round is None or command.org is None or not command.number or not command.wording:
        raise NoticeIncomplete
    inspected, org = get(repo, Round, command.round), get(repo, Organisation, command.org, what="org")
    inspected.require_inspected(org.id)
    if command.number.removeprefix(f"{inspected.code}-{org.code}-").isdigit():
        raise NumberReserved(field="number", number=command.number, prefix=f"{inspected.code}-{org.code}-")
    return Demand(
        case=named("case", inspected.code, org.code),
        org=org.id,
        round=inspected.id,
        round_code=inspected.code,
        org_code=org.code,
        number=command.number,
        wording=command.wording,
        demand=command.demand,
        due=command.due,
        served_to=command.served_to,
        rulebook=dates.in_force(inspected.rulebook, act.effective_day),
    )


def confirm_immediate(command: wish.ConfirmImmediate, act: Act, repo: Repository) -> Changes:
    """The team or office confirms what was achieved."""
    return theirs(repo, command.finding, act).confirm_immediate(command.result)


def claim_finding(command: wish.ClaimFinding, act: Act, repo: Repository) -> Changes:
    """The organisation says who answers for it."""
    return ours(repo, command.finding, act).claim(
        command.member, command.handler, command.unit, command.supports, command.track, command.cause, command.criteria
    )


def set_criteria(command: wish.SetCriteria, act: Act, repo: Repository) -> Changes:
    """The sign-off criteria anew."""
    return ours(repo, command.finding, act).set_criteria(command.criteria, command.reason)


def assign_units(command: wish.AssignUnits, act: Act, repo: Repository) -> Changes:
    """Lead and supporting units."""
    return ours(repo, command.finding, act).assign_units(command.unit, command.supports)


def assign_persons(command: wish.AssignPersons, act: Act, repo: Repository) -> Changes:
    """Another responsible member or handler."""
    return ours(repo, command.finding, act).assign_persons(command.member, command.handler, command.reason)


def set_sponsor(command: wish.SetSponsor, act: Act, repo: Repository) -> Changes:
    """A leader's personal sponsorship."""
    find = ours if act.role in INSPECTED else theirs
    return find(repo, command.finding, act).set_sponsor(command.sponsor)


def flag_key_finding(command: wish.FlagKeyFinding, act: Act, repo: Repository) -> Changes:
    """The key-finding list."""
    return theirs(repo, command.finding, act).flag(command.key, command.reason, act)


def classify_finding(command: wish.ClassifyFinding, act: Act, repo: Repository) -> Changes:
    """The dispatching side's classification."""
    return theirs(repo, command.finding, act).classify(
        command.category, command.severity, command.disclosure, command.common_problem, command.about_principal, act
    )


def close_not_applicable(command: wish.CloseNotApplicable, act: Act, repo: Repository) -> Changes:
    """Closed without sign-off."""
    return theirs(repo, command.finding, act).close_not_applicable(command.ground, command.reason, command.proof, act)
