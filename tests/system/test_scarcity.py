"""What is missing for a while: the broker for a minute, space on the disk."""

import asyncio
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest
from rectify.envelope.v1.envelope_pb2 import CommandMeta
from rectify.findings.v1 import register_pb2

from chassis.refusals import Refused
from chassis.rpc.client import Client
from testkit.system import System
from tests.system.conftest import Shared
from tests.system.load import FINDINGS, Load, everything_holds

pytestmark = pytest.mark.faults

AWAY = 60.0
SPACE = "16m"
MOST = 3000
"""Commands within which a full disk is noticed: a write-ahead log that was folded back is filled again first."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)
async def test_commands_go_on_while_the_broker_is_gone_for_a_minute(shared: Shared) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    await some(load)
    before = await system.status("supervision")
    system.nats.kill()
    end = time.monotonic() + AWAY
    while time.monotonic() < end:
        await some(load)
        await asyncio.sleep(AWAY / 10)
    neighbour = await system.status("supervision")
    await asyncio.to_thread(system.nats.start)
    await some(load)
    await everything_holds(system, load)
    # Without the broker neighbours ask each other: what was published reached supervision meanwhile.
    assert consumed(neighbour) > consumed(before)
    shared.whole = True


async def some(load: Load) -> None:
    """A few commands, each accepted."""
    async with load:
        await load.more(20)
        await load.stop()


def consumed(status: object) -> int:
    return next(int(one.position) for one in status.followers if one.name == "consumer:findings")  # type: ignore[attr-defined]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A data directory whose `findings` has little space."""
    if os.geteuid() != 0:
        pytest.skip("only root mounts a file system of limited size")
    home = tmp_path / "data" / "findings"
    home.mkdir(parents=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SPACE}", "tmpfs", str(home)], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no mount here: {mounted.stderr.decode(errors='replace')}")
    yield tmp_path / "data"
    subprocess.run(["umount", "--lazy", str(home)], check=True)


@pytest.mark.timeout(300)
async def test_a_full_disk_refuses_whole_commands_and_heals_with_space(small_disk: Path) -> None:
    system = System(small_disk)
    try:
        await asyncio.to_thread(system.start)
        load = Load(system)
        async with load:
            await load.more(40)
            await load.stop()
        await system.at_rest()
        ballast = small_disk / "findings" / "ballast"
        fill(ballast)
        async with Client(system.address("findings"), lambda: system.token("admin"), retries=False) as client:
            refused = await until_full(client)
            head = (await system.status("findings")).position
            with pytest.raises(Refused) as again:
                await client.call(f"{FINDINGS}/RegisterOrganisation", refused, timeout=30)
            assert again.value.code == "storage-full"
            assert (await system.status("findings")).position == head
            ballast.unlink()
            receipt = await client.call(f"{FINDINGS}/RegisterOrganisation", refused, timeout=30)
            assert [event.position for event in receipt.events] == [head + 1]
        async with load:
            await load.more(40)
            await load.stop()
            await everything_holds(system, load)
    finally:
        system.close()


def fill(ballast: Path) -> None:
    """Take all the space that is left."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


async def until_full(client: Client) -> register_pb2.RegisterOrganisationRequest:
    """Commands until one is refused for want of space; that one."""
    for n in range(MOST):
        request = register_pb2.RegisterOrganisationRequest(
            meta=CommandMeta(command_id=str(uuid4())),
            code=f"FULL{n}",
            name="单位" * 50,
            level="county",
            line="territorial",
        )
        try:
            await client.call(f"{FINDINGS}/RegisterOrganisation", request, timeout=30)
        except Refused as refusal:
            assert refusal.code == "storage-full", refusal  # noqa: PT017 - which call refuses is not known before
            return request
    raise AssertionError(f"{MOST} commands found space")
