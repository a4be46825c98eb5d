"""Logs as Parquet: one file a log and month of recorded time, from rows that come in order, a few thousand in memory at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import polars as pl

from translog.codec import canonical_json
from translog.record import Fields, read_body, unpack
from translog.record.envelope import items, read_envelope

LOT = 5_000
"""Rows of one row group."""

SCHEMA = pl.Schema(
    {
        "source": pl.String(),
        "position": pl.Int64(),
        "pub": pl.Int64(),
        "aggregate": pl.String(),
        "version": pl.Int64(),
        "topic": pl.String(),
        "recorded": pl.Datetime("us", "UTC"),
        "effective": pl.Datetime("us", "UTC"),
        "command": pl.String(),
        "causes": pl.List(pl.String()),
        "refs": pl.List(pl.String()),
        "actor": pl.String(),
        "role": pl.String(),
        "org": pl.String(),
        "policy": pl.String(),
        "rule": pl.String(),
        "previous": pl.String(),
        "commitment": pl.String(),
        "leaf": pl.Binary(),
        "state": pl.Binary(),
        "body": pl.String(),
    }
)
"""The columns: the envelope's, the leaf, the bytes as they are stored, and the clear fields as JSON; sealed ones by name."""


class Row(NamedTuple):
    """A row as the mirror holds it."""

    position: int
    pub: int | None
    state: bytes
    leaf: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A file: its path, origin, month, number of events, first and last position, SHA-256 (hex)."""

    file: Path
    source: str
    month: str
    events: int
    first: int
    last: int
    sha256: str


def write_months(source: str, rows: Iterable[Row], folder: Path) -> Iterator[Written]:
    """Write the rows of one origin, in order of position; each file as it is complete. A file that is there is replaced.

    Raises:
        RecordError: a row is no record.
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".export-", dir=folder) as scratch:
        month = _Month(source, "", folder, Path(scratch))
        for row in rows:
            line = columns_of(source, row)
            named = f"{line['recorded']:%Y-%m}"
            if named != month.name:
                # Recorded time never falls: the month before is over.
                yield from month.close()
                month = _Month(source, named, folder, Path(scratch))
            month.add(line)
        yield from month.close()


def columns_of(source: str, row: Row) -> dict[str, Any]:
    """A row by the names of `SCHEMA`."""
    envelope, body = unpack(row.state)
    head = read_envelope(envelope)
    return {
        "source": source,
        "position": row.position,
        "pub": row.pub,
        "aggregate": head.agg,
        "version": int(head.ver),
        "topic": head.type,
        "recorded": _moment(head.at),
        "effective": _moment(head.eff),
        "command": head.cmd,
        "causes": list(items(head.caus)),
        "refs": list(items(head.refs)),
        "actor": head.actor,
        "role": head.role,
        "org": head.org,
        "policy": head.pol,
        "rule": head.rule,
        "previous": head.prev,
        "commitment": head.body,
        "leaf": row.leaf,
        "state": row.state,
        "body": _clear(read_body(body)),
    }


def named(source: str) -> str:
    """The origin as the beginning of a file's name."""
    return source.replace("/", ".")


def sha256_of(file: Path) -> str:
    """SHA-256 (hex) of a file."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _clear(body: Fields) -> str:
    sealed: Mapping[str, Any] = {path: {"sealed": one.algorithm} for path, one in body.sealed.items()}
    return canonical_json({**body.clear, **sealed}).decode()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


class _Month:
    """One file in the making: a part for every lot, joined at the end."""

    def __init__(self, source: str, name: str, folder: Path, scratch: Path) -> None:
        self.name = name
        self._source, self._folder, self._scratch = source, folder, scratch
        self._parts: list[Path] = []
        self._lot: list[dict[str, Any]] = []
        self._events, self._first, self._last = 0, 0, 0

    def add(self, line: dict[str, Any]) -> None:
        """One row more."""
        self._first, self._last = self._first or line["position"], line["position"]
        self._events += 1
        self._lot.append(line)
        if len(self._lot) == LOT:
            self._flush()

    def _flush(self) -> None:
        part = self._scratch / f"{self.name}-{len(self._parts):06d}.parquet"
        pl.DataFrame(self._lot, schema=SCHEMA, orient="row").write_parquet(part)
        self._parts.append(part)
        self._lot = []

    def close(self) -> Iterator[Written]:
        """The file, unless nothing belongs into it."""
        if not self._events:
            return
        if self._lot:
            self._flush()
        whole = self._scratch / f"{self.name}.parquet"
        pl.scan_parquet(self._parts, low_memory=True).sink_parquet(whole, row_group_size=LOT)
        for part in self._parts:
            part.unlink()
        file = self._folder / f"{named(self._source)}.{self.name}.parquet"
        whole.replace(file)
        yield Written(file, self._source, self.name, self._events, self._first, self._last, sha256_of(file))
