"""The event store: the log of one service, its read models, and the positions of what follows it."""

from chassis.store.contract import (
    Appended,
    Head,
    Lease,
    NotFolded,
    NotMigrated,
    OtherSource,
    OutOfOrder,
    Placed,
    Quarantined,
    SealedTree,
    Store,
    StoredRow,
    StoreFault,
    StoreSettings,
    Track,
    Turned,
    Work,
)
from chassis.store.engine import EventStore, open_store
from chassis.store.keyring import Key, Keyring, LocalKeyring, MemoryKeyring
from chassis.store.replayed import Difference, Replayed, ReplayedModel, RowChange
from chassis.store.restoring import StoreBehind
from chassis.store.rows import MemoryRows, after_of
from chassis.store.shapes import SHREDDED, UnstorableType

__all__ = [
    "SHREDDED",
    "Appended",
    "Difference",
    "EventStore",
    "Head",
    "Key",
    "Keyring",
    "Lease",
    "LocalKeyring",
    "MemoryKeyring",
    "MemoryRows",
    "NotFolded",
    "NotMigrated",
    "OtherSource",
    "OutOfOrder",
    "Placed",
    "Quarantined",
    "Replayed",
    "ReplayedModel",
    "RowChange",
    "SealedTree",
    "Store",
    "StoreBehind",
    "StoreFault",
    "StoreSettings",
    "StoredRow",
    "Track",
    "Turned",
    "UnstorableType",
    "Work",
    "after_of",
    "open_store",
]
