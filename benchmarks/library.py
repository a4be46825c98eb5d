"""The baseline: the eventsourcing library's own application on the same server."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event


class Finding(Aggregate):
    """As much of a finding as three events need; the same eight fields a progress note of ours has."""

    @event("Registered")
    def __init__(self, number: str, case: str) -> None:
        self.number, self.case = number, case
        self.notes = 0

    @event("Reported")
    def report(self, case: str, org: str, measure: str, percent: str, note: str, state: str, day: str, person: str) -> None:
        self.notes += 1


class Findings(Application[UUID]):
    """The library's application, with its own persistence."""


def environment(url: str) -> dict[str, str]:
    """The library's settings for a database of ours."""
    parts = urlsplit(url)
    return {
        **os.environ,
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": parts.path.lstrip("/"),
        "POSTGRES_HOST": parts.hostname or "127.0.0.1",
        "POSTGRES_PORT": str(parts.port),
        "POSTGRES_USER": parts.username or "postgres",
        "POSTGRES_PASSWORD": "none",
        "POSTGRES_POOL_SIZE": "16",
        "POSTGRES_MAX_OVERFLOW": "16",
    }


def reported(finding: Finding) -> None:
    """One progress note, of the size that ours has."""
    finding.report("d" * 32, "b" * 32, "1", "40", "已完成清查，正在办理入账手续", "ongoing", "2026-03-02", "a" * 32)


def saves_per_second(url: str, threads: int = 8, count: int = 2000) -> float:
    """`Application.save()` of a new aggregate with 3 events, from several threads."""
    application = Findings(environment(url))

    def save(_: int) -> None:
        finding = Finding(f"N-{uuid4().hex[:8]}", "d" * 32)
        reported(finding)
        reported(finding)
        application.save(finding)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(save, range(200)))
        started = perf_counter()
        list(pool.map(save, range(count)))
        seconds = perf_counter() - started
    application.close()
    return count / seconds


def decoded_per_second(url: str, events: int = 20_000) -> Iterator[float]:
    """The library reads its log in pages of 500 and decodes every event; once a round."""
    application = Findings(environment(url))
    made = 0
    while made < events:
        finding = Finding("N", "d" * 32)
        for _ in range(99):
            reported(finding)
        application.save(finding)
        made += 100
    while True:
        started, read, after = perf_counter(), 0, 1
        while rows := application.recorder.select_notifications(start=after, limit=500):
            for row in rows:
                application.mapper.to_domain_event(row)
            read, after = read + len(rows), rows[-1].id + 1
        yield read / (perf_counter() - started)
