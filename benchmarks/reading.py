"""Reading and decoding a log in pages of 500, against the library's decoding of the same events."""

import statistics
from collections.abc import Iterator
from itertools import islice
from time import perf_counter

from benchmarks import library, world
from benchmarks.figures import Figure
from chassis.store import Store

FINDINGS, EVENTS, ROUNDS = 800, 25, 7


def run() -> Iterator[Figure]:
    with world.postgres() as server:
        store = world.store_at(server.create_database())
        world.seed(store, FINDINGS, EVENTS)
        library_rate = library.decoded_per_second(server.create_database(), FINDINGS * EVENTS)
        # In turns, the first of each left out: what the machine does meanwhile meets both.
        rounds = [(read(store), theirs) for theirs in islice(library_rate, ROUNDS)][1:]
        store.close()
        ratio = statistics.median(ours / theirs for ours, theirs in rounds)
        mine, others = (statistics.median(rates) for rates in zip(*rounds, strict=True))
        detail = f"{mine:,.0f} events/s, the library {others:,.0f}"
        yield Figure("log pages read and decoded ÷ the library's", ratio, "", 1.0, True, detail)


def read(store: Store) -> float:
    """Events a second over the whole log."""
    started, count, after = perf_counter(), 0, 0
    while rows := store.read(after, 500):
        for row in rows:
            store.decode(row)
        count, after = count + len(rows), rows[-1].position
    return count / (perf_counter() - started)
