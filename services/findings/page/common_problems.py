"""The page's lines about common problems."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from findings.commands import common_problems as wish
from findings.events import common_problems as told
from findings.events.case import CaseOpened, CaseSupplemented
from findings.events.finding import FindingClassified
from findings.handlers import common_problems as act
from findings.page import Reactions
from findings.policies import common_problems as then
from findings.projections import common_problems
from findings.queries import common_problems as ask

EVENTS = [
    told.CategorySeen,
    told.CategoryLeft,
    told.CandidateFound,
    told.CandidateDismissed,
    told.CommonProblemConfirmed,
    told.CommonProblemNotified,
    told.CommonProblemAcknowledged,
    told.CommonProblemAnalysed,
    told.GovernancePlanned,
    told.GovernanceRuleAdopted,
    told.EffectChecked,
    told.CommonProblemClosed,
    told.CommonProblemRecurred,
]

COMMANDS = {
    "ProposeProblem": Rpc(wish.ProposeProblem, act.propose_problem),
    "ConfirmProblem": Rpc(wish.ConfirmProblem, act.confirm_problem),
    "DismissProblem": Rpc(wish.DismissProblem, act.dismiss_problem),
    "NotifyProblem": Rpc(wish.NotifyProblem, act.notify_problem),
    "AcknowledgeProblem": Rpc(wish.AcknowledgeProblem, act.acknowledge_problem),
    "AnalyseProblem": Rpc(wish.AnalyseProblem, act.analyse_problem),
    "PlanGovernance": Rpc(wish.PlanGovernance, act.plan_governance),
    "AdoptGovernanceRule": Rpc(wish.AdoptGovernanceRule, act.adopt_rule),
    "CheckEffect": Rpc(wish.CheckEffect, act.check_effect),
    "CloseProblem": Rpc(wish.CloseProblem, act.close_problem),
}

QUERIES = {
    "GetCommonProblem": Query(ask.GetCommonProblem, ask.get_common_problem, scope=ask.of_problem),
    "ListCommonProblems": Query(ask.ListCommonProblems, ask.list_common_problems),
}

POLICIES: Reactions = {
    CaseOpened: [then.count_opened],
    CaseSupplemented: [then.count_supplement],
    FindingClassified: [then.count_classified],
    told.CommonProblemConfirmed: [then.mark_confirmed],
    told.CategorySeen: [then.mark_seen],
    told.CategoryLeft: [then.unmark_left],
}

PROJECTIONS = {"common-problems": Projection(common_problems.TABLES, common_problems.fold)}

PUBLISHES = {
    told.CandidateFound: published.CommonProblemSeen,
    told.CommonProblemConfirmed: published.CommonProblemConfirmed,
    told.CommonProblemNotified: published.CommonProblemNotified,
    told.CommonProblemAcknowledged: published.CommonProblemAcknowledged,
    told.CommonProblemAnalysed: published.CommonProblemAnalysed,
    told.GovernanceRuleAdopted: published.GovernanceRuleAdopted,
    told.EffectChecked: published.CommonProblemEffectChecked,
    told.CommonProblemClosed: published.CommonProblemClosed,
    told.CommonProblemRecurred: published.CommonProblemRecurred,
}
