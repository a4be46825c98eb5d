"""The ladder of pressing: steps 0 to 2 by the system, 3 to 5 decided by a person, upwards only."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from pydantic import Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from rulebook.settings import EscalationStep
from supervision.events import ladder as happened
from supervision.events.ladder import Ground
from supervision.refusals.ladder import LadderNeverDown, LadderNotYours, LadderReasonMissing, LadderStepAutomatic, NothingProposed

# Which role speaks for a party of the rulebook's ladder.
ROLES = {
    "office": "office",
    "discipline_organ": "discipline",
    "org_dept": "org_dept",
    "publicity_dept": "publicity",
    "leading_group": "leading_group",
    "leader_in_charge": "leader",
}


def ladder_id(of: str) -> str:
    """The id of the ladder at which a duty or a finding stands."""
    return named("ladder", of)


class Ladder(Aggregate):
    """How far one overdue duty, or one finding, was pressed."""

    KIND = "supervision.ladder"
    CALLED = "督办阶梯 / ladder"

    step: int = 0
    timed: int = 0
    proposed: dict[int, str] = Field(default_factory=dict)
    last_date: date | None = None
    about: dict[str, Any] = Field(default_factory=dict)

    def by_time(self, about: dict[str, Any], days_overdue: int, after_due: Callable[[int], datetime]) -> Changes:
        """What so many days overdue bring: the automatic step, or the proposal of one that a person takes.

        Args:
            about: fields of LadderEvent that say what stands at the ladder.
            after_due: when so many days past the due date begin, which is when a step takes effect.
        """
        changes: Changes = []
        top = self.step
        for step in sorted(_steps(about["rulebook"]), key=lambda step: step.step):
            if step.days_overdue is None or not self.timed < step.days_overdue <= days_overdue:
                continue
            if step.automatic and step.step > top:
                taken = self._taken(about, step, Ground.OVERDUE, top, days=step.days_overdue)
                changes.append(taken.on(after_due(step.days_overdue)))
                top = step.step
            elif not step.automatic:
                proposal = self._proposal(about, step, Ground.OVERDUE, step.days_overdue, "")
                changes.append(proposal.on(after_due(step.days_overdue)))
        return changes

    def propose(self, about: dict[str, Any], number: int, ground: Ground, detail: str = "") -> Changes:
        """Put a step to the person who decides; nothing when it was taken, or waits already on this ground."""
        step = _step(about["rulebook"], number)
        if step is None or number <= self.step or self.proposed.get(number) == ground:
            return []
        return [self._proposal(about, step, ground, 0, detail)]

    def propose_highest(self, about: dict[str, Any], ground: Ground, detail: str = "") -> Changes:
        """Put the last step to the person who decides."""
        return self.propose(about, max(step.step for step in _steps(about["rulebook"])), ground, detail)

    def press(self, about: dict[str, Any], ground: Ground, reached: Callable[[EscalationStep], bool], detail: str = "") -> Changes:
        """Put every step whose condition is reached to the person who decides."""
        steps = [step.step for step in _steps(about["rulebook"]) if reached(step)]
        return [change for step in steps for change in self.propose(about, step, ground, detail)]

    def listed(self, about: dict[str, Any], act: Act, number: str) -> Changes:
        """The leading group put the finding on the list: the step that stagnant returns lead to is taken."""
        step = next((step for step in _steps(about["rulebook"]) if step.stagnant_returns), None)
        if step is None or step.step <= self.step:
            return []
        return self.take(about, step.step, act, reason=number, document="", last_date=None)

    def remind(self, about: dict[str, Any], ground: Ground) -> Changes:
        """The system's own red letter where no date of kind H or P passed; nothing when it was sent."""
        automatic = [step for step in _steps(about["rulebook"]) if step.automatic and step.step > self.step]
        return [self._taken(about, automatic[0], ground, self.step)] if automatic else []

    def take(self, about: dict[str, Any], number: int, act: Act, *, reason: str, document: str, last_date: date | None) -> Changes:
        """A person takes a step.

        Raises:
            LadderStepAutomatic: it is the system's own. LadderNeverDown: it, or a higher one, was taken.
            LadderNotYours: another body takes it. LadderReasonMissing: steps are skipped without a reason.
        """
        step = _step(about["rulebook"], number)
        if step is None or step.automatic:
            raise LadderStepAutomatic(field="step", step=number)
        if number <= self.step:
            raise LadderNeverDown(field="step", step=number, taken=self.step)
        _require(step, act, about)
        if number > self.step + 1 and not reason:
            raise LadderReasonMissing(field="reason", step=number, taken=self.step)
        ground = Ground(self.proposed.get(number, Ground.DECIDED.value))
        return [self._taken(about, step, ground, self.step, reason=reason, document=document, last_date=last_date)]

    def decline(self, number: int, act: Act, reason: str) -> Changes:
        """A person decides against a step that was proposed.

        Raises:
            NothingProposed: it was not. LadderNotYours: another body decides.
        """
        step = _step(self.about.get("rulebook", ""), number) if self.exists else None
        if step is None or number not in self.proposed:
            raise NothingProposed(field="step", step=number)
        _require(step, act, self.about)
        ground = Ground(self.proposed[number])
        declined = happened.LadderDeclined(ladder=self.id, **self.about, step=number, ground=ground, reason=reason)
        return [declined]

    def day(self, day: date) -> Changes:
        """The last date of an admonition passed: the highest step is proposed."""
        if self.last_date is None or day <= self.last_date or not self.about:
            return []
        return self.propose_highest(self.about, Ground.LAST_DATE_MISSED, self.last_date.isoformat())

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        if not isinstance(event, happened.LadderEvent):
            raise TypeError(f"a ladder does not fold {event.TOPIC} of {at}")
        self.about = event.model_dump(include=ABOUT)
        self.timed = max(self.timed, event.days_overdue)
        match event:
            case happened.LadderStepTaken():
                self.step = max(self.step, event.step)
                self.proposed = {step: ground for step, ground in self.proposed.items() if step > self.step}
                self.last_date = event.last_date or self.last_date
            case happened.LadderProposed():
                self.proposed[event.step] = event.ground.value
            case happened.LadderDeclined():
                self.proposed.pop(event.step, None)
            case _:
                raise TypeError(f"a ladder does not fold {event.TOPIC}")

    def _proposal(self, about: dict[str, Any], step: EscalationStep, ground: Ground, days: int, detail: str) -> Any:
        event = happened.LadderProposed(
            ladder=self.id,
            **about,
            step=step.step,
            ground=ground,
            days_overdue=days,
            act_zh=step.act.zh,
            act_en=step.act.en,
            by=tuple(dict.fromkeys((*step.by, *step.approved_by))),
            detail=detail,
        )
        return event.under(about["rule_id"] or "R-132", about["rulebook"])

    def _taken(
        self,
        about: dict[str, Any],
        step: EscalationStep,
        ground: Ground,
        former: int,
        *,
        days: int = 0,
        reason: str = "",
        document: str = "",
        last_date: date | None = None,
    ) -> Any:
        event = happened.LadderStepTaken(
            ladder=self.id,
            **about,
            step=step.step,
            ground=ground,
            days_overdue=days,
            act_zh=step.act.zh,
            act_en=step.act.en,
            reaches=step.reaches,
            automatic=step.automatic,
            former=former,
            reason=reason,
            document=document,
            last_date=last_date,
        )
        return event.under(about["rule_id"] or "R-132", about["rulebook"])


def about_finding(finding: str, case: str, org: str, book: str) -> dict[str, Any]:
    """What a ladder says of the finding that stands at it."""
    return {
        "obligation": None,
        "finding": finding,
        "case": case,
        "org": org,
        "rule_id": "",
        "rulebook": book,
        "supervisors": False,
    }


# The fields by which a ladder knows what stands at it.
ABOUT = {"obligation", "finding", "case", "org", "rule_id", "rulebook", "supervisors"}


def _steps(book: str) -> tuple[EscalationStep, ...]:
    return rulebook.preset(book).settings.escalation.value


def _step(book: str, number: int) -> EscalationStep | None:
    return next((step for step in _steps(book) if step.step == number), None)


def _require(step: EscalationStep, act: Act, about: dict[str, Any]) -> None:
    """The bodies that the rulebook names for a step; the leading group for what the supervisors themselves owe."""
    allowed = {ROLES.get(party, party) for party in (*step.by, *step.approved_by)}
    if about.get("supervisors"):
        allowed = {"leading_group"}
    if act.role not in allowed:
        raise LadderNotYours(role=act.role, step=step.step, roles=", ".join(sorted(allowed)))
