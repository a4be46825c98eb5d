"""Checkpoints on their way to witnesses: kept with what these sign, caught up with after they were away, and an alarm where
a witness holds what the log does not.
"""

import asyncio
from pathlib import Path

import pytest

from chassis.sealing import CHECKPOINT, Cosigners
from chassis.sealing.trust import Known, policy_of
from tests.libs.chassis.delivery.world import until
from tests.libs.chassis.sealing.conftest import MakeWorld
from tests.libs.chassis.sealing.test_sealer import running
from tests.libs.chassis.sealing.witnesses import Far, asking, trust
from tests.libs.chassis.sealing.world import KEY, SealedWorld
from translog.errors import PolicyMalformed
from translog.note import COSIGNATURE, SignerKey
from translog.policy import NONE, Policy


def far(tmp_path: Path, name: str) -> Far:
    return Far.make(tmp_path / name, f"{name}.example/witness")


def newest(world: SealedWorld, policy: Policy) -> tuple[int, bool]:
    """Size of the newest checkpoint, and whether it has its quorum."""
    found = world.store.checkpoint()
    if found is None or found.cosigned is None:
        return 0 if found is None else found.size, False
    return found.size, policy.judge(found.cosigned).quorum


def counted(cosigners: Cosigners, name: str, **labels: str) -> float:
    return cosigners._metrics.registry.get_sample_value(name, labels) or 0.0


async def test_what_is_sealed_is_cosigned_kept_and_shown(world: SealedWorld, tmp_path: Path) -> None:
    other = far(tmp_path, "county")
    policy = trust(other)
    sealer, cosigners = asking(world, other)
    async with other.open(), running(world, sealer):
        await until(lambda: newest(world, policy) == (1, True))
        await asyncio.to_thread(world.write, 300)
        await until(lambda: newest(world, policy) == (301, True))
        kept = world.store.checkpoint()
        assert kept is not None
        await until(lambda: (world.folder / CHECKPOINT).read_bytes() == kept.cosigned)
    assert policy.close(kept.cosigned or b"") == kept.cosigned
    assert counted(cosigners, "rectify_cosign_size") == 301
    assert counted(cosigners, "rectify_cosign_age_seconds") == 0
    assert world.store.cosigned(0, 10**9, 1)[0].size == 301
    world.seal()  # who starts finds the file with the signatures of others in order


async def test_the_signatures_of_several_meet_on_one_checkpoint(small: SealedWorld, tmp_path: Path) -> None:
    county, city = far(tmp_path, "county"), far(tmp_path, "city")
    policy = trust(county, city, quorum=2)
    sealer, _ = asking(small, county, city, quorum=2)
    async with county.open(), city.open(), running(small, sealer):
        for size in range(2, 8):
            await asyncio.to_thread(small.write, 1)
            await until(lambda size=size: newest(small, policy) == (size, True))


async def test_sealing_goes_on_without_a_witness_and_cosigning_catches_up(small: SealedWorld, tmp_path: Path) -> None:
    county, city = far(tmp_path, "county"), far(tmp_path, "city")
    policy = trust(county, city, quorum=2)
    sealer, cosigners = asking(small, county, city, quorum=2)
    async with county.open(), running(small, sealer):
        await until(
            lambda: counted(
                cosigners, "rectify_cosign_failures_total", witness="city.example/witness", reason="witness-unreachable"
            )
        )
        await asyncio.to_thread(small.write, 5)
        await until(lambda: small.store.tracked("sealer") == 6)
        assert newest(small, policy) == (6, False)
        assert counted(cosigners, "rectify_cosign_age_seconds") > 0
        assert (sealer.alarms, sealer.alarm) == ((), None)
        async with city.open():
            await until(lambda: newest(small, policy) == (6, True))
    assert counted(cosigners, "rectify_cosign_age_seconds") == 0


async def test_a_log_that_was_set_back_is_told_by_its_witness(make_world: MakeWorld, tmp_path: Path) -> None:
    other = far(tmp_path, "county")
    policy = trust(other)
    whole = make_world(f"sqlite:///{tmp_path / 'whole.db'}")
    async with other.open():
        whole.write(4)
        async with running(whole, asking(whole, other)[0]):
            await until(lambda: newest(whole, policy) == (5, True))
        back = SealedWorld(make_world(f"sqlite:///{tmp_path / 'back.db'}").store, tmp_path / "back", whole.clock)
        sealer, _ = asking(back, other)
        async with running(back, sealer):
            await until(lambda: sealer.alarms)
            assert sealer.alarms == ("witness county.example/witness: rollback",)
            assert newest(back, policy) == (1, False)


async def test_a_log_that_forked_is_told_by_its_witness(make_world: MakeWorld, tmp_path: Path) -> None:
    other = far(tmp_path, "county")
    policy = trust(other)
    one = make_world(f"sqlite:///{tmp_path / 'one.db'}")
    async with other.open():
        async with running(one, asking(one, other)[0]):
            await until(lambda: newest(one, policy) == (1, True))
        second = SealedWorld(make_world(f"sqlite:///{tmp_path / 'two.db'}").store, tmp_path / "two", one.clock)
        sealer, _ = asking(second, other)
        async with running(second, sealer):
            await until(lambda: sealer.alarms)
            assert sealer.alarms == ("witness county.example/witness: fork",)


async def test_what_a_witness_holds_is_compared_even_where_nothing_new_is_sealed(small: SealedWorld, tmp_path: Path) -> None:
    """A witness that lost its memory is told the newest checkpoint again."""
    other = far(tmp_path, "county")
    policy = trust(other)
    sealer, cosigners = asking(small, other, again=0.05)
    async with running(small, sealer), other.open():
        await until(lambda: newest(small, policy) == (1, True))
        before = counted(cosigners, "rectify_cosignatures_total", witness="county.example/witness")
        await until(lambda: counted(cosigners, "rectify_cosignatures_total", witness="county.example/witness") > before)


def test_the_policy_of_a_system_demands_more_than_half_unless_told() -> None:
    keys = [SignerKey(f"{n}.example/witness", COSIGNATURE, bytes([n] * 32)).verifier for n in range(1, 4)]
    assert policy_of([KEY.verifier], []).quorum == NONE
    assert policy_of([KEY.verifier], [Known(keys[0])]).quorum == "1.example/witness"
    (group,) = policy_of([KEY.verifier], [Known(key) for key in keys]).groups
    assert (group.threshold, len(group.members)) == (2, 3)
    (group,) = policy_of([KEY.verifier], [Known(key) for key in keys], 3).groups
    assert group.threshold == 3
    with pytest.raises(PolicyMalformed):
        policy_of([KEY.verifier], [Known(keys[0]), Known(keys[1])], 3)
    own = SignerKey("site/witness/audit", COSIGNATURE, bytes(32)).verifier
    assert [witness.name for witness in policy_of([], [Known(own), Known(keys[0])]).witnesses] == ["audit", "1.example/witness"]
