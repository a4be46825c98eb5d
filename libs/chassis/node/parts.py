"""What a node is made of while it runs."""

from dataclasses import dataclass
from typing import Any

from chassis.delivery import Delivery
from chassis.dispatch import Dispatch
from chassis.health import Door, Health
from chassis.neighbours import Neighbours
from chassis.prover import Prover
from chassis.recovery import Guard
from chassis.rpc.server import Server
from chassis.site import Front
from chassis.store import Store
from chassis.store.mirror import MirrorStore
from chassis.store.witnessed import Witnessed
from chassis.sweeps import Sweeper
from chassis.witnessing import Witness
from witness.server import Server as Stand


@dataclass
class Parts:
    """What is made when a node starts."""

    store: Store
    mirror: MirrorStore | None
    neighbours: Neighbours
    dispatch: Dispatch
    sweeper: Sweeper
    delivery: Delivery
    health: Health
    door: Door
    server: Server | None
    front: Front | None = None
    witnessed: Witnessed | None = None
    witness: Witness | None = None
    stand: Stand | None = None
    guard: Guard | None = None
    tools: Any = None
    prover: Prover | None = None
