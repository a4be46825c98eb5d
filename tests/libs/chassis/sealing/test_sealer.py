"""The sealer at work: on the doorbell, by lease, through passing faults, and silent where the log is not what was signed."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pytest

from chassis.pace import Doorbell
from chassis.sealing import LocalTiles, Sealer, SealMetrics, StoreDiffers, StoreShorter, TilesDiffer, TileStore
from tests.libs.chassis.delivery.world import FAST, until
from tests.libs.chassis.sealing.conftest import MakeWorld
from tests.libs.chassis.sealing.world import SealedWorld, change, flip
from translog.tile import Tile


def sealer_of(world: SealedWorld, tiles: TileStore | None = None, *, seconds: float = 0.01, again: float = 0.05) -> Sealer:
    return Sealer(world.store, world.log(tiles), seconds=seconds, timing=FAST, again=again, metrics=SealMetrics())


def counted(sealer: Sealer, name: str, **labels: str) -> float:
    return sealer._metrics.registry.get_sample_value(name, labels) or 0.0


def sizes(world: SealedWorld) -> list[int]:
    return [one.size for one in world.store.checkpoints(0, 1000)]


@asynccontextmanager
async def running(world: SealedWorld, *sealers: Sealer) -> AsyncIterator[asyncio.Event]:
    """Sealers of as many processes, each with its own name."""
    stop, bell = asyncio.Event(), Doorbell(world.store, every=0.02)
    tasks = [asyncio.create_task(sealer.run(stop, f"holder-{n}", bell)) for n, sealer in enumerate(sealers)]
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.gather(*tasks)
        bell.close()
        await asyncio.to_thread(bell._thread.join)


async def test_what_is_recorded_is_sealed(world: SealedWorld) -> None:
    sealer = sealer_of(world)
    async with running(world, sealer):
        await until(lambda: sizes(world) == [1])
        for _ in range(5):
            await asyncio.to_thread(world.write, 3)
        await until(lambda: sizes(world)[-1] == 16)
    assert world.verify() == 16
    assert counted(sealer, "rectify_seal_size") == 16
    assert counted(sealer, "rectify_seal_age_seconds") == 0
    assert sealer.alarms == ()


async def test_between_two_checkpoints_is_time_and_the_rest_is_sealed_at_the_end(world: SealedWorld) -> None:
    async with running(world, sealer_of(world, seconds=3600.0)) as stop:
        await until(lambda: sizes(world) == [1])
        for _ in range(10):
            await asyncio.to_thread(world.write, 1)
        stop.set()
    assert sizes(world) == [1, 11]


async def test_one_of_two_processes_seals_and_the_other_takes_over(world: SealedWorld) -> None:
    first, second = sealer_of(world), sealer_of(world)
    async with running(world, second):
        async with running(world, first):
            await asyncio.to_thread(world.write, 5)
            await until(lambda: sizes(world)[-1:] == [6])
        await asyncio.to_thread(world.write, 5)
        await until(lambda: sizes(world)[-1:] == [11])
    assert world.verify() == 11
    assert first.alarms == second.alarms == ()


async def test_a_lease_that_is_lost_in_the_middle_seals_nothing_twice(world: SealedWorld, make_world: MakeWorld) -> None:
    """Somebody else takes the lease while the first one writes tiles: it seals further, and the first one signs nothing."""
    taken: list[int] = []

    class Slow(LocalTiles):
        def write(self, files: Mapping[str, bytes]) -> None:
            super().write(files)
            if not taken:
                taken.append(1)
                change(world.store, "UPDATE leases SET holder = 'another', token = token + 1 WHERE name = 'sealer'")
                world.write(7)
                world.seal()

    sealer = sealer_of(world, Slow(world.folder))
    async with running(world, sealer):
        await until(lambda: sizes(world) == [8])
        await until(lambda: counted(sealer, "rectify_seal_retries_total") == 1)
        change(world.store, "UPDATE leases SET expires = 0 WHERE name = 'sealer'")
        await asyncio.to_thread(world.write, 1)
        await until(lambda: sizes(world)[-1] == 9)
    assert world.verify() == 9


class Failing(LocalTiles):
    """A disk that is full for a while."""

    left = 3

    def write(self, files: Mapping[str, bytes]) -> None:
        if self.left:
            self.left -= 1
            raise OSError(28, "No space left on device")
        super().write(files)


async def test_a_full_disk_is_waited_for(world: SealedWorld) -> None:
    sealer = sealer_of(world, Failing(world.folder))
    async with running(world, sealer):
        await until(lambda: sizes(world) == [1])
    assert counted(sealer, "rectify_seal_retries_total") == 3
    assert sealer.alarms == ()


def _cut(world: SealedWorld) -> None:
    change(world.store, "UPDATE log_head SET position = 0 WHERE position = 1")


def _mended(world: SealedWorld) -> None:
    change(world.store, "UPDATE log_head SET position = 1 WHERE position = 0")


async def test_a_store_that_became_shorter_is_not_sealed_until_it_is_mended(world: SealedWorld) -> None:
    world.seal()
    _cut(world)
    sealer = sealer_of(world)
    async with running(world, sealer):
        await until(lambda: sealer.alarms == ("the log is not sealed: store-shorter",))
        assert isinstance(sealer.alarm, StoreShorter)
        assert counted(sealer, "rectify_seal_alarms_total", reason="shorter") >= 1
        assert counted(sealer, "rectify_seal_alarmed") == 1
        _mended(world)
        await until(lambda: sealer.alarms == ())
        await asyncio.to_thread(world.write, 1)
        await until(lambda: sizes(world)[-1] == 2)
    assert counted(sealer, "rectify_seal_alarmed") == 0
    assert world.verify() == 2


async def test_an_old_row_that_was_changed_ends_sealing(world: SealedWorld) -> None:
    world.to(600)
    world.seal()
    old = world.store.read(16, 1)[0].state
    change(world.store, "UPDATE stored_events SET state = ? WHERE notification_id = 17", old.replace(b"office", b"offise"))
    sealer = sealer_of(world)
    async with running(world, sealer):
        await until(lambda: sealer.alarm is not None)
        assert isinstance(sealer.alarm, StoreDiffers)
        assert "position 17" in sealer.alarm.text("en")
        before = sizes(world)
        await asyncio.to_thread(world.write, 1)
        rounds = counted(sealer, "rectify_seal_alarms_total", reason="row")
        await until(lambda: counted(sealer, "rectify_seal_alarms_total", reason="row") > rounds)
        assert sizes(world) == before  # it looked again, and signed nothing
        change(world.store, "UPDATE stored_events SET state = ? WHERE notification_id = 17", old)
        await until(lambda: sizes(world)[-1] == world.store.head().position)
    assert world.verify() == world.store.head().position


async def test_a_changed_tile_is_mended_by_moving_the_folder_away(world: SealedWorld) -> None:
    world.to(300)
    world.seal()
    flip(world.folder / Tile(0, 0).path)
    sealer = sealer_of(world)
    async with running(world, sealer):
        await until(lambda: isinstance(sealer.alarm, TilesDiffer))
        world.folder.rename(world.folder.with_name("away"))
        await until(lambda: sealer.alarm is None)
    assert world.verify() == 300


@pytest.mark.parametrize("fault", [OSError(5, "Input/output error"), ValueError("a bug")])
async def test_no_fault_ends_the_sealer(small: SealedWorld, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    failed: list[int] = []
    seal = small.store.seal

    def failing(*given: object) -> object:
        if len(failed) < 2:
            failed.append(1)
            raise fault
        return seal(*given)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(small.store, "seal", failing)
    async with running(small, sealer_of(small)):
        await until(lambda: sizes(small) == [1])
    assert len(failed) == 2
