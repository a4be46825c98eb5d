"""Tampering with tiles, checkpoints and keys."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tests.tamper.changes import entry_restored, files_restored, flipped, spoilt
from tests.tamper.kinds.bench import LOGS, Bench, Tampered, kind
from translog.checkpoint import Checkpoint, sign_checkpoint
from translog.errors import TranslogError
from translog.note import ED25519, SignerKey
from translog.tile import bundles, tiles


def _newest_tiles(bench: Bench, name: str) -> tuple[Path, list[Path]]:
    """The folder, and the files that the newest checkpoint needs."""
    folder = bench.desk.tiles(name)
    size = bench.tables[name].rows("checkpoints")[-1]["size"]
    return folder, [folder / piece.path for piece in (*tiles(size), *bundles(size))]


@kind
def tile_byte(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    folder, files = _newest_tiles(bench, name)
    undo.enter_context(files_restored(folder))
    path = next(path for path in files if "entries" not in path.parts)
    path.write_bytes(flipped(path.read_bytes(), chance))
    return Tampered(f"a bit of {path.relative_to(folder)}", name, (("I05",),))


@kind
def tile_hashes_swapped(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    folder, files = _newest_tiles(bench, name)
    undo.enter_context(files_restored(folder))
    path = next(path for path in files if "entries" not in path.parts)
    data = path.read_bytes()
    hashes = [data[place : place + 32] for place in range(0, len(data), 32)]
    one, two = chance.sample(range(len(hashes)), 2)
    hashes[one], hashes[two] = hashes[two], hashes[one]
    path.write_bytes(b"".join(hashes))
    return Tampered(f"hashes {one} and {two} of {path.relative_to(folder)} changed places", name, (("I05",),))


@kind
def tile_of_another_log(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name, other = chance.sample(LOGS, 2)
    folder, files = _newest_tiles(bench, name)
    undo.enter_context(files_restored(folder))
    path, foreign = chance.choice(files), chance.choice(_newest_tiles(bench, other)[1])
    path.write_bytes(foreign.read_bytes())
    if chance.random() < 0.2:
        path.unlink()
    return Tampered(f"{path.relative_to(folder)} is that of {other}, or gone", name, (("I05",),))


@kind
def entry_bundle(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    folder, files = _newest_tiles(bench, name)
    undo.enter_context(files_restored(folder))
    path = next(path for path in files if "entries" in path.parts)
    path.write_bytes(flipped(path.read_bytes(), chance))
    return Tampered(f"a bit of {path.relative_to(folder)}", name, (("I05",),))


@kind
def checkpoint_edited(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    tables = bench.tables[name]
    undo.enter_context(tables.restored("checkpoints"))
    row = chance.choice(tables.rows("checkpoints"))
    column = chance.choice([name for name in ("size", "root", "note", "cosigned") if row[name] is not None])
    value = spoilt(row[column], chance)
    tables.run(f"UPDATE checkpoints SET {column} = ? WHERE size = ?", value, row["size"])
    # Cosignatures are other people's: whoever is shown them holds them against a policy.
    own = _closed(bench, bytes(value)) if isinstance(value, bytes) and column == "cosigned" else None
    return Tampered(f"{column} of the checkpoint of {row['size']}", name, (("I06",),), own)


def _closed(bench: Bench, note: bytes) -> Callable[[], str]:
    def own() -> str:
        try:
            bench.policy.check_closed(note)
            bench.policy.demand(bench.policy.judge(note))
        except TranslogError as error:
            return error.code
        return ""

    return own


@kind
def checkpoint_resigned(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """Another key of the same name signs the checkpoints, one or all, and what is shown."""
    name = chance.choice(LOGS)
    tables, folder = bench.tables[name], bench.desk.tiles(name)
    undo.enter_context(tables.restored("checkpoints"))
    undo.enter_context(files_restored(folder))
    other = SignerKey(bench.desk.origin(name), ED25519, chance.randbytes(32))
    rows = tables.rows("checkpoints")
    chosen = rows if chance.random() < 0.3 else [chance.choice(rows)]
    for row in chosen:
        note = sign_checkpoint(Checkpoint(other.name, row["size"], row["root"]), [other])
        tables.put("checkpoints", {**row, "note": note, "cosigned": None})
    if len(chosen) > 1:
        (folder / "checkpoint").write_bytes(note)
    return Tampered(f"{len(chosen)} checkpoints are signed by another key", name, (("I06",),))


@kind
def checkpoint_rolled_back(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    tables, folder = bench.tables[name], bench.desk.tiles(name)
    undo.enter_context(tables.restored("checkpoints"))
    undo.enter_context(files_restored(folder))
    rows = tables.rows("checkpoints")
    keep = chance.randrange(1, max(2, len(rows) - 1))
    what = chance.choice(("file", "rows", "both"))
    if what != "rows":
        (folder / "checkpoint").write_bytes(rows[keep - 1]["note"])
    if what != "file":
        tables.run("DELETE FROM checkpoints WHERE size > ?", rows[keep - 1]["size"])
    return Tampered(f"{what} of checkpoints back at {rows[keep - 1]['size']}", name, (("I06",),))


@kind
def checkpoint_missing(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    tables = bench.tables[name]
    undo.enter_context(tables.restored("checkpoints"))
    row = chance.choice(tables.rows("checkpoints"))
    tables.run("DELETE FROM checkpoints WHERE size = ?", row["size"])
    return Tampered(f"the checkpoint of {row['size']} is gone", name, (("I06",),))


@kind
def key_replaced(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(list(bench.desk.stores))
    undo.enter_context(entry_restored(bench.desk.keys, name))
    bench.desk.keys[name] = SignerKey(bench.desk.origin(name), ED25519, chance.randbytes(32)).verifier
    return Tampered(f"{name} shows another key", name, (("I06",),))


@kind
def personal_key(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """A key of a person is another, or gone: the store has read its keyring, so it is opened anew."""
    path = bench.desk.data / "keys" / "findings.keys"
    undo.enter_context(files_restored(path.parent))
    first, *lines = path.read_text().splitlines()
    place = chance.randrange(len(lines))
    if chance.random() < 0.5:
        del lines[place]
    else:
        lines[place] = json.dumps({**json.loads(lines[place]), "x": chance.randbytes(32).hex()})
    path.write_text("\n".join([first, *lines, ""]))
    kept = bench.desk.stores["findings"]
    undo.callback(bench.desk.stores.__setitem__, "findings", kept)
    bench.desk.stores["findings"] = bench.desk.opened("findings")
    undo.callback(bench.desk.stores["findings"].close)
    return Tampered(f"key {place} of the keyring", "findings", (("I04",),))
