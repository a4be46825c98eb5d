"""What audit records of its own: persons' decisions about events that were set aside."""

from kernel.messages import Event, Ref


class QuarantineAcknowledged(Event):
    """A person looked at an event that was set aside and said why it is in order to go on."""

    TOPIC = "audit.quarantine.acknowledged.v1"
    STREAM = "entry"

    entry: Ref
    reason: str
