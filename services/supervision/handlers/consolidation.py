"""Consolidation orders and typical cases."""

from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes
from supervision.commands import consolidation as wish
from supervision.events.consolidation import ConsolidationOrdered, TypicalCaseSuggested
from supervision.handlers.organ import judged_case, judges
from supervision.model.consolidation import Consolidation, TypicalCase


def order_consolidation(command: wish.OrderConsolidation, act: Act, repo: Repository) -> Changes:
    """A consolidation is ordered."""
    file = judged_case(command.case, act, repo)
    ordered = ConsolidationOrdered(
        **command.model_dump(),
        order=named("consolidation", command.number),
        org=file.org,
        ordered_on=act.effective_day,
        orderer=act.actor,
    )
    return repo.find(Consolidation, ordered.order).order(ordered, file.rulebook)


def end_consolidation(command: wish.EndConsolidation, act: Act, repo: Repository) -> Changes:
    """A consolidation ends."""
    found = get(repo, Consolidation, command.consolidation)
    judges(found.case, act, repo)
    return found.end(command.result, command.document_sha256, act.effective_day, act)


def suggest_typical_case(command: wish.SuggestTypicalCase, act: Act, repo: Repository) -> Changes:
    """A case is put forward as typical."""
    file = judged_case(command.case, act, repo)
    suggestion = repo.find(TypicalCase, act.new_id("typical-case"))
    suggested = TypicalCaseSuggested(
        **command.model_dump(), suggestion=suggestion.id, org=file.org, suggested_on=act.effective_day, by=act.actor
    )
    return suggestion.suggest(suggested, file.rulebook)
