"""The page's lines about duties with a date."""

from chassis.service import Check, Handler, Projection, Query, Rpc, Sweep
from kernel.messages import Event, News
from supervision.commands import obligations as wish
from supervision.events import case as noted
from supervision.events import obligation as told
from supervision.events.heard import findings
from supervision.handlers import obligations as act
from supervision.model.duties import BY_MESSAGE
from supervision.page import Heard
from supervision.policies import obligations as then
from supervision.projections import obligations
from supervision.queries import obligations as ask

EVENTS = [
    told.ObligationScheduled,
    told.ObligationOpened,
    told.ObligationSubmitted,
    told.ObligationMet,
    told.ObligationMetLate,
    told.ObligationSentBack,
    told.ObligationOverdue,
    told.TargetPassed,
    told.WarningIssued,
    told.ObligationExtended,
    told.ObligationRedated,
    told.ObligationSuspended,
    told.ObligationResumed,
    told.ObligationWaived,
    told.ObligationSuperseded,
    noted.CaseMoved,
    noted.RoundTakenUp,
    noted.SecretaryHeard,
]


COMMANDS = {
    "SubmitObligation": Rpc(wish.SubmitObligation, act.submit_obligation),
    "AcceptObligation": Rpc(wish.AcceptObligation, act.accept_obligation),
    "SendBackObligation": Rpc(wish.SendBackObligation, act.send_back_obligation),
    "ExtendObligation": Rpc(wish.ExtendObligation, act.extend_obligation),
    "SuspendObligation": Rpc(wish.SuspendObligation, act.suspend_obligation),
    "ResumeObligation": Rpc(wish.ResumeObligation, act.resume_obligation),
    "WaiveObligation": Rpc(wish.WaiveObligation, act.waive_obligation),
}


QUERIES = {
    "ListObligations": Query(wish.ListObligations, ask.list_obligations, asker=True),
    "GetObligation": Query(wish.GetObligation, ask.get_obligation, scope=ask.of_obligation, asker=True),
}

# Steps of a round also say who acts in it.
ROUNDS = (findings.RoundPlanned, findings.RoundEnded, findings.RoundReported, findings.RoundHeard)

# Every message of the table of duties, by one policy.
HEARS: Heard = {
    **{news: [then.keep_duties] for news in BY_MESSAGE if issubclass(news, News) and news not in ROUNDS},
    **{step: [then.follow_round] for step in ROUNDS},
    findings.CaseTransferred: [then.move_case],
}


POLICIES: dict[type[Event], list[Handler]] = {own: [then.keep_duties] for own in BY_MESSAGE if issubclass(own, Event)}


PROJECTIONS = {"obligations": Projection([obligations.OBLIGATIONS], obligations.obligations)}


SWEEPS = {"obligations": Sweep(ask.due_obligations, act.obligation_day, batch=250)}


CHECKS = {"I23": Check("every due date recomputes from its rule, trigger and calendar", ask.deadlines_recompute)}
