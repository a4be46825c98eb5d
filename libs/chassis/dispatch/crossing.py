"""Where the event loop and the writer thread meet."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")


class Crossing:
    """Brings the writer thread's answers back into the event loop, waking it once for a whole commit."""

    def __init__(self, woken: Callable[[int], None]) -> None:
        self._woken = woken
        self._done: deque[tuple[asyncio.Future[Any], Future[Any]]] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def wait(self, future: "Future[T]") -> T:
        """The result of a future of another thread. Cancelling this wait leaves the work itself alone."""
        loop = asyncio.get_running_loop()
        self._loop = loop
        here: asyncio.Future[T] = loop.create_future()
        future.add_done_callback(partial(self._arrived, here))
        return await here

    def _arrived(self, here: "asyncio.Future[Any]", future: "Future[Any]") -> None:
        first = not self._done
        self._done.append((here, future))
        loop = here.get_loop()
        if first and not loop.is_closed():
            loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        count = 0
        while self._done:
            here, future = self._done.popleft()
            count += 1
            if here.done():
                continue
            error = future.exception()
            if error is not None:
                here.set_exception(error)
            else:
                here.set_result(future.result())
        self._woken(count)
