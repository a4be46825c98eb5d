"""What is known of a common problem: the state that facts leave behind, folded here and nowhere else."""

from datetime import date, datetime
from typing import Any

from pydantic import Field

from findings.events import common_problems as told
from findings.events.common_problems import Effect, ProblemState, Spread
from findings.model.common_problems.parts import STEPS, Action, Department
from findings.refusals.common_problems import NotNotifiedDepartment, NotOfficeOfProblem, WrongDepartmentStep, WrongProblemState
from kernel.aggregates import Aggregate
from kernel.messages import Event


class ProblemRecord(Aggregate):
    """A common problem as its facts made it; without a state it is a mere count of findings.

    `findings` holds, by finding, the round and organisation it was found in, as `ROUND/ORG` ids.
    """

    KIND = "findings.common-problem"

    state: ProblemState | None = None
    number: str = ""
    office: str = ""
    category: str = ""
    rulebook: str = ""
    spread: Spread | None = None
    reason: str = ""
    statement: str = ""
    dismissed_at: int = 0
    findings: dict[str, str] = Field(default_factory=dict)
    governed_rounds: tuple[str, ...] = ()
    departments: dict[str, Department] = Field(default_factory=dict)
    former: tuple[dict[str, Department], ...] = ()
    actions: int = 0
    effect: Effect | None = None
    assessment: str = ""
    recurred: int = 0
    closed_on: date | None = None

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def org_ids(self) -> tuple[str, ...]:
        """The organisations in which it was found, in order of id."""
        return tuple(sorted({place.split("/")[1] for place in self.findings.values()}))

    @property
    def confirmed(self) -> bool:
        """Whether the office took it for a common problem, whatever became of it since."""
        return self.state not in (None, ProblemState.CANDIDATE, ProblemState.DISMISSED)

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds in which it was found, in order of id."""
        return tuple(sorted({place.split("/")[0] for place in self.findings.values()}))

    def require_office(self, org: str) -> None:
        """The acting organ must be the office whose problem it is.

        Raises:
            NotOfficeOfProblem.
        """
        if org != self.office:
            raise NotOfficeOfProblem(number=self.number)

    @property
    def _whose(self) -> dict[str, Any]:
        return {"problem": self.id, "number": self.number}

    def _in(self, *states: ProblemState) -> None:
        if self.state not in states:
            needed = " / ".join(states) or f"— / {ProblemState.DISMISSED}"
            raise WrongProblemState(number=self.number or self.id, state=self.state or "—", needed=needed)

    def _department(self, org: str) -> Department:
        if org not in self.departments:
            raise NotNotifiedDepartment(number=self.number)
        return self.departments[org]

    def _at(self, org: str, *steps: ProblemState) -> Department:
        known = self._department(org)
        if known.step not in steps:
            raise WrongDepartmentStep(number=self.number, state=known.step, needed=" / ".join(steps))
        return known

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.CategorySeen():
                self.number, self.office, self.category = event.number, event.office, event.category
                self.findings |= dict.fromkeys(event.findings, f"{event.round}/{event.org}")
            case told.CategoryLeft():
                self.findings.pop(event.finding)
            case told.CandidateFound():
                self.number, self.office, self.category = event.number, event.office, event.category
                self.state, self.spread, self.reason = ProblemState.CANDIDATE, event.spread, event.reason
                self.rulebook = event.rulebook
            case told.CandidateDismissed():
                self.state, self.dismissed_at, self.reason = ProblemState.DISMISSED, event.orgs, event.reason
            case told.CommonProblemConfirmed():
                self.state, self.statement = ProblemState.CONFIRMED, event.statement
            case told.EffectChecked():
                self._checked(event)
            case told.CommonProblemClosed():
                self.state, self.closed_on = ProblemState.CLOSED, event.closed_on
            case told.CommonProblemRecurred():
                self.state, self.recurred, self.rulebook = ProblemState.CONFIRMED, event.count, event.rulebook
                self.former, self.departments = (*self.former, self.departments), {}
                self.governed_rounds, self.effect, self.assessment, self.closed_on = (), None, "", None
            case _:
                self._governed(event)

    def _governed(self, event: Event) -> None:
        match event:
            case told.CommonProblemNotified():
                told_so = Department(step=ProblemState.NOTIFIED, notified_on=event.notified_on, reply_due=event.reply_due)
                self.departments[event.department] = told_so
            case told.CommonProblemAcknowledged():
                self._change(event.department, acknowledged_on=event.acknowledged_on, signer=event.signer)
            case told.CommonProblemAnalysed():
                judged = {"late": event.late, "target_passed": event.target_passed}
                said = {"causes": event.causes, "analysed_on": event.analysed_on, **judged}
                self._change(event.department, step=ProblemState.ANALYSED, **said)
            case told.GovernancePlanned():
                self.actions = event.action
                planned = Action(**event.model_dump(include={"action", "kind", "title", "planned_on", "due"}))
                known = self.departments[event.department]
                self._change(event.department, step=ProblemState.ACTION_PLAN, actions=(*known.actions, planned))
            case told.GovernanceRuleAdopted():
                self._adopted(event)
            case _:
                return
        self.state = min((one.step for one in self.departments.values()), key=STEPS.index)
        if self.state is ProblemState.RULE_ADOPTED and not self.governed_rounds:
            self.governed_rounds = self.rounds

    def _adopted(self, event: told.GovernanceRuleAdopted) -> None:
        done = event.model_dump(include={"adopted_on", "result"}) | {"rule_changes": event.rule_changes}
        known = self.departments[event.department]
        actions = tuple(one.model_copy(update=done) if one.action == event.action else one for one in known.actions)
        complete = all(one.adopted_on is not None for one in actions)
        self._change(event.department, step=ProblemState.RULE_ADOPTED if complete else ProblemState.ACTION_PLAN, actions=actions)

    def _checked(self, event: told.EffectChecked) -> None:
        self.effect, self.assessment = event.effect, event.assessment
        if event.effect is Effect.EFFECTIVE:
            self.state = ProblemState.EFFECT_CHECKED
            return
        self.state, self.governed_rounds = ProblemState.ANALYSED, ()
        for org in self.departments:
            self._change(org, step=ProblemState.ANALYSED)

    def _change(self, org: str, **values: object) -> None:
        self.departments[org] = self.departments[org].model_copy(update=values)
