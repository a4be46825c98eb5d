"""Many misfortunes in a row, by seed: nothing lost, nothing repeated, nothing out of order."""

import asyncio
import random
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from nats.js.api import StreamConfig

from chassis.bus import Access
from chassis.delivery import Delivery
from chassis.natsserver import NatsServer
from chassis.relay import Relay
from chassis.store import Store
from chassis.store.mirror import open_mirror
from chassis.streams import PASSING
from testkit.nats import connect, copy, crash, restore
from tests.libs.chassis.delivery.test_delivery import FOLLOWER, MIRRORING, delivering
from tests.libs.chassis.delivery.test_mirror import Log, whole
from tests.libs.chassis.delivery.test_relay import sound
from tests.libs.chassis.delivery.world import ALPHA_SERVICE, FAST, Source, kept, open_cases, seen, until

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(900)]


class Misfortune:
    """What can befall a server, its streams and the way to a neighbour."""

    def __init__(self, seed: int, server: NatsServer, folder: Path, source: Source, log: Log) -> None:
        self.random = random.Random(seed)
        self.server, self.folder, self.source, self.log = server, folder, source, log
        self.kept: Path | None = None

    async def strike(self) -> str:
        name = self.random.choice(["crash", "remember", "roll_back", "delete", "hole", "cut_off", "mend"])
        await getattr(self, name)()
        return name

    async def crash(self) -> None:
        await asyncio.to_thread(crash, self.server)

    async def remember(self) -> None:
        if self.kept is not None:
            shutil.rmtree(self.kept)
        self.kept = await asyncio.to_thread(copy, self.server, self.folder / "remembered")

    async def roll_back(self) -> None:
        if self.kept is not None:
            await asyncio.to_thread(restore, self.server, self.kept)

    async def delete(self) -> None:
        await self._administer("delete")

    async def hole(self) -> None:
        await self._administer("hole")

    async def _administer(self, what: str) -> None:
        context = self.random.choice(["EVT_ALPHA", "LOG_ALPHA"])
        subjects = f"rectify.{context[:3].lower()}.alpha.>"
        client = await connect(self.server)
        with suppress(*PASSING):
            js = client.jetstream()
            last = (await js.stream_info(context)).state.last_seq
            await js.delete_stream(context)
            if what == "hole":
                first = self.random.randint(1, last + 1)
                await js.add_stream(StreamConfig(name=context, subjects=[subjects], first_seq=first, allow_atomic=True))
        await client.close()

    async def cut_off(self) -> None:
        self.source.down = self.log.down = True

    async def mend(self) -> None:
        self.source.down = self.log.down = False


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_comes_in_whatever_order(
    alpha: Store, beta: Store, nats_server: NatsServer, tmp_path: Path, seed: int
) -> None:
    mirror = open_mirror(f"sqlite:///{tmp_path / 'mirror.db'}")
    mirror.migrate()
    access = Access(nats_server.url())
    source, log = Source(ALPHA_SERVICE, alpha), Log(alpha)
    first = Delivery(ALPHA_SERVICE, alpha, "here", access=access, timing=FAST)
    second = Delivery(
        MIRRORING,
        beta,
        "here",
        access=access,
        fetch={"alpha": source},
        read_log={"alpha": log, "beta": Log(beta)},
        mirror=mirror,
        timing=FAST,
    )
    misfortune = Misfortune(seed, nats_server, tmp_path, source, log)
    titles: list[str] = []
    async with delivering(first, second):
        for round_ in range(12):
            recording = asyncio.create_task(asyncio.to_thread(open_cases, alpha, 8, f"r{round_}"))
            titles += [f"r{round_}-{number}" for number in range(8)]
            await misfortune.strike()
            await recording
        await misfortune.mend()
        head = alpha.head()
        await until(lambda: beta.tracked(FOLLOWER) == head.pub, 60)
        await until(lambda: whole(alpha, mirror), 60)
        relayed = {("relay:log", head.position, head.position), ("relay:evt", head.pub, head.pub)}
        await until(lambda: relayed <= set(first.followers()), 60)
    assert seen(beta) == titles
    assert beta.quarantined() == []
    assert mirror.conflicts() == []
    mirror.close()


async def test_a_hundred_thousand_messages_are_delivered_again(alpha: Store, nats_server: NatsServer) -> None:
    """A stream that is gone is filled again to its whole share; the figure itself is a benchmark's business."""
    open_cases(alpha, 1)
    rows = alpha.read(0, 3)

    class Repeated:
        """A log of a hundred thousand rows made of three: the relay reads positions and bytes, and no more."""

        source = alpha.source

        def head(self) -> object:
            return alpha.head()._replace(position=100_000)

        def read(self, after: int, limit: int) -> list[object]:
            places = range(after + 1, min(after + limit, 100_000) + 1)
            return [rows[place % 3]._replace(position=place) for place in places]

    client = await connect(nats_server)
    relay = Relay(ALPHA_SERVICE, Repeated(), client, "log", timing=FAST)  # type: ignore[arg-type]
    assert await relay.run_once() == 100_000
    await client.jetstream().delete_stream("LOG_ALPHA")
    relay._position = None
    assert await relay.run_once() == 100_000
    assert (await client.jetstream().stream_info("LOG_ALPHA")).state.messages == 100_000
    await client.close()


async def test_a_relay_that_restarts_at_every_step_leaves_a_sound_stream(alpha: Store, nats_server: NatsServer) -> None:
    client = await connect(nats_server)
    chance = random.Random(7)
    for round_ in range(40):
        open_cases(alpha, chance.randint(1, 4), f"r{round_}")
        relay = Relay(ALPHA_SERVICE, alpha, client, "log", timing=FAST)
        working = asyncio.create_task(relay.run_once())
        await asyncio.wait([working], timeout=chance.random() * 0.01)
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
    await Relay(ALPHA_SERVICE, alpha, client, "log", timing=FAST).run_once()
    await sound(alpha, client)
    assert len(await kept(client, "LOG_ALPHA")) == alpha.head().position
    await client.close()
