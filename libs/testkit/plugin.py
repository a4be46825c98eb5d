"""Databases as fixtures: a server for the session, a fresh database for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from testkit.postgres import PostgresServer


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One PostgreSQL for the session, without fsync; a test that harms a server makes its own."""
    server = PostgresServer()
    try:
        yield server.start()
    finally:
        server.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind that can be shared by several processes."""
    return fresh_url(request, request.param, tmp_path)


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def any_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind."""
    return fresh_url(request, request.param, tmp_path)


def fresh_url(request: pytest.FixtureRequest, kind: str, directory: Path) -> str:
    """The URL of an empty database; the server is started when the first test wants it."""
    if kind == "memory":
        return "sqlite://:memory:"
    if kind == "sqlite":
        return f"sqlite:///{directory / 'store.db'}"
    server: PostgresServer = request.getfixturevalue("postgres_server")
    url = server.take_database()
    request.addfinalizer(lambda: server.give_back(url))
    return url
