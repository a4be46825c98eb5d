"""The numbers of delivery, in the registry of the service's own metrics."""

from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge


class DeliveryMetrics:
    """Counters and gauges of relays, consumers and the mirror.

    `denials` counts the permissions that NATS refused so far. `alarms` is the one to watch: a stream that was altered, that
    belongs to another origin or is ahead of its store, a neighbour's event from a foreign origin, a mirrored row that
    differs from its source.
    """

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry if registry is not None else CollectorRegistry()
        self.denials = 0
        at: dict[str, Any] = {"registry": self.registry}
        self.connected = Gauge("rectify_bus_connected", "1 while connected to NATS", **at)
        self.denied = Counter("rectify_bus_denied", "Permission violations that NATS reported", **at)
        self.alarms = Counter("rectify_delivery_alarms", "What somebody must look at", ["where", "reason"], **at)
        self.relayed = Counter("rectify_relay_messages", "Messages appended to a stream", ["stream"], **at)
        self.sequence = Gauge("rectify_relay_sequence", "Newest sequence appended", ["stream"], **at)
        self.fenced = Counter("rectify_relay_fenced", "Appends refused because the stream was elsewhere", ["stream"], **at)
        self.rewound = Counter("rectify_relay_rewound", "Times that a stream was found rolled back", ["stream"], **at)
        self.recreated = Counter("rectify_relay_recreated", "Streams made again", ["stream", "reason"], **at)
        self.outcomes = Counter("rectify_consumer_events", "Events taken, by outcome", ["follower", "outcome"], **at)
        self.refetched = Counter("rectify_consumer_refetched", "Events fetched from their source", ["neighbour"], **at)
        self.silent = Gauge("rectify_neighbour_silent", "1 while a neighbour sends no heartbeat", ["neighbour"], **at)
        self.mirrored = Counter("rectify_mirror_rows", "Rows mirrored", ["source"], **at)
        self.retries = Counter("rectify_delivery_retries", "Work repeated after a passing fault", ["where"], **at)

    def deny(self) -> None:
        """NATS refused a permission."""
        self.denials += 1
        self.denied.inc()

    def alarm(self, where: str, reason: str) -> None:
        """Somebody must look at this."""
        self.alarms.labels(where, reason).inc()
