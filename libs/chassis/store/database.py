"""The port to a database: sessions inside and outside of transactions, and what an error of a driver means."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from time import monotonic
from typing import Any, NamedTuple, Protocol, TypeVar

from chassis.store.contract import Head, StoreSettings
from kernel.errors import StorageFull, Unavailable

T = TypeVar("T")
Params = Sequence[Any]


class Trouble(StrEnum):
    """What an error of the driver means for the one who waits."""

    LOST = "lost"  # no connection, or it went away: nothing is known of a commit under way
    BUSY = "busy"  # a lock was not to be had in time
    FULL = "full"  # no space
    CONFLICT = "conflict"  # a key is taken
    OTHER = "other"


class Session(Protocol):
    """One connection; SQL is written with `?` for values and is the same for every database."""

    def all(self, sql: str, params: Params = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        ...

    def one(self, sql: str, params: Params = ()) -> tuple[Any, ...] | None:
        """The first row of a query."""
        ...

    def run(self, sql: str, params: Params = ()) -> int:
        """Execute; how many rows changed."""
        ...

    def insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Params], conflict: str = "") -> None:
        """Insert rows, at least one; `columns` by name with their kind (those of `kernel.tables`, and `blob`)."""
        ...

    def many(self, sql: str, params: Iterable[Params]) -> None:
        """Execute once for each."""
        ...


class NewRow(NamedTuple):
    """A row to be inserted; its position follows from the head."""

    aggregate: str
    version: int
    topic: str
    state: bytes
    published: bool


class NewCommand(NamedTuple):
    """A command (hex) to be remembered: digest of its request, and where its events begin."""

    command: str
    digest: bytes
    first: int
    events: int


class Dialect(NamedTuple):
    """What differs in the SQL of the two databases."""

    for_update: str  # ends a SELECT that locks what it returns
    among: str  # `column` + this: is one of the list given as one parameter
    now: str  # seconds since 1970 on the database's machine clock
    text: str  # column type of text that sorts by code point
    number: str
    boolean: str
    document: str  # JSON
    blob: str
    nulls_first: str  # ends an ascending ORDER BY term or index column
    nulls_last: str  # ends a descending one
    table: str  # ends the CREATE TABLE of a read model
    moving: str  # ends the CREATE TABLE of a few rows that change with every commit
    position: str  # text function: position of one text in another, 0 when it is not there


class Database(ABC):
    """A database of one service."""

    dialect: Dialect

    def __init__(self, settings: StoreSettings) -> None:
        self._patience = settings.retry_seconds

    @abstractmethod
    def log_writing(self) -> AbstractContextManager[Session]:
        """A transaction of the one who writes the log, committed at the end; errors are the driver's."""

    @abstractmethod
    def _writing(self, durable: bool) -> AbstractContextManager[Session]:
        """A transaction, committed at the end."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Session]:
        """A connection for reading; every statement sees what is committed when it starts."""

    @abstractmethod
    def _snapshot(self) -> AbstractContextManager[Session]:
        """A connection for reading; all its statements see what was committed when the first one started."""

    @abstractmethod
    def trouble(self, error: BaseException) -> Trouble:
        """What an error means."""

    @abstractmethod
    def is_driver_error(self, error: BaseException) -> bool:
        """Whether an error came from the database at all."""

    def is_stale(self, error: BaseException) -> bool:
        """Whether the connection was found dead, so that another may do."""
        return False

    @abstractmethod
    def list_parameter(self, values: Sequence[str]) -> Any:
        """A list as the one parameter of `Dialect.among`."""

    @abstractmethod
    def begin(self, session: Session, commands: Sequence[str]) -> tuple[Head, list[tuple[Any, ...]]]:
        """Take the head lock until the end of the transaction.

        Returns the head, and (command, digest, first, events) of those commands that were recorded before.
        """

    @abstractmethod
    def append(self, session: Session, head: Head, rows: Sequence[NewRow], commands: Sequence[NewCommand], at: str | None) -> None:
        """Move the head and insert rows, in one statement, and commands."""

    @abstractmethod
    def migration_lock(self, session: Session) -> None:
        """Keep other migrations waiting until the end of the transaction."""

    @abstractmethod
    def log_schema(self) -> Sequence[str]:
        """The statements that make the tables of the log, snapshots and head, in order."""

    @abstractmethod
    def columns(self, session: Session, table: str) -> set[str]:
        """The columns of a table; empty when there is none."""

    @abstractmethod
    def close(self) -> None:
        """Let go of every connection."""

    @contextmanager
    def writing(self, durable: bool = True) -> Iterator[Session]:
        """A transaction, committed at the end. Raises `StorageFull` or `Unavailable` where it could not be served.

        Args:
            durable: False for what is made again from the log after a crash: the commit need not wait for the disk.
        """
        try:
            with self._writing(durable) as session:
                yield session
        except Exception as error:
            raise self.refusal(error) from error

    def read(self, query: Callable[[Session], T]) -> T:
        """Run a query that only reads, repeated where a connection was found dead.

        Raises `Unavailable` where it could not be served.
        """
        until = monotonic() + self._patience
        while True:
            try:
                with self._reading() as session:
                    return query(session)
            except Exception as error:
                if not self.is_stale(error) or monotonic() > until:
                    raise self.refusal(error) from error

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """A session whose statements all see one state, and which keeps no writer waiting. Raises as `writing`."""
        try:
            with self._snapshot() as session:
                yield session
        except Exception as error:
            raise self.refusal(error) from error

    def refusal(self, error: Exception) -> Exception:
        """What the one who waits is told: a refusal where the database could not serve, else the error itself."""
        match self.trouble(error):
            case Trouble.FULL:
                return StorageFull(why=str(error))
            case Trouble.LOST | Trouble.BUSY:
                return Unavailable(what="database", why=str(error).strip() or type(error).__name__)
        return error
