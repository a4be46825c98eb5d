"""Systems of real processes for this folder: on SQLite and on PostgreSQL, shared by the tests that leave them whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from chassis.up import SERVICES
from testkit.postgres import PostgresServer
from testkit.system import System
from tests.system.load import Load


@dataclass
class Shared:
    """A running system with its load; `whole` is False while a test hurts it, and stays so when the test fails."""

    system: System
    load: Load
    whole: bool = True


class Pool:
    """One running system a kind of database; after a test that failed, a new one.

    Args:
        data: directory of all of them.

    PostgreSQL runs as it does in earnest: what it acknowledges is on the disk. It starts when it is first needed.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._server: PostgresServer | None = None
        self._running: dict[str, Shared] = {}
        self._made = 0

    def take(self, kind: str) -> Shared:
        """The running system on `sqlite` or `postgres`."""
        shared = self._running.get(kind)
        if shared is not None and not shared.whole:
            shared.system.close()
            shared = None
        if shared is None:
            system = self.make(kind)
            shared = self._running[kind] = Shared(system, Load(system))
        return shared

    def make(self, kind: str, replicas: int = 1) -> System:
        """A new one, started; closing it is the caller's business."""
        self._made += 1
        system = System(self._data / f"{kind}-{self._made}", self.databases(kind), replicas)
        try:
            return system.start()
        except BaseException:
            system.close()
            raise

    def databases(self, kind: str) -> Mapping[str, str]:
        """New databases for every service; none for SQLite, whose files lie in the data directory."""
        if kind == "sqlite":
            return {}
        if self._server is None:
            self._server = PostgresServer(fsync=True).start()
        return {name: self._server.create_database() for name in SERVICES}

    def close(self) -> None:
        """End all of them."""
        for shared in self._running.values():
            shared.system.close()
        if self._server is not None:
            self._server.close()


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    pool = Pool(tmp_path_factory.mktemp("systems"))
    yield pool
    pool.close()


@pytest.fixture(params=["sqlite", "postgres"])
def shared(request: pytest.FixtureRequest, pool: Pool) -> Shared:
    """A running system; what a test finds in it, earlier tests have left."""
    return pool.take(request.param)
