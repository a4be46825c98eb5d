"""What the kinds of tampering have in common: a desk, its databases, and how each says what it did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from random import Random

from tests.tamper.changes import Row, Tables, Unfit, envelope_of
from tests.tamper.desk import Desk
from translog.export import export_lines
from translog.policy import Policy

ROWS = ("I01", "I02", "I03", "I08")
SEALS = ("I05", "I06", "I07")
LOGS = ("findings", "supervision", "audit")


@dataclass
class Bench:
    """What the kinds work on: a desk, its databases, and files that were handed out."""

    desk: Desk
    bundles: Sequence[bytes]
    tables: dict[str, Tables] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tables = {name: Tables(self.desk.path(name)) for name in self.desk.stores}
        self.policy = Policy.parse((self.desk.data / "policy.txt").read_bytes())
        self.exports = [self._export(name) for name in LOGS]

    def _export(self, name: str) -> bytes:
        newest = self.desk.witnessed.newest(self.desk.origin(name))
        assert newest is not None
        rows = [(row.position, row.state) for row in self.desk.stores[name].read(0, newest.size)]
        return b"".join(export_lines(newest.note, rows, self.policy))

    def close(self) -> None:
        for tables in self.tables.values():
            tables.close()
        self.desk.close()


@dataclass(frozen=True)
class Tampered:
    """What was done, and who must name it: audits of one service, in portions, or a test of its own."""

    said: str
    service: str = ""
    ids: Sequence[Sequence[str]] = ()
    own: Callable[[], str] | None = None
    by: str = "the verifier"


Kind = Callable[[Bench, Random, ExitStack], Tampered]
KINDS: dict[str, Kind] = {}


def kind(function: Kind) -> Kind:
    """A kind by the name of its function."""
    KINDS[function.__name__.replace("_", "-")] = function
    return function


def source(bench: Bench, chance: Random, undo: ExitStack, *more: str) -> tuple[str, Tables, list[Row]]:
    name = chance.choice(LOGS)
    tables = bench.tables[name]
    undo.enter_context(tables.restored("stored_events", *more))
    return name, tables, tables.rows("stored_events")


def write(tables: Tables, row: Row, state: bytes) -> None:
    topic = envelope_of(state)["type"]
    tables.run("UPDATE stored_events SET state = ?, topic = ? WHERE notification_id = ?", state, topic, row["notification_id"])


def unfit() -> str:
    raise Unfit
