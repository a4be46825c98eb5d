"""What the writer remembers of aggregates, kept level with the log."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from chassis.store.contract import StoredRow
from chassis.store.records import Records, glance
from kernel.aggregates import Aggregate


@dataclass(slots=True)
class Stream:
    """The tip of an aggregate, and the aggregate itself in each class it was loaded as.

    Attributes:
        version: events it has, 0 when it does not exist; leaf: hex of the newest event's leaf, "" at version 0.
        effective: latest effective time.
    """

    version: int = 0
    leaf: str = ""
    effective: datetime | None = None
    loaded: dict[type[Aggregate], Aggregate] = field(default_factory=dict)

    def grow(self, version: int, leaf: str, effective: datetime) -> None:
        """Take in the tip of a newer event."""
        self.version, self.leaf = version, leaf
        if self.effective is None or effective > self.effective:
            self.effective = effective


class Cache:
    """Streams, least recently used first; true up to `position` of the log."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._streams: OrderedDict[str, Stream] = OrderedDict()
        self.position = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is remembered."""
        return not self._streams

    def get(self, aggregate: str) -> Stream | None:
        """The stream, if it is remembered."""
        stream = self._streams.get(aggregate)
        if stream is not None:
            self._streams.move_to_end(aggregate)
        return stream

    def put(self, aggregate: str, stream: Stream) -> None:
        """Remember."""
        self._streams[aggregate] = stream

    def forget(self, aggregates: Iterable[str]) -> None:
        """Forget some; what is true of them is read again."""
        for aggregate in aggregates:
            self._streams.pop(aggregate, None)

    def clear(self, position: int) -> None:
        """Forget all; true at a position."""
        self._streams.clear()
        self.position = position

    def trim(self) -> None:
        """Keep to the limit; between batches only, for a batch holds on to what it loaded."""
        while len(self._streams) > self._limit:
            self._streams.popitem(last=False)

    def follow(self, rows: Iterable[StoredRow], records: Records) -> None:
        """Take in rows that others appended after `position`."""
        for row in rows:
            stream = self._streams.get(row.aggregate)
            if stream is not None and not _grown(stream, row, records):
                del self._streams[row.aggregate]
            self.position = row.position


def _grown(stream: Stream, row: StoredRow, records: Records) -> bool:
    if row.version != stream.version + 1:
        return False
    seen = glance(row.state)
    if stream.loaded:
        event = records.decode(row).event
        for aggregate in stream.loaded.values():
            aggregate.fold(event, seen.effective)
    stream.grow(row.version, seen.leaf.hex(), seen.effective)
    return True
