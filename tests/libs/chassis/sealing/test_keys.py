"""The key of a log: made once, kept private, named where others keep it, and never replaced silently."""

from pathlib import Path
from typing import Any

import pytest

from chassis.refusals import SettingsWrong
from chassis.sealing import log_key
from chassis.settings import Mode, Settings
from translog.note import COSIGNATURE, ED25519, SignerKey, VerifierKey

ORIGIN = "local/demo/1"


def settings(data: Path, **more: Any) -> Settings:
    return Settings(service="demo", data=data, **more)


def test_the_first_start_makes_it(tmp_path: Path) -> None:
    made = log_key(settings(tmp_path), ORIGIN, sealed=False)
    assert made is not None
    file = tmp_path / "keys" / "demo.log.key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert VerifierKey.parse((tmp_path / "keys" / "demo.log.vkey").read_text().strip()) == made.verifier
    assert log_key(settings(tmp_path), ORIGIN, sealed=True) == made
    assert sorted(path.name for path in file.parent.iterdir()) == ["demo.log.key", "demo.log.vkey"]


def test_what_another_process_made_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = log_key(settings(tmp_path), ORIGIN, sealed=False)
    file = tmp_path / "keys" / "demo.log.key"
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda path: path != file and exists(path))  # it looked before the other one wrote
    assert log_key(settings(tmp_path), ORIGIN, sealed=False) == first


def test_a_lost_key_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(SettingsWrong) as caught:
        log_key(settings(tmp_path), ORIGIN, sealed=True)
    assert "demo.log.key" in caught.value.next_step("en")
    assert not (tmp_path / "keys").exists()


def test_a_named_key_is_taken(tmp_path: Path) -> None:
    key = SignerKey(ORIGIN, ED25519, bytes(32))
    (tmp_path / "log-key").write_text(key.export() + "\n")
    assert log_key(settings(tmp_path, log_key_file=tmp_path / "log-key"), ORIGIN, sealed=True) == key
    assert not (tmp_path / "keys").exists()


def test_production_makes_none(tmp_path: Path) -> None:
    production = settings(tmp_path, mode=Mode.PRODUCTION, jwks=tmp_path / "jwks.json")
    assert log_key(production, ORIGIN, sealed=False) is None
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a key",
        SignerKey("local/other/1", ED25519, bytes(32)).export(),
        SignerKey(ORIGIN, COSIGNATURE, bytes(32)).export(),
        "密钥",
    ],
)
def test_what_is_no_key_of_this_log_is_refused_and_not_shown(tmp_path: Path, text: str) -> None:
    (tmp_path / "log-key").write_text(text)
    with pytest.raises(SettingsWrong) as caught:
        log_key(settings(tmp_path, log_key_file=tmp_path / "log-key"), ORIGIN, sealed=False)
    assert "log-key" in caught.value.next_step("en")
    assert not text or text not in caught.value.text("en")
