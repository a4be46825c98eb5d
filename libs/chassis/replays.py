"""Replays on demand: each in a process of its own, so that the service that is asked goes on undisturbed."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from random import Random
from typing import Any, Protocol

import orjson

from chassis.service import Service
from chassis.settings import Settings
from chassis.store import NotFolded, Replayed, RowChange, Store
from chassis.store.digests import MOST
from chassis.store.loading import every_kind
from kernel.aggregates import Aggregate
from kernel.errors import Kind, Refusal

Task = Mapping[str, Any]
"""What is to be replayed, as JSON: `do` names one of `DEEDS`, the rest are its arguments."""

_NICE = 10


class ReplayFailed(Refusal):
    """A replay could not be done at all."""

    code = "replay-failed"
    kind = Kind.BLOCKED
    en = "{service} cannot be replayed: {why}"
    zh = "{service} 的日志无法重放：{why}"
    next_en = "let an auditor run `rectify audit run`, which names the event at fault"
    next_zh = "请审计人员执行 rectify audit run，查明有误的事件"


class Replays(Protocol):
    """Who does replays."""

    @property
    def apart(self) -> bool:
        """Whether each is done in a process of its own."""
        ...

    def run(self, task: Task, hash_seed: int | None = None) -> dict[str, Any]:
        """Do a task; with a hash seed, in a process whose sets and dicts are ordered by it.

        Raises:
            ReplayFailed: the log cannot be folded.
        """
        ...

    def close(self) -> None:
        """End what is under way."""
        ...


class ReplaysHere:
    """In this process, for stores that no other can open."""

    apart = False

    def __init__(self, service: Service, store: Store) -> None:
        self._service, self._store = service, store

    def run(self, task: Task, hash_seed: int | None = None) -> dict[str, Any]:
        """See `Replays`; the order of sets is that of this process."""
        del hash_seed
        try:
            return perform(self._service, self._store, task)
        except NotFolded as fault:
            raise ReplayFailed(service=self._service.name, why=str(fault)) from fault

    def close(self) -> None:
        """Nothing outlives a call."""


class ReplaysApart:
    """Each in a process of its own with the settings of this one: it reads the same database and keys, and writes nothing.

    Args:
        settings: of the service.
    """

    apart = True

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._children: set[subprocess.Popen[bytes]] = set()
        self._starting = threading.Lock()
        self._closed = False

    def run(self, task: Task, hash_seed: int | None = None) -> dict[str, Any]:
        """See `Replays`."""
        service = self._settings.service
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONHASHSEED"}
        if hash_seed is not None:
            environment["PYTHONHASHSEED"] = str(hash_seed)
        command = [sys.executable, "-m", "chassis.main", service, "replay"]
        with self._starting:
            if self._closed:
                raise ReplayFailed(service=service, why="it is being stopped")
            child = subprocess.Popen(  # noqa: S603 - this program itself
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            self._children.add(child)
        try:
            said = json.dumps({"settings": self._settings.model_dump(mode="json"), "task": dict(task)}).encode()
            out, errors = child.communicate(said)
        finally:
            self._children.discard(child)
            if child.poll() is None:
                child.kill()
                child.wait()
        if child.returncode != 0:
            why = errors.decode(errors="replace").strip().splitlines()
            raise ReplayFailed(service=service, why=why[-1] if why else f"exit code {child.returncode}")
        answer: dict[str, Any] = json.loads(out)
        return answer

    def close(self) -> None:
        """See `Replays`."""
        with self._starting:
            self._closed = True
            for child in list(self._children):
                child.kill()


def nearest(service: Service, store: Store, replays: Replays) -> Replays:
    """Who folds this log: this process when it is short, for it is folded sooner than another process starts."""
    return replays if store.head().position > MOST else ReplaysHere(service, store)


def obey(service: Service, store: Store, said: str) -> str:
    """In the child: the answer to what was said, both JSON."""
    os.nice(_NICE)
    return json.dumps(perform(service, store, json.loads(said)["task"]))


def perform(service: Service, store: Store, task: Task) -> dict[str, Any]:
    """Do a task on a store.

    Raises:
        NotFolded: see `Store.between`.
    """
    return DEEDS[task["do"]](service, store, task)


# --- deeds -----------------------------------------------------------------------------------------------------------


def _replay(service: Service, store: Store, task: Task) -> dict[str, Any]:
    del service
    moments = _moment(task, "as_of"), _moment(task, "effective")
    found = store.replay(task.get("models", ()), *moments, task.get("limit", 1), task.get("places"))
    return replayed(found)


def replayed(found: Replayed) -> dict[str, Any]:
    """A replay as JSON: of rows that differ only where and in which columns, for their values may be personal."""
    return {
        "source": found.source,
        "position": found.position,
        "models": [
            {
                "name": model.name,
                "position": model.position,
                "rows": model.rows,
                "digest": model.digest,
                "live_rows": model.live_rows,
                "live_digest": model.live_digest,
                "different": model.different,
                "failed": model.failed,
                "first": [
                    {
                        "table": one.table,
                        "key": [str(part) for part in one.key],
                        "what": "missing" if one.live is None else "unexpected" if one.folded is None else "differs",
                        "columns": list(one.columns),
                    }
                    for one in model.first
                ],
            }
            for model in found.models
        ],
    }


def _between(service: Service, store: Store, task: Task) -> dict[str, Any]:
    since, until = _moment(task, "since"), _moment(task, "until")
    assert since is not None and until is not None  # noqa: S101, PT018 - the request has both
    places = store.position_at(since), store.position_at(until)
    found = store.between(places, task.get("models", ()), task.get("about", ""), service.shown)
    limit = task.get("limit", 1000)
    return {
        "source": store.source,
        "since": places[0],
        "until": places[1],
        "changes": [_change(one) for one in found[:limit]],
        "total": len(found),
    }


def _change(one: RowChange) -> dict[str, Any]:
    return {
        "model": one.model,
        "table": one.table,
        "kind": one.kind,
        "key": {name: _text(value) for name, value in one.key.items()},
        "columns": [
            {"column": name, "before": _text(before), "after": _text(after)} for name, (before, after) in one.columns.items()
        ],
    }


def _text(value: Any) -> str:
    """A value as text: itself, or JSON; nothing for None."""
    if value is None:
        return ""
    return value if isinstance(value, str) else orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _states(service: Service, store: Store, task: Task) -> dict[str, Any]:
    """Hashes of things drawn at random as of dates drawn at random, and of the read models as of one of them."""
    chance = Random(task["seed"])
    head = task["head"]
    kinds = kinds_of(service)
    found = []
    for _ in range(task["count"] if head else 0):
        (row,) = store.read(chance.randrange(head), 1)
        (then,) = store.read(chance.randrange(head), 1)
        first = row.topic if row.version == 1 else store.read_aggregate(row.aggregate)[0].topic
        moment = store.decode(then).at
        states = [hash_of(store, kind, row.aggregate, moment) for kind in kinds.get(".".join(first.split(".")[:2]), ())]
        found.append([row.aggregate, moment.isoformat(), " ".join(states)])
    models: dict[str, str] = {}
    if head:
        moment = store.decode(store.read(chance.randrange(min(head, MOST)), 1)[0]).at
        models = {model.name: model.digest or model.failed for model in store.replay(as_of=moment).models}
    digest = sha256(json.dumps([found, models], sort_keys=True).encode()).hexdigest()
    return {"digest": digest, "states": found, "models": len(models)}


def hash_of(store: Store, kind: type[Aggregate], id: str, moment: datetime) -> str:
    """SHA-256 (hex) of what a class of aggregate makes of a thing as of a moment: its JSON, its fields as they stand."""
    try:
        state = store.repository(moment).find(kind, id).model_dump_json()
    except (Refusal, TypeError, AssertionError) as error:  # another class of the same kind folds this thing
        state = type(error).__name__
    return sha256(f"{kind.__qualname__}\n{state}".encode()).hexdigest()


def kinds_of(service: Service) -> dict[str, list[type[Aggregate]]]:
    """The classes of aggregates of a service by what the topic of their first fact begins with."""
    found: dict[str, list[type[Aggregate]]] = {}
    for kind in sorted(every_kind(Aggregate), key=lambda kind: (kind.__module__, kind.__qualname__)):
        if kind.KIND.startswith(f"{service.name}."):
            found.setdefault(kind.KIND, []).append(kind)
    return found


def _moment(task: Task, name: str) -> datetime | None:
    return datetime.fromisoformat(task[name]) if task.get(name) else None


DEEDS = {"replay": _replay, "between": _between, "states": _states}
