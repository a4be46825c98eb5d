"""Commands with code of their own: what is more than one call, or no call at all."""

from collections.abc import Iterator, Mapping

import click

from cli.calls import Present
from cli.commands import (
    books,
    bundles,
    completion,
    documents,
    evidences,
    explanations,
    exports,
    forks,
    histories,
    ledgers,
    proofs,
    publications,
    receipts,
    recoveries,
    replays,
    scenarios,
    systems,
    volumes,
    witnesses,
)
from cli.words import Language


def own_commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Each with its words; one with the words of a contract's verb takes its place."""
    yield from systems.commands(lang)
    yield from books.commands(lang)
    yield from ledgers.commands(lang)
    yield from evidences.commands(lang)
    yield from documents.commands(lang)
    yield from histories.commands(lang)
    yield from histories.checked(lang)
    yield from bundles.commands(lang)
    yield from proofs.commands(lang)
    yield from receipts.commands(lang)
    yield from publications.commands(lang)
    yield from replays.commands(lang)
    yield from exports.commands(lang)
    yield from explanations.commands(lang)
    yield from scenarios.commands(lang)
    yield from volumes.commands(lang)
    yield from witnesses.commands(lang)
    yield from recoveries.commands(lang)
    yield from forks.commands(lang)
    yield from completion.commands(lang)


def presenters() -> Mapping[str, Present]:
    """Ways of showing answers that a plain table would not do justice, by verb."""
    return {histories.HISTORY: histories.present}
