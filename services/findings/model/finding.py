"""The finding: from registration to sign-off, and what may happen in between."""

from datetime import date, datetime

from findings.events.finding import FindingContinued, FindingLinked, FindingRegistered, ImmediateNoticeServed
from findings.events.parts import Part, Severity, State, Track
from findings.refusals.finding import NumberUsed
from kernel.aggregates import Aggregate
from kernel.messages import Changes, Event


class Entry(Part):
    """One finding as the feedback opinions state it."""

    number: str
    wording: str
    manifestation: str = ""
    demand: str = ""
    category: str = ""
    severity: Severity | None = None
    track: Track | None = None
    about_principal: bool = False
    key: bool = False
    due: date | None = None
    supplement: int = 0


class Origin(Part):
    """The feedback a finding comes from.

    Attributes:
        case, org, round, feedback: ids; round_code, org_code: what people call them.
        fed_back: day of the feedback meeting; received: day the receipt was signed, which is day 0 (R-01).
        due: end of the concentrated phase, the first due date of a finding that has none of its own.
        rulebook: reference of the rulebook the case keeps; source: SHA-256 of the imported file, or "".
    """

    case: str
    org: str
    round: str
    feedback: str
    round_code: str
    org_code: str
    fed_back: date
    received: date
    due: date | None
    rulebook: str
    source: str = ""


class Finding(Aggregate):
    """A finding as its facts made it."""

    state: State | None = None
    number: str = ""
    case: str = ""
    org: str = ""
    feedback: str = ""
    rulebook: str = ""
    phase_end: date | None = None

    def register(self, entry: Entry, origin: Origin) -> Changes:
        """The finding enters the ledger; an item served for immediate rectification is linked, not doubled (A08).

        Raises:
            NumberUsed: a finding of this number was registered before, or belongs to another case.
        """
        if self.feedback or (self.exists and self.case != origin.case):
            raise NumberUsed(number=entry.number)
        if self.exists:
            return [
                FindingLinked(
                    finding=self.id,
                    case=origin.case,
                    org=origin.org,
                    round=origin.round,
                    feedback=origin.feedback,
                    fed_back=origin.fed_back,
                    received=origin.received,
                    rulebook=origin.rulebook,
                    **entry.model_dump(exclude={"number", "track", "due"}),
                ).under("R-14", origin.rulebook)
            ]
        return [
            FindingRegistered(
                finding=self.id,
                **{**origin.model_dump(), **entry.model_dump(), "due": entry.due or origin.due},
            ).under("R-14", origin.rulebook)
        ]

    def continues(self, phase_end: date) -> Changes:
        """The concentrated phase ended on `phase_end`: nothing when nothing remains to be done, or when known (R-15)."""
        if self.state is None or not self.state.open or not self.feedback or self.phase_end is not None:
            return []
        return [FindingContinued(finding=self.id, case=self.case, org=self.org, phase_end=phase_end).under("R-15", self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:  # noqa: ARG002  # the time of these facts is in them
        """Fold one fact."""
        match event:
            case FindingRegistered():
                self.state, self.number = State.REGISTERED, event.number
                self.case, self.org, self.feedback = event.case, event.org, event.feedback
                self.rulebook = event.rulebook
            case FindingLinked():
                self.feedback = event.feedback
            case ImmediateNoticeServed():
                self.state, self.number, self.case, self.org = State.IN_PROGRESS, event.number, event.case, event.org
            case FindingContinued():
                self.phase_end = event.phase_end
                if self.state is State.IN_PROGRESS:
                    self.state = State.CONTINUING
