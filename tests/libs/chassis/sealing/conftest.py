"""Logs of the sample context with their tiles, on both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest

from testkit.conformance.store import Clock, MakeStore, clock, keyring, make_store
from testkit.plugin import database_url, postgres_server
from tests.libs.chassis.sealing.world import SealedWorld

__all__ = ["clock", "database_url", "keyring", "make_store", "postgres_server"]

MakeWorld = Callable[[str], SealedWorld]


@pytest.fixture
def make_world(make_store: MakeStore, clock: Clock, tmp_path: Path) -> MakeWorld:
    """A function that opens the log of a database, sealed or not: its tiles are always in the same folder."""
    return lambda url: SealedWorld(make_store(url), tmp_path / "tiles", clock)


@pytest.fixture
def world(make_world: MakeWorld, database_url: str) -> SealedWorld:
    """A log on each database."""
    return make_world(database_url)


@pytest.fixture
def small(make_world: MakeWorld, tmp_path: Path) -> SealedWorld:
    """A log on SQLite, for what has nothing to do with the database."""
    return make_world(f"sqlite:///{tmp_path / 'small.db'}")
