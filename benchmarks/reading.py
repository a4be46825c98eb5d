"""Reading and decoding a log in pages of 500, against the library's decoding of the same events."""

import statistics
from collections.abc import Iterator
from itertools import islice
from time import perf_counter

from benchmarks import library, world
from benchmarks.figures import Figure

FINDINGS, EVENTS = 800, 25


def run() -> Iterator[Figure]:
    with world.postgres() as server:
        theirs = statistics.median(islice(library.decoded_per_second(server.create_database(), FINDINGS * EVENTS), 1, 4))
        store = world.store_at(server.create_database())
        world.seed(store, FINDINGS, EVENTS)
        ours = []
        for _ in range(4):
            started, read, after = perf_counter(), 0, 0
            while rows := store.read(after, 500):
                for row in rows:
                    store.decode(row)
                read, after = read + len(rows), rows[-1].position
            ours.append(read / (perf_counter() - started))
        store.close()
        mine = statistics.median(ours[1:])
        detail = f"{mine:,.0f} events/s, the library {theirs:,.0f}"
        yield Figure("log pages read and decoded ÷ the library's", mine / theirs, "", 1.0, True, detail)
