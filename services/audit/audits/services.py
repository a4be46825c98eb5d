"""Audits that need a service's own code, and what services and mirror set aside (I21)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from rectify.ops.v1 import ops_service_pb2

from audit.audits.run import Result, Run
from audit.model import Entry, entry_id
from audit.verify import Wrong

HERE = "audit"
"""The service whose page this is."""


def own(check: str) -> Callable[[Run], Awaitable[Result]]:
    """An audit that needs the owning service's code: each service runs it and answers with what it found."""

    async def ask(run: Run) -> Result:
        result = Result()
        offered: dict[str, None] = {}  # one check may come in several parts
        answers = await asyncio.gather(*(_answers(run, service, check) for service in run.tools.services))
        for service, (source, found) in zip(run.tools.services, answers, strict=True):
            for answer in found:
                offered[f"{service} ({answer.note})" if answer.note else service] = None
                result.checked += answer.checked
                result.wrong += (
                    Wrong(source, flaw.position, flaw.aggregate, 0, "source", flaw.code, flaw.why) for flaw in answer.findings
                )
        result.note = f"run by {', '.join(offered)}" if offered else "no service offers it"
        return result

    return ask


async def _answers(run: Run, service: str, check: str) -> tuple[str, Sequence[ops_service_pb2.CheckResult]]:
    """The origin of a service, and what it found."""
    source = (await run.tools.head(service)).source
    return source, (await run.tools.checks(service, [check])).results


async def quarantine(run: Run) -> Result:
    """I21."""
    result = Result()
    for service in run.tools.services:
        if service == HERE:
            continue  # each by itself, below: persons acknowledge them here
        status = await run.tools.status(service)
        result.checked += 1
        if status.quarantined:
            why = f"{status.quarantined} events are set aside at {service}"
            result.wrong.append(Wrong(status.source, 0, "", 0, "source", "quarantined", why))
    repo = run.tools.repository()
    for entry in await run.tools.quarantined():
        result.checked += 1
        if repo.find(Entry, entry_id(entry.follower, entry.source, entry.position)).exists:
            continue  # acknowledged by a person
        result.wrong.append(Wrong(entry.source, entry.position, entry.aggregate, 0, "mirror", "quarantined", entry.why))
    return result
