"""That a person did what no clock and no gate of the platform can hold."""

from kernel.messages import Event, Id, MaybeRef, Ref


class DutyRecorded(Event):
    """A standing duty was acted on; the platform keeps that it was said, by whom and on what paper, and judges nothing."""

    TOPIC = "supervision.duty.recorded.v1"
    STREAM = "record"

    record: Ref
    rule_id: str
    rulebook: str
    case: MaybeRef = None
    round: MaybeRef = None
    org: Ref
    what: str
    document_sha256: str = ""
    recorder: Id
    recorder_role: str
