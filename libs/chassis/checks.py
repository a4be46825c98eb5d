"""Executable audits that only the owning service can run: those that every service has, and those of its page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from chassis.receipts.checking import commands_stand
from chassis.service import Service
from chassis.store import Store
from kernel.envelope import Flaw, Recorded
from kernel.messages import Event
from translog.record import read_envelope, unpack

_PAGE = 1000

Result = tuple[str, int, Sequence[Flaw], str]
"""(id, how many things were looked at, what is wrong, note)"""


def run_checks(service: Service, store: Store, ids: Iterable[str], heads: Callable[[str], int | None]) -> list[Result]:
    """Run those of the checks with these ids that this service offers, or all it offers.

    Args:
        heads: the newest published ordinal of a neighbour by name, None when it does not answer.
    """
    offered: dict[str, Callable[[], Result]] = {
        "I11": partial(_followers, service, store, heads),
        "I13": partial(commands_stand, store),
        "I15": partial(_read_models, service, store),
    }
    for name in service.checks:
        offered[name] = partial(_of_the_page, service, store, name)
    wanted = set(ids)
    return [run() for name, run in sorted(offered.items()) if not wanted or name in wanted]


def _of_the_page(service: Service, store: Store, name: str) -> Result:
    checked, flaws = service.checks[name].run(store.rows(), store.repository(), _events(store))
    return name, checked, flaws, ""


def _events(store: Store) -> Iterator[Recorded[Event]]:
    after = 0
    while rows := store.read(after, _PAGE):
        for row in rows:
            yield store.decode(row)
        after = rows[-1].position


def _followers(service: Service, store: Store, heads: Callable[[str], int | None]) -> Result:
    """I11: nobody has followed further than there is something; no command left its events in two places."""
    flaws: list[Flaw] = []
    notes: list[str] = []
    own = store.head()
    positions = store.followers()
    for name, position in sorted(positions.items()):
        kind, _, other = name.partition(":")
        head: int | None = own.position
        if kind == "consumer":
            other = other.split("/")[1] if other.count("/") == 2 else other
            head = heads(other)
        elif kind not in ("projection", "policies"):
            continue
        if head is None:
            notes.append(f"{other} did not answer: {name} was not compared")
        elif position > head:
            flaws.append(Flaw(0, "", "follower-ahead", f"{name} is at {position}, its source ends at {head}"))
    seen: set[str] = set()
    last, after = "", 0
    while rows := store.read(after, _PAGE):
        for row in rows:
            command = read_envelope(unpack(row.state)[0]).cmd
            if command != last and command in seen:
                flaws.append(Flaw(row.position, row.aggregate, "applied-twice", f"command {command} recorded events before"))
            seen.add(command)
            last = command
        after = rows[-1].position
    return "I11", len(positions) + after, flaws, "; ".join(notes)


def _read_models(service: Service, store: Store) -> Result:
    """I15: every read model equals a fold of the log from zero."""
    flaws: list[Flaw] = []
    checked = 0
    rows = store.rows()
    for name, projection in sorted(service.projections.items()):
        checked += sum(int(rows.count(table)[0]["count"]) for table in projection.tables)
        for found in store.compare(name):
            what = "is missing" if found.live is None else "should not be there" if found.folded is None else "differs"
            key = ", ".join(str(part) for part in found.key)
            flaws.append(Flaw(0, "", "row-differs", f"{name}: row ({key}) of {found.table} {what}"))
    return "I15", checked, flaws, ""


def finding(flaw: Flaw) -> dict[str, Any]:
    """A flaw by the names of `rectify.ops.v1.CheckFinding`."""
    return {"position": flaw.position, "aggregate": flaw.aggregate, "code": flaw.code, "why": flaw.why}
