"""A witness as a process of its own: it serves until it is told to stop, and reads its logs anew when it is told to."""

import asyncio
import logging
import signal
from collections.abc import Callable
from pathlib import Path

from translog.errors import TranslogError
from witness.errors import PortTaken
from witness.keeping import open_witness
from witness.logs import Logs
from witness.server import Limits, Server

_LOG = logging.getLogger("witness")


def address(listen: str) -> tuple[str, int]:
    """Host and port of `HOST:PORT`, an IPv6 host in brackets; raises `PortTaken`."""
    host, colon, port = listen.rpartition(":")
    if not colon or not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise PortTaken(listen, why="HOST:PORT")
    return host.removeprefix("[").removesuffix("]"), int(port)


async def run(
    folder: Path,
    logs: Callable[[], Logs],
    listen: str,
    clock: Callable[[], int],
    *,
    ready: Callable[[str, str], None],
    limits: Limits | None = None,
) -> None:
    """Serve the witness in a folder until SIGTERM or SIGINT; finish then what was begun.

    Args:
        logs: reads whom it serves; again at SIGHUP, where a fault leaves everything as it was.
        listen: `HOST:PORT`; port 0 lets the system choose.
        clock: POSIX time, seconds.
        ready: told address and verifier key when it listens.

    Raises:
        PortTaken: it cannot listen there. Whatever `logs` and `open_witness` raise.
    """
    host, port = address(listen)
    witness, memory = open_witness(folder, logs(), clock)
    server = Server(witness, host, port, alive=lambda: not memory.failed, limits=limits)
    stop = asyncio.Event()

    def again() -> None:
        try:
            witness.logs = logs()
        except (TranslogError, OSError) as error:
            _LOG.error("the logs served stay as they were: %s", error)
        else:
            _LOG.info("serves %s", ", ".join(witness.logs))

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loop.add_signal_handler(signal.SIGHUP, again)
    try:
        await server.start()
        _LOG.info("serves %s", ", ".join(witness.logs))
        ready(server.address, witness.vkey)
        await stop.wait()
    finally:
        await server.stop()
        memory.close()
