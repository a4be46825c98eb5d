"""An edition: small logs as the services of some day recorded, sealed and handed them out, with the keys that they had."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from chassis.sealing.frontier import Frontier
from translog.checkpoint import Checkpoint, parse_checkpoint
from translog.codec import b64decode_bytes
from translog.export import read_header
from translog.note import Note, SignerKey, parse_note
from translog.policy import Policy
from translog.record import unpack

HERE = Path(__file__).parent


@dataclass(frozen=True)
class GoldenLog:
    """A log of an edition: its export, taken apart."""

    service: str
    path: Path

    @cached_property
    def note(self) -> bytes:
        """Its cosigned checkpoint."""
        with self.path.open("rb") as file:
            return read_header(file)[0]

    @property
    def parsed(self) -> Note:
        return parse_note(self.note)

    @property
    def checkpoint(self) -> Checkpoint:
        return parse_checkpoint(self.parsed.text)

    @cached_property
    def states(self) -> Sequence[bytes]:
        """The stored states."""
        with self.path.open("rb") as file:
            read_header(file)
            return [b64decode_bytes(line[:-1]) for line in file]


@dataclass(frozen=True)
class Edition:
    """A folder of logs, keys and bundles."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def policy(self) -> Policy:
        return Policy.parse((self.folder / "policy.txt").read_bytes())

    @cached_property
    def logs(self) -> dict[str, GoldenLog]:
        return {path.stem: GoldenLog(path.stem, path) for path in sorted(self.folder.glob("*.export"))}

    @cached_property
    def signers(self) -> dict[str, SignerKey]:
        """Private keys of logs and witnesses, by file."""
        return {name: SignerKey.parse(text) for name, text in self._keys["signers"].items()}

    @cached_property
    def personal(self) -> dict[str, bytes]:
        """Keys of personal fields, by id."""
        return {name: bytes.fromhex(text) for name, text in self._keys["personal"].items()}

    @cached_property
    def tiles(self) -> dict[str, str]:
        """SHA-256 of every tile file, by service and path."""
        found: dict[str, str] = json.loads((self.folder / "tiles.json").read_text())
        return found

    @property
    def bundles(self) -> list[Path]:
        return sorted(self.folder.glob("*.bundle.json"))

    @cached_property
    def _keys(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = json.loads((self.folder / "keys.json").read_text())
        return found


def editions() -> Iterator[Edition]:
    """All of them, the oldest first."""
    return (Edition(path.parent) for path in sorted(HERE.glob("*/policy.txt")))


def tiles_of(export: Path) -> dict[str, bytes]:
    """The tile files of a log at its size, by path, as the sealer makes them."""
    frontier = Frontier()
    for state in GoldenLog(export.stem, export).states:
        frontier.append(unpack(state)[0])
    return frontier.take() | frontier.partials()
