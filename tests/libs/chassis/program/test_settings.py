"""Settings: where they come from, which cannot be together, and what is said about them."""

import re
from pathlib import Path
from typing import Any

import pytest

from chassis.credentials import client_tls, database_url, server_tls
from chassis.node import business_clock
from chassis.refusals import SettingsWrong
from chassis.settings import Mode, Role, Settings, load


def test_environment_before_file_before_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rectify.toml"
    file.write_text('service = "findings"\nsite = "county-a"\nask_timeout = 1.5\n[neighbours]\nnear = "near:8443"\n', "utf-8")
    monkeypatch.setenv("RECTIFY_CONFIG", str(file))
    monkeypatch.setenv("RECTIFY_SITE", "county-b")
    monkeypatch.setenv("RECTIFY_NATS", "nats://a:4222, nats://b:4222")
    monkeypatch.setenv("RECTIFY_ROLES", "rpc,relay")
    found = load()
    assert (found.service, found.site, found.ask_timeout, found.max_message) == ("findings", "county-b", 1.5, 4 * 2**20)
    assert found.neighbours == {"near": "near:8443"}
    assert found.nats == ("nats://a:4222", "nats://b:4222")
    assert found.roles == {Role.RPC, Role.RELAY}
    assert load(service="audit").service == "audit"


def test_defaults_are_one_machine_in_files(tmp_path: Path) -> None:
    found = Settings(service="findings", data=tmp_path)
    assert found.database_url == f"sqlite:///{tmp_path}/findings/store.sqlite"
    assert found.files_url == f"file://{tmp_path}/files"
    assert found.roles == frozenset(Role)
    assert (server_tls(found), client_tls(found)) == (None, None)


@pytest.mark.parametrize(
    "given",
    [
        {"site": "sandbox-x"},
        {"mode": "sandbox", "site": "county"},
        {"clock": "2026-03-02T09:00+08:00"},
        {"mode": "sandbox", "site": "sandbox-x", "clock": "2026-03-02T09:00"},
        {"mode": "production"},
        {"mode": "other"},
        {"tls_certificate": "x.pem"},
        {"rpc_port": 70000},
        {"site": "a/b"},
        {"roles": "rpc,cook"},
        {"nonsense": 1},
        {"max_message": 0},
    ],
)
def test_what_cannot_be_is_refused_and_named(given: dict[str, Any]) -> None:
    with pytest.raises(SettingsWrong) as caught:
        load(service="demo", **given)
    assert caught.value.next_step("zh")


def test_a_file_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("not = [toml", "unknown = 1"):
        (tmp_path / "rectify.toml").write_text(text, "utf-8")
        monkeypatch.setenv("RECTIFY_CONFIG", str(tmp_path / "rectify.toml"))
        with pytest.raises(SettingsWrong) as caught:
            load()
        assert str(tmp_path) in caught.value.next_step("en")


def test_a_password_comes_from_a_file_and_is_not_said(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("p@ss/word\n", "utf-8")
    found = Settings(service="demo", database="postgresql://me@db:5432/demo?sslmode=require", database_password_file=secret)
    assert database_url(found) == "postgresql://me:p%40ss%2Fword@db:5432/demo?sslmode=require"
    assert "p@ss" not in repr(found)
    with pytest.raises(SettingsWrong):
        database_url(Settings(service="demo", database="postgresql://db/demo", database_password_file=secret))
    with pytest.raises(SettingsWrong):
        database_url(Settings(service="demo", database="postgresql://me@db/demo", database_password_file=tmp_path / "none"))


def test_callers_that_must_show_a_certificate_need_an_authority(tmp_path: Path) -> None:
    for name in ("a.crt", "a.key"):
        (tmp_path / name).write_text("x", "utf-8")
    settings = Settings(service="demo", tls_certificate=tmp_path / "a.crt", tls_key=tmp_path / "a.key")
    with pytest.raises(SettingsWrong):
        server_tls(settings)


def test_a_new_sandbox_needs_a_clock(tmp_path: Path) -> None:
    with pytest.raises(SettingsWrong):
        business_clock(Settings(service="demo", mode=Mode.SANDBOX, site="sandbox-x", data=tmp_path))


def test_the_operations_page_lists_every_setting() -> None:
    page = (Path(__file__).parents[4] / "docs" / "architecture" / "operations.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| `([a-z_]+)` \| [^|]* \| (.*) \|$", page, re.MULTILINE))
    assert listed == {name: field.description for name, field in Settings.model_fields.items()}
