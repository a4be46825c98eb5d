"""The one program: `python -m chassis.main [SERVICE] [serve|migrate|replay]`, configured by `RECTIFY_…` and a TOML file."""

import asyncio
import ctypes
import gc
import importlib
import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chassis import telemetry
from chassis.node import Node, migrate
from chassis.node.assembly import business_clock, store_of, whole
from chassis.refusals import SettingsWrong
from chassis.replays import ReplaysApart, obey
from chassis.sealing.epochs import current
from chassis.service import Service
from chassis.settings import Settings, load
from chassis.store import StoreFault
from kernel.errors import Refusal

ACTIONS = ("serve", "migrate", "replay")
FAILED, USAGE = 1, 2
_PARENT_DIED = 1  # PR_SET_PDEATHSIG
_READY = 120.0
_YOUNG = 50_000  # new containers before the collector looks at them


def find(name: str) -> Service:
    """The page of a service: `SERVICE` in `<name>.service`.

    Raises:
        SettingsWrong: there is no such service installed.
    """
    if not name.isidentifier():
        raise SettingsWrong(why=f"{name or 'nothing'} is no name of a service", where="the service's name")
    try:
        page = importlib.import_module(f"{name}.service")
    except ModuleNotFoundError as error:
        if error.name not in (name, f"{name}.service"):
            raise
        raise SettingsWrong(why=f"no service {name} is installed", where="the service's name") from error
    service = page.SERVICE
    if not isinstance(service, Service):
        raise SettingsWrong(why=f"{name}.service names no SERVICE", where="the service's name")
    return service


async def serve(service: Service, settings: Settings, log: telemetry.Log) -> None:
    """Run until SIGTERM or SIGINT, or until the process that started this one dies; then drain."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    node = Node(service, settings, log, replays=ReplaysApart(settings))
    try:
        await node.start()
        await node.ready(_READY)
        _announce(node, settings)
        log.info("ready", port=node.port, source=node.store.source)
        settle()
        await either(stopping, node.turned)
    finally:
        await node.stop()


async def either(*events: asyncio.Event) -> None:
    """Wait for one of these: also where the log turned to another origin, under which the next process begins."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()


def replay(said: str) -> int:
    """Do for a running service what it says on standard input: its settings and what is to be replayed; the exit code."""
    settings = current(load(**json.loads(said)["settings"]))
    service = whole(find(settings.service))
    settle()
    store = store_of(service, settings, business_clock(settings))
    try:
        sys.stdout.write(obey(service, store, said))
    except StoreFault as fault:
        sys.stderr.write(f"{fault}\n")
        return FAILED
    finally:
        store.close()
    return 0


def settle() -> None:
    """Spare the garbage collector what stays: looking for cycles took a quarter of the time in which aggregates are loaded."""
    # Classes, descriptors and rulebooks stay as long as the process: no collection need look at them again.
    gc.collect()
    gc.freeze()
    # Events, rows and messages hold no cycles: they go when nobody holds them, collected or not.
    gc.set_threshold(_YOUNG, 20, 20)


def _announce(node: Node, settings: Settings) -> None:
    """Where this process listens, for whoever started it: `run/<service>.json` below the data directory."""
    file = settings.data / "run" / f"{settings.service}.json"
    if os.environ.get("RECTIFY_ANNOUNCE") != "1":
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}")
    said = {"pid": os.getpid(), "rpc": node.port, "metrics": node.metrics_port, "source": node.store.source}
    if node.site_port:
        said["site"] = node.site_port
    fresh.write_text(json.dumps(said), "utf-8")
    fresh.replace(file)


def die_with_parent() -> None:
    """SIGTERM when the process that started this one dies, be it by SIGKILL; where the kernel offers that."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None, use_errno=True).prctl(_PARENT_DIED, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)  # it died before this was asked for


def main(arguments: Sequence[str] | None = None) -> int:
    """The program; its exit code: 0 done or drained, 1 failed, 2 misused."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    action = words.pop() if words and words[-1] in ACTIONS else "serve"
    if len(words) > 1 or any(word.startswith("-") for word in words):
        sys.stderr.write("usage: python -m chassis.main [SERVICE] [serve|migrate|replay]\n")
        return USAGE
    if os.environ.get("RECTIFY_ANNOUNCE") == "1" or action == "replay":
        die_with_parent()
    try:
        if action == "replay":
            return replay(sys.stdin.read())
        settings = load(**({"service": words[0]} if words else {}))
        service = find(settings.service)
    except Refusal as refusal:
        return _said(refusal)
    log = telemetry.install(settings.service, settings.log_file, settings.log_level)
    try:
        if action == "migrate":
            migrate(service, settings)
        else:
            asyncio.run(serve(service, settings, log))
    except Refusal as refusal:
        log.error("refused", code=refusal.code, why=refusal.text("en"))
        return _said(refusal)
    except StoreFault as fault:
        log.error("store-fault", error=fault, why=str(fault))
        sys.stderr.write(f"{settings.service}: {fault}\n")
        return FAILED
    except KeyboardInterrupt:
        return 0
    return 0


def _said(refusal: Refusal) -> int:
    sys.stderr.write(f"{refusal.code}: {refusal.text('en')}\n{refusal.text('zh')}\n")
    for language in ("en", "zh"):
        if refusal.next_step(language):
            sys.stderr.write(f"  {refusal.next_step(language)}\n")
    return FAILED


def announced(data: Path, service: str) -> dict[str, object] | None:
    """What a service said about itself, None before it did."""
    with suppress(OSError, ValueError):
        found: dict[str, object] = json.loads((data / "run" / f"{service}.json").read_text("utf-8"))
        return found
    return None


if __name__ == "__main__":
    sys.exit(main())
