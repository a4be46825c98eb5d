"""What every receipt rests on (I13): each command that is remembered stands in the log, and each event has one command."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from chassis.store.contract import SealedTree, Store
from chassis.store.records import glance
from kernel.envelope import Flaw
from translog.errors import TranslogError
from translog.merkle import CompactTree, leaf_hash
from translog.record import read_envelope, unpack

_PAGE = 1000
_MOST = 100


class _Event(NamedTuple):
    position: int
    aggregate: str
    command: str


class _Log:
    """Reads a log once, and the root under its newest checkpoint on the way."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.sealed: SealedTree | None = store.checkpoint()
        self.flaws: list[Flaw] = []
        self.size = 0

    def events(self) -> Iterator[_Event]:
        tree, sealed = CompactTree(), self.sealed
        while rows := self._store.read(self.size, _PAGE):
            for row in rows:
                self.size = row.position
                try:
                    envelope, _ = unpack(row.state)
                    command = read_envelope(envelope).cmd
                except TranslogError as error:
                    # What is wrong with the record is I03; it has no command that anybody could know.
                    self.flaws.append(Flaw(row.position, row.aggregate, "no-command", f"its envelope cannot be read: {error}"))
                    envelope, command = b"", ""
                if sealed is not None and row.position <= sealed.size:
                    tree.append(leaf_hash(envelope))
                    if row.position == sealed.size and tree.root() != sealed.root:
                        why = f"the events up to {sealed.size} do not give the root of the checkpoint over them"
                        self.flaws.append(Flaw(0, "", "not-under-checkpoint", why))
                yield _Event(row.position, row.aggregate, command)
        if sealed is not None and self.size < sealed.size:
            why = f"the checkpoint covers {sealed.size} events, the log ends at {self.size}"
            self.flaws.append(Flaw(0, "", "not-under-checkpoint", why))


def commands_stand(store: Store) -> tuple[str, int, list[Flaw], str]:
    """I13: (id, how many events and commands were looked at, what is wrong, note).

    Commands come meanwhile: what is recorded after the log was read to its end is left to the next run.
    """
    log, matched = _Log(store), 0
    flaws: list[Flaw] = []
    runs: dict[int, tuple[str, int]] = {}
    for command, group in groupby(log.events(), key=lambda event: event.command):
        events = list(group)
        if command:
            runs[events[0].position] = command, len(events)
        if len(runs) >= _PAGE:
            wrong = _forward(store, runs)
            flaws, matched = flaws + wrong, matched + len(runs) - len(wrong)
            runs.clear()
    wrong = _forward(store, runs)
    matched += len(runs) - len(wrong)
    count, lost = _backward(store, log.size, matched)
    sealed = log.sealed.size if log.sealed is not None else 0
    note = f"{log.size - sealed} events are not sealed yet" if log.size > sealed else ""
    return "I13", log.size + count, [*log.flaws, *flaws, *wrong, *lost][:_MOST], note


def _forward(store: Store, runs: dict[int, tuple[str, int]]) -> list[Flaw]:
    """Events of one command each, by where they begin, against what is remembered of it."""
    known = store.remembered([UUID(command) for command, _ in runs.values()]) if runs else {}
    flaws = []
    for first, (command, events) in runs.items():
        remembered = known.get(UUID(command))
        if remembered is None:
            flaws.append(Flaw(first, "", "command-forgotten", f"nothing is remembered of its command {command}"))
        elif remembered != (first, events):
            at, count = remembered
            why = f"command {command} has {events} events here, remembered are {count} from position {at}"
            flaws.append(Flaw(first, "", "command-differs", why))
    return flaws


def _backward(store: Store, size: int, matched: int) -> tuple[int, list[Flaw]]:
    """How many commands are remembered, and those whose events the log does not hold, where `matched` have theirs."""
    flaws: list[Flaw] = []
    count = within = 0
    for command, first, events in _commands(store):
        count += 1
        end = first + max(events, 1) - 1
        within += events > 0 and end <= size
        if end > size and store.head().position < end:
            why = f"command {command} was recorded up to position {end}, the log ends at {size}"
            flaws.append(Flaw(end, "", "command-lost", why))
    if within != matched:
        flaws += _strangers(store, size)
    return count, flaws


def _strangers(store: Store, size: int) -> Iterator[Flaw]:
    """Remembered commands at whose place the log has events of others: looked for one by one, when there must be some."""
    for command, first, events in _commands(store):
        if not events or first + events - 1 > size:
            continue
        row = next(iter(store.read(first - 1, 1)), None)
        found = "" if row is None else glance(row.state).command
        if found != str(command):
            why = f"command {command} was recorded here, the event is of command {found}"
            yield Flaw(first, "", "command-replaced", why)


def _commands(store: Store) -> Iterator[tuple[UUID, int, int]]:
    after = None
    while page := store.commands(after, _PAGE):
        yield from page
        after = page[-1][0]
