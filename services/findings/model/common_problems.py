"""A common problem: counted from findings of one category, confirmed, given to departments, checked when rounds come again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from pydantic import Field

from findings.events import common_problems as told
from findings.events.common_problems import Effect, Governance, ProblemState, Spread
from findings.events.parts import Part
from findings.events.registers import RuleChange
from findings.model.ruled import bound
from findings.refusals.common_problems import (
    AdoptedInFuture,
    AnalysisDuePast,
    DepartmentTwice,
    NoSuchAction,
    NotNotifiedDepartment,
    NotOfficeOfProblem,
    WrongDepartmentStep,
    WrongProblemState,
)
from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.messages import Changes, Event
from rulebook import Trigger, deadline, has_due_date, preset

SEEN = "R-54"
HANDED_OVER = "R-115"
STUDIED = "R-65"
GOVERNED = "R-66"

# Facts name this many findings at most; the counts beside them are whole, and the ledger has every one of them.
NAMED = 1000

_CANDIDATE = (ProblemState.CANDIDATE,)
_NOTIFIABLE = (
    ProblemState.CONFIRMED,
    ProblemState.NOTIFIED,
    ProblemState.ANALYSED,
    ProblemState.ACTION_PLAN,
    ProblemState.RULE_ADOPTED,
)
# What departments do, in order; the problem is as far as the department that is least far.
_STEPS = (ProblemState.NOTIFIED, ProblemState.ANALYSED, ProblemState.ACTION_PLAN, ProblemState.RULE_ADOPTED)
_GOVERNED = (ProblemState.RULE_ADOPTED, ProblemState.EFFECT_CHECKED, ProblemState.CLOSED)


def problem_number(office_code: str, topic: str) -> str:
    """`OFFICE/TOPIC`: one office has one problem of each topic, however often it comes again."""
    return f"{office_code}/{topic}"


def problem_id(office_code: str, topic: str) -> str:
    """The id that this number has."""
    return named("problem", problem_number(office_code, topic))


class Action(Part):
    """Something a department does about it."""

    action: int
    kind: Governance
    title: str
    planned_on: date
    due: date | None = None
    adopted_on: date | None = None
    rule_changes: tuple[RuleChange, ...] = ()
    result: str = ""


class Department(Part):
    """A department that was told, and how far it is."""

    step: ProblemState
    notified_on: date
    reply_due: date | None = None
    acknowledged_on: date | None = None
    signer: str = ""
    causes: str = ""
    analysed_on: date | None = None
    late: bool = False
    actions: tuple[Action, ...] = ()


class CommonProblem(Aggregate):
    """A common problem as its facts made it; without a state it is a mere count of findings.

    `findings` holds, by finding, the round and organisation it was found in, as `ROUND/ORG` ids.
    """

    KIND = "findings.common-problem"
    CALLED = "共性问题 / common problem"

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

    # --- counting ----------------------------------------------------------------------------------------------------

    def see(
        self, origin: "Seen", round: str, org: str, findings: Sequence[str], threshold: int, rulebook: str, day: date
    ) -> Changes:
        """Findings of its category came with the feedback of one organisation: counted, a candidate from the threshold on,
        open again where a round brings it after rules were adopted.

        Args:
            origin: number, office and category.
            round, org, findings: where they were found; those counted before count once.
            threshold: from how many organisations on it is a candidate. rulebook: that of the case. day: of the receipt.
        """
        fresh = tuple(finding for finding in findings if finding not in self.findings)
        if not fresh:
            return []
        after = self.model_copy(deep=True)
        after.findings |= dict.fromkeys(fresh, f"{round}/{org}")
        orgs, total = len(after.org_ids), len(after.findings)
        seen = told.CategorySeen(
            problem=self.id, **origin.model_dump(), round=round, org=org, findings=fresh, orgs=orgs, total=total
        )
        return [seen, *self._candidate(origin, after, round, threshold, rulebook), *self._again(after, round, rulebook, day)]

    def leave(self, finding: str) -> Changes:
        """A finding was classified otherwise; nothing when it was not counted here."""
        if finding not in self.findings:
            return []
        after = self.model_copy(deep=True)
        after.findings.pop(finding)
        left = told.CategoryLeft(
            problem=self.id,
            number=self.number,
            finding=finding,
            round=self.findings[finding].split("/")[0],
            orgs=len(after.org_ids),
            total=len(after.findings),
        )
        return [left]

    def _candidate(self, origin: "Seen", after: "CommonProblem", round: str, threshold: int, rulebook: str) -> Changes:
        wanted = self.dismissed_at + threshold if self.state is ProblemState.DISMISSED else threshold
        if self.state not in (None, ProblemState.DISMISSED) or len(after.org_ids) < wanted:
            return []
        here = {place for place in after.findings.values() if place.startswith(f"{round}/")}
        within = len(here) >= threshold
        candidate = told.CandidateFound(
            problem=self.id,
            **origin.model_dump(),
            spread=Spread.ROUND if within else Spread.ROUNDS,
            threshold=threshold,
            round=round if within else None,
            org_ids=after.org_ids[:NAMED],
            finding_ids=tuple(sorted(after.findings))[:NAMED],
            rulebook=rulebook,
        )
        return [candidate.under(SEEN, rulebook)]

    def _again(self, after: "CommonProblem", round: str, rulebook: str, day: date) -> Changes:
        if self.state not in _GOVERNED or round in self.governed_rounds:
            return []
        fresh = {finding: place for finding, place in after.findings.items() if place.startswith(f"{round}/")}
        recurred = told.CommonProblemRecurred(
            problem=self.id,
            number=self.number,
            category=self.category,
            round=round,
            former=self.state,
            count=self.recurred + 1,
            org_ids=tuple(sorted({place.split("/")[1] for place in fresh.values()}))[:NAMED],
            finding_ids=tuple(sorted(fresh))[:NAMED],
            recurred_on=day,
            rulebook=rulebook,
        )
        return [recurred.under(SEEN, rulebook)]

    # --- decisions of the inspection side ----------------------------------------------------------------------------

    def propose(self, origin: "Seen", places: dict[str, str], reason: str, proposer: str, rulebook: str) -> Changes:
        """Somebody of the inspection side takes these findings for one problem; they count from now on.

        Args:
            origin: number, office and category; places: by finding, `ROUND/ORG`.

        Raises:
            WrongProblemState: it is a candidate, or further, already.
        """
        if self.state not in (None, ProblemState.DISMISSED):
            self._in()
        after = self.model_copy(deep=True)
        changes: Changes = []
        for place in sorted(set(places.values())):
            where_round, where_org = place.split("/")
            fresh = tuple(sorted(f for f, where in places.items() if where == place and f not in self.findings))
            after.findings |= dict.fromkeys(fresh, place)
            if fresh:
                where = {"round": where_round, "org": where_org, "findings": fresh}
                counts = {"orgs": len(after.org_ids), "total": len(after.findings)}
                changes.append(told.CategorySeen(problem=self.id, **origin.model_dump(), **where, **counts))
        candidate = told.CandidateFound(
            problem=self.id,
            **origin.model_dump(),
            spread=Spread.PROPOSED,
            org_ids=after.org_ids[:NAMED],
            finding_ids=tuple(sorted(after.findings))[:NAMED],
            proposer=proposer,
            reason=reason,
            rulebook=rulebook,
        )
        return [*changes, candidate.under(SEEN, rulebook)]

    def confirm(self, statement: str, departments: Sequence[str], confirmer: str, day: date) -> Changes:
        """The office confirms it (R-54).

        Raises:
            WrongProblemState.
        """
        self._in(*_CANDIDATE)
        confirmed = told.CommonProblemConfirmed(
            **self._whose,
            office=self.office,
            category=self.category,
            statement=statement,
            finding_ids=tuple(sorted(self.findings))[:NAMED],
            org_ids=self.org_ids[:NAMED],
            departments=tuple(departments),
            confirmed_on=day,
            confirmer=confirmer,
            rulebook=self.rulebook,
        )
        return [bound(confirmed, SEEN, self.rulebook)]

    def dismiss(self, reason: str) -> Changes:
        """The office does not take it for a common problem; as many organisations more make it a candidate again.

        Raises:
            WrongProblemState.
        """
        self._in(*_CANDIDATE)
        return [told.CandidateDismissed(**self._whose, reason=reason, orgs=len(self.org_ids))]

    def notify(self, departments: dict[str, str], content: dict[str, Any], reply_due: date | None, day: date) -> Changes:
        """Departments are told (R-54), with suggestions (R-115); the rulebook dates their analysis unless it is stated (R-65).

        Args:
            departments: by id, their codes; content: the fields of the fact that a person words.

        Raises:
            WrongProblemState, DepartmentTwice, AnalysisDuePast.
        """
        self._in(*_NOTIFIABLE)
        for org, code in departments.items():
            if org in self.departments:
                raise DepartmentTwice(field="departments", code=code, number=self.number)
        if reply_due is not None and reply_due < day:
            raise AnalysisDuePast(field="reply_due", due=reply_due.isoformat(), day=day.isoformat())
        due, rule, inference = (reply_due, "", False) if reply_due else analysis_due(self.rulebook, day)
        facts: Changes = []
        for org in departments:
            notified = told.CommonProblemNotified(
                **self._whose,
                department=org,
                **content,
                notified_on=day,
                reply_due=due,
                due_rule=rule,
                inference=inference,
                rulebook=self.rulebook,
            )
            facts.append(bound(notified, HANDED_OVER if notified.suggestions else SEEN, self.rulebook))
        return facts

    def check(self, effect: Effect, assessment: str, document_sha256: str, day: date) -> Changes:
        """The office looks at the effect; where it is wanting, the departments plan anew (R-66).

        Raises:
            WrongProblemState.
        """
        self._in(ProblemState.RULE_ADOPTED)
        checked = told.EffectChecked(
            **self._whose,
            effect=effect,
            assessment=assessment,
            document_sha256=document_sha256,
            checked_on=day,
            orgs=len(self.org_ids),
            total=len(self.findings),
        )
        return [bound(checked, GOVERNED, self.rulebook)]

    def close(self, reason: str, day: date) -> Changes:
        """Nothing remains to be done about the problem; its findings stay what they are.

        Raises:
            WrongProblemState.
        """
        self._in(ProblemState.EFFECT_CHECKED)
        return [told.CommonProblemClosed(**self._whose, reason=reason, closed_on=day)]

    # --- decisions of a department -----------------------------------------------------------------------------------

    def acknowledge(self, org: str, signer: str, day: date) -> Changes:
        """The department signs for it.

        Raises:
            NotNotifiedDepartment, WrongDepartmentStep: it signed before.
        """
        if self._department(org).acknowledged_on is not None:
            raise WrongDepartmentStep(number=self.number, state="acknowledged", needed=ProblemState.NOTIFIED)
        return [told.CommonProblemAcknowledged(**self._whose, department=org, signer=signer, acknowledged_on=day)]

    def analyse(self, org: str, causes: str, document_sha256: str, day: date) -> Changes:
        """The department studied it (R-65); after its date it is taken, and is late.

        Raises:
            NotNotifiedDepartment, WrongDepartmentStep.
        """
        known = self._at(org, ProblemState.NOTIFIED)
        analysed = told.CommonProblemAnalysed(
            **self._whose,
            department=org,
            causes=causes,
            document_sha256=document_sha256,
            analysed_on=day,
            reply_due=known.reply_due,
            late=known.reply_due is not None and day > known.reply_due,
        )
        return [bound(analysed, STUDIED, self.rulebook)]

    def plan(self, org: str, kind: Governance, title: str, due: date | None, document_sha256: str, day: date) -> Changes:
        """The department says what it will do (R-66); there may be several actions.

        Raises:
            NotNotifiedDepartment, WrongDepartmentStep.
        """
        self._at(org, *_STEPS[1:])
        planned = told.GovernancePlanned(
            **self._whose,
            department=org,
            action=self.actions + 1,
            kind=kind,
            title=title,
            due=due,
            document_sha256=document_sha256,
            planned_on=day,
        )
        return [bound(planned, GOVERNED, self.rulebook)]

    def adopt(self, org: str, wanted: "Adopted", today: date) -> Changes:
        """An action ended in rules (R-66).

        Raises:
            NotNotifiedDepartment, NoSuchAction, AdoptedInFuture.
        """
        known = {one.action: one for one in self._department(org).actions if one.adopted_on is None}
        action = known.get(wanted.action)
        if action is None:
            raise NoSuchAction(field="action", number=self.number, action=wanted.action)
        if not action.planned_on <= wanted.adopted_on <= today:
            raise AdoptedInFuture(
                field="adopted_on",
                day=wanted.adopted_on.isoformat(),
                planned=action.planned_on.isoformat(),
                today=today.isoformat(),
            )
        adopted = told.GovernanceRuleAdopted(**self._whose, department=org, **wanted.model_dump())
        return [bound(adopted, GOVERNED, self.rulebook)]

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
                said = {"causes": event.causes, "analysed_on": event.analysed_on, "late": event.late}
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
        self.state = min((one.step for one in self.departments.values()), key=_STEPS.index)
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


class Seen(Part):
    """What a count is of."""

    number: str
    office: str
    category: str


class Adopted(Part):
    """The rules in which an action ended."""

    action: int
    rule_changes: tuple[RuleChange, ...]
    result: str
    document_sha256: str
    adopted_on: date


def analysis_due(rulebook: str, notified: date) -> tuple[date | None, str, bool]:
    """(by when a department is to hand in its analysis, the rule, whether no source states the number) (R-65)."""
    book = preset(rulebook)
    if STUDIED not in book or not has_due_date(book, STUDIED):
        return None, "", False
    found = deadline(book, STUDIED, Trigger(notified))
    return found.due, found.rule, found.inference


def threshold(rulebook: str) -> int:
    """From how many organisations on findings of one category are a candidate."""
    return int(preset(rulebook).settings.common_problem_orgs.value)
