"""Sealed logs: tiles, checkpoints, and the one process a log that makes them."""

from chassis.sealing.keys import log_key, witness_key
from chassis.sealing.metrics import SealMetrics
from chassis.sealing.proving import Examination, prove
from chassis.sealing.refusals import CheckpointDiffers, SealRefused, StoreDiffers, StoreShorter, TilesDiffer
from chassis.sealing.sealed import SealedLog
from chassis.sealing.sealer import Sealer
from chassis.sealing.tiles import (
    CHECKPOINT,
    LocalTiles,
    Missing,
    ObjectTiles,
    TileStore,
    entries_of,
    existing_tiles,
    hashes_of,
    open_tiles,
)

__all__ = [
    "CHECKPOINT",
    "CheckpointDiffers",
    "Examination",
    "LocalTiles",
    "Missing",
    "ObjectTiles",
    "SealMetrics",
    "SealRefused",
    "SealedLog",
    "Sealer",
    "StoreDiffers",
    "StoreShorter",
    "TileStore",
    "TilesDiffer",
    "entries_of",
    "existing_tiles",
    "hashes_of",
    "log_key",
    "open_tiles",
    "prove",
    "witness_key",
]
