"""The numbers of sealing, in the registry of the service's own metrics."""

from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class SealMetrics:
    """Of the process that seals; the others show nothing new.

    `alarms` is the one to watch: the log is not what was signed. `age` is read when somebody scrapes.
    """

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry if registry is not None else CollectorRegistry()
        at: dict[str, Any] = {"registry": self.registry}
        self.size = Gauge("rectify_seal_size", "Events under the newest checkpoint", **at)
        self.age = Gauge("rectify_seal_age_seconds", "How long the oldest event that is not sealed has waited", **at)
        self.seconds = Histogram("rectify_seal_seconds", "Time to seal", buckets=_SECONDS, **at)
        self.examined = Gauge("rectify_seal_examined", "Position up to which the log was examined since the start", **at)
        self.alarmed = Gauge("rectify_seal_alarmed", "1 while nothing is signed because the log is not what was signed", **at)
        self.alarms = Counter("rectify_seal_alarms", "What somebody must look at", ["reason"], **at)
        self.retries = Counter("rectify_seal_retries", "Seals repeated after a passing fault", **at)


class CosignMetrics:
    """Of the process that seals: how far its witnesses are. `age` and `alarmed` are the ones to watch."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry if registry is not None else CollectorRegistry()
        at: dict[str, Any] = {"registry": self.registry}
        self.size = Gauge("rectify_cosign_size", "Events under the newest checkpoint that has its quorum", **at)
        self.age = Gauge("rectify_cosign_age_seconds", "How long the oldest checkpoint without its quorum has waited", **at)
        self.seconds = Histogram("rectify_cosign_seconds", "From asking to the quorum", buckets=_SECONDS, **at)
        self.signed = Counter("rectify_cosignatures", "Cosignatures kept", ["witness"], **at)
        self.failures = Counter("rectify_cosign_failures", "Questions to a witness in vain", ["witness", "reason"], **at)
        self.alarmed = Gauge("rectify_cosign_alarmed", "1 while a witness holds what this log does not", ["witness"], **at)
