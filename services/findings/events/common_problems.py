"""Facts about common problems: the same kind of finding in several organisations, and what departments do about it."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Sha256
from findings.events.registers import RuleChange
from kernel.messages import Event, Id, MaybeRef, Ref


class ProblemState(StrEnum):
    """How far a common problem is."""

    CANDIDATE = "CANDIDATE"
    DISMISSED = "DISMISSED"
    CONFIRMED = "CONFIRMED"
    NOTIFIED = "NOTIFIED"
    ANALYSED = "ANALYSED"
    ACTION_PLAN = "ACTION_PLAN"
    RULE_ADOPTED = "RULE_ADOPTED"
    EFFECT_CHECKED = "EFFECT_CHECKED"
    CLOSED = "CLOSED"


class Spread(StrEnum):
    """Where a candidate was seen: within one round, only across rounds, or by somebody who proposed it."""

    ROUND = "round"
    ROUNDS = "rounds"
    PROPOSED = "proposed"


class Governance(StrEnum):
    """What a department does about it: concentrated clean-up, special campaign, change of rules (R-66)."""

    CLEAN_UP = "clean-up"
    CAMPAIGN = "campaign"
    RULE_CHANGE = "rule-change"


class Effect(StrEnum):
    """What a check of the effect found."""

    EFFECTIVE = "effective"
    WANTING = "wanting"


class OfProblem(Event):
    """A fact about a common problem of one office; `number` is `OFFICE/TOPIC`, the topic a category where it has one."""

    STREAM = "problem"

    problem: Ref
    number: str


class CategorySeen(OfProblem):
    """Findings of the category came with the feedback of one organisation; `orgs` and `total` are the counts afterwards."""

    TOPIC = "findings.common-problem.category-seen.v1"

    office: Id
    category: str
    round: Id
    org: Id
    findings: tuple[Id, ...]
    orgs: int
    total: int


class CategoryLeft(OfProblem):
    """A finding was classified otherwise and counts here no longer."""

    TOPIC = "findings.common-problem.category-left.v1"

    finding: Id
    round: Id
    orgs: int
    total: int


class CandidateFound(OfProblem):
    """It may be a common problem: enough organisations have it, or somebody proposed it (R-54)."""

    TOPIC = "findings.common-problem.candidate-found.v1"

    office: Id
    category: str
    spread: Spread
    threshold: int = 0
    round: MaybeRef = None
    org_ids: tuple[Id, ...]
    finding_ids: tuple[Id, ...]
    proposer: Id | None = None
    reason: str = ""
    rulebook: str


class CandidateDismissed(OfProblem):
    """The office does not take it for a common problem."""

    TOPIC = "findings.common-problem.candidate-dismissed.v1"

    reason: str
    orgs: int


class CommonProblemConfirmed(OfProblem):
    """The office confirmed it (R-54); `departments` are those that it means to notify."""

    TOPIC = "findings.common-problem.confirmed.v1"

    office: Id
    category: str
    statement: str
    finding_ids: tuple[Id, ...]
    org_ids: tuple[Id, ...]
    departments: tuple[Id, ...] = ()
    confirmed_on: date
    confirmer: Id
    rulebook: str


class CommonProblemNotified(OfProblem):
    """One department was told (R-54), with suggestions (R-115); `due_rule` is what gave the date of its analysis."""

    TOPIC = "findings.common-problem.notified.v1"

    department: Ref
    content: str
    suggestions: tuple[str, ...] = ()
    document_sha256: Sha256
    notified_on: date
    reply_due: date | None = None
    due_rule: str = ""
    inference: bool = False
    rulebook: str


class CommonProblemAcknowledged(OfProblem):
    """The department signed for it."""

    TOPIC = "findings.common-problem.acknowledged.v1"

    department: Ref
    signer: Id
    acknowledged_on: date


class CommonProblemAnalysed(OfProblem):
    """The department studied it (R-65); late when its date had passed."""

    TOPIC = "findings.common-problem.analysed.v1"

    department: Ref
    causes: str
    document_sha256: Sha256
    analysed_on: date
    reply_due: date | None = None
    late: bool = False
    target_passed: bool = False


class GovernancePlanned(OfProblem):
    """The department means to do something about it (R-65, R-66); `action` counts from 1 within the problem."""

    TOPIC = "findings.common-problem.governance-planned.v1"

    department: Ref
    action: int
    kind: Governance
    title: str
    due: date | None = None
    document_sha256: Sha256
    planned_on: date


class GovernanceRuleAdopted(OfProblem):
    """An action ended in rules that were adopted, amended or repealed (R-66)."""

    TOPIC = "findings.common-problem.rule-adopted.v1"

    department: Ref
    action: int
    rule_changes: tuple[RuleChange, ...]
    result: str = ""
    document_sha256: Sha256
    adopted_on: date


class EffectChecked(OfProblem):
    """The office looked whether what was done works."""

    TOPIC = "findings.common-problem.effect-checked.v1"

    effect: Effect
    assessment: str
    document_sha256: Sha256
    checked_on: date
    orgs: int
    total: int


class CommonProblemClosed(OfProblem):
    """Nothing remains to be done about the problem; no finding is signed off by it."""

    TOPIC = "findings.common-problem.closed.v1"

    reason: str
    closed_on: date


class CommonProblemRecurred(OfProblem):
    """A later round found it again: it is open as when it was confirmed, and departments have to be told anew."""

    TOPIC = "findings.common-problem.recurred.v1"

    category: str
    round: Ref
    former: ProblemState
    count: int
    org_ids: tuple[Id, ...]
    finding_ids: tuple[Id, ...]
    recurred_on: date
    rulebook: str
