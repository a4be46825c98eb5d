"""Executable audits that only the owning service can run: those that every service has, and those of its page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import SystemRandom
from typing import Any

import structlog

from chassis.receipts.checking import commands_stand
from chassis.replays import ReplayFailed, Replays, ReplaysHere, nearest
from chassis.service import Service
from chassis.store import Store
from kernel.envelope import Flaw, Recorded
from kernel.errors import UNREADABLE
from kernel.messages import Event
from translog.record import read_envelope, unpack

log = structlog.get_logger(__name__)

_PAGE = 1000
_MOST = 100
_DRAWN = 20
_SAID = {"missing": "is missing", "unexpected": "should not be there", "differs": "differs"}

Result = tuple[str, int, Sequence[Flaw], str]
"""(id, how many things were looked at, what is wrong, note)"""


def run_checks(
    service: Service,
    store: Store,
    ids: Iterable[str],
    heads: Callable[[str], int | None],
    replays: Replays | None = None,
    more: Sequence[tuple[str, Callable[[], Result]]] = (),
) -> list[Result]:
    """Run those of the checks with these ids that this service offers, or all it offers.

    Args:
        heads: the newest published ordinal of a neighbour by name, None when it does not answer.
        replays: who folds logs anew; None does it here.
        more: further checks by id, of which one may come several times.
    """
    replays = replays or ReplaysHere(service, store)
    offered: dict[str, Callable[[], Result]] = {
        "I11": partial(_followers, service, store, heads),
        "I13": partial(commands_stand, store),
        "I15": partial(_read_models, service, store, replays),
        "I16": partial(_same_again, service, store, replays),
    }
    for name in service.checks:
        offered[name] = partial(_of_the_page, service, store, name)
    wanted = set(ids)
    every = sorted([*offered.items(), *more], key=lambda one: one[0])
    return [_run(name, run) for name, run in every if not wanted or name in wanted]


def _run(name: str, run: Callable[[], Result]) -> Result:
    try:
        return run()
    except ReplayFailed as failure:  # a log that cannot be folded is a finding, and the other checks go on
        return name, 0, [Flaw(0, "", failure.code, failure.text("en"))], ""
    except UNREADABLE as error:
        log.error("check-failed", check=name, error=error)
        why = f"it could not be carried out ({type(error).__name__}): something it reads is not what a program of ours writes"
        return name, 0, [Flaw(0, "", "check-failed", why)], ""


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


def _read_models(service: Service, store: Store, replays: Replays) -> Result:
    """I15: every read model equals a fold of the log from zero, and every snapshot a fold of its events."""
    flaws: list[Flaw] = []
    checked = 0
    for model in nearest(service, store, replays).run({"do": "replay", "limit": _MOST})["models"]:
        name = model["name"]
        checked += model["live_rows"] or 0
        if model["failed"]:
            flaws.append(Flaw(model["position"], "", "fold-failed", f"{name} cannot take the event: {model['failed']}"))
        for found in model["first"]:
            key = ", ".join(found["key"])
            flaws.append(Flaw(0, "", "row-differs", f"{name}: row ({key}) of {found['table']} {_SAID[found['what']]}"))
    snapshots, differing = store.check_snapshots()
    for aggregate, version, why in differing:
        flaws.append(Flaw(0, aggregate, "snapshot-differs", f"the snapshot at version {version} {why}"))
    return "I15", checked + snapshots, flaws, ""


def _same_again(service: Service, store: Store, replays: Replays) -> Result:
    """I16: what things were, and what the read models were, on dates drawn at random: the same here and in another process."""
    seed = SystemRandom().randrange(2**32)
    task = {"do": "states", "seed": seed, "head": store.head().position, "count": _DRAWN}
    with ThreadPoolExecutor(1) as other:
        # Sets and dicts are ordered by another seed there than in this process.
        elsewhere = other.submit(replays.run, task, seed)
        one, two = ReplaysHere(service, store).run(task), elsewhere.result()
    flaws = [
        Flaw(0, first[0], "replay-differs", f"{first[0]} as of {first[1]}: {first[2][:16]} and then {second[2][:16]}")
        for first, second in zip(one["states"], two["states"], strict=True)
        if first != second
    ]
    if not flaws and one["digest"] != two["digest"]:
        flaws.append(Flaw(0, "", "replay-differs", f"read models as of a date: {one['digest'][:16]} and then {two['digest'][:16]}"))
    how = "" if replays.apart else ", in one process"
    return "I16", len(one["states"]) + one["models"], flaws, f"seed {seed}{how}"


def finding(flaw: Flaw) -> dict[str, Any]:
    """A flaw by the names of `rectify.ops.v1.CheckFinding`."""
    return {"position": flaw.position, "aggregate": flaw.aggregate, "code": flaw.code, "why": flaw.why}
