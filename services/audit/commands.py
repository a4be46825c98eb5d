"""What auditors may ask audit to record."""

from kernel.messages import Command, Id


class AcknowledgeQuarantine(Command):
    """Acknowledge an event that was set aside."""

    id: Id
    reason: str
