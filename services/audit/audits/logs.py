"""I01, I02, I03, I08: the logs themselves, at the source and in the mirror."""

from audit.audits.run import Result, Run, of

CHAIN = frozenset({"version-gap", "prev-mismatch"})
POSITIONS = frozenset({"position-gap", "source-shorter", "head-differs", "pub-gap"})
MIRROR = frozenset({"missing-at-source", "root-differs", "mirror-refs", "mirror-head"})


async def positions(run: Run) -> Result:
    """I01."""
    return of(await run.verdicts(), POSITIONS.__contains__)


async def chains(run: Run) -> Result:
    """I02."""
    return of(await run.verdicts(), CHAIN.__contains__)


async def records(run: Run) -> Result:
    """I03."""
    return of(await run.verdicts(), lambda code: code not in POSITIONS | CHAIN | MIRROR)


async def mirrors(run: Run) -> Result:
    """I08."""
    verdicts = await run.verdicts()
    result = of(verdicts, lambda code: code in MIRROR or code.endswith("-differs"))
    result.note = "; ".join(f"{verdict.source} lags {verdict.lag}" for verdict in verdicts if verdict.lag)
    return result
