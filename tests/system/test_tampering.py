"""Root on the machine changes one thing in any database, tile or stream: the next run of the audits names it, by its id."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import nats
import pytest
from nats.js import JetStreamContext
from rectify.audit.v1 import audit_service_pb2 as audit
from rectify.envelope.v1.envelope_pb2 import CommandMeta
from rectify.log.v1.log_service_pb2 import StoredRow

from chassis.natsserver import inbox
from chassis.streams import Outgoing, Retention, Stream, WrongLast, log_stream
from testkit.system import System
from tests.system.conftest import Shared
from tests.system.tables import Table, Undo, flipped

AUDIT = "rectify.audit.v1.AuditService"

pytestmark = [pytest.mark.faults, pytest.mark.timeout(900)]


@dataclass(frozen=True)
class Case:
    """What is done, and the audit that is to name it."""

    name: str
    audit: str
    do: Callable[[], Undo]


async def outcome(system: System, *ids: str) -> dict[str, list[str]]:
    """What each audit that fails says."""
    answer = await system.call("audit", f"{AUDIT}/RunAudits", audit.RunAuditsRequest(ids=ids), "auditor", seconds=300)
    return {one.id: [f"{found.code}: {found.why}" for found in one.findings] for one in answer.audits if one.outcome != "PASS"}


async def settled(system: System) -> dict[str, list[str]]:
    """What fails although a person looked at what was set aside, and streams that held forged rows had time to be made again."""
    end = time.monotonic() + 60
    while (found := await outcome(system)) and time.monotonic() < end:
        listed = await system.call("audit", f"{AUDIT}/ListQuarantine", audit.ListQuarantineRequest(), "auditor")
        for entry in listed.entries:
            request = audit.AcknowledgeQuarantineRequest(id=entry.id, reason="changed by hand, and put back")
            request.meta.CopyFrom(CommandMeta(command_id=str(uuid4())))
            await system.call("audit", f"{AUDIT}/AcknowledgeQuarantine", request, "auditor")
        await asyncio.sleep(0.5)
    return found


async def test_whatever_root_changes_is_named(shared: Shared) -> None:
    shared.whole = False
    system, load = shared.system, shared.load
    async with load:
        await load.more(500)  # so that the aggregates that are changed again and again have snapshots
        await load.stop()
    await system.at_rest()
    assert await outcome(system) == {}
    unnamed = {}
    for case in cases(system):
        undo = await asyncio.to_thread(case.do)
        try:
            found = await outcome(system, case.audit)
        finally:
            await asyncio.to_thread(undo)
        if case.audit not in found:
            unnamed[case.name] = case.audit
    assert unnamed == {}
    assert await settled(system) == {}
    shared.whole = True


def cases(system: System) -> Iterator[Case]:
    """One change after the other; each is made of what is there at that moment."""

    def table(service: str, name: str) -> Table:
        return Table(system.data, system.databases, service, name)

    def case(name: str, audit: str, do: Callable[[], Undo]) -> Case:
        return Case(name, audit, do)

    events, head = table("findings", "stored_events"), table("findings", "log_head")

    def middle(of: Table, where: str = "1 = 1") -> Any:
        rows = of.rows(where)
        return rows[len(rows) // 2]

    yield case("row edited", "I03", lambda: events.edit(middle(events), state=flipped(middle(events)["state"])))
    yield case("row deleted", "I01", lambda: events.delete(middle(events)))
    yield case("rows swapped", "I08", lambda: events.swap(*events.rows()[20:22], "state"))
    yield case("row appended", "I01", lambda: events.insert(appended(events)))
    yield case("head moved", "I01", lambda: head.edit(head.rows()[0], position=head.rows()[0]["position"] + 1))
    yield case("head's time", "I01", lambda: changed(head, "1 = 1", at="2020-01-01T00:00:00.000000Z"))

    commands = table("findings", "commands")
    recorded = "events > 0"
    yield case("command moved", "I13", lambda: commands.edit(middle(commands, recorded), first=3))
    yield case("command deleted", "I13", lambda: commands.delete(middle(commands, recorded)))
    yield case("command's digest", "I13", lambda: commands.edit(middle(commands), digest=flipped(middle(commands)["digest"])))

    aside = table("supervision", "quarantine")
    entry = {
        "follower": "policies",
        "source": "s",
        "position": 1,
        "aggregate": "a",
        "error": "e",
        "at": "2026-01-01T00:00:00.000000Z",
    }
    yield case("quarantine appended", "I13", lambda: aside.insert(entry))
    ballots = table("publicity", "ballots")
    yield case("ballot appended", "I13", lambda: ballots.insert({"box": "b" * 32, "counter": "yes", "n": 1}))

    model = table("findings", "view_organisations")
    yield case("read model edited", "I15", lambda: model.edit(middle(model), name=flipped(middle(model)["name"])))
    yield case("read model deleted", "I15", lambda: model.delete(middle(model)))
    yield case("read model appended", "I15", lambda: model.insert({**middle(model), "org": "0" * 32}))

    kept = table("findings", "checkpoints")
    yield case("checkpoint's root", "I06", lambda: kept.edit(middle(kept), root=flipped(middle(kept)["root"])))
    yield case("checkpoint's note", "I06", lambda: kept.edit(middle(kept), note=flipped(middle(kept)["note"])))
    yield case("checkpoint's time", "I06", lambda: kept.edit(middle(kept), at=flipped(middle(kept)["at"])))
    yield case("checkpoint deleted", "I06", lambda: kept.delete(middle(kept)))
    yield case("checkpoints swapped", "I06", lambda: kept.swap(*kept.rows()[2:4], "root", "note"))
    yield case("checkpoint appended", "I06", lambda: kept.insert({**kept.rows()[3], "size": kept.rows()[3]["size"] - 1}))

    tracking = table("supervision", "tracking")
    followed = "follower LIKE 'consumer:%findings%'"
    far = 10_000_000
    yield case("follower moved", "I11", lambda: tracking.edit(tracking.rows(followed)[0], position=far))
    yield case("follower moved back", "I13", lambda: moved_back(tracking, table("supervision", "sums"), followed))
    yield case("follower appended", "I13", lambda: tracking.insert({"follower": "consumer:test/nobody/1", "position": 3}))
    sealer = table("findings", "tracking")
    yield case("sealer moved", "I06", lambda: sealer.edit(sealer.rows("follower = 'sealer'")[0], position=1))

    snapshots = table("findings", "snapshots")
    yield case("snapshot edited", "I15", lambda: snapshots.edit(middle(snapshots), state=another(middle(snapshots)["state"])))

    of_findings = "source LIKE '%/findings/%'"
    mirror, refs, heads = table("audit", "mirror_rows"), table("audit", "mirror_refs"), table("audit", "mirror_heads")
    order = "position"

    def mirrored(n: int) -> Any:
        return mirror.rows(of_findings, order)[n]

    yield case("mirror edited", "I03", lambda: mirror.edit(mirrored(30), state=flipped(mirrored(30)["state"])))
    yield case("mirror's leaf", "I03", lambda: mirror.edit(mirrored(30), leaf=flipped(mirrored(30)["leaf"])))
    yield case("mirror's ordinal", "I01", lambda: mirror.edit(mirrored(1), pub=999_999))
    yield case("mirror deleted", "I01", lambda: mirror.delete(mirrored(30)))
    yield case("mirror swapped", "I08", lambda: mirror.swap(mirrored(30), mirrored(31), "state", "leaf"))
    end = {"position": 999_999}
    yield case("mirror appended", "I08", lambda: mirror.insert({**mirrored(30), **end}))
    yield case("mirror's ids deleted", "I08", lambda: refs.delete(middle(refs, of_findings)))
    yield case("mirror's ids appended", "I08", lambda: refs.insert({**middle(refs, of_findings), "ref": "f" * 32}))
    yield case("mirror's head", "I08", lambda: changed(heads, of_findings, position=5))

    cosigned, logs = table("audit", "witnessed"), table("audit", "witnessed_logs")
    ours, far_off = "origin LIKE '%/findings/%'", 999_999

    def remembered(n: int) -> Any:
        return cosigned.rows(ours, "size")[n]

    yield case("cosigned root", "I06", lambda: cosigned.edit(remembered(1), root=flipped(remembered(1)["root"])))
    yield case("cosigned deleted", "I06", lambda: cosigned.delete(remembered(1)))
    yield case("cosigned swapped", "I06", lambda: cosigned.swap(remembered(1), remembered(2), "root", "note"))
    yield case("cosigned appended", "I06", lambda: cosigned.insert({**remembered(1), "size": far_off}))
    yield case(
        "cosigned log's key", "I06", lambda: logs.edit(logs.rows(ours)[0], vkey=logs.rows("origin LIKE '%/review/%'")[0]["vkey"])
    )
    conflicts = table("audit", "mirror_conflicts")
    forged = {name: mirrored(3)[name] for name in ("source", "position", "leaf", "state")}
    yield case("conflict appended", "I21", lambda: conflicts.insert({**forged, "why": "x", "at": "2026-01-01T00:00:00.000000Z"}))

    tiles = system.data / "findings" / "tiles"
    newest, entries = tiles / "tile/0/000", tiles / "tile/entries/000"  # full ones, which stay where they are
    for name, path, audited in (
        ("tile", newest, "I05"),
        ("entry bundle", entries, "I05"),
        ("checkpoint file", tiles / "checkpoint", "I06"),
    ):
        yield case(f"{name} edited", audited, lambda path=path: written(path, flipped(path.read_bytes())))
        yield case(f"{name} deleted", audited, lambda path=path: written(path, None))
    yield case("stream altered", "I10", lambda: asyncio.run(restreamed(system, "findings")))


def changed(of: Table, where: str, **values: Any) -> Undo:
    """Columns of the one row that a test names, of which the service writes others meanwhile."""
    (row,) = of.rows(where)
    of.change(where, **values)
    return lambda: of.change(where, **{name: row[name] for name in values})


def moved_back(tracking: Table, sums: Table, where: str) -> Undo:
    """A follower one event back, which it may take again meanwhile; to undo it is to put back position and sum."""
    (row,) = tracking.rows(where)
    sum_undone = changed(sums, "name = 'tracking:consumer'", n=sums.rows("name = 'tracking:consumer'")[0]["n"])
    moved = changed(tracking, where, position=row["position"] - 1)

    def undo() -> None:
        moved()
        sum_undone()

    return undo


def appended(events: Table) -> dict[str, Any]:
    last = events.rows()[-1]
    following = {name: last[name] + 1 for name in ("notification_id", "originator_version")}
    return {**last, **following, "pub": None}


def another(state: bytes) -> bytes:
    """A snapshot of another state that reads as well."""
    return json.dumps({**json.loads(state), "last_effective": "2001-01-01T00:00:00Z"}).encode()


def written(path: Any, content: bytes | None) -> Undo:
    before = path.read_bytes()
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    def undo() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(before)

    return undo


async def restreamed(system: System, service: str) -> Undo:
    """The log's stream made again, with one message in the middle that says something else; its service makes it anew."""
    async with opened(system, service) as (js, stream):
        name, messages = stream.declared.name, []
        state = (await js.stream_info(name)).state
        for sequence in range(state.first_seq, state.last_seq + 1):
            kept = await js.get_msg(name, sequence)
            headers = {name: value for name, value in (kept.headers or {}).items() if not name.startswith("Nats-")}
            messages.append(Outgoing(kept.subject or "", kept.data or b"", headers))
        half = len(messages) // 2
        row = StoredRow.FromString(messages[half].payload)
        row.topic = f"{row.topic}x"
        messages[half] = Outgoing(messages[half].subject, row.SerializeToString(deterministic=True), messages[half].headers)
        for _ in range(20):  # its service appends what it misses, if it is faster
            await stream.delete()
            await stream.create(state.first_seq)
            last = state.first_seq - 1
            with suppress(WrongLast):
                for start in range(0, len(messages), 100):
                    last = await stream.append(last, messages[start : start + 100])
                break
        assert last == state.last_seq
    return lambda: asyncio.run(gone(system, service))


async def gone(system: System, service: str) -> None:
    async with opened(system, service) as (_, stream):
        await stream.delete()


@asynccontextmanager
async def opened(system: System, service: str) -> AsyncIterator[tuple[JetStreamContext, Stream]]:
    """The stream of a service's log, as its own account reaches it."""
    client = await nats.connect(
        system.nats.url(), user=service, password=system.broker_password(service), inbox_prefix=inbox(service)
    )
    try:
        js = client.jetstream()
        yield js, Stream(js, log_stream(service), Retention())
    finally:
        await client.close()
