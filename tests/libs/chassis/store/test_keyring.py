"""Keys: one for each subject, on disk before they are used, gone when they are destroyed, shared by processes."""

import json
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from chassis.store import Keyring, LocalKeyring, MemoryKeyring

ONE, OTHER = "1" * 32, "2" * 32


@pytest.fixture(params=["memory", "local"])
def keyring(request: pytest.FixtureRequest, tmp_path: Path) -> Keyring:
    return MemoryKeyring() if request.param == "memory" else LocalKeyring(tmp_path / "keys" / "sample.keys")


def test_a_subject_has_one_key_and_its_id_tells_nothing(keyring: Keyring) -> None:
    key, other = keyring.obtain(ONE), keyring.obtain(OTHER)
    assert keyring.obtain(ONE) == key
    assert len(key.secret) == 32
    assert key.secret != other.secret
    assert key.id != other.id
    assert ONE not in key.id
    assert keyring.find(key.id) == key.secret
    assert keyring.find("f" * 32) is None
    keyring.flush()


def test_a_destroyed_key_is_gone_and_the_next_is_another(keyring: Keyring) -> None:
    key, other = keyring.obtain(ONE), keyring.obtain(OTHER)
    assert keyring.shred(ONE) == (key.id,)
    assert keyring.shred(ONE) == ()
    assert keyring.find(key.id) is None
    assert keyring.find(other.id) == other.secret
    assert keyring.obtain(ONE).secret != key.secret


def test_several_threads_get_the_same_key(keyring: Keyring) -> None:
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(keyring.obtain(ONE).secret)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1


class TestLocal:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "keys" / "sample.keys"

    def test_keys_outlive_the_process_and_are_its_owners_alone(self, path: Path) -> None:
        first = LocalKeyring(path)
        key = first.obtain(ONE)
        first.flush()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert LocalKeyring(path).obtain(ONE) == key

    def test_two_on_one_file_see_each_others_keys_and_shredding(self, path: Path) -> None:
        first, second = LocalKeyring(path), LocalKeyring(path)
        key = first.obtain(ONE)
        assert second.find(key.id) == key.secret
        assert second.obtain(ONE) == key
        other = second.obtain(OTHER)
        assert first.shred(ONE) == (key.id,)
        assert second.find(key.id) is None
        assert first.find(other.id) == other.secret
        assert second.obtain(ONE) == first.obtain(ONE)
        assert key.secret.hex() not in path.read_text()

    @pytest.mark.parametrize("cut", [1, 10, 60])
    def test_an_append_that_a_crash_cut_is_dropped(self, path: Path, cut: int) -> None:
        ring = LocalKeyring(path)
        key, lost = ring.obtain(ONE), ring.obtain(OTHER)
        path.write_bytes(path.read_bytes()[:-cut])
        again = LocalKeyring(path)
        assert again.find(key.id) == key.secret
        assert again.find(lost.id) is None
        fresh = again.obtain(OTHER)
        assert LocalKeyring(path).find(fresh.id) == fresh.secret
        assert [json.loads(line).get("s") for line in path.read_text().splitlines()] == [None, ONE, OTHER]

    def test_a_crash_while_shredding_leaves_the_old_file_or_the_new(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        ring = LocalKeyring(path)
        key, other = ring.obtain(ONE), ring.obtain(OTHER)

        def crash(*_: object) -> None:
            raise OSError("power cut")

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", crash)
            with pytest.raises(OSError, match="power cut"):
                ring.shred(ONE)
        assert LocalKeyring(path).find(key.id) == key.secret
        assert ring.shred(ONE) == (key.id,)
        assert LocalKeyring(path).find(other.id) == other.secret

    def test_what_is_given_out_is_synced_before_use(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        synced: list[int] = []

        real: Callable[[int], None] = os.fsync

        def sync(descriptor: int) -> None:
            synced.append(descriptor)
            real(descriptor)

        monkeypatch.setattr("chassis.store.keyring.os.fsync", sync)
        first, second = LocalKeyring(path), LocalKeyring(path)
        synced.clear()
        first.obtain(ONE)
        second.obtain(ONE)
        assert synced == []
        second.flush()
        assert len(synced) == 1, "the key that another process made is synced before this one relies on it"
        second.flush()
        assert len(synced) == 1
