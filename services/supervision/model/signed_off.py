"""What is signed off, case by case, so that look-backs can draw from it."""

from datetime import date, datetime

from pydantic import BaseModel, Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.messages import Changes, Event
from supervision.events import look_back as happened


def case_roll_id(case: str) -> str:
    """The id of a case's roll of signed-off findings."""
    return named("signed-off-roll", case)


def round_roll_id(round: str) -> str:
    """The id of a round's roll of cases."""
    return named("round-roll", round)


def drawable_from(book: str, signed_off_on: date) -> date:
    """The first day on which a finding signed off on that day may be drawn, by its case's rulebook (`look_back.after`)."""
    rules = rulebook.preset(book)
    return rulebook.last_day(rules, signed_off_on, rules.settings.look_back.value.after)


class RoundRoll(Aggregate):
    """The cases of a round."""

    KIND = "supervision.round-roll"

    cases: list[str] = Field(default_factory=list)

    def enrol(self, enrolled: happened.CaseEnrolled) -> Changes:
        """A case belongs to the round; nothing when it is known."""
        return [] if enrolled.case in self.cases else [enrolled]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.CaseEnrolled():
                self.cases.append(event.case)
            case _:
                raise TypeError(f"a roll of cases does not fold {event.TOPIC} of {at}")


class SignedOff(BaseModel):
    """A finding as it was signed off."""

    finding: str
    case: str
    org: str
    number: str
    signoff: int
    signed_off_on: date
    verifier: str | None
    rulebook: str


class SignedOffRoll(Aggregate):
    """The findings of a case that are signed off now."""

    KIND = "supervision.signed-off-roll"

    findings: dict[str, SignedOff] = Field(default_factory=dict)

    def note(self, noted: happened.SignedOffNoted) -> Changes:
        """A finding was signed off; nothing when this sign-off is known."""
        known = self.findings.get(noted.finding)
        return [] if known is not None and known.signoff >= noted.signoff else [noted]

    def lose(self, finding: str) -> Changes:
        """A finding was reopened; nothing when it is not on the roll."""
        known = self.findings.get(finding)
        if known is None:
            return []
        return [happened.SignOffLost(roll=self.id, finding=finding, case=known.case, org=known.org)]

    def drawable(self, day: date) -> list[SignedOff]:
        """Those that may be drawn on this day."""
        return [known for known in self.findings.values() if drawable_from(known.rulebook, known.signed_off_on) <= day]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.SignedOffNoted():
                fields = {name: getattr(event, name) for name in SignedOff.model_fields}
                self.findings[event.finding] = SignedOff(**fields)
            case happened.SignOffLost():
                del self.findings[event.finding]
            case _:
                raise TypeError(f"a roll of signed-off findings does not fold {event.TOPIC} of {at}")
