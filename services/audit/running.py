"""Whole runs of the audits: from time to time by itself, each an event of audit's own log."""

from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

from audit.audits import run_audits
from audit.audits.run import Result
from audit.events import AuditsRun
from audit.model import Runs
from audit.tools import Tools
from kernel.aggregates import Repository
from kernel.context import Act, named
from kernel.messages import Changes
from translog.codec import canonical_json

NAMED = 50
"""Most findings that the event names."""

RUNS = named("audit", "runs")


async def run_when_due(tools: Tools) -> None:
    """Run all audits when the last whole run was long enough ago; the first some time after the beginning."""
    every = tools.audit_seconds
    if every <= 0:
        return
    last = tools.repository().find(Runs, RUNS).last_effective
    if last is not None and tools.clock() - last < timedelta(seconds=every):
        return
    await tell(tools, await run_audits(tools))


async def tell(tools: Tools, results: Mapping[str, Result]) -> None:
    """Record a whole run, and say which audits failed."""
    outcomes = {name: "FAIL" if result.wrong else "PASS" for name, result in results.items()}
    checked = {name: str(result.checked) for name, result in results.items()}
    lines = [f"{name} {wrong.source}:{wrong.position} {wrong.code}" for name, result in results.items() for wrong in result.wrong]
    digest = sha256(canonical_json(lines)).hexdigest()

    def decide(act: Act, repo: Repository) -> Changes:
        del act
        repo.find(Runs, RUNS)
        return [AuditsRun(id=RUNS, outcomes=outcomes, checked=checked, findings=len(lines), digest=digest, failures=lines[:NAMED])]

    await tools.enter(f"run:{uuid4()}", decide)
    tools.failing([name for name, outcome in outcomes.items() if outcome == "FAIL"])
