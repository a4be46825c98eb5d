"""State seals: the index over all aggregates, and digests of read models that no key can change."""

from datetime import date

from chassis.sealing.state import SealedDays, sealed_event, sealing, state_of
from chassis.store import MemoryKeyring
from kernel.aggregates import Repository
from kernel.context import Act, named
from kernel.messages import Changes
from testkit.conformance.store import work
from testkit.conformance.store_sample import KeeperNamed, Notebook, notebook
from tests.libs.chassis.sealing.world import N1, SealedWorld
from translog.index import Head, Index
from translog.merkle import leaf_hash
from translog.record import unpack

DAY = date(2026, 3, 3)
KEEPER = named("keeper", "1")


def keeper(act: Act, repo: Repository) -> Changes:
    del act
    repo.find(Notebook, N1)
    return [KeeperNamed(notebook=N1, keeper=KEEPER, name="保管员甲", phones=("0771-1",))]


def test_the_index_is_over_the_newest_event_of_each_aggregate(world: SealedWorld) -> None:
    for n in range(2, 6):
        world.store.submit(work(lambda act, repo, n=n: repo.find(Notebook, notebook(n)).open(f"book {n}"))).result()  # type: ignore[misc]  # bound now
    world.write(1500)
    seal = state_of("sample", world.store, DAY)
    rows = world.store.read(0, 10_000)
    newest = {row.aggregate: Head(row.aggregate, row.version, leaf_hash(unpack(row.state)[0])) for row in rows}
    assert (seal.size, seal.aggregates, seal.index) == (len(rows), 5, Index(newest.values()).root.hex())
    assert (seal.stream, seal.TOPIC) == (named("log", "sample"), "sample.log.state-sealed.v1")


def test_the_index_is_of_one_position(world: SealedWorld) -> None:
    world.write(10)
    before = state_of("sample", world.store, DAY)
    meanwhile = iter([lambda: world.write(1)])
    world.write(1000)
    size = world.store.head().position
    seal = state_of("sample", world.store, DAY, lambda: next(meanwhile, lambda: None)())
    assert (seal.size, world.store.head().position) == (size, size + 1)
    assert seal.index != before.index


def test_digests_outlive_the_keys(world: SealedWorld, keyring: MemoryKeyring) -> None:
    world.store.submit(work(keeper)).result()
    size = world.store.head().position
    before = world.store.models(size)
    assert len(before) > 0
    assert keyring.shred(KEEPER)
    assert world.store.models(size) == before
    world.write(1)
    assert world.store.models(size) == before
    assert world.store.models(size + 1) != before


def test_a_day_is_sealed_once(world: SealedWorld) -> None:
    event = sealed_event("sample")(id=named("log", "sample"), day=DAY, size=1, aggregates=1, index="00" * 32, models={})

    class Kept:
        def find(self, kind: type[SealedDays], id: str) -> SealedDays:
            return kind(id=id, day=DAY)

    class Fresh:
        def find(self, kind: type[SealedDays], id: str) -> SealedDays:
            return kind(id=id)

    act = None
    assert sealing(event)(act, Kept()) == []  # type: ignore[arg-type]  # neither looks at the act
    assert sealing(event)(act, Fresh()) == [event]  # type: ignore[arg-type]
