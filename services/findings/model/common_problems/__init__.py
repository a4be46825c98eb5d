"""A common problem: counted from findings of one category, confirmed, given to departments, checked when rounds come again."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from findings.events import common_problems as told
from findings.events.common_problems import Effect, Governance, ProblemState
from findings.model import dates
from findings.model.common_problems.counting import Counting
from findings.model.common_problems.parts import (
    GOVERNED,
    HANDED_OVER,
    NAMED,
    SEEN,
    STEPS,
    STUDIED,
    Action,
    Adopted,
    Department,
    Seen,
    analysis_due,
    problem_id,
    problem_number,
    threshold,
)
from findings.model.ruled import bound
from findings.refusals.common_problems import AdoptedInFuture, AnalysisDuePast, DepartmentTwice, NoSuchAction, WrongDepartmentStep
from kernel.messages import Changes

__all__ = [
    "Action",
    "Adopted",
    "CommonProblem",
    "Department",
    "Seen",
    "analysis_due",
    "problem_id",
    "problem_number",
    "threshold",
]

_CANDIDATE = (ProblemState.CANDIDATE,)
_NOTIFIABLE = (
    ProblemState.CONFIRMED,
    ProblemState.NOTIFIED,
    ProblemState.ANALYSED,
    ProblemState.ACTION_PLAN,
    ProblemState.RULE_ADOPTED,
)


class CommonProblem(Counting):
    """A common problem and every decision about it."""

    CALLED = "共性问题 / common problem"

    # --- decisions of the inspection side ----------------------------------------------------------------------------

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
        """The department studied it (R-65); after its date it is taken, and is late, or has passed its target.

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
            **dates.judged(self.rulebook, STUDIED, known.reply_due, day),
        )
        return [bound(analysed, STUDIED, self.rulebook)]

    def plan(self, org: str, kind: Governance, title: str, due: date | None, document_sha256: str, day: date) -> Changes:
        """The department says what it will do (R-66); there may be several actions.

        Raises:
            NotNotifiedDepartment, WrongDepartmentStep.
        """
        self._at(org, *STEPS[1:])
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

    def adopt(self, org: str, wanted: Adopted, today: date) -> Changes:
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
