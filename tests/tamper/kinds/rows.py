"""Tampering with rows at the source, and histories written anew."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from random import Random
from typing import Any

from chassis.sealing.frontier import Frontier
from tests.tamper.changes import Row, Unfit, body_only, envelope_of, files_restored, forged, spoilt
from tests.tamper.kinds.bench import LOGS, ROWS, SEALS, Bench, Tampered, kind, source, write
from translog.checkpoint import Checkpoint, sign_checkpoint
from translog.merkle import CompactTree
from translog.record import encode_body, finish, leaf_hash, unpack, verify_record


@kind
def row_edited(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, tables, rows = source(bench, chance, undo)
    row, column = chance.choice(rows), chance.choice(sorted(rows[0]))
    if row[column] is None:
        raise Unfit
    value = spoilt(row[column], chance)
    tables.run(f"UPDATE stored_events SET {column} = ? WHERE notification_id = ?", value, row["notification_id"])
    return Tampered(f"{column} of {row['notification_id']} is {value!r}", name, (ROWS,))


@kind
def row_forged(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, tables, rows = source(bench, chance, undo)
    row = chance.choice(rows)
    write(tables, row, forged(row["state"], chance).state)
    return Tampered(f"{row['notification_id']} says something else", name, (ROWS,))


@kind
def row_body(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, tables, rows = source(bench, chance, undo)
    row = chance.choice(rows)
    write(tables, row, body_only(row["state"], chance))
    return Tampered(f"the body of {row['notification_id']} is another", name, (ROWS,))


@kind
def row_deleted(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, tables, rows = source(bench, chance, undo, "log_head")
    last = rows[-1]["notification_id"]
    first, count = chance.choice([(chance.randrange(1, last + 1), 1), (last + 1 - chance.randrange(1, 8), 8)])
    tables.run("DELETE FROM stored_events WHERE notification_id >= ? AND notification_id < ?", first, first + count)
    if chance.random() < 0.5:
        tables.run("UPDATE log_head SET position = (SELECT max(notification_id) FROM stored_events)")
    return Tampered(f"{first} is gone, and at most {count - 1} after it", name, (ROWS,))


@kind
def rows_swapped(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, tables, rows = source(bench, chance, undo)
    one, two = chance.sample(rows, 2)
    tables.run("DELETE FROM stored_events WHERE notification_id IN (?, ?)", one["notification_id"], two["notification_id"])
    for row, other in ((one, two), (two, one)):
        tables.put("stored_events", {**row, "notification_id": other["notification_id"]})
    return Tampered(f"{one['notification_id']} and {two['notification_id']} changed places", name, (ROWS,))


@kind
def row_appended(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """One more event at the end: the head does not know it, or it is of a command that has had its events, or of none."""
    name, tables, rows = source(bench, chance, undo, "log_head")
    last, like = rows[-1], chance.choice(rows[:-1])
    newest = max((row for row in rows if row["originator_id"] == like["originator_id"]), key=lambda row: row["originator_version"])
    leaf = leaf_hash(unpack(newest["state"])[0]).hex()
    state = _after(newest["state"], leaf, envelope_of(last["state"])["at"], _command(like["state"], chance))
    position, version = last["notification_id"] + 1, newest["originator_version"] + 1
    tables.put("stored_events", {**newest, "notification_id": position, "originator_version": version, "state": state, "pub": None})
    known = chance.random() < 0.5
    if known:
        tables.run("UPDATE log_head SET position = ?", position)
    said = f"{position} was never recorded, and the head {'knows' if known else 'does not know'} it"
    return Tampered(said, name, (ROWS, ("I11",), ("I13",)))


def _command(state: bytes, chance: Random) -> str:
    return chance.choice((envelope_of(state)["cmd"], "00000000-0000-4000-8000-000000000002"))


def _after(state: bytes, leaf: str, at: str, command: str) -> bytes:
    seen = verify_record(state)
    fields: dict[str, Any] = {name: value for name, value in seen.envelope.items() if name != "body"}
    fields |= {"ver": str(int(fields["ver"]) + 1), "prev": leaf, "at": at, "cmd": command}
    return finish(fields, encode_body(seen.clear, seen.sealed, seen.seed or bytes(32))).state


def _rechained(rows: Sequence[Row], chance: Random) -> dict[int, bytes]:
    """Other states by position: one event changed, and every later one of its aggregate made to follow."""
    start = chance.choice(rows)
    chain = [row for row in rows if row["originator_id"] == start["originator_id"]]
    chain = sorted(chain, key=lambda row: int(row["originator_version"]))
    made: dict[int, bytes] = {}
    leaf = ""
    for row in chain:
        if row["originator_version"] < start["originator_version"]:
            continue
        record = forged(row["state"], chance) if not made else forged(row["state"], chance, prev=leaf)
        made[row["notification_id"]] = record.state
        leaf = record.leaf.hex()
    return made


@kind
def rechained(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, tables, rows = source(bench, chance, undo)
    made = _rechained(rows, chance)
    for row in rows:
        if row["notification_id"] in made:
            write(tables, row, made[row["notification_id"]])
    return Tampered(f"{sorted(made)} were written anew, each following the other", name, (ROWS,))


def _everywhere(bench: Bench, chance: Random, undo: ExitStack) -> tuple[str, list[bytes], list[int]]:
    """History written anew at the source and in the mirror alike; service, all states, and what was changed."""
    name, tables, rows = source(bench, chance, undo)
    audit = bench.tables["audit"]
    undo.enter_context(audit.restored("mirror_rows"))
    made = _rechained(rows, chance)
    for row in rows:
        state = made.get(row["notification_id"])
        if state is not None:
            write(tables, row, state)
            audit.run(
                "UPDATE mirror_rows SET state = ?, topic = ?, leaf = ? WHERE source = ? AND position = ?",
                *(state, envelope_of(state)["type"], leaf_hash(unpack(state)[0])),
                *(bench.desk.origin(name), row["notification_id"]),
            )
    return name, [made.get(row["notification_id"], row["state"]) for row in rows], sorted(made)


@kind
def rechained_in_the_mirror_too(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, _, changed = _everywhere(bench, chance, undo)
    return Tampered(f"{changed} were written anew, in the mirror too", name, (SEALS,))


@kind
def rechained_tiled_and_signed(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """Source, mirror, tiles and checkpoints, signed with the log's own key: all but what was cosigned."""
    name, states, changed = _everywhere(bench, chance, undo)
    tables, folder = bench.tables[name], bench.desk.tiles(name)
    undo.enter_context(tables.restored("checkpoints"))
    undo.enter_context(files_restored(folder))
    signer, frontier, tree, roots = bench.desk.signer(name), Frontier(), CompactTree(), [b""]
    newest = tables.rows("checkpoints")[-1]["size"]
    for state in states[:newest]:
        tree.append(frontier.append(unpack(state)[0]))
        roots.append(tree.root())
    for path, data in (frontier.take() | frontier.partials()).items():
        (folder / path).write_bytes(data)
    for row in tables.rows("checkpoints"):
        note = sign_checkpoint(Checkpoint(bench.desk.origin(name), row["size"], roots[row["size"]]), [signer])
        tables.put("checkpoints", {**row, "root": roots[row["size"]], "note": note, "cosigned": None})
        (folder / "checkpoint").write_bytes(note)
    if changed[0] > newest:
        raise Unfit
    return Tampered(f"{changed} were written anew everywhere, and signed", name, (SEALS,))


@kind
def command_forgotten(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """What is remembered of a command, so that the same one is not carried out twice."""
    name = chance.choice(LOGS)
    tables = bench.tables[name]
    undo.enter_context(tables.restored("commands"))
    row = chance.choice(tables.rows("commands", "events > 0"))
    column = chance.choice(("command", "first", "events", "all of it"))
    if column == "all of it":
        tables.run("DELETE FROM commands WHERE command = ?", row["command"])
    else:
        value = chance.randbytes(16).hex() if column == "command" else spoilt(row[column], chance)
        tables.run(f"UPDATE commands SET {column} = ? WHERE command = ?", value, row["command"])
    return Tampered(f"{column} of what is remembered of command {row['command']}", name, (("I13",),))
