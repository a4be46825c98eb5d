"""Sealed logs: tiles, checkpoints, and the one process a log that makes them."""

from chassis.sealing.cosigning import Cosigners
from chassis.sealing.keys import log_key, log_key_path, own_witness, witness_key
from chassis.sealing.metrics import CosignMetrics, SealMetrics
from chassis.sealing.proving import Examination, prove
from chassis.sealing.refusals import CheckpointDiffers, RotationRefused, SealRefused, StoreDiffers, StoreShorter, TilesDiffer
from chassis.sealing.ring import Ring
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
    "CosignMetrics",
    "Cosigners",
    "Examination",
    "LocalTiles",
    "Missing",
    "ObjectTiles",
    "Ring",
    "RotationRefused",
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
    "log_key_path",
    "open_tiles",
    "own_witness",
    "prove",
    "witness_key",
]
