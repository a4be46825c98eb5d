"""The directory of a system on this machine: whose it is, what it holds, its ports, passwords and settings."""

import fcntl
import json
import os
import socket
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import randbelow, token_hex
from typing import Any

from chassis.natsserver import FREE_PORTS, NatsServer
from chassis.refusals import AlreadyRunning, NotReadable, WrongData
from chassis.settings import Mode

BASE_PORT = 7400
"""First of the ports that are used when none is named; each service takes two, the broker one."""

_DRAIN = 20.0
_TICK = 0.05


@dataclass(frozen=True, slots=True)
class Instance:
    """What a data directory holds, decided once.

    Attributes:
        sandbox: whether its clock is moved; site, epoch: parts of its origins; ports: base of what it listens on.
        witnesses: of other organisations, `URL=VKEY`; quorum: how many of all witnesses are demanded, 0 for more than half.
        custodians: verifier keys of those of whom two decide that a log goes on under another origin.
    """

    sandbox: bool
    site: str
    epoch: str
    ports: int
    witnesses: tuple[str, ...] = ()
    quorum: int = 0
    custodians: tuple[str, ...] = ()


def lock(data: Path, held: ExitStack) -> None:
    """One system per directory; the lock goes with the process, however it ends."""
    file = data / "up.lock"
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = held.enter_context(file.open("a+", encoding="utf-8"))
    except OSError as error:
        raise NotReadable(path=data, why=type(error).__name__) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.seek(0)
        raise AlreadyRunning(pid=lock.read().strip() or "unknown", data=data) from error
    lock.seek(0)
    lock.truncate()
    lock.write(str(os.getpid()))
    lock.flush()


def instance_of(data: Path) -> Instance | None:
    """What a directory holds, None when it is new.

    Raises:
        NotReadable: it was written by something else.
    """
    file = data / "instance.json"
    if not file.exists():
        return None
    try:
        said = json.loads(file.read_text("utf-8"))
        return Instance(**{**said, **{name: tuple(said.get(name, ())) for name in ("witnesses", "custodians")}})
    except (OSError, ValueError, TypeError) as error:
        raise NotReadable(path=file, why=type(error).__name__) from error


def settle(
    data: Path,
    sandbox: bool,
    port: int | None,
    site: str,
    count: int,
    sites: int = 0,
    *,
    witnesses: Sequence[str] | None = None,
    quorum: int | None = None,
    custodians: Sequence[str] | None = None,
) -> Instance:
    """What the directory holds; of a new one, what it will hold. What is given replaces what is kept: port, witnesses,
    quorum, custodians.

    Raises:
        WrongData: it holds a sandbox and real time was asked for, or the other way round.
        NotReadable: it was written by something else.
    """
    found = instance_of(data)
    if found is not None and found.sandbox != sandbox:
        raise _wrong(data, found)
    if found is None:
        site = site or "local"
        if sandbox and not site.startswith("sandbox-"):
            site = f"sandbox-{token_hex(4)}" if site == "local" else f"sandbox-{site}"
        made = Instance(sandbox, site, "1", BASE_PORT)
    else:
        made = found
    if port is not None:
        made = replace(made, ports=port or _free_range(2 + 2 * count + sites))
    if witnesses is not None:
        made = replace(made, witnesses=tuple(one for one in witnesses if one))
    if quorum is not None:
        made = replace(made, quorum=quorum)
    if custodians is not None:
        made = replace(made, custodians=tuple(one for one in custodians if one))
    if made != found:
        file = data / "instance.json"
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(made)), "utf-8")
        fresh.replace(file)
    return made


def _wrong(data: Path, found: Instance) -> WrongData:
    if found.sandbox:
        advice = "give a clock (it goes on where it was left), or another data directory"
        return WrongData(
            data=data,
            held="a sandbox",
            held_zh="沙箱",
            asked="a system in real time",
            asked_zh="实际时间",
            advice_en=advice,
            advice_zh="请给出 --clock（从上次停止处继续），或另指定数据目录",
        )
    return WrongData(
        data=data,
        held="a system in real time",
        held_zh="实际时间系统",
        asked="a sandbox",
        asked_zh="沙箱",
        advice_en="start it without a clock, or give the sandbox a data directory of its own",
        advice_zh="请不带 --clock 启动，或为沙箱另指定数据目录",
    )


def _free_range(count: int) -> int:
    """The first of that many free ports in a row."""
    while True:
        base = FREE_PORTS.start + randbelow(len(FREE_PORTS) - count)
        with ExitStack() as held, suppress(OSError):
            for offset in range(count):
                held.enter_context(bound(base + offset))
            return base


def bound(port: int) -> socket.socket:
    """A socket that holds a port of the loopback address, 0 any; OSError when somebody listens there."""
    made = socket.socket()
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1", port))
    except OSError:
        made.close()
        raise
    return made


def ports_of(instance: Instance, services: Sequence[str], sites: Sequence[str] = ()) -> list[tuple[int, str]]:
    """Every port that is needed, with what it is for; those of sites and of the witness come last, so that no other moves."""
    found = [(instance.ports, "the broker")]
    for n, name in enumerate(services):
        found += [(instance.ports + 1 + 2 * n, name), (instance.ports + 2 + 2 * n, f"{name}'s metrics")]
    found += [(site_port(instance, services, n), f"{name}'s public site") for n, name in enumerate(sites)]
    return [*found, (witness_port(instance, services, sites), "the witness")]


def witness_port(instance: Instance, services: Sequence[str], sites: Sequence[str]) -> int:
    """The port of the system's own witness."""
    return site_port(instance, services, len(sites))


def site_port(instance: Instance, services: Sequence[str], n: int) -> int:
    """The port of the n-th site, from 0."""
    return instance.ports + 1 + 2 * len(services) + n


def passwords(data: Path, services: Sequence[str]) -> dict[str, str]:
    """Each service's password for the broker, made once, in a file of its own that its owner alone reads."""
    keys = data / "keys"
    keys.mkdir(exist_ok=True, mode=0o700)
    found = {}
    for name in services:
        file = keys / f"{name}.nats"
        if not file.exists():
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
                out.write(token_hex(24))
        found[name] = file.read_text("ascii")
    return found


def environment(
    data: Path,
    instance: Instance,
    clock: datetime | None,
    zone: str,
    name: str,
    number: int,
    endpoints: Mapping[str, str],
    nats: NatsServer,
    more: Mapping[str, str],
) -> dict[str, str]:
    """The environment of a service's process: this one's, with the settings of the system, and `more`, instead of any other."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("RECTIFY_")}
    own = {
        "SERVICE": name,
        "MODE": (Mode.SANDBOX if instance.sandbox else Mode.LOCAL).value,
        "SITE": instance.site,
        "EPOCH": instance.epoch,
        "ZONE_NAME": zone,
        "DATA": str(data),
        "MIGRATE": "true",
        "RPC_PORT": str(instance.ports + 1 + 2 * number),
        "METRICS_PORT": str(instance.ports + 2 + 2 * number),
        "NEIGHBOURS": json.dumps(endpoints),
        "NATS": nats.url(),
        "NATS_PASSWORD_FILE": str(data / "keys" / f"{name}.nats"),
        "LOG_FILE": str(data / "logs" / f"{name}.jsonl"),
        # There is one process of a name: started again, it takes up its own leases at once instead of waiting for them.
        "HOLDER": name,
        "ANNOUNCE": "1",
        "CUSTODIANS": ",".join(instance.custodians),
        **more,
    }
    if clock is not None:
        own["CLOCK"] = clock.isoformat()
    return {**inherited, **{f"RECTIFY_{key}": value for key, value in own.items()}}


def await_left_over(run_directory: Path) -> None:
    """Processes of a system that was killed end by themselves within moments; their ports are needed."""
    end = time.monotonic() + _DRAIN
    for file in run_directory.glob("*.json"):
        with suppress(OSError, ValueError):
            said: Any = json.loads(file.read_text("utf-8"))
            while isinstance(said, dict) and _is_ours(said.get("pid"), file.stem):
                if time.monotonic() >= end:
                    raise AlreadyRunning(pid=said["pid"], data=run_directory.parent)
                time.sleep(_TICK)


def _is_ours(pid: object, name: str) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"chassis.main" in command and name.encode() in command
