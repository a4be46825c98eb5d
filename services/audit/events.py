"""What audit records of its own: persons' decisions about events that were set aside."""

from kernel.messages import Event, Id, Ref


class QuarantineAcknowledged(Event):
    """A person looked at an event that was set aside and said why it is in order to go on."""

    TOPIC = "audit.quarantine.acknowledged.v1"
    STREAM = "entry"

    entry: Ref
    reason: str


class AuditsRun(Event):
    """All audits were run: each outcome (PASS or FAIL) and how much was looked at, by id.

    Fields: `findings` counts what is wrong; `digest` is the SHA-256 (hex) of all of it, `failures` names the first, as
    `id origin:position code`.
    """

    TOPIC = "audit.run.completed.v1"
    STREAM = "id"

    id: Id
    outcomes: dict[str, str]
    checked: dict[str, str]
    findings: int
    digest: str
    failures: list[str]
