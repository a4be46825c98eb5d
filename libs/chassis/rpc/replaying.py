"""Replays and differences between dates, as OpsService answers them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from random import SystemRandom
from typing import Any, Protocol

from rectify.ops.v1.ops_service_pb2 import (
    ColumnChange,
    DiffRequest,
    DiffResponse,
    ReplayedModel,
    ReplayRequest,
    ReplayResponse,
    RowChange,
    RowDifference,
)

from chassis.clock import Business
from chassis.dispatch.reading import instant
from chassis.replays import Replays, nearest
from chassis.service import Service
from chassis.store import Store
from kernel.errors import InvalidField

_SHOWN = 10
_CHANGES = 1000


class Replaying(Protocol):
    """What this needs of a node."""

    @property
    def clock(self) -> Business:
        """The business clock."""
        ...

    @property
    def store(self) -> Store:
        """Its log."""
        ...

    @property
    def replays(self) -> Replays:
        """Who folds logs anew."""
        ...


def replayed(service: Service, node: Replaying, request: ReplayRequest) -> ReplayResponse:
    """Fold from zero, once or twice.

    Raises:
        InvalidField: no such read model, or a time that lies ahead.
    """
    task: dict[str, Any] = {"do": "replay", "models": _known(service, request.models), "limit": _SHOWN}
    for name, key in (("as_of", "as_of"), ("as_of_effective", "effective")):
        if request.HasField(name):
            task[key] = _past(node, getattr(request, name), name, ahead=key == "effective").isoformat()
    seed = SystemRandom().randrange(2**32) if request.twice else None
    replays = nearest(service, node.store, node.replays) if seed is None else node.replays
    found = replays.run(task, seed)
    answer = ReplayResponse(source=found["source"], position=found["position"])
    answer.models.extend(_model(model) for model in found["models"])
    if seed is not None:
        _again(answer, node, task, seed)
    answer.ok = not any(model.failed or model.different or model.again not in ("", model.digest) for model in answer.models)
    return answer


def differing(service: Service, node: Replaying, request: DiffRequest) -> DiffResponse:
    """What differs between two dates.

    Raises:
        InvalidField: no such read model, times that lie ahead, or the earlier one later than the other.
    """
    since, until = (_past(node, getattr(request, name), name) for name in ("since", "until"))
    if since > until:
        raise InvalidField(field="since", field_name="since", why="晚于后一日期 / lies after the later date")
    task = {
        "do": "between",
        "since": since.isoformat(),
        "until": until.isoformat(),
        "models": _known(service, request.models),
        "about": request.about,
        "limit": request.limit or _CHANGES,
    }
    found = nearest(service, node.store, node.replays).run(task)
    return DiffResponse(
        source=found["source"],
        since=found["since"],
        until=found["until"],
        total=found["total"],
        changes=[
            RowChange(
                model=change["model"],
                table=change["table"],
                kind=change["kind"],
                key=change["key"],
                columns=[ColumnChange(**column) for column in change["columns"]],
            )
            for change in found["changes"]
        ],
    )


def _again(answer: ReplayResponse, node: Replaying, task: dict[str, Any], seed: int) -> None:
    """The same once more to the same positions, in a process that orders sets differently."""
    places = {model.name: model.position for model in answer.models if not model.failed}
    found = node.replays.run({**task, "places": places}, seed ^ 0xFFFFFFFF)
    again = {model["name"]: model["digest"] or model["failed"] for model in found["models"]}
    for model in answer.models:
        model.again = again.get(model.name, "")
    answer.note = f"hash seeds {seed} and {seed ^ 0xFFFFFFFF}" if node.replays.apart else "twice in one process"


def _model(found: dict[str, Any]) -> ReplayedModel:
    return ReplayedModel(
        name=found["name"],
        position=found["position"],
        rows=found["rows"],
        digest=found["digest"],
        live_rows=found["live_rows"] or 0,
        live_digest=found["live_digest"],
        different=found["different"],
        failed=found["failed"],
        first=[RowDifference(**one) for one in found["first"]],
    )


def _known(service: Service, names: Sequence[str]) -> list[str]:
    for name in names:
        if name not in service.projections:
            why = f"没有读模型 {name} / no read model {name}; {service.name} has {', '.join(sorted(service.projections)) or 'none'}"
            raise InvalidField(field="models", field_name="models", why=why)
    return list(names)


def _past(node: Replaying, stamp: Any, name: str, *, ahead: bool = False) -> datetime:
    moment, now = instant(stamp, name), node.clock().astimezone(UTC)
    if moment > now and not ahead:
        why = f"晚于当前时间 {now.isoformat()} / lies after now, {now.isoformat()}"
        raise InvalidField(field=name, field_name=name, why=why)
    return moment
