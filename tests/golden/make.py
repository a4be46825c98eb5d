"""`python -m tests.golden.make DATA EDITION BUNDLE…`: take a new edition from the data of a stopped sandbox.

An edition is made once and never changed: what was recorded stays readable. A new one is made beside the others when the
services record what none has.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tests.golden.edition import HERE, tiles_of
from translog.checkpoint import parse_checkpoint
from translog.export import export_lines
from translog.note import parse_note
from translog.policy import Policy

LARGEST = 110
"""Most events of a log: an earlier cosigned checkpoint is taken where it has more."""


def main() -> None:
    data, folder = Path(sys.argv[1]), HERE / sys.argv[2]
    folder.mkdir()
    policy = Policy.parse((data / "policy.txt").read_bytes())
    (folder / "policy.txt").write_bytes(policy.text())
    keys: dict[str, dict[str, str]] = {"signers": {}, "personal": {}}
    for path in sorted((data / "keys").glob("*.key")):
        keys["signers"][path.name.removesuffix(".key")] = path.read_text("ascii").strip()
    tiles: dict[str, str] = {}
    for log in policy.logs:
        service = log.key.name.split("/")[1]
        note = cosigned(data, log.key.name)
        size = parse_checkpoint(parse_note(note).text).size
        lines = list(export_lines(note, rows(data / service / "store.sqlite", size), policy))
        (folder / f"{service}.export").write_bytes(b"".join(lines))
        tiles |= {
            f"{service} {path}": hashlib.sha256(made).hexdigest() for path, made in tiles_of(folder / f"{service}.export").items()
        }
        for line in (data / "keys" / f"{service}.keys").read_text().splitlines()[1:]:
            entry = json.loads(line)
            keys["personal"][entry["k"]] = entry["x"]
    (folder / "keys.json").write_text(json.dumps(keys, indent=1, sort_keys=True) + "\n")
    (folder / "tiles.json").write_text(json.dumps(tiles, indent=1, sort_keys=True) + "\n")
    for bundle in sys.argv[3:]:
        shutil.copy(bundle, folder)


def cosigned(data: Path, origin: str) -> bytes:
    """The newest note that audit cosigned of a log, at most so large."""
    sql = "SELECT note FROM witnessed WHERE origin = ? AND size <= ? ORDER BY size DESC LIMIT 1"
    with closing(sqlite3.connect(data / "audit" / "store.sqlite")) as connection:
        found: bytes = connection.execute(sql, (origin, LARGEST)).fetchone()[0]
    return found


def rows(store: Path, size: int) -> list[tuple[int, bytes]]:
    """Position and state of the first events."""
    with closing(sqlite3.connect(store)) as connection:
        found: list[tuple[int, bytes]] = connection.execute(
            "SELECT notification_id, state FROM stored_events WHERE notification_id <= ? ORDER BY 1", (size,)
        ).fetchall()
    return found


if __name__ == "__main__":
    main()
