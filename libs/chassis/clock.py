"""The two clocks: business time, which decides days and is recorded, and machine time, which only measures waiting."""

import json
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chassis.refusals import ClockBackwards, NotASandbox

# Replicas of one service disagree by a little: only more than this counts as a clock that was set back.
TOLERANCE = timedelta(seconds=2)


class Machine:
    """The machine's own time, for leases, heartbeats and deadlines of calls; no sandbox touches it."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment; never goes back."""
        return time.monotonic()


class Business:
    """The business clock of one service; calling it gives the present moment (aware, UTC).

    It never goes back: when its source is set back, it stands still at the newest moment given or recorded until the
    source has caught up, and `behind` says by how much.
    """

    sandbox = False

    def __init__(self, service: str, source: Callable[[], datetime]) -> None:
        self.service = service
        self._source = source
        self._newest = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def __call__(self) -> datetime:
        """The present moment."""
        now = self._source()
        with self._lock:
            if now > self._newest:
                self._newest = now
            return self._newest

    def observe(self, recorded: datetime | None) -> None:
        """The newest recorded time: business time is never before it."""
        if recorded is not None:
            with self._lock:
                self._newest = max(self._newest, recorded)

    @property
    def behind(self) -> timedelta:
        """How far the source is behind the newest moment known; zero within the tolerance."""
        now = self._source()
        with self._lock:
            gap = self._newest - now
        return gap if gap > TOLERANCE else timedelta()

    def set(self, to: datetime) -> None:
        """Only a sandbox's clock can be set.

        Raises:
            NotASandbox: always, here.
        """
        del to
        raise NotASandbox(service=self.service)


def system(service: str) -> Business:
    """The business clock of production: the system's."""
    return Business(service, lambda: datetime.now(UTC))


class SandboxClock(Business):
    """A business clock that stands still until it is set, forward only; it survives restarts in a file.

    Args:
        service: name of the service.
        path: its file; another process of the same service sees what was set.
        start: where it stands when the file does not exist yet, aware; None when the file must exist.
    """

    sandbox = True

    def __init__(self, service: str, path: Path, start: datetime | None) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._now = datetime.min.replace(tzinfo=UTC)
        if start is not None and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write(start.astimezone(UTC))
        super().__init__(service, self._read)

    def set(self, to: datetime) -> None:
        """Move forward; the same moment again is no fault, so that an interrupted advance can be repeated.

        Raises:
            ClockBackwards: the moment lies before the present one.
        """
        now = self()
        to = to.astimezone(UTC)
        if to < now:
            raise ClockBackwards(field="now", now=now.isoformat(), asked=to.isoformat())
        self._write(to)

    def _read(self) -> datetime:
        found = self._path.stat()
        stamp = (found.st_mtime_ns, found.st_ino)
        if stamp != self._stamp:
            self._now = datetime.fromisoformat(json.loads(self._path.read_text("utf-8"))["now"])
            self._stamp = stamp
        return self._now

    def _write(self, now: datetime) -> None:
        fresh = self._path.with_suffix(f".{os.getpid()}")
        with fresh.open("w", encoding="utf-8") as out:
            json.dump({"now": now.isoformat()}, out)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self._path)
        self._stamp = None
