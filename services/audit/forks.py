"""Logs that ended, and go on under another origin: what the mirror says of them, and which copy of an event is shown."""

from collections.abc import Mapping
from typing import NamedTuple

from audit.tools import Mirror, MirrorRow
from kernel.context import named
from translog.record.forks import Fork, akin, forks_of


class Ended(NamedTuple):
    """A log that goes on as `source`: the newest log that holds its events, and how it ended."""

    source: str
    fork: Fork

    @property
    def note(self) -> str:
        """What audits say of it."""
        fork = self.fork
        return f"{fork.former} ended at {fork.size} with {fork.known} events known, and goes on as {fork.origin}"


def ended(mirror: Mirror) -> Mapping[str, Ended]:
    """Every log that ended, by its origin."""
    found = {}
    for service in sorted({head.source.split("/")[1] for head in mirror.heads()}):
        for row in mirror.concerning(named("log-beginning", service)):
            for fork in forks_of([row]):
                found[fork.former] = Ended(row.source, fork)
    return found


def forks_in(mirror: Mirror, source: str) -> list[MirrorRow]:
    """The events of a log that begin it in the place of former ones, in order."""
    rows = [row for row in mirror.concerning(named("log-beginning", source.split("/")[1])) if row.source == source]
    return [row for row in rows if forks_of([row])]


def shown(mirror: Mirror, row: MirrorRow) -> MirrorRow:
    """The same event where it stands now, if its log goes on as another one."""
    for head in mirror.heads():
        later = (len(head.source), head.source) > (len(row.source), row.source)
        if later and akin(head.source, row.source) and head.position >= row.position:
            for other in mirror.rows(head.source, row.position - 1, 1):
                if other.leaf == row.leaf:
                    row = other
    return row
