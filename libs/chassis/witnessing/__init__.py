"""The witness inside a service that mirrors others: it cosigns what it has seen, and says so in its own log."""

from chassis.witnessing.events import accepted_event, beat_event, with_witness
from chassis.witnessing.judging import Judge
from chassis.witnessing.witness import Witness

__all__ = ["Judge", "Witness", "accepted_event", "beat_event", "with_witness"]
